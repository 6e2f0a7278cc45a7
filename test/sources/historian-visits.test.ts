import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idsOf } from '../../src/sources/historian/persons.ts'
import { historianVisits } from '../../src/sources/historian-visits.ts'
import { counted, line, pick, real, tellOf } from './shared.ts'

const visit = (id: number, visitor: string, from: string, to: string, country: string, name = country) =>
  `<visit><id>${id}</id><start-date>${from}</start-date><end-date>${to}</end-date><visitor>${visitor}</visitor>` +
  `<from id="${country}">${name}</from><description>Working visit.</description></visit>`
const files = (...visits: string[]) => ({
  'hsg-visits/data/1870.xml': `<visits>${visits.join('')}</visits>`,
  'hsg-visits/data/1990.xml': '<visits/>',
})

const ROWS: [name: string, visit: string, expected: string[]][] = [
  [
    'an office is told for its days alone',
    visit(1, 'President Nixon Hoax', '1994-05-02', '1994-05-04', 'ghana', 'Ghana'),
    [
      'person:nixon-hoax state:GHA state:USA 1994-05-02/1994-05-04',
      'person:nixon-hoax president state:GHA office:president/GHA served 1994-05-02/1994-05-04',
    ],
  ],
  [
    'a president-elect holds no office',
    visit(2, 'President-elect Jane Roe', '1994-05-02', '1994-05-02', 'ghana', 'Ghana'),
    ['person:jane-roe state:GHA state:USA 1994-05-02'],
  ],
  [
    'a vice president is no president',
    visit(3, 'Vice President Jane Roe', '1994-05-02', '1994-05-02', 'ghana', 'Ghana'),
    ['person:jane-roe state:GHA state:USA 1994-05-02'],
  ],
  [
    'two visitors of one entry',
    visit(4, 'President A. Able and Prime Minister B. Baker', '1994-05-02', '1994-05-02', 'poland', 'Poland'),
    [
      'person:a-able state:POL state:USA 1994-05-02',
      'person:a-able president state:POL office:president/POL served 1994-05-02',
      'person:b-baker state:POL state:USA 1994-05-02',
      'person:b-baker prime minister state:POL office:prime-minister/POL served 1994-05-02',
    ],
  ],
]

for (const [name, row, expected] of ROWS)
  test(`a visit: ${name}`, () => {
    assert.deepEqual(tellOf(historianVisits, files(row)).facts.map(line), expected)
  })

test('two of one name stay apart', () => {
  const { id, shared } = idsOf([
    { label: 'Juan Pérez', of: 'state:CHL', year: 1950 },
    { label: 'Juan Pérez', of: 'state:CHL', year: 1962 },
    { label: 'Juan Pérez', of: 'state:CHL', year: 2010 },
    { label: 'Juan Pérez', of: 'state:PER', year: 1955 },
    { label: 'Vera Nová', of: 'state:CSK', year: 1990 },
    { label: 'Vera Nová', of: 'state:CZE', year: 1994 },
  ])
  const of = (label: string, state: string, year: number) => id({ label, of: state, year })
  assert.equal(of('Juan Pérez', 'state:CHL', 1962), 'person:juan-perez')
  assert.equal(of('Juan Pérez', 'state:CHL', 2010), 'person:juan-perez-2010')
  assert.equal(of('Juan Pérez', 'state:PER', 1955), 'person:juan-perez-per')
  assert.equal(of('Vera Nová', 'state:CZE', 1994), 'person:vera-nova')
  assert.equal(shared.length, 2)
})

test('the real list', (t) => {
  const told = real(t, historianVisits)
  if (!told) return
  assert.equal(told.rows, 3264)
  assert.equal(pick(told, { kind: 'visit' }).length, 3270)
  assert.deepEqual(counted(told.findings), { 'outside-existence': 6 })
  const of = (person: string, from: string) => pick(told, { kind: 'visit', roles: { visitor: person, from } }).length
  assert.equal(of('person:guillermo-lasso', 'state:ECU'), 3)
  // Grandfather and grandson of one name, and a president and his son.
  assert.equal(of('person:seretse-khama', 'state:BWA'), 2)
  assert.equal(of('person:ian-khama', 'state:BWA'), 1)
  assert.equal(of('person:hussein-bin-abdullah-of-jordan', 'state:JOR'), 1)
  assert.equal(of('person:ngo-dinh-diem', 'state:south-vietnam'), 1)
  assert.equal(of('person:vaclav-havel', 'state:CSK'), 3)
  const last = told.facts.filter(({ roles }) => roles.visitor === 'person:hussein-of-jordan').map(({ when }) => when)
  assert.ok(last.every((when) => when && when < '2000'))
  assert.deepEqual(
    told.coverage.map(({ grade, to }) => [grade, to]),
    [['complete-but', '2024-11-12']],
  )
})
