import assert from 'node:assert/strict'
import { test } from 'node:test'
import { desta } from '../../src/sources/desta.ts'
import { counted, line, pick, real, tellOf } from './shared.ts'

const range = (head: string) => Array.from({ length: 91 }, (_, i) => `${head}${i + 1}`)
const HEADER = ['number', 'base_treaty', 'name', 'entry_type', 'year', 'entryforceyear', ...range('c'), ...range('mc')]
const row = (number: string, name: string, type: string, years: [string, string], parties: [number, number][]) => {
  const cells = (values: number[]) => [...values.map(String), ...Array(91 - values.length).fill('NA')]
  return [
    number,
    number,
    `"${name}"`,
    type,
    ...years,
    ...cells(parties.map(([c]) => c)),
    ...cells(parties.map(([, m]) => m)),
  ].join(';')
}
const told = (...rows: string[]) =>
  tellOf(desta, { 'DESTA.csv': `${HEADER.map((name) => `"${name}"`).join(';')}\n${rows.join('\n')}\n` })

test('stages: signed and in force; a negotiation is no agreement and has no year', () => {
  const one = told(
    row(
      '1',
      'A B',
      'base_treaty',
      ['2003', '2005'],
      [
        [218, 0],
        [376, 0],
      ],
    ),
    row(
      '2',
      'B C',
      'negotiation',
      ['NA', 'NA'],
      [
        [376, 0],
        [152, 0],
      ],
    ),
    row(
      '2a',
      'B C',
      'consolidated',
      ['2003', '2005'],
      [
        [376, 0],
        [152, 0],
      ],
    ),
  )
  assert.deepEqual(one.facts.map(line), [
    'state:ECU state:ISR trade agreement: A B signed 2003',
    'state:ECU state:ISR trade agreement: A B in-force 2005',
    'state:CHL state:ISR trade agreement: B C negotiating ',
  ])
  assert.equal(one.rows, 3)
})

test('who acceded or withdrew, not all the parties anew', () => {
  const one = told(
    row(
      '3+1',
      'Z',
      'accession',
      ['1997', 'NA'],
      [
        [12, 2],
        [24, 2],
        [710, 1],
      ],
    ),
    row(
      '3_1',
      'Z',
      'withdrawal',
      ['2006', 'NA'],
      [
        [12, 2],
        [862, 1],
      ],
    ),
  )
  assert.deepEqual(one.facts.map(line), [
    'state:ZAF accession to a trade agreement: Z signed 1997',
    'state:VEN withdrawal from a trade agreement: Z ended 2006',
  ])
})

test('numbers name the state of the day; what is wrong is a finding', () => {
  const one = told(
    row(
      '1',
      'A',
      'base_treaty',
      ['2002', '2000'],
      [
        [688, 0],
        [999, 0],
      ],
    ),
    row(
      '2',
      'B',
      'base_treaty',
      ['1948', 'NA'],
      [
        [716, 0],
        [710, 0],
      ],
    ),
    row('3', 'C', 'treatise', ['1948', 'NA'], [[710, 0]]),
  )
  assert.deepEqual(one.facts.map(line), [
    'state:SCG trade agreement: A signed 2002',
    'state:ZAF state:ZWE trade agreement: B signed 1948',
  ])
  assert.deepEqual(counted(one.findings), {
    'unknown-state': 1,
    'end-before-start': 1,
    'outside-existence': 1,
    'unknown-type': 1,
  })
})

test('a comma for a semicolon is named', () => {
  assert.throws(() => tellOf(desta, { 'DESTA.csv': `${HEADER.join(',')}\n` }), /separated otherwise/)
})

test('the real list', (t) => {
  const one = real(t, desta)
  if (!one) return
  assert.equal(one.rows, 1217)
  assert.equal(pick(one, { roles: { step: 'negotiating' } }).length, 82)
  assert.equal(one.findings.filter(({ kind }) => kind === 'end-before-start').length, 4)
  const both = pick(one, { roles: { between: 'state:ECU', step: 'signed' } }).filter(({ roles }) =>
    roles.between?.includes('state:CHL'),
  )
  assert.ok(both.length > 0)
})
