import { ChanceryError } from '../../model/error.ts'
import { isDay } from '../../model/when.ts'
import type { ArticleStream, Message } from '../../net/nats.ts'
import { documentOf } from '../document.ts'
import { Opener, type Opening } from '../open.ts'
import type { State } from './state.ts'
import type { Feed, Outcome, Unit } from './types.ts'

export interface StreamFeedOptions {
  /** Ends when every message is done, by whomever. */
  drain: boolean
  stop: AbortSignal
  /** Where dead letters are noted beside the stream's own. */
  state?: State
}

const WAIT_MS = 1000

/** Messages of a stream as units. What is not said to be done is given to another, or again, when its time is over. */
export function streamFeed(stream: ArticleStream, { drain, stop, state }: StreamFeedOptions): Feed {
  const opener = new Opener()
  const messages = new WeakMap<Unit, Message>()
  const of = (units: readonly Unit[]): Message[] => units.map((unit) => messages.get(unit)!)
  const unitOf = (message: Message): Unit => {
    const { seq, tries } = message
    const unit: Unit = {
      path: stream.stream,
      part: seq,
      tries,
      articles: () => articlesOf(message, stream.stream, opener),
    }
    messages.set(unit, message)
    return unit
  }
  return {
    async take(most) {
      const taken = await stream.fetch(most, WAIT_MS)
      if (taken.length) return taken.map(unitOf)
      if (stop.aborted) return undefined
      return drain && (await stream.left()) === 0 ? undefined : []
    },
    async done(outcomes: readonly Outcome[]) {
      for (const { unit, failures } of outcomes) {
        const [first] = failures
        if (!first) continue
        const reason = failures.map((one) => `${one.name}: ${one.reason}`).join('; ')
        await stream.bury(messages.get(unit)!, {
          code: first.code,
          reason: failures.length > 1 ? reason : first.reason,
        })
      }
      state?.bury(outcomes)
      await stream.done(of(outcomes.map(({ unit }) => unit)))
    },
    giveBack: (units) => stream.giveBack(of(units)),
    hold: (units) => stream.hold(of(units)),
    async close() {
      await opener.close()
      await stream.close()
    },
  }
}

/** `{"text", "title", "date", "outlet", "source"}` as JSON, or an article of any form as it is. */
async function* articlesOf(message: Message, stream: string, opener: Opener): AsyncGenerator<Opening> {
  const name = message.name ?? `${stream}#${message.seq}`
  const told = toldIn(message.data)
  if (!told) {
    yield* opener.bytes(message.data, { name, ...(message.type && { type: message.type }) })
    return
  }
  const { text, date } = told
  if (!text.trim()) throw new ChanceryError('incorrect', name, 'the text is empty: send one with words in it')
  if (date !== undefined && !isDay(date))
    throw new ChanceryError('incorrect', name, `the date ${JSON.stringify(date)} is no day: write YYYY-MM-DD`)
  const about = Object.fromEntries(FIELDS.flatMap((field) => (told[field] ? [[field, told[field]]] : [])))
  yield { name, doc: documentOf(text, about), among: true }
}

const FIELDS = ['title', 'date', 'outlet', 'source', 'language'] as const
type Told = { text: string } & { [K in (typeof FIELDS)[number]]?: string }

/** An object with a text of its own; a feed in JSON has none. */
function toldIn(data: Uint8Array): Told | undefined {
  if (data.find((byte) => byte > 0x20) !== 0x7b) return undefined
  try {
    const value = JSON.parse(Buffer.from(data).toString('utf8')) as Record<string, unknown>
    if (typeof value.text !== 'string') return undefined
    const fields = FIELDS.flatMap((field) => (typeof value[field] === 'string' ? [[field, value[field]]] : []))
    return { text: value.text, ...Object.fromEntries(fields) }
  } catch {
    return undefined
  }
}
