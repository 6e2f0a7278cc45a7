import type { Amount } from '../model/fact.ts'
import { definitionOf } from '../model/kinds/index.ts'
import type { When } from '../model/when.ts'
import { ALIKE, alike } from './alike.ts'
import { timesFor } from './dating.ts'
import { baseOf, type Draft } from './draft.ts'
import type { Entity } from './entity.ts'
import { exceptionsOf } from './exception.ts'
import type { Identities } from './identity.ts'
import { subjectsLeft } from './linear.ts'
import type { Match } from './match.ts'
import { inOffice, namedVisitor } from './named-visitor.ts'
import { numberAt, placeOf } from './number.ts'
import { isPlain } from './quantifier.ts'
import type { Filled } from './slots.ts'
import { wordsOf } from './words.ts'

/** What else in the sentence bears on a match. */
export interface Around {
  identities: Identities
  /** Sets described by a relative clause, by the head of their noun. */
  sets: ReadonlyMap<number, { entity: Entity; clause: number }>
}

/** Every claim of one match. */
export function draftsOf(match: Match, around: Around): Draft[] {
  const base = baseOf(match)
  if (base.fixed.choice === ALIKE) return [alike(match, base)]
  if (absent(match)) return [noneOf(match, base)]
  const special = quantified(match)
  const ordinal = ordinalOf(match)
  if (ordinal) return special && overAll(special, ordinal) ? [] : ordinals(match, base, ordinal, around)
  const often = timesSaid(match)
  if (!special && often) return [{ ...base, is: 'count', count: often }]
  if (!special) return [base]
  return quantities(match, base, special, around)
}

/** "The first convention ratified by *every* member": a rank over another set, which no claim holds. */
const overAll = ({ role, filled: { quantity: q } }: Special, o: Ordinal): boolean =>
  role !== o.role && !!(q.every || q.none || q.but || q.count)

/** "has visited three times", "twice", "only once": how many such events there were. */
function timesSaid({ kind, site }: Match): Amount | undefined {
  if (!EVENTS.has(kind) || site.clause.form !== 'verb') return undefined
  const at = site.line.tokens[site.clause.predicate]!
  const words = wordsOf(site.article.text, { start: at.start, end: Math.min(site.clause.span.end, at.end + 120) })
  for (let i = 0; i < words.length; i++) {
    if (words[i]!.low === 'twice') return { least: 2, most: 2 }
    if (words[i]!.low === 'once' && !/^(?:again|more|every|a|the|he|she|it|they|in)$/.test(words[i + 1]?.low ?? ''))
      return { least: 1, most: 1 }
    const n = numberAt(words, i)
    if (n && !n.ordinal && words[n.to]?.low === 'times') return n.amount
  }
  return undefined
}

/** "There has been *no* visit", "there was *never* a meeting": the noun's own "no", or the verb that says that there is such a thing. */
function absent(match: Match): boolean {
  const { line, clause } = match.site
  if (clause.form !== 'noun' || clause.id < 0) return false
  let k = clause.predicate - 1
  while (k >= 0 && ['ADJ', 'NOUN', 'PROPN', 'NUM'].includes(line.tokens[k]!.upos)) k--
  if (/^(?:no|nor|neither)$/i.test(line.tokens[k]?.form ?? '')) return true
  return thereIs(match) === 'not'
}

