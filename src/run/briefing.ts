import { agreementByYear, columnsIn } from '../ask/agreement.ts'
import { measure, needs, type World, widen, worldOf } from '../ask/index.ts'
import { demonyms, seatOf } from '../atlas/index.ts'
import type { Ledger } from '../keep/port.ts'
import type { BallotTable } from '../model/ballot.ts'
import type { Coverage, Source } from '../model/coverage.ts'
import { ChanceryError } from '../model/error.ts'
import type { Fact } from '../model/fact.ts'
import { type EntityId, nameOf, slug } from '../model/ids.ts'
import type { Question } from '../model/question.ts'
import { addDays, type Day } from '../model/when.ts'
import { labels } from '../show/en/label.ts'
import type { Naming } from '../show/names.ts'
import type { Briefing } from '../show/views/briefing.ts'
import { markedSince } from '../show/views/briefing-diff.ts'
import { officesThen, statesOfFact } from '../show/views/briefing-lines.ts'
import { briefingView } from '../show/views/briefing-view.ts'
import { anniversariesOf } from './anniversaries.ts'
import { bilateralOf } from './dossier.ts'
import { chanceryVersion } from './reader-version.ts'
import { rollTable } from './roll-table.ts'
import { superlativesOfPair } from './superlatives.ts'

export interface BriefingOptions {
  /** The day of the visit. */
  on: Day
  /** The day on which it is drawn up, which it bears. */
  today: Day
  knownOn?: string
  names: Naming
  /** An earlier issue, or a day by whose records one is drawn up to compare with. */
  since?: Briefing | Day
}

/** Anniversaries are looked for so far ahead, in days, every so many years. */
const AHEAD = 366
const EVERY = 5

/** A briefing on two states before a visit: the same ledger and options give the same briefing. Throws `incorrect` for one state. */
export async function briefingOf(
  ledger: Ledger,
  a: EntityId,
  b: EntityId,
  options: BriefingOptions,
): Promise<Briefing> {
  if (a === b) throw new ChanceryError('incorrect', 'briefing', `${a} twice: name two states`)
  const { since, ...own } = options
  const briefing = await drawnUp(ledger, a, b, own)
  if (since === undefined) return briefing
  const before =
    typeof since === 'string' ? await drawnUp(ledger, a, b, { ...own, knownOn: since, today: since }) : since
  if (before.pair.join() !== briefing.pair.join())
    throw new ChanceryError(
      'incorrect',
      '--since',
      `the earlier issue is of ${before.title}: give one of the same pair`,
    )
  return markedSince(briefing, before)
}

async function drawnUp(
  ledger: Ledger,
  a: EntityId,
  b: EntityId,
  { on, today, knownOn, names }: Omit<BriefingOptions, 'since'>,
): Promise<Briefing> {
  const at = knownOn ? { knownOn } : {}
  const dealings = await bilateralOf(ledger, a, b, { knownOn })
  const more = await ledger.fetch(
    [
      { kind: 'meeting' },
      { kind: 'membership', roles: { state: [a, b] } },
      { kind: 'community', roles: { host: [a, b] } },
    ],
    at,
  )
  const known = new Map((await ledger.allNames(at)).map((n) => [n.id, n.label]))
  const of = (kind: Fact['kind']) => more.facts.filter((f) => f.kind === kind)
  const offices = dealings.offices.filter((f) => f.standing !== 'reported')
  const officeThen = officesThen(offices)
  const meetings = of('meeting').filter((f) => [a, b].every((s) => statesOfFact(f, officeThen).includes(s)))
  const facts = [...dealings.facts.filter((f) => !ELSEWHERE.includes(f.kind)), ...meetings]
  const superlatives = await superlativesOfPair(ledger, a, b, on, knownOn)
  const calendar = await anniversariesOf(ledger, [a, b], { from: on, to: addDays(on, AHEAD) }, EVERY, knownOn)
  const table = await rollTable(ledger, { knownOn, ids: known.keys() })
  const voters = [a, b].map((state) => seatOf(state) ?? `seat:${nameOf(state)}`)
  const columns = columnsIn(table)
  const rolls = await rollSources(ledger, table, at)
  const sources = merged([rolls, dealings.sources, more.sources, superlatives.sources, calendar.sources])
  return briefingView({
    pair: [a, b],
    ...{ on, drawn: today, ...(knownOn && { knownOn }) },
    version: chanceryVersion(),
    facts,
    memberships: of('membership'),
    communities: of('community').filter((f) => isOfTheOther(f, a, b)),
    offices,
    coverage: dealings.coverage.filter((c) => speaksOfPair(c, a, b)),
    sources,
    judgements: dealings.judgements,
    relations: await relationsOf(ledger, a, b, on < today ? on : today, at),
    superlatives,
    anniversaries: calendar.anniversaries,
    agreement: agreementByYear(table, voters[0]!, voters[1]!),
    ballotSources: sourcesByYear(columns.map((c) => table.columns[c]!)),
    base: labels(known),
    names,
  })
}

