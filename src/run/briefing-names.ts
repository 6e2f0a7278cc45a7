import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { ChanceryError } from '../model/error.ts'
import { AUTHORITIES, type Naming, namingOf, ownNames } from '../show/names.ts'
import { tableOf } from './import-table.ts'

/** The naming authority that a setting names: `UN`, `ISO`, `source`, or a CSV of id, name and note. Throws `incorrect`, `not-found`. */
export function namesFrom(setting: string): Naming {
  const authority = AUTHORITIES.find((one) => one.toLowerCase() === setting.toLowerCase())
  if (authority) return namingOf(authority)
  let text: string
  try {
    text = readFileSync(setting, 'utf8')
  } catch {
    throw new ChanceryError(
      'not-found',
      setting,
      `no such authority or file: write ${AUTHORITIES.join(', ')}, or the path of a CSV`,
    )
  }
  return ownNamesIn(basename(setting), text, setting)
}

const COLUMNS = ['id', 'name', 'note'] as const

/**
 * A house's own names from a table of id, name and note, separated by commas, semicolons or tabs. Throws `incorrect` with every line
 * that is wrong.
 */
export function ownNamesIn(title: string, text: string, at = title): Naming {
  const { header, rows, broken } = tableOf(text, at)
  const place = columnsOf(header, at)
  const cell = (cells: readonly string[], name: string) => cells[place.get(name) ?? -1] ?? ''
  const lines = rows.map(({ line, cells }) => ({
    line,
    id: cell(cells, 'id'),
    name: cell(cells, 'name'),
    note: cell(cells, 'note'),
  }))
  const torn = broken.map(({ line, message }) => ({ line, say: message }))
  return namingOf(ownNames(title, lines, at, torn))
}

/** Where each column stands. A column that is not known is refused, so that nothing is dropped unseen. */
function columnsOf(header: readonly string[], at: string): Map<string, number> {
  const names = header.map((name) => name.toLowerCase())
  const wrong = names.findIndex((name, i) => !COLUMNS.includes(name as 'id') || names.indexOf(name) !== i)
  const missing = ['id', 'name'].find((name) => !names.includes(name))
  if (wrong < 0 && !missing) return new Map(names.map((name, i) => [name, i]))
  const what = missing
    ? `there is no column ${missing}`
    : `the column ${JSON.stringify(header[wrong])} is unknown or stands twice`
  throw new ChanceryError('incorrect', `${at}:1`, `${at}:1: ${what}: the first line is id,name,note`)
}
