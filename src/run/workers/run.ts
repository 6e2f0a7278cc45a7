import { setImmediate as breath, setTimeout as sleep } from 'node:timers/promises'
import type { Document, Reading } from '../../model/claim.ts'
import { ChanceryError } from '../../model/error.ts'
import type { Opening } from '../open.ts'
import type { Tally } from './tally.ts'
import type { Failure, Feed, Outcome, Result, Sink, Unit } from './types.ts'

export interface WorkOptions {
  read(doc: Document): Promise<Reading> | Reading
  tally: Tally
  /** Ends the work in good order: what is being read is finished and kept, the rest given back. */
  stop: AbortSignal
  /** How many units are taken at once, at most. */
  batch?: number
  /** A unit that was begun more often than so many times, and never done, is a dead letter. */
  attempts?: number
  /** What is read is kept after so many milliseconds at the latest. */
  often?: number
  /** How long to wait before each further try of a write that failed, in milliseconds. */
  pauses?: readonly number[]
}

/** Beyond so many tries a unit may be what ends its readers: it is read after the others, and kept alone. */
const SUSPECT = 3

/** What a unit came to. */
interface Done extends Outcome {
  results: Result[]
}

/**
 * Reads what a feed gives into a sink until nothing is left or it is stopped. A unit is done only after what was read of it is kept,
 * so that whatever ends the process, it is read again and kept once. Throws what the sink throws when it stays so.
 */
export async function work(feed: Feed, sink: Sink, options: WorkOptions): Promise<void> {
  const { stop, batch = 32 } = options
  while (!stop.aborted) {
    const units = await feed.take(batch)
    if (!units) break
    if (units.length) await workOn(units, feed, sink, options)
  }
  await sink.close()
}

async function workOn(units: readonly Unit[], feed: Feed, sink: Sink, options: WorkOptions): Promise<void> {
  const { stop, tally, often = 1000, attempts = 10 } = options
  const left = inOrder(units)
  let done: Done[] = []
  let last = Date.now()
  // What was read and is not kept yet: the same text again is known, however fast its copies come.
  const held = new Set<string>()
  const keep = async () => {
    if (done.length) await keepAll(done, feed, sink, options)
    done = []
    held.clear()
    if (left.length) await feed.hold(left)
    last = Date.now()
  }
  try {
    while (left.length && !stop.aborted) {
      tally.inHand = left.length + done.length
      const unit = left[0]!
      if (unit.tries >= SUSPECT) await keep()
      const one = unit.tries > attempts ? givenUp(unit) : await readUnit(unit, held, sink, options)
      left.shift()
      done.push(one)
      for (const { doc } of one.results) held.add(doc.id)
      if (unit.tries >= SUSPECT || Date.now() - last >= often) await keep()
    }
    await keep()
  } finally {
    tally.inHand = 0
    const unkept = [...done.map(({ unit }) => unit), ...left]
    tally.givenBack += unkept.length
    if (unkept.length) await feed.giveBack(unkept)
  }
}

/** Those that may do harm last, in no order: one that ends its reader takes others with it only now and then. */
function inOrder(units: readonly Unit[]): Unit[] {
  const suspects = units.filter(({ tries }) => tries >= SUSPECT).map((unit) => ({ unit, at: Math.random() }))
  return [
    ...units.filter(({ tries }) => tries < SUSPECT),
    ...suspects.sort((a, b) => a.at - b.at).map(({ unit }) => unit),
  ]
}

const givenUp = (unit: Unit): Done => ({
  unit,
  results: [],
  failures: [
    {
      name: nameOf(unit),
      code: 'fault',
      reason: `begun ${unit.tries - 1} times and never done: it may be what ends its readers`,
    },
  ],
})

const nameOf = ({ path, part }: Unit): string => (part ? `${path}#${part}` : path)

async function readUnit(unit: Unit, held: ReadonlySet<string>, sink: Sink, options: WorkOptions): Promise<Done> {
  const [results, failures]: [Result[], Failure[]] = [[], []]
  const { tally } = options
  const isKnown = async (id: string) =>
    held.has(id) || results.some(({ doc }) => doc.id === id) || (await isKept(sink, id, options))
  try {
    for await (const one of unit.articles()) {
      if ('error' in one) failures.push(failure(one.name, one.error))
      else if (await isKnown(one.doc.id)) tally.known++
      else await readOne(one, results, failures, options)
    }
  } catch (error) {
    if (error instanceof SinkFailed) throw error.reason
    failures.push(failure(nameOf(unit), error))
  }
  return { unit, results, failures }
}

/** What the sink refuses is no fault of the article. */
const isKept = (sink: Sink, id: string, options: WorkOptions): Promise<boolean> =>
  again(() => sink.has(id), options).catch((error) => {
    throw new SinkFailed(error)
  })

class SinkFailed extends Error {
  readonly reason: unknown
  constructor(reason: unknown) {
    super('the sink failed')
    this.reason = reason
  }
}

async function readOne(
  { name, doc }: Extract<Opening, { doc: Document }>,
  results: Result[],
  failures: Failure[],
  { read, tally }: WorkOptions,
): Promise<void> {
  const began = performance.now()
  try {
    const { claims, unread } = await read(doc)
    results.push({ name, doc, claims, unread: unread.length })
    tally.claims += claims.length
    tally.characters += doc.text.length
  } catch (error) {
    failures.push(failure(name, error))
  }
  tally.took((performance.now() - began) / 1000)
  // Signals, servers and those who look at the figures are heard between two articles.
  await breath()
}

const failure = (name: string, error: unknown): Failure => ({
  name,
  code: error instanceof ChanceryError ? error.code : 'fault',
  reason: error instanceof Error ? error.message : String(error),
})

/** Keeps what was read, then says that it is done. */
async function keepAll(done: readonly Done[], feed: Feed, sink: Sink, options: WorkOptions): Promise<void> {
  const { tally } = options
  const results = [...new Map(done.flatMap((one) => one.results).map((r) => [r.doc.id, r])).values()]
  const read = done.reduce((n, one) => n + one.results.length, 0)
  const fresh = await again(() => sink.keep(results), options)
  await again(() => feed.done(done), options)
  tally.kept += fresh
  tally.known += read - fresh
  tally.dead += done.reduce((n, one) => n + one.failures.length, 0)
  tally.units += done.length
}

const PAUSES = [100, 1000, 5000, 15_000]

/** Tries what a busy or absent server may refuse now and take later. */
async function again<T>(what: () => Promise<T>, { tally, pauses = PAUSES, stop }: WorkOptions): Promise<T> {
  for (const pause of pauses) {
    try {
      return await what()
    } catch (error) {
      if (!(error instanceof ChanceryError) || !['fault', 'conflict'].includes(error.code) || stop.aborted) throw error
      tally.again++
      await sleep(pause, undefined, { signal: stop }).catch(() => {})
    }
  }
  return what()
}
