import { ChanceryError } from '../model/error.ts'

/** A page's source made ready for a parser: without what holds no text, and its data blocks apart. */
export interface PageSource {
  html: string
  /** Contents of `<script type="application/ld+json">`. */
  data: string[]
}

/** Browsers cut at 512; no page that people write comes near, and tools that walk a tree by recursion die at some thousands. */
const DEEPEST = 400

/** Of a data block, in characters: to read it is one step that nothing can stop. */
const LONGEST_DATA = 256 * 1024
const MOST_DATA = 20

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
/** Without scripts and styles, in characters. */
const LONGEST = 2.5 * 1024 * 1024

/** Ten times what long articles hold; each takes a kilobyte once it is parsed. */
const MOST_TAGS = 80_000

/** A new one ends the old by itself, as parsers have it. */
const ENDED_BY_THEMSELVES = new Set('p li dd dt td th tr tbody thead tfoot option'.split(' '))
/** Left out with all they hold. */
const LEFT_OUT = new Set('script style noscript svg template iframe object canvas'.split(' '))

const NAME = /[a-zA-Z][a-zA-Z0-9:-]{0,40}/y

/** Walks the source once, in time linear in its length. Throws `incorrect` for elements nested too deep. */
export function pageSource(source: string, at: string): PageSource {
  const out: string[] = []
  const data: string[] = []
  const open = new Nesting(at)
  let from = 0
  let tags = 0
  for (let i = source.indexOf('<'); i >= 0; i = source.indexOf('<', i)) {
    if (++tags > MOST_TAGS) throw refused(at, `the page has more than ${MOST_TAGS} tags`)
    if (source.startsWith('<!--', i)) {
      out.push(source.slice(from, i))
      from = i = after(source, '-->', i + 4)
      continue
    }
    const ends = source[i + 1] === '/'
    const name = nameAt(source, i + (ends ? 2 : 1))
    if (!name) {
      i++
      continue
    }
    const end = after(source, '>', i)
    if (!ends && LEFT_OUT.has(name)) {
      out.push(source.slice(from, i))
      const tag = source.slice(i, end)
      const close = tag.endsWith('/>') && name === 'svg' ? end : closing(source, name, end)
      if (
        name === 'script' &&
        /ld\+json/i.test(tag.slice(0, 300)) &&
        close - end < LONGEST_DATA &&
        data.length < MOST_DATA
      )
        data.push(source.slice(end, close))
      from = i = after(source, '>', close)
      continue
    }
    if (ends) open.leave(name)
    else if (!source.startsWith('/>', end - 2)) open.enter(name)
    i = end
  }
  out.push(source.slice(from))
  const html = out.join('')
  if (html.length > LONGEST) throw refused(at, `the page is longer than ${LONGEST / 2 ** 20} MiB without its scripts`)
  return { html, data }
}

function nameAt(source: string, at: number): string {
  NAME.lastIndex = at
  return NAME.exec(source)?.[0].toLowerCase() ?? ''
}

/** The place after the next `mark`; the end where there is none. */
function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from)
  return found < 0 ? source.length : found + mark.length
}

/** Where the end tag of a name begins; the end where there is none. */
function closing(source: string, name: string, from: number): number {
  const tag = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  tag.lastIndex = from
  return tag.exec(source)?.index ?? source.length
}

const refused = (at: string, what: string): ChanceryError =>
  new ChanceryError('incorrect', at, `${what}, as no page of an article is: give its text`)

/** The elements that are open. */
class Nesting {
  readonly #at: string
  readonly #names: string[] = []
  readonly #counts = new Map<string, number>()
  constructor(at: string) {
    this.#at = at
  }

  enter(name: string): void {
    if (VOID.has(name) || ENDED_BY_THEMSELVES.has(name)) return
    this.#names.push(name)
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
    if (this.#names.length > DEEPEST) throw refused(this.#at, `elements stand more than ${DEEPEST} deep in one another`)
  }

  /** An end tag closes what it names and all within; one that names nothing open does nothing. */
  leave(name: string): void {
    if (!this.#counts.get(name)) return
    for (let last = this.#names.pop(); last !== undefined; last = this.#names.pop()) {
      this.#counts.set(last, this.#counts.get(last)! - 1)
      if (last === name) return
    }
  }
}
