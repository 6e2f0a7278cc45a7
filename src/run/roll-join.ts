import { measure, needs, widen, worldOf } from '../ask/index.ts'
import { existed, groupOf, labelOf, membersOf, occupant } from '../atlas/index.ts'
import type { Ledger } from '../keep/port.ts'
import { ChanceryError } from '../model/error.ts'
import { classOf, type EntityId, nameOf, stateId } from '../model/ids.ts'
import type { Question } from '../model/question.ts'
import type { Answer } from '../model/verdict.ts'
import { type Day, daysOf } from '../model/when.ts'
import { definite, type Label } from '../show/en/label.ts'
import { dates, point } from '../show/en/time.ts'
import { ACT_WORDS, type Join } from '../show/views/roll.ts'
import { stateCalled } from './pair.ts'

export interface JoinOptions {
  today: Day
  knownOn?: string
  name: Label
  seats?: 'now' | 'then'
  on?: Day
  /** When the roll call took place. */
  voted: string
}

export interface Joined {
  join: Join
  of(seat: EntityId): { value: string; facts: string[] }
}

/** The voters of a roll call by a second set. Throws `incorrect` for a set that is none, `not-found` for one not known. */
export async function joinOf(
  ledger: Ledger,
  spec: string,
  seats: readonly EntityId[],
  options: JoinOptions,
): Promise<Joined> {
  if (spec.startsWith('ties:')) return tiesOf(ledger, spec.slice('ties:'.length), seats, options)
  if (spec.startsWith('roll:')) return choicesOn(ledger, spec, options)
  if (spec === 'regions') return regionsOf(options)
  if (classOf(spec) === 'group' || classOf(spec) === 'body') return groupAs(spec, options)
  throw new ChanceryError(
    'incorrect',
    '--with',
    `no set, ${JSON.stringify(spec)}: write ties:ISR, regions, a group (group:arab-states), a body or a roll call by its id`,
  )
}

/** Who a seat stands for: the state there now (nobody, where the seat is empty), or the one that cast the vote. */
const stateOf = (seat: EntityId, { seats = 'now', voted }: JoinOptions): EntityId | undefined => {
  if (seats === 'now') return occupant(seat)
  return occupant(seat, daysOf(voted)?.from) ?? stateId(nameOf(seat))
}

const standsFor = ({ seats = 'now' }: JoinOptions): string =>
  seats === 'now'
    ? 'A seat stands for the state that sits there now.'
    : 'A seat stands for the state that cast the vote.'

const TIES = [
  { id: 'yes', label: 'ties' },
  { id: 'no', label: 'no ties' },
  { id: 'differs', label: 'sources differ' },
  { id: 'untold', label: 'not told here' },
  { id: 'ended', label: 'state no longer there' },
  { id: 'self', label: 'the state itself' },
]

/** Days on which some list ends that are tried, from the latest. */
const MOST_DAYS = 12

async function tiesOf(ledger: Ledger, name: string, seats: readonly EntityId[], options: JoinOptions): Promise<Joined> {
  const other = stateCalled(name)
  const at = options.knownOn ? { knownOn: options.knownOn } : {}
  const states = new Map(seats.map((seat) => [seat, stateOf(seat, options)]))
  const ids = [...new Set([...states.values()].filter((s) => s !== undefined && s !== other))] as EntityId[]
  const question = (on: Day): Question => ({
    measure: 'includes',
    set: {
      op: 'and',
      of: [
        { op: 'members', ids },
        {
          ...{ op: 'select', kind: 'relations', window: { from: on, to: on }, by: 'between' },
          roles: { between: { allOf: [other] }, step: { id: 'held' } },
        },
      ],
    },
  })
  const asked = options.on ?? options.today
  const { facts: occupancy } = await ledger.fetch([{ kind: 'occupancy' }], at)
  const world = worldOf(await ledger.fetch(widen(needs(question(asked)), occupancy), at))
  const ends = [...new Set(world.coverageOf('relations').map((c) => c.to))].filter((day) => day < asked)
  const days = options.on ? [asked] : [asked, ...ends.sort().reverse().slice(0, MOST_DAYS)]
  const tried = days.map((on) => ({ on, answer: measure(world, question(on)) }))
  const { on, answer } = tried.reduce((best, one) => (one.answer.open.length < best.answer.open.length ? one : best))
  const value = (state: EntityId | undefined): string =>
    state === other ? 'self' : !state || !existed(state, on) ? 'ended' : valueIn(answer, state)
  const told = Map.groupBy([...answer.witnesses, ...answer.against], (w) => w.entity)
  const title = `Diplomatic relations with ${definite(labelOf(other) ?? other)}, ${on === options.today ? 'today' : point(on)}`
  const known = on === asked ? [] : [`As last known on ${point(on)}, the day to which most sources reach.`]
  return {
    join: { ...{ id: `ties:${nameOf(other)}`, title, values: TIES, on }, notes: [...known, standsFor(options)] },
    of: (seat) => {
      const state = states.get(seat)
      const facts = [...new Set((told.get(state ?? '') ?? []).map((w) => w.fact.id))]
      return { value: value(state), facts }
    },
  }
}

