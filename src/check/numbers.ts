import type { Claim } from '../model/claim.ts'
import type { Amount } from '../model/fact.ts'
import { classOf } from '../model/ids.ts'
import { definitionOf } from '../model/kinds/index.ts'
import type { Question, Select } from '../model/question.ts'
import { addDays, daysOf, EVER, yearOf } from '../model/when.ts'
import { companionOf } from './order.ts'
import { part } from './part.ts'
import type { Context, Proposal } from './propose.ts'
import { inOffice, selectOf, subjectRole } from './single.ts'
import { asksState } from './state.ts'
import { type At, asStates, describedOf, namedOf, roleOf, setOfDescribed, windowOf } from './terms.ts'

const one = (claim: Claim, question: Question): Proposal[] => [{ parts: [part(claim, question)] }]
const noNumber: Proposal[] = [{ exit: 'not-understood', reason: 'the number is not stated' }]

const NEARLY = /\b(?:nearly|almost|just under)\b/i
const ABOUT = /\b(?:about|around|roughly|approximately|some|an estimated|a)\s+(dozen\b|[\d,]+|\p{L}+)/iu
/** Of a number that is said to be nearly reached, so much at least; of one that is said to be about right, so much either way. */
const [ENOUGH, EITHER] = [0.8, 0.1]
const [SHORT, LOOSE] = ['nearly: at least four fifths of the number', 'about: within a tenth of the number']

/** "Nearly 100" is a few short of it, and not 13; "about 15" may be 14: the definition is named. */
export function withSlack(claim: Claim, parts: (claim: Claim) => Proposal[]): Proposal[] {
  const { least, most } = claim.count ?? { least: null, most: null }
  const as = (count: Amount, meant: string): Proposal[] =>
    parts({ ...claim, count }).map((p) =>
      'parts' in p ? { ...p, definition: p.definition ? `${p.definition}; ${meant}` : meant } : p,
    )
  if (least === null && most !== null && NEARLY.test(claim.quote))
    return as({ least: Math.ceil(ENOUGH * (most + 1)), most }, SHORT)
  if (least !== null && least === most && isLoose(claim.quote, least))
    return as({ least: Math.floor((1 - EITHER) * least), most: Math.ceil((1 + EITHER) * least) }, LOOSE)
  return parts(claim)
}

/** Whether a word for "about" stands before this very number, or before one in words. */
function isLoose(quote: string, value: number): boolean {
  const [phrase = '', number = ''] = ABOUT.exec(quote) ?? []
  if (/^a\s/i.test(phrase)) return /^dozen$/i.test(number)
  return number !== '' && (/^\d/.test(number) ? Number(number.replaceAll(',', '')) === value : true)
}

/** How many members, where the subject is an unnamed "states" or a described set; else how many facts ("his third visit"). */
export function partsOfCount(claim: Claim, context: Context, at: At): Proposal[] {
  const by = subjectRole(claim)
  if (!claim.count) return noNumber
  if (by && isOrdinal(claim) && roleOf(claim.kind, by)?.list)
    return [{ exit: 'not-understood', reason: 'a place in the order of partners is not taken into account' }]
  if (by && isOrdinal(claim)) return one(claim, placeOf(claim, context, by, at))
  const described = by ? describedOf(claim.roles[by]) : undefined
  const named = by ? namedOf(claim.roles[by]) : []
  const now = { from: at.asOf, to: at.asOf }
  const window = asksState(claim) && claim.when === undefined ? now : windowOf(claim.when, at, claim.quote)
  const list = by !== undefined && roleOf(claim.kind, by)?.list === true
  const each = claim.rules.includes(EACH) && named.every((n) => classOf(n.id) === 'office')
  if (by && each && named.length === 1 && !list) {
    const set = selectOf(claim, at, window)
    const holders: Select = { ...set, roles: { ...set.roles, [by]: { office: named[0]!.id } }, by }
    return one(claim, { measure: 'count', set: holders, expects: claim.count })
  }
  const where = describedOf(claim.roles.to)
  if (where && claim.kind === 'visit' && claim.rules.includes(EACH)) {
    const set = inOffice(claim, selectOf(claim, at, window))
    if (set.op !== 'select') return noNumber
    const { to: _, ...others } = set.roles
    const visited: Select = { ...set, roles: others, by: 'to' }
    return one(claim, {
      measure: 'count',
      set: { op: 'and', of: [setOfDescribed(where, at), visited] },
      expects: claim.count,
    })
  }
  if (!by || (named.length > 0 && !list))
    return one(claim, { measure: 'count', set: inOffice(claim, selectOf(claim, at, window)), expects: claim.count })
  const base = selectOf(claim, at, window)
  const { [by]: _, ...roles } = base.roles
  const partners = list && named.length ? { [by]: { allOf: named.map((n) => n.id) } } : {}
  const set = asStates(claim.kind, by, { ...base, roles: { ...roles, ...partners }, by }, at)
  return one(claim, {
    measure: 'count',
    set: described ? { op: 'and', of: [setOfDescribed(described, at), set] } : set,
    expects: claim.count,
  })
}

