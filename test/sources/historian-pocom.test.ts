import assert from 'node:assert/strict'
import { test } from 'node:test'
import { historianPocom } from '../../src/sources/historian-pocom.ts'
import { counted, line, pick, real, tellOf } from './shared.ts'

const date = (name: string, day = '', note = '') => `<${name}><date>${day}</date><note>${note}</note></${name}>`
const chief = (id: string, person: string, post: string, days: [string?, string?, string?], title = 'ambassador-e-p') =>
  `<chief><id>${id}</id><person-id>${person}</person-id><role-title-id>${title}</role-title-id>` +
  `<contemporary-territory-id>${post}</contemporary-territory-id>` +
  `${date('appointed', days[0])}${date('arrived')}${date('started', days[1])}${date('ended', days[2], 'Left post on')}<note/></chief>`
const person = (id: string, forename: string, surname: string, born = '', generation = '') => ({
  [`people/x/${id}.xml`]:
    `<person><id>${id}</id><persName><surname>${surname}</surname><forename>${forename}</forename>` +
    `<genName>${generation}</genName></persName><birth>${born}</birth></person>`,
})
const mission = (...chiefs: string[]) => ({
  'missions-countries/x.xml': `<country-mission><territory-id>x</territory-id><chiefs>${chiefs.join('')}</chiefs></country-mission>`,
})
const jane = person('roe-jane', 'Jane', 'Roe')

test('an appointment has its steps, and a spell between credentials and end', () => {
  const told = tellOf(historianPocom, {
    ...jane,
    ...mission(chief('ec-1', 'roe-jane', 'ecuador', ['1950-01-02', '1950-03', '1953-04-05'])),
  })
  assert.deepEqual(told.facts.map(line), [
    'person:jane-roe state:USA state:ECU ambassador appointed 1950-01-02',
    'person:jane-roe state:USA state:ECU ambassador serving 1950-03/1953-04-05',
  ])
  assert.equal(told.facts[1]?.note, 'Left post')
})

test('an end that is not told is open for the last chief alone', () => {
  const told = tellOf(historianPocom, {
    ...jane,
    ...mission(
      chief('a', 'roe-jane', 'ecuador', ['', '1850-01-01', '']),
      chief('b', 'roe-jane', 'ecuador', ['', '2012-01-01', '']),
      chief('c', 'roe-jane', 'ecuador', ['', '2019-01-01', '']),
    ),
  })
  assert.deepEqual(
    pick(told, { roles: { step: 'serving' } }).map(({ when }) => when),
    ['2019-01-01/'],
  )
  assert.equal(told.sources[0]?.asOf, '2020-10-18')
})

test('who never served, who ends before starting, who is not known', () => {
  const told = tellOf(historianPocom, {
    ...jane,
    ...mission(
      chief('a', 'roe-jane', 'ecuador', ['', '', '']),
      chief('b', 'roe-jane', 'ecuador', ['', '1953-01-01', '1950-01-01']),
      chief('c', 'nobody', 'ecuador', ['1950-01-01']),
      chief('d', 'roe-jane', 'atlantis', ['1950-01-01']),
    ),
  })
  assert.deepEqual(counted(told.findings), { 'end-before-start': 1, 'unknown-person': 1, 'unknown-state': 1 })
  assert.equal(pick(told, { roles: { step: 'serving' } }).length, 0)
})

test('hosts are those of the day; father and son are two', () => {
  const told = tellOf(historianPocom, {
    ...person('king-rufus', 'Rufus', 'King', '1755'),
    ...person('king-rufus2', 'Rufus', 'King', '1814'),
    ...person('kerry-john-forbes', 'John Forbes', 'Kerry', '1943'),
    ...person('taft', 'William Howard', 'Taft', '1915', 'III'),
    ...mission(
      chief('a', 'king-rufus', 'germany', ['1796-05-20']),
      chief('b', 'king-rufus2', 'china', ['1958-03-08']),
      chief('c', 'kerry-john-forbes', 'china', ['1974-10-21'], 'chief'),
      chief('d', 'taft', 'russia', ['1952-05-14']),
    ),
  })
  assert.deepEqual(
    told.facts.map(({ roles }) => `${roles.person} ${roles.host}`),
    [
      'person:rufus-king state:prussia',
      'person:rufus-king-born-1814 state:TWN',
      'person:john-kerry state:CHN',
      'person:william-howard-taft-iii state:SUN',
    ],
  )
})

test('the real list', (t) => {
  const told = real(t, historianPocom)
  if (!told) return
  assert.equal(told.rows, 6036)
  const ecuador = pick(told, { roles: { host: 'state:ECU', step: 'serving' } })
  assert.equal(ecuador[0]?.when, '1848-08-12/1849-11-12')
  const persons = new Set(told.facts.map(({ roles }) => roles.person))
  assert.ok(persons.has('person:john-forsyth-born-1812') && persons.has('person:william-howard-taft-iii'))
  const open = pick(told, { roles: { step: 'serving' } }).filter(({ when }) => when?.endsWith('/'))
  assert.ok(open.length > 50 && open.every(({ when }) => when && when >= '2010'), String(open.length))
  assert.ok(pick(told, { roles: { host: 'body:united-nations' } }).length > 0)
})
