import { findGroups } from '../atlas/index.ts'
import type { Claim, Described, Filler, Worded } from '../model/claim.ts'
import { nameOf } from '../model/ids.ts'
import type { When } from '../model/when.ts'
import type { Holders } from './ports.ts'

/**
 * "Arab states", "members of NATO": words for the states of a group whose members the atlas holds become that set, as of the
 * time told or of the roll call; other words stay words.
 */
export function withGroups(claim: Claim, holders: Holders): Claim {
  if (!Object.values(claim.roles).some(mayBeGroup)) return claim
  const when = claim.when ?? dayOfRoll(claim.roles.roll, holders)
  const roles = Object.entries(claim.roles).map(([role, filler]) => [role, grouped(filler, when)])
  return { ...claim, roles: Object.fromEntries(roles) }
}

const mayBeGroup = (filler: Filler): boolean =>
  filler.is === 'list' ? filler.of.some(mayBeGroup) : filler.is === 'words' && filler.span !== undefined

function dayOfRoll(roll: Filler | undefined, holders: Holders): When | undefined {
  return roll?.is === 'entity' ? holders.rolls(roll.label).find((known) => known.id === roll.id)?.day : undefined
}

function grouped(filler: Filler, when: When | undefined): Filler {
  if (filler.is === 'words') return setOf(filler, when) ?? filler
  if (filler.is !== 'list') return filler
  return { is: 'list', of: filler.of.map((f) => (f.is === 'words' && setOf(f, when)) || f) }
}

/** Nouns that mean every state of the group; "its Arab neighbours" are some of them. */
const STATES = new Set(['state', 'country', 'nation', 'member', 'government'])
/** Its members are whoever may vote: the words restrict nothing. */
const EVERYBODY = 'body:united-nations'
const NOTHING_MORE = /^(?:the |other |all )*$/i

function setOf(words: Worded, when: When | undefined): Described | undefined {
  // Only of several is it sure that "member of" names those who belong; here "every" or "no" stands before.
  const label = words.label.replace(/^(every |no )?member(?= of )/i, 'members')
  const [hit, ...more] = findGroups(label)
  if (!hit || more.length > 0 || hit.form !== 'members' || !STATES.has(hit.noun ?? '')) return undefined
  if (hit.group === EVERYBODY) return undefined
  if (!NOTHING_MORE.test(label.slice(0, hit.start)) || label.slice(hit.end).trim() !== '') return undefined
  const body: Filler = { is: 'entity', id: hit.group, label: nameOf(hit.group) }
  const roles = { body, step: { is: 'words', label: 'member' } satisfies Worded }
  return { ...words, is: 'set', by: 'state', of: { kind: 'membership', roles, ...(when && { when }) } }
}
