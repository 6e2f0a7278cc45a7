import type { Clause, Oblique, Participant } from '../grammar/types.ts'
import { nameOf } from '../model/ids.ts'
import type { Article, Line } from './article.ts'
import { doerOf } from './doer.ts'
import { ACTING, type Entity, entityOf, stateEntity } from './entity.ts'
import type { Slot } from './frame.ts'
import { phraseEndingAt } from './linear.ts'
import { type Quantity, quantityOf } from './quantifier.ts'
import type { References } from './reference.ts'

/** What one slot holds: a phrase of the clause and who it names. */
export interface Filled {
  slot: Slot
  np?: Participant
  entities: Entity[]
  quantity: Quantity & { inner?: Quantity }
  /** A pronoun stands there. */
  pronoun?: boolean
}

/** Reading of one clause: all that a frame may look at. */
export interface Site {
  article: Article
  refs: References
  line: Line
  clause: Clause
}

const DIRECT = {
  subject: 'subjects',
  object: 'objects',
  recipient: 'recipients',
  possessor: 'possessors',
  predicative: 'predicatives',
} as const

export const nounClause = (line: Line, head: number): Clause | undefined =>
  line.clauses.find((c) => c.form === 'noun' && c.predicate === head)

const MODIFYING = new Set(['ADJ', 'NOUN', 'PROPN', 'SYM', 'NUM'])
export const withPrep = (list: readonly Oblique[], prep: string): Participant[] =>
  list.filter((o) => o.prep === prep).map((o) => o.np)

/** The phrases in a slot of a clause. */
export function phrasesIn(line: Line, clause: Clause, named: Slot): Participant[] {
  if (named.includes('|')) return named.split('|').flatMap((one) => phrasesIn(line, clause, one))
  const slot = named.replaceAll('_', ' ')
  if (slot === 'head') return [headPhrase(line, clause)]
  if (slot === 'apposed') return apposedTo(line, clause)
  if (slot === 'subject' && clause.form === 'verb') {
    const doer = doerOf(line, clause)
    if (doer) return doer
  }
  if (slot === 'possessor' && clause.form === 'noun' && clause.possessors.length === 0)
    return ownersLeft(line, clause.predicate)
  const given = slot === 'recipient' || slot === 'object' ? givenTo(line, clause) : undefined
  if (given) return slot === 'recipient' ? clause.objects.slice(0, 1) : clause.objects.slice(1)
  if (slot === 'possessor' && clause.form === 'noun')
    return clause.possessors.filter((np) => isBeside(line, np, clause.predicate))
  if (slot in DIRECT) return clause[DIRECT[slot as keyof typeof DIRECT]]
  const dot = slot.indexOf('.')
  if (dot > 0) {
    const inner = slot.slice(dot + 1)
    return phrasesIn(line, clause, slot.slice(0, dot)).flatMap((np) => {
      const noun = nounClause(line, np.head)
      const found = noun ? phrasesIn(line, noun, inner) : []
      return found.length || inner !== 'in' ? found : placeBehind(line, np)
    })
  }
  if (slot === 'outer') return outerSubjects(line, clause)
  if (slot === 'aim' || slot === 'aim in') return helped(line, clause, slot === 'aim in')
  const own =
    clause.form === 'noun'
      ? mendedPhrase(line, clause, slot, withPrep(clause.obliques, slot))
      : withPrep(clause.obliques, slot)
  if (own.length) return own
  const near = withPrep(clause.nearby, slot)
  if (near.length || clause.form === 'noun') return near
  return clause.objects.flatMap((np) => withPrep(nounClause(line, np.head)?.obliques ?? [], slot))
}

/** "A conference promoting trade *in Bonn*": where what a noun is said to do takes its place. */
const placeBehind = (line: Line, np: Participant): Participant[] =>
  line.clauses
    .filter((c) => c.form === 'verb' && c.tense === 'none' && c.subjects.some((s) => s.head === np.head))
    .flatMap((c) => [
      ...withPrep(c.obliques, 'in'),
      ...c.objects.flatMap((o) => withPrep(nounClause(line, o.head)?.obliques ?? [], 'in')),
    ])
    .filter((p) => line.mentionAt[p.head]?.type === 'state' || line.mentionAt[p.head]?.type === 'name')

