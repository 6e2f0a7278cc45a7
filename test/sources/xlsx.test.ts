import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { csvRows } from '../../src/sources/csv.ts'
import { diplomaticRepresentation } from '../../src/sources/diplomatic-representation.ts'
import { memoryFiles } from '../../src/sources/files.ts'
import { missionStatus } from '../../src/sources/mission-status.ts'
import { sheetAsCsv } from '../../src/sources/xlsx.ts'
import { serialDay } from '../../src/sources/xlsx-dates.ts'
import { tellOf } from './shared.ts'
import { workbookOf, zipOf } from './workbook.ts'

const MIB = 1024 * 1024
const csv = (archive: Buffer, longest = MIB) => sheetAsCsv('m.xlsx', archive, longest)
const sheet = (rows: string, more: Record<string, string> = {}, packed = true) =>
  csv(zipOf({ 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`, ...more }, packed))

const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="[Red]0.0"/></numFmts>' +
  '<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>'

describe('a spreadsheet', () => {
  const CELLS: [what: string, cells: string, expected: string][] = [
    ['numbers', '<c r="A1"><v>2010</v></c><c r="B1"><v>0.10000000000000001</v></c>', '2010,0.1\n'],
    ['a gap', '<c r="A1"><v>1</v></c><c r="D1"><v>4</v></c>', '1,,,4\n'],
    ['cells without places', '<c><v>1</v></c><c/><c><v>3</v></c>', '1,,3\n'],
    [
      'texts in the cell',
      '<c r="A1" t="inlineStr"><is><r><t>Côte </t></r><r><t>d’Ivoire</t></r></is></c>',
      'Côte d’Ivoire\n',
    ],
    ['signs', '<c r="A1" t="str"><v>a &amp; b, &#169;&#x41;_x000A_c</v></c>', '"a & b, ©A\nc"\n'],
    ['a quote', '<c r="A1" t="str"><v>the "x"</v></c>', '"the ""x"""\n'],
    [
      'booleans and errors',
      '<c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1"><v>1</v></c>',
      'TRUE,,1\n',
    ],
    [
      'days and numbers by their styles',
      '<c r="A1" s="1"><v>43831</v></c><c r="B1" s="2"><v>43831.75</v></c><c r="C1" s="3"><v>43831</v></c>',
      '2020-01-01,2020-01-01,43831\n',
    ],
    ['a formula by its value', '<c r="A1"><f>1+1</f><v>2</v></c>', '2\n'],
    ['other attributes that end alike', '<c r="A1" cm="1"><v>1</v></c><col/>', '1\n'],
  ]
  for (const [what, cells, expected] of CELLS)
    test(what, () => assert.equal(sheet(`<row r="1">${cells}</row>`, { 'xl/styles.xml': STYLES }), expected))

  test('of several sheets the largest; empty rows are none; stored as well as packed', () => {
    const book = workbookOf([
      ['A', 'B'],
      ['', ''],
      ['1, 2', 'x < y & z'],
    ])
    assert.equal(csv(book), 'A,B\n"1, 2",x < y & z\n')
    assert.equal(sheet('<row r="1"><c r="A1"><v>7</v></c></row>', {}, false), '7\n')
  })

  test('elements with a prefix, and readings beside a text', () => {
    const own =
      '<x:worksheet xmlns:x="u"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const shared = '<x:sst><x:si><x:t>東京</x:t><x:rPh sb="0" eb="2"><x:t>トウキョウ</x:t></x:rPh></x:si></x:sst>'
    assert.equal(csv(zipOf({ 'xl/worksheets/sheet1.xml': own, 'xl/sharedStrings.xml': shared })), '東京\n')
  })

  const DAYS: [serial: number, from1904: boolean, day: string | undefined][] = [
    [61, false, '1900-03-01'],
    [60, false, undefined],
    [43831, false, '2020-01-01'],
    [0, true, '1904-01-01'],
    [42369, true, '2020-01-01'],
    [-1, true, undefined],
    [1e9, false, undefined],
    [Number.NaN, false, undefined],
  ]
  for (const [serial, from1904, day] of DAYS)
    test(`${serial} since ${from1904 ? 1904 : 1900} is ${day}`, () => assert.equal(serialDay(serial, from1904), day))

  const BAD: [what: string, archive: Buffer, says: RegExp][] = [
    ['no archive', Buffer.from('PK\x03\x04 and no more'), /cut, damaged or locked/],
    ['a cut archive', workbookOf([['A'], ['1']]).subarray(0, 400), /cut, damaged or locked/],
    ['another archive', zipOf({ 'word/document.xml': '<w/>' }), /no spreadsheet/],
    ['a bomb', zipOf({ 'xl/worksheets/sheet1.xml': ' '.repeat(2 * MIB) }), /unpacks to more than/],
    [
      'a text told a million times',
      zipOf({
        'xl/worksheets/sheet1.xml': `<worksheet>${'<row><c t="s"><v>0</v></c></row>'.repeat(20_000)}</worksheet>`,
        'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(500_000)}</t></si></sst>`,
      }),
      /holds more than/,
    ],
    [
      'a cell beyond the last column',
      zipOf({ 'xl/worksheets/sheet1.xml': '<worksheet><row><c r="ZZZZ1"><v>1</v></c></row></worksheet>' }),
      /beyond the last column/,
    ],
  ]
  for (const [what, archive, says] of BAD)
    test(`${what} is refused`, () => assert.throws(() => csv(archive), { code: 'incorrect', message: says }))

  test('what a source tells from a spreadsheet is what it tells from the same table as CSV', (t) => {
    const shared = process.env.CHANCERY_SHARED ?? join(import.meta.dirname, '../../../shared')
    const path = join(shared, 'data/missions/2024-01-16_transitions.csv')
    if (!existsSync(path)) return t.skip('no shared data')
    const text = readFileSync(path, 'utf8')
    const rows = parse(text, { bom: true }) as string[][]
    const files = memoryFiles('m', { 'a.csv': text, 'a.xlsx': workbookOf(rows) })
    const columns = rows[0]!
    const read = (name: string) => csvRows(files, name, { columns }).map((row) => columns.map((c) => row.get(c)))
    assert.deepEqual(read('a.xlsx'), read('a.csv'))
    assert.ok(missionStatus.recognise(memoryFiles('m', { '2024-01-16_transitions.csv': text })))
    assert.equal(read('a.xlsx').length, 590)
  })

  test('diplomatic representation as its publisher gives it', () => {
    const rows = [
      ['SendingCountry', 'Destination', 'Year', 'Embassy', 'LOR'],
      ['Ecuador', 'Israel', '1990', '1', '1'],
      ['Ecuador', 'Israel', '1991', '1', '1'],
      ['Ecuador', 'Peru', '1991', '1', '1'],
    ]
    const of = (name: string, content: string | Buffer) =>
      tellOf(diplomaticRepresentation, { [`Diplomatic-Representation.${name}`]: content }).facts
    const facts = of('xlsx', workbookOf(rows))
    assert.equal(facts.length, 2)
    assert.deepEqual(facts, of('csv', rows.map((row) => row.join(',')).join('\n')))
  })
})
