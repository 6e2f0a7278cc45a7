import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { ChanceryError } from '../model/error.ts'
import { type Extract, known } from './extract.ts'
import { metaOf, type Page } from './html-meta.ts'
import { pageSource } from './html-source.ts'
import { type Node, paragraphsOf } from './html-text.ts'

/** Fewer characters than this are no article but a sign that the cut was wrong. */
const SHORTEST = 200

/**
 * The article of a page: its paragraphs, parted by blank lines, without the page's own furniture, and what the page says of it.
 * Throws `incorrect` for elements nested too deep, `unsupported` where no article is found.
 */
export function readHtml(source: string, at: string): Extract {
  const { html, data } = pageSource(source, at)
  const { body, ...about } = metaOf(parse(html), data)
  const text = textOf(html, body)
  if (text) return known({ text, ...about })
  throw new ChanceryError(
    'unsupported',
    at,
    'no running text is found in the page, which may be built by its scripts: copy the article into a text file',
  )
}

/** The text of a piece of HTML without furniture: an entry of a feed. */
export const readFragment = (source: string, at: string): string =>
  joined(paragraphsOf(bodyOf(parse(pageSource(source, at).html))))

type Dom = Page & { querySelector(selector: string): unknown; documentElement: unknown }

function parse(html: string): Dom {
  const whole = /<html[\s>]/i.test(html) ? withBody(html) : `<!doctype html><html><body>${html}</body></html>`
  return parseHTML(whole).document as unknown as Dom
}

/** HTML may leave the tag of its body out, and a parser of bare tags then has none. */
function withBody(html: string): string {
  if (/<body[\s>]/i.test(html)) return html
  const before = /<\/head\s*>/i.exec(html) ?? /<html\b[^<>]*>/i.exec(html)
  const at = before ? before.index + before[0].length : 0
  return `${html.slice(0, at)}<body>${html.slice(at)}`
}

const bodyOf = (page: Dom): Node => (page.querySelector('body') ?? page.documentElement) as Node

const joined = (paragraphs: readonly string[]): string => withoutHead(paragraphs).join('\n\n')

const LONGEST_HEAD = 150
const isSentence = (text: string): boolean => /[.!?]["”’)\]]{0,3}$/.test(text)

/** Without the headline, the author and the like above the first sentence. A dateline stays: it is the reader's. */
function withoutHead(paragraphs: readonly string[]): readonly string[] {
  const first = paragraphs.findIndex((text) => text.length > LONGEST_HEAD || isSentence(text) || isDated(text))
  return first < 0 ? paragraphs : paragraphs.slice(first)
}

/** "LIMA, March 12": the day may lack its year. */
const isDated = (text: string): boolean =>
  /\b(?:\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2})/i.test(
    text,
  )

/** As Readability cuts it; else all that the page holds; else what its data say. Readability takes its tree apart. */
function textOf(html: string, told: string | undefined): string {
  const cut = articleIn(parse(html))
  if (cut.length >= SHORTEST) return cut
  const data = told ? joined(told.split(/(?<!\s)\s*\n\s*/).filter(Boolean)) : ''
  if (data.length > cut.length) return data
  const all = joined(paragraphsOf(bodyOf(parse(html))))
  return cut || all
}

function articleIn(page: Dom): string {
  const options = { charThreshold: SHORTEST, serializer: (node: unknown) => node as Node, keepClasses: true }
  const content = new Readability(page as unknown as ConstructorParameters<typeof Readability>[0], options).parse()
    ?.content
  return content ? joined(paragraphsOf(content)) : ''
}
