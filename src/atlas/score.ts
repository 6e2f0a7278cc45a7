import { type Day, daysOf, EVER, intersect } from '../model/when.ts'
import { resolve } from './resolve.ts'
import type { Candidate } from './types.ts'

type Scheme = keyof Candidate['codes']

/** What a row expects: codes of one scheme and the days on which they are meant. */
interface Expected {
  name: string
  scheme: Scheme
  codes: string[]
  from: Day
  to: Day
}

const ROW = /^([^\t]+)\t(cow|gw|iso3):([A-Z0-9|]+)(?:@([\d-]*)\.\.([\d-]*))?/

function parse(line: string): Expected | undefined {
  const [, name, scheme, codes, from, to] = ROW.exec(line) ?? []
  if (!name || !codes) return undefined
  const days = { from: (from && daysOf(from)?.from) || EVER.from, to: (to && daysOf(to)?.to) || EVER.to }
  return { name, scheme: scheme as Scheme, codes: codes.split('|').filter((code) => code), ...days }
}

/** The day halfway between two days; `undefined` where an end is open. */
export function middle(from: Day, to: Day): Day | undefined {
  if (from === EVER.from || to === EVER.to) return undefined
  return new Date((Date.parse(from) + Date.parse(to)) / 2).toISOString().slice(0, 10)
}

const dated = (row: Expected): boolean => middle(row.from, row.to) !== undefined
const sameName = (a: Expected, b: Expected): boolean =>
  a.name === b.name && a.scheme === b.scheme && dated(a) === dated(b)

/** Rows of one name over overlapping days are ambiguous: every code must be among the candidates. */
function isRight(row: Expected, rows: Expected[]): boolean {
  const rivals = rows.filter((other) => sameName(row, other) && intersect(row, other))
  const wanted = new Set(rivals.flatMap((rival) => rival.codes))
  const found = resolve(row.name, middle(row.from, row.to)).map((c) => c.codes[row.scheme])
  return wanted.size > 1 ? [...wanted].every((code) => found.includes(code)) : found[0] === row.codes[0]
}

export interface NameScore {
  total: number
  right: number
  /** The rows that failed, with what came first. */
  wrong: string[]
}

const HEADER = 'name\tday\tmeant'

/** The first candidate is the one meant; all are among the candidates where several are; none where nobody is (`-`). */
function isMeant(meant: string, found: readonly string[]): boolean {
  const wanted = meant.split('|').map((id) => (id.includes(':') ? id : `state:${id}`))
  if (meant === '-') return found.length === 0
  return wanted.length > 1 ? wanted.every((id) => found.includes(id)) : found[0] === wanted[0]
}

/** Scores `resolve` on a table of `name`, `day` (or empty) and `meant`: codes or ids, `|` between several, `-` for nobody. */
function scoreMeant(table: string): NameScore {
  const rows = table.trimEnd().split(/\r?\n/).slice(1)
  const wrong = rows.flatMap((row) => {
    const [name = '', day = '', meant = ''] = row.split('\t')
    const found = resolve(name, day || undefined).map((c) => c.id)
    return isMeant(meant, found) ? [] : [`${row}\t${found.join(' ')}`]
  })
  return { total: rows.length, right: rows.length - wrong.length, wrong }
}

/**
 * Scores `resolve` on a table of `name`, `scheme:CODE@from..to`, where rows without a code of a scheme are passed over, or on
 * one of `name`, `day`, `meant`.
 */
export function scoreNames(table: string): NameScore {
  if (table.startsWith(HEADER)) return scoreMeant(table)
  const rows = table.split(/\r?\n/).flatMap((line) => parse(line) ?? [])
  const failed = rows.filter((row) => !isRight(row, rows))
  const wrong = failed.map((row) => {
    const found = resolve(row.name, middle(row.from, row.to)).map((c) => c.codes[row.scheme] ?? c.id)
    return `${row.name}\t${row.scheme}:${row.codes.join('|')}\t${middle(row.from, row.to) ?? ''}\t${found.join(' ')}`
  })
  return { total: rows.length, right: rows.length - failed.length, wrong }
}
