import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Ledger } from '../../src/keep/port.ts'
import type { NewFact } from '../../src/model/fact.ts'
import { openLedger } from '../../src/run/ledger.ts'
import { addWatch, runWatches } from '../../src/run/watch.ts'
import { labels } from '../../src/show/en/label.ts'
import { sayRun } from '../../src/show/watch.ts'

const TODAY = '2026-06-01'
const at = (minute: number) => new Date(Date.now() + 60_000 * minute).toISOString()
const visit = (when: string): NewFact => ({
  kind: 'visit',
  roles: { visitor: 'office:president/ISR', to: 'state:ECU' },
  when,
  telling: 'yes',
  modality: 'happened',
  standing: 'data',
  cite: { source: 'own', quote: 'The president came.' },
})

describe('watches', () => {
  let ledger: Ledger
  before(async () => {
    ledger = await openLedger({ path: ':memory:' })
  })
  after(() => ledger.close())
  const add = (text: string, date?: string) =>
    addWatch(ledger, { text, by: 'Ana', today: TODAY, now: at(0), ...(date && { date }) })
  const run = async (minute: number, today = TODAY) => {
    const runs = await runWatches(ledger, today, at(minute))
    return runs.filter((one) => one.changed).map((one) => [one.watch.text, ...sayRun(one, labels(one.labels))])
  }
  const NEVER = 'No president of Israel has ever visited Ecuador.'
  const WHICH = 'Which states have diplomatic relations with Israel?'

  test('nothing has changed where nothing was told', async () => {
    await add(NEVER, '2022-05-12')
    await add('Which states voted against the partition of Palestine?')
    assert.deepEqual(await run(1), [])
  })

  test('what is told since changes a verdict, and is named as the cause, once', async () => {
    const source = { id: 'own', title: 'Own', licence: 'none', viewpoint: 'own', asOf: '2026-01-01' }
    await ledger.add({ sources: [source], facts: [visit('1975-06-02')] }, { recordedAt: at(2), by: 'Ana' })
    assert.deepEqual(await run(3), [
      [NEVER, 'not covered → refuted', 'because told since: a president of Israel visited Ecuador, 2 June 1975 (own)'],
    ])
    assert.deepEqual(await run(4), [])
  })

  test('what is withdrawn changes it back', async () => {
    const [fact] = (await ledger.fetch([{ kind: 'visit', roles: { to: ['state:ECU'] } }])).facts.filter(
      (f) => f.cite.source === 'own',
    )
    await ledger.retract(fact!.id, { recordedAt: at(5), by: 'Ana' })
    const [[, turned, because] = []] = await run(6)
    assert.deepEqual([turned, because?.slice(0, 18)], ['refuted → not covered', 'because withdrawn:'])
  })

  test('who comes into an answer and who leaves it is named', async () => {
    await ledger.watches.remove((await ledger.watches.list())[0]!.id)
    const { watch } = await add(WHICH)
    const state = JSON.parse(watch.last.state)
    const then = { ...state, members: [...state.members.filter((id: string) => id !== 'state:EGY'), 'state:MDV'] }
    await ledger.watches.put({ ...watch, last: { ...watch.last, state: JSON.stringify(then) } })
    const [[text, come, gone] = []] = await run(7)
    assert.deepEqual([text, come, gone], [WHICH, 'come: Egypt', 'gone: the Maldives'])
  })

  test('the same is watched once, and what is not understood not at all', async () => {
    await assert.rejects(add(WHICH), { code: 'conflict' })
    await assert.rejects(add('Life is good.'), { code: 'incorrect' })
    await assert.rejects(add('  '), { code: 'incorrect' })
  })
})
