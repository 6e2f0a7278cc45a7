import type { Clause, Participant, Token } from '../grammar/types.ts'
import { type EntityId, stateId } from '../model/ids.ts'
import type { Span } from '../model/span.ts'
import type { Article, Line } from './article.ts'
import { pairAt, statesByWeight } from './both.ts'
import { broughtTogether, standsForMany } from './couples.ts'
import { HE, I_WORDS, IT, ORGAN_OF, SHE, THEY, WE } from './en/words.ts'
import { distinct, type Entity, entityOf, personEntity, stateEntity } from './entity.ts'
import type { Mention, Person } from './mention.ts'
import { resolve } from './resolve.ts'
import { speakerOfQuote } from './speaker.ts'
import { holderOf, isDefinite, lookBack, lookBackMany, low, type Trace } from './trace.ts'

/** What pronouns and bare nouns stand for, by token offset; built once, in text order. */
export interface References {
  /** Who a phrase names. */
  resolve(line: Line, np: Participant): Entity[]
  /** What a pronoun at this offset stands for. */
  pronouns: ReadonlyMap<number, Entity[]>
  /** The state on whose behalf a release says "we". */
  house?: EntityId
  /** Who signs a release, where it is a head of state or government or a minister. */
  author?: Entity
  /** The two states that "both countries" means at an offset. */
  pair(at: number): Entity[]
}

const spanOf = (t: Span): Span => ({ start: t.start, end: t.end })

export function referencesOf(article: Article): References {
  const traces: Trace[] = []
  const pronouns = new Map<number, Entity[]>()
  const house = houseOf(article)
  const refs: References = {
    pronouns,
    ...(house && { house }),
    ...signedBy(article),
    resolve: (line, np) => resolve(article, refs, traces, line, np),
    pair: (at) => pairAt(article, at, house),
  }
  for (const line of article.lines) traceLine(article, refs, traces, pronouns, line)
  return refs
}

/** Walks a sentence's names and pronouns in order, so that each pronoun sees only what came before it. */
function traceLine(
  article: Article,
  refs: References,
  traces: Trace[],
  pronouns: Map<number, Entity[]>,
  line: Line,
): void {
  const subjects = new Set(line.clauses.flatMap((c) => (c.form === 'noun' ? [] : c.subjects.map((s) => s.head))))
  const done = new Set<Mention>()
  line.tokens.forEach((t, i) => {
    const mention = line.mentionAt[i]
    const subject =
      subjects.has(i) || (mention !== undefined && [...subjects].some((h) => line.mentionAt[h] === mention))
    if (mention && !done.has(mention)) {
      done.add(mention)
      const found = named(article, traces, line, mention, i)
      if (found.length) traces.push({ entities: found, at: t.start, line: line.index, subject })
      return
    }
    const found = mention ? [] : pronoun(article, refs, traces, line, t, i)
    if (!found.length) return
    pronouns.set(t.start, found)
    traces.push({ entities: found, at: t.start, line: line.index, subject })
  })
  for (const c of line.clauses) groupTrace(article, refs, traces, line, c)
}

/** "A, B and C travelled": later "they" or "the delegation" means all of them. */
function groupTrace(article: Article, refs: References, traces: Trace[], line: Line, c: Clause): void {
  const met = broughtTogether(line, c, (np) => resolve(article, refs, traces, line, np))
  if (met.length) traces.push({ entities: met, at: line.tokens[c.predicate]!.start, line: line.index, subject: true })
  if (c.form === 'noun' || c.modifies || c.subjects.length < 2 || c.subjects.some((s) => s.shared === 'relative'))
    return
  const found = distinct(c.subjects.flatMap((s) => resolve(article, refs, traces, line, s)))
  const one = ['person', 'state'].find((type) => found.filter((e) => e.type === type).length > 1)
  const entities = found.filter((e) => e.type === one)
  if (entities.length > 1)
    traces.push({ entities, at: line.tokens[c.subjects[0]!.head]!.start, line: line.index, subject: true })
}

