import type { Span } from '../model/span.ts'
import { hull } from '../model/span.ts'
import type { Line } from './article.ts'
import { stateOfTitle } from './bare-office.ts'
import type { Draft } from './draft.ts'
import { type Entity, officeOf } from './entity.ts'

/** A phrase that says in which office somebody did it: "as president", "while he was prime minister". */
interface Capacity {
  span: Span
  /** The token of the office. */
  at: number
}

const AFTER_AS = /^(?:the|a|an|its|us|u\.s\.|sitting|serving)$/i
const HELD = new Set(['visit'])
/** A first or only one of an office's holders is asked among them anyway. */
const ASKED: ReadonlySet<Draft['is']> = new Set(['so', 'count', 'none'])

function phraseOf(line: Line, predicate: number): Capacity | undefined {
  for (let k = predicate + 1; k < line.tokens.length - 1; k++) {
    const word = line.tokens[k]!.form.toLowerCase()
    const at = word === 'as' ? nounAfter(line, k + 1) : word === 'while' || word === 'when' ? heldIn(line, k + 1) : -1
    if (at >= 0) return { span: { start: line.tokens[k]!.start, end: line.mentionAt[at]!.end }, at }
  }
  return undefined
}

function nounAfter(line: Line, k: number): number {
  let i = k
  while (i < k + 3 && line.mentionAt[i]?.type !== 'office' && AFTER_AS.test(line.tokens[i]?.form ?? '')) i++
  return line.mentionAt[i]?.type === 'office' ? i : -1
}

/** "while he was president", "while president". */
function heldIn(line: Line, k: number): number {
  const pronoun = /^(?:he|she)$/i.test(line.tokens[k]?.form ?? '')
  const was = /^(?:was|served)$/i.test(line.tokens[k + 1]?.form ?? '')
  if (pronoun && !was) return -1
  const at = pronoun ? k + 2 : k
  return nounAfter(line, /^as$/i.test(line.tokens[at]?.form ?? '') ? at + 1 : at)
}

/**
 * The one person of a claim, as the holder of the office in which the sentence says that it was done; the words become part of
 * the claim. Where the office cannot be told, the claim is as it was.
 */
export function inCapacity(d: Draft): Draft {
  const { line, clause, article } = d.match.site
  if (!HELD.has(d.kind) || !ASKED.has(d.is) || clause.form === 'noun') return d
  const said = phraseOf(line, clause.predicate)
  const m = said && line.mentionAt[said.at]
  const people = Object.entries(d.roles).flatMap(([role, list]) => list.map((e) => ({ role, e })))
  const persons = people.filter(({ e }) => e.type === 'person' && e.id)
  const [one] = persons
  if (!said || m?.type !== 'office' || !one || persons.length > 1) return d
  const of = m.of ?? stateOfTitle(article.holders, one.e.id!, m.title)
  const as = officeOf(m.title, of)
  if (!as) return d
  const held = (e: Entity): Entity => (e === one.e ? { ...e, as, ...(of && { of }) } : e)
  return { ...d, roles: { ...d.roles, [one.role]: d.roles[one.role]!.map(held) }, span: hull([d.span, said.span]) }
}

/** The words of a claim's own span that name the office in which it was done. */
export function capacityIn(d: Draft): Span | undefined {
  const { line, clause } = d.match.site
  const said = HELD.has(d.kind) && clause.form !== 'noun' ? phraseOf(line, clause.predicate) : undefined
  return said && said.span.end <= d.span.end ? said.span : undefined
}
