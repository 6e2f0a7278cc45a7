import type { Document } from '../model/claim.ts'
import { type Day, isDay } from '../model/when.ts'

type About = Omit<Document, 'id' | 'text' | 'captured'>

const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const month = (word: string): number => MONTHS.findIndex((name) => name.startsWith(word.toLowerCase().slice(0, 3))) + 1
const day = (y: string, m: number | string, d: string): Day | undefined => {
  const text = `${y}-${String(m).padStart(2, '0')}-${d.padStart(2, '0')}`
  return isDay(text) ? text : undefined
}

const WORD = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?'
const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${WORD},? (\\d{4})\\b`, 'i')
const MONTH_FIRST = new RegExp(`\\b${WORD} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'i')

/** The first day written out in a line; "3/4/2024" names none, since it may be in March or April. */
export function dayIn(line: string): Day | undefined {
  const iso = ISO.exec(line)
  if (iso) return day(iso[1]!, iso[2]!, iso[3]!)
  const first = DAY_FIRST.exec(line)
  if (first) return day(first[3]!, month(first[2]!), first[1]!)
  const then = MONTH_FIRST.exec(line)
  return then ? day(then[3]!, month(then[1]!), then[2]!) : undefined
}

const FIELDS: Readonly<Record<string, keyof About>> = {
  date: 'date',
  published: 'date',
  title: 'title',
  url: 'source',
  source: 'source',
  link: 'source',
  outlet: 'outlet',
}

/** What stands between two lines of `---` at the top, and the text after it. */
export function frontMatter(text: string): { about: About; body: string } {
  const found = /^\uFEFF?---\r?\n([\s\S]{0,4000}?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text)
  if (!found) return { about: {}, body: text }
  const about: About = {}
  for (const line of found[1]!.split(/\r?\n/)) {
    const [, name = '', value = ''] = /^([A-Za-z]{1,20}):[ \t]*(?![ \t])(.*)$/.exec(line) ?? []
    const field = FIELDS[name.toLowerCase()]
    const plain = value.trim().replace(/^(["'])(.*)\1$/, '$2')
    const told = field === 'date' ? dayIn(plain) : plain
    if (field && told) about[field] = told
  }
  return { about, body: text.slice(found[0].length) }
}

/** A day in a file's name: `2024-03-12-lima.txt`, `20240312_lima.md`. */
export function dayInName(path: string): Day | undefined {
  const name = path.split(/[\\/]/).at(-1)!
  const found = /(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/.exec(name)
  return found ? day(found[1]!, found[2]!, found[3]!) : undefined
}

/** Lines in which a release says where and when it was given out. */
const HEAD = 4
/** A dateline is short, and nothing of a sentence stands before its day. */
const DATELINE = 60

/** The day of a dateline ("Quito, 12 March 2024", "LIMA, March 12, 2024 –"): at the beginning of one of the first lines. */
export function dayOfDateline(body: string): Day | undefined {
  const lines = body.split(/\r?\n/, 40).filter((line) => line.trim())
  for (const line of lines.slice(0, HEAD)) {
    const found = dayIn(line.slice(0, DATELINE))
    if (found && !/[.!?] \p{Lu}/u.test(line.slice(0, DATELINE))) return found
  }
  return undefined
}

/** What is known of a release: front matter first, then its dateline, then the name of its file. */
export function releaseOf(text: string, path: string): { about: About; body: string } {
  const { about, body } = frontMatter(text)
  const date = about.date ?? dayOfDateline(body) ?? dayInName(path)
  return { about: { ...about, ...(date && { date }) }, body }
}
