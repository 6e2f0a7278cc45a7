import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupEvents } from '../../src/model/identity.ts'
import { historianTravels } from '../../src/sources/historian-travels.ts'
import { counted, line, pick, real, tellOf } from './shared.ts'

const trip = (id: number, who: string, from: string, to: string, country: string, more = '') =>
  `<trip role="president" who="${who}"><id>${id}</id><name>${who}</name><start-date>${from}</start-date>` +
  `<end-date>${to}</end-date>${country}${more}</trip>`
const country = (id: string, name: string) => `<country id="${id}">${name}</country>`
const files = (...trips: string[]) => ({
  'president-travels/a.xml': `<trips>${trips.join('')}</trips>`,
  'secretary-travels/a.xml': '<trips/>',
})

const ROWS: [name: string, trip: string, expected: string][] = [
  [
    'the first place is the place',
    trip(1, 'obama-barack', '2016-03-20', '2016-03-22', country('cuba', 'Cuba'), '<locale>Havana, Regla</locale>'),
    'person:barack-obama state:CUB place:havana 2016-03-20/2016-03-22',
  ],
  [
    'a state that ended is the one of the day',
    trip(2, 'nixon-richard-m', '1972-05-22', '1972-05-30', country('russia', 'Russia')),
    'person:richard-nixon state:SUN 1972-05-22/1972-05-30',
  ],
  [
    'a name that outlived its state follows the code',
    trip(3, 'a-b', '1992-01-27', '1992-01-28', country('russia', 'U.S.S.R.')),
    'person:a-b state:RUS 1992-01-27/1992-01-28',
  ],
  [
    'the part of a divided state',
    trip(4, 'johnson-lyndon-b', '1966-10-26', '1966-10-26', country('vietnam', 'Vietnam')),
    'person:lyndon-b-johnson state:south-vietnam 1966-10-26',
  ],
  [
    'an audience that only the remark tells',
    trip(
      5,
      'wilson-woodrow',
      '1919-01-04',
      '1919-01-04',
      country('italy', 'Italy'),
      '<remarks>Audience with Pope Paul VI</remarks>',
    ),
    'person:woodrow-wilson state:VAT 1919-01-04',
  ],
  [
    'an audience among other business in Italy',
    trip(
      6,
      'a-b',
      '2001-07-20',
      '2001-07-24',
      country('italy', 'Italy'),
      '<remarks>Met with Pope John Paul II at Castel Gandolfo.</remarks>',
    ),
    'person:a-b state:ITA 2001-07-20/2001-07-24',
  ],
]

for (const [name, row, expected] of ROWS)
  test(`a trip: ${name}`, () => {
    const [visit] = pick(tellOf(historianTravels, files(row)), { kind: 'visit' })
    assert.equal(visit && line(visit), expected)
  })

test('what cannot be filed is a finding', () => {
  const told = tellOf(
    historianTravels,
    files(
      trip(1, 'a-b', '1950-05-05', '1950-05-01', country('cuba', 'Cuba')),
      trip(2, 'a-b', '1950-02-30', '1950-02-30', country('cuba', 'Cuba')),
      trip(3, 'a-b', '1950-05-05', '1950-05-05', country('nowhere', 'Nowhere')),
    ),
  )
  assert.deepEqual(counted(told.findings), { 'end-before-start': 1, 'no-such-day': 1, 'unknown-state': 1 })
  assert.equal(told.facts.length, 0)
})

test('a trip filed twice is one that names both records; the lists end at the last trip', () => {
  const twice = [7, 8].map((id) => trip(id, 'a-b', '1950-05-05', '1950-05-06', country('cuba', 'Cuba')))
  const { facts, coverage } = tellOf(historianTravels, files(...twice))
  assert.deepEqual(
    facts.map(({ cite }) => cite.locator),
    ['trip 7; trip 8'],
  )
  assert.deepEqual(
    coverage
      .filter(({ roles }) => roles.visitor === 'office:president/USA')
      .map(({ from, to, grade }) => [from, to, grade]),
    [['1776-07-04', '1950-05-06', 'complete']],
  )
})

test('another root element is refused by name', () => {
  assert.throws(() => tellOf(historianTravels, { ...files(), 'president-travels/b.xml': '<visits/>' }), {
    code: 'incorrect',
    message: /president-travels\/b\.xml.*<visits>.*<trips>/,
  })
})

test('the real lists', (t) => {
  const told = real(t, historianTravels)
  if (!told) return
  assert.equal(told.rows, 4271 + 47)
  const stops = pick(told, { kind: 'visit' }).filter(({ note }) => note?.endsWith('A stop of the trip.'))
  assert.deepEqual([pick(told, { kind: 'visit' }).length - stops.length, stops.length], [4267, 717])
  // A stop is another telling of the same visit, and none of its own.
  const events = groupEvents(told.facts.flatMap((f, i) => (f.kind === 'visit' ? [{ ...f, id: `fact:${i}` }] : [])))
  assert.equal(events.length, 4267)
  assert.deepEqual(counted(told.findings), { 'not-in-office': 17, 'outside-existence': 13 })
  // Hoover went to Ecuador before he took office; the term begins after the visit.
  assert.deepEqual(
    pick(told, { kind: 'visit', roles: { visitor: 'person:herbert-hoover', to: 'state:ECU' } }).map(line),
    ['person:herbert-hoover state:ECU place:guayaquil 1928-12-01'],
  )
  assert.deepEqual(
    pick(told, { kind: 'office', roles: { person: 'person:herbert-hoover' } }).map(({ when }) => when),
    ['1929-03-04/1933-03-04'],
  )
  assert.deepEqual(pick(told, { when: '1919-01-04', roles: { visitor: 'person:woodrow-wilson' } }).map(line), [
    'person:woodrow-wilson state:VAT place:rome 1919-01-04',
  ])
  assert.equal(pick(told, { kind: 'meeting', roles: { parties: 'person:pope-benedict-xv' } }).length, 1)
  const nixon = pick(told, { roles: { visitor: 'person:richard-nixon', to: 'state:SUN' } })
  assert.deepEqual(nixon.map(({ roles, when }) => `${roles.place?.slice(6)} ${when?.slice(0, 10)}`).sort(), [
    'kiev 1972-05-22',
    'leningrad 1972-05-22',
    'minsk 1974-06-27',
    'moscow 1972-05-22',
    'moscow 1974-06-27',
    'oreanda 1974-06-27',
  ])
  const kennedy = pick(told, { roles: { visitor: 'person:john-f-kennedy', to: 'state:DEU' } })
  assert.ok(kennedy.length > 0 && kennedy.every(({ note }) => note?.startsWith('Federal Republic of Germany')))
  const grades = told.coverage.map(({ kind, roles, to, grade }) =>
    [kind, roles.visitor ?? roles.office, to, grade].join(' '),
  )
  assert.deepEqual(grades, [
    'office office:president/USA 2025-01-20 complete',
    'visit office:president/USA 2018-12-01 complete',
    'visit office:president/USA 2024-12-04 complete-but',
    'visit office:secretary-of-state/USA 2018-12-01 complete',
    'visit office:secretary-of-state/USA 2025-02-19 complete-but',
  ])
})
