import type { Clause, Participant } from '../grammar/types.ts'
import { definitionOf, type Kind, keyRoles } from '../model/kinds/index.ts'
import { aside } from './aside.ts'
import { distinct, type Entity, entityOf, stateEntity } from './entity.ts'
import { fillRole } from './fill-role.ts'
import type { Frame } from './frame.ts'
import { atHome, bothSpeakers, heldWithin, namedAlone, unmet, withoutTitles } from './meet.ts'
import { modalityOf } from './modality.ts'
import { rollPhrase, sideAfter } from './roll-phrase.ts'
import { type Filled, fill, nounClause, phrasesIn, type Site } from './slots.ts'

/** A frame that found its words in a clause. */
export interface Match {
  rule: string
  kind: Kind
  frame: Frame
  site: Site
  roles: Record<string, Filled[]>
  /** A time that an earlier sentence gave, for a roll call named there. */
  when?: string
}

/** A frame that a clause called for, and what it lacked. */
export interface Lack {
  rule: string
  kind: Kind
  clause: Clause
  lacks: string
}

/** A frame with the name by which derivations cite it. */
export interface Rule {
  name: string
  kind: Kind
  frame: Frame
}

const split = (words: string): string[] => words.split('|')

/** Tries one frame on one clause. */
export function tryFrame(rule: Rule, site: Site): Match | Lack {
  const { frame, kind, name } = rule
  for (const [slot, words] of Object.entries(frame.needs ?? {})) {
    if (!meetsNeed(site, slot, words)) return { rule: name, kind, clause: site.clause, lacks: `${slot}: ${words}` }
  }
  if (frame.negated && !site.clause.negated) return { rule: name, kind, clause: site.clause, lacks: 'a negation' }
  if (frame.under && !frame.under.split('|').includes(governorOf(site)?.lemma ?? ''))
    return { rule: name, kind, clause: site.clause, lacks: `under ${frame.under}` }
  if (frame.only && !frame.only.includes(modalityOf(site.line, site.clause) ?? frame.modality ?? 'happened')) {
    return { rule: name, kind, clause: site.clause, lacks: frame.only.join(' or ') }
  }
  const roles: Record<string, Filled[]> = {}
  for (const [role, slots] of Object.entries(frame.roles)) {
    const found = fillRole(site, kind, role, slots)
    roles[role] = definitionOf(kind).roles[role]?.holds === 'roll' ? found.flatMap((f) => rollPhrase(site, f)) : found
  }
  if (kind === 'relations') completePair(site, roles, frame)
  if ((kind === 'relations' || kind === 'agreement') && roles.between) roles.between = ownPair(roles.between)
  if (kind === 'envoy' && roles.person) roles.person = namedFirst(roles.person)
  if (kind === 'visit' && roles.to) roles.to = withinState(roles.to, site.article.text)
  for (const role of ['parties', 'visitor'])
    if (roles[role]) roles[role] = withoutTitles(roles[role], site.article.text)
  if (kind === 'meeting') roles.parties = atHome(site, bothSpeakers(site, roles.parties ?? []))
  const within = kind === 'meeting' && heldWithin(site, roles)
  if (kind === 'meeting') roles.parties = namedAlone(roles.parties ?? [], site.article)
  for (const role of frame.must ?? musts(rule)) {
    const filled = roles[role] ?? []
    const least = frame.must === undefined && definitionOf(kind).roles[role]?.list && kind !== 'meeting' ? 2 : 1
    const count = distinct(filled.flatMap((f) => f.entities)).length
    if (count < least) return { rule: name, kind, clause: site.clause, lacks: role }
  }
  if (
    kind === 'visit' &&
    roles.visitor?.some((f) =>
      f.entities.some((v) => v.of && roles.to?.some((t) => t.entities.some((x) => x.id === v.of))),
    )
  ) {
    return { rule: name, kind, clause: site.clause, lacks: 'another state than the visitor’s own' }
  }
  const besides = aside(site, kind, roles)
  if (besides) return { rule: name, kind, clause: site.clause, lacks: besides }
  if (kind === 'office' && site.clause.form === 'copula' && ranked(site))
    return { rule: name, kind, clause: site.clause, lacks: 'an office held' }
  if (
    kind === 'relations' &&
    site.clause.lemma === 'share' &&
    site.line.tokens[site.clause.predicate]!.deprel === 'amod'
  )
    return { rule: name, kind, clause: site.clause, lacks: 'a verb of its own' }
  if (kind === 'relations' && frame.fixed?.step === 'upgraded' && spokenOnly(site))
    return { rule: name, kind, clause: site.clause, lacks: 'an act' }
  if (kind === 'relations' && site.clause.form === 'noun' && frame.fixed?.step === 'held' && judged(site))
    return { rule: name, kind, clause: site.clause, lacks: 'a mention, not a judgement' }
  if (kind === 'relations' && frame.fixed?.step === 'recognised' && site.clause.form === 'verb' && !recognised(site))
    return { rule: name, kind, clause: site.clause, lacks: 'a state that is recognised' }
  if (kind === 'statehood' && site.clause.form === 'noun' && isName(site))
    return { rule: name, kind, clause: site.clause, lacks: 'an event' }
  if (kind === 'agreement' && vague(site, roles))
    return { rule: name, kind, clause: site.clause, lacks: 'a second party or a known agreement' }
  const alone = kind === 'meeting' ? unmet(site, roles, frame.needs) : undefined
  if (alone) return { rule: name, kind, clause: site.clause, lacks: alone }
  return { rule: name, kind, frame: within ? { ...frame, within } : frame, site, roles }
}

