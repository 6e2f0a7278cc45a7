import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { findNames } from '../../src/atlas/index.ts'

const found = (text: string, day?: string): string[] =>
  findNames(text, day).map((hit) => `${text.slice(hit.start, hit.end)}=${hit.candidates[0]?.id.replace('state:', '')}`)

/** Text, then what is found in it, in order. */
const ROWS: [text: string, ...hits: string[]][] = [
  ["Peru's minister met his Chilean colleague.", 'Peru=PER', 'Chilean=CHL'],
  ['He left the U.S. The next day he was in the U.K.', 'U.S.=USA', 'U.K.=GBR'],
  ['a US-China summit, U.S.-led', 'US=USA', 'China=CHN', 'U.S.=USA'],
  ['they told us so', ...[]],
  ['turkey and china on the table; the jordan almonds', ...[]],
  ['Turkey and China sat at the table', 'Turkey=TUR', 'China=CHN'],
  ['TURKEY, CHAD SIGN PACT', 'TURKEY=TUR', 'CHAD=TCD'],
  ['JOIN US NOW, SAYS LEADER', ...[]],
  ['Papua New Guinea and New Guinea', 'Papua New Guinea=PNG', 'New Guinea=place:new-guinea'],
  ['Guinea-Bissau, Equatorial Guinea and Guinea', 'Guinea-Bissau=GNB', 'Equatorial Guinea=GNQ', 'Guinea=GIN'],
  ['The Dominican Republic and Dominica', 'Dominican Republic=DOM', 'Dominica=DMA'],
  ['South Korean and North Korean envoys', 'South Korean=KOR', 'North Korean=PRK'],
  ['Americans in the South China Sea and Latin America', 'Americans=USA'],
  ['the Americas', ...[]],
  ['The Kremlin and the White House spoke.', 'Kremlin=RUS', 'White House=USA'],
  ['Quito and Bogotá agreed', 'Quito=ECU', 'Bogotá=COL'],
  ['in Washington, D.C., on Monday', 'Washington, D.C.=USA'],
  ['the Hague, The Hague and William Hague', 'Hague=NLD', 'Hague=NLD'],
  [
    'The European Union, NATO and the U.N. Security Council',
    'European Union=body:european-union',
    'NATO=body:nato',
    'U.N. Security Council=body:un-security-council',
  ],
  ['who asked the WHO', 'WHO=body:world-health-organization'],
  ['Côte d’Ivoire’s army and São Tomé and Príncipe', 'Côte d’Ivoire=CIV', 'São Tomé and Príncipe=STP'],
  ['St. Vincent and the Grenadines, St Lucia', 'St. Vincent and the Grenadines=VCT', 'St Lucia=LCA'],
  ['Trinidad & Tobago', 'Trinidad & Tobago=TTO'],
  ['Bosnia\nand Herzegovina', 'Bosnia\nand Herzegovina=BIH'],
  ['South\n\nSudan', 'Sudan=SDN'],
  ["the People's Republic of China", "People's Republic of China=CHN"],
  ['People’s Republic of China', 'People’s Republic of China=CHN'],
  ['an Equadorian banker in Isreal', 'Equadorian=ECU', 'Isreal=ISR'],
  ['Angela in Indiana met Marian Greene', ...[]],
  ['Russian Federation', 'Russian Federation=RUS'],
  ['the former Soviet Union', 'Soviet Union=SUN'],
  ['Sino-Russian and Franco–German talks', 'Sino=CHN', 'Russian=RUS', 'Franco=FRA', 'German=DEU'],
  ['Franco died; Indo-Pacific', ...[]],
  ['talks of North and South Korea', 'North=PRK', 'South Korea=KOR'],
  ['north and South Korea; East and West', 'South Korea=KOR'],
  ["Guinea's Conakry", 'Guinea=GIN', 'Conakry=GIN'],
  ['the Peoples Republic of China', 'Peoples Republic of China=CHN'],
  ['MYANMAR: UN URGES CALM', 'MYANMAR=MMR', 'UN=body:united-nations'],
  ['French fries', ...[]],
  ['US$5 million; the US’s and US Army', 'US=USA', 'US=USA'],
  ['the National Security Council', ...[]],
  ['', ...[]],
]

