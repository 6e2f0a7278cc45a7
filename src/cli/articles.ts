import type { Command } from 'commander'
import type { Document } from '../model/claim.ts'
import { ChanceryError } from '../model/error.ts'
import type { Day } from '../model/when.ts'
import type { Article, OpenOptions } from '../run/open.ts'
import { dayOption, filled } from './input.ts'
import { todayIs } from './options.ts'
import { note } from './output.ts'

/** What is said of an article on the command line. */
export interface ArticleOptions {
  title?: string
  date?: Day
  outlet?: string
  fetch?: true
  today?: Day
}

/** How the forms are named in the help of a command that takes them. */
export const FORMS =
  'text, Markdown, HTML, PDF, DOCX, a feed, a web archive (WARC), a folder of them, or - for standard input'

/** The options of a command that opens articles, beside `--date`, of which each command has its own words. */
export const articleOptions = (command: Command): Command =>
  command
    .option('--title <title>', 'its headline, over what the page says', filled('--title'))
    .option('--outlet <outlet>', 'who printed it, over what the page says', filled('--outlet'))
    .option('--fetch', 'fetch articles that are named by an address of the web; else nothing is fetched')

export const dateOption = (command: Command): Command =>
  command.option('--date <day>', 'the day the article was written, over what the page says', dayOption('--date'))

const openOptions = ({ title, date, outlet, fetch }: ArticleOptions): OpenOptions => ({
  ...(title && { title }),
  ...(date && { date }),
  ...(outlet && { outlet }),
  ...(fetch && { fetch }),
})

/** How many articles are opened between two words to the one who waits. */
const NOTE_EVERY = 1000

/**
 * The articles that paths name, one after the other. A part of a folder, a feed or an archive that gives none is noted, and makes
 * the exit code 1.
 */
export async function* openArticles(
  paths: readonly string[],
  options: ArticleOptions & Pick<OpenOptions, 'copies' | 'text'>,
): AsyncGenerator<Article> {
  // A command that checks one sentence needs neither.
  const [{ openAll }, { foreignLanguage }] = await Promise.all([
    import('../run/open.ts'),
    import('../grammar/language.ts'),
  ])
  const { copies, text } = options
  const own = { ...(copies && { copies }), ...(text !== undefined && { text }) }
  let n = 0
  const undated: string[] = []
  for await (const one of openAll(paths, { ...openOptions(options), ...own })) {
    if (++n % NOTE_EVERY === 0) note(`${n} articles`)
    if ('error' in one) {
      note(`${one.name} was left out: ${one.error.message}`)
      process.exitCode = 1
      continue
    }
    if (!one.among) warn(one.doc, foreignLanguage(one.doc.text), options)
    else if (!one.doc.date) undated.push(one.name)
    yield one
  }
  if (undated.length)
    note(
      `no date is known for ${undated.length} articles, so their relative times stay open: ${undated.slice(0, 3).join(', ')}`,
    )
}

/** Of an article that is not in English, without a date, or of the future, it is said so. */
function warn({ date }: Document, language: string | undefined, { today = todayIs() }: { today?: Day }): void {
  if (language)
    note(`the article seems to be in ${language}, and only English is read: what is found in it is not to be trusted`)
  if (!date) note('no date is known for this article, so its relative times stay open: give one with --date YYYY-MM-DD')
  if (date && date > today) note(`the article's date, ${date}, lies in the future of ${today}`)
}

/** That what is said of one article is not said of several. */
export function requireOne(paths: readonly string[], { date, title }: ArticleOptions): void {
  if (paths.length < 2) return
  const flag = date ? '--date' : title ? '--title' : undefined
  if (flag)
    throw new ChanceryError(
      'incorrect',
      flag,
      `one ${flag.slice(2)} for several articles: take them one by one, or put NAME.meta.json beside each`,
    )
}

/** A line above what is told of one of several articles. */
export const headOf = ({ name, doc: { outlet, title, date } }: Article): string =>
  [name, [outlet, title].filter(Boolean).join(': '), date].filter(Boolean).join('  ')

/** What is told of another paper's print. */
export const asCopy = (copyOf: string): string => `  the same article as ${copyOf}, told there`
