import type { Clause, Participant, Token } from '../grammar/types.ts'
import { type EntityId, stateId } from '../model/ids.ts'
import type { Span } from '../model/span.ts'
import type { Article, Line } from './article.ts'
import { BOTH, HE, I_WORDS, IT, ORGAN_OF, ORGANS, SHE, STATE_NOUNS, THEY, WE } from './en/words.ts'
import { distinct, type Entity, entityOf, ownerLabel, personEntity, stateEntity } from './entity.ts'
import type { Mention, Person } from './mention.ts'
import { speakerOfQuote } from './speaker.ts'

/** Something named earlier that a later word may mean. */
interface Trace {
  entities: Entity[]
  at: number
  line: number
  subject: boolean
}

/** What pronouns and bare nouns stand for, by token offset; built once, in text order. */
export interface References {
  /** Who a phrase names. */
  resolve(line: Line, np: Participant): Entity[]
  /** What a pronoun at this offset stands for. */
  pronouns: ReadonlyMap<number, Entity[]>
  /** The state on whose behalf a release says "we". */
  house?: EntityId
  /** The two states that "both countries" means at an offset. */
  pair(at: number): Entity[]
}

const low = (t: Token | undefined): string => t?.form.toLowerCase() ?? ''
const spanOf = (t: Span): Span => ({ start: t.start, end: t.end })

