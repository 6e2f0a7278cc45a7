import { scanTable } from '../scan.ts'
import type { Files } from '../source.ts'
import type { RollCall } from './resolutions.ts'

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

/** Votes as the package unvotes, TidyTuesday or the Dataverse call their file. */
const VOTES = /(?:^|\/)(?:un_?votes)(?:[-_ ]?\d+)?\.(?:csv|tab|tsv)(?:\.gz)?$/i
const CALLS = /(?:^|\/)(?:(?:un_)?roll_calls|descriptions?)[\w.-]*\.(?:csv|tab|tsv)(?:\.gz)?$/i

/** The folder with a file of votes, the highest and first of several. */
export function votesFolder(files: Files): Files | undefined {
  const found = files.list().filter((path) => VOTES.test(path))
  const first = found.toSorted((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1))[0]
  if (first === undefined) return undefined
  const folder = folderOf(first)
  const inner = folder ? files.within(folder) : files
  return only(inner, (path) => !path.includes('/') && (VOTES.test(path) || CALLS.test(path)))
}

const only = (files: Files, takes: (path: string) => boolean): Files => ({
  ...files,
  list: (prefix) => files.list(prefix).filter(takes),
})

export const votesFile = (files: Files): string => files.list().find((path) => VOTES.test(path))!
export const callsFile = (files: Files): string | undefined => files.list().find((path) => CALLS.test(path))

/** What describes a roll call, in its own file or on every row of its votes. */
export const CALL_COLUMNS: readonly (string | readonly string[])[] = [
  'session',
  'date',
  'unres',
  'amend',
  'para',
  'short',
  'descr',
  'yes',
  'no',
  'abstain',
]

/** R writes NA for what is missing. */
const given = (value: string | undefined): string => (value === undefined || value === 'NA' ? '' : value.trim())

/** A roll call of the values of `CALL_COLUMNS`, from a place on; totals only where the columns are there. */
export function callOf(rcid: string, values: readonly string[], from: number): RollCall {
  const [session, date, unres, amend, para, short, descr, yes, no, abstain] = values.slice(from, from + 10).map(given)
  const stated = { ...total('yes', yes!), ...total('no', no!), ...total('abstain', abstain!) }
  return {
    rcid,
    session: Number(session),
    date: dayOf(date!),
    unres: unres!,
    amend: amend === '1',
    para: para === '1',
    short: short!,
    descr: descr!,
    ...(Object.keys(stated).length > 0 && { stated }),
  }
}

const total = (choice: string, text: string): Record<string, number> =>
  /^\d+$/.test(text) ? { [choice]: Number(text) } : {}

/** `1947-11-06`, also as Stata and spreadsheets write it: `11/6/1947`, `06nov1947`. */
function dayOf(text: string): string {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  if (american) return `${american[3]}-${american[1]!.padStart(2, '0')}-${american[2]!.padStart(2, '0')}`
  const stata = /^(\d{2})([a-z]{3})(\d{4})$/i.exec(text)
  const month = stata ? MONTHS.indexOf(stata[2]!.toLowerCase()) + 1 : 0
  return month ? `${stata![3]}-${String(month).padStart(2, '0')}-${stata![1]}` : text.slice(0, 10)
}
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

export function readCalls(files: Files, path: string): { calls: Map<string, RollCall>; rows: number } {
  const calls = new Map<string, RollCall>()
  const layout = { needed: ['rcid', 'session', 'date', 'unres'], optional: CALL_COLUMNS }
  const { rows } = scanTable(path, files.text(path), layout, (values) => {
    const rcid = Number(values[0])
    if (rcid) calls.set(String(rcid), callOf(String(rcid), values, 4))
  })
  return { calls, rows }
}
