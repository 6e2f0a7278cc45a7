import type { Participant } from '../grammar/types.ts'
import type { Line } from './article.ts'
import { STATE_NOUNS } from './en/words.ts'

/**
 * Phrases by word order alone, for a reader whose tree has put them elsewhere. Nothing here crosses a verb.
 */

const INSIDE = new Set(['NOUN', 'PROPN', 'NUM', 'ADJ', 'DET', 'PRON', 'PART', 'SYM'])
const SKIP_LEFT = new Set(['AUX', 'ADV', 'PART'])

/** The phrase that ends at token `i`: nouns and what stands before them, "of" phrases included. */
export function phraseEndingAt(line: Line, i: number): Participant | undefined {
  let from = i
  while (from >= 0 && belongs(line, from, i)) from--
  from++
  while (from < i && ['ADP', 'PUNCT', 'CCONJ', 'PART'].includes(line.tokens[from]!.upos)) from++
  return from > i || !isNoun(line, i) ? undefined : phraseOf(line, from, i)
}

function belongs(line: Line, k: number, end: number): boolean {
  const t = line.tokens[k]!
  if (line.mentionAt[k] || STATE_NOUNS.has(t.form.toLowerCase())) return true
  if (t.upos === 'ADP') return t.form.toLowerCase() === 'of' && k < end
  if (t.upos === 'VERB')
    return k < end && (t.xpos === 'VBG' || t.xpos === 'VBN') && ['DET', 'ADJ'].includes(line.tokens[k - 1]?.upos ?? '')
  if (t.upos === 'PRON') return k === end || t.xpos === 'PRP$'
  return INSIDE.has(t.upos) && t.form !== 'not'
}

const isNoun = (line: Line, i: number): boolean =>
  line.mentionAt[i] !== undefined ||
  STATE_NOUNS.has(line.tokens[i]!.form.toLowerCase()) ||
  ['NOUN', 'PROPN', 'PRON', 'NUM', 'DET'].includes(line.tokens[i]!.upos)

/** The head is the last noun before an "of" phrase. */
function phraseOf(line: Line, from: number, to: number): Participant {
  let head = to
  for (let k = from; k <= to; k++) {
    const mention = line.mentionAt[k]
    if (line.tokens[k]!.form.toLowerCase() === 'of' && k > from && (!mention || mention.type === 'office')) {
      head = k - 1
      break
    }
  }
  const tokens = Array.from({ length: to - from + 1 }, (_, k) => from + k)
  return { head, tokens, span: { start: line.tokens[from]!.start, end: line.tokens[to]!.end }, apposed: [] }
}

/** The phrases right before a verb, its auxiliaries and adverbs: "Egypt, Greece, India and Turkey | have entered". */
export function subjectsLeft(line: Line, predicate: number): Participant[] {
  let at = predicate - 1
  const copula = line.tokens.slice(Math.max(0, predicate - 6), predicate).findLastIndex((t) => t.upos === 'AUX')
  if (line.tokens[predicate]!.upos !== 'VERB' && copula >= 0) at = Math.max(0, predicate - 6) + copula
  while (at >= 0 && SKIP_LEFT.has(line.tokens[at]!.upos) && !line.mentionAt[at]) at--
  const pronoun = line.tokens[at]
  if (pronoun && ['who', 'which', 'that'].includes(pronoun.form.toLowerCase())) {
    const end = line.tokens[at - 1]?.form === ',' ? at - 2 : at - 1
    const np = end >= 0 ? phraseEndingAt(line, end) : undefined
    const name = end >= 0 && line.mentionAt[end] ? mentionPhrase(line, end) : undefined
    return [np, name, ...aboveOf(line, end, at)]
      .filter((x) => x !== undefined)
      .map((x) => ({ ...x, shared: 'relative' as const }))
  }
  const named = nameBetweenCommas(line, at)
  if (named) return [named]
  at = outOfParenthesis(line, at)
  const noun = relativeEnding(line, at, predicate)
  return noun ? [noun] : coordinatedLeft(line, at)
}

/** "The new ambassador to Oman, *Ana Ruiz*, | presented": a person's name between two commas right before the verb. */
function nameBetweenCommas(line: Line, at: number): Participant | undefined {
  const m = line.tokens[at]?.form === ',' ? line.mentionAt[at - 1] : undefined
  if (m?.type !== 'person') return undefined
  let from = at - 1
  while (from > 0 && line.mentionAt[from - 1] === m) from--
  return line.tokens[from - 1]?.form === ',' ? mentionPhrase(line, at - 1) : undefined
}

/** ", with the exception of Chad, | now have": the words before a parenthesis that ends here. */
function outOfParenthesis(line: Line, at: number): number {
  const mark = line.tokens[at]?.form ?? ''
  if (!/^[,–—]$/.test(mark)) return at
  for (let k = at - 1; k > 0 && at - k < 14; k--) {
    if (line.tokens[k]!.form !== mark) continue
    return ASIDE.has(line.tokens[k + 1]!.form.toLowerCase()) ? k - 1 : at
  }
  return at
}
const ASIDE = new Set([
  'with',
  'except',
  'excepting',
  'including',
  'apart',
  'other',
  'along',
  'like',
  'such',
  'as',
  'together',
])