/** A name, or an office that the article has named a holder of. */
function named(article: Article, traces: Trace[], line: Line, m: Mention, i: number): Entity[] {
  const e = entityOf(m)
  if (m.type !== 'office') return m.type === 'name' ? [] : [e]
  const holder = holderOf(article, traces, line, e, i)
  return holder.length || !isDefinite(article, line, e, i) || !e.of ? holder : [e]
}

function pronoun(article: Article, refs: References, traces: Trace[], line: Line, t: Token, i: number): Entity[] {
  const word = low(t)
  const at = (found: Entity[]): Entity[] => found.map((e) => ({ ...e, span: spanOf(t) }))
  const own = I_WORDS.has(word) || WE.has(word)
  const quote = own ? article.quotations.find((q) => q.start <= t.start && t.end <= q.end && !q.scare) : undefined
  if (I_WORDS.has(word)) return quote ? at(speakerOfQuote(article, refs, quote)) : at(author(article))
  if (WE.has(word)) return at(weOf(article, refs, quote ? speakerOfQuote(article, refs, quote) : []))
  const other = HE.has(word) ? 'f' : SHE.has(word) ? 'm' : undefined
  if (other) {
    const said = article.quotations.find((q) => q.start <= t.start && t.end <= q.end && !q.scare)
    const speaker = said && speakerOfQuote(article, refs, said)[0]?.id
    const fits = (e: Entity) =>
      (e.type === 'person' || e.type === 'office') &&
      e.person?.gender !== other &&
      (speaker === undefined || e.id !== speaker)
    const heard = t.deprel.startsWith('nsubj') && HEARD.test(article.text.slice(line.sentence.start, t.start))
    const near = heard ? traces.filter((x) => x.line !== line.index) : traces
    const same = sameOwner(traces, line, t).filter(fits)
    return at(
      same.length ? same : (ownedByObject(article, traces, line, t, fits) ?? lookBack(near, line, t.start, fits)),
    )
  }
  if (IT.has(word)) {
    const fits = (e: Entity) => e.type === 'state' || e.type === 'body'
    return at(ownedByObject(article, traces, line, t, fits) ?? lookBack(traces, line, t.start, fits, i))
  }
  const each = word === 'each' && low(line.tokens[i + 1]) === 'other'
  if (standsForMany(line, i)) return at(lookBackMany(traces, line, 'person').slice(0, 2))
  if (!THEY.has(word) && !each) return []
  const near = togetherBefore(article, refs, traces, line, i)
  return at(near.length || each ? near : lookBackMany(traces, line))
}

/** "The premier's visit and *his* talks with Peru": of two nouns side by side the second is owned by the owner of the first. */
function sameOwner(traces: readonly Trace[], line: Line, t: Token): Entity[] {
  if (t.deprel !== 'nmod:poss' || !/^(?:and|,)$/.test(low(line.tokens[t.i - 1]))) return []
  let k = t.i - 1
  while (k > 0 && line.tokens[k]!.xpos !== 'POS' && !/^VB[DPZ]$|^MD$/.test(line.tokens[k]!.xpos)) k--
  const owner = line.tokens[k]?.xpos === 'POS' ? line.tokens[k - 1] : undefined
  const known = owner && traces.findLast((x) => x.line === line.index && x.at <= owner.start && owner.start - x.at < 40)
  return known?.entities.length === 1 ? [...known.entities] : []
}

/**
 * "Congratulated the president on *his* election", "asked the minister for *his* resignation": what one is honoured or asked for
 * is one's own; where it is not known who is asked, it is nobody's.
 */
function ownedByObject(
  article: Article,
  traces: readonly Trace[],
  line: Line,
  t: Token,
  fits: (e: Entity) => boolean,
): Entity[] | undefined {
  const before = article.text.slice(Math.max(line.sentence.start, t.start - 160), t.start)
  const asked = ASKED.test(before)
  if (!asked && !HONOURED.test(before)) return undefined
  const own = traces.findLast((x) => x.line === line.index && x.at < t.start && x.entities.length === 1)
  if (own && !own.subject && fits(own.entities[0]!)) return own.entities
  return asked ? [] : undefined
}
/** "Speaking to Ana Ruiz, *he* said": not she to whom he spoke. */
const HEARD =
  /^(?:Speaking|Talking|Writing|Responding|Replying|In (?:an|his|her|a) (?:\p{L}+ )?(?:interview|letter|message|call|conversation|meeting)) [^,;:.]{0,100}, $/u