export function referencesOf(article: Article): References {
  const traces: Trace[] = []
  const pronouns = new Map<number, Entity[]>()
  const house = houseOf(article)
  const refs: References = {
    pronouns,
    ...(house && { house }),
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
  return holderOf(article, traces, line, e, i)
}

const OPEN_CLASS = new Set([
  'no',
  'a',
  'an',
  'any',
  'every',
  'each',
  'first',
  'only',
  'last',
  'sitting',
  'another',
  'other',
  'former',
  'few',
])

/** Who "the president" or "the Ecuadorian president" is here; nobody where the words speak of any president. */
function holderOf(article: Article, traces: Trace[], line: Line, e: Entity, i: number): Entity[] {
  if (e.plural || e.former) return []
  const start = line.tokens.findIndex((t) => t.end > e.span.start)
  const before = line.tokens.slice(Math.max(0, Math.min(start, i) - 4), Math.min(start, i)).map(low)
  const cut = before.findLastIndex((w) =>
    ['the', 'his', 'her', 'its', 'their', 'our', "'s", '’s', 'no', 'a', 'an', 'any'].includes(w),
  )
  const lead = before.slice(Math.max(cut, 0))
  if (lead.some((w) => OPEN_CLASS.has(w))) return []
  const definite = lead.includes('the') || e.of !== undefined || /^\p{Lu}/u.test(article.text.slice(e.span.start))
  if (!definite) return []
  const fits = (p: Person) => sameTitle(p.title?.words, e.title?.words) && (!e.of || !p.of || p.of === e.of)
  for (let k = traces.length - 1; k >= 0; k--) {
    const found = traces[k]!.entities.find((x) => x.person && fits(x.person))
    if (found) return [{ ...personEntity(found.person!, e.span, e.title, e.of) }]
  }
  return heldOn(article, e)
}

/** "Deputy Secretary" is the deputy secretary of state. */
const sameTitle = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && (a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `))

/** The ledger's holder of a definite office on the article's day. */
function heldOn(article: Article, e: Entity): Entity[] {
  const held = e.id && article.date ? article.holders.holders(e.id, article.date) : []
  const one = held[0]
  return held.length === 1 && one
    ? [{ type: 'person', id: one.person, label: one.name, span: e.span, as: e.id!, ...(e.of && { of: e.of }) }]
    : []
}

function pronoun(article: Article, refs: References, traces: Trace[], line: Line, t: Token, i: number): Entity[] {
  const word = low(t)
  const at = (found: Entity[]): Entity[] => found.map((e) => ({ ...e, span: spanOf(t) }))
  const quote = article.quotations.find((q) => q.start <= t.start && t.end <= q.end && !q.scare)
  if (I_WORDS.has(word)) return quote ? at(speakerOfQuote(article, refs, quote)) : at(author(article))
  if (WE.has(word)) return at(weOf(article, refs, quote ? speakerOfQuote(article, refs, quote) : []))
  if (HE.has(word)) return at(lookBack(traces, line, t.start, (e) => e.type === 'person' && e.person?.gender !== 'f'))
  if (SHE.has(word)) return at(lookBack(traces, line, t.start, (e) => e.type === 'person' && e.person?.gender !== 'm'))
  if (IT.has(word)) return at(lookBack(traces, line, t.start, (e) => e.type === 'state' || e.type === 'body', i))
  return THEY.has(word) ? at(lookBackMany(traces, line)) : []
}

const author = (article: Article): Entity[] => {
  const person = article.mentions.persons.all[0]
  return person ? [personEntity(person, { start: 0, end: 0 })] : []
}
function weOf(article: Article, refs: References, speaker: Entity[]): Entity[] {
  const of = speaker[0]?.type === 'state' ? speaker[0].id : speaker[0]?.of
  const id = of?.startsWith('state:') ? of : speaker.length ? undefined : (refs.house ?? houseOf(article))
  return id ? [stateEntity(id, { start: 0, end: 0 })] : []
}

/** The best earlier single entity: nearer sentences first, subjects before others, the nearest last. */
function lookBack(traces: readonly Trace[], line: Line, at: number, fits: (e: Entity) => boolean, _i = 0): Entity[] {
  let best: { score: number; found: Entity } | undefined
  for (let k = traces.length - 1; k >= 0; k--) {
    const t = traces[k]!
    const away = line.index - t.line
    if (away > 4) break
    const one = t.entities.length === 1 ? t.entities[0]! : undefined
    if (!one || t.at >= at || !fits(one)) continue
    const score = -2 * away + (t.subject ? 1.5 : 0) - (at - t.at) / 10_000
    if (!best || score > best.score) best = { score, found: one }
  }
  return best ? [best.found] : []
}

/** The latest group; of persons where there is one near. */
function lookBackMany(traces: readonly Trace[], line: Line, only?: 'person'): Entity[] {
  const near = traces.filter((t) => t.entities.length > 1 && line.index - t.line <= 6)
  const persons = near.findLast((t) => t.entities.every((e) => e.type === 'person'))
  return (persons ?? (only ? undefined : near.at(-1)))?.entities ?? []
}

/** Who a phrase names: a name in it, what its pronoun or noun points back to, or its own words. */
function resolve(article: Article, refs: References, traces: Trace[], line: Line, np: Participant): Entity[] {
  const head = line.tokens[np.head]
  if (!head) return []
  const known = refs.pronouns.get(head.start)
  if (known) return known
  const mention = lastPerson(line, np) ?? line.mentionAt[np.head] ?? personInside(line, np)
  if (mention) return fromMention(article, refs, traces, line, np, mention)
  const apposed = np.apposed.map((k) => line.mentionAt[k]).find((m) => m?.type === 'person')
  if (apposed) return [entityOf(apposed)]
  return fromNoun(article, refs, traces, line, np, head)
}

/** "Department of State Deputy Secretary Wendy Sherman": a name that ends a phrase of titles and organs is its head. */
function lastPerson(line: Line, np: Participant): Mention | undefined {
  const end = np.tokens.at(-1) ?? np.head
  const after = line.mentionAt[end + 1]
  const last = after?.type === 'person' && line.mentionAt[end] !== after ? after : line.mentionAt[end]
  const head = line.mentionAt[np.head]
  if (last?.type !== 'person' || head === last || !head || head.type === 'person') return undefined
  if (head.type === 'state' && head.form === 'name') return last.start - head.end <= 1 ? last : undefined
  const words = np.tokens.filter((k) => k > np.head && line.mentionAt[k] !== last)
  return words.every((k) => ['PROPN', 'NOUN', 'ADJ', 'ADP', 'DET'].includes(line.tokens[k]!.upos)) ? last : undefined
}

/** A parser may take the title or a given name for the head. */
function personInside(line: Line, np: Participant): Mention | undefined {
  const near = [np.head - 1, np.head + 1].filter((k) => np.tokens.includes(k))
  return near.map((k) => line.mentionAt[k]).find((m) => m?.type === 'person' && m.end > line.tokens[np.head]!.start)
}

function fromMention(
  article: Article,
  refs: References,
  traces: Trace[],
  line: Line,
  np: Participant,
  m: Mention,
): Entity[] {
  if (m.type === 'body') return [organ(entityOf(m))]
  if (m.type === 'office') {
    const apposed = np.apposed.map((k) => line.mentionAt[k]).find((x) => x?.type === 'person')
    if (apposed) return [entityOf(apposed)]
    if (m.plural && m.of)
      return [
        m.of.startsWith('state:')
          ? { ...stateEntity(m.of, np.span), form: 'organ' }
          : { type: 'body', id: m.of, label: bodyLabel(article, m), span: np.span },
      ]
    const owned = m.of ? m : { ...m, ...ownedBy(refs, line, np) }
    const holder = holderOf(article, traces, line, entityOf(owned), np.head)
    return holder.length ? holder : [entityOf(owned)]
  }
  const e = entityOf(m)
  if (e.type !== 'state' || !['demonym', 'adjective'].includes(e.form ?? '')) return [e]
  return [{ ...e, type: 'people', label: phraseText(article, line, np) }]
}

/** "its ambassador": the owner before an office. */
function ownedBy(refs: References, line: Line, np: Participant): { of?: EntityId } {
  const states = statesInside(refs, line, np)
  return states.length === 1 ? { of: states[0]!.id! } : {}
}

/** The article's own name for the body that an office belongs to. */
const bodyLabel = (article: Article, m: Mention & { type: 'office' }): string => {
  const named = article.mentions.all.find((x) => x.type === 'body' && x.id === m.of)
  return named?.type === 'body' ? named.label : ownerLabel(m.of!)
}

/** An organ that acts for its state is the state. */
function organ(e: Entity): Entity {
  const known = ORGAN_OF[e.label.toLowerCase().replace(/^(the|u\.?s\.?) /, '')]
  if (known) return { ...stateEntity(stateId(known), e.span), form: 'metonym' }
  const last = e.label.toLowerCase().split(' ')
  const acts = ['embassy', 'ministry', 'government', 'administration', 'department', 'cabinet'].some((w) =>
    last.includes(w),
  )
  return e.of && acts ? { ...stateEntity(e.of, e.span), form: 'organ' } : e
}

export const phraseText = (article: Article, line: Line, np: Participant): string => {
  const words = [...np.tokens]
  while (words.length > 1 && ['DET', 'PUNCT'].includes(line.tokens[words[0]!]!.upos)) words.shift()
  const [a, b] = [line.tokens[words[0]!]!, line.tokens[words.at(-1)!]!]
  return article.text.slice(a.start, b.end).replace(/\s+/g, ' ')
}

/** States named inside a phrase: "Israeli officials", "the government of Ecuador". */
export function statesInside(refs: References, line: Line, np: Participant): Entity[] {
  const out: Entity[] = []
  for (const k of np.tokens) {
    const m = line.mentionAt[k]
    if (m?.type === 'state') out.push(entityOf(m))
    else if (m?.type === 'body' && m.of) out.push(stateEntity(m.of, m))
    const pronoun = k === np.head ? undefined : refs.pronouns.get(line.tokens[k]!.start)
    for (const e of pronoun ?? []) {
      if (e.type === 'state') out.push(e)
      else if (e.of?.startsWith('state:')) out.push(stateEntity(e.of, e.span))
    }
  }
  return distinct(out)
}

function fromNoun(
  article: Article,
  refs: References,
  traces: Trace[],
  line: Line,
  np: Participant,
  head: Token,
): Entity[] {
  const noun = low(head)
  const words = np.tokens.map((k) => low(line.tokens[k]))
  const span = np.span
  const states = statesInside(refs, line, np)
  if (ORGANS.has(noun) && states.length > 0 && !words.includes('no') && (states.length === 1 || noun.endsWith('s'))) {
    return states.map((e) => ({ ...e, span, form: 'organ' }))
  }
  if (REGIONS.has(noun)) {
    const name = np.tokens.map((k) => line.mentionAt[k]).find((m) => m?.type === 'name')
    if (name) return [entityOf(name)]
  }
  if (STATE_NOUNS.has(noun)) {
    if (words.some((w) => BOTH.has(w)) && noun.endsWith('s')) return refs.pair(head.start).map((e) => ({ ...e, span }))
    if (noun === 'state' && words.length === 2 && words[0] === 'the') {
      return nearestState(line, np).map((e) => ({ ...e, span }))
    }
    if (['people', 'peoples'].includes(noun) && words.includes('of') && states.length === 1) {
      return [{ ...states[0]!, span, form: 'organ' }]
    }
    const one = ['country', 'nation'].includes(noun) ? oneState(refs, traces, line, np, words, states) : []
    if (one.length) return one.map((e) => ({ ...e, span }))
  }
  if (['delegation', 'group', 'team', 'entourage'].includes(noun) && words[0] === 'the' && words.indexOf(noun) === 1) {
    const many = lookBackMany(traces, line, 'person')
    if (many.length) return many.map((e) => ({ ...e, span }))
  }
  return [
    { type: 'group', label: classText(article, line, np), span, noun, plural: head.xpos === 'NNS', ...ofState(states) },
  ]
}
/** The words of a class without what says how many: "states" of "one of the 33 states". */
function classText(article: Article, line: Line, np: Participant): string {
  const words = phraseText(article, line, np).split(' ')
  let from = 0
  while (from < words.length - 1 && COUNTING.test(words[from]!)) from++
  return words.slice(from).join(' ')
}
const COUNTING =
  /^(?:all|both|every|each|no|none|only|just|some|most|many|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?|hundred|dozens?|of|the|but|other|about|nearly|almost|over|roughly|more|than|at|least|[\d,.-]+|its|their|his|her|a|an)$/i
const ofState = (states: Entity[]): { of?: EntityId } => (states.length === 1 ? { of: states[0]!.id! } : {})

const REGIONS = new Set(['region', 'area', 'peninsula', 'continent', 'coast'])

/** "the state": the one just named. */
function nearestState(line: Line, np: Participant): Entity[] {
  const m = line.mentions.findLast((x) => x.type === 'state' && x.end <= np.span.start)
  return m?.type === 'state' ? [stateEntity(m.id, np.span)] : []
}

/** "his country", "the country", "this country". */
function oneState(
  refs: References,
  traces: Trace[],
  line: Line,
  np: Participant,
  words: string[],
  states: Entity[],
): Entity[] {
  const owner = np.tokens.slice(0, -1).flatMap((k) => {
    const t = line.tokens[k]!
    const m = line.mentionAt[k]
    return refs.pronouns.get(t.start) ?? (m?.type === 'person' ? [entityOf(m)] : [])
  })
  const of = owner.find((e) => e.of?.startsWith('state:'))?.of
  if (of) return [stateEntity(of, np.span)]
  if (states.length || !['the', 'this'].includes(words[0] ?? '') || words.length > 2) return states.slice(0, 1)
  return lookBack(traces, line, np.span.start, (e) => e.type === 'state')
}

/** The states of an article with how often each is named, most first. */
function statesByWeight(article: Article, until: number): EntityId[] {
  const weight = new Map<EntityId, number>()
  const add = (id: EntityId | undefined, n: number) => {
    if (id?.startsWith('state:')) weight.set(id, (weight.get(id) ?? 0) + n)
  }
  for (const m of article.mentions.all) {
    if (m.type === 'state') add(m.id, m.start < until ? 2 : 1)
    else if (m.type === 'person') add(m.of ?? m.person.of, m.start < until ? 2 : 1)
    else if (m.type !== 'name') add(m.of, 1)
  }
  return [...weight].sort((a, b) => b[1] - a[1]).map(([id]) => id)
}

/** Two states named together just before, else the two that the article is about. */
function pairAt(article: Article, at: number, house: EntityId | undefined): Entity[] {
  const line = article.lines.find((l) => l.sentence.start <= at && at < l.sentence.end)
  const span = { start: at, end: at }
  for (let k = line?.index ?? 0; k >= Math.max(0, (line?.index ?? 0) - 1); k--) {
    const near = distinct(
      (article.lines[k]?.mentions ?? []).filter((m) => m.type === 'state' && m.start < at).map(entityOf),
    )
    if (near.length === 2) return near.map((e) => stateEntity(e.id!, span))
  }
  const ids = statesByWeight(article, at)
  const pair = house && article.lines.length > 1 ? [house, ids.find((id) => id !== house)] : ids.slice(0, 2)
  return pair.length === 2 && pair.every((id) => id !== undefined) ? pair.map((id) => stateEntity(id!, span)) : []
}

/** A text that says "we" outside quotations speaks for a state: that of its first official, else the one it names most. */
function houseOf(article: Article): EntityId | undefined {
  const quoted = (at: number) => article.quotations.some((q) => q.start <= at && at < q.end)
  const we = article.lines.some((l) => l.tokens.some((t) => WE.has(low(t)) && t.form !== 'US' && !quoted(t.start)))
  if (!we) return undefined
  if (/^(?:QUESTION|Q|\p{Lu}{2,} \p{Lu}[\p{Lu} ]{2,30}):/mu.test(article.text)) return undefined
  const organ = article.mentions.all.find(
    (m) =>
      m.start < 600 &&
      ((m.type === 'body' && ORGAN_OF[m.label.toLowerCase()]) || (m.type === 'state' && m.form === 'metonym')),
  )
  if (organ?.type === 'body') return stateId(ORGAN_OF[organ.label.toLowerCase()]!)
  if (organ?.type === 'state') return organ.id
  const official = article.mentions.persons.all.find((p) => p.title?.sort !== 'envoy' && p.of?.startsWith('state:'))
  return official?.of ?? statesByWeight(article, 0)[0]
}
