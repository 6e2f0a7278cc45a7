import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  findGroups,
  groupOf,
  groupOfAdjective,
  groupOfName,
  groupsHeld,
  groupsOf,
  hasMembers,
  memberships,
  membersOf,
  observers,
  resolve,
  seated,
} from '../../src/atlas/index.ts'

const has = (group: string, day: string, code: string): boolean | undefined =>
  membersOf(group, day)?.includes(`state:${code}`)

/** A group, a day, how many belonged. */
const COUNTS: [group: string, day: string, count: number][] = [
  ['body:european-union', '1957-12-31', 0],
  ['body:european-union', '1960-01-01', 6],
  ['body:european-communities', '1974-01-01', 9],
  ['body:european-union', '1986-06-01', 12],
  ['body:european-union', '2013-07-01', 28],
  ['body:european-union', '2020-02-01', 27],
  ['body:nato', '1966-01-01', 15],
  ['body:nato', '2023-05-01', 31],
  ['body:warsaw-pact', '1956-06-01', 8],
  ['body:warsaw-pact', '1970-01-01', 7],
  ['body:warsaw-pact', '1992-01-01', 0],
  ['body:organization-of-african-unity', '1963-06-01', 32],
  ['body:organization-of-african-unity', '2000-01-01', 53],
  ['body:african-union', '2020-01-01', 55],
  ['body:arab-league', '1946-01-01', 6],
  ['body:arab-league', '2000-01-01', 22],
  ['body:arab-league', '2015-01-01', 21],
  ['body:organization-of-american-states', '1960-01-01', 21],
  ['body:organization-of-american-states', '2000-01-01', 35],
  ['body:asean', '1970-01-01', 5],
  ['body:asean', '2000-01-01', 10],
  ['body:commonwealth', '1949-06-01', 8],
  ['body:commonwealth', '2023-01-01', 56],
  ['body:g7', '1980-01-01', 7],
  ['body:g8', '2005-01-01', 8],
  ['body:g8', '2015-01-01', 0],
  ['body:g20', '2010-01-01', 19],
  ['body:brics', '2010-01-01', 4],
  ['body:brics', '2015-01-01', 5],
  ['body:brics', '2025-06-01', 10],
  ['body:efta', '1965-01-01', 7],
  ['body:efta', '2000-01-01', 4],
  ['body:council-of-europe', '1949-05-05', 10],
  ['body:council-of-europe', '2021-01-01', 47],
  ['body:council-of-europe', '2023-01-01', 46],
  ['body:opec', '1962-06-01', 7],
  ['body:opec', '2024-06-01', 12],
  ['body:mercosur', '1995-01-01', 4],
  ['body:caricom', '2010-01-01', 14],
  ['body:ecowas', '2020-01-01', 15],
  ['body:ecowas', '2025-06-01', 12],
  ['body:sadc', '2020-01-01', 16],
  ['body:gulf-cooperation-council', '2000-01-01', 6],
  ['body:organisation-of-islamic-cooperation', '2010-01-01', 57],
  ['body:shanghai-cooperation-organisation', '2024-12-01', 10],
  ['body:csto', '2020-01-01', 6],
  ['body:oecd', '2022-01-01', 38],
  ['body:non-aligned-movement', '2015-01-01', 120],
  ['body:pacific-islands-forum', '2024-01-01', 16],
  ['body:andean-community', '2000-01-01', 5],
  ['body:andean-community', '2010-01-01', 4],
  ['group:permanent-five', '1950-01-01', 5],
  ['group:permanent-five', '2020-01-01', 5],
  ['body:five-eyes', '2020-01-01', 5],
  ['body:quad', '2022-01-01', 4],
  ['group:latin-america', '2020-01-01', 20],
  ['group:africa', '2020-01-01', 55],
  ['group:un-african-group', '2020-01-01', 54],
  ['group:baltic-states', '1950-01-01', 0],
  ['group:eurozone', '2022-01-01', 19],
  ['group:eurozone', '2026-06-01', 21],
  ['group:post-soviet-states', '2000-01-01', 15],
]

describe('members by day', () => {
  for (const [group, day, count] of COUNTS)
    test(`${group} has ${count} on ${day}`, () => assert.equal(membersOf(group, day)?.length, count))

  const rows: [string, string, string, boolean][] = [
    ['group:permanent-five', '1971-10-24', 'TWN', true],
    ['group:permanent-five', '1971-10-25', 'CHN', true],
    ['group:permanent-five', '1991-12-25', 'RUS', true],
    ['body:african-union', '2016-01-01', 'MAR', false],
    ['body:organization-of-african-unity', '1984-11-13', 'MAR', false],
    ['body:council-of-europe', '2022-03-16', 'RUS', false],
    ['body:commonwealth', '1990-01-01', 'ZAF', false],
    ['body:european-union', '2020-02-01', 'GBR', false],
    ['group:scandinavia', '2020-01-01', 'FIN', false],
    ['group:muslim-states', '2020-01-01', 'IDN', true],
    ['group:unsd-western-asia', '2020-01-01', 'GEO', true],
    ['group:eastern-europe', '1980-01-01', 'CSK', true],
    ['group:un-eastern-european-group', '1980-01-01', 'CSK', true],
    ['group:un-asia-pacific-group', '1960-01-01', 'TWN', true],
    ['group:un-asia-pacific-group', '2020-01-01', 'TWN', false],
  ]
  for (const [group, day, code, there] of rows)
    test(`${code} ${there ? 'in' : 'not in'} ${group} on ${day}`, () => assert.equal(has(group, day, code), there))

  test('a group that is not held is undefined', () => assert.equal(membersOf('group:nowhere'), undefined))
  test('every group that is held has members, a label and a definition', () => {
    for (const group of groupsHeld()) {
      assert.ok(hasMembers(group), group)
      if (group.startsWith('group:')) assert.ok(groupOf(group)?.definition, group)
    }
  })
  test('memberships of one state give entry and exit', () => {
    assert.deepEqual(
      memberships('body:commonwealth', 'state:PAK').map(({ from, to }) => `${from}/${to}`),
      ['1947-08-14/1972-01-30', '1989-10-01/9999-12-31'],
    )
  })
  test('groups of a state', () => {
    const groups = groupsOf('state:FRA', '1970-01-01')
    for (const id of ['body:nato', 'body:european-union', 'group:permanent-five', 'group:unsd-western-europe'])
      assert.ok(groups.includes(id), id)
    assert.ok(!groups.includes('body:g7'))
  })
})

