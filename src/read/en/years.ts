import { yearOf } from '../../model/when.ts'
import { timesFor } from '../dating.ts'
import type { Draft } from '../draft.ts'
import type { Entity } from '../entity.ts'
import { subjectsLeft } from '../linear.ts'
import { type NumberHit, numberAt } from '../number.ts'
import { UNITS } from '../since.ts'
import { nounClause } from '../slots.ts'
import { type Word, wordsOf } from '../words.ts'
import { make } from './make.ts'
import type { Scene } from './specials.ts'
import { tiesAfter } from './ties-years.ts'

const TOLD = /anniversar|year|decade|centur/i
/** How long ago or how long: anniversaries, "160 years since", "50 years of statehood", "for eight decades". */
export function years(scene: Scene): Draft[] {
  const { start, end } = scene.line.sentence
  if (!TOLD.test(scene.article.text.slice(start, end))) return []
  const words = wordsOf(scene.article.text, scene.line.sentence)
  const out: Draft[] = []
  words.forEach((w, i) => {
    if (w.low === 'anniversary') out.push(...anniversary(scene, words, i))
    else if (w.low in UNITS) out.push(...stretch(scene, words, i))
  })
  return out
}

/** "its 60th anniversary of independence (in 2024)". */
function anniversary(scene: Scene, words: readonly Word[], i: number): Draft[] {
  const end = words[i]!.end
  const plain = numberBefore(words, i)
  const n = plain?.ordinal
    ? plain
    : words[i - 1]?.low === 'year'
      ? numberBefore(words, beforeHyphen(words, i - 1))
      : undefined
  if (!n) return []
  const found = eventsAfter(scene, end).concat(independence(scene, words, i))
  return (found.length ? found : tiesAfter(scene, end)).map((d) => counted(scene, d, n, end, true))
}

/** "30-year", "30 year". */
const beforeHyphen = (words: readonly Word[], i: number): number => (words[i - 1]?.text === '-' ? i - 1 : i)

/** "160 years since the unification", "50 years of statehood", "100 years of Chilean-Danish relations". */
function stretch(scene: Scene, words: readonly Word[], i: number): Draft[] {
  const n = numberBefore(words, i)
  const free = FREE.test(textAfter(scene, words[i]!.end))
  if (n?.ordinal && free) return independence(scene, words, i).map((d) => counted(scene, d, n, words[i]!.end, true))
  if (!n || n.ordinal) return []
  const unit = UNITS[words[i]!.low]!
  const scaled: NumberHit = { ...n, value: n.value * unit, amount: scale(n, unit) }
  const next = words[i + 1]?.low
  if (next === 'since' || next === 'after') {
    const events = eventsAfter(scene, words[i + 1]!.end)
    const told = !events.length && /^ (?:since|after) (?:\p{L}+ )?independence\b/u.test(textAfter(scene, words[i]!.end))
    const begun = told ? independence(scene, words, i) : events
    return (begun.length ? begun : tiesAfter(scene, words[i]!.end)).map((d) =>
      counted(scene, d, scaled, words[i]!.end, true),
    )
  }
  if (free) return independence(scene, words, i).map((d) => counted(scene, d, scaled, words[i]!.end, true))
  if (next === 'old')
    return age(scene, words[i + 1]!.start).map((d) => counted(scene, d, scaled, words[i + 1]!.end, true))
  const f = words[n.from - 1]?.low
  if (f === 'for') return lasting(scene, n).map((d) => counted(scene, d, scaled, words[i]!.end, false))
  if (next === 'of') {
    const found = eventsAfter(scene, words[i + 1]!.end).concat(independence(scene, words, i))
    return (found.length ? found : tiesAfter(scene, words[i]!.end)).map((d) =>
      counted(scene, d, scaled, words[i]!.end, true),
    )
  }
  return []
}

const textAfter = ({ article }: Scene, at: number): string => article.text.slice(at, at + 40)
/** "Your 49th year *as an independent nation*". */
const FREE = /^ as (?:an? )?(?:free and )?(?:independent|sovereign)\b/

/** "Israel is 74 years old": the age of a state. */
function age(scene: Scene, at: number): Draft[] {
  const { line, refs } = scene
  const k = line.tokens.findIndex((t) => t.start === at)
  const be = line.tokens.findLastIndex((t, j) => j < k && k - j < 7 && t.lemma.toLowerCase() === 'be')
  if (be < 1) return []
  const state = subjectsLeft(line, be)
    .flatMap((np) => refs.resolve(line, np))
    .find((e) => e.type === 'state')
  const span = { start: state?.span.start ?? 0, end: line.tokens[k]!.end }
  if (!state) return []
  const draft = make(scene, 'statehood/age', 'statehood', k, span, { state: [state] }, 'happened')
  return [{ ...draft, fixed: { step: 'founded' } }]
}

/** "partners for eight decades": a state of affairs that has lasted. */
const lasting = (scene: Scene, n: NumberHit): Draft[] =>
  scene.drafts
    .filter(
      (d) =>
        d.kind === 'relations' &&
        d.modality === 'holds' &&
        d.is === 'so' &&
        n.start >= d.span.start &&
        n.start - d.span.end < 40,
    )
    .slice(-1)
    .map((d) => ({ ...d, span: { start: d.span.start, end: n.end } }))

function scale(n: NumberHit, unit: number): NumberHit['amount'] {
  const { least, most } = n.amount
  if (least === null && most !== null) return { least: null, most: (most + 1) * unit - 1 }
  if (most === null && least !== null) return { least: (least - 1) * unit + 1, most: null }
  return { least: least === null ? null : least * unit, most: most === null ? null : most * unit }
}