const ASKED =
  /\b(?:ask(?:s|ed|ing)?|press(?:es|ed|ing)?|beg(?:s|ged|ging)?|push(?:es|ed|ing)?) [^,.;:]{2,80} (?:for|to submit|to tender|to offer|into) $/i
const HONOURED =
  /\b(?:congratulat\w+|thank\w*|commend\w*|prais\w+|applaud\w*|honou?r\w*|accompan\w+|welcom\w+|receiv\w+|greet\w*|h[eo]ld|holding|condemn\w*|critici[sz]\w+|punish\w*|sanction\w*|blam\w+) [^,.;:]{3,120} (?:on|for) $/i

/** "Egypt and Jordan recalled *their* ambassadors": the subjects of the clause that the word stands in. */
function togetherBefore(article: Article, refs: References, traces: Trace[], line: Line, i: number): Entity[] {
  const c = line.clauses.findLast((x) => x.form !== 'noun' && x.predicate < i && x.subjects.length > 0)
  if (!c || c.subjects.length < 2 || c.subjects.some((s) => s.shared === 'relative' || s.head >= i)) return []
  const found = distinct(c.subjects.flatMap((s) => resolve(article, refs, traces, line, s)))
  return found.length > 1 && found.every((e) => e.type === 'state' || e.type === 'person') ? found : []
}

/** "I" outside quotations: whose name and office stand in the byline. */
const author = (article: Article): Entity[] => {
  const by = bylineOf(article)
  return by ? [personEntity(by, { start: 0, end: 0 })] : []
}
function weOf(article: Article, refs: References, speaker: Entity[]): Entity[] {
  const of = speaker[0]?.type === 'state' ? speaker[0].id : speaker[0]?.of
  const id = of?.startsWith('state:') ? of : speaker.length ? undefined : (refs.house ?? houseOf(article))
  return id ? [stateEntity(id, { start: 0, end: 0 })] : []
}

const atLineStart = (text: string, at: number): boolean =>
  /(?:^|\n)[^\n]{0,8}$/u.test(text.slice(Math.max(0, at - 9), at))

