import { parseFeed } from 'feedsmith'
import { ChanceryError } from '../model/error.ts'
import { dayIn, languageTag } from './day.ts'
import { type Extract, known } from './extract.ts'
import { readFragment } from './html.ts'

const MOST_ENTRIES = 5000
/** A feed nests a dozen deep; its parser walks by recursion. */
const DEEPEST = 200
/** In characters. */
const LONGEST = 8 * 1024 * 1024

/**
 * The entries of an RSS, Atom, RDF or JSON feed that hold text, in its order: each an article of the feed's outlet, with the day
 * on which it says that it was published. Throws `incorrect` for what is no sound feed.
 */
export function readFeed(source: string, at: string): Extract[] {
  refuseBombs(source, at)
  const feed = parsed(source, at)
  const outlet = plain(feed.title, at)
  const language = languageTag(feed.language) ?? languageTag(feed.xml?.lang)
  const entries = (feed.items ?? feed.entries ?? []).slice(0, MOST_ENTRIES)
  return entries.flatMap((entry) => {
    const content = contentOf(entry)
    const text = content === undefined ? '' : content.html ? readFragment(content.text, at) : content.text.trim()
    if (!text) return []
    const about = known({
      title: plain(entry.title, at),
      date: DATES(entry).map(dayIn).find(Boolean),
      outlet,
      language: languageTag(entry.language) ?? language,
      source: addressOf(entry),
    })
    return [{ text, ...about, part: { type: content!.html ? 'text/html' : 'text/plain', content: content!.text } }]
  })
}

/** A feed defines no entities, and does not nest. */
function refuseBombs(source: string, at: string): void {
  const no = (what: string) =>
    new ChanceryError('incorrect', at, `${what}, as no feed is: give the articles themselves`)
  if (source.length > LONGEST) throw no(`it is longer than ${LONGEST} characters`)
  if (/<!(?:ENTITY|ELEMENT|ATTLIST)/i.test(source)) throw no('it defines entities of its own')
  let depth = 0
  for (const [tag, slash, empty] of source.matchAll(/<(\/?)[A-Za-z][^<>]{0,5000}?(\/?)>/g)) {
    if (slash) depth--
    else if (!empty && !tag.endsWith('/>')) depth++
    if (depth > DEEPEST) throw no(`elements stand more than ${DEEPEST} deep in one another`)
  }
}

/** As the four formats come parsed, where they differ in little. */
interface Feed {
  title?: Words
  language?: string
  xml?: { lang?: string }
  items?: Entry[]
  entries?: Entry[]
}
type Words = string | { value?: string; type?: string }
interface Entry {
  title?: Words
  language?: string
  link?: string
  links?: { href?: string; rel?: string }[]
  url?: string
  pubDate?: string
  published?: string
  date_published?: string
  dc?: { date?: string; dates?: string[] }
  description?: string
  summary?: Words
  content?: Words | { encoded?: string }
  content_html?: string
  content_text?: string
}

function parsed(source: string, at: string): Feed {
  try {
    return parseFeed(source).feed as Feed
  } catch {
    throw new ChanceryError('incorrect', at, 'no sound RSS, Atom or JSON feed: save it again')
  }
}

/** Only what says when an entry was published; the day of an update is another. */
const DATES = ({ pubDate, published, date_published, dc }: Entry): (string | undefined)[] => [
  ...[pubDate, published, date_published, dc?.date],
  ...(dc?.dates ?? []),
]

interface Content {
  text: string
  html: boolean
}

/** The whole text where the feed gives it, else what it says in short. */
function contentOf({ content, content_html, content_text, description, summary }: Entry): Content | undefined {
  if (content_html) return { text: content_html, html: true }
  if (content_text) return { text: content_text, html: false }
  const whole = typeof content === 'object' && 'encoded' in content ? content.encoded : wordsOf(content as Words)
  const text = whole ?? description ?? wordsOf(summary)
  const type = typeof content === 'object' && 'type' in content ? content.type : undefined
  return text === undefined ? undefined : { text, html: type !== 'text' }
}

const wordsOf = (words: Words | undefined): string | undefined => (typeof words === 'object' ? words.value : words)

const plain = (words: Words | undefined, at: string): string | undefined => {
  const text = wordsOf(words)
  return text === undefined ? undefined : readFragment(text, at).replace(/\s+/g, ' ') || undefined
}

function addressOf({ link, links, url }: Entry): string | undefined {
  const found = link ?? url ?? (links?.find(({ rel }) => !rel || rel === 'alternate') ?? links?.[0])?.href
  return found && /^https?:\/\//i.test(found) && URL.canParse(found) ? found : undefined
}
