import { renameSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Ledger } from '../../keep/port.ts'
import { ChanceryError } from '../../model/error.ts'
import type { ArticleStream } from '../../net/nats.ts'
import { holdersOf } from '../../run/holders.ts'
import { defaultPath } from '../../run/ledger.ts'
import { readDocument } from '../../run/read.ts'
import { DeadFile } from '../../run/workers/dead.ts'
import { folderFeed } from '../../run/workers/folder.ts'
import { lineOf } from '../../run/workers/lines.ts'
import { identityOf, statePath, type Target, targetOf } from '../../run/workers/place.ts'
import { work } from '../../run/workers/run.ts'
import { ledgerSink, linesSink } from '../../run/workers/sinks.ts'
import { State } from '../../run/workers/state.ts'
import { streamFeed } from '../../run/workers/stream.ts'
import { metricsOf, rateLine, Tally } from '../../run/workers/tally.ts'
import type { Feed, Sink } from '../../run/workers/types.ts'
import { filled, requireOpenable } from '../input.ts'
import { wholeNumber, withLedger } from '../options.ts'
import { note } from '../output.ts'
import { lineOn } from '../progress.ts'

interface Options {
  from: string
  to: string
  ledger?: string
  dead?: string
  metrics?: string
  state?: string
  name: string
  creds?: string
  ca?: string
  lease: number
  batch: number
  attempts: number
  drain?: true
  follow?: true
}

export function define(command: Command): void {
  command
    .argument('[what]', 'retry: read again what failed, and only that; without it: read what is not read yet')
    .requiredOption(
      '--from <place>',
      'a folder, a file or web archive (WARC), or a stream of NATS JetStream, nats://HOST:PORT[,HOST:PORT]/STREAM',
      filled('--from'),
    )
    .option(
      '--to <sink>',
      'ledger, FILE.ndjson (a line an article) or FILE.parquet (a row a claim)',
      filled('--to'),
      'ledger',
    )
    .option(
      '--ledger <path>',
      'the ledger to file in, or to know names from; a file or postgres://…',
      filled('--ledger'),
    )
    .option('--dead <file>', 'what cannot be read, with the reason of each, as lines of JSON', filled('--dead'))
    .option(
      '--metrics <port>',
      'figures for Prometheus: a port of this machine, or a file that is written anew',
      filled('--metrics'),
    )
    .option(
      '--state <file>',
      'where workers of one sink share their work; beside the sink unless said',
      filled('--state'),
    )
    .option('--name <name>', 'of a stream: workers of one name share its messages', nameOf, 'chancery')
    .option('--creds <file>', "of a stream: the user's credentials", filled('--creds'))
    .option('--ca <file>', 'of a stream by TLS: the authority of its certificate, in PEM', filled('--ca'))
    .option(
      '--lease <s>',
      'after so many seconds without a word, what a worker has in hand is given to another',
      wholeNumber('--lease', 1, 86_400),
      60,
    )
    .option('--batch <n>', 'how many files or messages are taken at once, at most', wholeNumber('--batch', 1, 1000), 32)
    .option(
      '--attempts <n>',
      'what was begun so often and never done is given up',
      wholeNumber('--attempts', 1, 1000),
      10,
    )
    .option('--drain', 'of a stream: end when all its messages are done')
    .option('--follow', 'of a folder: wait for new files')
    .action(run)
}

function nameOf(name: string): string {
  if (/^[\w-]{1,60}$/.test(name)) return name
  throw new ChanceryError('incorrect', '--name', `no name, ${JSON.stringify(name)}: write letters, digits, _ or -`)
}

const isStream = (from: string): boolean => /^(?:nats|tls):\/\//i.test(from)

async function run(what: string | undefined, options: Options): Promise<void> {
  if (what !== undefined && what !== 'retry')
    throw new ChanceryError('incorrect', 'work', `no such work, ${JSON.stringify(what)}: write retry, or nothing`)
  if (!isStream(options.from)) requireOpenable([options.from])
  const target = targetOf(options.to, options.ledger ?? defaultPath())
  const state = new State(options.state === undefined ? statePath(target) : resolve(options.state))
  try {
    await withLedger(options.ledger, (ledger) =>
      workWith(ledger, state, target, { ...options, retry: what === 'retry' }),
    )
  } finally {
    state.close()
  }
}

type Asked = Options & { retry: boolean }

