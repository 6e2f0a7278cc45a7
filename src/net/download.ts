import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { ChanceryError } from '../model/error.ts'
import type { Reach } from './dial.ts'
import { type Answer, exchange } from './exchange.ts'

export interface DownloadOptions {
  /** What the whole file must hash to, in hexadecimal. */
  sha256?: string
  /** Attempts without a single byte gained before it is given up. */
  tries?: number
  /** Without a byte for so long, a connection is taken for dead. */
  stallMs?: number
  /** The first pause; each further one is twice as long. */
  pauseMs?: number
  /** The longest file that is taken. */
  most?: number
  /** Whom it may reach; the public internet unless said. */
  reach?: Reach
  heard?: (progress: Progress) => void
}

export interface Progress {
  received: number
  /** Absent: the server does not say. */
  total?: number
  /** Why the last attempt ended. */
  again?: string
}

export interface Downloaded {
  bytes: number
  sha256: string
  /** Bytes that an earlier, interrupted attempt had left. */
  resumed: number
}

const DEFAULTS = { tries: 5, stallMs: 30_000, pauseMs: 1000, most: 1024 ** 3 }
const LONGEST_PAUSE_MS = 60_000
/** Also where each attempt gains a little. */
const MOST_ATTEMPTS = 100
const MOST_REDIRECTS = 10

/** Why an attempt ended without the file; another may do better, unless it is an error that says otherwise. */
interface Failed {
  why: string
  /** What the server asked to wait. */
  afterMs?: number
}

/**
 * Fetches a file, going on where an earlier attempt was cut, also one of an earlier run: what is there stands in `FILE.part`
 * until it is whole and its hash is right. Throws `not-found` where the server has none, `incorrect` for a wrong hash or a file
 * that is too long, `unsupported` for a host that is not public, `fault` when the server cannot be reached or does not answer.
 */
export async function download(url: string, file: string, options: DownloadOptions = {}): Promise<Downloaded> {
  const settings = { ...DEFAULTS, ...options }
  const part = new Part(file, url)
  const resumed = part.size()
  for (let [trial, all] = [0, 0]; ; all++) {
    const before = part.size()
    const failed = await attempt(url, part, settings)
    if (!failed) return finish(file, part, resumed, settings)
    trial = part.size() > before ? 0 : trial + 1
    if (trial >= settings.tries || all >= MOST_ATTEMPTS)
      throw new ChanceryError(
        'fault',
        url,
        `${url} cannot be fetched, ${failed.why}: try again later, what was fetched is kept`,
      )
    settings.heard?.({ received: part.size(), again: failed.why })
    await wait(failed.afterMs ?? pauseOf(trial, settings.pauseMs))
  }
}

/** Doubling, and not in step with others who wait. */
const pauseOf = (trial: number, firstMs: number): number =>
  Math.min(LONGEST_PAUSE_MS, firstMs * 2 ** trial) * (0.75 + Math.random() / 2)

async function attempt(
  url: string,
  part: Part,
  settings: typeof DEFAULTS & DownloadOptions,
): Promise<Failed | undefined> {
  const stop = new AbortController()
  const stalled = () => stop.abort(new Error(`no byte for ${settings.stallMs / 1000} s`))
  let timer = setTimeout(stalled, settings.stallMs)
  try {
    const { reach } = settings
    const headers = part.headers()
    const response = await exchange(url, {
      headers,
      signal: stop.signal,
      redirects: MOST_REDIRECTS,
      ...(reach && { reach }),
    })
    const refused = statusOf(response, url, part)
    if (refused) {
      response.cancel()
      return refused === 'done' ? undefined : refused
    }
    const total = part.begin(response)
    if (total !== undefined && total > settings.most) throw tooLong(url, settings.most)
    for await (const chunk of response.body) {
      clearTimeout(timer)
      timer = setTimeout(stalled, settings.stallMs)
      part.append(chunk as Uint8Array)
      if (part.size() > settings.most) throw tooLong(url, settings.most)
      settings.heard?.({ received: part.size(), ...(total !== undefined && { total }) })
    }
    return total !== undefined && part.size() !== total ? { why: `cut at ${part.size()} of ${total} bytes` } : undefined
  } catch (error) {
    if (error instanceof ChanceryError) throw error
    const reason = stop.signal.aborted ? stop.signal.reason : error
    const { cause, message } = reason as Error
    return { why: cause instanceof Error && cause.message ? cause.message : message }
  } finally {
    clearTimeout(timer)
    part.close()
  }
}

const tooLong = (url: string, most: number): ChanceryError =>
  new ChanceryError('incorrect', url, `${url} is longer than ${most} bytes: it is not taken`)

