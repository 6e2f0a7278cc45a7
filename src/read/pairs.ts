import type { Clause, Participant } from '../grammar/types.ts'
import { distinct, type Entity, entityOf, stateEntity } from './entity.ts'
import type { Frame } from './frame.ts'
import { type Filled, fill, phrasesIn, type Site } from './slots.ts'

/** The two sides of relations where a clause names one of them or none. */

/** "our bilateral ties", "this partnership": the other side, or both, from the sentence or the article. */
export function completePair(site: Site, roles: Record<string, Filled[]>, frame: Frame): void {
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
  // "We work closely with our allies": no pair's doing.
  const unnamed = phrasesIn(line, clause, 'with').length > 0 && !(roles.between ?? []).some((f) => f.slot === 'with')
  if (clause.form === 'verb' && unnamed) return
  if (frame.together && states.length < 2) {
    const told = refs.house || site.article.quotations.some((q) => q.label)
    const pair = told && pronounSubject(site) ? refs.pair(line.tokens[clause.predicate]!.start) : []
    if (pair.length === 2) {
      roles.between = [{ slot: 'context', entities: pair, quantity: {} }]
      return
    }
  }
  if (states.length === 1 && clause.form === 'copula' && standsAlone(site)) {
    const house = refs.house && stateEntity(refs.house, states[0]!.span)
    if (house && house.id !== states[0]!.id && !quoted(site, at))
      roles.between!.push({ slot: 'context', entities: [house], quantity: {} })
    return
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

/** "Peru is a valued *partner*", in a release: whose partner it is, is not said. */
function standsAlone({ line, clause }: Site): boolean {
  let k = clause.predicate - 1
  while (k > 0 && clause.predicate - k < 7 && ['ADJ', 'NOUN', 'PUNCT', 'VERB', 'ADV'].includes(line.tokens[k]!.upos))
    k--
  const next = line.tokens[clause.predicate + 1]?.form ?? ''
  return /^(?:a|an)$/i.test(line.tokens[k]?.form ?? '') && !/^(?:of|to|with|for)$/.test(next)
}
const quoted = ({ article }: Site, at: number): boolean => article.quotations.some((q) => q.start <= at && at < q.end)

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

/** The phrases of a slot; for "them" or "it" as object, the object of the clause before ("broke off *relations* and restored *them*"). */
export function spokenOf(line: Site['line'], clause: Clause, slot: string): Participant[] {
  const nps = phrasesIn(line, clause, slot)
  const pronoun = nps.length === 1 && /^(?:them|it)$/i.test(line.tokens[nps[0]!.head]!.form)
  if (slot !== 'object' || !pronoun) return nps
  const before = line.clauses.findLast(
    (c) => c.form === 'verb' && c.predicate < clause.predicate && c.objects.length > 0,
  )
  return before ? before.objects : nps
}
