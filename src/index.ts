import type { Ledger } from './keep/port.ts'
import type { Document, Reading } from './model/claim.ts'
import type { Day } from './model/when.ts'
import type { CheckOptions as AskedTimes } from './run/check.ts'
import { documentOf } from './run/document.ts'
import type { OpenOptions } from './run/ledger.ts'
import { readDocument } from './run/read.ts'
import type { showArticle, showAsked } from './show/json.ts'

export { Chancery, type ChanceryOptions, ProblemError } from './client/index.ts'
export type { Ledger } from './keep/port.ts'
export type { Claim, Document, Filler, Named, Reading, Unread } from './model/claim.ts'
export type { Coverage, Source } from './model/coverage.ts'
export { ChanceryError, type ErrorCode } from './model/error.ts'
export type { Amount, Fact, Modality } from './model/fact.ts'
export type { EntityId } from './model/ids.ts'
export type { Kind } from './model/kinds/index.ts'
export type { Question } from './model/question.ts'
export type { Span } from './model/span.ts'
export type { Answer, Outcome, Verdict } from './model/verdict.ts'
export type { Day, When } from './model/when.ts'

/** What is known of a text besides its words. */
export type About = Pick<Document, 'title' | 'outlet' | 'source'> & {
  /** The day the words were written, `YYYY-MM-DD`, to which "today" and "last week" are tied. */
  date?: Day
}

/** Of which moment something is asked. */
export type Times = Omit<AskedTimes, 'today'> & {
  /** Today, in UTC, unless given. */
  today?: Day
}

/** An article's claims with their verdicts, worst first, as `chancery check --format json` prints them. */
export type CheckedText = ReturnType<typeof showArticle>
/** A question as it was read, with the answer of each reading, as `chancery ask --format json` prints it. */
export type AskedQuestion = ReturnType<typeof showAsked>

/**
 * Reads English news prose into claims about relations between states: `read(text).claims`. Each has its kind, roles, time (EDTF),
 * modality, speaker, and the exact span of its words: `text.slice(span.start, span.end) === quote`, in UTF-16. What could not be
 * read safely is in `unread`. Opens no ledger and no connection. Throws `ChanceryError` `incorrect` for a date that is no day.
 */
export const read = (text: string, about: About = {}): Reading => readDocument(documentOf(text, about))

/**
 * Opens a ledger: a file, `postgres://user@host/database`, or `:memory:` for one that is not kept; without a path, the user's own.
 * A new one is filled from the starter packs, which takes some seconds. Close it by `close()`. Throws `ChanceryError`: `incorrect`
 * for a file that is no ledger, `unsupported` for one of a later version, `fault` where it cannot be written.
 */
export const openLedger = async (options: OpenOptions | string = {}): Promise<Ledger> =>
  (await import('./run/ledger.ts')).openLedger(options)

/**
 * Checks each claim of a text against a ledger: verdict, witnesses, counter-examples, what is not covered, the nearest true
 * sentence. `asOf` is the day asked about (the text's date, else today), `knownOn` the moment by which the ledger had to know.
 */
export async function check(ledger: Ledger, text: string, options: About & Times = {}): Promise<CheckedText> {
  return (await checkerOf(ledger, options.knownOn))(text, options)
}

/**
 * The same for many texts: what reading needs of the ledger is loaded once. What is written to the ledger after that may not be
 * taken into account: make another.
 */
export async function checkerOf(
  ledger: Ledger,
  knownOn?: string,
): Promise<(text: string, options?: About & Omit<Times, 'knownOn'>) => Promise<CheckedText>> {
  const [run, { labels }, { showArticle }] = await Promise.all([
    import('./run/check.ts'),
    import('./show/en/label.ts'),
    import('./show/json.ts'),
  ])
  const checker = await run.checkerOf(ledger, knownOn)
  return async (text, { asOf, today = utcToday(), ...about } = {}) => {
    const { title, date, outlet, source } = about
    const doc = documentOf(text, { title, date, outlet, source })
    const checked = await checker.check(doc, { today, ...(asOf && { asOf }), ...(knownOn && { knownOn }) })
    return showArticle(checked, labels(checked.labels))
  }
}

/**
 * Asks a ledger a question in English ("Which presidents of the United States have visited Cuba?"). Without `readings` it was not
 * understood, and `reason` says why.
 */
export async function ask(ledger: Ledger, question: string, times: Times = {}): Promise<AskedQuestion> {
  const [{ askLedger }, { labels }, { showAsked }] = await Promise.all([
    import('./run/ask.ts'),
    import('./show/en/label.ts'),
    import('./show/json.ts'),
  ])
  const { asOf, knownOn, today = utcToday() } = times
  const asked = await askLedger(ledger, question, { today, ...(asOf && { asOf }), ...(knownOn && { knownOn }) })
  return showAsked(asked, labels(asked.labels))
}

const utcToday = (): Day => new Date().toISOString().slice(0, 10)
