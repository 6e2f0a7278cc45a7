import type { Document } from '../model/claim.ts'
import { ChanceryError } from '../model/error.ts'
import { isDay } from '../model/when.ts'
import { documentOf } from '../run/document.ts'
import { jsonLines } from './input.ts'
import { note, printProblem } from './output.ts'

/** How many documents are worked on between two words to the one who waits. */
const NOTE_EVERY = 1000

/**
 * Works on the documents of a JSON Lines file one by one. A line that cannot be taken, or fails, is answered in its place by its
 * id and its error, and the rest goes on.
 */
export async function eachDocument(path: string, work: (id: unknown, doc: Document) => Promise<void>): Promise<void> {
  let n = 0
  for await (const line of jsonLines(path)) {
    const id = 'error' in line ? null : idOf(line.value)
    const at = `${path === '-' ? 'standard input' : path}:${line.n}`
    try {
      if ('error' in line) throw line.error
      await work(id, documentOfLine(line.value, at))
    } catch (error) {
      await printProblem({ id }, known(error, at))
    }
    if (++n % NOTE_EVERY === 0) note(`${n} documents`)
  }
}

const idOf = (value: unknown): unknown => (value as { id?: unknown } | null)?.id ?? null

function known(error: unknown, at: string): ChanceryError {
  if (error instanceof ChanceryError) return error
  if (process.env.CHANCERY_TRACE) console.error(error)
  return new ChanceryError('fault', at, `${(error as Error).message}: a fault of ours, run again with CHANCERY_TRACE=1`)
}

/** The document of one line: its text (or `claim`), and its date if it has one. Throws `incorrect`. */
export function documentOfLine(value: unknown, at: string): Document {
  const line = value as Record<string, unknown> | null
  const text = typeof line === 'object' && line !== null ? (line.text ?? line.claim) : undefined
  if (typeof text !== 'string' || !text.trim())
    throw new ChanceryError('incorrect', at, 'no text: write {"id","text","date"}')
  const { date } = line!
  if (date !== undefined && date !== null && !(typeof date === 'string' && isDay(date)))
    throw new ChanceryError('incorrect', at, `the date ${JSON.stringify(date)} is no day: write YYYY-MM-DD`)
  return documentOf(text, typeof date === 'string' ? { date } : {})
}
