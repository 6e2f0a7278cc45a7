import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { memoryFiles } from '../../src/sources/files.ts'
import { leadersArchigos } from '../../src/sources/leaders.ts'
import { stataAsCsv } from '../../src/sources/stata.ts'

interface Column {
  name: string
  /** `str12`, or a number's type. */
  type: string
  format?: string
  labels?: string
}
type Value = string | number
type Labels = Readonly<Record<string, Readonly<Record<number, string>>>>

const NEW: Readonly<Record<string, number>> = {
  double: 65526,
  float: 65527,
  long: 65528,
  int: 65529,
  byte: 65530,
  strL: 32768,
}
const OLD: Readonly<Record<string, number>> = { byte: 251, int: 252, long: 253, float: 254, double: 255 }
const SIZE: Readonly<Record<string, number>> = { double: 8, float: 4, long: 4, int: 2, byte: 1, strL: 8 }

/** A data set as Stata writes it, of release 115 or 118, with little or big ends. */
function dta(
  release: 115 | 118,
  columns: readonly Column[],
  rows: readonly Value[][],
  labels: Labels = {},
  little = true,
) {
  const whole = (n: number, size: number): Buffer => {
    const out = Buffer.alloc(size)
    if (size === 8) little ? out.writeBigUInt64LE(BigInt(n)) : out.writeBigUInt64BE(BigInt(n))
    else if (n < 0) little ? out.writeIntLE(n, 0, size) : out.writeIntBE(n, 0, size)
    else little ? out.writeUIntLE(n, 0, size) : out.writeUIntBE(n, 0, size)
    return out
  }
  const text = (value: string, size: number): Buffer => {
    const out = Buffer.alloc(size)
    out.write(value, release === 118 ? 'utf8' : 'latin1')
    return out
  }
  const lengthOf = (type: string) => SIZE[type] ?? Number(type.slice(3))
  const cell = (value: Value, { type }: Column): Buffer => {
    if (typeof value === 'string') return text(value, lengthOf(type))
    const out = Buffer.alloc(lengthOf(type))
    if (type === 'double') little ? out.writeDoubleLE(value) : out.writeDoubleBE(value)
    else if (type === 'float') little ? out.writeFloatLE(value) : out.writeFloatBE(value)
    else return whole(value, lengthOf(type))
    return out
  }
  const name = release === 118 ? 129 : 33
  const tables = Object.entries(labels).map(([label, words]) => {
    const own = Object.entries(words)
    const texts = own.map(([, word]) => Buffer.from(`${word}\0`, release === 118 ? 'utf8' : 'latin1'))
    const places = texts.map((_, i) => texts.slice(0, i).reduce((sum, t) => sum + t.length, 0))
    const length = texts.reduce((sum, t) => sum + t.length, 0)
    const inner = [
      whole(8 + own.length * 8 + length, 4),
      text(label, name),
      Buffer.alloc(3),
      whole(own.length, 4),
      whole(length, 4),
      ...places.map((p) => whole(p, 4)),
      ...own.map(([n]) => whole(Number(n), 4)),
      ...texts,
    ]
    return release === 118 ? [Buffer.from('<lbl>'), ...inner, Buffer.from('</lbl>')] : inner
  })
  const data = rows.flatMap((row) => row.map((value, i) => cell(value, columns[i]!)))
  const of = (take: (column: Column) => Buffer) => columns.map(take)
  const format = (size: number) => of(({ format = '%9.0g' }) => text(format, size))
  const labelled = of(({ labels: own = '' }) => text(own, name))
  if (release === 115)
    return Buffer.concat([
      Buffer.from([115, little ? 2 : 1, 1, 0]),
      whole(columns.length, 2),
      whole(rows.length, 4),
      Buffer.alloc(81 + 18),
      ...of(({ type }) => whole(OLD[type] ?? Number(type.slice(3)), 1)),
      ...of(({ name: own }) => text(own, 33)),
      Buffer.alloc(2 * (columns.length + 1)),
      ...format(49),
      ...labelled,
      Buffer.alloc(81 * columns.length),
      whole(1, 1),
      whole(3, 4),
      Buffer.from('abc'),
      whole(0, 1),
      whole(0, 4),
      ...data,
      ...tables.flat(),
    ])
  const tag = (own: string, ...inner: Buffer[]) => [Buffer.from(`<${own}>`), ...inner, Buffer.from(`</${own}>`)]
  const header = [
    ...tag('release', Buffer.from('118')),
    ...tag('byteorder', Buffer.from(little ? 'LSF' : 'MSF')),
    ...tag('K', whole(columns.length, 2)),
    ...tag('N', whole(rows.length, 8)),
    ...tag('label', whole(0, 2)),
    ...tag('timestamp', whole(0, 1)),
  ]
  return Buffer.concat([
    Buffer.from('<stata_dta>'),
    ...tag('header', ...header),
    ...tag('map', Buffer.alloc(112)),
    ...tag('variable_types', ...of(({ type }) => whole(NEW[type] ?? Number(type.slice(3)), 2))),
    ...tag('varnames', ...of(({ name: own }) => text(own, 129))),
    ...tag('sortlist', Buffer.alloc(2 * (columns.length + 1))),
    ...tag('formats', ...format(57)),
    ...tag('value_label_names', ...labelled),
    ...tag('variable_labels', Buffer.alloc(321 * columns.length)),
    ...tag('characteristics'),
    ...tag('data', ...data),
    ...tag('strls'),
    ...tag('value_labels', ...tables.flat()),
    Buffer.from('</stata_dta>'),
  ])
}

