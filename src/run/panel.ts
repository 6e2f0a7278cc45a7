import { type Agreement, agreementMatrix } from '../ask/agreement.ts'
import { ALWAYS, type World, worldOf } from '../ask/index.ts'
import { existed, groupOfName, listCode, membersOf, resolve, seatOf, spells, statesOn } from '../atlas/index.ts'
import type { Ledger } from '../keep/port.ts'
import type { BallotTable } from '../model/ballot.ts'
import type { Source } from '../model/coverage.ts'
import { ChanceryError } from '../model/error.ts'
import { classOf, type EntityId, nameOf } from '../model/ids.ts'
import { type Days, daysOf, yearOf } from '../model/when.ts'
import type { FlatRow } from '../show/files/row.ts'
import { agreementsByYear, bodiesByYear, envoysByYear, statesOfAffairs } from './panel-states.ts'
import { visitsByYear } from './panel-visits.ts'

export interface PanelOptions {
  /** Names or codes, separated by commas; or `all`. */
  states?: string
  /** A grouping by name: everybody who belonged to it in one of the years. */
  group?: string
  from: number
  to: number
  knownOn?: string
}

export interface Panel {
  states: EntityId[]
  from: number
  to: number
  sources: Source[]
  /** Rows of each year, in the order of years and of the codes of states. */
  years(): Iterable<{ year: number; rows: FlatRow[] }>
}

const YEARS = { first: 1816, last: 2100 }

/** A dyad–year panel of what a ledger tells: a row for each pair and year in which both existed. Throws `incorrect`, `not-found`. */
export async function panelOf(ledger: Ledger, options: PanelOptions): Promise<Panel> {
  const { from, to, knownOn } = options
  if (from > to || from < YEARS.first || to > YEARS.last)
    throw new ChanceryError(
      'incorrect',
      '--from',
      `no years ${from} to ${to}: give --from and --to between ${YEARS.first} and ${YEARS.last}`,
    )
  const states = statesOf(options)
  const at = knownOn ? { knownOn } : {}
  const kinds = ['relations', 'visit', 'office', 'mission', 'envoy', 'agreement', 'membership'] as const
  const snapshot = await ledger.fetch([...ALWAYS, ...kinds.map((kind) => ({ kind }))], at)
  const table = await ledger.ballots(at)
  const world = worldOf(snapshot)
  return {
    states,
    from,
    to,
    sources: await usedSources(ledger, snapshot.sources, table, at),
    years: () => yearsOf(world, table, states, from, to),
  }
}

