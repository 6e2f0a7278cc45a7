import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { memoryLedger } from '../../src/keep/memory.ts'
import type { Question } from '../../src/model/question.ts'
import { answerLink, decodeLink, encodeLink, type Link, linkOf } from '../../src/run/ask-link.ts'
import { labels } from '../../src/show/en/label.ts'
import { askView } from '../../src/show/views/ask.ts'
import { occupancies, selections } from '../../src/show/views/ask-paths.ts'
import { covers, on, source, visit } from '../keep/stores.ts'

const question: Question = {
  measure: 'count',
  set: {
    op: 'select',
    kind: 'visit',
    roles: { to: { id: 'state:ECU' } },
    window: { from: '1900-01-01', to: '1999-12-31' },
  },
}
const link = (more: Partial<Link> = {}): Link => ({
  ...{
    text: 'How many visits?',
    form: 'how-many',
    question,
    on: '2024-02-01',
    today: '2024-02-01',
    knownOn: '2024-02-01T12:00:00.000Z',
  },
  ...more,
})

async function filed() {
  const ledger = memoryLedger()
  const facts = [visit('a', 'ECU', '1950-03-04'), visit('b', 'ECU', '1960-03-04')]
  await ledger.add(
    { facts, sources: [source('list')], coverage: [covers('visit', { to: 'state:ECU' })] },
    on('2024-01-01'),
  )
  return ledger
}

describe('a permalink', () => {
  test('gives the same answer when the ledger has learned more', async () => {
    const ledger = await filed()
    const shown = async () => {
      const again = decodeLink(encodeLink(link()))
      return askView(await answerLink(ledger, again, new Map()), labels(new Map()), again, () => encodeLink(again))
    }
    const before = await shown()
    await ledger.add({ facts: [visit('c', 'ECU', '1970-03-04')], sources: [source('list')] }, on('2024-03-01'))
    assert.deepEqual(await shown(), before)
    assert.equal(before.readings[0]!.answer, '2.')
    const later = await answerLink(ledger, link({ knownOn: '2024-03-02' }), new Map())
    assert.deepEqual(later.readings[0]!.answer.value, { least: 3, most: 3 })
  })

  test('carries the question as data, whatever its words', () => {
    assert.deepEqual(
      decodeLink(encodeLink(link({ text: '<b>"Ünïcode" \u202E?' }))),
      link({ text: '<b>"Ünïcode" \u202E?' }),
    )
  })

  const deep = (n: number): object => (n ? { op: 'and', of: [deep(n - 1)] } : { op: 'members', ids: [] })
  const wrong: readonly [string, unknown][] = [
    ['nothing', undefined],
    ['a list', []],
    ['no question', { ...link(), question: {} }],
    ['a measure that is none', { ...link(), question: { ...question, measure: 'most' } }],
    ['a kind that is none', { ...link(), question: { measure: 'count', set: { ...question.set, kind: 'war' } } }],
    ['more than a question has', { ...link(), question: { ...question, run: 'rm' } }],
    ['a day that is none', { ...link(), on: '2024-02-30' }],
    ['sets too deep', { ...link(), question: { measure: 'count', set: deep(50) } }],
    [
      'too many ids',
      { ...link(), question: { measure: 'count', set: { op: 'members', ids: Array(999).fill('state:ECU') } } },
    ],
  ]
  for (const [name, value] of wrong)
    test(`of ${name} is refused`, () => assert.throws(() => linkOf(value), { code: 'incorrect' }))

  test('that was cut, or is too long, is refused', () => {
    assert.throws(() => decodeLink(encodeLink(link()).slice(0, -20)), { code: 'incorrect' })
    assert.throws(() => decodeLink('a'.repeat(20_000)), { code: 'incorrect' })
    const many = { op: 'members' as const, ids: Array(400).fill('person:somebody-with-a-very-long-name') }
    assert.throws(() => encodeLink(link({ question: { measure: 'count', set: many } })), { code: 'incorrect' })
  })
})

test('every selection in a set has its place', () => {
  const select = {
    op: 'select' as const,
    kind: 'visit' as const,
    roles: {},
    window: { from: '1900-01-01', to: '1900-01-01' },
  }
  const set = {
    op: 'minus' as const,
    from: { op: 'occupants' as const, of: select, on: 'then' as const },
    less: { op: 'and' as const, of: [{ op: 'members' as const, ids: [] }, select] },
  }
  assert.deepEqual(occupancies(set), [['from']])
  assert.deepEqual(selections(set), [
    ['from', 'of'],
    ['less', 'of', 1],
  ])
})

test('an answer shows its evidence as items with their tellings, and harmless words', async () => {
  const asked = await answerLink(await filed(), link({ text: 'How\u0007 many?' }), new Map())
  const view = askView(asked, labels(new Map()), { today: '2024-02-01', knownOn: '2024-02-01' }, () => 'x')
  assert.equal(view.text, 'How\uFFFD many?')
  const [reading] = view.readings
  assert.deepEqual(
    reading!.evidence.map((i) => [i.lead, i.tellings[0]!.source]),
    [
      ['4 March 1950', 'list'],
      ['4 March 1960', 'list'],
    ],
  )
  assert.deepEqual([reading!.shape, Object.keys(view.sources)], ['number', ['list']])
})