/** "Wants to expand *Bahrain's ties with Israel*": where the object names both sides, who acts is a third. */
function ownPair(found: Filled[]): Filled[] {
  const inside = found.filter((f) => f.slot.startsWith('object.'))
  const states = distinct(inside.flatMap((f) => f.entities)).filter((e) => e.type === 'state')
  if (states.length > 1) return inside
  const some = found.some((f) => f.entities.some((e) => e.type === 'state'))
  return some ? found.map((f) => ({ ...f, entities: f.entities.filter((e) => e.type !== 'person') })) : found
}

/** The clause that governs a clause. */
export const governorOf = ({ line, clause }: Site): Clause | undefined =>
  clause.governor === undefined ? undefined : line.clauses[clause.governor]

/** "our bilateral ties", "this partnership": the other side, or both, from the sentence or the article. */
function completePair(site: Site, roles: Record<string, Filled[]>, frame: Frame): void {
  const held = frame.fixed?.step === 'held'
  const { line, clause, refs } = site
  const states = distinct((roles.between ?? []).flatMap((f) => f.entities)).filter((e) => e.type === 'state')
  if (states.length > 1 || (roles.between ?? []).some((f) => f.entities.some((e) => e.type !== 'state'))) return
  const spoken = states.length === 1 ? spokenTies(site) : []
  if (spoken.length) {
    roles.between!.push(...spoken)
    return
  }
  const at = line.tokens[clause.predicate]!.start
  if (
    clause.form === 'noun' &&
    states.length < 2 &&
    /^(?:alliances|partnerships|friendships|engagements)$/i.test(line.tokens[clause.predicate]!.form)
  )
    return
  if (states.length === 1 && clause.form === 'noun') {
    const doers = doersOf(site, states[0]!)
    if (doers.length) {
      roles.between!.push({ slot: 'context', entities: doers, quantity: {} })
      return
    }
  }
  if (frame.together && states.length < 2) {
    const told = refs.house || site.article.quotations.some((q) => q.label)
    const pair = told && pronounSubject(site) ? refs.pair(line.tokens[clause.predicate]!.start) : []
    if (pair.length === 2) {
      roles.between = [{ slot: 'context', entities: pair, quantity: {} }]
      return
    }
  }
  const from = clause.form === 'noun' ? opening(line, clause.predicate) : clause.predicate - 2
  const near = line.tokens.slice(Math.max(0, from), clause.predicate + 9).map((t) => t.form.toLowerCase())
  const before = clause.form === 'noun' ? near.slice(0, clause.predicate - Math.max(0, from) + 5) : near
  const pointing = before.some((w) => ['our', 'bilateral', 'mutual', 'their'].includes(w))
  const named = near.some((w) => ['that', 'this'].includes(w))
  const definite =
    clause.form === 'noun'
      ? near
          .slice(0, clause.predicate - Math.max(0, from) + 1)
          .some((w) => w === 'this' || w === 'our' || w === 'bilateral' || (w === 'the' && !held))
      : near.includes('this') || near.includes('our')
  if (states.length === 1 && pointing) {
    const others = distinct(
      line.mentions.filter((m) => m.type === 'state' && m.form === 'name' && m.id !== states[0]!.id).map(entityOf),
    )
    if (others.length === 1) roles.between!.push({ slot: 'context', entities: others, quantity: {} })
    else if (others.length === 0 && states[0]!.id === refs.house) {
      const pair = refs.pair(at)
      if (pair.some((e) => e.id === refs.house)) roles.between = [{ slot: 'context', entities: pair, quantity: {} }]
    }
  } else if (states.length === 1 && named && clause.form === 'verb') {
    const pair = refs.pair(at)
    if (pair.some((e) => e.id === states[0]!.id)) roles.between = [{ slot: 'context', entities: pair, quantity: {} }]
  } else if (
    states.length === 0 &&
    definite &&
    (refs.house || site.article.quotations.some((q) => q.label)) &&
    !/^\p{Lu}/u.test(line.tokens[clause.predicate]!.form)
  ) {
    const pair = refs.pair(at)
    if (pair.length === 2) roles.between = [{ slot: 'context', entities: pair, quantity: {} }]
  }
}

