import type { Coverage } from '../../src/model/coverage.ts'
import type { Fact } from '../../src/model/fact.ts'
import type { Measure, Select, SetExpr, Term } from '../../src/model/question.ts'
import { addDays, EVER } from '../../src/model/when.ts'
import { covers, told } from './world.ts'

export type Random = () => number
/** mulberry32: the same seed gives the same world. */
export const rng = (seed: number): Random => {
  let a = seed * 2654435761
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!
const day = (random: Random, from = 0, to = 18_000) => addDays('1950-01-01', from + Math.floor(random() * (to - from)))

const STATES = ['A', 'B', 'C', 'D']
const PERSONS = ['p', 'q', 'r', 's']
const SEATS = ['A', 'B', 'C', 'D', 'E']
const CHOICES = ['yes', 'no', 'abstain']
const OFFICE = 'office:president/A'
const LAST = addDays('1950-01-01', 18_000)

export interface Event {
  id: number
  kind: 'visit' | 'vote' | 'step' | 'term'
  on: string
  until?: string
  who: string
  to: string
  step?: string
}
export interface Whole {
  events: Event[]
  founded: Record<string, string>
}
export interface Rest {
  kept: Whole
  facts: Fact[]
}

export function randomWorld(random: Random): Whole {
  const founded = Object.fromEntries(STATES.map((s) => [s, day(random, 0, 6000)]))
  const events: Event[] = []
  const put = (e: Omit<Event, 'id'>) => events.push({ ...e, id: events.length })
  const alive = (...states: string[]) =>
    states
      .map((s) => founded[s]!)
      .sort()
      .at(-1)!
  for (let from = founded.A!; from < LAST; ) {
    const until = addDays(from, 700 + Math.floor(random() * 3000))
    put({ kind: 'term', on: from, until: until < LAST ? until : LAST, who: pick(random, PERSONS), to: 'A' })
    from = addDays(until, 1)
  }
  for (let n = Math.floor(random() * 8); n > 0; n--) {
    const to = pick(random, ['B', 'C', 'D'])
    const on = day(random)
    if (on >= alive('A', to)) put({ kind: 'visit', on, who: pick(random, PERSONS), to })
  }
  for (const [a, b] of [
    ['A', 'B'],
    ['A', 'C'],
    ['A', 'D'],
    ['B', 'C'],
  ] as const) {
    let begins = true
    for (
      let on = addDays(alive(a, b), Math.floor(random() * 5000));
      on < LAST;
      on = addDays(on, 1 + Math.floor(random() * 9000))
    ) {
      put({ kind: 'step', on, who: a, to: b, step: begins ? 'established' : 'severed' })
      begins = !begins
    }
  }
  const rolls = { r1: '1960-03-01', r2: '1990-03-01' }
  for (const [roll, on] of Object.entries(rolls))
    for (const seat of SEATS)
      if (random() < 0.9) put({ kind: 'vote', on, who: seat, to: roll, step: pick(random, CHOICES) })
  return { events, founded }
}

function factOf(e: Event, random: Random): Fact {
  const coarse = random()
  const when = coarse < 0.1 ? e.on.slice(0, 4) : coarse < 0.2 ? e.on.slice(0, 7) : e.on
  switch (e.kind) {
    case 'visit':
      return told('visit', { visitor: `person:${e.who}`, to: `state:${e.to}` }, when)
    case 'vote':
      return told('vote', { voter: `seat:${e.who}`, roll: `roll:${e.to}`, choice: e.step! }, when)
    case 'term':
      return told(
        'office',
        { person: `person:${e.who}`, office: OFFICE, state: 'state:A', step: 'serving' },
        `${e.on}/${e.until}`,
      )
    case 'step':
      return told('relations', { between: [`state:${e.who}`, `state:${e.to}`], step: e.step! }, when)
  }
}

/** Delete rows: each kind with a chance of its own. */
export function thin(whole: Whole, random: Random): Rest {
  const loss = { visit: random() * 0.6, vote: random() * 0.4, term: random() < 0.7 ? 0 : 0.3, step: random() * 0.5 }
  const events = whole.events.filter((e) => random() >= loss[e.kind])
  const births = STATES.filter(() => random() < 0.8).map((s) =>
    told('statehood', { state: `state:${s}`, step: 'founded' }, whole.founded[s]!),
  )
  return { kept: { ...whole, events }, facts: [...births, ...events.map((e) => factOf(e, random))] }
}

/** Coverage statements of many shapes, of which only those that are still true are kept. */
export const coverageOf = (whole: Whole, rest: Rest, random: Random): Coverage[] =>
  [1, 2, 3, 4, 5].flatMap(() => someCoverage(whole, rest, random))

function someCoverage(whole: Whole, rest: Rest, random: Random): Coverage[] {
  const kept = new Set(rest.kept.events.map((e) => e.id))
  const gone = whole.events.filter((e) => !kept.has(e.id))
  const out: Coverage[] = []
  const offer = (true_: boolean, c: Coverage) => true_ && out.push(c)
  const span = (): [string, string] => {
    const [a, b] = [day(random), day(random)]
    return random() < 0.6 ? ['1950-01-01', '2009-12-31'] : a < b ? [a, b] : [b, a]
  }
  const touches = (e: Event, from: string, to: string) => e.on <= to && (e.until ?? e.on) >= from
  for (const to of ['B', 'C', 'D']) {
    const [from, until] = span()
    const lost = gone.filter((e) => e.kind === 'visit' && e.to === to && touches(e, from, until))
    offer(!lost.length, covers('visit', { to: `state:${to}` }, from, until))
  }
  for (const who of PERSONS) {
    const [from, until] = span()
    const lost = gone.filter((e) => e.kind === 'visit' && e.who === who && touches(e, from, until))
    offer(!lost.length, covers('visit', { visitor: `person:${who}` }, from, until))
  }
  const president = (e: Event) =>
    whole.events.some((t) => t.kind === 'term' && t.who === e.who && t.on <= e.on && e.on <= t.until!)
  const [f, u] = span()
  offer(
    !gone.some((e) => e.kind === 'visit' && president(e) && touches(e, f, u)),
    covers('visit', { visitor: OFFICE }, f, u),
  )
  const [g, v] = span()
  offer(!gone.some((e) => e.kind === 'term' && touches(e, g, v)), covers('office', { office: OFFICE }, g, v))
  for (const [a, b] of [
    ['A', 'B'],
    ['A', 'C'],
    ['A', 'D'],
    ['B', 'C'],
  ] as const) {
    const [from, until] = span()
    const lost = gone.some((e) => e.kind === 'step' && e.who === a && e.to === b && touches(e, from, until))
    offer(!lost, covers('relations', { between: [`state:${a}`, `state:${b}`] }, from, until))
  }
  for (const roll of ['r1', 'r2'])
    offer(
      !gone.some((e) => e.kind === 'vote' && e.to === roll),
      covers('vote', { roll: `roll:${roll}` }, '1950-01-01', '1950-01-01'),
    )
  return out
}

/** A question for the algebra and the same as plain loops over events. */
export interface Asked {
  question: Measure
  holds: (world: Whole) => boolean
}
export const truth = (world: Whole, holds: Asked['holds']): boolean => holds(world)

const held = (w: Whole, a: string, b: string, on: string): boolean => {
  const last = w.events
    .filter((e) => e.kind === 'step' && e.who === a && e.to === b && e.on <= on)
    .sort((x, y) => (x.on < y.on ? -1 : 1))
    .at(-1)
  return last?.step === 'established'
}
const votersOf = (w: Whole, roll: string, choice: string) =>
  w.events.filter((e) => e.kind === 'vote' && e.to === roll && e.step === choice).map((e) => e.who)
const sitting = (w: Whole, e: Event) =>
  w.events.some((t) => t.kind === 'term' && t.who === e.who && t.on <= e.on && e.on <= t.until!)
const equal = (a: readonly string[], b: readonly string[]) =>
  [...new Set(a)].sort().join() === [...new Set(b)].sort().join()

export function questionsOf(whole: Whole, random: Random): Asked[] {
  return [
    voteQuestion(whole, random),
    visitQuestion(whole, random),
    orderQuestion(whole, random),
    tieQuestion(whole, random),
    setQuestion(whole, random),
  ]
}

const rollSet = (roll: string, choice: string): Select => ({
  op: 'select',
  kind: 'vote',
  roles: { roll: { id: `roll:${roll}` }, choice: { id: choice } },
  window: EVER,
  by: 'voter',
})

function voteQuestion(whole: Whole, random: Random): Asked {
  const [roll, choice] = [pick(random, ['r1', 'r2']), pick(random, CHOICES)]
  const set = rollSet(roll, choice)
  const n = votersOf(whole, roll, choice).length + pick(random, [0, 0, 0, 1, -1])
  if (random() < 0.5)
    return {
      question: { measure: 'count', set, expects: { least: n, most: n } },
      holds: (w) => votersOf(w, roll, choice).length === n,
    }
  const seat = pick(random, SEATS)
  return {
    question: { measure: 'includes', set, expects: [`seat:${seat}`] },
    holds: (w) => votersOf(w, roll, choice).includes(seat),
  }
}

function visitSet(random: Random): { set: Select; of: (w: Whole) => Event[] } {
  const to = pick(random, ['B', 'C', 'D'])
  const who = pick(random, [...PERSONS, 'president', 'president', 'anybody'])
  const until = random() < 0.5 ? EVER.to : day(random)
  const visitor: Record<string, Term> =
    who === 'president'
      ? { visitor: { office: OFFICE } }
      : who === 'anybody'
        ? {}
        : { visitor: { id: `person:${who}` } }
  const fits = (w: Whole, e: Event) => (who === 'president' ? sitting(w, e) : who === 'anybody' || e.who === who)
  return {
    set: {
      op: 'select',
      kind: 'visit',
      roles: { ...visitor, to: { id: `state:${to}` } },
      window: { from: EVER.from, to: until },
    },
    of: (w) => w.events.filter((e) => e.kind === 'visit' && e.to === to && e.on <= until && fits(w, e)),
  }
}

function visitQuestion(whole: Whole, random: Random): Asked {
  const { set, of } = visitSet(random)
  const n = Math.max(0, of(whole).length + pick(random, [0, 0, 1, -1]))
  return pick<Asked>(random, [
    { question: { measure: 'exactly', set, expects: [] }, holds: (w) => !of(w).length },
    { question: { measure: 'any', set }, holds: (w) => of(w).length > 0 },
    { question: { measure: 'count', set, expects: { least: n, most: n } }, holds: (w) => of(w).length === n },
  ])
}

function orderQuestion(whole: Whole, random: Random): Asked {
  const { set, of } = visitSet(random)
  const measure = pick(random, ['first', 'last'] as const)
  const sorted = (w: Whole) => of(w).sort((a, b) => (a.on < b.on ? -1 : 1))
  const ends = (w: Whole) => {
    const all = sorted(w)
    const edge = measure === 'first' ? all[0] : all.at(-1)
    return edge && all.filter((e) => e.on === edge.on).every((e) => e.who === edge.who) ? edge.who : undefined
  }
  const who = ends(whole) && random() < 0.6 ? ends(whole)! : pick(random, PERSONS)
  return { question: { measure, set, role: 'visitor', expects: [`person:${who}`] }, holds: (w) => ends(w) === who }
}

const tieSet = (a: string, from: string, to: string): Select => ({
  op: 'select',
  kind: 'relations',
  roles: { between: { allOf: [`state:${a}`] }, step: { id: 'held' } },
  window: { from, to },
  by: 'between',
})

function tieQuestion(_: Whole, random: Random): Asked {
  const [a, b] = pick(random, [
    ['A', 'B'],
    ['A', 'C'],
    ['A', 'D'],
    ['B', 'C'],
  ] as const)
  const on = day(random, 6000)
  if (random() < 0.6)
    return {
      question: { measure: 'includes', set: tieSet(a, on, on), expects: [`state:${b}`] },
      holds: (w) => held(w, a, b, on),
    }
  return {
    question: { measure: 'includes', set: tieSet(a, '1950-01-01', on), expects: [`state:${b}`] },
    holds: (w) =>
      w.events.some((e) => e.kind === 'step' && e.who === a && e.to === b && e.step === 'established' && e.on <= on),
  }
}

/** "Of those that voted so, exactly these have relations with A", and its complement. */
function setQuestion(whole: Whole, random: Random): Asked {
  const [roll, choice, on] = [pick(random, ['r1', 'r2']), pick(random, CHOICES), day(random, 9000)]
  const voters: SetExpr = { op: 'occupants', of: rollSet(roll, choice), on }
  const others = ['B', 'C', 'D']
  const without = random() < 0.5
  const of = (w: Whole) =>
    votersOf(w, roll, choice).filter((s) => s !== 'A' && (others.includes(s) && held(w, 'A', s, on)) !== without)
  const ties = tieSet('A', on, on)
  const own: SetExpr = { op: 'members', ids: ['state:A'] }
  const set: SetExpr = without
    ? { op: 'minus', from: voters, less: { op: 'or', of: [ties, own] } }
    : { op: 'and', of: [voters, ties] }
  const expects = random() < 0.7 ? of(whole) : [pick(random, SEATS)]
  return {
    question: { measure: 'exactly', set, expects: expects.map((s) => `state:${s}`) },
    holds: (w) => equal(of(w), expects),
  }
}
