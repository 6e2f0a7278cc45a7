import { ChanceryError } from '../model/error.ts'
import { type Cursor, cursorOn } from './stata-cursor.ts'

/** Releases of the format: Stata 10 to 12 write 114 and 115, Stata 13 writes 117, Stata 14 and later 118. */
const RELEASES: readonly number[] = [114, 115, 117, 118]

/** A column: its name, the type of its values, how they are shown, and the name of the labels of its values. */
interface Column {
  name: string
  type: number
  format: string
  labels: string
}

interface Table {
  columns: Column[]
  rows: number
  data: Cursor
  /** Words for a column's numbers, by the labels' name. */
  labels: ReadonlyMap<string, ReadonlyMap<number, string>>
}

const MS_A_DAY = 86_400_000
const START = Date.UTC(1960, 0, 1)
/** From 32768 on a type is no text: long texts kept elsewhere, and numbers. */
const [LONG_TEXT, DOUBLE, FLOAT, LONG, INT, BYTE] = [32768, 65526, 65527, 65528, 65529, 65530]
/** The types of the older releases as the newer ones number them. */
const OLDER: Readonly<Record<number, number>> = { 251: BYTE, 252: INT, 253: LONG, 254: FLOAT, 255: DOUBLE }
/** The greatest number of a type; above it lie the kinds of "missing". */
const GREATEST: Readonly<Record<number, number>> = {
  [BYTE]: 100,
  [INT]: 32_740,
  [LONG]: 2_147_483_620,
  [FLOAT]: 1.701e38,
  [DOUBLE]: 8.988e307,
}

export const isStata = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 11)).toString('latin1') === '<stata_dta>' ||
  (RELEASES.includes(bytes[0]!) && (bytes[1] === 1 || bytes[1] === 2) && bytes[2] === 1)

/**
 * A data set of Stata as comma-separated text: numbers by the words of their labels, dates as `2010-03-15`, missing values empty.
 * Throws `incorrect` for a release that is not known, a damaged file, and text kept outside the rows (`strL`).
 */
export function stataAsCsv(at: string, bytes: Buffer): string {
  try {
    const table = bytes[0] === 60 ? newer(at, bytes) : older(bytes)
    const lines = [table.columns.map(({ name }) => quoted(name)).join(',')]
    for (let row = 0; row < table.rows; row++)
      lines.push(table.columns.map((column) => quoted(valueOfColumn(at, table, column))).join(','))
    return `${lines.join('\n')}\n`
  } catch (error) {
    if (error instanceof ChanceryError) throw error
    throw new ChanceryError(
      'incorrect',
      at,
      'the file is cut or damaged, or no data set of Stata 10 to 18: fetch it again',
    )
  }
}

const quoted = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

function valueOfColumn(at: string, { data, labels }: Table, { type, format, labels: own, name }: Column): string {
  if (type < LONG_TEXT) return data.text(type)
  if (type === LONG_TEXT)
    throw new ChanceryError('incorrect', at, `the column ${name} holds long texts: save it as CSV`)
  const number = data.number(type)
  if (!(number <= GREATEST[type]!)) return ''
  const word = labels.get(own)?.get(number)
  if (word !== undefined) return word
  if (/^%-?t?d/.test(format)) return dayOf(START + number * MS_A_DAY)
  return /^%-?tc/i.test(format) ? dayOf(START + number) : String(number)
}

const dayOf = (ms: number): string => {
  const date = new Date(ms)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}

