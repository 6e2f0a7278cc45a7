import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leadersArchigos, leadersReign } from '../../src/sources/leaders.ts'
import { counted, pick, real, tellOf } from './shared.ts'

const REIGN = 'stateabb,ccode,leadid,leader,sdate,smonth,syear,emonth,eyear,birthyear\n'
const reign = (...rows: string[]) => tellOf(leadersReign, { 'leaderlist_3_21.csv': REIGN + rows.join('\n') })
const ARCHIGOS = 'obsid\tleadid\tccode\tidacr\tleader\tstartdate\tenddate\tentry\texit\tyrborn\n'
const terms = ({ facts }: ReturnType<typeof tellOf>) =>
  facts.map(({ roles, when }) => `${roles.person} ${roles.office} ${when}`)

test('an end is told to the month, and none for who was still in office', () => {
  const told = reign('USA,2,A2.9-49,Eisenhower,20,1,1953,1,1961,1890', 'ECU,130,kb-1,Lenin Moreno,24,5,2017,,,1953')
  assert.deepEqual(terms(told), [
    'person:dwight-d-eisenhower office:effective-leader/USA 1953-01-20/1961-01',
    'person:lenin-moreno office:effective-leader/ECU 2017-05-24/',
  ])
  assert.equal(told.sources[0]?.asOf, '2021-03-31')
})

test('persons: a term’s id is not the person’s, and two of one name are two', () => {
  const told = reign(
    'SWZ,572,a,Dlamini,1,1,1970,12,1971,1920',
    'SWZ,572,b,Dlamini,1,1,1973,12,1974,1920',
    'SWZ,572,c,Dlamini,1,1,1980,12,1981,1950',
    'CHE,225,d,Dlamini,1,1,1980,12,1981,1950',
  )
  assert.deepEqual(
    told.facts.map(({ roles }) => roles.person),
    [
      'person:dlamini-swz-born-1920',
      'person:dlamini-swz-born-1920',
      'person:dlamini-swz-born-1950',
      'person:dlamini-che-born-1950',
    ],
  )
})

test('one id of the list for two persons is two, and a number is of one list alone', () => {
  const rows = [
    'SWD-1888\tx\t380\tSWD\tBildt\t1888-02-06\t1889-10-12\tRegular\tRegular\t1820',
    'SWD-1991\tx\t380\tSWD\tBildt\t1991-10-30\t1994-10-07\tRegular\tRegular\t1949',
  ]
  const told = tellOf(leadersArchigos, { 'archigos_4.1.txt': `${ARCHIGOS}${rows.join('\n')}\n` })
  assert.deepEqual(
    told.facts.map(({ roles }) => roles.person),
    ['person:bildt-swe-born-1820', 'person:carl-bildt'],
  )
  // 970 is Nauru by the Correlates of War and Kiribati by Gleditsch and Ward.
  assert.equal(reign('NRU,970,a,DeRoburt,31,1,1968,12,1976,1922').facts[0]?.roles.state, 'state:NRU')
})

test('faults are findings', () => {
  const told = reign(
    'ECU,130,a,Roe,1,1,1990,1,1989,1920',
    'ZZZ,999,b,Roe,1,1,1990,1,1991,1920',
    'ECU,130,c,Roe,,,,1,1991,1920',
  )
  assert.deepEqual(counted(told.findings), { 'end-before-start': 1, 'unknown-state': 1, 'no-such-day': 1 })
})

test('the publisher’s tab-separated text', () => {
  const told = tellOf(leadersArchigos, {
    'archigos_4.1.txt': `${ARCHIGOS}ECU-2007\tx\t130\tECU\tRafael Correa\t2007-01-15\t2015-12-31\tRegular\tStill in Office\t1963\n`,
  })
  assert.deepEqual(terms(told), ['person:rafael-correa office:effective-leader/ECU 2007-01-15/'])
})

test('the real lists agree on persons whom the starter packs know', (t) => {
  const [one, two] = [real(t, leadersReign), real(t, leadersArchigos)]
  if (!one || !two) return
  assert.deepEqual([one.rows, one.facts.length, two.rows, two.facts.length], [2524, 2524, 3409, 3409])
  const of = (told: typeof one, person: string) => pick(told, { roles: { person } }).map(({ when }) => when)
  assert.deepEqual(of(one, 'person:dwight-d-eisenhower'), ['1953-01-20/1961-01'])
  assert.deepEqual(of(two, 'person:dwight-d-eisenhower'), ['1953-01-20/1961-01-20'])
  // The list begins with Grant: its Johnson is not the one before him. There are two Presidents Bush.
  assert.deepEqual(of(two, 'person:andrew-johnson'), [])
  assert.deepEqual(of(two, 'person:lyndon-b-johnson'), ['1963-11-22/1969-01-20'])
  assert.deepEqual(of(two, 'person:george-h-w-bush'), ['1989-01-20/1993-01-20'])
  assert.equal(
    pick(two, { roles: { state: 'state:SUN' } }).every(({ when }) => when && when < '1992'),
    true,
  )
})
