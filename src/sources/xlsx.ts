import { ChanceryError } from '../model/error.ts'
import { dateStyles, serialDay } from './xlsx-dates.ts'
import { type Packed, unzip } from './zip.ts'

/**
 * The largest sheet of a spreadsheet (Office Open XML, ECMA-376) as comma-separated text: dates as `2010-03-15`, formulas by the
 * values kept of them. Read here and not by a library, since those at hand take a hundred times the file's size and have no bound.
 * Throws `incorrect` for what is none, or is longer than `longest` once unpacked.
 */
export function sheetAsCsv(at: string, archive: Buffer, longest: number): string {
  const parts = new Map(unzip(at, archive, longest).map((part) => [part.name.replace(/^\//, ''), part]))
  const sheet = [...parts.values()]
    .filter(({ name }) => /^\/?xl\/worksheets\/[^/]+\.xml$/.test(name))
    .reduce<Packed | undefined>((most, one) => (most && most.size >= one.size ? most : one), undefined)
  if (!sheet) throw new ChanceryError('incorrect', at, 'the file is no spreadsheet: expected is an .xlsx with a sheet')
  const textOf = (name: string): string => parts.get(name)?.bytes().toString('utf8') ?? ''
  const book: Book = {
    shared: sharedStrings(textOf('xl/sharedStrings.xml')),
    dates: dateStyles(textOf('xl/styles.xml')),
    from1904: /<(?:\w+:)?workbookPr\b[^<>]*\bdate1904="(?:1|true)"/.test(textOf('xl/workbook.xml')),
  }
  return rowsOf(at, sheet.bytes().toString('utf8'), book, longest)
}

interface Book {
  shared: string[]
  /** Styles, by their number, that show a number as a day. */
  dates: ReadonlySet<number>
  from1904: boolean
}

/** The prefix of a part's elements: most write none. */
const prefixOf = (xml: string, root: string): string =>
  new RegExp(`<(\\w+:)?${root}\\b`).exec(xml.slice(0, 4096))?.[1] ?? ''

interface Element {
  /** Its attributes as they stand. */
  head: string
  inside: string
  /** Where what follows it begins. */
  end: number
}

/** The next element of a name from a place on. What it holds is looked through alone, so that no search goes further twice. */
function nextElement(xml: string, name: string, from: number): Element | undefined {
  for (let start = xml.indexOf(`<${name}`, from); start >= 0; start = xml.indexOf(`<${name}`, start + 1)) {
    if (!' />\n\r\t'.includes(xml[start + name.length + 1] ?? 'x')) continue
    const open = xml.indexOf('>', start)
    if (open < 0) return undefined
    const head = xml.slice(start + name.length + 1, open)
    if (head.endsWith('/')) return { head, inside: '', end: open + 1 }
    const close = xml.indexOf(`</${name}>`, open)
    return close < 0 ? undefined : { head, inside: xml.slice(open + 1, close), end: close + name.length + 3 }
  }
  return undefined
}

function* elements(xml: string, name: string): Generator<Element> {
  for (let one = nextElement(xml, name, 0); one; one = nextElement(xml, name, one.end)) yield one
}

const attribute = (head: string, name: string): string | undefined => {
  const start = head.indexOf(` ${name}="`)
  return start < 0 ? undefined : head.slice(start + name.length + 3, head.indexOf('"', start + name.length + 3))
}

function sharedStrings(xml: string): string[] {
  const prefix = prefixOf(xml, 'sst')
  return [...elements(xml, `${prefix}si`)].map(({ inside }) => textIn(inside, prefix))
}

/** The text of a string's runs, without the readings that Japanese text carries beside it. */
function textIn(xml: string, prefix: string): string {
  const own = xml.includes(`<${prefix}rPh`) ? withoutReadings(xml) : xml
  let text = ''
  for (const { inside } of elements(own, `${prefix}t`)) text += inside
  return unescaped(text)
}

function withoutReadings(xml: string): string {
  const [open, close] = [/<(?:\w+:)?rPh\b[^<>]*>/g, /<\/(?:\w+:)?rPh>/g]
  let [kept, from] = ['', 0]
  for (let at = open.exec(xml); at; at = open.exec(xml)) {
    close.lastIndex = open.lastIndex
    if (!close.test(xml)) break
    kept += xml.slice(from, at.index)
    from = close.lastIndex
    open.lastIndex = from
  }
  return kept + xml.slice(from)
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (text: string): string =>
  text.includes('&') || text.includes('_x')
    ? text
        .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/gi, (all, decimal, hex, name) =>
          name ? (ENTITIES[name] ?? all) : charOf(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
        )
        .replace(/_x([0-9a-f]{4})_/gi, (_all, hex) => charOf(Number.parseInt(hex, 16)))
    : text

const charOf = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '')

const LAST_COLUMN = 16_384

/** `C7` is in the third column. */
function columnOf(reference: string): number {
  let column = 0
  for (const char of reference) {
    if (char < 'A' || char > 'Z') break
    column = column * 26 + char.charCodeAt(0) - 64
  }
  return column
}

function rowsOf(at: string, xml: string, book: Book, longest: number): string {
  const prefix = prefixOf(xml, 'worksheet')
  const lines: string[] = []
  let length = 0
  for (const row of elements(xml, `${prefix}row`)) {
    const cells: string[] = []
    for (const cell of elements(row.inside, `${prefix}c`)) {
      const column = columnOf(attribute(cell.head, 'r') ?? '') || cells.length + 1
      if (column > LAST_COLUMN)
        throw new ChanceryError('incorrect', at, 'a cell lies beyond the last column: it is no sheet')
      while (cells.length < column) cells.push('')
      cells[column - 1] = quoted(contentOf(cell, prefix, book))
    }
    if (cells.every((value) => value === '')) continue
    const line = cells.join(',')
    length += line.length + 1
    if (length > longest)
      throw new ChanceryError('incorrect', at, `the sheet holds more than ${longest} bytes: it is not taken`)
    lines.push(line)
  }
  return lines.length ? `${lines.join('\n')}\n` : ''
}

const quoted = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

function contentOf({ head, inside }: Element, prefix: string, { shared, dates, from1904 }: Book): string {
  const type = attribute(head, 't') ?? 'n'
  if (type === 'inlineStr') return textIn(inside, prefix)
  const raw = nextElement(inside, `${prefix}v`, 0)?.inside
  if (raw === undefined || raw === '' || type === 'e') return ''
  if (type === 's') return shared[Number(raw)] ?? ''
  if (type === 'b') return raw === '1' ? 'TRUE' : 'FALSE'
  if (type !== 'n' || !Number.isFinite(Number(raw))) return unescaped(raw)
  const day = dates.has(Number(attribute(head, 's') ?? 0)) ? serialDay(Number(raw), from1904) : undefined
  return day ?? String(Number(raw))
}
