import type { Pattern } from '../ask/snapshot.ts'
import type { Ballot, BallotTable } from '../model/ballot.ts'
import type { Coverage, NewCoverage } from '../model/coverage.ts'
import { ChanceryError } from '../model/error.ts'
import type { Citation, Fact } from '../model/fact.ts'
import type { EntityId } from '../model/ids.ts'
import { daysOf, EVER } from '../model/when.ts'
import { canonical, hashOf } from './content.ts'
import { bears } from './match.ts'
import type { Entry } from './port.ts'

/** The choices by their number in packed ballots, from 1. A file that is kept depends on this order. */
export const CHOICES = ['yes', 'no', 'abstain', 'absent'] as const

export type Head = Omit<Ballot, 'votes'>

/**
 * The id of a vote names its ballot (roll, source and locator) in its first half and voter and choice in its second, so that it
 * can be found without an index, and stays the same when the rest of its ballot is corrected.
 */
export const ballotKey = ({ roll, source, locator }: Head): string =>
  hashOf(canonical({ roll, source, locator })).slice(0, 16)

const voteKeys = new Map<string, string>()

export function voteKey(voter: EntityId, choice: string): string {
  const text = `${voter} ${choice}`
  const known = voteKeys.get(text)
  if (known !== undefined) return known
  const key = hashOf(text).slice(0, 16)
  voteKeys.set(text, key)
  return key
}

/** The ballot's part of the id of a vote, or of what a ballot covers. */
export const keyOf = (id: string): string => id.slice(id.indexOf(':') + 1).slice(0, 16)

/** Votes in order of voter. Throws `incorrect` for a choice that is none, or a voter who stands twice. */
export function orderedVotes({ roll, votes }: Ballot): Ballot['votes'] {
  const inOrder = votes.every(([voter], i) => i === 0 || votes[i - 1]![0] < voter)
  const ordered = inOrder ? votes : votes.toSorted(([a], [b]) => (a < b ? -1 : 1))
  for (const [i, [voter, choice]] of ordered.entries()) {
    if (!inOrder && ordered[i - 1]?.[0] === voter) throw new ChanceryError('incorrect', roll, `${voter} stands twice`)
    if (!CHOICES.includes(choice as 'yes')) throw new ChanceryError('incorrect', roll, `"${choice}" is no choice`)
  }
  return ordered
}

/** What makes two tellings of a vote one: a row that a pack tells as well is no second witness. */
export const tellingOf = ({ roles, cite }: Fact): string =>
  `${roles.roll} ${roles.voter} ${roles.choice} ${cite.source} ${cite.locator}`

/** One ballot as kept, with the transactions between which it was told. */
export interface Leaf {
  key: string
  head: Head
  /** By the number of the voter: 0 for no vote told, else a choice's number. */
  choices: Uint8Array
  filings: readonly { added: number; retracted: number }[]
}

/** What a person did to one vote, or to what a ballot says that it covers. */
export interface Act {
  tx: number
  id: string
  act: 'accept' | 'reject' | 'retract'
}

interface Found {
  leaf: Leaf
  voter: EntityId
  choice: string
}

const isIn = (leaf: Leaf, bound: number): boolean => leaf.filings.some((f) => f.added <= bound && f.retracted > bound)

/** Packed ballots as facts and coverage, as known at a transaction. */
export class Book {
  readonly #leaves: readonly Leaf[]
  readonly #voters: readonly EntityId[]
  readonly #keys: string[] = []
  #made: { bound: number; table: BallotTable } | undefined
  readonly #numbers: ReadonlyMap<EntityId, number>
  readonly #byRoll: ReadonlyMap<EntityId, readonly Leaf[]>
  readonly #acts: ReadonlyMap<string, readonly Act[]>

  acts = (id: string): readonly Act[] => this.#acts.get(id) ?? []

  constructor(leaves: readonly Leaf[], voters: readonly EntityId[], acts: readonly Act[]) {
    this.#leaves = leaves.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    this.#voters = voters
    this.#numbers = new Map(voters.map((voter, n) => [voter, n]))
    this.#byRoll = Map.groupBy(this.#leaves, (leaf) => leaf.head.roll)
    this.#acts = Map.groupBy(acts, (act) => act.id)
  }

