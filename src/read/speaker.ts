import type { Clause, Participant } from '../grammar/types.ts'
import type { Voice } from '../model/claim.ts'
import { personId } from '../model/ids.ts'
import type { Span } from '../model/span.ts'
import type { Article, Line } from './article.ts'
import { QUOTING, SPEECH } from './en/speech.ts'
import { distinct, type Entity, entityOf, stateEntity } from './entity.ts'
import type { Quotation } from './quotation.ts'
import type { References } from './reference.ts'
import { human } from './roles.ts'
import { aside, holds, insideOf } from './said-where.ts'
import { labelled } from './turns.ts'

export { turnSpeakers } from './turns.ts'

/** Whose words a claim is. */
export interface Attribution {
  voice: Voice
  speaker?: Entity
  /** The clause of saying, where there is one. */
  by?: Clause
}

const NARRATOR: Attribution = { voice: 'narrator' }

export const quotationAt = (article: Article, at: number): Quotation | undefined =>
  article.quotations.find((q) => q.start <= at && at < q.end)

const outside = (article: Article, line: Line, c: Clause): boolean =>
  quotationAt(article, line.tokens[c.predicate]!.start) === undefined

/** Subjects of a clause of saying that can answer for words. */
export function sayers(refs: References, line: Line, c: Clause): Entity[] {
  return c.subjects
    .flatMap((s) => spokenFor(refs, line, s) ?? ofDocument(refs, line, s) ?? refs.resolve(line, s))
    .filter((e) => e.type !== 'name' && (e.type !== 'group' || human(e)))
}

/** "A spokesperson for President Ruiz": an unnamed voice is the state that it speaks for. */
function spokenFor(refs: References, line: Line, np: Participant): Entity[] | undefined {
  if (!/^spokes(?:man|woman|person|people|men)$/i.test(line.tokens[np.head]!.form)) return undefined
  const own = refs.resolve(line, np)
  if (own.some((e) => e.type === 'person')) return undefined
  const noun = line.clauses.find((x) => x.form === 'noun' && x.predicate === np.head)
  const whose = (noun?.obliques ?? []).filter((o) => o.prep === 'for' || o.prep === 'of').map((o) => o.np)
  const home = [...own, ...whose.flatMap((x) => refs.resolve(line, x))].flatMap(
    (e) => (e.type === 'state' ? e.id : e.of) ?? [],
  )
  const state = home.find((id) => id.startsWith('state:'))
  return state ? [stateEntity(state, np.span)] : undefined
}

const DOCUMENTS = new Set(['statement', 'message', 'letter', 'tweet', 'post', 'communique', 'declaration'])
const isDocument = (line: Line, np: Participant): boolean => DOCUMENTS.has(line.tokens[np.head]!.lemma.toLowerCase())
const RELEASING = new Set(['release', 'issue', 'publish', 'post', 'send', 'write'])

/** "Ruiz’s statement said", "released a statement which said": whose it is answers for it. */
function ofDocument(refs: References, line: Line, np: Participant): Entity[] | undefined {
  if (!isDocument(line, np)) return undefined
  const before = np.tokens.filter((k) => k < np.head && k > np.head - 7)
  const named = before.flatMap((k) => {
    const m = line.mentionAt[k]
    return m && ['person', 'body', 'state'].includes(m.type)
      ? [entityOf(m)]
      : (refs.pronouns.get(line.tokens[k]!.start) ?? [])
  })
  if (named.length) return distinct(named).slice(0, 1)
  const maker = line.clauses.find((c) => RELEASING.has(c.lemma) && c.objects.some((o) => o.head === np.head))
  return maker && maker.voice === 'active' ? sayers(refs, line, maker) : undefined
}

/** "“…,” *the statement* said": of whoever last said or released something. */
function lastTeller(article: Article, refs: References, line: Line, c: Clause): Entity[] {
  if (!c.subjects.some((s) => isDocument(line, s))) return []
  for (let k = line.index; k >= Math.max(0, line.index - 3); k--) {
    const before = article.lines[k]!
    const told = before.clauses.filter(
      (x) =>
        x.form === 'verb' && (QUOTING.has(x.lemma) || RELEASING.has(x.lemma)) && !(k === line.index && x.id === c.id),
    )
    for (const x of told.toReversed()) {
      const who = outside(article, before, x) ? sayers(refs, before, x).filter((e) => e.type !== 'group') : []
      if (who.length) return who.slice(0, 1)
    }
  }
  return []
}

