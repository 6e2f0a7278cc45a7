import { userInfo } from 'node:os'
import { foreignLanguage } from '../grammar/language.ts'
import type { Ledger } from '../keep/port.ts'
import type { Document } from '../model/claim.ts'
import { ChanceryError } from '../model/error.ts'
import type { Outcome } from '../model/verdict.ts'
import type { Day } from '../model/when.ts'
import { documentOf, metaBeside } from '../run/document.ts'
import { openLedger } from '../run/ledger.ts'
import { MIB, readText } from './input.ts'
import { note, paint } from './output.ts'

/** The day it is, in UTC; `--today` fixes it. */
export const todayIs = (): Day => new Date().toISOString().slice(0, 10)

/** Who is at the machine, as its system calls them. */
export function userName(): string {
  try {
    return userInfo().username.trim() || 'somebody'
  } catch {
    return process.env.USER?.trim() || 'somebody'
  }
}

/** One of a few words; throws `incorrect` naming them. */
export const oneOf =
  <T extends string>(flag: string, values: readonly T[]) =>
  (value: string): T => {
    const found = values.find((v) => v === value)
    if (found) return found
    throw new ChanceryError('incorrect', flag, `no such choice, ${JSON.stringify(value)}: write ${values.join(', ')}`)
  }

/** Longer than a long novel: what is longer is no article, and would be read for minutes. */
const LONGEST_ARTICLE = 2 * MIB

/** An article with what is known of it: `--date` over the file beside it; without a date, or not in English, it says so. */
export async function openArticle(
  path: string,
  options: { date?: Day; today?: Day; quiet?: boolean },
): Promise<Document> {
  const meta = metaBeside(path)
  const date = options.date ?? meta.date
  const text = await readText(path, LONGEST_ARTICLE)
  const today = options.today ?? todayIs()
  const language = foreignLanguage(text)
  if (language)
    note(`the article seems to be in ${language}, and only English is read: what is found in it is not to be trusted`)
  if (!date && !options.quiet)
    note('no date is known for this article, so its relative times stay open: give one with --date YYYY-MM-DD')
  if (date && date > today) note(`the article's date, ${date}, lies in the future of ${today}`)
  return documentOf(text, { ...meta, ...(date && { date }) })
}

/** Runs with an open ledger and closes it, whatever happens. */
export async function withLedger<T>(path: string | undefined, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  const ledger = await openLedger(path === undefined ? {} : { path })
  try {
    return await work(ledger)
  } finally {
    await ledger.close()
  }
}

const STYLES = {
  refuted: 'red',
  disputed: 'magenta',
  'not-covered': 'yellow',
  'not-understood': 'yellow',
  supported: 'green',
  'not-checkable': 'gray',
  dim: 'gray',
  strong: 'bold',
} as const

export const paintOutcome = (outcome: Outcome | 'dim' | 'strong', text: string): string => paint(STYLES[outcome], text)