function numberBefore(words: readonly Word[], i: number): NumberHit | undefined {
  for (let k = Math.max(0, i - 7); k < i; k++) {
    const n = numberAt(words, k)
    if (n && n.to === i) return n
  }
  return undefined
}

/** Founding events that noun phrases tell soon after. */
const eventsAfter = (scene: Scene, at: number): Draft[] => {
  const near = scene.drafts.filter(
    (d) => d.match.site.clause.form === 'noun' && d.span.end > at && BEGINS.has(`${d.kind} ${d.fixed.step}`),
  )
  let reach = at
  return near
    .toSorted((a, b) => predicateOf(a) - predicateOf(b))
    .filter((d) => {
      const p = predicateOf(d)
      const close = p - reach < 60 && p >= at
      if (close) reach = Math.max(reach, d.span.end)
      return close
    })
}
const predicateOf = (d: Draft): number => d.match.site.line.tokens[d.match.site.clause.predicate]!.start
const BEGINS = new Set([
  'statehood founded',
  'statehood independence',
  'statehood dissolved',
  'relations established',
  'relations held',
  'relations recognised',
  'relations restored',
])

/** "independence" and "statehood" with the state that they are of: its owner, or the subject that celebrates. */
function independence(scene: Scene, words: readonly Word[], i: number): Draft[] {
  const { line, refs } = scene
  const w = words
    .slice(i + 1, i + 9)
    .find((x) => ['independence', 'statehood', 'independent', 'sovereign'].includes(x.low))
  const k = w ? line.tokens.findIndex((t) => t.start === w.start) : -1
  if (!w || k < 0) return []
  const noun = nounClause(line, k)
  const own = [...(noun?.possessors ?? []), ...(noun?.obliques ?? []).filter((o) => o.prep === 'of').map((o) => o.np)]
  const owners = own.flatMap((np) => refs.resolve(line, np)).filter((e) => e.type === 'state')
  const state = isAddressed(scene, words[i]!.start, w.end)
    ? addressee(scene, w.start)
    : (owners[0] ??
      pronounState(scene, words[i]!.start) ??
      nearState(scene, words[i]!.start) ??
      subjectState(scene, w.start) ??
      lastState(scene, w.start))
  if (!state) return []
  const draft = make(
    scene,
    'statehood/years',
    'statehood',
    k,
    { start: words[i]!.start, end: w.end },
    { state: [state] },
    'happened',
  )
  return [{ ...draft, fixed: { step: w.low === 'statehood' ? 'founded' : 'independence' } }]
}
/** "As *you* celebrate 60 years of independence", "on the 60th anniversary of *your* independence". */
const isAddressed = ({ article }: Scene, from: number, to: number): boolean =>
  /\byour?\b/i.test(article.text.slice(Math.max(0, from - 32), to))
/** The state spoken to: the last one named that does not speak. */
function addressee({ line, refs, article }: Scene, before: number): Entity | undefined {
  const speaks = (at: number) => SPEAKING.test(article.text.slice(Math.max(0, at - 60), at))
  const m = line.mentions.findLast(
    (x) => x.type === 'state' && x.id !== refs.house && x.end <= before && !speaks(x.start),
  )
  return m?.type === 'state' ? { type: 'state', id: m.id, label: m.label, span: m } : undefined
}
const SPEAKING =
  /\bbehalf of (?:the )?(?:[Gg]overnment and )?(?:(?:[Pp]eople|[Gg]overnment)(?: and [Gg]overnment| and [Pp]eople)? of (?:the )?)?$/
function pronounState({ line, refs }: Scene, before: number): Entity | undefined {
  const t = line.tokens.findLast((x) => x.end <= before && before - x.end < 20 && refs.pronouns.has(x.start))
  return t && refs.pronouns.get(t.start)?.find((e) => e.type === 'state')
}
/** "Congratulated the people of Togo on 60 years of independence": the state named right before. */
function nearState(scene: Scene, at: number): Entity | undefined {
  const state = lastState(scene, at)
  return state && at - state.span.end < 24 && /\bon\b/.test(scene.article.text.slice(state.span.end, at))
    ? state
    : undefined
}
function subjectState({ line, refs }: Scene, at: number): Entity | undefined {
  const c = line.clauses
    .filter((x) => x.form !== 'noun' && x.span.start <= at && at < x.span.end)
    .toSorted((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0]
  return c?.subjects.flatMap((s) => refs.resolve(line, s)).find((e) => e.type === 'state')
}
const lastState = ({ line }: Scene, at: number): Entity | undefined => {
  const m = line.mentions.findLast((x) => x.type === 'state' && x.end <= at)
  return m?.type === 'state' ? { type: 'state', id: m.id, label: m.label, span: m } : undefined
}

/** The year that a number of years counts from: from the year named beside it, else from the article's. */
function counted(scene: Scene, d: Draft, n: NumberHit, at: number, exact: boolean): Draft {
  const { line, article } = scene
  const year = timesFor(line, d.match.site.clause).concat(line.times.filter((t) => t.start >= at))
  const named = year.map((t) => t.at('future')).find((w) => w !== undefined && /^\d{4}$/.test(w))
  const from = named ? Number(named) : article.date ? yearOf(article.date) : undefined
  const { when: _, ...rest } = d
  const plain = n.amount.least === n.amount.most
  return {
    ...rest,
    ...{ is: 'years', count: n.amount, rules: [...d.rules, 'years'] },
    span: { start: Math.min(n.start, d.span.start), end: d.span.end },
    ...(exact && plain && from !== undefined && { when: String(from - n.value) }),
  }
}
