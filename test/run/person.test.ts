import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ChanceryError } from '../../src/model/error.ts'
import { personReport, personsCalled } from '../../src/run/person.ts'
import { redact } from '../../src/run/redact.ts'
import { labels } from '../../src/show/en/label.ts'
import { personText } from '../../src/show/person.ts'
import { on } from '../keep/stores.ts'
import { briefed } from './briefing-world.ts'

const ID = 'person:ana-able'
const plain = (text: string): string => text

test('all that is on record of a person is told, with where it stands and its id', async () => {
  const ledger = await briefed()
  await ledger.add(
    { document: { id: 'doc:9', text: 'Ana Able came.', title: 'A piece', date: '2002-03-03' } },
    on('2004-01-03'),
  )
  assert.deepEqual(await personsCalled(ledger, 'ana able'), [ID])
  assert.deepEqual(await personsCalled(ledger, 'Able'), [ID])
  const report = await personReport(ledger, ID)
  assert.deepEqual(report.facts.map(({ kind, facts }) => [kind, facts.length]).sort(), [
    ['meeting', 1],
    ['office', 1],
    ['visit', 2],
  ])
  assert.deepEqual(report.articles, [{ id: 'doc:9', title: 'A piece', date: '2002-03-03' }])
  const text = personText(report, labels(new Map([[ID, 'Ana Able']])), 100, plain)
  for (const { facts } of report.facts) for (const { fact } of facts) assert.ok(text.includes(fact.id), fact.id)
  assert.match(text, /1–3 March 2002: Ana Able visited Peru/)
})

test('what is redacted is told of nobody any more', async () => {
  const ledger = await briefed()
  const before = await personReport(ledger, ID)
  const ids = before.facts.flatMap(({ facts }) => facts.map(({ fact }) => fact.id))
  for (const id of ids) await redact(ledger, id, 'asked to', on('2004-02-01', 'ana'))
  assert.deepEqual((await personReport(ledger, ID)).facts, [])
  assert.ok((await ledger.history(ids[0]!)).some((e) => e.act === 'redacted' && e.note === 'redacted: asked to'))
})

test('nobody is refused', async () => {
  const ledger = await briefed()
  await assert.rejects(personsCalled(ledger, 'Nobody Known'), ChanceryError)
  await assert.rejects(personReport(ledger, 'person:nobody'), ChanceryError)
})