const COLUMNS: Column[] = [
  { name: 'leader', type: 'str20' },
  { name: 'born', type: 'int' },
  { name: 'start', type: 'long', format: '%td' },
  { name: 'exit', type: 'byte', labels: 'exits' },
  { name: 'share', type: 'double' },
  { name: 'at', type: 'double', format: '%tc' },
  { name: 'loss', type: 'byte' },
]
const ROWS: Value[][] = [
  ['Gómez, "Pepe"', 1820, -33_174, 1, 0.25, 1_893_456_000_000, -127],
  ['B', 32_741, 2_147_483_621, 2, 9e307, 9e307, 101],
]
const EXITS = { exits: { 1: 'Regular', 2: 'Still in Office' } }
const CSV =
  'leader,born,start,exit,share,at,loss\n"Gómez, ""Pepe""",1820,1869-03-04,Regular,0.25,2020-01-01,-127\nB,,,Still in Office,,,\n'

describe('data of Stata', () => {
  for (const release of [115, 118] as const)
    for (const little of [true, false])
      test(`release ${release}, the ${little ? 'little' : 'big'} end first`, () =>
        assert.equal(stataAsCsv('m.dta', dta(release, COLUMNS, ROWS, EXITS, little)), CSV))

  test('a cut at any place is refused, and never a fault', () => {
    for (const release of [115, 118] as const) {
      const whole = dta(release, COLUMNS, ROWS, EXITS)
      for (let end = 12; end < whole.length; end += 7)
        assert.throws(() => stataAsCsv('m.dta', whole.subarray(0, end)), {
          code: 'incorrect',
          message: /cut or damaged|release/,
        })
    }
  })

  test('another release, and long texts, are refused by name', () => {
    const later = Buffer.from(dta(118, COLUMNS, ROWS).toString('latin1').replace('>118<', '>121<'), 'latin1')
    assert.throws(() => stataAsCsv('m.dta', later), { code: 'incorrect', message: /release 121/ })
    const long = dta(118, [{ name: 'notes', type: 'strL' }], [[0]])
    assert.throws(() => stataAsCsv('m.dta', long), { code: 'incorrect', message: /notes holds long texts/ })
  })

  test('what Archigos tells from Stata’s file is what it tells from its text', (t) => {
    const path = join(
      process.env.CHANCERY_SHARED ?? join(import.meta.dirname, '../../../shared'),
      'data/leaders/archigos-4.1-tenures.csv',
    )
    if (!existsSync(path)) return t.skip('no shared data')
    const text = readFileSync(path, 'utf8')
    const [header = [], ...rows] = parse(text, { bom: true }) as string[][]
    const columns = header.map((name): Column => {
      if (name === 'startdate' || name === 'enddate') return { name, type: 'long', format: '%td' }
      return name === 'gwcode' ? { name, type: 'int' } : { name, type: 'str60' }
    })
    const value = (cell: string, { type, format }: Column): Value =>
      format ? Date.parse(cell) / 86_400_000 + 3653 : type === 'int' ? Number(cell) : cell
    const file = dta(
      118,
      columns,
      rows.map((row) => row.map((cell, i) => value(cell, columns[i]!))),
    )
    const told = (name: string, content: string | Buffer) =>
      leadersArchigos.tell(leadersArchigos.recognise(memoryFiles('m', { [name]: content }))!)
    assert.deepEqual(told('archigos_4.1.dta', file).facts, told('archigos_4.1.csv', text).facts)
  })
})
