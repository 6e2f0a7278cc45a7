import { existed } from '../atlas/index.ts'
import { type EntityId, stateId } from '../model/ids.ts'
import { type Day, daysInMonth } from '../model/when.ts'
import { folderWith } from './recognise.ts'
import type { Files } from './source.ts'
import { stateNamed } from './state-named.ts'

export const BY_HAND = 'download it from the Harvard Dataverse, as a spreadsheet or as CSV, and give its folder'

const FOLDERS = ['colt', 'diplometrics', 'visits-worldwide', 'diplomatic-representation', 'travel', '']

/** The folder in which a file of that name lies, as CSV or as the publisher's spreadsheet. */
export const folderOf = (files: Files, name: RegExp): Files | undefined =>
  FOLDERS.map((folder) => folderWith(files, [folder], [''])).find((at) => at?.list().some((path) => name.test(path)))

/** The table of that name: the CSV, where both it and the spreadsheet are there. */
export function tableIn(files: Files, name: RegExp): string {
  const found = files.list().filter((path) => name.test(path))
  return found.findLast((path) => /\.csv$/i.test(path)) ?? found.at(-1)!
}

/** A day as spreadsheets write it: `2010-03-15`, with a time behind it, or `3/15/2010`; empty for anything else. */
export function dayIn(text: string): Day | '' {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[ T].*)?$/.exec(text)
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  const [y, m, d] = iso ? iso.slice(1) : us ? [us[3]!, us[1]!.padStart(2, '0'), us[2]!.padStart(2, '0')] : []
  return y && m && d && Number(d) >= 1 && Number(d) <= daysInMonth(Number(y), Number(m)) ? `${y}-${m}-${d}` : ''
}

/** A state by the name that a row gives it and its alpha-3 code, on a day: the name goes first, since codes are today's. */
export function stateBy(name: string, code: string, day: Day): EntityId | undefined {
  const named = stateNamed(name.replace(/^(.*), (.*)$/s, '$2 $1'), day) ?? stateNamed(name, day)
  if (named && existed(named, day)) return named
  const coded = /^[A-Z]{3}$/.test(code) ? stateId(code) : undefined
  return coded && existed(coded, day) ? coded : named
}
