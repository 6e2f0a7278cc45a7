import { canonical, hashOf } from '../keep/content.ts'
import type { Entry, Ledger } from '../keep/port.ts'
import type { Source } from '../model/coverage.ts'
import { ChanceryError } from '../model/error.ts'
import type { Fact } from '../model/fact.ts'
import type { Doubt, Judgement, Sameness } from '../model/judgement.ts'
import { pairKey, tellingKey } from '../model/telling.ts'
import { BY, EVENT_KINDS, type Lack, lacksOf, type Unsure, unsurePairs } from '../reconcile/index.ts'

/** How the tellings of a ledger stand to each other and to its lists. */
export interface Reconciled {
  /** Events that lists said to be whole lack; those told by reports alone change nothing. */
  lacks: Lack[]
  /** Pairs that a person should judge. */
  unsure: Unsure[]
  /** What persons judged, and the doubts in force. */
  judgements: Judgement[]
  /** Doubts that this run recorded, and how many it withdrew. */
  fresh: Doubt[]
  withdrawn: number
  sources: ReadonlyMap<string, Source>
}

const PATTERNS = [...EVENT_KINDS, 'office', 'statehood', 'occupancy'].map((kind) => ({ kind })) as {
  kind: Fact['kind']
}[]

/**
 * Compares every list said to be whole with what other sources tell, and records the doubts that follow, each with its reason.
 * A doubt whose ground is gone is withdrawn; one that a person withdrew stays so. Running it again changes nothing.
 */
export async function reconcile(ledger: Ledger, now: string): Promise<Reconciled> {
  const before = await ledger.fetch(PATTERNS)
  const lacks = await newsTo(ledger, lacksOf(before))
  const doubts = lacks.flatMap(({ doubt }) => doubt ?? [])
  const content = hashOf(canonical(doubts))
  await ledger.replace({ judgements: doubts }, { recordedAt: now, by: BY }, { content, stamp: '' })
  const after = await ledger.fetch(PATTERNS)
  const [old, young] = [doubtsIn(before.judgements), doubtsIn(after.judgements)]
  return {
    lacks,
    unsure: unsurePairs(after),
    judgements: after.judgements ?? [],
    fresh: [...young].flatMap(([id, doubt]) => (old.has(id) ? [] : [doubt])),
    withdrawn: [...old.keys()].filter((id) => !young.has(id)).length,
    sources: new Map(after.sources.map((s) => [s.id, s])),
  }
}

/** Without what was known when somebody confirmed that this was all. */
async function newsTo(ledger: Ledger, lacks: readonly Lack[]): Promise<Lack[]> {
  const out: Lack[] = []
  for (const lack of lacks)
    if (!lack.confirms || (await knownFrom(ledger, lack.list.id)) < (await eventKnownFrom(ledger, lack))) out.push(lack)
  return out
}

/** When a record became evidence: it was recorded or, a report, accepted. */
async function knownFrom(ledger: Ledger, id: string, act: Entry['act'] = 'recorded'): Promise<string> {
  return (await ledger.history(id)).find((entry) => entry.act === act)?.at ?? ''
}

async function eventKnownFrom(ledger: Ledger, { facts }: Lack): Promise<string> {
  const times = await Promise.all(
    facts.map(async (f) => (await knownFrom(ledger, f.id, 'accepted')) || knownFrom(ledger, f.id)),
  )
  return times.sort()[0] ?? ''
}

const doubtsIn = (judgements: readonly Judgement[] = []): Map<string, Doubt> =>
  new Map(judgements.flatMap((j) => (j.is === 'lacks' ? [[j.id, j] as const] : [])))

export interface NewWord {
  is: Sameness['is']
  because: string
  by: string
}

/**
 * Records whether two facts are tellings of one event. An earlier word on the pair, whoever gave it, is withdrawn and stays in its
 * history. Throws `not-found` for an unknown fact, `incorrect` for two that cannot be one event.
 */
export async function judge(
  ledger: Ledger,
  ids: readonly [string, string],
  word: NewWord,
  now: string,
): Promise<Judgement> {
  const [a, b] = [await factOf(ledger, ids[0]), await factOf(ledger, ids[1])]
  if (a.kind !== b.kind)
    throw new ChanceryError('incorrect', ids[1], `a ${a.kind} and a ${b.kind} are not one event: give two of one kind`)
  const [one, other] = [tellingKey(a), tellingKey(b)].toSorted() as [string, string]
  if (one === other)
    throw new ChanceryError('incorrect', ids[1], 'both are one telling, and there is nothing to judge: give two')
  const of = async () => ((await ledger.fetch([{ kind: a.kind }])).judgements ?? []).filter((j) => isOn(j, one, other))
  for (const earlier of await of())
    if (earlier.is !== word.is || earlier.by !== word.by)
      await ledger.retract(earlier.id, { recordedAt: now, by: word.by, note: `judged anew: ${word.is}` })
  const judgement = { ...word, kind: a.kind, tellings: [one, other] as [string, string] }
  await ledger.add({ judgements: [judgement] }, { recordedAt: now, by: word.by, note: word.because })
  return (await of()).at(-1)!
}

const isOn = (j: Judgement, a: string, b: string): boolean =>
  j.is !== 'lacks' && pairKey(...j.tellings) === pairKey(a, b)

async function factOf(ledger: Ledger, id: string): Promise<Fact> {
  const fact = id.startsWith('fact:') ? await ledger.fact(id) : undefined
  if (fact) return fact
  throw new ChanceryError('not-found', id, `the ledger has no fact ${id}: give the ids that chancery reconcile shows`)
}
