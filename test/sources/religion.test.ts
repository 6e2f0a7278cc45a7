import assert from 'node:assert/strict'
import { test } from 'node:test'
import { religion } from '../../src/sources/religion.ts'
import { counted, line, pick, real, tellOf } from './shared.ts'

const SIZES = [
  'total christians',
  'chrstcat',
  'chrstprot',
  'chrstorth',
  'chrstang',
  'total jews',
  'total muslims',
  'islmsun',
  'islmshi',
  'total buddhists',
  'total zoroastrains/parsis',
  'total hindus',
  'total sikhs',
  'total shinto',
  "total baha'i",
  'total taoists',
  'total jains',
  'total confucists',
]
const HEADER = ['year', 'state', 'name', 'population in independent states', 'reliabilevel', ...SIZES].join(',')
const row = (year: string, state: string, sizes: Record<string, number | string>) =>
  [year, state, 'X', '1000000', 'Low', ...SIZES.map((name) => sizes[name] ?? 0)].join(',')
const told = (...rows: string[]) => tellOf(religion, { 'WRP_national.csv': `${HEADER}\n${rows.join('\n')}\n` })

test('a number is told, a zero is not', () => {
  const { facts, findings } = told(row('1970', '130', { 'total jews': 1000 }))
  assert.deepEqual(
    facts.map(({ amount, ...fact }) => `${line(fact as never)} ${amount?.least}`),
    ['people:jewish state:ECU 1970 1000'],
  )
  assert.match(facts[0]?.note ?? '', /reliability of the record: low/)
  assert.deepEqual(findings, [])
})

test('states are those of the year; faults are findings', () => {
  const { facts, findings } = told(
    row('1950', '365', { 'total jews': 10 }),
    row('1950', '999', { 'total jews': 10 }),
    row('1950', '130', { 'total jews': 2000000, 'total sikhs': 'many' }),
  )
  assert.deepEqual(facts.map(line), ['people:jewish state:SUN 1950'])
  assert.deepEqual(counted(findings), { 'unknown-state': 1, 'more-than-all': 1, 'no-number': 1 })
})

test('the real list', (t) => {
  const one = real(t, religion)
  if (!one) return
  assert.equal(one.rows, 1995)
  const ecuador = pick(one, { roles: { host: 'state:ECU', people: 'people:jewish' } })
  assert.deepEqual(
    ecuador.map(({ when }) => when),
    ['1970', '1980', '1985', '1990', '2000', '2005', '2010'],
  )
  assert.equal(
    one.facts.some(({ amount }) => amount?.least === 0),
    false,
  )
})
