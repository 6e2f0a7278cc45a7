import type { Clause } from '../grammar/types.ts'
import { definitionOf, type Kind, keyRoles } from '../model/kinds/index.ts'
import type { Line } from './article.ts'
import { aside } from './aside.ts'
import { distinct, type Entity } from './entity.ts'
import { fillRole } from './fill-role.ts'
import type { Frame } from './frame.ts'
import { atHome, bothSpeakers, heldWithin, namedAlone, unmet, withoutTitles } from './meet.ts'
import { modalityOf } from './modality.ts'
import { domestic, ofHouse, ofTheRecalling, postAbroad } from './own-post.ts'
import { completePair, spokenOf } from './pairs.ts'
import { rollPhrase, sideAfter } from './roll-phrase.ts'
import { type Filled, nounClause, phrasesIn, type Site } from './slots.ts'

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
    const found = fillRole(site, kind, role, slots, frame.all === role)
    roles[role] = definitionOf(kind).roles[role]?.holds === 'roll' ? found.flatMap((f) => rollPhrase(site, f)) : found
  }
  if (kind === 'vote' && roles.voter) roles.voter = roles.voter.filter((f) => !fromThere(site.line, f))
  if (kind === 'relations') completePair(site, roles, frame)
  const recognises = frame.fixed?.step === 'recognised'
  if (((kind === 'relations' && !recognises) || kind === 'agreement') && roles.between)
    roles.between = ownPair(roles.between)
  if (kind === 'envoy' && roles.person) roles.person = namedFirst(roles.person)
  if (kind === 'visit' && roles.to) roles.to = withinState(roles.to, site.article.text)
  for (const role of ['parties', 'visitor'])
    if (roles[role]) roles[role] = withoutTitles(roles[role], site.article.text)
  if (kind === 'meeting') roles.parties = atHome(site, bothSpeakers(site, roles.parties ?? []))
  if (kind === 'office' && !roles.state?.length) {
    roles.state = ofHouse(site, roles.person, domestic(roles.title))
    if (roles.state.length) roles.title = domestic(roles.title)
  }
  if (kind === 'envoy' && frame.fixed?.step === 'recalled') Object.assign(roles, ofTheRecalling(site, roles))
  if (kind === 'envoy' && !roles.sender?.length) roles.sender = ofHouse(site, roles.person, roles.host)
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
  if (kind === 'office' && !roles.title?.length && postAbroad(site, roles.person))
    return { rule: name, kind, clause: site.clause, lacks: 'an office, not a post abroad' }
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
  if (kind === 'membership' && frame.fixed?.step === 'left' && goesAway(site))
    return { rule: name, kind, clause: site.clause, lacks: 'a state that leaves' }
  if (kind === 'statehood' && site.clause.form === 'noun' && isName(site))
    return { rule: name, kind, clause: site.clause, lacks: 'an event' }
  if (kind === 'agreement' && vague(site, roles))
    return { rule: name, kind, clause: site.clause, lacks: 'a second party or a known agreement' }
  const alone = kind === 'meeting' ? unmet(site, roles, frame.needs) : undefined
  if (alone) return { rule: name, kind, clause: site.clause, lacks: alone }
  return { rule: name, kind, frame: within ? { ...frame, within } : frame, site, roles }
}

/** "*President Ruiz* left Lima": a person leaves a place, a state a body. */
const goesAway = ({ line, clause }: Site): boolean =>
  phrasesIn(line, clause, 'subject').some((np) => ['person', 'office'].includes(line.mentionAt[np.head]?.type ?? ''))

/** "Lawmakers *from France*", "voters *in Malta*": those who come from a state do not vote for it, its delegates do. */
const fromThere = (line: Line, { entities }: Filled): boolean =>
  entities.some((e) => {
    const at = line.tokens.findIndex((t) => t.end > e.span.start)
    const before = line.tokens[at - 1]?.form.toLowerCase() === 'the' ? at - 2 : at - 1
    const who = line.tokens[before - 1]
    return (
      /^(?:from|in|across)$/i.test(line.tokens[before]?.form ?? '') && who?.upos === 'NOUN' && !DELEGATES.has(who.lemma)
    )
  })
const DELEGATES = new Set(['delegate', 'delegation', 'representative', 'ambassador', 'envoy', 'minister', 'diplomat'])

/** "Wants to expand *Bahrain's ties with Israel*": where the object names both sides, who acts is a third. */
function ownPair(found: Filled[]): Filled[] {
  const inside = found.filter((f) => f.slot.startsWith('object.'))
  const states = distinct(inside.flatMap((f) => f.entities)).filter((e) => e.type === 'state')
  // "Relations with Chile and Togo": two on one side, and who acts is the other.
  const sided = inside.some((f) => !/\.(?:with|to)$/.test(f.slot))
  if (states.length > 1 && sided) return inside
  const some = found.some((f) => f.entities.some((e) => e.type === 'state'))
  return some ? found.map((f) => ({ ...f, entities: f.entities.filter((e) => e.type !== 'person') })) : found
}

/** The clause that governs a clause. */
export const governorOf = ({ line, clause }: Site): Clause | undefined =>
  clause.governor === undefined ? undefined : line.clauses[clause.governor]

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
  // "The Lake Fishing Agreement was signed": an agreement without its parties is known by its name.
  if (np && all.length === 0) return !/^\p{Lu}/u.test(line.tokens[np.head]!.form)
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
  const phrases = slot === 'modifier' ? [] : spokenOf(line, clause, slot)
  // "Sent Secretary *Rice*" sends no grain.
  const things = any.includes('*') ? phrases : phrases.filter((np) => !isSurname(line, np.head))
  const there = slot === 'modifier' ? modifierLemmas(line.tokens, named(line, clause)) : headLemmas(line.tokens, things)
  if (not.some((w) => there.includes(w))) return false
  return any.length === 0 || any.some((w) => (w === '*' ? there.length > 0 : there.includes(w)))
}

const isSurname = (line: Site['line'], k: number): boolean => {
  const m = line.mentionAt[k]
  return m?.type === 'person' && m.end === line.tokens[k]!.end && /^\p{Lu}/u.test(line.tokens[k]!.form)
}

/** Adverbs of a verb, by the tree or among the three words after it. */
const adverbsOf = (line: Site['line'], { predicate, adverbs }: Clause): string[] => [
  ...adverbs.map((k) => line.tokens[k]!.form.toLowerCase()),
  ...line.tokens
    .slice(predicate + 1, predicate + 4)
    .filter((t) => t.upos === 'ADV')
    .map((t) => t.form.toLowerCase()),
]

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
