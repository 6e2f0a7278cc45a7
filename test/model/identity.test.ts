import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact } from '../../src/model/fact.ts'
import { groupEvents, sameEvent } from '../../src/model/identity.ts'
import type { Judgement } from '../../src/model/judgement.ts'
import type { Kind } from '../../src/model/kinds/index.ts'
import { tellingKey } from '../../src/model/telling.ts'

let serial = 0

/** A telling in a line: source, time, and the roles of its kind. */
const fact = (source: string, when: string, roles: Fact['roles'], kind: Kind = 'visit'): Fact => ({
  id: `fact:${String(++serial).padStart(6, '0')}`,
  kind,
  roles,
  ...(when && { when }),
  telling: 'yes',
  modality: 'happened',
  standing: source.startsWith('doc:') ? 'accepted' : 'data',
  cite: { source, ...(source.startsWith('doc:') && { doc: source }) },
})
const trip = (source: string, when: string, more: Fact['roles'] = {}): Fact =>
  fact(source, when, { visitor: 'person:a', to: 'state:ECU', ...more })
/** A row of the list `x`. */
const listed = (locator: string, when: string): Fact => ({ ...trip('x', when), cite: { source: 'x', locator } })
const meeting = (source: string, parties: string[]): Fact => fact(source, '1950-03-01', { parties }, 'meeting')
const vote = (source: string, choice: string): Fact =>
  fact(source, '1947-11-29', { voter: 'seat:ECU', roll: 'roll:R1', choice }, 'vote')

const PAIRS: [string, Fact, Fact, boolean][] = [
  ['the same day from two sources', trip('x', '1950-03-01'), trip('y', '1950-03-01'), true],
  ['a day within a told month', trip('x', '1950-03-01'), trip('y', '1950-03'), true],
  ['intervals that overlap', trip('x', '1950-03-01/1950-03-04'), trip('y', '1950-03-04/1950-03-05'), true],
  ['an undated telling', trip('x', ''), trip('y', '1950-03'), true],
  ['another day', trip('x', '1950-03-01'), trip('y', '1950-03-02'), false],
  ['one source tells an event once', trip('x', '1950-03-01'), trip('x', '1950-03'), false],
  [
    'one row in two copies of a source',
    listed('trip 7', '1950-03-01'),
    listed('trip 7', '1950-03-01/1950-03-02'),
    true,
  ],
  ['one row, of which a copy names two', listed('trip 7; trip 8', '1950-03-01'), listed('trip 7', '1950-03-01'), true],
  ['two rows of one source', listed('trip 7', '1950-03-01'), listed('trip 8', '1950-03-01'), false],
  ['a row that one copy does not name', listed('trip 7', '1950-03-01'), trip('x', '1950-03-01'), true],
  ['a row that one copy does not name, otherwise dated', listed('trip 7', '1950-03-01'), trip('x', '1950-03'), false],
  [
    'a row whose date was corrected beyond itself',
    listed('trip 7', '1950-03-01'),
    listed('trip 7', '1951-03-01'),
    false,
  ],
  ['another place of the same trip', trip('x', '1950', { place: 'place:quito' }), trip('y', '1950'), true],
  ['another visitor', trip('x', '1950', { visitor: 'person:b' }), trip('y', '1950'), false],
  ['another kind', trip('x', '1950'), fact('y', '1950', { visitor: 'person:a', to: 'state:ECU' }, 'aid'), false],
  ['parties in another order', meeting('x', ['person:a', 'person:b']), meeting('y', ['person:b', 'person:a']), true],
  ['one party more', meeting('x', ['person:a', 'person:b']), meeting('y', ['person:a', 'person:b', 'person:c']), false],
  ['rival choices on one vote', vote('x', 'yes'), vote('y', 'no'), true],
]

for (const [what, a, b, same] of PAIRS)
  test(`${what}: ${same ? 'one event' : 'two events'}`, () => {
    assert.equal(sameEvent(a, b), same)
    assert.equal(sameEvent(b, a), same)
    assert.equal(groupEvents([a, b]).length, same ? 1 : 2)
  })

const groupsOf = (told: string[]): string[] => {
  const facts = told.map((text) => trip(text.split(' ')[0]!, text.split(' ')[1] ?? ''))
  return groupEvents(facts).map((group) => group.map((f) => told[facts.indexOf(f)]).join(' + '))
}