/** As the reader marks a number of persons, each counted once however often they came. */
const EACH = 'count/each'

const NTH = [
  ...[
    '',
    'first',
    'second',
    'third',
    'fourth',
    'fifth',
    'sixth',
    'seventh',
    'eighth',
    'ninth',
    'tenth',
    'eleventh',
    'twelfth',
  ],
]
/** Whether the number is a place in a row ("the third visit"), not how many there are. */
function isOrdinal({ count, quote }: Claim): boolean {
  const n = count?.least
  if (n === null || n === undefined || n !== count?.most) return false
  const words = [NTH[n], `${n}th`, `${n}st`, `${n}nd`, `${n}rd`].filter(Boolean)
  return quote.split(/[^\p{L}\p{N}]+/u).some((word) => words.includes(word.toLowerCase()))
}

/**
 * "The second president to visit", "her third visit": who or what came before. The one that is counted up to is told by the
 * claim or by its companion in the same sentence; else it is the latest by the article's day.
 */
function placeOf(claim: Claim, context: Context, by: string, at: At): Question {
  const companion = companionOf(claim, context, by)
  const people = [...namedOf(claim.roles[by]), ...namedOf(companion?.roles[by])]
  const office = people.find((n) => classOf(n.id) === 'office')?.id ?? people.find((n) => n.as)?.as
  const person = people.find((n) => classOf(n.id) !== 'office')
  const told = claim.when ?? companion?.when
  const claimed = told ? daysOf(told) : undefined
  const window = { from: EVER.from, to: at.date }
  const set = selectOf(claim, at, window)
  const ofOffice = namedOf(claim.roles[by]).some((n) => classOf(n.id) === 'office')
  const term = ofOffice && office ? { office } : person ? { id: person.id } : undefined
  const { [by]: _, ...roles } = set.roles
  const ranked: Select = { ...set, roles: term ? { ...roles, [by]: term } : roles }
  const each = ofOffice && person ? 'member' : 'event'
  if (each === 'event' && !claimed) return { measure: 'count', set: ranked, expects: claim.count! }
  const meant = { ...(person && { of: person.id }), ...(claimed && { claimed }) }
  return { measure: 'rank', set: ranked, role: by, each, ...meant, expects: claim.count! }
}

/** Years before the day of judgement from which an estimate of a community still speaks to the present. */
const RECENT_YEARS = 15

/** A stated size, compared with sources of about the same time. */
export function partsOfSize(claim: Claim, at: At): Proposal[] {
  if (!claim.count) return noNumber
  return one(claim, { measure: 'amount', set: estimates(claim, at), expects: claim.count })
}

/** "How many Jews live in Ecuador?": the sizes that are told of one people in one state. */
export function sizeAsked(claim: Claim, at: At): Proposal[] | undefined {
  const named = (role: string) => namedOf(claim.roles[role]).length > 0
  if (claim.kind !== 'community' || !named('people') || !named('host')) return undefined
  return one(claim, { measure: 'amount', set: estimates(claim, at) })
}

function estimates(claim: Claim, at: At): Select {
  const recent = { from: addDays(at.asOf, -RECENT_YEARS * 365), to: at.asOf }
  return selectOf(claim, at, claim.when ? windowOf(claim.when, at, claim.quote) : recent)
}

/** "The founding of the Italian Republic" is not that of the state of Italy. */
const FORM_FOUNDED =
  /\b(?:found|establish|creat|proclaim|proclamation)\w* (?:\S+ ){0,4}(?:Republic|Kingdom|Federation|Union|Empire)\b/
const noForm: Proposal[] = [
  {
    exit: 'not-checkable',
    reason: 'when a state took a form, as a republic or a kingdom, is not recorded apart from its founding',
  },
]

/**
 * Years since a beginning. An anniversary ahead ("its 200th in 2030") is reckoned to the end of that year, an age to the day of
 * the article. Any told beginning of the state of affairs will do as the reckoning.
 */
export function partsOfYears(claim: Claim, at: At): Proposal[] {
  const years = claim.count?.least ?? claim.count?.most
  if (!claim.count || years === null || years === undefined) return noNumber
  if (claim.kind === 'statehood' && FORM_FOUNDED.test(claim.quote)) return noForm
  const start = claim.when ? daysOf(claim.when) : undefined
  const year = start ? yearOf(start.from) + years : yearOf(at.date)
  const on = year === yearOf(at.date) ? at.date : `${year}-12-31`
  const { begins, reckoned = [] } = definitionOf(claim.kind)
  const set = selectOf(claim, at, EVER)
  const roles = begins ? { ...set.roles, step: { anyOf: [...begins, ...reckoned] } } : set.roles
  const over = claim.count.most === null && /\b(?:over|more than|in excess of|beyond)\b/i.test(claim.quote)
  return one(claim, { measure: 'years', set: { ...set, roles }, on, expects: claim.count, ...(over && { over }) })
}
