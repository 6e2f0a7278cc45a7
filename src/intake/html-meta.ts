import { dayIn, languageTag } from './day.ts'
import { type Extract, known } from './extract.ts'

/** What is needed of a document of any DOM. */
export interface Page {
  querySelectorAll(selector: string): Iterable<Element>
}
export interface Element {
  getAttribute(name: string): string | null
  textContent: string | null
}

type About = Omit<Extract, 'text' | 'part'>
type Thing = Record<string, unknown>

/**
 * What a page says of the article on it: JSON-LD first, then OpenGraph and microdata, then other `meta`. A date is taken only
 * where it is said to be that of publication.
 */
export function metaOf(page: Page, data: readonly string[]): About & { body?: string } {
  const thing = articleIn(data)
  const meta = metaTags(page)
  const first = (...names: string[]) => names.map((name) => meta.get(name)).find((value) => value)
  const outlet =
    nameOf(thing?.publisher) ?? first('og:site_name', 'application-name', 'dc.publisher', 'dcterms.publisher')
  return known({
    title: titleOf(page, thing, first('og:title', 'twitter:title', 'dc.title', 'dcterms.title'), outlet),
    date: dayIn(thing?.datePublished) ?? PUBLISHED.map((name) => dayIn(meta.get(name))).find(Boolean) ?? timeIn(page),
    outlet,
    language:
      languageTag(textOf(thing?.inLanguage)) ?? languageOf(page) ?? languageTag(first('og:locale', 'content-language')),
    source: addressOf(page, first('og:url')),
    body: textOf(thing?.articleBody),
  })
}

/** Names of `meta` that say when an article was published. */
const PUBLISHED = [
  ...['article:published_time', 'og:article:published_time', 'datepublished', 'article.published', 'parsely-pub-date'],
  ...[
    'sailthru.date',
    'publish-date',
    'publishdate',
    'publish_date',
    'published',
    'publication_date',
    'pubdate',
    'pub_date',
  ],
  ...[
    'citation_publication_date',
    'dc.date.issued',
    'dcterms.issued',
    'dcterms.date',
    'dc.date',
    'date',
    'cxenseparse:recs:publishtime',
  ],
]

const MOST_META = 500

function metaTags(page: Page): Map<string, string> {
  const found = new Map<string, string>()
  let n = 0
  for (const tag of page.querySelectorAll('meta')) {
    if (n++ > MOST_META) break
    const value = plain(tag.getAttribute('content'))
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = tag.getAttribute(key)?.trim().toLowerCase()
      if (name && value && !found.has(name)) found.set(name, value)
    }
  }
  return found
}

const LONGEST = 500

function plain(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = value
    .slice(0, LONGEST)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
  return text || undefined
}

const ARTICLE = /(?:^|\/)(?:\w{0,40}Article|Report|BlogPosting|LiveBlogPosting|PressRelease|CreativeWork|WebPage)$/
/** A page's own description comes after that of the article on it. */
const LOOSE = /(?:CreativeWork|WebPage)$/

/** The article among the things that a page's data blocks describe. */
function articleIn(data: readonly string[]): Thing | undefined {
  const things = data.flatMap((json) => thingsIn(parsed(json)))
  const typed = (loose: boolean) =>
    things.find((thing) => {
      const types = [thing['@type']].flat().filter((type) => typeof type === 'string')
      return types.some((type) => ARTICLE.test(type) && LOOSE.test(type) === loose)
    })
  return typed(false) ?? typed(true)
}

function parsed(json: string): unknown {
  try {
    // Some pages write their JSON within a comment or a CDATA section.
    return JSON.parse(
      json
        .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, '')
        .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*$/, ''),
    )
  } catch {
    return undefined
  }
}

const MOST_THINGS = 200

/** Things at the top, in lists and in `@graph`. */
function thingsIn(value: unknown): Thing[] {
  const out: Thing[] = []
  const queue: unknown[] = [value]
  for (let i = 0; i < queue.length && out.length < MOST_THINGS; i++) {
    const one = queue[i]
    if (Array.isArray(one)) for (const item of one.slice(0, MOST_THINGS)) queue.push(item)
    else if (one && typeof one === 'object') {
      out.push(one as Thing)
      queue.push((one as Thing)['@graph'], (one as Thing).mainEntity)
    }
  }
  return out
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? value
    : Array.isArray(value)
      ? textOf(value.find((one) => typeof one === 'string'))
      : undefined

function nameOf(value: unknown): string | undefined {
  const one = Array.isArray(value) ? value[0] : value
  return plain(typeof one === 'object' && one ? (one as Thing).name : one)
}

function titleOf(
  page: Page,
  thing: Thing | undefined,
  told: string | undefined,
  outlet: string | undefined,
): string | undefined {
  const headings = [...page.querySelectorAll('h1')].slice(0, 2)
  const only = headings.length === 1 ? plain(headings[0]!.textContent) : undefined
  const title =
    plain(textOf(thing?.headline)) ?? told ?? only ?? plain([...page.querySelectorAll('title')][0]?.textContent)
  if (!title) return undefined
  const text = decoded(title)
  // "Headline | The Gazette"
  const tail = outlet && /\s[|–—-]\s/.test(text) ? text.slice(0, -outlet.length).replace(/\s[|–—-]\s$/, '') : text
  return outlet && text.endsWith(outlet) && tail ? tail : text
}

/** JSON is not unescaped as HTML is, and many pages escape in it. */
const decoded = (text: string): string =>
  text.replace(/&(amp|quot|apos|lt|gt|#39|#x27|#8217|rsquo|nbsp);/g, (_, name: string) => ENTITIES[name]!)
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', '#39': "'", '#x27': "'", '#8217': '’', rsquo: '’', nbsp: ' ' },
}

/** The day of a `<time>` that is said to be that of publication, or of the only one that there is. */
function timeIn(page: Page): string | undefined {
  const times = [...page.querySelectorAll('time')].slice(0, MOST_META)
  const said = times.find(
    (time) => time.getAttribute('pubdate') !== null || /datePublished/i.test(time.getAttribute('itemprop') ?? ''),
  )
  if (said) return dayIn(said.getAttribute('datetime')) ?? dayIn(said.textContent)
  const marked = [...page.querySelectorAll('[itemprop="datePublished"]')][0]
  if (marked)
    return dayIn(marked.getAttribute('datetime') ?? marked.getAttribute('content')) ?? dayIn(marked.textContent)
  const days = new Set(times.flatMap((time) => dayIn(time.getAttribute('datetime')) ?? []))
  return days.size === 1 ? [...days][0] : undefined
}

const languageOf = (page: Page): string | undefined =>
  languageTag([...page.querySelectorAll('html')][0]?.getAttribute('lang'))

function addressOf(page: Page, told: string | undefined): string | undefined {
  const link = [...page.querySelectorAll('link')]
    .slice(0, MOST_META)
    .find((one) => /(?:^|\s)canonical(?:\s|$)/i.test(one.getAttribute('rel') ?? ''))
  const found = [plain(link?.getAttribute('href')), told].find((url) => url && /^https?:\/\//i.test(url))
  return found && URL.canParse(found) ? found : undefined
}
