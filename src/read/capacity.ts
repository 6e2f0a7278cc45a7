import type { Clause } from '../grammar/types.ts'
import type { Span } from '../model/span.ts'
import { hull } from '../model/span.ts'
import type { Line } from './article.ts'
import { stateOfTitle } from './bare-office.ts'
import type { Draft } from './draft.ts'
import { OWN } from './emit.ts'
import { type Title, titleOf } from './en/titles.ts'
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

/** Of a noun only what follows it at once: "his first visit to the country *as president*". */
function phraseOf(line: Line, { predicate, form }: Clause): Capacity | undefined {
  for (let k = predicate + 1; k < line.tokens.length - 1; k++) {
    if (form === 'noun' && (k > predicate + 8 || /^(?:VERB|AUX|PUNCT)$/.test(line.tokens[k]!.upos))) return undefined
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
  if (!HELD.has(d.kind) || !(ASKED.has(d.is) || d.rules.includes(OWN))) return d
  const said = phraseOf(line, clause)
  const m = said && line.mentionAt[said.at]
  const people = Object.entries(d.roles).flatMap(([role, list]) => list.map((e) => ({ role, e })))
  const persons = people.filter(({ e }) => e.type === 'person' && e.id)
  const [one] = persons
  if (!one || persons.length > 1) return d
  const term = said || clause.form === 'noun' ? undefined : termSaid(d)
  if (!term && m?.type !== 'office') return d
  const titles = m?.type === 'office' ? [m.title] : headsIn(article.text.slice(term!.start, term!.end), one.e)
  for (const title of titles) {
    const of = (m?.type === 'office' ? m.of : undefined) ?? stateOfTitle(article.holders, one.e.id!, title)
    const as = officeOf(title, of)
    if (!as) continue
    const held = (e: Entity): Entity => (e === one.e ? { ...e, as, ...(of && { of }) } : e)
    const span = hull([d.span, said?.span ?? term!])
    return { ...d, roles: { ...d.roles, [one.role]: d.roles[one.role]!.map(held) }, span }
  }
  return d
}

/** The offices that "while in office" and "during her premiership" may mean. */
const headsIn = (words: string, e: Entity): Title[] => {
  const named = /presiden/.test(words) ? ['president'] : /premier/.test(words) ? ['prime minister'] : undefined
  const own = e.title?.sort === 'head' ? [e.title] : []
  return [
    ...own,
    ...(named ?? ['president', 'prime minister', 'chancellor']).flatMap((w) => titleOf(w.split(' ')) ?? []),
  ]
}

/** "While in office", "during his presidency": said of the holders of an office, who hold it at the time anyway. */
function termIn(d: Draft): Span | undefined {
  const people = Object.values(d.roles).flat()
  const offices = people.some((e) => e.type === 'office' || e.as !== undefined || e.id?.startsWith('office:'))
  return offices && HELD.has(d.kind) ? termSaid(d) : undefined
}

/** The words that say that somebody did it while in office, whoever did. */
export function termSaid(d: Draft): Span | undefined {
  const { line, article } = d.match.site
  const { start, end } = line.sentence
  const said = TERM.exec(article.text.slice(start, end))
  return said ? { start: start + said.index, end: start + said.index + said[0].length } : undefined
}
const TERM =
  /\b(?:while (?:still )?(?:in office|serving|(?:a )?sitting)|during (?:his|her|their|the) (?:time in office|terms? (?:in office|as \w+)|presidenc(?:y|ies)|tenures?|premierships?))\b/

/** The words of a claim's own span that name the office in which it was done. */
export function capacityIn(d: Draft): Span | undefined {
  const term = termIn(d)
  if (term) return term
  const { line, clause } = d.match.site
  const said = HELD.has(d.kind) ? phraseOf(line, clause) : undefined
  return said && said.span.end <= d.span.end ? said.span : undefined
}