async function workWith(ledger: Ledger, state: State, target: Target, options: Asked): Promise<void> {
  const stop = stopping()
  const tally = new Tally()
  const dead = options.dead === undefined ? undefined : new DeadFile(resolve(options.dead), state)
  const sink = await sinkOf(target, state, ledger)
  const metrics = await metricsAt(options.metrics, tally)
  const feed = await feedOf(ledger, state, stop, options)
  const holders = await holdersOf(ledger)
  const teller = telling(tally, () => dead?.write(), metrics.write)
  try {
    const { batch, attempts } = options
    await work(feed, sink, { read: (doc) => readDocument(doc, holders), tally, stop, batch, attempts })
  } finally {
    teller.end()
    await feed.close()
    metrics.close()
  }
  dead?.write()
  if (tally.dead) process.exitCode = 1
}

async function sinkOf({ kind, path }: Target, state: State, ledger: Ledger): Promise<Sink> {
  if (kind === 'ledger') return ledgerSink(ledger, () => new Date().toISOString())
  if (kind === 'ndjson') return linesSink(path, state, lineOf)
  return (await import('../../run/workers/parquet.ts')).parquetSink(path, state)
}

async function feedOf(ledger: Ledger, state: State, stop: AbortSignal, options: Asked): Promise<Feed> {
  const { from, to, name, creds, ca, drain = false, follow = false, retry } = options
  const lease = options.lease * 1000
  if (isStream(from)) {
    const { articleStream } = await import('../../net/nats.ts')
    const stream = await articleStream(from, {
      name,
      lease,
      ...(creds !== undefined && { creds }),
      ...(ca !== undefined && { ca }),
    })
    if (retry) note(`${await retried(stream, state)} dead letters are read again`)
    return streamFeed(stream, { drain, stop, state })
  }
  if (retry) note(`${state.retry()} dead letters are read again`)
  const sink = to === 'ledger' ? await identityOf(ledger) : ''
  return folderFeed(resolve(from), { state, lease, sink, follow, stop })
}

async function retried(stream: ArticleStream, state: State): Promise<number> {
  const n = await stream.retry()
  state.retry()
  return n
}

/** The first signal ends the work in good order, the second at once. */
function stopping(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      note('ending: what is in hand is finished or given back')
      controller.abort()
    })
  return controller.signal
}

const SELDOM_MS = 10_000
const OFTEN_MS = 1000

/** Says how far the work is: on a terminal in one line, elsewhere a line every ten seconds; and one at the end. */
function telling(tally: Tally, ...also: (() => void)[]): { end(): void } {
  const line = lineOn()
  const began = { articles: 0, at: Date.now() }
  let since = began
  let said = ''
  // What is told can wait; that it cannot be told is said once, and again when the work ends.
  const tell = (one: () => void): void => {
    try {
      one()
    } catch (error) {
      const { message } = error as Error
      if (message !== said) note(message)
      said = message
    }
  }
  const tick = (): void => {
    also.forEach(tell)
    const now = Date.now()
    if (process.stderr.isTTY) line.tell(rateLine(tally, since, now))
    else if (now - since.at < SELDOM_MS) return
    else note(rateLine(tally, since, now))
    since = { articles: tally.articles, at: now }
  }
  const timer = setInterval(tick, OFTEN_MS)
  return {
    end() {
      clearInterval(timer)
      line.end()
      note(rateLine(tally, began))
      also.forEach(tell)
    },
  }
}

/** A server on this machine, or a file such as the node exporter gathers. */
async function metricsAt(place: string | undefined, tally: Tally): Promise<{ write(): void; close(): void }> {
  if (place === undefined) return { write() {}, close() {} }
  if (!/^\d{1,5}$/.test(place)) {
    const path = resolve(place)
    return { write: () => writeWhole(path, metricsOf(tally)), close() {} }
  }
  const { serveMetrics } = await import('../../http/figures.ts')
  const served = await serveMetrics(Number(place), () => metricsOf(tally))
  note(`figures at ${served.address}`)
  return { write() {}, close: served.close }
}

function writeWhole(path: string, text: string): void {
  try {
    writeFileSync(`${path}.partial`, text)
    renameSync(`${path}.partial`, path)
  } catch (error) {
    throw new ChanceryError('fault', path, `${path} cannot be written, ${(error as Error).message}: name another file`)
  }
}