const valueIn = ({ members, contested, open }: Answer, state: EntityId): string =>
  members.includes(state) ? 'yes' : contested.includes(state) ? 'differs' : open.includes(state) ? 'untold' : 'no'

/** What the same seats chose in another roll call. */
async function choicesOn(ledger: Ledger, id: EntityId, { knownOn, name }: JoinOptions): Promise<Joined> {
  const { facts } = await ledger.fetch([{ kind: 'vote', roles: { roll: [id] } }], knownOn ? { knownOn } : {})
  if (!facts.length) throw new ChanceryError('not-found', id, 'no such roll call is held here')
  const byVoter = Map.groupBy(facts, (f) => String(f.roles.voter))
  const values = (['yes', 'no', 'abstain', 'absent', 'differs', 'untold'] as const).map((act) => ({
    id: act,
    label: ACT_WORDS[act],
  }))
  const when = facts.reduce((best, f) => (f.when && f.when.length > best.length ? f.when : best), '')
  return {
    join: { id, title: `${name(id)}, ${dates(when)}`, values, notes: [] },
    of: (seat) => {
      const own = byVoter.get(seat) ?? []
      const choices = [...new Set(own.map((f) => String(f.roles.choice)))]
      return { value: choices.length > 1 ? 'differs' : (choices[0] ?? 'untold'), facts: own.map((f) => f.id) }
    },
  }
}

/** The day for which a group is asked: the day of the vote for those who voted then, else today. */
const groupDay = (options: JoinOptions): Day =>
  options.on ?? (options.seats === 'then' ? (daysOf(options.voted)?.to ?? options.today) : options.today)

function groupAs(id: EntityId, options: JoinOptions): Joined {
  const on = groupDay(options)
  const members = membersOf(id, on)
  if (!members) throw new ChanceryError('not-found', id, 'the atlas holds no members of such a group')
  const label = groupOf(id)?.label ?? labelOf(id) ?? id
  const definition = groupOf(id)?.definition
  const values = [
    { id: 'yes', label: 'member' },
    { id: 'no', label: 'not a member' },
    { id: 'ended', label: 'state no longer there' },
  ]
  const notes = [...(definition ? [`As reckoned by: ${definition}.`] : []), standsFor(options)]
  return {
    join: { id, title: `${label}, ${point(on)}`, values, on, notes },
    of: (seat) => {
      const state = stateOf(seat, options)
      return { value: state === undefined ? 'ended' : members.includes(state) ? 'yes' : 'no', facts: [] }
    },
  }
}

const REGIONS = ['african-group', 'asia-pacific-group', 'eastern-european-group', 'grulac', 'weog'].map(
  (name) => `group:un-${name}`,
)

function regionsOf(options: JoinOptions): Joined {
  const on = groupDay(options)
  const groups = REGIONS.map((id) => ({ id, label: groupOf(id)?.label ?? id, members: membersOf(id, on) ?? [] }))
  const values = [
    ...groups.map(({ id, label }) => ({ id, label })),
    { id: 'none', label: 'in none, or no longer there' },
  ]
  return {
    join: {
      ...{ id: 'regions', title: 'Regional groups of the United Nations', values, on },
      notes: ['The groups as they are reckoned now; those of 1945 were others.', standsFor(options)],
    },
    of: (seat) => {
      const state = stateOf(seat, options)
      return { value: groups.find((g) => state && g.members.includes(state))?.id ?? 'none', facts: [] }
    },
  }
}
