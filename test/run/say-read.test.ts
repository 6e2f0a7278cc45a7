import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { propose } from '../../src/check/propose.ts'
import type { Ledger } from '../../src/keep/port.ts'
import type { EntityId } from '../../src/model/ids.ts'
import type { Question, Select, SetExpr, Term } from '../../src/model/question.ts'
import type { Days } from '../../src/model/when.ts'
import { type Checker, checkerOf } from '../../src/run/check.ts'
import { documentOf } from '../../src/run/document.ts'
import { openLedger } from '../../src/run/ledger.ts'
import { labels } from '../../src/show/en/label.ts'
import { sayQuestion } from '../../src/show/en/say.ts'

/**
 * What is said of a proposition reads as that proposition: `read(say(p))` contains p. It holds for single facts, states of affairs on a
 * day, single votes, and for "there was none" of visits and meetings. It does not hold where the saying is a heading with a figure or
 * a list ("States that voted for …: 33"): counts, shares, ranks, first and last, lists of members, years, and combined sets.
 */
const TODAY = '2022-05-12'
const UP: Days = { from: '0000-01-01', to: TODAY }

const STATES = 'ECU CUB ISR FRA DEU KEN CHL PER NOR JPN IND BRA EGY USA GBR KOR MEX ARG FJI LAO NZL ZAF COD TUN'.split(
  ' ',
)
const PERSONS = ['person:barack-obama', 'person:bill-clinton', 'person:richard-nixon', 'person:jimmy-carter']
const state = fc.constantFrom(...STATES).map((code) => `state:${code}`)
const pair = fc.uniqueArray(state, { minLength: 2, maxLength: 2 })
const visitor: fc.Arbitrary<Term> = fc.oneof(
  fc.constantFrom(...PERSONS).map((id) => ({ id })),
  fc.constantFrom('office:president/USA', 'office:secretary-of-state/USA').map((office) => ({ office })),
)
const two = (n: number) => String(n).padStart(2, '0')
const day = fc
  .tuple(fc.integer({ min: 1950, max: 2019 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`)
const year = fc.integer({ min: 1950, max: 2020 }).map((y): Days => ({ from: `${y}-01-01`, to: `${y}-12-31` }))
const window: fc.Arbitrary<Days> = fc.oneof(
  year,
  day.map((d) => ({ from: d, to: d })),
  fc
    .uniqueArray(day, { minLength: 2, maxLength: 2 })
    .map(([a, b]) => (a! < b! ? { from: a!, to: b! } : { from: b!, to: a! })),
  day.map((to) => ({ from: UP.from, to })),
)

const select = (kind: Select['kind'], roles: Select['roles'], days: Days, by?: string): Select => ({
  ...{ op: 'select', kind, roles, window: days },
  ...(by && { by }),
})
const any = (set: Select): Question => ({ measure: 'any', set })
const includes = (set: Select, id: EntityId): Question => ({ measure: 'includes', set, expects: [id] })
const none = (set: Select): Question => ({ measure: 'exactly', set, expects: [] })
const step = (id: string): Term => ({ id })
const begins = (...ids: string[]): Term => ({ anyOf: ids })

const visit = fc
  .tuple(visitor, state, window)
  .filter(([, to]) => to !== 'state:USA')
  .map(([who, to, w]) => select('visit', { visitor: who, to: { id: to } }, w))
const meeting = fc
  .tuple(fc.uniqueArray(fc.constantFrom(...PERSONS), { minLength: 2, maxLength: 2 }), window)
  .map(([ids, w]) => select('meeting', { parties: { allOf: ids } }, w))
const relations = fc
  .tuple(pair, fc.constantFrom(begins('established', 'restored'), step('severed'), step('restored')), window)
  .map(([ids, how, w]) => select('relations', { between: { allOf: ids }, step: how }, w))

const PROPOSITIONS: Readonly<Record<string, fc.Arbitrary<Question>>> = {
  'a visit': visit.map(any),
  'no visit': visit.map(none),
  'a meeting': meeting.map(any),
  'a step of relations': relations.map(any),
  'relations on a day': fc
    .tuple(pair, day)
    .map(([[a, b], d]) =>
      includes(
        select('relations', { between: { allOf: [a!] }, step: step('held') }, { from: d, to: d }, 'between'),
        b!,
      ),
    ),
  'a vote': fc
    .tuple(state, fc.constantFrom('yes', 'no', 'abstain'), fc.constantFrom('roll:A-RES-181(II)', 'roll:A-RES-47-19'))
    .map(([id, choice, roll]) =>
      includes(select('vote', { roll: { id: roll }, choice: step(choice) }, UP, 'voter'), id),
    ),
  'a membership on a day': fc
    .tuple(state, fc.constantFrom('body:nato', 'body:european-union'), day)
    .map(([id, body, d]) =>
      includes(select('membership', { body: { id: body }, step: step('member') }, { from: d, to: d }, 'state'), id),
    ),
  'joining a body': fc
    .tuple(state, fc.constantFrom('body:nato', 'body:european-union'), year)
    .map(([id, body, w]) => any(select('membership', { body: { id: body }, state: { id }, step: step('joined') }, w))),
  'an office on a day': fc
    .tuple(fc.constantFrom(...PERSONS), day)
    .map(([id, d]) =>
      includes(
        select(
          'office',
          { state: { id: 'state:USA' }, office: { id: 'office:president/USA' }, step: step('serving') },
          { from: d, to: d },
          'person',
        ),
        id,
      ),
    ),
  independence: fc
    .tuple(state, year)
    .map(([id, w]) => any(select('statehood', { state: { id }, step: begins('independence', 'founded') }, w))),
  'an agreement': fc
    .tuple(pair, window)
    .map(([ids, w]) => any(select('agreement', { between: { allOf: ids }, step: step('signed') }, w))),
  sanctions: fc
    .tuple(pair, window)
    .map(([[by, target], w]) =>
      any(select('sanction', { by: { id: by! }, target: { id: target! }, step: step('imposed') }, w)),
    ),
  'an embassy': fc
    .tuple(pair, window)
    .map(([[sender, host], w]) =>
      any(
        select(
          'mission',
          { sender: { id: sender! }, host: { id: host! }, type: step('embassy'), step: step('opened') },
          w,
        ),
      ),
    ),
}

/** A question without what its reading adds or leaves to order: topics in free words, seats for states, which party is which. */
function gist(q: Question): string {
  const set = plain(q.set)
  const words = (term: Term) => 'words' in term
  const roles = Object.fromEntries(
    Object.entries(set.roles)
      .filter(([, term]) => !words(term))
      .map(([name, term]) => [name, 'allOf' in term ? { allOf: [...term.allOf].sort() } : term])
      .sort(([a], [b]) => (a! < b! ? -1 : 1)),
  )
  const own = set.by ? set.roles[set.by] : undefined
  const expects = 'expects' in q && Array.isArray(q.expects) ? [...q.expects] : []
  const parties = own && 'allOf' in own ? [...own.allOf, ...expects].sort() : undefined
  const rest = parties ? { ...roles, [set.by!]: { allOf: parties } } : roles
  return JSON.stringify([
    q.measure,
    set.kind,
    set.by,
    rest,
    set.kind === 'vote' ? '' : set.window,
    parties ? [] : expects,
  ])
}
const plain = (set: SetExpr): Select =>
  set.op === 'occupants' ? plain(set.of) : set.op === 'or' ? plain(set.of[0]!) : (set as Select)

let ledger: Ledger
let checker: Checker
before(async () => {
  ledger = await openLedger({ path: ':memory:' })
  checker = await checkerOf(ledger)
})
after(() => ledger.close())

function readBack(text: string): string[] {
  const { claims } = checker.read(documentOf(text, { date: TODAY }))
  const at = { asOf: TODAY, date: TODAY, seats: 'now' } as const
  return claims
    .flatMap((claim) => propose(claim, claims, at))
    .flatMap((p) => ('parts' in p ? p.parts.map((part) => gist(part.question)) : [JSON.stringify(p)]))
}

for (const [title, arbitrary] of Object.entries(PROPOSITIONS))
  test(`what is said of it reads as it: ${title}`, () => {
    const label = labels(checker.labels)
    fc.assert(
      fc.property(arbitrary, (q) => {
        const text = `${sayQuestion(q, label)}.`
        const read = readBack(text)
        assert.ok(read.includes(gist(q)), `${text}\n  wanted ${gist(q)}\n  read   ${read.join('\n         ')}`)
      }),
      { numRuns: 40, seed: 7 },
    )
  })
