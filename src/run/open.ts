import { homedir } from 'node:os'
import { join } from 'node:path'
import { languageOf } from '../grammar/language.ts'
import {
  articlesOn,
  bytesOf,
  type Input,
  type Item,
  intake,
  type Opened,
  Parser,
  type Page as Recorded,
} from '../intake/index.ts'
import type { Document } from '../model/claim.ts'
import { ChanceryError } from '../model/error.ts'
import type { Day } from '../model/when.ts'
import type { FetcherOptions, Page } from '../net/page.ts'
import { Copies } from './copies.ts'
import { documentOf, metaBeside } from './document.ts'
import { filesIn, isFolder, nameOf, streamOf } from './path.ts'

export interface OpenOptions {
  /** What a person says of the article, over what it says of itself. */
  title?: string
  date?: Day
  outlet?: string
  /** Its text, where the cut was wrong: a person's own, in the place of what is taken out of the page. */
  text?: string
  /** Fetches what is named by an address of the web; nothing is fetched unless asked for. */
  fetch?: boolean
  /** Keeps with each document a copy of what it was taken from. */
  copies?: boolean
  /** Whether prints of one report are looked for, which takes some kilobytes an article; they are, unless this is `false`. */
  group?: boolean
  /** For tests: whom a fetch may reach, and how long it waits. */
  fetcher?: FetcherOptions
}

/** An article, or why a part of what was named gave none. */
export type Opening = Article | { name: string; error: ChanceryError }

export interface Article {
  /** The path or the address. */
  name: string
  doc: Document
  /** It is one of several: of a folder, a feed or a web archive. */
  among: boolean
  /** The article among those before it of which this is another paper's print, but for a few words. */
  copyOf?: string
}

export const isAddress = (path: string): boolean => /^https?:/i.test(path)

/**
 * The articles that paths name: files of every form, folders, `-` for standard input, addresses of the web where `fetch` is on.
 * Of a single file every fault is thrown; in a folder, a feed or a web archive it is given in the place of the article, and the
 * rest goes on. Wire copy that several papers print is told of each print but the first (`copyOf`).
 */
export async function* openAll(paths: readonly string[], options: OpenOptions = {}): AsyncGenerator<Opening> {
  const copies = new Copies()
  const parser = new Parser()
  try {
    for await (const one of opening(paths, parser, options)) {
      const copyOf = options.group !== false && 'doc' in one && one.among ? copies.of(one.name, one.doc) : undefined
      yield copyOf === undefined ? one : { ...one, copyOf }
    }
  } finally {
    await parser.close()
  }
}

/** The articles of bytes that came in another way, with their media type, if it is known, and what they are called. */
export async function* openBytes(
  bytes: Uint8Array,
  hint: Input['hint'],
  options: Omit<OpenOptions, 'fetch' | 'fetcher'> = {},
): AsyncGenerator<Opening> {
  const parser = new Parser()
  try {
    yield* articlesOf({ stream: once(bytes), hint }, {}, parser, options)
  } finally {
    await parser.close()
  }
}

/** Opens one thing after the other with what opening needs in common; whoever makes one closes it. */
export class Opener {
  readonly #parser = new Parser()
  file = (path: string, options: OpenOptions = {}): AsyncGenerator<Opening> => fromFile(path, this.#parser, options)
  bytes = (bytes: Uint8Array, hint: Input['hint'], options: OpenOptions = {}): AsyncGenerator<Opening> =>
    articlesOf({ stream: once(bytes), hint }, {}, this.#parser, options)
  page = (page: Recorded, options: OpenOptions = {}): AsyncGenerator<Opening> =>
    openings(articlesOn(page, { parser: this.#parser, copies: options.copies ?? false }), {}, options)
  close = (): Promise<void> => this.#parser.close()
}

/** What a document's text was taken from, byte for byte, where it is kept. Throws `incorrect` for a copy that was changed. */
export const pageOf = ({ captured }: Document): Buffer | undefined => captured && bytesOf(captured)

async function* opening(paths: readonly string[], parser: Parser, options: OpenOptions): AsyncGenerator<Opening> {
  const fetchPage = fetching(options)
  for (const path of paths) {
    if (isFolder(path)) yield* fromFolder(path, parser, options)
    else if (isAddress(path)) yield* fromWeb(await fetchPage(path), parser, options)
    else yield* fromFile(path, parser, options)
  }
}

async function* fromFolder(folder: string, parser: Parser, options: OpenOptions): AsyncGenerator<Opening> {
  const files = filesIn(folder)
  if (!files.length) throw new ChanceryError('not-found', folder, `${folder} holds no file: name a folder of articles`)
  for (const file of files)
    try {
      for await (const one of fromFile(file, parser, options)) yield 'doc' in one ? { ...one, among: true } : one
    } catch (error) {
      if (!(error instanceof ChanceryError) || error.code === 'fault') throw error
      yield { name: file, error }
    }
}

async function* fromFile(path: string, parser: Parser, options: OpenOptions): AsyncGenerator<Opening> {
  const meta = metaBeside(path)
  yield* articlesOf({ stream: streamOf(path), hint: { name: nameOf(path) } }, meta, parser, options)
}

async function* fromWeb(page: Page, parser: Parser, options: OpenOptions): AsyncGenerator<Opening> {
  const input = { stream: once(page.bytes), hint: { name: page.url, type: page.type }, at: page.at }
  for await (const one of articlesOf(input, {}, parser, options))
    yield 'doc' in one && !one.among ? { ...one, doc: { ...one.doc, source: page.url } } : one
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Beyond this score the language of a text that does not say it is plain. */
const PLAIN = 0.5

const articlesOf = (
  input: Input,
  beside: Omit<Document, 'id' | 'text'>,
  parser: Parser,
  options: OpenOptions,
): AsyncGenerator<Opening> => openings(intake(input, { parser, copies: options.copies ?? false }), beside, options)

async function* openings(
  items: AsyncIterable<Item>,
  beside: Omit<Document, 'id' | 'text'>,
  { title, date, outlet, text: mended }: OpenOptions,
): AsyncGenerator<Opening> {
  const said = known({ title, date, outlet })
  for await (const item of items) {
    if ('error' in item) {
      yield item
      continue
    }
    const { name, among = false, text, ...own } = item
    if (mended !== undefined && among)
      throw new ChanceryError('incorrect', name, 'one text for several articles: give one of them')
    const doc = documentOf(mended ?? text, { ...languageFor(item), ...own, ...beside, ...said })
    yield { name, doc, among }
  }
}

const known = (fields: Pick<OpenOptions, 'title' | 'date' | 'outlet'>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

function languageFor({ language, text }: Opened): { language?: string } {
  if (language) return { language }
  const guess = languageOf(text)
  return guess.score >= PLAIN && guess.language !== 'und' ? { language: guess.language } : {}
}

/** Fetches where that was asked for, with the code for it loaded only then. */
function fetching({ fetch = false, fetcher = {} }: OpenOptions): (url: string) => Promise<Page> {
  let ready: Promise<(url: string) => Promise<Page>> | undefined
  return async (url) => {
    if (!fetch)
      throw new ChanceryError(
        'incorrect',
        url,
        'an address of the web, and nothing is fetched unless asked for: add --fetch, or save the page and give the file',
      )
    ready ??= import('../net/page.ts').then((net) => net.fetcher({ cache: cacheFolder(), ...fetcher }))
    return (await ready)(url)
  }
}

const cacheFolder = (): string => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'chancery', 'pages')
