import type { Claim } from '../model/claim.ts'
import { classOf } from '../model/ids.ts'
import { definitionOf } from '../model/kinds/index.ts'
import type { Part } from '../model/verdict.ts'
import { agreementAtTheUN, alikeVotes } from './alike.ts'
import { beforehand } from './beforehand.ts'
import { capitalsAsStates } from './capital.ts'
import { withSoil } from './definitions.ts'
import { partsOfCount, partsOfSize, partsOfYears, withSlack } from './numbers.ts'
import { partsOfFirst } from './order.ts'
import { OWN, partsOfOwn } from './own.ts'
import { partsOfAmong, partsOfEvery, partsOfOnly } from './quantified.ts'
import { partsOfDenied, partsOfNone, partsOfSo, subjectRole } from './single.ts'
import { asksState, undatedPast } from './state.ts'
import { type At, describedOf, fillersOf, isGroup, missingRoles, namedOf, unresolved } from './terms.ts'

/** One way to understand a claim, as questions; or the reason why there is nothing to ask. */
export type Proposal =
  | { definition?: string; parts: Part[] }
  | { exit: 'not-checkable' | 'not-understood'; reason: string }
  /** The words of a role that name nobody known: no source can be asked. */
  | { open: string[] }

/** The claims of the same document, among which a claim's companions are found. */
export type Context = readonly Claim[]

const REASONS: Record<NonNullable<Claim['beyond']>, string> = {
  opinion: 'a judgement or feeling of its speaker, not a matter of record',
  status: 'who holds what on a contested status is listed, never judged',
  forecast: 'a plan or forecast: it has no truth yet',
  cause: 'a cause is a matter of interpretation',
}

/** Every reading of a claim, the likeliest first. */
export function propose(claim: Claim, context: Context, at: At): Proposal[] {
  const exit = exitOf(claim)
  if (exit) return [exit]
  const alike = alikeVotes(claim, at)
  if (alike) return alike
  const words = unresolved(claim)
  if (words.length && claim.is !== 'size') return [{ open: words }]
  const missing = missingRoles(claim)
  if (missing.length)
    return [
      {
        exit: 'not-understood',
        reason: `the text does not tell the ${missing.join(' and the ')} of the ${claim.kind}`,
      },
    ]
  return capitalsAsStates(claim, withSoil(claim, readingsOf(claim, context, at)))
}

/** As the reader marks the plain claim beside which it tells whom somebody followed. */
const FOLLOWED = 'office/followed'

/** Words that a claim of some sort cannot hold, so that what is left of it is not what the text says. */
const DROPPED: readonly { when: (claim: Claim) => boolean; words: RegExp; reason: string }[] = [
  {
    when: (c) =>
      ((c.is === 'first' || c.is === 'last') && !c.when?.endsWith('/') && !c.since) || (c.is === 'every' && !c.when),
    words: /\bsince\b/i,
    reason: '“since” somebody or something without a year is not taken into account',
  },
  {
    when: (c) =>
      c.kind === 'vote' && !/\b(?:for|favou?r\w*|support\w*|yes|yea|against|no|abstain\w*|veto\w*)\b/i.test(c.quote),
    words: /\bvot(?:ed?|es|ing) (?:\w+ )?on\b/i,
    reason: 'how they voted is not told',
  },
  {
    when: (c) => c.kind === 'office' && !c.since && !c.rules.includes(FOLLOWED),
    words: /\b(succeed|replac|took over from)/i,
    reason: 'who held the office before is not taken into account',
  },
]

/** "Sub-Saharan *Africa*" is no Africa: part of a region that the region's own members do not tell. */
const PART = /\b(?:sub-saharan|(?:north|south|east|west)\w*|central|upper|lower|inner|outer|equatorial)$/i

function partOfRegion({ kind, roles, quote }: Claim): Proposal | undefined {
  const [to] = kind === 'visit' ? namedOf(roles.to) : []
  if (!to || classOf(to.id) !== 'place') return undefined
  const part = PART.exec(quote.slice(0, Math.max(0, quote.indexOf(to.label))).trimEnd())
  return part ? { exit: 'not-understood', reason: `“${part[0]}” was not taken into account` } : undefined
}

function exitOf(claim: Claim): Proposal | undefined {
  if (claim.unread) return { exit: 'not-understood', reason: `“${claim.unread.quote}” was not taken into account` }
  const part = partOfRegion(claim)
  if (part) return part
  const dropped = DROPPED.find(({ when, words }) => when(claim) && words.test(claim.quote))
  if (dropped) return { exit: 'not-understood', reason: dropped.reason }
  if (claim.is === 'so' && TOLD.has(claim.modality) && NEGATOR.test(claim.quote))
    return { exit: 'not-understood', reason: '“not” was not taken into account' }
  if ((claim.is === 'only' || claim.is === 'every') && claim.modality === 'denied')
    return { exit: 'not-understood', reason: '“not” was not taken into account' }
  if (undatedPast(claim) && (claim.is !== 'so' || claim.modality === 'denied'))
    return { exit: 'not-understood', reason: 'it is not said when it was so' }
  if (/\balways\b/i.test(claim.quote) && asksState(claim))
    return { exit: 'not-understood', reason: '“always” is not taken into account' }
  if (claim.beyond) return { exit: 'not-checkable', reason: REASONS[claim.beyond] }
  if (claim.kind === 'remark') return { exit: 'not-checkable', reason: REASONS.opinion }
  if (claim.modality === 'planned' || claim.modality === 'proposed')
    return { exit: 'not-checkable', reason: REASONS.forecast }
  if (claim.is === 'so' && ofSomeGroup(claim))
    return { exit: 'not-understood', reason: 'it is not said how many of the group are meant' }
  const step = fillersOf(claim.roles.step)[0]
  const opinion = definitionOf(claim.kind).opinion?.includes(step?.label ?? '')
  return opinion && !agreementAtTheUN(claim) ? { exit: 'not-checkable', reason: REASONS.opinion } : undefined
}

const TOLD: ReadonlySet<Claim['modality']> = new Set(['happened', 'holds'])
const NEGATOR = /\b(?:not|never)\b(?! only\b)|n['’]t\b/i

/** "Arab states voted against it": a group in the place of those who did it, without a word for how many. */
function ofSomeGroup(claim: Claim): boolean {
  const by = subjectRole(claim)
  const described = by && describedOf(claim.roles[by])
  return described ? isGroup(described) : false
}

function readingsOf(claim: Claim, context: Context, at: At): Proposal[] {
  const atTheUN = agreementAtTheUN(claim)
  if (atTheUN) return [{ parts: atTheUN }]
  switch (claim.is) {
    case 'so':
      return claim.modality === 'denied' ? partsOfDenied(beforehand(claim, context, at.date), at) : partsOfSo(claim, at)
    case 'none':
      return partsOfNone(beforehand(claim, context, at.date), at)
    case 'first':
    case 'last':
      return claim.rules.includes(OWN) ? partsOfOwn(claim, context, at) : partsOfFirst(claim, context, at)
    case 'count':
      return withSlack(claim, (c) => partsOfCount(c, context, at))
    case 'size':
      return withSlack(claim, (c) => partsOfSize(c, at))
    case 'years':
      return partsOfYears(claim, at)
    case 'every':
      return partsOfEvery(claim, at)
    case 'only':
      return partsOfOnly(claim, context, at)
    case 'among':
      return partsOfAmong(claim, context, at)
  }
}