/** An owner with no comma between it and what it owns: a tree may hang it on a noun further along the list. */
function isBeside(line: Line, np: Participant, predicate: number): boolean {
  for (let k = np.head + 1; k < predicate; k++)
    if (line.tokens[k]!.upos === 'PUNCT' && !/^[-–’'"“”]/.test(line.tokens[k]!.form)) return false
  return true
}

/** "Gave *Togo* weapons": of two objects side by side the first, a name, receives. */
function givenTo(line: Line, c: Clause): boolean {
  const [first, second] = c.objects
  if (!first || !second || c.form !== 'verb' || c.recipients.length > 0) return false
  if (!GIVING.test(line.tokens[c.predicate]!.form) || line.mentionAt[second.head]) return false
  return line.mentionAt[first.head] !== undefined && (first.tokens.at(-1) ?? 0) + 1 === second.tokens[0]
}
const GIVING =
  /^(?:g[ia]v(?:e|es|en|ing)|provid(?:e[sd]?|ing)|suppl(?:y|ies|ied|ying)|len[dt]s?|lending|sen[dt]s?|sending|hand(?:s|ed|ing)?|offer(?:s|ed|ing)?|grant(?:s|ed|ing)?|s[eo]l[ld]s?|loan(?:s|ed)?|award(?:s|ed)?)$/i

/** The subjects of the clause that an event noun stands in ("She will travel, with *stops* in …"). */
function outerSubjects(line: Line, clause: Clause): Participant[] {
  return enclosing(line, clause)?.subjects ?? []
}
/** Whom an act is to help: "gave $5 million *to support Nepal*", "to help *Nepal* recover"; or where. */
function helped(line: Line, clause: Clause, where: boolean): Participant[] {
  const aims = line.clauses.filter(
    (c) =>
      c.form === 'verb' &&
      HELPING.has(c.lemma) &&
      line.tokens[c.predicate - 1]?.form.toLowerCase() === 'to' &&
      c.predicate > clause.predicate &&
      c.predicate - clause.predicate < 16,
  )
  const aim = aims[0]
  if (!aim) return []
  if (where)
    return [
      ...aim.objects.flatMap((np) => withPrep(nounClause(line, np.head)?.obliques ?? [], 'in')),
      ...withPrep(aim.obliques, 'in'),
    ]
  const inner = line.clauses.filter((c) => c.governor === aim.id && c.form === 'verb').flatMap((c) => c.subjects)
  return [...aim.objects, ...aim.recipients, ...inner]
}
const HELPING = new Set(
  'help support assist aid strengthen train equip enhance bolster build boost improve protect meet'.split(' '),
)
/** The innermost clause of a verb around an event noun. */
export function enclosing(line: Line, clause: Clause): Clause | undefined {
  const at = line.tokens[clause.predicate]!
  return line.clauses
    .filter((c) => c.form !== 'noun' && c.id !== clause.id && c.span.start <= at.start && at.end <= c.span.end)
    .toSorted((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0]
}

/** "of *Chile-Peru trade relations*": the last noun of the words after the preposition, where the tree has stopped before it. */
function mendedPhrase(line: Line, clause: Clause, prep: string, found: Participant[]): Participant[] {
  const at = clause.predicate + 1
  if (line.tokens[at]?.form.toLowerCase() !== prep) return found
  let to = at
  while (isInside(line, to + 1) || /^[-–]$/.test(line.tokens[to + 1]?.form ?? '')) to++
  while (to > at && !['NOUN', 'PROPN'].includes(line.tokens[to]!.upos)) to--
  if (to <= at + 1 || found.some((np) => np.head >= to)) return found
  const tokens = Array.from({ length: to - at }, (_, k) => at + 1 + k)
  const span = { start: line.tokens[at + 1]!.start, end: line.tokens[to]!.end }
  return [{ head: to, tokens, span, apposed: [] }]
}
const INSIDE = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'VERB'])
const FINITE = new Set(['VBD', 'VBZ', 'VBP'])
const isInside = (line: Line, k: number): boolean => {
  const t = line.tokens[k]
  return t !== undefined && INSIDE.has(t.upos) && !(t.upos === 'VERB' && FINITE.has(t.xpos))
}

const single = (line: Line, k: number): Participant => {
  const t = line.tokens[k]!
  return { head: k, tokens: [k], span: { start: t.start, end: t.end }, apposed: [] }
}
function headPhrase(line: Line, clause: Clause): Participant {
  return phraseEndingAt(line, clause.predicate) ?? single(line, clause.predicate)
}
/** Names in apposition to the clause's noun, which an "of" phrase may have taken ("one of his predecessors, Rafael Correa"). */
function apposedTo(line: Line, clause: Clause): Participant[] {
  const k = clause.predicate
  const tree = line.tokens
    .filter((t) => t.deprel === 'appos' && (t.head === k || t.head === line.tokens[k]!.head))
    .map((t) => t.i)
  const next = line.tokens[k + 1]?.form === ',' ? [k + 2] : []
  return [...tree, ...next].filter((i) => line.mentionAt[i]?.type === 'person').map((i) => single(line, i))
}

/** An owner that the tree hangs on a word between ("*Chad's* UN membership talks"). */
function ownersLeft(line: Line, predicate: number): Participant[] {
  let k = predicate - 1
  while (k > 0 && MODIFYING.has(line.tokens[k]!.upos) && !line.tokens[k]!.xpos.startsWith('PRP')) k--
  const t = line.tokens[k]
  if (t?.xpos === 'PRP$') return [single(line, k)]
  if (!t || !/^['’]s?$/.test(t.form)) return []
  const np = phraseEndingAt(line, k - 1)
  return np ? [np] : []
}

/** Names among the words before a noun: "*US*-*Cuban* relations", "*EU* sanctions". */
function modifiersOf(site: Site, noun: Clause): Filled[] {
  const { line } = site
  const head = line.tokens[noun.predicate]!
  let from = Math.min(noun.predicate, ...noun.modifiers)
  while (
    from > 0 &&
    (MODIFYING.has(line.tokens[from - 1]!.upos) || /^[-–]$/.test(line.tokens[from - 1]!.form)) &&
    !/^['’]s?$/.test(line.tokens[from - 1]!.form)
  )
    from--
  // A name is whole, whatever the tagger makes of its first word ("*United* States Embassy").
  const opens = Math.min(line.tokens[from]!.start, line.mentionAt[from]?.start ?? Number.POSITIVE_INFINITY)
  const found = line.mentions.filter(
    (m) =>
      (m.type === 'state' || m.type === 'body') &&
      m.start >= opens &&
      !/\bnon-$/i.test(site.article.text.slice(Math.max(0, m.start - 5), m.start)) &&
      (m.end <= head.start || (m.type === 'body' && !!m.of && m.start < head.start)),
  )
  const entities = found.map((m) =>
    m.type === 'body' && m.of && ACTING.test(m.label) ? stateEntity(m.of, m) : entityOf(m),
  )
  return entities.length ? [{ slot: 'modifier', entities, quantity: {} }] : []
}

/** "Arrived *here*": the place from which the text says that it was sent. */
function sentFrom({ article, line, clause }: Site): Filled[] {
  const near = line.tokens.slice(clause.predicate + 1, clause.predicate + 14)
  const here = near.find((t) => /^here$/i.test(t.form))
  const between = here ? line.tokens.slice(clause.predicate + 1, here.i) : []
  if (!article.from || !here || between.some((t) => t.upos === 'VERB' || t.upos === 'SCONJ')) return []
  return [{ slot: 'here', entities: [entityOf({ ...article.from, start: here.start, end: here.end })], quantity: {} }]
}

/** What fills a slot, each phrase apart. */
export function fill(site: Site, slot: Slot): Filled[] {
  const { line, clause } = site
  const caret = slot.indexOf('^')
  if (caret > 0) return caretSlot(site, slot.slice(0, caret), slot.slice(caret + 1))
  if (slot === 'modifier') return modifiersOf(site, clause)
  if (slot === 'here') return sentFrom(site)
  if (slot.endsWith('.modifier')) {
    return phrasesIn(line, clause, slot.slice(0, -'.modifier'.length)).flatMap((np) => {
      const noun = nounClause(line, np.head)
      return noun ? modifiersOf(site, noun).map((f) => ({ ...f, slot })) : []
    })
  }
  return phrasesIn(line, clause, slot).map((np) => ({
    slot,
    np,
    pronoun: line.tokens[np.head]?.upos === 'PRON',
    entities: site.refs.resolve(line, np),
    quantity: quantityOf(site.article.text, line, np),
  }))
}

/** The title that a phrase names itself ("*chancellor* of Germany"), else that of whoever the phrase means. */
function caretSlot(site: Site, slot: Slot, what: string): Filled[] {
  const named = what === 'title' ? phrasesIn(site.line, site.clause, slot) : []
  const titled = named.flatMap((np): Filled[] => {
    const m = site.line.mentionAt[np.head]
    if (m?.type !== 'office') return []
    const span = { start: m.start, end: m.end }
    return [{ slot, np, entities: [{ type: 'group', label: m.title.words, span }], quantity: {} }]
  })
  if (titled.length) return titled
  const found = derived(fill(site, slot), what)
  return found.length || what !== 'of' ? found : ownersNamed(site, slot)
}

/** "The former prime minister *of Lebanon*, Anna Tamm": the state of the office that a phrase begins with. */
function ownersNamed(site: Site, slot: Slot): Filled[] {
  return phrasesIn(site.line, site.clause, slot).flatMap((np): Filled[] => {
    const m = site.line.mentionAt[np.head]
    const owner = m?.type === 'office' ? m.of : undefined
    return owner?.startsWith('state:') ? [{ slot, np, entities: [stateEntity(owner, m!)], quantity: {} }] : []
  })
}

/** The state, post or office of those in a slot. */
function derived(found: readonly Filled[], what: string): Filled[] {
  return found.flatMap((f) => {
    const entities = f.entities.flatMap((e): Entity[] => {
      if (what === 'title') return e.title ? [{ type: 'group', label: e.title.words, span: e.span }] : []
      const id = what === 'to' ? e.to : e.of
      if (id?.startsWith('body:')) return [{ type: 'body', id, label: nameOf(id).replaceAll('-', ' '), span: e.span }]
      return id?.startsWith('state:') ? [stateEntity(id, e.span)] : []
    })
    return entities.length ? [{ ...f, entities, quantity: {} }] : []
  })
}
