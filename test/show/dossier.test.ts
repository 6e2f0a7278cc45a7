import assert from 'node:assert/strict'
import { test } from 'node:test'
import { memoryLedger } from '../../src/keep/memory.ts'
import type { NewFact } from '../../src/model/fact.ts'
import { dossierOf } from '../../src/run/dossier.ts'
import { judge, reconcile } from '../../src/run/reconcile.ts'
import { dossierText } from '../../src/show/dossier.ts'
import { labels } from '../../src/show/en/label.ts'
import { reconciledText } from '../../src/show/reconciled.ts'
import { covers, on, source, told, visit } from '../keep/stores.ts'

const NOW = '2026-11-22T12:00:00Z'
const plain = (text: string): string => text
const label = labels(new Map())

const trip = (id: string, when: string, more: Partial<NewFact> = {}): NewFact =>
  visit('ana-able', 'ECU', when, { cite: { source: id }, ...more })
const paper = (id: string, when: string, standing: 'accepted' | 'reported' = 'accepted'): NewFact =>
  trip(id, when, { standing, cite: { source: id, doc: id } })

async function filed(facts: readonly NewFact[]) {
  const ledger = memoryLedger()
  const sources = [...new Set(facts.map((f) => f.cite.source))].map((id) => source(id))
  await ledger.add({ facts, sources, coverage: [covers('visit', { to: 'state:ECU' })] }, on('2024-01-01'))
  return ledger
}

async function linesOf(ledger: Awaited<ReturnType<typeof filed>>): Promise<string[]> {
  const text = dossierText(await dossierOf(ledger, 'state:PER', 'state:ECU'), label, 200, plain)
  return text
    .split('\n')
    .filter((line) => /visited|established/.test(line))
    .map((line) => line.trim().replace(/\s+/g, ' '))
}

const ROLES = { from: 'state:PER' }
const own = (facts: readonly NewFact[]): NewFact[] => facts.map((f) => ({ ...f, roles: { ...f.roles, ...ROLES } }))

test('one event is one line: the most exact telling, and how the others date it', async () => {
  const ledger = await filed(
    own([
      paper('doc:1', '1950-03-20'),
      trip('list', '1950-03-20/1950-03-22'),
      trip('other', '1950-03'),
      paper('doc:2', '1950-03-22', 'reported'),
    ]),
  )
  assert.deepEqual(await linesOf(ledger), [
    '20–22 March 1950 Ana Able visited Ecuador [1] [2: March 1950] [3: 20 March 1950] [4: 22 March 1950: reported]',
  ])
})

test('what was judged two events is two lines', async () => {
  const ledger = await filed(own([trip('list', '1950-03-20'), trip('other', '1950-03-20')]))
  const { facts } = await ledger.fetch([{ kind: 'visit' }])
  await judge(ledger, [facts[0]!.id, facts[1]!.id], { is: 'not-same', because: 'two ships', by: 'ana' }, NOW)
  assert.equal((await linesOf(ledger)).length, 2)
})

test('the same step told by several is told once', async () => {
  const since = (id: string, when: string) =>
    told('relations', { between: ['state:ECU', 'state:PER'], step: 'established' }, when, { cite: { source: id } })
  const ledger = await filed([since('a', '1950'), since('b', '1950'), since('c', '1951')])
  const lines = await linesOf(ledger)
  assert.deepEqual(
    lines.map((line) => line.match(/\[/g)?.length),
    [2, 1],
  )
})

test('a source that tells the same step in two places is named once', async () => {
  const established = (url: string) =>
    told('relations', { between: ['state:ECU', 'state:PER'], step: 'established' }, '1950', {
      cite: { source: 'list', url },
    })
  const ledger = await filed([established('https://example.org/a'), established('https://example.org/b')])
  assert.deepEqual(await linesOf(ledger), ['1950 Ecuador and Peru established diplomatic relations [1]'])
})

test('what is to be judged and what is in doubt is shown with what to type', async () => {
  const ledger = await filed(
    own([
      trip('list', '1950-03-20'),
      trip('other', '1950-03-23'),
      trip('third', '1960-05-01', { roles: { visitor: 'person:b', to: 'state:ECU' } }),
    ]),
  )
  const late = { ...covers('visit', { to: 'state:ECU' }), to: '1960-12-31', cite: { source: 'list' } }
  await ledger.add({ coverage: [late] }, on('2024-01-01'))
  const done = await reconcile(ledger, NOW)
  const text = reconciledText(done, label, 200, plain)
  assert.match(text, /^1 pair to be judged; 1 event that a list lacks/)
  assert.match(text, /dated 3 days apart\n {4}Ana Able visited Ecuador, 20 March 1950/)
  assert.match(
    text,
    /The list, in doubt from 2 May 1959 to 1 May 1961: it lacks the visit of 1960-05-01 told by The third/,
  )
  const [id] = /judgement:\w+/.exec(text)!
  await ledger.retract(id, on(NOW, 'ana'))
  assert.match(reconciledText(await reconcile(ledger, NOW), label, 100, plain), /a person withdrew the doubt/)
})