/** Whether "there is", or "there is not", comes before the noun. */
function thereIs({ site: { line, clause } }: Match): 'so' | 'not' | undefined {
  const there = line.tokens.findLastIndex((t, i) => i < clause.predicate && t.form.toLowerCase() === 'there')
  const between = there < 0 ? [] : line.tokens.slice(there + 1, clause.predicate)
  const be = between.some((t) => t.lemma.toLowerCase() === 'be')
  const plain = between.every((t) => t.upos !== 'PUNCT' && (t.upos !== 'VERB' || t.lemma.toLowerCase() === 'be'))
  if (!be || !plain || between.length > 9) return undefined
  return between.some((t) => /^(?:not|n['’]t|never)$/i.test(t.form)) ? 'not' : 'so'
}

const TAKING_PLACE = new Set(['take', 'occur', 'happen', 'make', 'pay', 'follow', 'ensue', 'be'])
const AHEAD = new Set(['plan', 'schedule', 'expect', 'announce', 'foresee', 'propose', 'envisage', 'set'])

/**
 * Of an event, that there was none; of a state of affairs, that it does not hold. Of what else is said of none ("no visit was as
 * long"), nothing.
 */
function noneOf(match: Match, base: Draft): Draft {
  const { line, clause } = match.site
  if (!EVENTS.has(match.kind)) return { ...base, modality: 'denied' }
  const verbs = line.clauses.filter(
    (v) => v.form !== 'noun' && [...v.subjects, ...v.objects].some((np) => np.head === clause.predicate),
  )
  const ahead = base.modality === 'planned' || base.modality === 'proposed' || verbs.some((v) => AHEAD.has(v.lemma))
  const told = thereIs(match) || verbs.some((v) => TAKING_PLACE.has(v.lemma) && v.form === 'verb')
  return {
    ...base,
    ...{ is: 'none', modality: ahead ? 'planned' : 'happened' },
    ...upToNow(match, base),
    ...(!told && { left: base.span }),
  }
}

interface Special {
  role: string
  filled: Filled
}

/** The role whose phrase says how many: a noun for a class, not a name. */
function quantified(match: Match): Special | undefined {
  for (const [role, list] of Object.entries(match.roles)) {
    if (!definitionOf(match.kind).roles[role]?.key || role === 'roll' || role === 'body') continue
    for (const filled of list) {
      const q = { ...filled.quantity.inner, ...filled.quantity }
      if (!isPlain(q) && filled.entities.every((e) => isClass(e))) return { role, filled: { ...filled, quantity: q } }
      if (filled.quantity.only && filled.entities.length) return { role, filled }
    }
  }
  return undefined
}
const isClass = (e: Entity): boolean => e.type === 'group' || e.type === 'office' || !!e.described

function quantities(match: Match, base: Draft, { role, filled }: Special, around: Around): Draft[] {
  const q = filled.quantity
  const set = setOf(filled, around)
  const inSet = set && set.clause !== match.site.clause.id ? set.entity : undefined
  const members = filled.np ? around.identities.among.get(filled.np.head) : undefined
  const roles = inSet ? { ...base.roles, [role]: base.roles[role]!.map((e) => (isClass(e) ? inSet : e)) } : base.roles
  const one = { ...base, roles }
  if (q.only && !filled.entities.some(isClass)) return [{ ...one, is: 'only' }, ...(q.count ? [] : [])]
  if (q.none)
    return [
      {
        ...one,
        is: 'none',
        modality: base.modality === 'denied' ? 'happened' : base.modality,
        ...(filled.entities.every((e) => e.type === 'office') && exceptionsOf(match)),
        ...upToNow(match, base),
      },
    ]
  if (set && !inSet && !q.count) return []
  if ((q.every || q.but) && !(q.count && set && !inSet))
    return [{ ...one, is: 'every', ...exceptionsOf(match), ...(q.but && {}) }]
  // "The two foreign ministers of Peru and Chile": as many are named.
  const many = filled.entities.length
  if (q.count && !set && many > 1 && q.count.least === many && q.count.most === many) return [one]
  if (q.count && definite(match, filled) && !set) return []
  if (q.count) {
    const is = match.kind === 'visit' || match.kind === 'community' ? 'size' : 'count'
    const counted: Draft = { ...one, is, count: q.count }
    if (!members) return [counted]
    return [
      { ...base, roles: { ...base.roles, [role]: members.who }, span: members.clause?.span ?? base.span },
      counted,
    ]
  }
  if (q.only) return [{ ...one, is: 'only' }]
  return [one]
}

/** "The two leaders signed": words for those just named, no count of a set. */
function definite({ site }: Match, { np, quantity }: Filled): boolean {
  const first = np && site.line.tokens[np.tokens[0] ?? np.head]!.form.toLowerCase()
  return (first === 'the' || first === 'both' || first === 'these') && (quantity.count?.most ?? 9) <= 3
}

/** The set that a phrase names: by its head, or by the noun of its "of" phrase ("none of the states that …"). */
function setOf(filled: Filled, around: Around) {
  const { np } = filled
  if (!np) return undefined
  return around.sets.get(np.head) ?? [...around.sets].find(([head]) => np.tokens.includes(head))?.[1]
}

/** "No president has visited": up to the article's day. */
function upToNow(match: Match, base: Draft): { when?: When } {
  const { clause, article } = match.site
  if (base.when) return { when: base.when }
  return clause.perfect && article.date ? { when: `/${article.date}` } : {}
}

/** "The first president to visit", "the first visit by a president", "his third visit". */
interface Ordinal {
  nth: number
  only?: true
  role?: string
  head: number
}
function ordinalOf(match: Match): Ordinal | undefined {
  const { clause, line, article } = match.site
  for (const [role, list] of Object.entries(match.roles)) {
    for (const f of list) {
      const nth = f.quantity.nth ?? (f.quantity.only ? 0 : undefined)
      const shared =
        f.np && (f.np.shared === 'relative' || f.np.shared === 'control' || f.np.head === clause.modifies?.head)
      if (nth !== undefined && shared && f.entities.every(isClass)) return { nth, role, head: f.np!.head }
    }
  }
  if (clause.form !== 'noun' || !EVENTS.has(match.kind) || /^(?:stop|leg|stopover)$/.test(clause.lemma))
    return undefined
  const words = clause.modifiers.map((k) => line.tokens[k]!.form.toLowerCase())
  // "His first trip abroad", "her first foreign visit": of all trips, not of those to there.
  const next = line.tokens[clause.predicate + 1]?.form.toLowerCase() ?? ''
  if (/^(?:abroad|overseas)$/.test(next) || words.some((w) => /^(?:foreign|overseas|international)$/.test(w)))
    return undefined
  const nth = words.map(nthOf).find((n) => n !== undefined)
  return nth !== undefined && article ? { nth, head: clause.predicate } : undefined
}
const EVENTS = new Set(['visit', 'meeting'])
const nthOf = (word: string): number | undefined => (/^(?:last|final)$/.test(word) ? -1 : placeOf(word))

/** Marks the first or last of somebody's own: "his first visit to Cuba". */
export const OWN = 'rank/own'

function ordinals(match: Match, base: Draft, o: Ordinal, { identities }: Around): Draft[] {
  const is = o.nth === 0 ? 'only' : o.nth === 1 ? 'first' : o.nth === -1 ? 'last' : 'count'
  const count = is === 'count' ? { count: { least: o.nth, most: o.nth } } : {}
  const named = identities.is.get(o.head) ?? beforeCopula(match, o)
  const who = named?.who
  const office = o.role ? base.roles[o.role]!.some((e) => e.type === 'office') : true
  const roles =
    o.role && who && !office
      ? { ...base.roles, [o.role]: [...who, ...base.roles[o.role]!.filter((e) => !isClass(e))] }
      : base.roles
  const first: Draft = { ...base, roles, is, ...count, ...window(match, base) }
  const plain =
    !o.role &&
    Object.values(base.roles)
      .flat()
      .some((e) => e.type === 'person')
  const own = plain ? { ...first, rules: [...first.rules, OWN] } : first
  const byName = o.role ? undefined : namedVisitor(base, first, named)
  if (byName) return byName
  if (!o.role) return plain || identities.is.has(o.head) ? [base, own] : [first]
  if (!who) return [first]
  const so: Draft = {
    ...base,
    ...{ when: undefined },
    ...(lone(match) && base.when && { when: base.when }),
    roles: {
      ...base.roles,
      [o.role]: [...inOffice(who, base.roles[o.role]!), ...base.roles[o.role]!.filter((e) => !isClass(e))],
    },
    ...sayingOf(match, named),
  }
  return [so, first]
}

/** "X became the first …" by word order, for a tree that misses it. */
function beforeCopula({ roles, site }: Match, o: Ordinal): { who: Entity[]; clause?: undefined } | undefined {
  const np = o.role ? roles[o.role]!.find((f) => f.np?.head === o.head)?.np : undefined
  const k = np ? np.tokens[0]! - 1 : -1
  const word = site.line.tokens[k]
  if (!word || !['be', 'become'].includes(word.lemma.toLowerCase())) return undefined
  const who = subjectsLeft(site.line, k)
    .flatMap((s) => site.refs.resolve(site.line, s))
    .filter((e) => e.type === 'person' || e.type === 'state')
  return who.length ? { who } : undefined
}

/** The clause that says who the first was gives the plain claim its time and place. */
function sayingOf(match: Match, named: { clause?: Draft['match']['site']['clause'] } | undefined): Partial<Draft> {
  const clause = named?.clause
  if (!clause) return {}
  const base = baseOf({ ...match, site: { ...match.site, clause } })
  const own = baseOf(match)
  return {
    span: base.span,
    modality: own.modality === 'denied' ? 'denied' : base.modality === 'holds' ? 'happened' : base.modality,
    ...(base.when && { when: base.when }),
  }
}

/** The time of the visit itself, not the window of the first. */
const lone = ({ site }: Match): boolean => !timesFor(site.line, site.clause).some((t) => t.stance === 'since')

/** "The first since 1996": the window is open to its end. */
function window(match: Match, base: Draft): { when?: When } {
  const since = timesFor(match.site.line, match.site.clause)
    .find((t) => t.stance === 'since')
    ?.at('past')
  if (since) return { when: `${since.split('/')[0]}/` }
  return base.when ? { when: undefined } : {}
}

export const listRole = (kind: Draft['kind'], role: string): boolean =>
  !!definitionOf(kind).roles[role]?.list || LISTS.has(`${kind}.${role}`)
const LISTS = new Set(['visit.visitor', 'vote.voter', 'aid.receiver', 'visit.place', 'meeting.place'])
