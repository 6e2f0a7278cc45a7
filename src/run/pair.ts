import { columnsIn } from '../ask/agreement.ts'
import type { Pattern, Snapshot } from '../ask/index.ts'
import { groupOf, groupsHeld, labelOf, lifetime, membersOf, occupancies, resolve, seatOf } from '../atlas/index.ts'
import type { Ledger } from '../keep/port.ts'
import type { BallotTable } from '../model/ballot.ts'
import type { Source } from '../model/coverage.ts'
import { ChanceryError } from '../model/error.ts'
import { classOf, type EntityId, stateId } from '../model/ids.ts'
import type { Kind } from '../model/kinds/index.ts'
import { type Day, type Days, EVER } from '../model/when.ts'
import type { Label } from '../show/en/label.ts'
import { namingOf } from '../show/names.ts'
import { type AgreementView, agreementView, type Comparison, choiceOn, type Sitting } from '../show/views/agreement.ts'
import { type PairView, pairState, pairView } from '../show/views/pair.ts'
import { relationsOf } from './briefing.ts'
import { type Bilateral, bilateralOf } from './dossier.ts'
import { rollTable } from './roll-table.ts'

const KINDS: readonly Kind[] = ['relations', 'visit', 'meeting', 'agreement', 'mission', 'envoy', 'sanction', 'aid']

export interface PairOptions {
  today: Day
  knownOn?: string
  /** Names of the ledger. */
  label: Label
  /** A group, besides those that are always compared. */
  with?: EntityId
  /** Whom the ledger names, where that was loaded before. */
  ids?: Iterable<EntityId>
}

/** What a ledger holds of a pair of states, as one view. Throws `incorrect` for one state. */
export async function pairOf(ledger: Ledger, a: EntityId, b: EntityId, options: PairOptions): Promise<PairView> {
  if (a === b) throw new ChanceryError('incorrect', 'pair', `${a} twice: name two states`)
  const { today, knownOn, label } = options
  const at = knownOn ? { knownOn } : {}
  const { dealings, more } = await gathered(ledger, a, b, knownOn)
  const table = await rollTable(ledger, { ...at, ids: options.ids })
  const agreement = agreementIn(table, a, b, options)
  const met = more.facts.filter((f) => f.kind === 'meeting')
  const sources = new Map([...dealings.sources, ...more.sources].map((s) => [s.id, s]))
  const ballots = await ballotSources(ledger, agreement.sources, sources, { ...at, table })
  return pairView({
    pair: [stateOfPair(a), stateOfPair(b)],
    ...{ today, ...(knownOn && { knownOn }) },
    facts: [...dealings.facts.filter((f) => f.kind !== 'meeting'), ...met],
    memberships: more.facts.filter((f) => f.kind === 'membership'),
    offices: dealings.offices,
    coverage: dealings.coverage,
    sources: new Map([...ballots, ...sources]),
    judgements: dealings.judgements,
    relations: await relationsOf(ledger, a, b, today, at),
    ...{ agreement, label, groups: groupNames() },
  })
}

interface Gathered {
  dealings: Bilateral
  more: Snapshot
}

async function gather(ledger: Ledger, a: EntityId, b: EntityId, knownOn?: string): Promise<Gathered> {
  const dealings = await bilateralOf(ledger, a, b, { knownOn, kinds: KINDS })
  const asked: Pattern[] = [{ kind: 'membership', roles: { state: [a, b] } }, { kind: 'meeting' }]
  return { dealings, more: await ledger.fetch(asked, knownOn ? { knownOn } : {}) }
}

const kept = new WeakMap<Ledger, { head: number; pairs: Map<string, Gathered> }>()
/** So many pairs are kept as gathered. */
const MOST_PAIRS = 64

/** What is told of a pair, for any day or group, gathered once as long as nothing is done to the ledger. */
async function gathered(ledger: Ledger, a: EntityId, b: EntityId, knownOn?: string): Promise<Gathered> {
  const head = await ledger.head()
  const known = kept.get(ledger)
  const { pairs } = known?.head === head ? known : { pairs: new Map<string, Gathered>() }
  const key = [a, b, knownOn].join(' ')
  const made = pairs.get(key) ?? (await gather(ledger, a, b, knownOn))
  if (head !== (await ledger.head())) return made
  if (pairs.size >= MOST_PAIRS) pairs.delete(pairs.keys().next().value!)
  kept.set(ledger, { head, pairs: pairs.set(key, made) })
  return made
}

const UN = namingOf('UN')

function stateOfPair(id: EntityId) {
  const [note] = UN.notes([id])
  return pairState(id, labelOf(id) ?? id, lifetime(id), note?.note)
}

const GROUPS: readonly EntityId[] = [
  'group:un-african-group',
  'group:un-asia-pacific-group',
  'group:un-eastern-european-group',
  'group:un-grulac',
  'group:un-weog',
]
const EVERYBODY = 'body:united-nations'

