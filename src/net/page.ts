import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { ChanceryError } from '../model/error.ts'
import { type Reach, webUrl } from './dial.ts'
import { type Answer, exchange, PACKED } from './exchange.ts'
import { type Kept, PageCache } from './page-cache.ts'
import { ALL_ALLOWED, allows, NONE_ALLOWED, type Robots, robotsOf } from './robots.ts'
import { bodyOf } from './send.ts'

/** A page as its server sent it. */
export interface Page {
  /** Where it came from, after redirects. */
  url: string
  bytes: Buffer
  /** What the server says it is, with its character set. */
  type: string
  /** When the server last said that this is the page. */
  at: string
}

export interface FetcherOptions {
  /** A folder for pages with their servers' signs of their version, so that what has not changed is not sent again. */
  cache?: string
  reach?: Reach
  /** Between two requests to one host, unless it asks for more. */
  pauseMs?: number
  /** For one page with its redirects. */
  timeOutMs?: number
  /** The longest page, unpacked, in bytes. */
  most?: number
  /** Waits so long, in ms. */
  wait?: (ms: number, signal: AbortSignal) => Promise<unknown>
}

const sleep = (ms: number, signal: AbortSignal): Promise<unknown> => wait(ms, undefined, { signal })
const DEFAULTS = { pauseMs: 1000, timeOutMs: 30_000, most: 16 * 1024 * 1024, wait: sleep }
const MOST_REDIRECTS = 5
const LONGEST_ROBOTS = 512 * 1024
/** Who asks for more gets no request at all within a run that somebody waits for. */
const LONGEST_DELAY_S = 60

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}
/** By this name a site's robots.txt may speak to Chancery. */
export const ROBOT = 'chancery'
export const USER_AGENT = `${ROBOT}/${version} (reads an article that a person names)`

/**
 * Fetches pages politely: what a site's robots.txt forbids is left, requests to one host keep a distance, and a page that has
 * not changed is not sent again. Safe as `dial` is. The returned function throws `not-found` for what is not there,
 * `unsupported` for what may not be fetched, `incorrect` for a page that is too long, `fault` when nobody answers.
 */
export function fetcher(options: FetcherOptions = {}): (url: string) => Promise<Page> {
  const settings = { ...DEFAULTS, ...options }
  const cache = options.cache === undefined ? undefined : new PageCache(options.cache)
  const hosts = new Map<string, Host>()
  return async (address) => {
    const url = webUrl(address)
    url.hash = ''
    const kept = cache?.get(url.href)
    const signal = AbortSignal.timeout(settings.timeOutMs)
    const before = (hop: URL) => turn(hop, hosts, settings, signal)
    try {
      const headers = { ...HEADERS, ...conditions(kept) }
      const answer = await exchange(url.href, {
        headers,
        signal,
        before,
        redirects: MOST_REDIRECTS,
        ...reachOf(settings),
      })
      return await pageOf(answer, url.href, kept, cache, settings.most)
    } catch (error) {
      throw error instanceof ChanceryError ? error : unreachable(url.href, error as Error)
    }
  }
}

type Settings = typeof DEFAULTS & FetcherOptions
const reachOf = ({ reach }: Settings) => (reach ? { reach } : {})

const HEADERS = {
  'user-agent': USER_AGENT,
  accept: 'text/html,application/xhtml+xml,application/pdf,application/xml;q=0.9,text/*;q=0.8,*/*;q=0.5',
  'accept-encoding': PACKED,
  'accept-language': 'en',
}

const conditions = (kept: Kept | undefined): Record<string, string> => ({
  ...(kept?.etag && { 'if-none-match': kept.etag }),
  ...(kept?.lastModified && { 'if-modified-since': kept.lastModified }),
})

const unreachable = (url: string, { name, message, cause }: Error): ChanceryError => {
  const why = name === 'TimeoutError' ? 'no answer in time' : cause instanceof Error ? cause.message : message
  return new ChanceryError('fault', url, `${url} cannot be fetched, ${why}: check the address, or try again later`)
}

async function pageOf(
  answer: Answer,
  asked: string,
  kept: Kept | undefined,
  cache: PageCache | undefined,
  most: number,
): Promise<Page> {
  const at = new Date().toISOString()
  if (answer.status === 304 && kept) {
    answer.cancel()
    return { url: kept.url, bytes: kept.bytes(), type: kept.type, at }
  }
  if (answer.status !== 200) {
    answer.cancel()
    throw refusal(answer, asked)
  }
  const bytes = await bodyOf(answer, asked, most)
  const page = { url: answer.url, bytes, type: answer.headers.get('content-type') ?? '', at }
  const [etag, lastModified] = [answer.headers.get('etag'), answer.headers.get('last-modified')]
  // A redirect is followed anew each time: the sign is that of its end.
  if (answer.url === asked && (etag || lastModified) && !/no-store/i.test(answer.headers.get('cache-control') ?? ''))
    cache?.put(asked, page, etag ?? '', lastModified ?? '')
  return page
}

function refusal({ status, headers }: Answer, url: string): ChanceryError {
  if (status === 404 || status === 410)
    return new ChanceryError('not-found', url, `${url} is not there (${status}): check the address`)
  if (status === 429 || status >= 500) {
    const after = headers.get('retry-after')
    const when = after && /^\d{1,6}$/.test(after) ? `in ${after} seconds` : 'later'
    return new ChanceryError('fault', url, `the server of ${url} said ${status}: try again ${when}`)
  }
  return new ChanceryError(
    'unsupported',
    url,
    `the server does not give ${url} to a program (${status}): save the page, and give the file`,
  )
}

/** What is known of a host, and when the next request to it may go out. */
interface Host {
  robots: Promise<Robots>
  free: number
}

/** Waits for the turn of a request to its host, or refuses it where the site's robots.txt does. */
async function turn(url: URL, hosts: Map<string, Host>, settings: Settings, signal: AbortSignal): Promise<void> {
  const host = hosts.get(url.origin) ?? { robots: robotsAt(url, settings, signal), free: 0 }
  hosts.set(url.origin, host)
  const robots = await host.robots
  const { delay = 0 } = robots
  if (!allows(robots, `${url.pathname}${url.search}`) || delay > LONGEST_DELAY_S)
    throw new ChanceryError(
      'unsupported',
      url.href,
      `${url.host} asks programs not to fetch this page (its robots.txt): open it yourself, save it, and give the file`,
    )
  const now = Date.now()
  const start = Math.max(now, host.free)
  host.free = start + Math.max(settings.pauseMs, delay * 1000)
  if (start > now) await settings.wait(start - now, signal)
}

async function robotsAt(url: URL, settings: Settings, signal: AbortSignal): Promise<Robots> {
  const at = `${url.origin}/robots.txt`
  const answer = await exchange(at, {
    headers: HEADERS,
    signal,
    redirects: MOST_REDIRECTS,
    ...reachOf(settings),
  })
  if (answer.status === 200) return robotsOf((await bodyOf(answer, at, LONGEST_ROBOTS)).toString('utf8'), ROBOT)
  answer.cancel()
  return answer.status >= 500 || answer.status === 429 ? NONE_ALLOWED : ALL_ALLOWED
}
