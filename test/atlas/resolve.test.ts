import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { resolve } from '../../src/atlas/index.ts'

/** Name, day or empty, ids expected at the head of the candidates in order ("" for no candidate). */
type Row = [name: string, day: string, ids: string]

const first = (name: string, day: string, n: number): string =>
  resolve(name, day || undefined)
    .slice(0, n)
    .map((c) => c.id.replace('state:', ''))
    .join(' ')

function check(rows: Row[]): void {
  for (const [name, day, ids] of rows)
    test(`${name}${day && ` on ${day}`} is ${ids || 'nobody'}`, () => {
      const n = Math.max(1, ids.split(' ').length)
      assert.equal(first(name, day, n), ids)
    })
}

describe('a name denotes by date', () => {
  check([
    ['China', '1900-06-01', 'qing'],
    ['China', '1947-11-29', 'TWN CHN'],
    ['China', '1960-01-01', 'CHN TWN'],
    ['China', '1975-01-01', 'CHN'],
    ['Republic of China', '1947-11-29', 'TWN'],
    ['Korea', '1896-01-01', 'korea'],
    ['Korea', '1975-01-01', 'KOR PRK'],
    ['Germany', '1960-01-01', 'DEU DDR'],
    ['Germany', '2000-01-01', 'DEU'],
    ['Yemen', '1980-01-01', 'YEM YMD'],
    ['Yemen', '2000-01-01', 'YEM'],
    ['Vietnam', '1850-01-01', 'annam'],
    ['Vietnam', '1965-01-01', 'VDR south-vietnam'],
    ['Vietnam', '1990-01-01', 'VNM'],
    ['Russia', '1850-01-01', 'russian-empire'],
    ['Russia', '1960-01-01', 'SUN RUS'],
    ['Russia', '2000-01-01', 'RUS'],
    ['Turkey', '1850-01-01', 'ottoman-empire'],
    ['Turkey', '1930-01-01', 'TUR'],
    ['Yugoslavia', '1970-01-01', 'YUG'],
    ['Yugoslavia', '2000-01-01', 'SCG YUG'],
    ['Colombia', '1825-01-01', 'gran-colombia'],
    ['Palestine', '1930-01-01', 'place:mandatory-palestine'],
    ['Palestine', '2020-01-01', 'PSE'],
    ['Congo', '1975-01-01', 'COG COD'],
    ['Zaire', '1990-01-01', 'COD'],
    ['United Arab Republic', '1959-01-01', 'EGY'],
    ['Georgia', '2000-01-01', 'GEO place:georgia'],
    ['Macedonia', '2000-01-01', 'MKD'],
  ])
})

describe('a state that ended stays itself', () => {
  check([
    ['Soviet Union', '2022-05-12', 'SUN'],
    ['USSR', '', 'SUN'],
    ['Czechoslovakia', '2022-05-12', 'CSK'],
    ['East Germany', '2022-05-12', 'DDR'],
    ['South Yemen', '2022-05-12', 'YMD'],
    ['South Vietnam', '2022-05-12', 'south-vietnam'],
    ['Austria-Hungary', '2022-05-12', 'austria-hungary'],
    ['Gran Colombia', '', 'gran-colombia'],
    ['Zanzibar', '', 'zanzibar'],
  ])
  test('and no successor is among the candidates', () => {
    assert.deepEqual(
      resolve('Soviet Union', '2022-05-12').map((c) => c.id),
      ['state:SUN'],
    )
  })
})

describe('former, formal and foreign names', () => {
  check([
    ['Burma', '2022-01-01', 'MMR'],
    ['Swaziland', '', 'SWZ'],
    ['Ceylon', '1960-01-01', 'LKA'],
    ['Persia', '', 'IRN'],
    ['Siam', '', 'THA'],
    ['Upper Volta', '', 'BFA'],
    ['Bolivarian Republic of Venezuela', '', 'VEN'],
    ['Kingdom of Denmark', '', 'DNK'],
    ['the Republic of Ecuador', '', 'ECU'],
    ['Estados Unidos', '', 'USA'],
    ['Royaume-Uni', '', 'GBR'],
    ['Países Bajos', '', 'NLD'],
  ])
})

describe('abbreviations, with and without dots', () => {
  check([
    ['U.S.', '', 'USA'],
    ['US', '', 'USA'],
    ['us', '', ''],
    ['U.S.A.', '', 'USA'],
    ['UK', '', 'GBR'],
    ['U.A.E.', '', 'ARE'],
    ['DRC', '', 'COD'],
    ['PRC', '', 'CHN'],
    ['ROK', '', 'KOR'],
    ['D.P.R.K.', '', 'PRK'],
    ['ECU', '', 'ECU'],
    ['EU', '', 'body:european-union'],
    ['U.N.', '', 'body:united-nations'],
    ['who', '', ''],
  ])
})

