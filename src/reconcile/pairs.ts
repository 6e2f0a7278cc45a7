import type { Snapshot } from '../ask/snapshot.ts'
import type { World } from '../ask/world.ts'
import type { Fact } from '../model/fact.ts'
import { daysOfFact } from '../model/identity.ts'
import type { Judgement, Sameness } from '../model/judgement.ts'
import { pairKey, tellingKey } from '../model/telling.ts'
import { addDays, type Days, meets } from '../model/when.ts'
import { differences } from './alike.ts'
import { EVENT_KINDS, type Event, eventsOf, plainWorld } from './events.ts'
import { daysApart, type Unsure, unsureOf } from './unsure.ts'

/** Two tellings and how they stand: taken to be one event by themselves, open, or judged. */
export interface Pair extends Unsure {
  is: 'taken' | 'open' | Sameness['is']
  judged?: Sameness & { id: string }
}

/** Tellings that begin so many days apart are grouped without each other. */
const NEAR = 40

/**
 * What may be one event with some tellings (`own`, by id): what was judged first, then what is open, then what is taken to be one with
 * them. Of what stands around (`around`), such as evidence, only pairs that are judged or open are given.
 */
export function pairsWith(snapshot: Snapshot, own: ReadonlySet<string>, around: ReadonlySet<string>): Pair[] {
  const asked = snapshot.facts.filter((f) => own.has(f.id) || around.has(f.id))
  const words = wordsOf(snapshot.judgements ?? [])
  const named = new Set([...words.values()].flatMap((j) => j.tellings))
  const isNear = nearTo(asked)
  const belongs = (f: Fact) => f.kind === 'office' || isNear(f) || (named.size > 0 && named.has(keyOf(f)))
  const near = { ...snapshot, facts: snapshot.facts.filter(belongs) }
  const world = plainWorld(near)
  const pairs = EVENT_KINDS.flatMap((kind) => {
    const events = eventsOf(near, kind)
    const mine = events.filter((event) => event.facts.some((f) => own.has(f.id) || around.has(f.id)))
    const others = mine.flatMap((event) =>
      events.flatMap((other) => (other === event ? [] : between(world, event, other, words, own))),
    )
    return [...others, ...mine.flatMap((event) => within(world, event, words, own))]
  })
  const ownFirst = pairs.map((pair) => (own.has(pair.b.id) && !own.has(pair.a.id) ? turned(pair) : pair))
  return onceEach(ownFirst).sort((a, b) => ORDER.indexOf(a.is) - ORDER.indexOf(b.is))
}

const ORDER: readonly Pair['is'][] = ['not-same', 'unsure', 'same', 'open', 'taken']

/** Whether a fact lies near to one of these. */
function nearTo(asked: readonly Fact[]): (fact: Fact) => boolean {
  const around = Map.groupBy(asked, (f) => f.kind)
  const runs = new Map([...around].map(([kind, facts]) => [kind, facts.map((f) => wider(daysOfFact(f)))]))
  return (fact) => {
    const own = runs.get(fact.kind)
    if (!own) return false
    const days = daysOfFact(fact)
    return own.some((run) => meets(run, days))
  }
}
const wider = ({ from, to }: Days): Days => ({ from: addDays(from, -NEAR), to: addDays(to, NEAR) })

const keys = new WeakMap<Fact, string>()
/** The key of a telling, made once. */
function keyOf(fact: Fact): string {
  const known = keys.get(fact)
  if (known !== undefined) return known
  const made = tellingKey(fact)
  keys.set(fact, made)
  return made
}

type Words = ReadonlyMap<string, Sameness & { id: string }>
const wordsOf = (judgements: readonly Judgement[]): Words =>
  new Map(judgements.flatMap((j) => (j.is === 'lacks' ? [] : [[pairKey(...j.tellings), j] as const])))

/** Between two events: what was judged of them or, where nothing was, the one pair that nobody can be sure of. */
function between(world: World, event: Event, other: Event, words: Words, own: ReadonlySet<string>): Pair[] {
  const judged = event.facts.flatMap((a) => other.facts.flatMap((b) => judgedPair(world, a, b, words)))
  if (judged.length) return judged
  const first = event.facts.toSorted((a, b) => Number(own.has(b.id)) - Number(own.has(a.id)))
  return unsureOf(world, { ...event, facts: first }, other).map((pair) => ({ ...pair, is: 'open' as const }))
}

/** Within one event: each of one's own tellings with every other, and what was judged to be one. */
function within(world: World, { facts }: Event, words: Words, own: ReadonlySet<string>): Pair[] {
  const first = words.size ? facts : facts.filter((f) => own.has(f.id))
  return first.flatMap((a) =>
    facts.flatMap((b) => {
      if (a === b || keyOf(a) === keyOf(b)) return []
      const judged = judgedPair(world, a, b, words)
      if (judged.length || !own.has(a.id)) return judged
      return [{ a, b, apart: 0, named: [], is: 'taken' as const }]
    }),
  )
}

function judgedPair(world: World, a: Fact, b: Fact, words: Words): Pair[] {
  const judged = words.size ? words.get(pairKey(keyOf(a), keyOf(b))) : undefined
  if (!judged) return []
  const [one, other] = [daysOfFact(a), daysOfFact(b)]
  return [{ a, b, apart: daysApart(one, other), named: differences(world, a, b, one) ?? [], is: judged.is, judged }]
}

const turned = (pair: Pair): Pair => ({
  ...pair,
  a: pair.b,
  b: pair.a,
  named: pair.named.map(({ role, a, b }) => ({ role, a: b, b: a })),
})

const onceEach = (pairs: readonly Pair[]): Pair[] => {
  const once = new Map<string, Pair>()
  for (const pair of pairs) {
    const key = pairKey(keyOf(pair.a), keyOf(pair.b))
    if (!once.has(key)) once.set(key, pair)
  }
  return [...once.values()]
}