  /** Facts of votes in force that match a pattern, but for tellings `told` singly; the ballots in order of id. */
  facts({ kind, roles = {} }: Pattern, bound: number, told?: ReadonlySet<string>): Fact[] {
    if (kind !== 'vote' || Object.keys(roles).some((role) => !ROLES.includes(role))) return []
    const leaves = roles.roll ? [...new Set(roles.roll)].flatMap((roll) => this.#byRoll.get(roll) ?? []) : this.#leaves
    const voters = roles.voter && [...new Set(roles.voter)].flatMap((voter) => this.#numbers.get(voter) ?? [])
    const wanted = CHOICES.map((choice) => !roles.choice || roles.choice.includes(choice))
    const out: Fact[] = []
    for (const leaf of leaves) if (isIn(leaf, bound)) this.#unpack(leaf, voters, wanted, bound, out)
    return told?.size ? out.filter((fact) => !told.has(tellingOf(fact))) : out
  }

  #unpack(leaf: Leaf, voters: readonly number[] | undefined, wanted: readonly boolean[], bound: number, out: Fact[]) {
    const { choices, head, key } = leaf
    const length = voters ? voters.length : choices.length
    let cite: Citation | undefined
    for (let i = 0; i < length; i++) {
      const n = voters ? voters[i]! : i
      const number = choices[n]
      if (!number || !wanted[number - 1]) continue
      const id = `fact:${key}${this.#keyOf(n, number)}`
      if (this.#acts.size && this.#hidden(id, bound)) continue
      cite ??= citeOf(head)
      out.push(factOf(id, head, cite, this.#voters[n]!, CHOICES[number - 1]!))
    }
  }

  /** The second half of a vote's id. */
  #keyOf(n: number, choice: number): string {
    const place = n * CHOICES.length + choice - 1
    this.#keys[place] ??= voteKey(this.#voters[n]!, CHOICES[choice - 1]!)
    return this.#keys[place]
  }

  #hidden(id: string, bound: number): boolean {
    const acts = (this.#acts.get(id) ?? []).filter((act) => act.tx <= bound)
    const decision = acts.findLast((act) => act.act !== 'retract')
    return decision?.act === 'reject' || this.isRetracted(id, bound)
  }

  /** What the ballots of the roll calls that patterns name cover by count. */
  coverage(patterns: readonly Pattern[], bound: number): Coverage[] {
    const named = patterns.filter((p) => p.kind === 'vote' && p.roles?.roll)
    const rolls = new Set(named.flatMap((p) => p.roles!.roll!))
    const leaves = [...rolls].flatMap((roll) => this.#byRoll.get(roll) ?? []).filter((leaf) => isIn(leaf, bound))
    return leaves
      .flatMap((leaf) => coverageOf(leaf) ?? [])
      .filter((c) => named.some((p) => bears(p, c)) && !this.#hidden(c.id, bound))
  }

  /** Votes in force with their sources, those that a person rejected among them. */
  standing(bound: number): Map<string, string> {
    const out = new Map<string, string>()
    for (const leaf of this.#leaves)
      if (isIn(leaf, bound))
        for (const [n, choice] of leaf.choices.entries()) {
          if (!choice) continue
          const id = `fact:${leaf.key}${this.#keyOf(n, choice)}`
          if (!this.isRetracted(id, bound)) out.set(id, leaf.head.source)
        }
    return out
  }

  /** How many votes in force were decided so last. */
  decided(decision: 'accept' | 'reject', bound: number): number {
    return [...this.#acts].filter(([id, acts]) => {
      const last = acts.findLast((act) => act.act !== 'retract')?.act
      return last === decision && !this.isRetracted(id) && this.leavesOf(id).some((leaf) => isIn(leaf, bound))
    }).length
  }

  /** A vote by its id, whether it is in force or not; of several ballots, the one filed last. */
  vote(id: string): Fact | undefined {
    const found = this.#votes(id)
      .sort((a, b) => lastAdded(a.leaf) - lastAdded(b.leaf))
      .at(-1)
    return found && factOf(id, found.leaf.head, citeOf(found.leaf.head), found.voter, found.choice)
  }

  /** The ballots that told a vote, or cover what an id of coverage says. */
  leavesOf(id: string): Leaf[] {
    if (id.startsWith('coverage:')) return this.#leaves.filter((leaf) => coverageOf(leaf)?.id === id)
    return this.#votes(id).map(({ leaf }) => leaf)
  }

  #votes(id: string): Found[] {
    const key = keyOf(id)
    return this.#leaves.flatMap((leaf) => {
      if (leaf.key !== key) return []
      const n = leaf.choices.findIndex((c, i) => c > 0 && id.endsWith(voteKey(this.#voters[i]!, CHOICES[c - 1]!)))
      return n < 0 ? [] : [{ leaf, voter: this.#voters[n]!, choice: CHOICES[leaf.choices[n]! - 1]! }]
    })
  }

  /** Whether an act of retraction stands on an id. */
  isRetracted = (id: string, bound = Number.POSITIVE_INFINITY): boolean =>
    this.acts(id).some((act) => act.act === 'retract' && act.tx <= bound)

  isOpen = (id: string, bound: number): boolean =>
    !this.isRetracted(id) && this.leavesOf(id).some((l) => isIn(l, bound))

  /** Made once a bound; nobody writes to it. */
  table(bound: number): BallotTable {
    if (this.#made?.bound !== bound) this.#made = { bound, table: this.#tableAt(bound) }
    return this.#made.table
  }

  #tableAt(bound: number): BallotTable {
    const leaves = this.#leaves.filter((leaf) => isIn(leaf, bound)).sort(byTime)
    const choices = new Uint8Array(this.#voters.length * leaves.length)
    const width = leaves.length
    for (let column = 0; column < width; column++) {
      const told = leaves[column]!.choices
      for (let n = 0; n < told.length; n++) choices[n * width + column] = told[n]!
    }
    for (const id of this.#acts.keys()) if (this.#hidden(id, bound)) this.#blank(id, leaves, choices)
    const columns = leaves.map(({ head: { roll, when, source } }) => ({ roll, when, source }))
    return { voters: this.#voters, columns, choices, names: CHOICES }
  }

  #blank(id: string, leaves: readonly Leaf[], choices: Uint8Array): void {
    for (const { leaf, voter } of this.#votes(id)) {
      const column = leaves.indexOf(leaf)
      if (column >= 0) choices[this.#numbers.get(voter)! * leaves.length + column] = 0
    }
  }
}

const ROLES = ['roll', 'voter', 'choice']
const lastAdded = (leaf: Leaf): number => Math.max(...leaf.filings.map((f) => f.added))

const byTime = (a: Leaf, b: Leaf): number =>
  compare(a.head.when, b.head.when) || compare(a.head.roll, b.head.roll) || compare(a.key, b.key)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const citeOf = ({ source, url, locator }: Head): Citation => ({ source, ...(url && { url }), locator })

const factOf = (id: string, head: Head, cite: Citation, voter: EntityId, choice: string): Fact => ({
  id,
  kind: 'vote',
  roles: { roll: head.roll, voter, choice },
  when: head.when,
  telling: 'yes',
  modality: 'happened',
  standing: 'data',
  cite,
})

/** How many votes a ballot tells, by choice. */
export function countsOf(choices: Uint8Array): Record<string, number> {
  const counts = [0, 0, 0, 0, 0]
  for (const choice of choices) counts[choice]!++
  return Object.fromEntries(CHOICES.map((choice, i) => [choice, counts[i + 1]!]))
}

/** The choices whose votes come to the total that the publisher states; a ballot without one covers nothing by count. */
export function coverageOf({ head, key, choices }: Pick<Leaf, 'head' | 'key' | 'choices'>): Coverage | undefined {
  const { stated, footing, source, roll } = head
  if (!stated) return undefined
  const counts = countsOf(choices)
  const whole = CHOICES.filter((choice) => stated[choice] === counts[choice])
  if (!whole.length) return undefined
  const { from, to } = daysOf(head.when) ?? EVER
  const totals = CHOICES.flatMap((choice) => (stated[choice] === undefined ? [] : [`${choice} ${stated[choice]}`]))
  const content: NewCoverage = {
    kind: 'vote',
    roles: { roll, choice: whole.length === 1 ? whole[0]! : [...whole] },
    from,
    to,
    grade: 'complete',
    by: source,
    note: `Complete by count: ${footing ?? `stated are ${totals.join(', ')}`}.`,
    cite: citeOf(head),
  }
  return { ...content, id: `coverage:${key}${hashOf(canonical(content)).slice(0, 16)}` }
}

/** What was done to a vote, or to what a ballot covers: the filings of its ballots and the acts of persons, oldest first. */
export function historyOf(
  leaves: readonly Leaf[],
  acts: readonly Act[],
  transaction: (tx: number) => Omit<Entry, 'act'>,
  open: number,
): Entry[] {
  const filings = leaves.flatMap((leaf) => leaf.filings)
  const [told, gone] = [new Set(filings.map((f) => f.added)), new Set(filings.map((f) => f.retracted))]
  // A correction elsewhere in the ballot withdraws and files it in one entry, which does nothing to this vote.
  const done: { tx: number; act: Entry['act'] }[] = [
    ...[...told].filter((tx) => !gone.has(tx)).map((tx) => ({ tx, act: 'recorded' as const })),
    ...[...gone].filter((tx) => !told.has(tx) && tx < open).map((tx) => ({ tx, act: 'retracted' as const })),
    ...acts.map(({ tx, act }) => ({ tx, act: PAST[act] })),
  ]
  return done.sort((a, b) => a.tx - b.tx).map(({ tx, act }) => ({ ...transaction(tx), act }))
}

const PAST = { accept: 'accepted', reject: 'rejected', retract: 'retracted' } as const
