import { ChanceryError } from '../../model/error.ts'
import { faultOfAnswer, type Row } from './answer.ts'
import type { Query } from './queries.ts'

/** What came back of one request; names of headers in small letters. */
export interface Reply {
  status: number
  headers: Readonly<Record<string, string | undefined>>
  body: string
}
/** Sends one request and follows no redirect: the network, or a recording of it. */
export type Send = (url: string, headers: Readonly<Record<string, string>>) => Promise<Reply>

export interface Patience {
  send: Send
  /** Waits some seconds. */
  wait(seconds: number): Promise<void>
  /** Milliseconds since 1970, to read a `Retry-After` that is a date. */
  now(): number
  /** How the user may be reached, for the publisher: an address or a page. */
  contact?: string
  /** Hears what is done, and what is waited for. */
  note?(text: string): void
}

export const ENDPOINT = 'https://query.wikidata.org/sparql'
const JSON_TYPE = 'application/sparql-results+json'
const AGENT = 'Chancery/0.1 (fetches for one user, one request at a time)'

const PAGE = 2000
/** A page is halved when its time runs out, down to this many rows. */
const SMALLEST = 50
const TRIES = 6
const HOPS = 5
/** Seconds that one wait may take; a service that asks for more is left for another day. */
const LONGEST_WAIT = 300

const failed = (message: string): ChanceryError => new ChanceryError('fault', ENDPOINT, message)

const UNREACHED: Reply = { status: 0, headers: {}, body: '' }
/** No name is found, or no way leads there: before anything was reached, waiting does not help. */
const NO_NETWORK = /ENOTFOUND|EAI_AGAIN|ENETUNREACH|ENETDOWN/
const offline = (): ChanceryError =>
  failed(
    'without a network Wikidata cannot be asked, and nothing is changed: connect it, or give saved answers with --from PATH',
  )

/** Asks every question, page by page. A time-out, a cut body or a page of HTML is a failure and never an empty answer. */
export async function fetchAnswers(queries: readonly Query[], patience: Patience): Promise<Record<string, string>> {
  const out: Record<string, string> = {}
  const { send } = patience
  let reached = false
  const careful: Patience = {
    ...patience,
    send: async (url, headers) => {
      const reply = await send(url, headers).catch((error: Error) => {
        if (!reached && NO_NETWORK.test(error.message)) throw offline()
        return UNREACHED
      })
      reached ||= reply.status > 0
      return reply
    },
  }
  for (const query of queries) {
    let pages = 0
    for await (const text of pagesOf(query, careful))
      out[`${query.topic}-${String(++pages).padStart(3, '0')}.json`] = text
    patience.note?.(`${query.topic}: ${pages} ${pages === 1 ? 'page' : 'pages'}`)
  }
  return out
}

async function* pagesOf(query: Query, patience: Patience): AsyncGenerator<string> {
  let limit = PAGE
  let after: string | undefined
  for (;;) {
    const page = await pageOf(query, limit, after, patience)
    limit = page.limit
    const { head, results } = JSON.parse(page.text)
    const last = lastWhole(results.bindings, query.key, limit)
    if (last === undefined) return yield page.text
    const rows = results.bindings.filter((row: Row) => row[query.key]!.value <= last)
    yield JSON.stringify({ head, results: { bindings: rows } })
    after = last
  }
}

/**
 * The last key whose rows are all on a full page: the one before the last, since the page may end amid the last. `undefined`
 * where the page is not full, and so the end.
 */
function lastWhole(rows: readonly Row[], key: string, limit: number): string | undefined {
  if (rows.length < limit) return undefined
  const keys = [...new Set(rows.map((row) => row[key]?.value ?? ''))].sort()
  const whole = keys.at(-2)
  if (whole === undefined) throw failed(`one item fills a whole page of ${limit} rows: ask for less`)
  return whole
}

async function pageOf(query: Query, most: number, after: string | undefined, patience: Patience) {
  let limit = most
  let wait = 2
  let fault = ''
  for (let n = 0; n < TRIES; n++) {
    const reply = await send(`${ENDPOINT}?query=${encodeURIComponent(query.text(limit, after))}`, patience)
    const found = judge(reply, patience.now())
    if (found.is === 'whole') return { text: reply.body, limit }
    if (found.is === 'final') throw failed(found.why)
    fault = found.why
    if (found.late) limit = Math.max(SMALLEST, Math.floor(limit / 2))
    const seconds = found.wait ?? wait
    if (seconds > LONGEST_WAIT)
      throw failed(`${fault}, and asks to wait ${Math.ceil(seconds / 60)} minutes: pull again then`)
    patience.note?.(`${query.topic}: ${fault}; waiting ${seconds} s`)
    await patience.wait(seconds)
    wait = Math.min(wait * 2, 60)
  }
  throw failed(`${fault}, ${TRIES} times over: pull again later, or one pair at a time`)
}

type Judgement =
  | { is: 'whole' }
  | { is: 'final'; why: string }
  /** `late`: the question was too large for its time. */
  | { is: 'again'; why: string; late?: boolean; wait?: number }

const BUSY: Readonly<Record<number, string>> = {
  0: 'the service is not reached',
  429: 'the service is asked too often (429)',
  500: 'the service failed (500)',
  502: 'the service is not reached (502)',
  503: 'the service is busy (503)',
  504: 'the service did not answer in time (504)',
}

function judge({ status, headers, body }: Reply, now: number): Judgement {
  const fault = faultOfAnswer(body)
  const late = fault !== undefined && /ran out|cut/.test(fault)
  const busy = BUSY[status]
  if (busy) return { is: 'again', why: busy, late, ...waitOf(headers['retry-after'], now) }
  if (status !== 200) return { is: 'final', why: `the service answers ${status}: see https://status.wikimedia.org` }
  if (late) return { is: 'again', why: fault, late }
  const type = headers['content-type'] ?? ''
  if (fault) return { is: 'final', why: `${fault} (${type || 'of no stated type'})` }
  if (!type.startsWith(JSON_TYPE) && !type.startsWith('application/json'))
    return { is: 'final', why: `the answer is of the type ${type || 'none'}, where ${JSON_TYPE} was asked for` }
  return { is: 'whole' }
}

/** Seconds, or the time until a date. */
function waitOf(text: string | undefined, now: number): { wait?: number } {
  if (text === undefined) return {}
  if (/^\d{1,6}$/.test(text.trim())) return { wait: Number(text) }
  const then = Date.parse(text)
  return Number.isNaN(then) ? {} : { wait: Math.max(1, Math.ceil((then - now) / 1000)) }
}

/** One request with its redirects, which stay within the service and end. */
async function send(url: string, patience: Patience): Promise<Reply> {
  const { contact } = patience
  const headers = { accept: JSON_TYPE, 'user-agent': contact ? `${AGENT} ${contact}` : AGENT }
  let at = url
  for (let hop = 0; hop <= HOPS; hop++) {
    const reply = await patience.send(at, headers)
    if (reply.status < 300 || reply.status > 399) return reply
    at = nextOf(reply, at)
  }
  throw failed(`the service points on and on (${HOPS} redirects): pull again later`)
}

function nextOf({ status, headers: { location } }: Reply, from: string): string {
  const next = location && URL.canParse(location, from) ? new URL(location, from) : undefined
  if (next?.protocol === 'https:' && next.hostname === new URL(ENDPOINT).hostname) return next.href
  throw failed(`the service points elsewhere (${status} to ${location ?? 'nowhere'}), and is not followed`)
}