async function usedSources(
  ledger: Ledger,
  told: readonly Source[],
  table: BallotTable,
  at: { knownOn?: string },
): Promise<Source[]> {
  const rolls = [...new Set(table.columns.map((c) => c.source))]
  const missing = rolls.filter((id) => !told.some((s) => s.id === id))
  const more = missing.length
    ? (await ledger.fetch([{ kind: 'vote', roles: { roll: table.columns.slice(0, 1).map((c) => c.roll) } }], at))
        .sources
    : []
  return [...new Map([...told, ...more].map((s) => [s.id, s])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function statesOf({ states, group, from, to }: PanelOptions): EntityId[] {
  if ((states === undefined) === (group === undefined))
    throw new ChanceryError('incorrect', 'panel', 'which states? give one of --states A,B,C (or all) and --group NAME')
  const found = group !== undefined ? ofGroup(group, from, to) : states === 'all' ? everybody(from, to) : named(states!)
  const ids = [...new Set(found)].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  if (ids.length < 2) throw new ChanceryError('incorrect', 'panel', 'fewer than two states: a panel is of pairs')
  return ids
}

const years = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i)
const everybody = (from: number, to: number): EntityId[] =>
  years(from, to).flatMap((year) => (['cow', 'gw'] as const).flatMap((list) => statesOn(`${year}-12-31`, list)))

function ofGroup(name: string, from: number, to: number): EntityId[] {
  const id = classOf(name) ? name : (groupOfName(name) ?? resolve(name).find((c) => membersOf(c.id) !== undefined)?.id)
  const members = id === undefined ? [] : years(from, to).flatMap((year) => membersOf(id, `${year}-12-31`) ?? [])
  if (members.length) return members
  throw new ChanceryError(
    'not-found',
    name,
    'no grouping of that name is known, or it had no members then: try "European Union" or --states',
  )
}

const named = (text: string): EntityId[] =>
  text
    .split(',')
    .filter((part) => part.trim())
    .map((part) => {
      const found = resolve(part.trim()).find((c) => classOf(c.id) === 'state')
      if (found) return found.id
      throw new ChanceryError(
        'not-found',
        part.trim(),
        'no state of that name is known: try chancery resolve with another spelling',
      )
    })

const inYear = (state: EntityId, year: number): boolean => {
  const of = spells(state)
  return (
    !of.length ||
    existed(state, `${year}-12-31`) ||
    of.some((s) => s.from <= `${year}-12-31` && s.to >= `${year}-01-01`)
  )
}

function* yearsOf(world: World, table: BallotTable, states: readonly EntityId[], from: number, to: number) {
  const visits = visitsByYear(world, world.judgements)
  const affairs = statesOfAffairs(world)
  const [envoys, agreements, bodies] = [envoysByYear(world), agreementsByYear(world), bodiesByYear(world)]
  for (let year = from; year <= to; year++) {
    const there = states.filter((state) => inYear(state, year))
    const [trips, held, shared, votes] = [visits(year), affairs(year), bodies(year), votesIn(table, year)]
    const rows: FlatRow[] = []
    for (const [i, a] of there.entries())
      for (const b of there.slice(i + 1)) {
        const un = votes(a, b)
        const signed = agreements(a, b, year)
        const [ab, ba, lab, lba] = [trips.all(a, b), trips.all(b, a), trips.leaders(a, b), trips.leaders(b, a)]
        rows.push({
          ...{ a: nameOf(a), b: nameOf(b), year },
          ...{ cow_a: cowCode(a, year), cow_b: cowCode(b, year) },
          relations: held.relations(a, b),
          ...{
            visits_ab: ab.told,
            visits_ba: ba.told,
            visits_whole_ab: flag(ab.whole),
            visits_whole_ba: flag(ba.whole),
          },
          ...{ leader_visits_ab: lab.told, leader_visits_ba: lba.told },
          ...{ leader_visits_whole_ab: flag(lab.whole), leader_visits_whole_ba: flag(lba.whole) },
          ...{ embassy_ab: held.embassy(a, b), embassy_ba: held.embassy(b, a) },
          ...{ envoy_ab: envoys(a, b, year), envoy_ba: envoys(b, a, year) },
          ...{ agreements: signed.told, agreements_whole: flag(signed.whole) },
          ...{ un_both: un?.both ?? null, un_alike: un?.alike ?? null },
          un_share: un?.both ? Math.round((1e6 * un.alike) / un.both) / 1e6 : null,
          bodies: shared(a, b),
        })
      }
    yield { year, rows }
  }
}

const flag = (value: boolean): string => (value ? 'true' : 'false')
const cowCode = (state: EntityId, year: number): string | null =>
  existed(state, `${year}-12-31`, 'cow') ? (listCode(state, 'cow', `${year}-12-31`) ?? null) : null

/** Agreement of each pair in the roll calls of a year; undefined where none of the year is held. */
function votesIn(table: BallotTable, year: number): (a: EntityId, b: EntityId) => Agreement | undefined {
  const window: Days = { from: `${year}-01-01`, to: `${year}-12-31` }
  if (!table.columns.some((c) => yearOf(daysOf(c.when)?.from ?? '0000-01-01') === year)) return () => undefined
  const matrix = agreementMatrix(table, window)
  const place = new Map(matrix.voters.map((voter, i) => [voter, i]))
  const seat = (state: EntityId) => place.get(seatOf(state, `${year}-12-31`) ?? seatOf(state, `${year}-06-30`) ?? '')
  return (a, b) => {
    const [x, y] = [seat(a), seat(b)]
    if (x === undefined || y === undefined) return { both: 0, alike: 0 }
    const at = x * matrix.voters.length + y
    return { both: matrix.both[at]!, alike: matrix.alike[at]! }
  }
}
