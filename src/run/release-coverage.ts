import { findNames } from '../atlas/index.ts'
import type { NewCoverage } from '../model/coverage.ts'
import { ChanceryError } from '../model/error.ts'
import type { Roles } from '../model/fact.ts'
import { classOf, type EntityId, nameOf, officeId } from '../model/ids.ts'
import type { Kind } from '../model/kinds/index.ts'
import type { Day } from '../model/when.ts'
import type { Authority } from './releases.ts'

/** What an authority may say that its releases tell, by the word for it. */
const KINDS: Readonly<Record<string, Kind>> = {
  visits: 'visit',
  meetings: 'meeting',
  agreements: 'agreement',
  envoys: 'envoy',
  missions: 'mission',
  relations: 'relations',
}

/** The roles in which a state's own acts of a kind stand, its offices apart. */
const OWN: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  visit: ['to'],
  agreement: ['between'],
  relations: ['between'],
  envoy: ['sender', 'host'],
  mission: ['sender', 'host'],
}
/** The roles that those who hold its offices fill. */
const OFFICIAL: Readonly<Partial<Record<Kind, string>>> = { visit: 'visitor', meeting: 'parties' }
const OFFICES = ['president', 'prime minister', 'foreign minister'] as const

export interface Covers {
  kinds: readonly string[]
  from: Day
  to: Day
  grade: NewCoverage['grade']
}

/** The one state in whose name an authority speaks. Throws `incorrect` where its name tells none, or several. */
export function stateOf(authority: string): EntityId {
  const hits = findNames(authority).flatMap((hit) =>
    hit.candidates.filter((c) => classOf(c.id) === 'state').slice(0, 1),
  )
  const ids = [...new Set(hits.map((c) => c.id))]
  if (ids.length === 1) return ids[0]!
  const what = ids.length ? 'several states' : 'no state'
  throw new ChanceryError('incorrect', '--covers', `${authority} names ${what}: name the authority with its state`)
}

/**
 * What an authority states that its releases tell: what concerns its state and those who hold its offices. Its silence proves
 * something only with the grade `complete`, since reading may miss what a release tells.
 */
export function coverageOf(authority: Authority, { kinds, from, to, grade }: Covers): NewCoverage[] {
  if (from > to) throw new ChanceryError('incorrect', '--from', `${from} lies after ${to}: change one of them`)
  const state = stateOf(authority.name)
  return kinds.flatMap((word) => {
    const kind = Object.hasOwn(KINDS, word) ? KINDS[word] : undefined
    if (!kind)
      throw new ChanceryError(
        'incorrect',
        '--covers',
        `${word} is not covered so: write ${Object.keys(KINDS).join(', ')}`,
      )
    return rolesOf(kind, state).map((roles) => ({
      ...{ kind, roles, from, to, grade },
      by: authority.name,
      note: NOTE,
      cite: { source: authority.id },
    }))
  })
}

const NOTE = 'Its releases as read by machine, which may miss what they tell.'

function rolesOf(kind: Kind, state: EntityId): Roles[] {
  const official = OFFICIAL[kind]
  const offices = OFFICES.map((title) => officeId(title, nameOf(state)))
  return [
    ...(OWN[kind] ?? []).map((role) => ({ [role]: state })),
    ...(official ? offices.map((id) => ({ [official]: id })) : []),
  ]
}