/** Who signs a release: a name with an office, alone on one of the first lines; "I, Ana Ruiz, President of Chile, …". */
function bylineOf(article: Article): Person | undefined {
  const m =
    article.mentions.all.find((x) => x.start < 400 && x.type === 'person' && alone(article.text, x)) ??
    article.mentions.all.find(
      (x) => x.type === 'person' && /(?:^|[ ,])I, $/.test(article.text.slice(x.start - 5, x.start)),
    )
  return m?.type === 'person' ? m.person : undefined
}
/** "Ana Ruiz, Minister of Foreign Affairs" and "Statement by President Ana Ruiz" are lines without a full stop. */
function alone(text: string, m: Span): boolean {
  const end = text.indexOf('\n', m.end)
  const from = text.lastIndexOf('\n', m.start) + 1
  const line = text.slice(from, end < 0 ? text.length : end).trim()
  if (line.length > 200 || /[.!?:]["”’)]?$/.test(line)) return false
  const lead = text.slice(from, m.start)
  return lead.trim() === ''
    ? /^,/.test(text.slice(m.end))
    : /^(?:Statement|Remarks|Message|Address|Speech) (?:by|of|from) (?:the )?$/i.test(lead)
}

const inQuotes = (article: Article, at: number): boolean => article.quotations.some((q) => q.start <= at && at < q.end)

function signedBy(article: Article): { author?: Entity } {
  const by = bylineOf(article)
  const high = by?.title?.sort === 'head' || by?.title?.sort === 'minister'
  // Who never says "I" speaks for the state alone.
  const own = article.lines.some((l) => l.tokens.some((t) => I_WORDS.has(low(t)) && !inQuotes(article, t.start)))
  return by && high && own ? { author: personEntity(by, { start: 0, end: 0 }) } : {}
}

/** "Ministry of Transport of Peru", alone on its line: whose organ it is. */
const isLetterhead = (text: string, m: Mention): boolean =>
  m.type === 'body' &&
  m.of?.startsWith('state:') === true &&
  (m.start === 0 || text[m.start - 1] === '\n') &&
  (m.end === text.length || text[m.end] === '\n')

/** "Office of the Spokesperson", "Ana Ruiz, Department Spokesperson": a known organ that is one of the first lines or ends it. */
function letterhead(text: string): EntityId | undefined {
  for (const line of text.slice(0, 600).split('\n').slice(0, 6)) {
    const last = line.trim().toLowerCase().split(', ').at(-1)!.replace(/^the /, '')
    if (Object.hasOwn(ORGAN_OF, last) && last.includes(' ')) return stateId(ORGAN_OF[last]!)
  }
  return undefined
}

/** An organ named on one of the first lines, which are no sentences: "Ana Ruiz, Department Spokesperson". */
function organInHead(text: string): EntityId | undefined {
  for (const line of text.slice(0, 400).split('\n').slice(0, 4)) {
    const low = line.trim().toLowerCase()
    const organ = low.length < 120 && !low.endsWith('.') && Object.keys(ORGAN_OF).find((name) => low.includes(name))
    if (organ) return stateId(ORGAN_OF[organ]!)
  }
  return undefined
}

/** The state that most often does something beside "we": the subject of main clauses, as in "Chad stands with …". */
function speakingState(article: Article): EntityId | undefined {
  const count = new Map<EntityId, number>()
  for (const line of article.lines)
    for (const c of line.clauses)
      if (c.form !== 'noun' && c.governor === undefined && c.tense !== 'past' && c.subjects.length === 1) {
        const m = line.mentionAt[c.subjects[0]!.head]
        if (m?.type === 'state' && m.form === 'name') count.set(m.id, (count.get(m.id) ?? 0) + 1)
      }
  const [first, second] = [...count].sort((a, b) => b[1] - a[1])
  return first && (!second || first[1] > second[1]) ? first[0] : undefined
}

/** A text that says "we" outside quotations speaks for a state: that of its first official, else the one it names most. */
function houseOf(article: Article): EntityId | undefined {
  let from = 0
  const quoted = (at: number) => {
    while (from < article.quotations.length && article.quotations[from]!.end <= at) from++
    return (article.quotations[from]?.start ?? at + 1) <= at
  }
  const we = article.lines.some((l) => l.tokens.some((t) => WE.has(low(t)) && t.form !== 'US' && !quoted(t.start)))
  if (!we) return letterhead(article.text)
  if (/^(?:QUESTION|Q|\p{Lu}{2,} \p{Lu}[\p{Lu} ]{2,30}):/mu.test(article.text)) return undefined
  const head = letterhead(article.text)
  if (head) return head
  const organ = article.mentions.all.find(
    (m) =>
      m.start < 600 &&
      ((m.type === 'body' && (ORGAN_OF[m.label.toLowerCase()] || isLetterhead(article.text, m))) ||
        (m.type === 'state' && m.form === 'metonym' && atLineStart(article.text, m.start))),
  )
  const named = organ?.type === 'body' ? ORGAN_OF[organ.label.toLowerCase()] : undefined
  if (organ?.type === 'body') return named ? stateId(named) : organ.of
  if (organ?.type === 'state') return organ.id
  const by = bylineOf(article)?.of ?? organInHead(article.text)
  if (by?.startsWith('state:')) return by
  const official = article.mentions.persons.all.find((p) => p.title?.sort !== 'envoy' && p.of?.startsWith('state:'))
  return speakingState(article) ?? official?.of ?? statesByWeight(article, 0)[0]
}