describe('every member of the United Nations', () => {
  const UN = ['african', 'asia-pacific', 'eastern-european'].map((name) => `group:un-${name}-group`)
  test('is in one regional group', () => {
    const all = [...UN, 'group:un-grulac', 'group:un-weog'].flatMap((group) => membersOf(group) ?? [])
    assert.deepEqual(all.sort(), seated().sort())
  })
  test('is in one sub-region of the M49 list, with two observers and two states beside', () => {
    const all = groupsHeld().flatMap((group) => (group.startsWith('group:unsd-') ? (membersOf(group) ?? []) : []))
    const beside = ['state:VAT', 'state:PSE', 'state:COK', 'state:NIU']
    assert.deepEqual(all.sort(), [...seated(), ...beside].sort())
  })
})

describe('observers at the United Nations', () => {
  const rows: [string, string[]][] = [
    ['1950-01-01', ['CHE', 'KOR']],
    ['1985-01-01', ['CHE', 'KOR', 'MCO', 'VAT', 'PRK', 'PSE']],
    ['2000-01-01', ['CHE', 'VAT', 'PSE']],
    ['2020-01-01', ['VAT', 'PSE']],
  ]
  for (const [day, codes] of rows)
    test(day, () =>
      assert.deepEqual(
        observers(day)
          .map((id) => id.slice(6))
          .sort(),
        codes.sort(),
      ),
    )
})

/** Text, then what is found in it, in order. */
const TEXTS: [text: string, ...hits: string[]][] = [
  ['Arab states recognised it.', 'Arab states=group:arab-states'],
  ['An EU leader spoke.', 'EU leader=body:european-union'],
  [
    'Latin American countries and Gulf states',
    'Latin American countries=group:latin-america',
    'Gulf states=group:gulf-states',
  ],
  ['African leaders met in Addis Ababa.', 'African leaders=group:africa'],
  ['NATO members and members of NATO', 'NATO members=body:nato', 'members of NATO=body:nato'],
  ['member states of the European Union', 'member states of the European Union=body:european-union'],
  ['the countries of the Western Balkans', 'countries of the Western Balkans=group:western-balkans'],
  ['in the Balkans', 'Balkans=group:balkans'],
  ['African American leaders', ...[]],
  ['South African leaders', ...[]],
  ['leaders of the Central African Republic', ...[]],
  ['African and Asian leaders', 'African and Asian leaders=group:africa', 'Asian leaders=group:asia'],
  ['other Arab and African states', 'Arab and African states=group:arab-states', 'African states=group:africa'],
  ['Commonwealth heads of government', 'Commonwealth heads of government=body:commonwealth'],
  ['an African head of state', 'African head of state=group:africa'],
  ['G7 finance ministers', 'G7 finance ministers=body:g7'],
  ['former Soviet republics and the former Soviet Union', 'former Soviet republics=group:post-soviet-states'],
  ['Arab music and African art; Asian markets fell', ...[]],
  ['the Arab League met Arab capitals', 'Arab capitals=group:arab-states'],
  ['the Middle East envoy', 'Middle East=group:middle-east'],
  [
    'the five permanent members of the UN Security Council',
    'permanent members of the UN Security Council=group:permanent-five',
  ],
  ['ASEAN member states', 'ASEAN member states=body:asean'],
  ["sub-Saharan Africa's governments", 'sub-Saharan Africa=group:sub-saharan-africa'],
  ['Persian Gulf monarchies', 'Persian Gulf monarchies=group:gulf-states'],
  ['Gulf of Mexico', ...[]],
  ['Muslim-majority countries', 'Muslim-majority countries=group:muslim-states'],
  ['Non-Aligned countries', 'Non-Aligned countries=body:non-aligned-movement'],
  ['Scandinavian prime ministers', 'Scandinavian prime ministers=group:scandinavia'],
  ['Pacific Island nations', 'Pacific Island nations=group:pacific-islands'],
  ['', ...[]],
]

describe('groups in running text', () => {
  for (const [text, ...hits] of TEXTS)
    test(JSON.stringify(text), () =>
      assert.deepEqual(
        findGroups(text, '2022-05-12').map((hit) => `${text.slice(hit.start, hit.end)}=${hit.group}`),
        hits,
      ),
    )
  test('a hit tells its noun', () => {
    const [hit] = findGroups('EU foreign ministers met.', '2022-05-12')
    assert.deepEqual([hit?.form, hit?.noun, hit?.sort, hit?.plural], ['members', 'minister', 'persons', true])
  })
})

test('a word or name of a group', () => {
  assert.equal(groupOfAdjective('Arab'), 'group:arab-states')
  assert.equal(groupOfAdjective('Non-Aligned'), 'body:non-aligned-movement')
  assert.equal(groupOfAdjective('Peruvian'), undefined)
  assert.equal(groupOfName('Latin America'), 'group:latin-america')
  assert.equal(resolve('the Middle East')[0]?.id, 'group:middle-east')
})
