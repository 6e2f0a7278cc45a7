import type { Clause } from '../grammar/types.ts'
import type { Span } from '../model/span.ts'
import { overlaps } from '../model/span.ts'
import type { Line } from './article.ts'
import type { Draft } from './draft.ts'
import * as Q from './en/qualifiers.ts'

/** Why a sentence does not tell what a clause of it says, as a fact that this article holds. */
export function retracted(d: Draft): string | undefined {
  const { article, line, clause } = d.match.site
  if (d.kind === 'remark') return undefined
  const at = line.tokens[clause.predicate]!
  const before = article.text.slice(line.sentence.start, at.start)
  for (const rule of Q.TAKEN_BACK) {
    const m = rule.exec(before)
    if (m) return `“${m[0]}” takes it back`
  }
  const after = Q.TAKEN_BACK_AFTER.exec(article.text.slice(at.end, line.sentence.end))
  if (
    after &&
    (/\b(?:that|which)\b/i.test(before) || /,? which $/.test(article.text.slice(at.end, at.end + after.index)))
  ) {
    return `“${after[0]}” takes it back`
  }
  return disbelieved(line, clause) ?? nearly(line, clause)
}

/** What a denial or a doubt is about. */
function disbelieved(line: Line, clause: Clause): string | undefined {
  let at: Clause | undefined = clause
  for (let n = 0; at && n < 5; n++) {
    const id: number | undefined = at.governor
    const up: Clause | undefined = id === undefined || id === at.id ? undefined : line.clauses[id]
    if (!up) break
    if (Q.DISBELIEVING.has(up.lemma) && at.form !== 'noun') return `“${form(line, up)}” is no telling of it`
    if ((up.negated || up.never) && HOLDING.has(up.lemma) && at.mark !== 'to')
      return `“not ${up.lemma}” is no telling of it`
    at = up
  }
  const word = clause.under.find((w) => Q.DISBELIEVING.has(w))
  return word && clause.form !== 'noun' ? `“${word}” is no telling of it` : undefined
}
const HOLDING = new Set('believe think say claim state confirm know acknowledge admit accept suggest prove'.split(' '))
const form = (line: Line, c: Clause): string => line.tokens[c.predicate]!.form

/** "almost visited", "would have visited": it was not done. */
function nearly(line: Line, c: Clause): string | undefined {
  if (c.form === 'noun') return undefined
  for (let k = c.predicate - 1; k >= 0 && c.predicate - k < 4; k--) {
    const t = line.tokens[k]!
    const word = t.form.toLowerCase()
    if (Q.NEARLY.has(word) && line.tokens[k + 1]?.form.toLowerCase() !== 'ever')
      return `“${t.form}” says that it was not`
    if (!['AUX', 'ADV', 'PART'].includes(t.upos)) break
  }
  return c.modals.includes('would') && c.perfect ? '“would have” says that it was not' : undefined
}

/** Words by which a claim is told without anyone who answers for it, or as not wanted or not possible. */
export function hedgeOf(d: Draft): Span | undefined {
  const { article, line, clause } = d.match.site
  if (d.kind === 'remark') return undefined
  const hearsay = line.tokens.find(
    (t) => Q.HEARSAY.has(t.form.toLowerCase()) || /^(?:alleged|purported|rumou?red)$/i.test(t.form),
  )
  if (hearsay && overlaps(hearsay, { start: clause.span.start - 40, end: clause.span.end })) return spanOf(hearsay)
  const at = line.tokens[clause.predicate]!
  const before = article.text.slice(line.sentence.start, at.start)
  const rumour = Q.RUMOURS.exec(before)
  if (rumour && d.attribution.voice === 'narrator') return shift(line.sentence.start + rumour.index, rumour[0].length)
  const open = opened(d, article.text, line)
  if (open) return open
  const said =
    /\b(?:is|was|are|were|been) (?:widely |often )?(?:said|believed|thought|rumou?red|alleged|reported|understood|considered|supposed) to\b/i.exec(
      before,
    )
  if (said) return shift(line.sentence.start + said.index, said[0].length)
  if (clause.form === 'noun') return undefined
  const able = clause.modals.some((m) => m === 'could' || m === 'can')
  const perhaps = clause.perfect && clause.modals.some((m) => ['may', 'might', 'could', 'should', 'must'].includes(m))
  if ((clause.negated && able) || perhaps) return auxiliary(line, clause)
  const feigned = line.tokens.find(
    (t) => Q.FEIGNING.has(t.lemma.toLowerCase()) && clause.under.includes(t.lemma.toLowerCase()),
  )
  if (feigned) return spanOf(feigned)
  return d.kind === 'visit' || d.kind === 'meeting' || d.kind === 'vote' ? undefined : unwilling(line, clause)
}
const shift = (start: number, length: number): Span => ({ start, end: start + length })
const spanOf = (t: Span): Span => ({ start: t.start, end: t.end })

function auxiliary(line: Line, c: Clause): Span {
  const k = line.tokens.findLastIndex(
    (t, i) => i < c.predicate && /^(?:could|can|ca|cannot|may|might|should|must)$/i.test(t.form),
  )
  const from = line.tokens[k < 0 ? c.predicate : k]!
  return { start: from.start, end: line.tokens[c.predicate - 1]?.end ?? from.end }
}

/** "neither … nor", "either … or", "at least twice", "some believe": words that no claim has kept. */
function opened(d: Draft, text: string, line: Line): Span | undefined {
  const said = text.slice(line.sentence.start, line.sentence.end)
  for (const { words, unless } of Q.OPENING) {
    const m = words.exec(said)
    if (m && !(unless === 'denied' && (d.modality === 'denied' || d.is === 'none')) && (unless !== 'plain' || d.count))
      return shift(line.sentence.start + m.index, m[0].length)
  }
  return undefined
}

/** "refused to recognise": of a state of affairs it tells only that someone would not. */
function unwilling(line: Line, c: Clause): Span | undefined {
  if (!c.under.some((w) => Q.UNWILLING.has(w))) return undefined
  const t = line.tokens.findLast((x) => x.i < c.predicate && Q.UNWILLING.has(x.lemma.toLowerCase()))
  return t && spanOf(t)
}
