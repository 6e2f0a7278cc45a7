import { ChanceryError } from '../model/error.ts'

/** A row of a table as it is read: the wanted columns' values in the order asked for. Valid until the next row. */
export type Take = (values: readonly string[], line: number) => void

export interface Layout {
  /** Columns that must be there, under any of their names; they may stand in any order, and others beside them. */
  needed: readonly (string | readonly string[])[]
  /** Columns that are read where they are there, and empty otherwise. */
  optional?: readonly (string | readonly string[])[]
}

export interface Scanned {
  rows: number
  /** Which of the optional columns are there, in order. */
  has: boolean[]
  /** Rows with too few or too many values, left out. */
  odd: { line: number; found: number; expected: number }[]
}

const [QUOTE, LF, CR] = [34, 10, 13]

/**
 * Reads a table with a header line, separated by commas or tabs, values in quotes where they hold either or a line end. Made
 * for millions of rows: no object is made for a row. Throws `incorrect` naming what was expected and what was found: no
 * table, another separator, another layout, or a file that ends within a row.
 */
export function scanTable(file: string, text: string, layout: Layout, take: Take): Scanned {
  const separator = separatorOf(file, text)
  const fields: string[] = []
  const cursor = { at: text.charCodeAt(0) === 0xfeff ? 1 : 0, line: 1 }
  readRow(file, text, separator, cursor, fields)
  const header = fields.map((name) => name.trim())
  const { columns, has } = columnsOf(file, header, layout)
  const values: string[] = new Array(columns.length).fill('')
  const scanned: Scanned = { rows: 0, has, odd: [] }
  while (cursor.at < text.length) {
    const { line } = cursor
    readRow(file, text, separator, cursor, fields)
    if (fields.length === 1 && fields[0] === '') continue
    if (fields.length !== header.length) {
      if (cursor.at >= text.length && fields.length < header.length) throw cut(file, line)
      scanned.odd.push({ line, found: fields.length, expected: header.length })
      continue
    }
    scanned.rows++
    for (let i = 0; i < columns.length; i++) values[i] = columns[i]! < 0 ? '' : fields[columns[i]!]!
    take(values, line)
  }
  return scanned
}

/** Reads the fields of one row; a value in quotes may hold separators and line ends, and a doubled quote. */
function readRow(
  file: string,
  text: string,
  separator: number,
  cursor: { at: number; line: number },
  fields: string[],
) {
  fields.length = 0
  let at = cursor.at
  const started = cursor.line
  for (;;) {
    let value: string
    if (text.charCodeAt(at) === QUOTE) {
      let end = text.indexOf('"', at + 1)
      while (end >= 0 && text.charCodeAt(end + 1) === QUOTE) end = text.indexOf('"', end + 2)
      if (end < 0) throw cut(file, started)
      value = text.slice(at + 1, end)
      if (value.includes('"')) value = value.replaceAll('""', '"')
      if (value.includes('\n')) cursor.line += value.split('\n').length - 1
      at = end + 1
    } else {
      const start = at
      for (; at < text.length; at++) {
        const c = text.charCodeAt(at)
        if (c === separator || c === LF || c === CR) break
      }
      value = text.slice(start, at)
    }
    fields.push(value)
    if (text.charCodeAt(at) === separator) {
      at++
      continue
    }
    if (text.charCodeAt(at) === CR) at++
    if (at < text.length && text.charCodeAt(at) !== LF)
      throw wrong(file, `line ${cursor.line} has something after a quoted value: a quote is missing or not doubled`)
    cursor.at = at + 1
    cursor.line++
    return
  }
}

function columnsOf(file: string, header: readonly string[], { needed, optional = [] }: Layout) {
  const lower = header.map((name) => name.toLowerCase())
  const find = (names: string | readonly string[]): number =>
    [names].flat().reduce((found, name) => (found >= 0 ? found : lower.indexOf(name.toLowerCase())), -1)
  const missing = needed.filter((names) => find(names) < 0).map((names) => [names].flat().join(' or '))
  if (missing.length)
    throw wrong(
      file,
      `has another layout: expected the columns ${needed.map((n) => [n].flat()[0]).join(', ')}; missing are ${missing.join(', ')}; found are ${shortened(header)}`,
    )
  const columns = [...needed, ...optional].map(find)
  return { columns, has: optional.map((names) => find(names) >= 0) }
}

const shortened = (header: readonly string[]): string =>
  header.length > 12 ? `${header.slice(0, 12).join(', ')} and ${header.length - 12} more` : header.join(', ')

/** The character between the values of the header. */
function separatorOf(file: string, text: string): number {
  const end = text.indexOf('\n')
  const header = end < 0 ? text : text.slice(0, end)
  if (header.trimStart().startsWith('<')) throw wrong(file, 'is a web page, no table: fetch it again')
  if (header.includes('\0')) throw wrong(file, 'is no text')
  const count = (separator: string) => header.split(separator).length - 1
  const [comma, tab, semicolon] = [count(','), count('\t'), count(';')]
  if (semicolon > comma && semicolon > tab)
    throw wrong(file, 'has its values separated by semicolons: expected are commas or tabs, as its publisher writes it')
  if (!comma && !tab)
    throw wrong(
      file,
      `is no table: expected is a header with commas or tabs, found is ${JSON.stringify(header.slice(0, 60))}`,
    )
  return (tab > comma ? '\t' : ',').charCodeAt(0)
}

const cut = (file: string, line: number): ChanceryError =>
  wrong(file, `ends within the row that begins on line ${line}: it is cut, or a quote is not closed; fetch it again`)

const wrong = (file: string, message: string): ChanceryError =>
  new ChanceryError('incorrect', file, `the file ${message}`)