describe('names in running text', () => {
  for (const [text, ...hits] of ROWS)
    test(JSON.stringify(text), () => assert.deepEqual(found(text, '2022-05-12'), hits))
})

describe('the day of the text decides', () => {
  const rows: [string, string, string[]][] = [
    ['Moscow and Bonn', '1970-01-01', ['Moscow=SUN', 'Bonn=DEU']],
    ['Moscow and Bonn', '2020-01-01', ['Moscow=RUS']],
    ['Munich and Austin', '2020-01-01', []],
    ['Peking', '1900-01-01', ['Peking=qing']],
    ['Yugoslavia', '2020-01-01', ['Yugoslavia=YUG']],
  ]
  for (const [text, day, hits] of rows) test(`${text}, ${day}`, () => assert.deepEqual(found(text, day), hits))
})

test('"Korean" alone may be either state', () => {
  const [hit] = findNames('Korean', '2020-01-01')
  assert.deepEqual(
    hit?.candidates.map((c) => c.id),
    ['state:KOR', 'state:PRK'],
  )
})

test('hits lie in order, within the text, and do not overlap', () => {
  const word = fc.constantFrom(
    'U.S.',
    'New',
    'Guinea',
    'Papua',
    'the',
    'St.',
    'and',
    'South',
    'Korea',
    ',',
    '\n',
    "'s",
    '-',
    '&',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'grapheme' }))), (parts) => {
      const text = parts.join(' ')
      let last = 0
      for (const { start, end, candidates } of findNames(text)) {
        assert.ok(start >= last && end > start && end <= text.length && candidates.length > 0)
        last = end
      }
    }),
  )
})

/** Text, then what is found in it: the rest of the text decides between those that share a name. */
const CONTEXT: [text: string, ...hits: string[]][] = [
  ['Congo said so in Kinshasa.', 'Congo=COD', 'Kinshasa=COD'],
  ['Congo said so in Brazzaville.', 'Congo=COG', 'Brazzaville=COG'],
  ['The Dominican minister spoke in Roseau.', 'Dominican=DMA', 'Roseau=DMA'],
  ['The Dominican minister spoke in Santo Domingo.', 'Dominican=DOM', 'Santo Domingo=DOM'],
  ["Georgia's governor spoke in Atlanta.", 'Georgia=place:georgia'],
  ["Georgia's president spoke in Tbilisi.", 'Georgia=GEO', 'Tbilisi=GEO'],
  ['Georgia joined.', 'Georgia=GEO'],
  ['Jordan Henderson left Jordan.', 'Jordan=JOR'],
  ["Chad Smith saw Chad's army.", 'Chad=TCD'],
  ['Jordan King Abdullah II; Chad President Deby', 'Jordan=JOR', 'Chad=TCD'],
  ['Peru, Illinois; Paris, Texas; Lebanon, New Hampshire', ...[]],
  ['Peru, Chile and Texas', 'Peru=PER', 'Chile=CHL', 'Texas=place:texas'],
  ['Canada, California and Mexico', 'Canada=CAN', 'California=place:california', 'Mexico=MEX'],
  ['S. Korea, N. Korean and S. Sudan envoys', 'S. Korea=KOR', 'N. Korean=PRK', 'S. Sudan=SSD'],
  ['George W. Bush of Plan S. The rest', ...[]],
  ["Niger's junta met Nigerian and Nigerien envoys", 'Niger=NER', 'Nigerian=NGA', 'Nigerien=NER'],
  ['Samoa and American Samoa', 'Samoa=WSM', 'American Samoa=place:american-samoa'],
  ['Sudan, South Sudan and the South Sudanese', 'Sudan=SDN', 'South Sudan=SSD', 'South Sudanese=SSD'],
  ['Micronesia; the US Virgin Islands', 'Micronesia=FSM', 'US Virgin Islands=place:united-states-virgin-islands'],
  ['Ireland and Northern Ireland', 'Ireland=IRL', 'Northern Ireland=place:northern-ireland'],
]

describe('the rest of the text decides', () => {
  for (const [text, ...hits] of CONTEXT)
    test(JSON.stringify(text), () => assert.deepEqual(found(text, '2022-05-12'), hits))
})