/** "The Hague, *the Netherlands*": a place with its state after a comma is that state. */
function withinState(found: Filled[], text: string): Filled[] {
  const states = found.flatMap((f) => f.entities).filter((e) => e.type === 'state')
  const placed = (e: Entity) =>
    e.type === 'name' &&
    states.some((s) => s.span.start > e.span.end && /^, (?:the )?$/i.test(text.slice(e.span.end, s.span.start)))
  return found
    .map((f) => ({ ...f, entities: f.entities.filter((e) => !placed(e)) }))
    .filter((f) => f.entities.length > 0)
}

/** Where the words before a noun begin: "*our* close security cooperation". */
function opening(line: Site['line'], predicate: number): number {
  let from = predicate
  while (from > 0 && predicate - from < 6 && BEFORE_NOUN.has(line.tokens[from - 1]!.upos)) from--
  return Math.min(from, predicate - 2)
}
const BEFORE_NOUN = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'PRON', 'ADV'])

/** "*She* praised close cooperation with Peru": whose stance it is takes part, where one side alone is named after "with". */
function doersOf(site: Site, other: Entity): Entity[] {
  const { line, clause } = site
  const named = ['with', 'to'].some((slot) => phrasesIn(line, clause, slot).length > 0)
  const outer = named && phrasesIn(line, clause, 'possessor').length === 0 ? fill(site, 'outer') : []
  const homes = distinct(
    outer
      .flatMap((f) => f.entities)
      .flatMap((e): Entity[] => {
        const of = e.type === 'state' ? e.id : e.of
        return e.type !== 'body' && of?.startsWith('state:') ? [stateEntity(of, e.span)] : []
      }),
  )
  return homes.length === 1 && homes[0]!.id !== other.id ? homes : []
}

/** "We", "the minister and I", "they": who speaks stands for one of the two states. */
const pronounSubject = ({ line, clause }: Site): boolean =>
  clause.subjects.some((s) => s.tokens.some((k) => /^(?:we|i|our|both)$/i.test(line.tokens[k]!.form)))

/** "Ended relations with Peru and restored *them*": the other side stands on the noun that the pronoun means. */
function spokenTies(site: Site): Filled[] {
  const { line, clause } = site
  const own = phrasesIn(line, clause, 'object')
  const meant = spokenOf(line, clause, 'object')
  const before = line.clauses.find((c) => c.form === 'verb' && c.id !== clause.id && c.objects === meant)
  if (meant === own || !before) return []
  return ['with', 'object.with'].flatMap((slot) => fill({ ...site, clause: before }, slot)).slice(0, 1)
}

/** "The importance of strengthening ties", "a step in deepening relations": an act only spoken of. */
const spokenOnly = ({ clause }: Site): boolean =>
  !clause.under.includes('discuss') &&
  clause.form === 'verb' &&
  clause.tense === 'none' &&
  ['of', 'in', 'about', 'on'].includes(clause.mark ?? '')

/** "Relations between A and B *are good*", "strengthen relations": the clause around the noun says what there is to say of it. */
const judged = ({ line, clause }: Site): boolean =>
  line.clauses.some(
    (c) =>
      (c.form === 'copula' && c.subjects.some((s) => s.head === clause.predicate)) ||
      (c.form === 'verb' &&
        c.tense === 'none' &&
        c.mark !== 'to' &&
        c.objects.some((o) => o.head === clause.predicate)),
  )

/** "We recognise the latest milestone": what is recognised must itself be a state, or told by a pronoun or as a class. */
const recognised = ({ line, clause }: Site): boolean =>
  clause.objects.length === 0 ||
  clause.objects.some((np) => {
    const m = line.mentionAt[np.head]
    return m
      ? m.type === 'state'
      : /^(?:it|them|each|other|countr|state|nation|government|independence|republic|territor|island|neighbou?r)/i.test(
          line.tokens[np.head]!.form,
        )
  })

/** "The National Science *Foundation*" is no founding. */
const isName = ({ line, clause }: Site): boolean => {
  const at = line.tokens[clause.predicate]!
  const m = line.mentionAt[clause.predicate]
  // "Togo's *Restoration* of Independence" is a word with a capital.
  return /^\p{Lu}/u.test(at.form) && m !== undefined && !(m.start === at.start && m.end === at.end)
}