/** Every group or body of states that the atlas holds, by name. */
const groupNames = (): { id: EntityId; label: string }[] =>
  groupsHeld()
    .filter((id) => id !== EVERYBODY)
    .map((id) => ({ id, label: groupOf(id)?.label ?? labelOf(id) ?? id }))
    .sort((x, y) => (x.label < y.label ? -1 : 1))

interface Voted {
  knownOn?: string | undefined
  with?: EntityId | undefined
  window?: Days
}

/** How two states voted, alone and with others. Throws `not-found` for a group that the atlas does not hold. */
export const agreementOfPair = async (ledger: Ledger, a: EntityId, b: EntityId, asked: Voted): Promise<AgreementView> =>
  agreementIn(await rollTable(ledger, { knownOn: asked.knownOn }), a, b, asked)

function agreementIn(table: BallotTable, a: EntityId, b: EntityId, { with: group, window }: Voted): AgreementView {
  if (group && !membersOf(group))
    throw new ChanceryError('not-found', group, 'the atlas holds no members of such a group: see chancery resolve')
  const own = GROUPS.filter((id) => [a, b].some((state) => belonged(id, state)))
  const ids = new Set([EVERYBODY, ...own, ...(group ? [group] : [])])
  const asked = { one: sittings(a), other: sittings(b), seatOf, compare: [...ids].map(comparison) }
  if (window) return agreementView(table, { ...asked, window })
  return counted(table, [a, b, ...ids].join(' '), () => agreementView(table, asked))
}

const views = new WeakMap<BallotTable, Map<string, AgreementView>>()
/** How two states voted over all, counted once as long as the roll calls stay. */
function counted(table: BallotTable, key: string, count: () => AgreementView): AgreementView {
  const known = views.get(table) ?? new Map<string, AgreementView>()
  views.set(table, known)
  const view = known.get(key) ?? count()
  if (known.size >= MOST_PAIRS) known.delete(known.keys().next().value!)
  known.set(key, view)
  return view
}

/** Whether a state is, or on its last day was, of a group. */
const belonged = (group: EntityId, state: EntityId): boolean => {
  const last = sittings(state).at(-1)
  return last !== undefined && (membersOf(group, last.to)?.includes(state) ?? false)
}

const comparisons = new Map<EntityId, Comparison>()
/** One a group, always the same: the atlas does not change. */
function comparison(id: EntityId): Comparison {
  const made = comparisons.get(id) ?? comparisonOf(id)
  comparisons.set(id, made)
  return made
}

const comparisonOf = (id: EntityId): Comparison => ({
  id,
  label: id === EVERYBODY ? 'all members of the United Nations' : (groupOf(id)?.label ?? labelOf(id) ?? id),
  definition: groupOf(id)?.definition ?? 'treaty',
  members: (day) => membersOf(id, day) ?? [],
})

/** The seats of the United Nations in which a state sat, in the order of time. */
export const sittings = (state: EntityId): Sitting[] =>
  occupancies()
    .filter((held) => held.state === state)
    .map(({ seat, from, to }) => ({ seat, from, to }))
    .sort((x, y) => (x.from < y.from ? -1 : 1))

/** Sources of roll calls, of which one vote each is looked up. */
export async function ballotSources(
  ledger: Ledger,
  ids: readonly string[],
  known: ReadonlyMap<string, Source>,
  { knownOn, table }: { knownOn?: string | undefined; table?: BallotTable },
): Promise<Map<string, Source>> {
  const open = ids.filter((id) => !known.has(id))
  if (!open.length) return new Map()
  const at = knownOn ? { knownOn } : {}
  const { columns } = table ?? (await rollTable(ledger, at))
  const rolls = open.flatMap((id) => columns.findLast((c) => c.source === id)?.roll ?? [])
  const { sources } = await ledger.fetch([{ kind: 'vote', roles: { roll: rolls } }], at)
  return new Map(sources.map((s) => [s.id, s]))
}

/** A state by its code, id or name, as an address or a person gives it. Throws `not-found`. */
export function stateCalled(name: string): EntityId {
  if (/^[A-Z]{3}$/.test(name) && labelOf(stateId(name))) return stateId(name)
  if (classOf(name) === 'state' && labelOf(name)) return name
  const found = resolve(name).find((c) => classOf(c.id) === 'state')
  if (found) return found.id
  throw new ChanceryError(
    'not-found',
    name,
    `no state is known by the name ${JSON.stringify(name)}: try another spelling`,
  )
}

/** Roll calls of a year, or of all, in which both took part, the latest first. */
export interface JointRoll {
  roll: EntityId
  when: string
  source: string
  one: string
  other: string
}

export async function jointRolls(
  ledger: Ledger,
  a: EntityId,
  b: EntityId,
  { knownOn, window = EVER }: { knownOn?: string | undefined; window?: Days },
): Promise<JointRoll[]> {
  const table = await rollTable(ledger, { knownOn })
  const [one, other] = [choiceOn(table, sittings(a)), choiceOn(table, sittings(b))]
  return columnsIn(table, window)
    .flatMap((column) => {
      const [x, y] = [one(column), other(column)]
      const { roll, when, source } = table.columns[column]!
      return x && y ? [{ roll, when, source, one: x, other: y }] : []
    })
    .reverse()
}
