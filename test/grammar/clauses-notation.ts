import { clausesOf } from '../../src/grammar/clauses/index.ts'
import type { Clause, Participant, Sentence, Token } from '../../src/grammar/types.ts'

/** A sentence from CoNLL-U rows (word rows only); offsets are those of the words in the joined text. */
export function sentenceOf(rows: readonly string[][]): { text: string; sentence: Sentence } {
  const index = new Map(rows.map((row, i) => [row[0]!, i]))
  let text = ''
  const tokens = rows.map((row, i): Token => {
    const start = text.length
    text += row[1]
    const end = text.length
    if (!/SpaceAfter=No|Glued/.test(row[9] ?? '')) text += ' '
    return {
      i,
      form: row[1]!,
      lemma: row[2]!,
      upos: row[3]!,
      xpos: row[4]!,
      feats: Object.fromEntries(row[5] === '_' ? [] : row[5]!.split('|').map((f) => f.split('='))),
      head: index.get(row[6]!) ?? -1,
      deprel: row[7]!,
      start,
      end,
    }
  })
  return { text, sentence: { tokens, start: 0, end: text.length } }
}

/** The words of a participant without a leading article. */
export const worded = (text: string, p: Participant): string =>
  text.slice(p.span.start, p.span.end).replace(/^(the|a|an) /i, '')

/** Every slot of a clause as words: `{ s: ['Lasso'], o: ['Israel'], in: ['May'], under: ['plan'] }`. */
export function slotsOf(text: string, c: Clause): Record<string, string[]> {
  const slots: Record<string, string[]> = {}
  const add = (slot: string, word: string) => {
    slots[slot] ??= []
    slots[slot].push(word)
  }
  for (const p of c.subjects) add('s', worded(text, p))
  for (const p of c.objects) add('o', worded(text, p))
  for (const p of c.recipients) add('r', worded(text, p))
  for (const p of c.possessors) add('poss', worded(text, p))
  for (const p of c.predicatives) add('is', worded(text, p))
  for (const o of c.obliques) add(o.prep || 'bare', worded(text, o.np))
  for (const o of c.nearby) add(`?${o.prep}`, worded(text, o.np))
  for (const word of c.under) add('via', word)
  for (const modal of c.modals) add('modal', modal)
  if (c.modifies) add('of-noun', worded(text, c.modifies))
  for (const flag of ['negated', 'never', 'perfect', 'progressive'] as const) if (c[flag]) add(flag, '')
  add('tense', c.tense)
  add('span', text.slice(c.span.start, c.span.end))
  if (c.prep) add('at', c.prep)
  if (c.mark) add('mark', c.mark)
  if (c.joined) add('joined', c.joined)
  return slots
}

export const show = (text: string, c: Clause): string =>
  `${c.form === 'noun' ? '*' : c.form === 'copula' ? '=' : ''}${c.lemma}(${Object.entries(slotsOf(text, c))
    .map(([slot, words]) => (words[0] === '' ? slot : `${slot}: ${words.join(' + ')}`))
    .join('; ')})`

/** Whether a clause meets `visit(s: Lasso; o: Israel; not-o; past)`: named slots exactly, others free. `*` noun, `=` copula; `?in` is near or the clause's own. */
export function meets(text: string, c: Clause, expected: string): boolean {
  const open = expected.indexOf('(')
  const name = expected.slice(0, open)
  const form = name.startsWith('*') ? 'noun' : name.startsWith('=') ? 'copula' : 'verb'
  if (c.form !== form || c.lemma !== name.replace(/^[*=]/, '')) return false
  const slots = slotsOf(text, c)
  const parts = expected
    .slice(open + 1, -1)
    .split(';')
    .map((p) => p.trim())
    .filter((p) => p !== '')
  return parts.every((part) => meetsPart(slots, part))
}

function meetsPart(slots: Record<string, string[]>, part: string): boolean {
  if (['past', 'present', 'future', 'none'].includes(part)) return slots.tense![0] === part
  if (part.startsWith('-')) return slots[part.slice(1)] === undefined
  const colon = part.indexOf(':')
  if (colon < 0) return slots[part] !== undefined
  const slot = part.slice(0, colon).trim()
  const found = slots[slot] ?? (slot.startsWith('?') ? slots[slot.slice(1)] : undefined) ?? []
  const words = part.slice(colon + 1).split('+')
  return found.length === words.length && words.every((w) => found.includes(w.trim()))
}

/** The expectations that no clause of the sentence meets. */
export function unmet(text: string, sentence: Sentence, expected: readonly string[]): string[] {
  const clauses = clausesOf(sentence)
  return expected.filter((e) => !clauses.some((c) => meets(text, c, e)))
}