/** Releases 114 and 115: one block after the other, of fixed lengths. */
function older(bytes: Buffer): Table {
  const cursor = cursorOn(bytes, bytes[1] === 2, 'latin1', 4)
  const [count, rows] = [cursor.unsigned(2), cursor.unsigned(4)]
  cursor.skip(81 + 18)
  const types = cursor.times(count, () => cursor.unsigned(1))
  const names = cursor.times(count, () => cursor.text(33))
  cursor.skip(2 * (count + 1))
  const formats = cursor.times(count, () => cursor.text(49))
  const labels = cursor.times(count, () => cursor.text(33))
  cursor.skip(81 * count)
  for (;;) {
    const [kind, length] = [cursor.unsigned(1), cursor.unsigned(4)]
    if (kind === 0) break
    cursor.skip(length)
  }
  const columns = names.map((name, i) => ({
    name,
    type: OLDER[types[i]!] ?? types[i]!,
    format: formats[i]!,
    labels: labels[i]!,
  }))
  const data = cursor.here()
  cursor.skip(rows * columns.reduce((sum, { type }) => sum + lengthOf(type), 0))
  const words = labelsIn(cursor, 33)
  if (cursor.left()) throw new RangeError('more than labels')
  return { columns, rows, data, labels: words }
}

const LENGTHS: Readonly<Record<number, number>> = {
  [LONG_TEXT]: 8,
  [DOUBLE]: 8,
  [FLOAT]: 4,
  [LONG]: 4,
  [INT]: 2,
  [BYTE]: 1,
}
const lengthOf = (type: number): number => LENGTHS[type] ?? type

/** Releases 117 and 118: blocks between tags, whose places a map gives. */
function newer(at: string, bytes: Buffer): Table {
  const head = bytes.toString('latin1', 0, 200)
  const release = Number(/<release>(\d+)</.exec(head)?.[1])
  if (!RELEASES.includes(release))
    throw new ChanceryError('incorrect', at, `release ${release} of Stata’s format is not known: save it as CSV`)
  if (bytes.lastIndexOf('</stata_dta>') < 0) throw new RangeError('no end')
  const wide = release === 118
  const nameLength = wide ? 129 : 33
  const open = (tag: string): Cursor => {
    const place = bytes.indexOf(`<${tag}>`)
    if (place < 0) throw new RangeError(tag)
    return cursorOn(bytes, head.includes('>LSF<'), wide ? 'utf8' : 'latin1', place + tag.length + 2)
  }
  const [count, rows] = [open('K').unsigned(2), wide ? open('N').long() : open('N').unsigned(4)]
  const each = <T>(tag: string, take: (cursor: Cursor) => T): T[] => {
    const cursor = open(tag)
    return cursor.times(count, () => take(cursor))
  }
  const types = each('variable_types', (cursor) => cursor.unsigned(2))
  const names = each('varnames', (cursor) => cursor.text(nameLength))
  const formats = each('formats', (cursor) => cursor.text(wide ? 57 : 49))
  const labels = each('value_label_names', (cursor) => cursor.text(nameLength))
  const columns = names.map((name, i) => ({ name, type: types[i]!, format: formats[i]!, labels: labels[i]! }))
  const data = open('data')
  const words = cursorOn(
    bytes,
    head.includes('>LSF<'),
    wide ? 'utf8' : 'latin1',
    bytes.lastIndexOf('<value_labels>') + 14,
  )
  return { columns, rows, data, labels: labelsIn(words, nameLength) }
}

/** Tables of labels, each with its name, its numbers, and its words one after the other; with or without tags around it. */
function labelsIn(cursor: Cursor, nameLength: number): Map<string, Map<number, string>> {
  const out = new Map<string, Map<number, string>>()
  for (cursor.pass('<lbl>'); cursor.left() > 4 + nameLength && !cursor.sees('</'); cursor.pass('<lbl>')) {
    cursor.skip(4)
    const name = cursor.text(nameLength)
    cursor.skip(3)
    const [count, length] = [cursor.unsigned(4), cursor.unsigned(4)]
    if (count * 8 + length > cursor.left()) throw new RangeError('labels')
    const places = cursor.times(count, () => cursor.unsigned(4))
    const numbers = cursor.times(count, () => cursor.signed(4))
    const words = cursor.here()
    cursor.skip(length)
    out.set(name, new Map(numbers.map((number, i) => [number, words.at(places[i]!).text(length - places[i]!)])))
    cursor.pass('</lbl>')
  }
  return out
}