/** "Offered a deal": one side and no agreement that is known. */
function vague({ line, clause }: Site, roles: Record<string, Filled[]>): boolean {
  const all = distinct((roles.between ?? []).flatMap((f) => f.entities))
  if (clause.lemma === 'agree' && all.filter((e) => e.type === 'state').length < 2) return true
  if (distinct((roles.between ?? []).flatMap((f) => f.entities)).length > 1) return false
  if ((roles.between ?? []).some((f) => f.quantity.count || f.quantity.every || f.quantity.none || f.quantity.but))
    return false
  const np = roles.topic?.[0]?.np
  const first = np && line.tokens[np.tokens[0] ?? np.head]!
  return !!first && /^(?:a|an|any|some|no|new|such)$/i.test(first.form) && line.mentionAt[np.head] === undefined
}

/** "Was the first president to visit" tells of a visit, not of an office. */
const ranked = ({ line, clause }: Site): boolean =>
  line.clauses.some((c) => c.modifies?.head === clause.predicate && c.form === 'verb') ||
  line.clauses.some(
    (c) =>
      c.form === 'noun' &&
      c.predicate === clause.predicate &&
      c.modifiers.some((k) => /^(?:first|second|third|last|only|\w+th)$/i.test(line.tokens[k]!.form)),
  )

/** "Named Anna Tamm ambassador": the name, not the office given. */
const namedFirst = (found: Filled[]): Filled[] => {
  const named = found.filter((f) => f.entities.some((e) => e.type === 'person'))
  return named.length ? named : found
}

/** Key roles that neither the frame's own words nor a closed value give. */
const musts = ({ frame, kind }: Rule): string[] =>
  keyRoles(kind).filter((role) => definitionOf(kind).roles[role]?.holds !== 'closed' && !frame.fixed?.[role])

/** Whether a slot holds one of the words; `!word` must not stand there; `modifier` looks at the words before a noun. */
export function meetsNeed({ line, clause }: Site, slot: string, words: string): boolean {
  const wanted = split(words)
  const not = wanted.filter((w) => w.startsWith('!')).map((w) => w.slice(1))
  const any = wanted.filter((w) => !w.startsWith('!'))
  if (slot === 'next') return any.includes(line.tokens[clause.predicate + 1]?.form.toLowerCase() ?? '')
  if (slot === 'adverb') return any.some((w) => adverbsOf(line, clause).includes(w))
  if (slot === 'side') return any.includes(sideAfter(line, clause.predicate) ?? '')
  if (slot === 'object.modifier') {
    const nouns = phrasesIn(line, clause, 'object').flatMap((np) => nounClause(line, np.head) ?? [])
    return any.some((w) => nouns.some((noun) => modifierLemmas(line.tokens, noun).includes(w)))
  }
  const there =
    slot === 'modifier'
      ? modifierLemmas(line.tokens, named(line, clause))
      : headLemmas(line.tokens, spokenOf(line, clause, slot))
  if (not.some((w) => there.includes(w))) return false
  return any.length === 0 || any.some((w) => (w === '*' ? there.length > 0 : there.includes(w)))
}

/** Adverbs of a verb, by the tree or among the three words after it. */
const adverbsOf = (line: Site['line'], { predicate, adverbs }: Clause): string[] => [
  ...adverbs.map((k) => line.tokens[k]!.form.toLowerCase()),
  ...line.tokens
    .slice(predicate + 1, predicate + 4)
    .filter((t) => t.upos === 'ADV')
    .map((t) => t.form.toLowerCase()),
]

/** The phrases of a slot; for "them" or "it" as object, the object of the clause before ("broke off *relations* and restored *them*"). */
function spokenOf(line: Site['line'], clause: Clause, slot: string): Participant[] {
  const nps = phrasesIn(line, clause, slot)
  const pronoun = nps.length === 1 && /^(?:them|it)$/i.test(line.tokens[nps[0]!.head]!.form)
  if (slot !== 'object' || !pronoun) return nps
  const before = line.clauses.findLast(
    (c) => c.form === 'verb' && c.predicate < clause.predicate && c.objects.length > 0,
  )
  return before ? before.objects : nps
}

/** The noun that a copula says of its subject. */
const named = (line: Site['line'], c: Clause): Clause =>
  c.form === 'copula' ? (nounClause(line, c.predicate) ?? c) : c

type Tokens = Site['line']['tokens']
const headLemmas = (tokens: Tokens, nps: readonly { head: number }[]): string[] =>
  nps.flatMap((np) => namesOf(tokens[np.head]!))
const modifierLemmas = (tokens: Tokens, clause: Clause): string[] =>
  clause.modifiers.flatMap((k) => [tokens[k]!.lemma.toLowerCase(), tokens[k]!.form.toLowerCase()])

/** A word by its lemma, its form and a plain singular: a parser's lemma of a name or a plural may be off. */
export function namesOf(t: { lemma: string; form: string }): string[] {
  const form = t.form.toLowerCase()
  const singular = form.endsWith('ies') ? `${form.slice(0, -3)}y` : form.replace(/s$/, '')
  return [...new Set([t.lemma.toLowerCase(), form, singular])]
}