/** "Countries *that abstained on it* | have": the noun of a relative clause that ends here. */
function relativeEnding(line: Line, at: number, predicate: number): Participant | undefined {
  const t = line.tokens[at]
  if (!t) return undefined
  const clause = line.clauses.find(
    (c) =>
      c.modifies &&
      c.form !== 'noun' &&
      c.predicate < predicate &&
      c.predicate <= at &&
      c.modifies.head < c.predicate &&
      c.span.start <= t.start &&
      t.end <= c.span.end &&
      at - c.predicate < 8,
  )
  return clause?.modifies && line.tokens[clause.predicate]!.start > clause.modifies.span.start
    ? clause.modifies
    : undefined
}

/** Nouns above token `i` in the tree that a relative pronoun at `before` may tell of: "*people* specialising in law who …". */
function aboveOf(line: Line, i: number, before: number): Participant[] {
  const out: Participant[] = []
  for (let k = line.tokens[i]?.head ?? -1, n = 0; k >= 0 && n < 5; k = line.tokens[k]!.head, n++) {
    const np = k < before && line.tokens[k]!.upos === 'NOUN' ? phraseEndingAt(line, k) : undefined
    if (np) out.push(np)
  }
  return out
}

/** The name that ends at token `i`, alone. */
function mentionPhrase(line: Line, i: number): Participant {
  let from = i
  while (line.mentionAt[from - 1] === line.mentionAt[i]) from--
  return phraseOf(line, from, i)
}

function coordinatedLeft(line: Line, end: number): Participant[] {
  const out: Participant[] = []
  let at = end
  while (at >= 0) {
    const np = phraseEndingAt(line, at)
    if (!np) break
    out.unshift(np)
    const joint = np.tokens[0]! - 1
    const word = line.tokens[joint]?.form.toLowerCase()
    const and = word === 'and' || word === '&'
    if (!and && !(word === ',' && out.length > 1)) break
    at = and && line.tokens[joint - 1]?.form === ',' ? joint - 2 : joint - 1
  }
  return out
}

/** "In response *to* Peru’s move" names nobody to whom something goes. */
const LEADING = new Set([
  'response',
  'addition',
  'regard',
  'relation',
  'opposition',
  'contrast',
  'due',
  'prior',
  'according',
  'thanks',
])

/** The names right after a preposition that follows token `from`, before the next verb with a subject of its own. */
export function namesAfter(line: Line, from: number, prep: string | undefined, near = false): Participant[] {
  const limit = Math.min(line.tokens.length, from + (near ? 8 : 14))
  for (let k = from + 1; k < limit; k++) {
    const t = line.tokens[k]!
    const word = t.form.toLowerCase()
    if (prep === 'to' && word === 'to' && LEADING.has(line.tokens[k - 1]!.form.toLowerCase())) return []
    if (prep === undefined ? !['DET', 'ADJ', 'ADV'].includes(t.upos) || line.mentionAt[k] : word === prep) {
      return namesFrom(line, prep === undefined ? k : k + 1)
    }
    if (t.upos === 'VERB' || t.form === ';' || (near && t.form === ',') || t.upos === 'SCONJ') return []
  }
  return []
}

/** Coordinated names from token `k`: "Djibouti, Somalia, Kenya, and Niger". */
function namesFrom(line: Line, k: number): Participant[] {
  const out: Participant[] = []
  let at = k
  while (at < line.tokens.length) {
    while (['the', 'both'].includes(line.tokens[at]?.form.toLowerCase() ?? '')) at++
    const m = line.mentionAt[at]
    if (!m) break
    let to = at
    while (line.mentionAt[to + 1] === m) to++
    const after = line.mentionAt[to + 1]
    if (m.type === 'state' && (after?.type === 'person' || after?.type === 'office')) {
      at = to + 1
      continue
    }
    if (m.type === 'state' && ['adjective', 'demonym'].includes(m.form)) break
    const next = line.tokens[to + 1]
    const dated = next !== undefined && line.times.some((t) => t.start <= next.start && next.end <= t.end)
    if (next && !dated && ['NOUN', 'PROPN'].includes(next.upos) && !line.mentionAt[to + 1] && m.type !== 'person') break
    out.push(phraseOf(line, at, to))
    at = to + 1
    if (line.tokens[at]?.form === ',') at++
    if (line.tokens[at]?.form.toLowerCase() === 'and') at++
    if (at === to + 1) break
  }
  return out
}

/** "the first president *to visit*", "for Serbia *to join*": who does what an infinitive says, by what stands before it. */
export function subjectOfInfinitive(line: Line, predicate: number): { np: Participant; ordinal: boolean } | undefined {
  const to = predicate - 1
  if (line.tokens[to]?.form.toLowerCase() !== 'to') return undefined
  const np = phraseEndingAt(line, to - 1)
  // "Will travel to Peru next week to meet": a time does nothing.
  const head = np && line.tokens[np.head]!
  if (!np || !head || line.times.some((t) => t.start <= head.start && head.end <= t.end)) return undefined
  const words = np.tokens.filter((k) => k < np.head || k === np.head).map((k) => line.tokens[k]!.form.toLowerCase())
  if (words.some((w) => ORDINALS.has(w))) return { np: { ...np, shared: 'relative' }, ordinal: true }
  return line.tokens[np.tokens[0]! - 1]?.form.toLowerCase() === 'for' ? { np, ordinal: false } : undefined
}
const ORDINALS = new Set(
  'first second third fourth fifth sixth seventh eighth ninth tenth last latest only next'.split(' '),
)
