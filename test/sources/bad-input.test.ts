import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { ChanceryError } from '../../src/model/error.ts'
import { CATALOGUE } from '../../src/sources/catalogue.ts'
import { memoryFiles } from '../../src/sources/files.ts'
import { validTold } from '../../src/sources/valid.ts'

/** One small file of each source, in the publisher's layout. */
const FILES: Record<string, [path: string, text: string][]> = {
  'historian-travels': [
    [
      'president-travels/a.xml',
      '<trips><trip who="a-b"><id>1</id><name>A B</name><start-date>1950-05-05</start-date><end-date>1950-05-06</end-date><country id="cuba">Cuba</country><locale>Havana</locale><remarks>Met &amp; left.</remarks></trip></trips>',
    ],
    ['secretary-travels/a.xml', '<trips/>'],
  ],
  'historian-visits': [
    [
      'hsg-visits/data/1870.xml',
      '<visits><visit><id>1</id><start-date>1994-05-02</start-date><end-date>1994-05-04</end-date><visitor>President A B</visitor><from id="ghana">Ghana</from><description>State visit.</description></visit></visits>',
    ],
    ['hsg-visits/data/1990.xml', '<visits/>'],
  ],
  'historian-gsh': [
    [
      'territories/cuba.xml',
      '<territory><id>cuba</id><short-form-name>Cuba</short-form-name><type-of-territory>independent-state</type-of-territory><valid-since>1902</valid-since><valid-until>9999</valid-until><predecessors/><successors/></territory>',
    ],
  ],
  'historian-pocom': [
    [
      'missions-countries/x.xml',
      '<country-mission><territory-id>cuba</territory-id><chiefs><chief><id>a</id><person-id>roe-jane</person-id><role-title-id>ambassador-e-p</role-title-id><contemporary-territory-id>cuba</contemporary-territory-id><appointed><date>1950-01-02</date><note/></appointed><started><date>1950-03</date></started><ended><date>1953-04-05</date><note>Left post on</note></ended></chief></chiefs></country-mission>',
    ],
    [
      'people/r/roe-jane.xml',
      '<person><id>roe-jane</id><persName><surname>Roe</surname><forename>Jane</forename></persName><birth>1900</birth></person>',
    ],
  ],
  'historian-rdcr': [
    [
      'articles/cuba.xml',
      '<TEI><title type="short">Cuba</title><div type="section" xml:id="relations"><head>Relations</head><div><head>American Embassy Closed, 1961.</head><p>The <hi>Embassy</hi> was closed on January 3, 1961.</p></div></div></TEI>',
    ],
  ],
  'states-cow': [
    [
      'statelist2024.csv',
      'stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\nCUB,40,Cuba,1902,5,20,2024,12,31,2024\n',
    ],
  ],
  'states-gw': [
    ['ksgmdw.txt', 'statenumber\tstateid\tcountryname\tstart\tend\n40\tCUB\tCuba\t1902-05-20\t2020-12-31\n'],
  ],
  'leaders-reign': [
    [
      'leaderlist_3_21.csv',
      'stateabb,ccode,leadid,leader,sdate,smonth,syear,emonth,eyear,birthyear\nCUB,40,x,Castro,2,1,1959,2,2008,1926\n',
    ],
  ],
  'leaders-archigos': [
    [
      'archigos.csv',
      'obsid,gwcode,leadid,leader,yrborn,gender,startdate,enddate,entry,exit,exitcode\nCUB-1959,40,x,"Castro, F.",1926,M,1959-01-02,2008-02-24,Regular,Regular,Regular\n',
    ],
  ],
  religion: [],
  'mission-status': [
    [
      'missions/2024-01-16_transitions.csv',
      'state_dept_name,status_change,year,month,day,last_verified,notes\nCuba,Legation,1902,5,27,2023-12-06,"a ""note"""\nCuba,None,1961,1,3,2023-12-06,\n',
    ],
  ],
  'diplomatic-representation': [
    [
      'Diplomatic_Representation.csv',
      'SendingCountry,Destination,Year,LOR\nEcuador,Cuba,1990,1\nEcuador,Cuba,1991,1\n',
    ],
  ],
}

/** A spoilt copy is told, told in part with findings, or refused as incorrect; it never fails otherwise. */
async function spoil(name: string, path: string, spoilt: string | Uint8Array): Promise<void> {
  const source = await CATALOGUE[name]!()
  const contents = Object.fromEntries<string | Uint8Array>(FILES[name]!)
  const files = source.recognise(memoryFiles('memory', { ...contents, [path]: spoilt }))
  try {
    if (files) validTold(source.tell(files))
  } catch (error) {
    assert.ok(error instanceof ChanceryError, `${name}: ${(error as Error).stack}`)
    assert.ok(['incorrect', 'unsupported', 'not-found'].includes(error.code), `${error.code}: ${error.message}`)
  }
}

const DEEP = 50_000
const WAYS: [string, (text: string) => (string | Uint8Array)[]][] = [
  ['cut', (text) => Array.from({ length: 40 }, (_, i) => text.slice(0, Math.floor((text.length * i) / 40)))],
  ['written in another encoding', (text) => [Buffer.from(text, 'utf16le'), Buffer.from(`${text}\xe9`, 'latin1')]],
  ['separated otherwise', (text) => [text.replaceAll(',', ';').replaceAll('\t', ',')]],
  [
    'with turned columns and lines',
    (text) => [
      text
        .split('\n')
        .map((line) => line.split(',').reverse().join(','))
        .join('\n'),
    ],
  ],
  ['with a line within quotes', (text) => [text.replace('Cuba', '"Cu\nba"'), text.replaceAll('Cuba', '"Cuba')]],
  ['packed', (text) => [gzipSync(text), gzipSync(text).subarray(0, 40)]],
  ['of other content', () => ['PK\x03\x04', '<html><body>Not found</body></html>', '{"error":1}', '\0\0\0\0', '\n\n']],
  [
    'nested without end',
    () => [`${'<a>'.repeat(DEEP)}${'</a>'.repeat(DEEP)}`, `<TEI>${'<div type="section">'.repeat(DEEP)}`],
  ],
  ['with letters for numbers', (text) => [text.replace(/\d/g, 'x'), text.replace(/\d/g, '9'), text.replace(/\d/g, '')]],
]

for (const [way, spoilt] of WAYS)
  test(`a file ${way} never fails otherwise than by name`, async () => {
    for (const [name, files] of Object.entries(FILES))
      for (const [path, text] of files) for (const one of spoilt(text)) await spoil(name, path, one)
  })