/** What a status says: go on, try again, or nothing to fetch. */
function statusOf(response: Answer, url: string, part: Part): Failed | 'done' | undefined {
  const { status } = response
  if (status === 200 || status === 206) return undefined
  if (status === 416) {
    // All is there already, or the part is of another file.
    if (part.isWhole(response)) return 'done'
    part.restart()
    return { why: 'what was there is no part of the file', afterMs: 0 }
  }
  if (status === 404 || status === 410)
    throw new ChanceryError(
      'not-found',
      url,
      `${url} is not there (${status}): it may have moved; give your own copy with --from`,
    )
  if (status === 408 || status === 429 || status >= 500)
    return { why: `the server said ${status}`, ...afterOf(response) }
  throw new ChanceryError(
    'unsupported',
    url,
    `the server refuses ${url} (${status}): download it by hand, and give it with --from`,
  )
}

function afterOf(response: Answer): { afterMs?: number } {
  const text = response.headers.get('retry-after')
  if (!text) return {}
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now()
  return Number.isFinite(ms) ? { afterMs: Math.min(Math.max(ms, 0), LONGEST_PAUSE_MS) } : {}
}

function finish(file: string, part: Part, resumed: number, { sha256 }: DownloadOptions): Downloaded {
  const bytes = part.size()
  const found = part.hash()
  if (sha256 && found !== sha256) {
    part.restart()
    throw new ChanceryError(
      'incorrect',
      file,
      `what was fetched has the SHA-256 ${found}, where ${sha256} is expected: it was changed at its publisher or on the way; it is not taken`,
    )
  }
  part.keep()
  return { bytes, sha256: found, resumed: Math.min(resumed, bytes) }
}

/** What has arrived of a file, beside it, with the validator of what it is a part of. */
class Part {
  readonly #file: string
  readonly #path: string
  readonly #note: string
  readonly #url: string
  #open: number | undefined
  constructor(file: string, url: string) {
    this.#file = file
    this.#path = `${file}.part`
    this.#note = `${file}.part.json`
    this.#url = url
    if (this.#validator() === undefined) this.restart()
  }

  size(): number {
    return existsSync(this.#path) ? statSync(this.#path).size : 0
  }

  /** The sign by which a server knows its version of the file; empty where it gave none. */
  #validator(): string | undefined {
    try {
      const { url, validator } = JSON.parse(readFileSync(this.#note, 'utf8')) as Record<string, string>
      return url === this.#url ? validator : undefined
    } catch {
      return undefined
    }
  }

  headers(): Record<string, string> {
    const size = this.size()
    const plain = { 'accept-encoding': 'identity', 'user-agent': 'chancery' }
    const validator = this.#validator()
    return size && validator ? { ...plain, range: `bytes=${size}-`, 'if-range': validator } : plain
  }

  /** Prepares for an answer's body; the length of the whole file, where it is told. */
  begin(response: Answer): number | undefined {
    const length = Number(response.headers.get('content-length') ?? Number.NaN)
    const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(response.headers.get('content-range') ?? '')
    const continues = response.status === 206 && range !== null && Number(range[1]) === this.size()
    if (!continues) {
      this.restart()
      if (response.status === 206) throw new Error('the server sent another part than was asked for')
      const etag = response.headers.get('etag') ?? ''
      const validator = etag && !etag.startsWith('W/') ? etag : (response.headers.get('last-modified') ?? '')
      writeFileSync(this.#note, JSON.stringify({ url: this.#url, validator }))
    }
    this.#open = openSync(this.#path, continues ? 'a' : 'w')
    if (continues) return range[2] === '*' ? undefined : Number(range[2])
    return Number.isFinite(length) && !response.headers.get('content-encoding') ? length : undefined
  }

  isWhole(response: Answer): boolean {
    const range = /^bytes \*\/(\d+)$/.exec(response.headers.get('content-range') ?? '')
    return range !== null && this.size() > 0 && Number(range[1]) === this.size()
  }

  append(chunk: Uint8Array): void {
    writeSync(this.#open!, chunk)
  }

  close(): void {
    if (this.#open !== undefined) closeSync(this.#open)
    this.#open = undefined
  }

  hash(): string {
    const hash = createHash('sha256')
    const [from, buffer] = [openSync(this.#path, 'r'), Buffer.alloc(1024 * 1024)]
    for (let read = readSync(from, buffer); read > 0; read = readSync(from, buffer))
      hash.update(buffer.subarray(0, read))
    closeSync(from)
    return hash.digest('hex')
  }

  restart(): void {
    this.close()
    rmSync(this.#path, { force: true })
    rmSync(this.#note, { force: true })
  }

  keep(): void {
    renameSync(this.#path, this.#file)
    rmSync(this.#note, { force: true })
  }
}