/** Who says the words of a quotation: the subject of the nearest verb of saying beside it, else whoever spoke before. */
export function speakerOfQuote(article: Article, refs: References, q: Quotation): Entity[] {
  if (q.label) return labelled(article, q.label)
  let best: { away: number; who: Entity[] } | undefined
  const led = ledByColon(article, refs, q)
  if (led.length) return led
  for (const line of article.lines) {
    if (line.sentence.end < q.outer.start - 200 || line.sentence.start > q.outer.end + 60) continue
    for (const c of line.clauses) {
      if (c.form !== 'verb' || !QUOTING.has(c.lemma.split(' ')[0]!) || !outside(article, line, c)) continue
      const at = line.tokens[c.predicate]!
      const away = at.start >= q.outer.end ? at.start - q.outer.end : q.outer.start - at.end
      if (away < 0 || (best && away >= best.away) || breaks(article, at, q)) continue
      const after = at.start - q.outer.end
      const said = after >= 0 && after < 4 ? besideVerb(line, c) : []
      const known = said.length ? said : sayers(refs, line, c).filter((e) => e.type !== 'group' || e.of)
      const who = known.length ? known : lastTeller(article, refs, line, c)
      if (who.length) best = { away, who }
    }
  }
  if (best && best.away < 150) return best.who
  return before(article, refs, q)
}

/** "Ruiz opposed the plan: “…”": a colon hands over to the subject of its sentence, where that has no verb of saying. */
function ledByColon(article: Article, refs: References, q: Quotation): Entity[] {
  const open = q.outer.start
  if (!/:\s*$/.test(article.text.slice(Math.max(0, open - 3), open))) return []
  const line = article.lines.findLast((l) => l.sentence.start < open - 2)
  const told = line?.clauses.filter((c) => c.form === 'verb' && line.tokens[c.predicate]!.start < open) ?? []
  if (!line || told.some((c) => QUOTING.has(c.lemma.split(' ')[0]!))) return []
  const main = told.find((c) => c.governor === undefined && !c.modifies && c.host === undefined)
  const first =
    told[0] && line.mentions.findLast((m) => m.type === 'person' && m.end < line.tokens[told[0]!.predicate]!.start)
  if (!main && first) return [entityOf(first)]
  return main && !/\bquot/i.test(article.text.slice(open - 40, open))
    ? sayers(refs, line, main)
        .filter((e) => ['person', 'state', 'body'].includes(e.type))
        .slice(0, 1)
    : []
}

/** A paragraph break between a verb and a quotation, except after a colon, parts them. */
function breaks(article: Article, at: Span, q: Quotation): boolean {
  const between =
    at.start >= q.outer.end ? article.text.slice(q.outer.end, at.start) : article.text.slice(at.end, q.outer.start)
  return between.includes('\n') && !/:\s*$/.test(between)
}

function before(article: Article, refs: References, q: Quotation): Entity[] {
  const k = article.quotations.indexOf(q)
  const prior = article.quotations.slice(0, k).findLast((p) => !p.scare)
  const named = subjectsBetween(article, refs, prior?.outer.end ?? q.outer.start - 250, q.outer.start)
  if (named.length) return named
  if (!prior || q.outer.start - prior.outer.end > 200) return []
  return speakerOfQuote(article, refs, prior)
}

/** "B criticised the decision. “…”": who did the last thing told between two quotations, nearer than 250 characters. */
function subjectsBetween(article: Article, refs: References, from: number, to: number): Entity[] {
  let last: Entity[] = []
  // "The ministry justified the strike: “…”": a colon hands over to whoever is told of, a state and a body too.
  const lead = article.text.slice(Math.max(from, to - 40), to)
  const leads = /:\s*$/.test(lead) && !/\bquot/i.test(lead)
  for (const line of article.lines) {
    if (line.sentence.end <= from || line.sentence.start >= to || to - line.sentence.end > 20) continue
    if (!leads && article.text.slice(line.sentence.end, to).includes('\n')) continue
    for (const c of line.clauses) {
      const at = line.tokens[c.predicate]!
      if (
        c.form !== 'verb' ||
        c.governor !== undefined ||
        c.modifies ||
        at.start < from ||
        at.end > to ||
        to - at.end > (leads ? 350 : 250)
      )
        continue
      const who = sayers(refs, line, c).filter(
        (e) => e.type === 'person' || (leads && ['state', 'body'].includes(e.type)),
      )
      if (who.length && outside(article, line, c)) last = who.slice(0, 1)
    }
  }
  return last
}

/** Whose words a clause is: quoted, reported with its speaker, or the narrator's own. */
export function attributionOf(article: Article, refs: References, line: Line, c: Clause): Attribution {
  const at = line.tokens[c.predicate]!.start
  const q = quotationAt(article, at)
  if (q && !q.scare) {
    const speaker = speakerOfQuote(article, refs, q)[0]
    return speaker ? { voice: 'quoted', speaker } : { voice: 'quoted' }
  }
  const said = reporting(article, refs, line, c, at)
  if (said) return said
  return accordingTo(article, refs, line, c) ?? conveyed(refs, line, c) ?? NARRATOR
}

