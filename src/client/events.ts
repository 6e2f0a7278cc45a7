import { ProblemError, type Told } from './problem.ts'

export const EVENTS = 'text/event-stream, application/json'

/** How far a long request is; `budget` is after how many milliseconds it is cancelled. */
export type Progress =
  /** `ahead`: how many come first. */
  | { is: 'queued'; ahead: number }
  | { is: 'begun'; budget: { ms: number } }
  /** `ms`: since it began. */
  | { is: 'working'; ms: number; budget: { ms: number } }

/**
 * The answer of a response: its JSON, or, of a stream of events, what the last of them brings; `hear` is told of those before it.
 * Throws `ProblemError` for a refusal among the events.
 */
export async function answerIn(response: Response, hear: (progress: Progress) => void): Promise<unknown> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response.json()
  for await (const { event, data } of eventsOf(response)) {
    if (event === 'done') return data
    if (event === 'problem') throw new ProblemError(data as Told)
    hear({ ...(data as object), is: event } as Progress)
  }
  throw new ProblemError({ ...CUT, detail: 'the answer was cut short: ask again' })
}

const CUT = { type: 'about:blank', title: 'No answer', status: 0, code: 'unreached' } as const

/** The events of a stream, as the HTML standard frames them; each brings JSON. */
async function* eventsOf({ body }: Response): AsyncGenerator<{ event: string; data: unknown }> {
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader()
  let held = ''
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      const parts = `${held}${value}`.split('\n\n')
      held = parts.pop()!
      for (const part of parts) yield eventOf(part)
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

function eventOf(part: string): { event: string; data: unknown } {
  const lines = part.split('\n')
  const field = (name: string): string[] =>
    lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).replace(/^ /, ''))
  return { event: field('event')[0] ?? 'message', data: JSON.parse(field('data').join('\n') || 'null') }
}
