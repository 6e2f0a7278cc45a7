import { z } from 'zod'
import { ChanceryError } from '../../model/error.ts'

const Term = z.object({
  type: z.enum(['uri', 'literal', 'typed-literal', 'bnode']),
  value: z.string(),
  datatype: z.string().optional(),
  'xml:lang': z.string().optional(),
})
export type Term = z.infer<typeof Term>

/** One row of an answer: a variable that has no value in it is absent. */
export type Row = Readonly<Record<string, Term>>

/** The SPARQL 1.1 Query Results JSON Format, as the query service of Wikidata writes it. */
const Answer = z.object({
  head: z.object({ vars: z.array(z.string()) }),
  results: z.object({ bindings: z.array(z.record(z.string(), Term)) }),
})

export interface Answer {
  vars: string[]
  rows: Row[]
}

/** How the service tells that its time ran out: a trace of its program, also within an answer that began well. */
const TRACE =
  /java\.util\.concurrent\.(?:TimeoutException|ExecutionException)|QueryTimeoutException|SPARQL-QUERY: queryStr=/

/** Why a text is no answer; `undefined` for one that is whole. */
export function faultOfAnswer(text: string): string | undefined {
  const head = text.trimStart()
  if (TRACE.test(text)) return 'the time of the query ran out, and what came is a part of the answer'
  if (head === '') return 'the answer is empty'
  if (head.startsWith('<')) return 'the answer is a web page or XML, where JSON was asked for'
  try {
    const found = Answer.safeParse(JSON.parse(text))
    if (found.success) return undefined
    const { path, message } = found.error.issues[0]!
    return `the answer is no SPARQL result: ${path.join('.') || 'the whole'}: ${message}`
  } catch {
    return head.startsWith('{') ? 'the answer is cut before its end' : 'the answer is no JSON'
  }
}

/**
 * Reads an answer. Throws `incorrect` for whatever is not whole: a time-out within a 200, a body cut short, a page of HTML. An
 * answer is empty only where the service says so.
 */
export function answerOf(text: string, at: string): Answer {
  const fault = faultOfAnswer(text)
  if (fault) throw new ChanceryError('incorrect', at, `${fault}: fetch it again`)
  const { head, results } = Answer.parse(JSON.parse(text))
  return { vars: head.vars, rows: results.bindings }
}
