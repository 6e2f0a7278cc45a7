import type { Clause, Participant } from '../grammar/types.ts'
import { within } from '../model/span.ts'
import type { Line } from './article.ts'
import type { Draft } from './draft.ts'
import { modalityOf } from './modality.ts'

const OFF = new Set(['cancel', 'call off', 'postpone', 'scrap', 'shelve', 'put off', 'abandon', 'axe', 'drop'])
/** What a plan of a kind is called when it is spoken of again. */
const AGAIN: Readonly<Record<string, RegExp>> = {
  visit: /^(?:visit|trip|tour|journey|travel|stop|plans?)$/,
  meeting: /^(?:meeting|talks?|summit|conversation|session|round|dinner|call|negotiations?|consultations?|plans?)$/,
  agreement: /^(?:signing|ceremony|plans?)$/,
}
const DEFINITE = /^(?:the|this|that|these|those|his|her|its|their|both)$/i
const PRONOUN = /^(?:it|they|them)$/i

/** "Was to visit Chad in May, *but the trip was postponed*": what is planned in one clause, another says is off, here or in the next sentence. */
export function calledOff(lines: readonly Line[], d: Draft): Draft {
  const { line } = d.match.site
  const planned = d.modality === 'planned' || d.modality === 'proposed'
  if (!planned || !AGAIN[d.kind] || (d.is !== 'so' && d.is !== 'first')) return d
  const next = lines[line.index + 1]
  const off =
    line.clauses.some((c) => c.predicate > d.match.site.clause.predicate && isOff(line, c) && means(d, line, c)) ||
    (next?.paragraph === line.paragraph &&
      next.clauses.some((c) => c.governor === undefined && isOff(next, c) && means(d, next, c)))
  return off ? { ...d, modality: 'cancelled', rules: [...d.rules, 'called-off'] } : d
}

/** Called off in so many words: not perhaps, not by nobody, not yet to be. */
const isOff = (line: Line, c: Clause): boolean =>
  c.form === 'verb' &&
  !(c.perfect && c.tense === 'past') &&
  !STANDS.test(textOf(line, c)) &&
  OFF.has(c.lemma) &&
  !/^(?:if|unless|until)$/.test(c.mark ?? '') &&
  (modalityOf(line, c) ?? 'cancelled') === 'cancelled'

/** "Postponed *from March*", "*twice* postponed": what was put off before is on now. */
const STANDS = /\b(?:twice|earlier|previously|originally|from|last|already)\b/i
const textOf = (line: Line, c: Clause): string =>
  line.tokens
    .filter((t) => Math.abs(t.i - c.predicate) < 5 && within(t, c.span))
    .map((t) => t.form)
    .join(' ')

const means = (d: Draft, line: Line, c: Clause): boolean =>
  [...c.objects, ...(c.voice === 'passive' ? c.subjects : [])].some((np) => isPlan(d, line, np))

function isPlan(d: Draft, line: Line, np: Participant): boolean {
  const { line: own, clause } = d.match.site
  const head = line.tokens[np.head]!
  if (line === own) {
    const lent = own.clauses.some((c) => c.id === clause.id && c.objects.some((o) => o.head === np.head))
    if (np.head === clause.predicate || lent || PRONOUN.test(head.form)) return true
  }
  const first = line.tokens[np.tokens[0] ?? np.head]!
  const named = np.tokens.some((k) => line.mentionAt[k])
  return !named && DEFINITE.test(first.form) && AGAIN[d.kind]!.test(head.lemma.toLowerCase())
}
