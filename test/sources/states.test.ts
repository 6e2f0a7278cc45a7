import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statesCow, statesGw } from '../../src/sources/states.ts'
import { counted, line, pick, real, tellOf } from './shared.ts'

const COW = 'stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n'
const cow = (...rows: string[]) => tellOf(statesCow, { 'statelist2024.csv': COW + rows.join('\n') })

test('a number that runs through several states is parted; the last day of the list is no end', () => {
  const told = cow('RUS,365,Russia,1816,1,1,2024,12,31,2024', 'CUB,40,Cuba,1902,5,20,1906,9,25,2024')
  assert.deepEqual(
    told.facts.map(({ roles, when }) => `${roles.state} ${when}`),
    [
      'state:russian-empire 1816-01-01/1917-11-07',
      'state:RUS 1917-11-08/1922-12-29',
      'state:SUN 1922-12-30/1991-12-25',
      'state:RUS 1991-12-26/',
      'state:CUB 1902-05-20/1906-09-25',
    ],
  )
})

test('faulty spells and unknown numbers are findings', () => {
  const told = cow(
    'CUB,40,Cuba,1909,1,23,1906,9,25,2024',
    'ZZZ,998,Nowhere,1909,1,23,2024,12,31,2024',
    'HAI,41,Haiti,1859,2,30,1915,7,28,2024',
  )
  assert.deepEqual(counted(told.findings), { 'end-before-start': 1, 'unknown-state': 1, 'no-such-day': 1 })
})

test('another layout is named with what was expected and found', () => {
  assert.throws(() => tellOf(statesCow, { 'states2016.csv': 'stateabb;ccode\nUSA;2\n' }), {
    code: 'incorrect',
    message: /states2016\.csv.*columns stateabb.*separated otherwise/,
  })
  assert.throws(
    () => tellOf(statesGw, { 'gw/ksgmdw.txt': 'statenumber\tstateid\tstart\tend\n' }),
    /missing countryname/,
  )
})

test('columns may stand in another order, names in another encoding', () => {
  const files = {
    'ksgmdw.txt': 'end\tstart\tcountryname\tstateid\tstatenumber\n2020-12-31\t1960-08-07\tCôte d’Ivoire\tCDI\t437\n',
  }
  assert.deepEqual(tellOf(statesGw, files).facts.map(line), ['state:CIV body:gw-independent-states member 1960-08-07/'])
})

test('the real lists differ in their definitions', (t) => {
  const [one, two] = [real(t, statesCow), real(t, statesGw)]
  if (!one || !two) return
  assert.deepEqual([one.rows, one.facts.length, two.rows, two.facts.length], [244, 257, 239, 249])
  const of = (told: typeof one, state: string) => pick(told, { roles: { state } }).map(({ when }) => when)
  assert.deepEqual(of(one, 'state:CAN'), ['1920-01-10/'])
  assert.deepEqual(of(two, 'state:CAN'), ['1867-07-01/'])
  assert.deepEqual(of(one, 'state:YUG'), ['1918-12-01/1941-04-20', '1944-10-20/1992-04-27'])
  assert.deepEqual(one.findings.concat(two.findings), [])
  assert.deepEqual([one.sources[0]?.asOf, two.sources[0]?.asOf], ['2024-12-31', '2020-12-31'])
})
