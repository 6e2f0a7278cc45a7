import type { Fact } from '../../model/fact.ts'
import { classOf, type EntityId, nameOf } from '../../model/ids.ts'
import { type Day, daysOf, EVER } from '../../model/when.ts'
import type { Label } from '../en/label.ts'
import { dates } from '../en/time.ts'
import { harmless } from '../harmless.ts'
import { type Place, placeOf } from './map.ts'
import type { ShownSource } from './pair.ts'

/** What a voter did: a choice told by all who tell it, sources that differ, or nothing told of a member of that day. */
export const ACTS = ['yes', 'no', 'abstain', 'absent', 'differs', 'untold'] as const
export type Act = (typeof ACTS)[number]

export const ACT_WORDS: Readonly<Record<Act, string>> = {
  yes: 'in favour',
  no: 'against',
  abstain: 'abstained',
  absent: 'absent',
  differs: 'sources differ',
  untold: 'no vote told here',
}

export interface Vote {
  fact: string
  choice: string
  source: string
  where?: string
  url?: string
}

export interface Voter extends Partial<Place> {
  seat: EntityId
  code: string
  /** The state that sat in the seat on the day, by its name of then. */
  label: string
  state: EntityId
  /** Who sits there now, where that is another state or another name; `null`: nobody. */
  now?: string | null
  act: Act
  votes: Vote[]
  /** The value of the joined set, and the facts that bear it out. */
  joined?: { value: string; facts: string[] }
}

/** What one source counts, and what it says of its totals. */
export interface Count {
  source: string
  counts: Record<string, number>
  /** Choices whose votes come to the total stated. */
  footed: string[]
  says: { id: string; say: string }[]
}

/** A second set with which the voters are joined. */
export interface Join {
  id: string
  title: string
  values: { id: string; label: string }[]
  /** The day for which it is told, where that is not the day of the vote. */
  on?: Day
  notes: string[]
}

export interface RollView {
  id: EntityId
  label: string
  /** Other words for it. */
  aliases: string[]
  when: string
  date: string
  totals: Record<Act, number>
  voters: Voter[]
  counts: Count[]
  join?: Join
  notes: string[]
  sources: Record<string, ShownSource>
}

export interface RollMaterial {
  id: EntityId
  label: string
  aliases: readonly string[]
  votes: readonly Fact[]
  /** What is stated of the totals of this very roll call. */
  stated: readonly { id: string; source: string; choices: readonly string[]; note: string }[]
  /** Seats that states occupied on the day, whether they voted or not. */
  seats: readonly EntityId[]
  occupant(seat: EntityId, day?: Day): EntityId | undefined
  joined?: { join: Join; of(seat: EntityId): { value: string; facts: string[] } }
  name: Label
  sources: Record<string, ShownSource>
}

/** The time of a roll call as its most exact source tells it. */
export const whenOf = (votes: readonly Pick<Fact, 'when'>[]): string =>
  votes.reduce((best, f) => (f.when && f.when.length > best.length ? f.when : best), '')

export function rollView(material: RollMaterial): RollView {
  const when = whenOf(material.votes)
  const day = daysOf(when)?.from ?? EVER.from
  const byVoter = Map.groupBy(material.votes, (f) => String(f.roles.voter))
  const seats = [...new Set([...byVoter.keys(), ...material.seats])]
  const voters = seats.map((seat) => voterOf(seat, byVoter.get(seat) ?? [], day, material)).sort(byName)
  const { id, label, joined, sources } = material
  return {
    ...{ id, label: harmless(label), aliases: material.aliases.map(harmless), when, date: dates(when) },
    totals: Object.fromEntries(ACTS.map((act) => [act, voters.filter((v) => v.act === act).length])) as Record<
      Act,
      number
    >,
    voters,
    counts: countsOf(material),
    ...(joined && { join: joined.join }),
    notes: seatNotes(voters),
    sources,
  }
}

const byName = (x: Voter, y: Voter): number =>
  x.label < y.label ? -1 : x.label > y.label ? 1 : x.seat < y.seat ? -1 : 1

function voterOf(seat: EntityId, facts: readonly Fact[], day: Day, { occupant, name, joined }: RollMaterial): Voter {
  const state = occupant(seat, day) ?? `state:${nameOf(seat)}`
  const [then, today] = [name(state, day), occupant(seat)]
  const now =
    classOf(seat) === 'seat' && today === undefined ? null : today && today !== state ? name(today) : undefined
  const renamed = now === undefined && name(state) !== then ? name(state) : now
  const choices = new Set(facts.map((f) => String(f.roles.choice)))
  return {
    ...{ seat, code: nameOf(seat), label: then, state },
    ...(renamed !== undefined && { now: renamed }),
    act: choices.size > 1 ? 'differs' : (([...choices][0] as Act | undefined) ?? 'untold'),
    votes: facts.map(voteOf).sort((x, y) => (x.source < y.source ? -1 : 1)),
    ...placeOf(state, day),
    ...(joined && { joined: joined.of(seat) }),
  }
}

const voteOf = ({ id, roles, cite }: Fact): Vote => ({
  ...{ fact: id, choice: String(roles.choice), source: cite.source },
  ...(cite.locator && { where: harmless(cite.locator) }),
  ...(cite.url && /^https?:\/\//i.test(cite.url) && { url: harmless(cite.url) }),
})

function countsOf({ votes, stated }: RollMaterial): Count[] {
  const bySource = Map.groupBy(votes, (f) => f.cite.source)
  return [...bySource]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([source, own]) => {
      const says = stated.filter((s) => s.source === source)
      const count = (choice: string) => own.filter((f) => f.roles.choice === choice).length
      return {
        source,
        counts: Object.fromEntries(['yes', 'no', 'abstain', 'absent'].map((choice) => [choice, count(choice)])),
        footed: [...new Set(says.flatMap((s) => s.choices))],
        says: says.map(({ id, note }) => ({ id, say: harmless(note) })),
      }
    })
}

/** Seats in which another state, or nobody, sits now: whom is meant by "now" differs by them. */
function seatNotes(voters: readonly Voter[]): string[] {
  const others = voters.filter((v) => v.now && v.votes.length).map((v) => `${v.label} (now ${v.now})`)
  const empty = voters.filter((v) => v.now === null && v.votes.length).map((v) => v.label)
  return [
    ...(others.length ? [`Seats are named as of the day of the vote: ${others.join(', ')}.`] : []),
    ...(empty.length ? [`In these seats nobody sits now: ${empty.join(', ')}.`] : []),
  ]
}

/** How many voters of each act have each value of the joined set. */
export function crossed({ voters, join }: Pick<RollView, 'voters' | 'join'>): { act: Act; cells: Voter[][] }[] {
  const acts = ACTS.filter((act) => voters.some((v) => v.act === act))
  const values = join?.values ?? []
  return acts.map((act) => ({
    act,
    cells: values.map(({ id }) => voters.filter((v) => v.act === act && v.joined?.value === id)),
  }))
}
