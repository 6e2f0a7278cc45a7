import { measure, needs, type Pattern, type World } from '../ask/index.ts'
import type { EntityId } from '../model/ids.ts'
import { stateOfOffice } from '../model/ids.ts'
import type { Question, Select } from '../model/question.ts'
import type { Answer, Evidence } from '../model/verdict.ts'
import { addDays, type Day, EVER } from '../model/when.ts'

/** What a visit by the holder of an office would be, or what the visits so far were. */
export type SuperlativeSort = 'first' | 'first-since' | 'nth'

export interface Superlative {
  sort: SuperlativeSort
  office: EntityId
  to: EntityId
  /** The supported question that lets it be said. */
  question: Question
  answer: Answer
  /** The last day for which it can be said: lists may end before the visit. */
  known: Day
  /** Whether that is the day before the visit. */
  whole: boolean
  /** For `nth`: how many there were before. */
  before?: number
  /** For `first-since`: the last one before. */
  since?: Evidence
}

/** What cannot be said of an office's visits, with the answer that says what is missing. */
export interface Unsafe {
  office: EntityId
  to: EntityId
  answer: Answer
}

export interface Superlatives {
  safe: Superlative[]
  unsafe: Unsafe[]
}

/** Offices whose holders' visits make news, the highest first. */
const OFFICES = [
  'president',
  'monarch',
  'prime-minister',
  'chancellor',
  'secretary-of-state',
  'foreign-minister',
  'pope',
]

/** One office's visits to a state before a day. */
interface Journey {
  office: EntityId
  to: EntityId
}

const visitsOf = ({ office, to }: Journey, from: Day, until: Day): Select => ({
  op: 'select',
  kind: 'visit',
  roles: { visitor: { office }, to: { id: to } },
  window: { from, to: until },
})
const none = (set: Select): Question => ({ measure: 'exactly', set, expects: [] })

/** Offices of `from` in the order of rank, as far as the ledger tells any holder. */
export const officesOf = (state: EntityId, told: readonly EntityId[]): EntityId[] =>
  OFFICES.flatMap((title) =>
    told.filter((id) => stateOfOffice(id) === state && id.slice('office:'.length).split('/')[0] === title),
  )

/** What a ledger must be asked for before the superlatives of a pair can be told. */
export const superlativeNeeds = (journeys: readonly Journey[]): Pattern[] =>
  journeys.flatMap((journey) => needs(none(visitsOf(journey, EVER.from, EVER.to))))

/**
 * What may safely be said of a visit by each office on a day, the strongest first: the first ever; the first since; the N-th.
 * Nothing is said that lists do not bear out; where they end before the day, it is said as known on their last day.
 */
export function superlativesOf(world: World, journeys: readonly Journey[], on: Day): Superlatives {
  const found = journeys.map((journey) => ofJourney(world, journey, addDays(startOf(world, journey, on), -1)))
  const rank = (s: Superlative): number => ['first', 'first-since', 'nth'].indexOf(s.sort)
  return {
    safe: found.flatMap((f) => f.safe).sort((a, b) => rank(a) - rank(b) || gapOf(world, b, on) - gapOf(world, a, on)),
    unsafe: found.flatMap((f) => f.unsafe),
  }
}

/** The first day of the visit that goes on on that day, if one is told: it is not one before itself. */
const startOf = (world: World, journey: Journey, on: Day): Day =>
  measure(world, { measure: 'any', set: visitsOf(journey, on, on) }).witnesses.reduce((first, { fact }) => {
    const { from, to } = world.days(fact)
    return fact.when?.length !== undefined && fact.when.length >= 10 && from <= on && on <= to && from < first
      ? from
      : first
  }, on)

/** Days since the last one before. */
const gapOf = (world: World, { since }: Superlative, on: Day): number =>
  since ? Date.parse(on) - Date.parse(world.days(since.fact).to) : 0

function ofJourney(world: World, journey: Journey, until: Day): Superlatives {
  const ever = asFarAsKnown(world, journey, EVER.from, until)
  if (ever.supported) return { safe: [{ ...journey, sort: 'first', ...ever.supported }], unsafe: [] }
  const past = measure(world, { measure: 'count', set: visitsOf(journey, EVER.from, until) })
  const last = past.witnesses.toSorted((a, b) => (world.days(a.fact).to < world.days(b.fact).to ? 1 : -1))[0]
  if (!last) return { safe: [], unsafe: [{ ...journey, answer: ever.answer }] }
  const after = asFarAsKnown(world, journey, addDays(world.days(last.fact).to, 1), until)
  const safe: Superlative[] = after.supported
    ? [
        { ...journey, sort: 'first-since', since: last, ...after.supported },
        ...counted(world, journey, after.supported),
      ]
    : []
  return { safe, unsafe: after.supported ? [] : [{ ...journey, answer: after.answer }] }
}

/** Where every visit so far is told, how many there were. */
function counted(
  world: World,
  journey: Journey,
  { known, whole }: Pick<Superlative, 'known' | 'whole'>,
): Superlative[] {
  const set = visitsOf(journey, EVER.from, known)
  const { value } = measure(world, { measure: 'count', set })
  if (!value || value.least === null || value.least !== value.most) return []
  const question: Question = { measure: 'count', set, expects: value }
  const answer = measure(world, question)
  const said: Superlative = { ...journey, sort: 'nth', before: value.least, question, answer, known, whole }
  return answer.outcome === 'supported' ? [said] : []
}

/** That there was none from a day until another, or until the last day that a list reaches. */
function asFarAsKnown(
  world: World,
  journey: Journey,
  from: Day,
  until: Day,
): { answer: Answer; supported?: Pick<Superlative, 'question' | 'answer' | 'known' | 'whole'> } {
  const ends = world.coverageOf('visit').map((c) => c.to)
  const days = [
    until,
    ...[...new Set(ends)]
      .filter((day) => day < until && day >= from)
      .sort()
      .reverse(),
  ]
  const first = measure(world, none(visitsOf(journey, from, until)))
  for (const known of first.outcome === 'refuted' ? [] : days) {
    const question = none(visitsOf(journey, from, known))
    const answer = known === until ? first : measure(world, question)
    if (answer.outcome === 'supported')
      return { answer: first, supported: { question, answer, known, whole: known === until } }
  }
  return { answer: first }
}
