import assert from 'node:assert/strict'
import { test } from 'node:test'
import { colt } from '../../src/sources/colt.ts'
import { diplomaticRepresentation } from '../../src/sources/diplomatic-representation.ts'
import { dayIn } from '../../src/sources/diplometrics.ts'
import { counted, line, tellOf } from './shared.ts'
import { workbookOf } from './workbook.ts'

const COLT =
  'TripID,LeaderID,LeaderFullName,LeaderRole,LeaderCountryOrIGO,LeaderCountryISO,CountryVisited,CountryVisitedISO,CityVisited,TripStartDate,TripEndDate\n'
const trips = (...rows: string[]) => tellOf(colt, { 'Diplometrics_COLT_1990-2024.csv': COLT + rows.join('\n') })
const DDR = 'SendingCountry,Destination,Year,Embassy,Focus,EmbassyFocus,LOR\n'
const posts = (...rows: string[]) =>
  tellOf(diplomaticRepresentation, { 'Diplometrics_Diplomatic-Representation_1960-2022.csv': DDR + rows.join('\n') })

test('a trip is a visit, and a glimpse of an office', () => {
  const { facts } = trips('1-ECU-ISR-1,L1,Guillermo Lasso,GS,Ecuador,ECU,Israel,ISR,Jerusalem,2022-05-10,2022-05-12')
  assert.deepEqual(facts.map(line), [
    'person:guillermo-lasso state:ECU state:ISR place:jerusalem 2022-05-10/2022-05-12',
    'person:guillermo-lasso head of state and government state:ECU office:head-of-state-and-government/ECU served 2022-05-10/2022-05-12',
  ])
})

test('states are those of the day, whatever the code says', () => {
  const { facts } = trips('2,L2,Mikhail Gorbachev,GS,Soviet Union,RUS,Germany,DEU,Bonn,6/12/1990,6/15/1990')
  assert.equal(facts[0]?.roles.from, 'state:SUN')
  assert.equal(facts[0]?.when, '1990-06-12/1990-06-15')
})

test('trips that cannot be filed are findings', () => {
  const { findings } = trips(
    '1,L1,A B,GS,Ecuador,ECU,Unknown,,,2022-05-10,2022-05-12',
    '2,L1,A B,GS,Ecuador,ECU,Israel,ISR,,2022-05-12,2022-05-10',
    '3,L1,A B,GS,Ecuador,ECU,Atlantis,XXX,,2022-05-10,2022-05-12',
    '4,L1,A B,GS,Ecuador,ECU,Israel,ISR,,soon,2022-05-12',
  )
  assert.deepEqual(counted(findings), {
    'unknown-destination': 1,
    'end-before-start': 1,
    'unknown-state': 1,
    'no-such-day': 1,
  })
})

test('years one after another are a spell; the last year of the list is no end', () => {
  const { facts, findings } = posts(
    ...[1990, 1991, 1992, 1995].map((year) => `Ecuador,Israel,${year},1,1,1,1`),
    'Ecuador,Israel,1996,2,1,1,0.5',
    'Peru,Israel,1996,1,1,1,1.0',
  )
  assert.deepEqual(
    facts.map(({ roles, when }) => `${roles.sender} ${roles.host} ${when}`),
    ['state:ECU state:ISR 1990/1992', 'state:ECU state:ISR 1995/1995', 'state:PER state:ISR 1996/'],
  )
  assert.deepEqual(counted(findings), { 'lower-level': 1 })
})

test('a spreadsheet is read as its table is; what is none, and another layout, are refused', () => {
  const rows = `${COLT}1,L1,Guillermo Lasso,GS,Ecuador,ECU,Israel,ISR,Jerusalem,2022-05-10,2022-05-12`
  const book = workbookOf(
    rows
      .trim()
      .split('\n')
      .map((row) => row.split(',')),
  )
  assert.deepEqual(tellOf(colt, { 'COLT.xlsx': book }).facts, tellOf(colt, { 'COLT.csv': rows }).facts)
  assert.throws(() => tellOf(colt, { 'COLT.xlsx': 'PK' }), { code: 'incorrect', message: /TripID/ })
  assert.throws(() => tellOf(colt, { 'COLT.csv': 'Leader,Country\n' }), /missing TripID/)
})

test('days as spreadsheets write them', () => {
  assert.deepEqual(['2010-03-15', '2010-03-15 00:00:00', '3/5/2010', '2010-02-30', '40252', ''].map(dayIn), [
    '2010-03-15',
    '2010-03-15',
    '2010-03-05',
    '',
    '',
    '',
  ])
})
