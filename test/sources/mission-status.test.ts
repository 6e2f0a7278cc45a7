import assert from 'node:assert/strict'
import { test } from 'node:test'
import { missionStatus } from '../../src/sources/mission-status.ts'
import { counted, pick, real, tellOf } from './shared.ts'

const HEADER = 'state_dept_name,status_change,year,month,day,last_verified,notes\n'
const told = (...rows: string[]) =>
  tellOf(missionStatus, {
    'missions/2024-01-16_transitions.csv': HEADER + rows.join('\n'),
  })
const spells = ({ facts }: ReturnType<typeof tellOf>) =>
  facts.map(({ roles, when }) => `${roles.host} ${roles.type} ${when}`)

test('a status holds to the day before the next, no finer than it is dated; the last is open', () => {
  const rows = [
    'Cuba,Legation,1902,5,27,2023-12-06,',
    'Cuba,Embassy,1923,2,,2023-12-06,',
    'Cuba,None,1961,1,3,2023-12-06,',
    'Cuba,Embassy,2015,7,20,2024-01-16,',
  ]
  assert.deepEqual(spells(told(...rows)), [
    'state:CUB legation 1902-05-27/1923-02',
    'state:CUB embassy 1923-02/1961-01-02',
    'state:CUB embassy 2015-07-20/',
  ])
  assert.equal(told(...rows).sources[0]?.asOf, '2024-01-16')
})

test('an envoy who resides elsewhere is no mission', () => {
  assert.deepEqual(spells(told('Benin,Ambassador Nonresident,1960,11,26,2024-01-01,')), [])
})

test('a name that outlives its state is parted', () => {
  assert.deepEqual(
    spells(
      told(
        'Germany,Legation,1797,12,5,2024-01-01,',
        'Germany,Embassy,1893,10,26,2024-01-01,',
        'Germany,None,1917,2,3,2024-01-01,',
      ),
    ),
    [
      'state:prussia legation 1797-12-05/1871-01-17',
      'state:DEU legation 1871-01-18/1893-10-25',
      'state:DEU embassy 1893-10-26/1917-02-02',
    ],
  )
})

test('rows that cannot be read are findings', () => {
  const { findings } = told(
    'Cuba,Palace,1902,5,27,2024-01-01,',
    'Cuba,Legation,1902,13,27,2024-01-01,',
    'Atlantis,Legation,1902,1,7,2024-01-01,',
  )
  assert.deepEqual(counted(findings), {
    'unreadable-row': 2,
    'unknown-state': 1,
  })
})

test('the real file', (t) => {
  const real_ = real(t, missionStatus)
  if (!real_) return
  assert.deepEqual([real_.rows, counted(real_.findings)], [590, { 'unknown-state': 3 }])
  const of = (host: string) =>
    spells({ ...real_, facts: pick(real_, { roles: { host } }) }).map((row) => row.slice(host.length + 1))
  assert.deepEqual(of('state:ECU'), [
    'consulate 1825-07-05/1848-08-11',
    'legation 1848-08-12/1942-03-04',
    'embassy 1942-03-05/',
  ])
  assert.deepEqual(of('state:SUN'), ['embassy 1933-12-13/1991-12-25'])
  assert.deepEqual(of('state:CHN'), ['office 1973-05-01/1979-02-28', 'embassy 1979-03-01/'])
  // Without a mission at any time, by the published ranges alone.
  assert.ok([real_.coverage[0]?.roles.host].flat().includes('state:PRK'))
})