const GROUPS: [string, string[], string[]][] = [
  ['nothing', [], []],
  [
    'two trips in a year, each told by two',
    ['x 1950-03', 'y 1950-09', 'y 1950-03-04', 'x 1950-09-01'],
    ['x 1950-03 + y 1950-03-04', 'y 1950-09 + x 1950-09-01'],
  ],
  ['a year joins one of them', ['x 1950-03', 'x 1950-09', 'y 1950'], ['x 1950-03 + y 1950', 'x 1950-09']],
  [
    'a visit told by a list, two papers and another list',
    ['x 1950-03-20/1950-03-22', 'doc:1 1950-03-20', 'doc:2 1950-03-22', 'y 1950-03'],
    ['x 1950-03-20/1950-03-22 + doc:1 1950-03-20 + doc:2 1950-03-22 + y 1950-03'],
  ],
  ['an article that tells a visit twice', ['doc:1 1950-03-20', 'doc:1 1950-03'], ['doc:1 1950-03-20 + doc:1 1950-03']],
  [
    'papers alone, which may each mean another day',
    ['doc:1 1950-03-20/1950-03-22', 'doc:2 1950-03-20', 'doc:3 1950-03-22'],
    ['doc:1 1950-03-20/1950-03-22 + doc:2 1950-03-20', 'doc:3 1950-03-22'],
  ],
  [
    'a chain of overlaps is no one event',
    ['x 1950-01/1950-02', 'y 1950-02/1950-03', 'z 1950-03/1950-04'],
    ['x 1950-01/1950-02 + y 1950-02/1950-03', 'z 1950-03/1950-04'],
  ],
]

for (const [what, told, expected] of GROUPS) test(`grouping ${what}`, () => assert.deepEqual(groupsOf(told), expected))

const telling = fc
  .record({
    source: fc.constantFrom('x', 'y', 'z'),
    when: fc.constantFrom(
      '',
      '1950',
      '1950-03',
      '1950-03-01',
      '1950-03-02',
      '1950-03-01/1950-03-09',
      '1950-09',
      '1951',
    ),
    visitor: fc.constantFrom('person:a', 'person:b'),
  })
  .map(({ source, when, visitor }) => trip(source, when, { visitor }))
const partition = (facts: readonly Fact[]): string[] =>
  groupEvents(facts)
    .map((g) =>
      g
        .map((f) => f.id)
        .sort()
        .join(),
    )
    .sort()

/** All share a day; or, where some tell how long it lasted, each of the others meets one of these. */
const isOneEvent = (group: readonly Fact[]): boolean => {
  const stays = group.filter((f) => f.when?.length === 21 || f.when?.length === 10)
  const pairs = group.flatMap((a, i) => group.slice(i + 1).map((b) => [a, b] as const))
  if (pairs.every(([a, b]) => sameEvent(a, b))) return true
  return pairs.every(([a]) => stays.some((stay) => stay === a || sameEvent(a, stay)))
}

test('every telling is in one group, every group is of one event, in whatever order they come', () => {
  fc.assert(
    fc.property(fc.array(telling, { maxLength: 20 }), (facts) => {
      const groups = groupEvents(facts)
      assert.deepEqual(
        groups
          .flat()
          .map((f) => f.id)
          .sort(),
        facts.map((f) => f.id).sort(),
      )
      for (const group of groups)
        assert.ok(isOneEvent(group), group.map((f) => `${f.cite.source} ${f.when}`).join(', '))
      assert.deepEqual(partition(facts.toReversed()), partition(facts))
    }),
  )
})

const judged = (is: 'same' | 'not-same' | 'unsure', a: Fact, b: Fact): Judgement => ({
  id: `judgement:${is}`,
  is,
  kind: 'visit',
  tellings: [tellingKey(a), tellingKey(b)],
  because: 'said so',
  by: 'ana',
})
const [A, B, C] = [trip('x', '1950-03-01'), trip('y', '1950-03-02'), trip('z', '1950-03-01')]
const D = trip('w', '1950-03-01', { visitor: 'person:b' })

const JUDGED: [string, Fact[], Judgement[], number][] = [
  ['nothing judged', [A, B, C], [], 2],
  ['judged the same, another day joins', [A, B, C], [judged('same', A, B)], 1],
  ['whichever of the group was judged', [A, B, C], [judged('same', C, B)], 1],
  ['judged the same, another name joins', [A, C, D], [judged('same', C, D)], 1],
  ['judged not the same, the same day parts', [A, C], [judged('not-same', A, C)], 2],
  ['the last word stands', [A, C], [judged('not-same', A, C), judged('same', A, C)], 1],
  ['and may be that nobody is sure', [A, B], [judged('same', A, B), judged('unsure', A, B)], 2],
  ['apart from one of a group, apart from all', [A, B, C], [judged('same', A, B), judged('not-same', B, C)], 2],
  ['a telling that is no longer told', [A, B], [judged('same', A, D)], 2],
]
for (const [what, facts, judgements, events] of JUDGED)
  test(`grouping, ${what}`, () => {
    assert.equal(groupEvents(facts, judgements).length, events)
    assert.equal(groupEvents(facts.toReversed(), judgements).length, events)
  })

test('a judgement outlives an import that adds words, a page or a row number', () => {
  const again: Fact = {
    ...A,
    id: 'fact:other',
    note: 'corrected',
    cite: { source: 'x', locator: '17', url: 'https://e.org' },
  }
  assert.equal(groupEvents([again, B], [judged('same', A, B)]).length, 1)
  const [yes, no, other] = [A, { ...A, telling: 'no' as const }, { ...A, when: '1950' }]
  assert.equal(new Set([yes, no, other].map(tellingKey)).size, 3)
})
