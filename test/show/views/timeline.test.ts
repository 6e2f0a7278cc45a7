import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Coverage } from '../../../src/model/coverage.ts'
import type { Fact, NewFact } from '../../../src/model/fact.ts'
import type { Doubt } from '../../../src/model/judgement.ts'
import { labels } from '../../../src/show/en/label.ts'
import { type LaneOf, laneView, merged, type Tools } from '../../../src/show/views/timeline.ts'
import { covers, told } from '../../keep/stores.ts'

const TOOLS: Tools = {
  label: labels(new Map()),
  officeThen: () => undefined,
  judgements: [],
  asOf: () => '2004-01-01',
  today: '2026-01-01',
}
const kept = (facts: readonly NewFact[]): Fact[] => facts.map((f, i) => ({ ...f, id: `fact:${i}` }))
const lane = (over: Partial<LaneOf> = {}): LaneOf => ({
  ...{ id: 'visit', kind: 'visit', title: 'Visits', facts: [] },
  fixed: { from: 'state:ECU', to: 'state:PER' },
  states: ['state:ECU'],
  ...over,
})
const list = (roles: Coverage['roles'], more: Partial<Coverage> = {}): Coverage => ({
  ...covers('visit', roles),
  id: 'coverage:1',
  ...more,
})

/** Roles of a list, and what it covers of the visits of Ecuador to Peru. */
const LISTS: readonly [Coverage['roles'], Partial<Coverage>, string][] = [
  [{}, {}, 'whole'],
  [{ to: 'state:PER' }, {}, 'whole'],
  [{ to: ['state:PER', 'state:USA'] }, {}, 'whole'],
  [{ to: 'state:USA' }, {}, 'nothing'],
  [{ from: 'state:USA' }, {}, 'nothing'],
  [{ visitor: 'office:president/ECU' }, {}, 'part'],
  [{ visitor: 'office:president/USA' }, {}, 'nothing'],
  [{ to: 'state:PER', place: 'place:lima' }, {}, 'part'],
  [{ to: 'state:PER' }, { grade: 'complete-but' }, 'part'],
  [{ to: 'state:PER' }, { grade: 'lower-bound' }, 'some'],
  [{ to: 'state:PER' }, { kind: 'mission' }, 'nothing'],
]

for (const [roles, more, level] of LISTS)
  test(`a list of ${JSON.stringify(roles)} ${more.grade ?? more.kind ?? ''} covers ${level}`, () => {
    const { covers: found } = laneView(lane(), [list(roles, more)], TOOLS)
    assert.equal(found[0]?.level ?? 'nothing', level)
  })

test('what is whole hides what is but a part; doubt makes a part of the whole', () => {
  const doubt = {
    is: 'lacks' as const,
    kind: 'visit' as const,
    because: 'b',
    by: 'c',
    list: 'l',
    tellings: ['t'],
  } satisfies Partial<Doubt>
  const stretches = (lists: readonly Coverage[]) =>
    laneView(lane(), lists, TOOLS).stretches.map((s) => `${s.from.slice(0, 4)}–${s.to.slice(0, 4)} ${s.level}`)
  const part = list({ visitor: 'office:president/ECU' }, { from: '1850-01-01', to: '1950-12-31' })
  assert.deepEqual(stretches([list({}), part]), ['1850–1899 part', '1900–1999 whole'])
  const doubts: Doubt[] = [{ ...doubt, from: '1930-01-01', to: '1931-12-31' }]
  assert.deepEqual(stretches([list({}, { doubts })]), ['1900–1929 whole', '1930–1931 part', '1932–1999 whole'])
})

test('an item is marked by what its fact tells of', () => {
  const marks = (roles: NewFact['roles'], more: Partial<NewFact> = {}) => {
    const facts = kept([told('relations', { between: ['state:ECU', 'state:PER'], ...roles }, '1950', more)])
    return laneView(lane({ kind: 'relations', facts }), [], TOOLS).items[0]!.mark
  }
  const steps = ['established', 'severed', 'restored', 'held', 'recognised']
  assert.deepEqual(
    steps.map((step) => marks({ step })),
    ['made', 'broken', 'restored', 'holds', 'step'],
  )
  assert.equal(marks({ step: 'severed' }, { telling: 'no' }), 'denied')
  assert.equal(marks({ step: 'established' }, { modality: 'planned' }), 'planned')
})

test('a time is as fine as told; what is open ends with its source', () => {
  const times = ['1950', '1950-03', '1950-03-04', '1950/1952', '1950/', undefined]
  const facts = kept(times.map((when, i) => told('visit', { visitor: `person:${i}`, to: 'state:PER' }, when)))
  const items = laneView(lane({ facts }), [], TOOLS).items
  const shown = (id: string) => {
    const { from, to, open, precision } = items.find((i) => i.id === id)!
    return [from, to, open ?? false, precision]
  }
  assert.deepEqual(shown('fact:0'), ['1950-01-01', '1950-12-31', false, 'year'])
  assert.deepEqual(shown('fact:1'), ['1950-03-01', '1950-03-31', false, 'month'])
  assert.deepEqual(shown('fact:3'), ['1950-01-01', '1952-12-31', false, 'span'])
  assert.deepEqual(shown('fact:4'), ['1950-01-01', '2004-01-01', true, 'span'])
  assert.deepEqual(shown('fact:5'), [undefined, undefined, false, undefined])
})

test('what others wrote is shown as harmless text, a sentence of it, and linked only by http', () => {
  const cite = {
    source: 'list',
    quote: `\u202Eevil ${'word '.repeat(90)}`,
    url: 'javascript:alert(1)',
    locator: 'row\u0007 1',
  }
  const facts = kept([told('visit', { visitor: 'person:a', to: 'state:PER' }, '1950', { cite })])
  const [telling] = laneView(lane({ facts }), [], TOOLS).items[0]!.tellings
  assert.equal(telling!.url, undefined)
  assert(telling!.quote!.length < 260 && !telling!.quote!.includes('\u202E'))
  assert.equal(telling!.where, 'row\uFFFD 1')
})

test('days as runs', () => {
  const run = (from: string, to: string) => ({ from, to })
  const days = [run('1950-01-01', '1950-12-31'), run('1951-01-01', '1951-02-01'), run('1940-01-01', '1940-02-01')]
  assert.deepEqual(merged(days), [run('1940-01-01', '1940-02-01'), run('1950-01-01', '1951-02-01')])
})
