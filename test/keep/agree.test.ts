import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Pattern } from '../../src/ask/snapshot.ts'
import { embeddedLedger } from '../../src/keep/embedded.ts'
import { memoryLedger } from '../../src/keep/memory.ts'
import type { Batch, Ledger, Meta, Name } from '../../src/keep/port.ts'
import { postgresLedger } from '../../src/keep/postgres/ledger.ts'
import { factId } from '../../src/keep/record.ts'
import type { NewFact } from '../../src/model/fact.ts'
import { freshSchema } from './server.ts'
import { covers, source, told } from './stores.ts'

const person = fc.constantFrom('person:a', 'person:b', 'person:c')
const state = fc.constantFrom('state:ECU', 'state:ISR')
const cited = fc.constantFrom('list', 'other')
const standing = fc.constantFrom('data' as const, 'reported' as const)

const fact: fc.Arbitrary<NewFact> = fc.oneof(
  fc
    .record({ visitor: person, to: state, source: cited, standing })
    .map(({ visitor, to, source, standing }) => told('visit', { visitor, to }, '1950', { standing, cite: { source } })),
  fc.array(person, { minLength: 1, maxLength: 3 }).map((parties) => told('meeting', { parties }, '1951')),
)
const coverage = fc.record({ to: state, cite: cited }).map(({ to }) => covers('visit', { to }))
const name: fc.Arbitrary<Name> = fc.record({
  id: person,
  label: fc.constantFrom('Ana Able', 'Ben Baker', 'Cleo Able'),
  aliases: fc.subarray(['Bee', 'the Envoy']),
})
const asOf = fc.constantFrom('2020-01-01', '2021-01-01')
const described = fc.record({ id: cited, asOf }).map(({ id, asOf }) => source(id, { asOf }))
const document = fc.record({ id: fc.constantFrom('doc:1', 'doc:2'), text: fc.constantFrom('x', 'y') })

const batch: fc.Arbitrary<Batch> = fc.record(
  {
    facts: fc.array(fact, { maxLength: 6 }),
    coverage: fc.array(coverage, { maxLength: 2 }),
    names: fc.array(name, { maxLength: 2 }),
    sources: fc.array(described, { maxLength: 2 }),
    document,
  },
  { requiredKeys: ['facts'] },
)
const meta: fc.Arbitrary<Meta> = fc.record({
  recordedAt: fc.integer({ min: 1, max: 28 }).map((day) => `2024-01-${String(day).padStart(2, '0')}`),
  by: fc.constantFrom('pack/one', 'pack/two', 'ana'),
})

const step = fc.oneof(
  fc.record({ do: fc.constant('add' as const), batch, meta }),
  fc.record({ do: fc.constant('replace' as const), batch, meta, content: fc.constantFrom('1', '2', '3') }),
  fc.record({ do: fc.constant('retract' as const), id: fc.oneof(fact.map(factId), fc.constant('doc:1')), meta }),
  fc.record({ do: fc.constant('accept' as const), id: fact.map(factId), meta }),
  fc.record({ do: fc.constant('reject' as const), id: fact.map(factId), meta }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

function take(ledger: Ledger, step: Step): Promise<unknown> {
  const { meta } = step
  switch (step.do) {
    case 'add':
      return ledger.add(step.batch, meta)
    case 'replace':
      return ledger.replace(step.batch, meta, { content: step.content, stamp: '' })
    case 'retract':
      return ledger.retract(step.id, meta)
    default:
      return ledger.decide(step.id, step.do, meta)
  }
}

/** What a ledger gives or refuses. */
const outcome = (work: Promise<unknown>): Promise<unknown> => work.catch((error) => ({ refused: error.code }))

const PATTERNS: readonly Pattern[][] = [
  [{ kind: 'visit' }, { kind: 'meeting' }],
  [{ kind: 'visit', roles: { to: ['state:ECU'], visitor: ['person:a', 'person:b'] } }],
  [{ kind: 'meeting', roles: { parties: ['person:c'] } }],
]

async function everything(ledger: Ledger): Promise<unknown[]> {
  const moments = [undefined, '2024-01-05', '2024-01-15']
  const snapshots = moments.flatMap((knownOn) => PATTERNS.map((patterns) => ledger.fetch(patterns, { knownOn })))
  const { facts } = await ledger.fetch(PATTERNS[0]!)
  const histories = facts.map((f) => ledger.history(f.id))
  const names = [ledger.allNames(), ledger.lookupNames(['able']), ledger.lookupNames(['envoy'])]
  return Promise.all([
    ...snapshots,
    ...histories,
    ...names,
    ledger.summary(),
    ledger.document('doc:1'),
    ledger.documents(),
    ledger.marks(),
  ])
}

test('the stores agree after every step of any course of entries', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const [memory, embedded] = [memoryLedger(), embeddedLedger(':memory:')]
      for (const one of steps)
        assert.deepEqual(await outcome(take(embedded, one)), await outcome(take(memory, one)), one.do)
      assert.deepEqual(await everything(embedded), await everything(memory))
      await embedded.close()
    }),
    { numRuns: 150 },
  )
})

test('PostgreSQL agrees with memory after every step of any course of entries', async (t) => {
  if (!freshSchema()) return t.skip('no PostgreSQL is installed')
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const [memory, served] = [memoryLedger(), await postgresLedger(freshSchema()!)]
      for (const one of steps)
        assert.deepEqual(await outcome(take(served, one)), await outcome(take(memory, one)), one.do)
      assert.deepEqual(await everything(served), await everything(memory))
      await served.close()
    }),
    { numRuns: 30 },
  )
})

test('what was known at a moment stays what it was, whatever is entered later', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 6 }), fc.array(step, { maxLength: 6 }), async (before, after) => {
      const ledger = memoryLedger()
      for (const one of before) await outcome(take(ledger, one))
      await outcome(
        ledger.add({ facts: [told('meeting', { parties: ['person:z'] })] }, { recordedAt: '2024-02-01', by: 'x' }),
      )
      const known = await ledger.fetch(PATTERNS[0]!, { knownOn: '2024-01-31' })
      for (const one of after) await outcome(take(ledger, one))
      assert.deepEqual(await ledger.fetch(PATTERNS[0]!, { knownOn: '2024-01-31' }), known)
    }),
    { numRuns: 150 },
  )
})

test('the summary counts just the facts that a snapshot has or a person rejected', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const ledger = embeddedLedger(':memory:')
      for (const one of steps) await outcome(take(ledger, one))
      const { facts, rejected } = await ledger.summary()
      assert.equal(facts - rejected, (await ledger.fetch(PATTERNS[0]!)).facts.length)
      await ledger.close()
    }),
    { numRuns: 100 },
  )
})