/** "The minister stressed *close cooperation with Peru*": what a noun tells as the object of a verb of saying is its subject's. */
function conveyed(refs: References, line: Line, c: Clause): Attribution | undefined {
  if (c.form !== 'noun') return undefined
  const by = line.clauses.find(
    (v) =>
      v.form === 'verb' &&
      v.voice === 'active' &&
      CONVEYING.has(v.lemma) &&
      v.predicate < c.predicate &&
      holds(line, v, c.predicate),
  )
  if (!by || by.subjects.some((s) => FIRST.has(line.tokens[s.head]!.form.toLowerCase()))) return undefined
  if (by.tense === 'future' || by.tense === 'none' || by.modals.length) return undefined
  const speaker = sayers(refs, line, by).find((e) => e.type !== 'group')
  return speaker && speaker.id !== refs.house ? { voice: 'reported', speaker, by } : undefined
}
const CONVEYING = new Set('emphasize emphasise stress underscore underline highlight reiterate note'.split(' '))
/** The innermost clause of saying whose content the clause is. */
function reporting(article: Article, refs: References, line: Line, c: Clause, at: number): Attribution | undefined {
  let best: { by: Clause; content: Clause; size: number } | undefined
  for (const by of line.clauses) {
    if (by.form === 'noun' || by.id === c.id || !SPEECH.has(by.lemma.split(' ')[0]!)) continue
    for (const id of by.complements) {
      const content = line.clauses[id]
      if (by.objects.length > 0 && content && content.mark !== 'that') continue
      if (!content || content.form === 'noun' || at < content.span.start || at >= content.span.end) continue
      if (line.tokens[by.predicate]!.start >= content.span.start && insideOf(line, by, content)) continue
      const size = content.span.end - content.span.start
      if (!best || size < best.size) best = { by, content, size }
    }
  }
  const said = best ?? afterThat(article, line, at) ?? trailing(article, line, c)
  if (!said || (said === best && aside(article, line, c, best!.content))) return undefined
  if (said.by.subjects.some((s) => FIRST.has(line.tokens[s.head]!.form.toLowerCase()))) return undefined
  const speaker = sayers(refs, line, said.by)[0] ?? nearName(line, said.by)
  return speaker ? { voice: 'reported', speaker, by: said.by } : undefined
}

/** "Said on Friday *that* …": content that a tree has hung on the day, by word order. */
function afterThat(article: Article, line: Line, at: number): { by: Clause } | undefined {
  return line.clauses
    .filter((by) => by.form === 'verb' && SPEECH.has(by.lemma) && by.tense !== 'none' && outside(article, line, by))
    .map((by) => ({ by, that: thatAfter(line, by.predicate) }))
    .find(({ that }) => that !== undefined && at > line.tokens[that]!.start)
}
/** "…, the ministry announced on Monday.": a clause of saying without content of its own that ends the sentence. */
function trailing(article: Article, line: Line, c: Clause): { by: Clause } | undefined {
  const by = line.clauses.find(
    (x) => x.form === 'verb' && SPEECH.has(x.lemma) && x.predicate > c.predicate && x.objects.every((o) => o.shared),
  )
  const subject = by?.subjects.find((s) => !s.shared) ?? by?.modifies
  if (!by || !subject || by.complements.some((id) => line.clauses[id]?.form !== 'noun')) return undefined
  const before = line.tokens[subject.tokens[0]! - 1]
  const rest = line.tokens.slice(by.predicate + 1)
  const last = rest.length < 7 && rest.every((t) => t.upos !== 'VERB' && t.upos !== 'AUX' && t.form !== ':')
  const next = by.predicate - (subject.tokens.at(-1) ?? 0) === 1
  const parts = before?.form === ',' && before.i > c.predicate && outside(article, line, by)
  return last && next && parts ? { by: { ...by, subjects: [subject] } } : undefined
}

function thatAfter(line: Line, predicate: number): number | undefined {
  for (let k = predicate + 1; k < Math.min(line.tokens.length, predicate + 8); k++) {
    const t = line.tokens[k]!
    if (t.form.toLowerCase() === 'that' && k > predicate + 1) return k
    if (t.upos === 'VERB' || t.upos === 'AUX' || t.form === ',') return undefined
  }
  return undefined
}
const FIRST = new Set(['i', 'we'])
/** A parser may miss the subject of a trailing "said X". */
function nearName(line: Line, by: Clause): Entity | undefined {
  const next = line.mentionAt[by.predicate + 1] ?? line.mentionAt[by.predicate - 1]
  return next && ['person', 'state', 'body'].includes(next.type) ? entityOf(next) : undefined
}

/** "…," *wrote President Ruiz* on Friday: a name right after the verb that follows a quotation, whatever the tree makes of it. */
function besideVerb(line: Line, by: Clause): Entity[] {
  const next = line.mentionAt[by.predicate + 1]
  const own = by.subjects.some((s) => !s.shared && line.tokens[s.head]!.i === by.predicate - 1)
  return next && !own && ['person', 'state', 'body'].includes(next.type) ? [entityOf(next)] : []
}

function accordingTo(article: Article, refs: References, line: Line, c: Clause): Attribution | undefined {
  for (const clause of line.clauses) {
    const o = clause.obliques.find((x) => x.prep === 'according to')
    if (!o) continue
    const speaker = refs.resolve(line, o.np)[0]
    if (speaker && speaker.type !== 'name' && outside(article, line, c)) return { voice: 'reported', speaker }
  }
  return undefined
}

/** A speaker needs an id: unnamed groups get one from their words. */
export const speakerId = (e: Entity): string => e.id ?? personId(e.label).replace(/^person:/, 'group:')
