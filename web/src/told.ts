import { bodyOf, type Problem, Refused, UNREACHED } from './api.ts'

/** How far the server says that it is. */
export interface Progress {
  /** How many come first. */
  ahead?: number
  /** For how long it has worked, and how long it may at most, in ms. */
  ms?: number
  budget?: number
}

/** Posts JSON to a route whose work may take long, and hears how far it is, where the server tells. Throws `Refused`. */
export async function postTold<T>(
  path: string,
  body: unknown,
  tell: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<T> {
  const response = await fetch(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', accept: 'text/event-stream, application/json' },
    ...(signal && { signal }),
  }).catch(rethrown)
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return bodyOf<T>(response)
  for await (const { event, data } of eventsOf(response.body!)) {
    if (event === 'done') return JSON.parse(data) as T
    if (event === 'problem') throw new Refused({ ...UNREACHED, ...(JSON.parse(data) as Partial<Problem>) })
    tell(progressOf(JSON.parse(data) as Said))
  }
  throw new Refused(UNREACHED)
}

interface Said {
  ahead?: number
  ms?: number
  budget?: { ms: number }
}
const progressOf = ({ ahead, ms, budget }: Said): Progress => ({
  ...(ahead !== undefined && { ahead }),
  ...(ms !== undefined && { ms }),
  ...(budget && { budget: budget.ms }),
})

/** A stop that was asked for stays one; everything else is a lost connection. */
function rethrown(error: unknown): never {
  if (error instanceof DOMException && error.name === 'AbortError') throw error
  throw new Refused(UNREACHED)
}

async function* eventsOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<{ event: string; data: string }> {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const { value, done } = await reader.read().catch(rethrown)
    if (done) return
    text += decoder.decode(value, { stream: true })
    const parts = text.split('\n\n')
    text = parts.pop()!
    for (const part of parts) yield eventOf(part)
  }
}

function eventOf(part: string): { event: string; data: string } {
  const field = (name: string) =>
    part
      .split('\n')
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).trimStart())
      .join('\n')
  return { event: field('event'), data: field('data') }
}
