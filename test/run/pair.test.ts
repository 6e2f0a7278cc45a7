import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { jointRolls, pairOf, stateCalled } from '../../src/run/pair.ts'
import { labels } from '../../src/show/en/label.ts'
import { on, told } from '../keep/stores.ts'
import { briefed } from './briefing-world.ts'

const label = labels(new Map())
/** Compares with a file; `CHANCERY_GOLDEN=write` writes it anew. */
function matchesGolden(name: string, found: string): void {
  const path = join(import.meta.dirname, 'golden', name)
  if (process.env.CHANCERY_GOLDEN === 'write') writeFileSync(path, found)
  assert.equal(found, readFileSync(path, 'utf8'))
}

const view = async () => pairOf(await briefed(), 'state:ECU', 'state:PER', { today: '2004-02-01', label })

describe('a pair', () => {
  test('is one timeline by kind and way, each item with its tellings', async () => {
    const { lanes, sources } = await view()
    const lines = lanes.flatMap((lane) => [
      `${lane.title}`,
      ...lane.items.map(
        (i) =>
          `  ${i.mark} ${i.lead}: ${i.say} [${i.tellings.map((t) => `${t.source}${t.otherwise ? `: ${t.otherwise}` : ''}${t.reported ? ', reported' : ''}`).join('; ')}]`,
      ),
      ...lane.stretches.map((s) => `  ${s.level} ${s.from}–${s.to}`),
      ...lane.covers.map((c) => `  ${c.level}: ${c.say}`),
    ])
    matchesGolden('pair.txt', `${lines.join('\n')}\n`)
    const cited = lanes.flatMap((l) => l.items.flatMap((i) => i.tellings.map((t) => t.source)))
    assert.deepEqual(
      cited.filter((id) => !sources[id]),
      [],
    )
  })

  test('at a glance rests on items of the timeline', async () => {
    const { glance, lanes } = await view()
    const ids = new Set(lanes.flatMap((lane) => lane.items.map((item) => item.id)))
    assert(glance.every((g) => g.items.every((id) => ids.has(id))))
    const visits = glance.filter((g) => g.lead.startsWith('Last visit')).map((g) => g.text.split(':')[0])
    assert.deepEqual(visits, ['1–3 March 2002', '24 May 2003'])
    assert.match(glance.find((g) => g.id === 'relations')!.text, /as last known on/)
  })

  test('is the same again, and what was not known yet is not in it', async () => {
    const ledger = await briefed()
    const at = (knownOn: string) => pairOf(ledger, 'state:ECU', 'state:PER', { today: '2004-02-01', label, knownOn })
    assert.deepEqual(await at('2004-01-02'), await at('2004-01-02'))
    assert.equal((await at('2003-01-01')).lanes.flatMap((l) => l.items).length, 0)
  })

  test('told more of is another the next time', async () => {
    const ledger = await briefed()
    const items = async () => {
      const { lanes } = await pairOf(ledger, 'state:ECU', 'state:PER', { today: '2004-02-01', label })
      return lanes.flatMap((l) => l.items).length
    }
    const before = await items()
    const trip = told('visit', { visitor: 'person:ana-able', to: 'state:PER' }, '2004-01-20', {
      cite: { source: 'list', locator: 'row 99' },
    })
    await ledger.add({ facts: [trip] }, on('2004-01-21'))
    assert.equal(await items(), before + 1)
    assert.equal(await items(), before + 1)
  })

  test('of one state, or with a group that nobody knows, is refused', async () => {
    const ledger = await briefed()
    const options = { today: '2004-02-01', label }
    await assert.rejects(pairOf(ledger, 'state:ECU', 'state:ECU', options), { code: 'incorrect' })
    await assert.rejects(pairOf(ledger, 'state:ECU', 'state:PER', { ...options, with: 'group:none' }), {
      code: 'not-found',
    })
    assert.throws(() => stateCalled('Qqqq'), { code: 'not-found' })
    assert.deepEqual(['ECU', 'state:ECU', 'Ecuador', 'ecuador'].map(stateCalled), Array(4).fill('state:ECU'))
  })

  test('opens the roll calls of a year', async () => {
    const ledger = await briefed()
    const view = await pairOf(ledger, 'state:ECU', 'state:PER', { today: '2004-02-01', label })
    const rolls = await jointRolls(ledger, 'state:ECU', 'state:PER', {})
    assert.equal(rolls.length, view.agreement.both)
    assert.equal(rolls.filter((r) => r.one === r.other).length, view.agreement.alike)
  })
})
