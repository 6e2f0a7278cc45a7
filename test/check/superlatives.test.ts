import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { worldOf } from '../../src/ask/index.ts'
import { superlativesOf } from '../../src/check/superlatives.ts'
import type { Coverage } from '../../src/model/coverage.ts'
import type { Fact } from '../../src/model/fact.ts'
import { covers, snapshot, told } from '../ask/world.ts'

const OFFICE = 'office:president/FJI'
const journey = { office: OFFICE, to: 'state:TON' }
const terms = [
  told('office', { person: 'person:a', office: OFFICE, step: 'serving' }, '1970-01-01/1979-12-31'),
  told('office', { person: 'person:b', office: OFFICE, step: 'serving' }, '1980-01-01/1999-12-31'),
]
const offices = covers('office', { office: OFFICE }, '0000-01-01', '1999-12-31')
const visits = (from: string, to: string) => covers('visit', { visitor: OFFICE, to: 'state:TON' }, from, to)
const visit = (person: string, when: string) => told('visit', { visitor: person, to: 'state:TON' }, when)

const said = (facts: Fact[], coverage: Coverage[], on: string): string[] => {
  const { safe, unsafe } = superlativesOf(
    worldOf(snapshot([...terms, ...facts], [offices, ...coverage])),
    [journey],
    on,
  )
  return [
    ...safe.map((s) =>
      [s.sort, s.since?.fact.when, s.before, s.whole ? '' : `to ${s.known}`]
        .filter((x) => x !== undefined && x !== '')
        .join(' '),
    ),
    ...unsafe.map(() => 'unsafe'),
  ]
}

describe('what may safely be said of a visit', () => {
  const ALL = [visits('0000-01-01', '1999-12-31')]
  const A = visit('person:a', '1975-06-01/1975-06-03')
  const B = visit('person:b', '1985-06-01')
  const TABLE: [string, Fact[], Coverage[], string, string[]][] = [
    ['the first where the list is whole', [], ALL, '1990-01-01', ['first']],
    ['nothing where no list is', [], [], '1990-01-01', ['unsafe']],
    ['nothing where the list begins late', [], [visits('1980-01-01', '1999-12-31')], '1990-01-01', ['unsafe']],
    ['the first since, and the second', [A], ALL, '1990-01-01', ['first-since 1975-06-01/1975-06-03', 'nth 1']],
    ['since the latest', [A, B], ALL, '1990-01-01', ['first-since 1985-06-01', 'nth 2']],
    [
      'the visit of that day is not before itself',
      [A, B],
      ALL,
      '1985-06-01',
      ['first-since 1975-06-01/1975-06-03', 'nth 1'],
    ],
    ['nor is one that goes on', [A], ALL, '1975-06-02', ['first']],
    ['later ones do not count', [B], ALL, '1980-01-01', ['first']],
    [
      'the first since needs the list from then on alone',
      [A],
      [visits('1975-06-01', '1999-12-31')],
      '1990-01-01',
      ['first-since 1975-06-01/1975-06-03'],
    ],
    [
      'a list that ends before the day says so',
      [],
      [visits('0000-01-01', '1985-12-31')],
      '1990-01-01',
      ['first to 1985-12-31'],
    ],
    ['a visit after the end of the list', [B], [visits('0000-01-01', '1980-12-31')], '1990-01-01', ['unsafe']],
  ]
  for (const [name, facts, coverage, on, expected] of TABLE)
    test(name, () => assert.deepEqual(said(facts, coverage, on), expected))
})
