import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { ChanceryError } from '../model/error.ts'
import { AUTHORITIES, type Naming, namingOf, ownNames } from '../show/names.ts'
import { readTable } from '../sources/table.ts'

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

/** A house's own names from a CSV of id, name and note. Throws `incorrect`. */
export const ownNamesIn = (title: string, text: string, at = title): Naming =>
  namingOf(ownNames(title, rowsOf(at, text), at))

const rowsOf = (file: string, text: string): string[][] =>
  readTable(file, text, ['id', 'name', 'note']).map((row) => [row.get('id'), row.get('name'), row.get('note')])