describe('peoples, capitals and houses of government', () => {
  check([
    ['Ecuadorian', '', 'ECU'],
    ['Ecuadorean', '', 'ECU'],
    ['Dutch', '', 'NLD'],
    ['Emirati', '', 'ARE'],
    ['Danes', '', 'DNK'],
    ['Nigerien', '', 'NER'],
    ['Soviet', '1970-01-01', 'SUN'],
    ['Quito', '', 'ECU'],
    ['Bonn', '1970-01-01', 'DEU'],
    ['Rangoon', '1970-01-01', 'MMR'],
    ['Moscow', '1970-01-01', 'SUN'],
    ['Moscow', '2010-01-01', 'RUS'],
    ['the Kremlin', '1970-01-01', 'SUN'],
    ['the White House', '', 'USA'],
    ['the Élysée', '', 'FRA'],
    ['Downing Street', '', 'GBR'],
    ['the Vatican', '', 'VAT'],
    ['the Ecuadorian government', '', 'ECU'],
    ['Government of Japan', '', 'JPN'],
  ])
  test('the form tells how the name was used', () => {
    const forms = ['Peru', 'Peruvian', 'Peruvians', 'Lima', 'the Kremlin', 'PRC'].map((name) => resolve(name)[0]?.form)
    assert.deepEqual(forms, ['name', 'adjective', 'demonym', 'capital', 'metonym', 'code'])
  })
})

describe('lists have their own ways to write a name', () => {
  check([
    ['Korea, Republic of', '', 'KOR'],
    ["Korea (the Democratic People's Republic of)", '', 'PRK'],
    ['Bahamas, The', '', 'BHS'],
    ['Macedonia, Former Yugoslav Republic of', '', 'MKD'],
    ['Congo (Kinshasa)', '', 'COD'],
    ['Congo (Brazzaville)', '', 'COG'],
    ['Italy/Sardinia', '1930-01-01', 'ITA'],
    ['Burma (Myanmar)', '', 'MMR'],
    ['Dem. Rep. Congo', '', 'COD'],
    ['S. Sudan', '', 'SSD'],
    ['Germany East', '', 'DDR'],
    ['Egypt, Arab Rep.', '', 'EGY'],
    ["Cote d'Ivoire", '', 'CIV'],
    ['Cote D’Ivoire', '', 'CIV'],
    ['Antigua & Barbuda', '', 'ATG'],
    ['St. Lucia', '', 'LCA'],
    ['St Kitts & Nevis', '', 'KNA'],
    ['Guinea Bissau', '', 'GNB'],
    ['TURKIYE', '', 'TUR'],
    ['  Sri   Lanka ', '', 'LKA'],
  ])
})

describe('one letter wrong', () => {
  check([
    ['Equadorian', '', 'ECU'],
    ['Isreal', '', 'ISR'],
    ['Afganistan', '', 'AFG'],
    ['Phillipines', '', 'PHL'],
    ['Urugay', '', 'URY'],
    ['Ukranian', '', 'UKR'],
    ['Austrlia', '', ''],
    ['Indiana', '', ''],
    ['Omon', '', ''],
  ])
  test('the reason names the right spelling', () => {
    assert.equal(resolve('Equadorian')[0]?.why, 'misspelling of Ecuadorian: adjective')
  })
})

describe('nothing safe, nobody', () => {
  check([
    ['', '', ''],
    ['the', '', ''],
    ['Republic', '', ''],
    ['the government', '', ''],
    ['Athens, Georgia', '', ''],
    ['Michael', '', ''],
    ['State of Washington', '', ''],
    ['South China Sea', '', ''],
    ['x'.repeat(500), '', ''],
  ])
  test('territories are places, not states', () => {
    const ids = ['American Samoa', 'Northern Ireland', 'Western Sahara', 'Hong Kong'].map(
      (name) => resolve(name)[0]?.id,
    )
    assert.deepEqual(ids, ['place:american-samoa', 'place:northern-ireland', 'place:western-sahara', 'place:hong-kong'])
  })
})

describe('codes are labels of the day', () => {
  const rows: [string, string, object][] = [
    ['Soviet Union', '1960-01-01', { iso3: 'SUN', cow: 'RUS', gw: 'RUS' }],
    ['Russia', '2010-01-01', { iso3: 'RUS', cow: 'RUS', gw: 'RUS' }],
    ['Germany', '1960-01-01', { iso3: 'DEU', cow: 'GFR', gw: 'GFR' }],
    ['Germany', '2010-01-01', { iso3: 'DEU', cow: 'GMY', gw: 'GFR' }],
    ['Yugoslavia', '2000-01-01', { iso3: 'YUG', cow: 'YUG', gw: 'YUG' }],
    ['Serbia and Montenegro', '2005-01-01', { iso3: 'SCG', cow: 'YUG', gw: 'YUG' }],
    ['Two Sicilies', '1850-01-01', { cow: 'SIC', gw: 'SIC' }],
    ['Holy See', '2010-01-01', { iso3: 'VAT' }],
    ['Kosovo', '2010-01-01', { iso3: 'XKX', cow: 'KOS', gw: 'KOS' }],
  ]
  for (const [name, day, codes] of rows)
    test(`${name} on ${day}`, () => assert.deepEqual(resolve(name, day)[0]?.codes, codes))
})