/** Which sources tell the roll calls of each year. */
function sourcesByYear(columns: readonly { when: string; source: string }[]): Map<string, string[]> {
  const years = Map.groupBy(columns, ({ when }) => when.slice(0, 4))
  return new Map([...years].map(([year, of]) => [year, [...new Set(of.map((c) => c.source))].sort()]))
}

function merged(of: readonly (ReadonlyMap<string, Source> | readonly Source[])[]): Map<string, Source> {
  return new Map(of.flatMap((one) => [...one.values()].map((s) => [s.id, s] as const)))
}

/** A people of one of the states that lives in the other. */
function isOfTheOther({ roles }: Fact, a: EntityId, b: EntityId): boolean {
  const other = roles.host === a ? b : a
  return demonyms(other).some((name) => `people:${slug(name)}` === roles.people)
}

/** Kinds that are fetched otherwise. */
const ELSEWHERE: readonly Fact['kind'][] = ['meeting', 'membership', 'community']

const speaksOfPair = (c: Coverage, a: EntityId, b: EntityId): boolean => {
  const states = Object.values(c.roles)
    .flat()
    .filter((id) => id.startsWith('state:'))
  return states.length > 0 && states.every((state) => state === a || state === b)
}

/** The sources of roll calls, of each of which one roll call is looked up. */
async function rollSources(ledger: Ledger, table: BallotTable, at: { knownOn?: string }): Promise<Source[]> {
  const rolls = [...new Map(table.columns.map((c) => [c.source, c.roll])).values()]
  return rolls.length ? (await ledger.fetch([{ kind: 'vote', roles: { roll: rolls } }], at)).sources : []
}

/** Days on which some list ends that are tried, from the latest. */
const MOST_DAYS = 24

/** Whether two states have relations on a day or, where the sources end before, on the last day that they reach. */
export async function relationsOf(ledger: Ledger, a: EntityId, b: EntityId, day: Day, at: { knownOn?: string }) {
  const question = (on: Day): Question => ({
    measure: 'includes',
    set: {
      op: 'select',
      kind: 'relations',
      roles: { between: { allOf: [a] }, step: { id: 'held' } },
      window: { from: on, to: on },
      by: 'between',
    },
    expects: [b],
  })
  const occupancy = (await ledger.fetch([{ kind: 'occupancy' }], at)).facts
  const snapshot = await ledger.fetch(widen(needs(question(day)), occupancy), at)
  const world: World = worldOf(snapshot)
  const ends = [...new Set(world.coverageOf('relations').map((c) => c.to))]
    .filter((end) => end < day)
    .sort()
    .reverse()
  const now = measure(world, question(day))
  if (now.outcome !== 'not-covered') return { answer: now, on: day }
  for (const on of ends.slice(0, MOST_DAYS)) {
    const answer = measure(world, question(on))
    if (answer.outcome !== 'not-covered') return { answer, on }
  }
  return { answer: now, on: day }
}
