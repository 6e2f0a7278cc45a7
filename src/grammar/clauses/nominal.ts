import type { Oblique } from '../types.ts'
import { obliquesAt } from './arguments.ts'
import { actors, blank, type Draft, people, share, type Work } from './draft.ts'
import { LIGHT_ACTIVE, LIGHT_EVENT, LIGHT_EVENT_OBJECT } from './lexicon.ts'
import { prepositionOf } from './phrase.ts'
import { hasKid, kidsBy, lemmaAt, rel, type Tree } from './tree.ts'

const MODIFIERS = ['amod', 'compound', 'nummod']
const NOT_EVENTS = new Set(['compound', 'flat', 'fixed', 'goeswith', 'case', 'mark', 'cc', 'advmod', 'det'])

/** Adds a nominal clause for every noun that has an owner, a phrase or a modifier, or that a verb may act out. */
export function addNominals(work: Work): void {
  for (const i of work.tree.order) if (isCandidate(work.tree, i)) nominal(work, i)
}

function isCandidate(tree: Tree, i: number): boolean {
  const { upos } = tree.tokens[i]!
  if (upos !== 'NOUN' && upos !== 'PROPN') return false
  if (NOT_EVENTS.has(rel(tree, i)) || tree.tokens[i]!.deprel === 'nmod:desc') return false
  const phrases = kidsBy(tree, i, 'nmod').some((k) => tree.tokens[k]!.deprel !== 'nmod:desc')
  if (upos === 'PROPN') return phrases || hasKid(tree, i, 'compound')
  return (
    phrases || hasKid(tree, i, 'acl', ...MODIFIERS) || ['nsubj', 'obj', 'obl', 'nmod', 'conj'].includes(rel(tree, i))
  )
}

function nominal(work: Work, i: number): void {
  const { tree } = work
  const d = blank(work, i, 'noun', lemmaAt(tree, i))
  for (const k of kidsBy(tree, i, 'nmod', 'obl')) {
    const { deprel } = tree.tokens[k]!
    if (deprel === 'nmod:poss') d.possessors.push(...people(work, k))
    else if (deprel === 'nmod:desc') continue
    else d.obliques.push(...obliquesAt(work, k))
  }
  liftAgents(work, d)
  d.modifiers = kidsBy(tree, i, ...MODIFIERS).filter((k) => k < i)
  d.surface = d.obliques.filter((o) => o.prep === 'by').map((o) => o.np)
  shareOwners(work, d)
}

/**
 * "the expulsion of six diplomats *by Norway*", "the visit by President Boric *to Uruguay*": what a thing undergoes is no one's work,
 * and a name takes no phrase but "of"; both belong to the event.
 */
function liftAgents(work: Work, d: Draft): void {
  const { tree } = work
  for (const { prep, np } of [...d.obliques]) {
    if (!['of', 'by', 'between', 'with'].includes(prep)) continue
    const name = tree.tokens[np.head]!.upos === 'PROPN'
    for (const k of kidsBy(tree, np.head, 'nmod').filter((n) => n > np.head && tree.tokens[n]!.deprel === 'nmod')) {
      const inner = prepositionOf(tree, k)
      if ((prep === 'of' && inner === 'by') || (name && LIFTED.has(inner))) d.obliques.push(...obliquesAt(work, k))
    }
  }
}
const LIFTED = new Set(['to', 'in', 'at', 'on', 'with', 'by'])

/** "his visit and meeting with Herzog": owners spread to a coordinate noun without a determiner of its own. */
function shareOwners(work: Work, d: Draft): void {
  const { tree } = work
  const first = rel(tree, d.predicate) === 'conj' ? work.nouns.get(tree.up[d.predicate]!) : undefined
  if (!first || hasKid(tree, d.predicate, 'det') || d.possessors.length > 0) return
  d.possessors = share(first.possessors, 'coordination')
}

/** Links event nouns to the verbs that act them out or govern them, once every clause is complete. */
export function linkLight(work: Work): void {
  const heads = new Map<number, Draft>()
  for (const d of work.drafts) {
    if (d.form !== 'noun') for (const p of slots(d)) if (!heads.has(p) || p === d.predicate) heads.set(p, d)
  }
  for (const d of work.drafts) {
    if (d.form !== 'noun') continue
    const verb = heads.get(d.predicate)
    if (verb) inherit(work, d, verb)
    else governedByNoun(work, d)
  }
}

const slots = (d: Draft): number[] => [...d.objects, ...d.surface].map((p) => p.head)

function inherit(work: Work, d: Draft, verb: Draft): void {
  const logicalObject = (verb.passive ? verb.surface : verb.objects).some((p) => p.head === d.predicate)
  if (logicalObject) d.governor = verb.id
  const lemma = verb.lemma.split(' ')[0]!
  const acts = logicalObject && LIGHT_ACTIVE.has(lemma) && verb.form === 'verb'
  if (!acts && !happens(work.tree, d, verb, lemma)) return
  d.light = verb.id
  if (acts && d.surface.length === 0) d.surface = actors(verb)
  d.recipients = verb.recipients
  d.obliques.push(
    ...verb.obliques.filter((o) => o.np.head !== d.predicate && !d.obliques.some((x) => x.np.head === o.np.head)),
  )
}

function happens(tree: Tree, d: Draft, verb: Draft, lemma: string): boolean {
  if (verb.form !== 'verb' || verb.passive || !verb.surface.some((p) => p.head === d.predicate)) return false
  if (!LIGHT_EVENT.has(lemma) || (lemma === 'come' && verb.obliques.some((o) => ['to', 'from'].includes(o.prep))))
    return false
  return lemma !== 'take' || verb.objects.some((p) => LIGHT_EVENT_OBJECT.has(lemmaAt(tree, p.head)))
}

/** "plans for a visit", "the cancellation of the visit": a noun that governs an event noun. */
function governedByNoun(work: Work, d: Draft): void {
  const { tree } = work
  if (rel(tree, d.predicate) !== 'nmod' || !['of', 'for', 'on', 'to'].includes(prepositionOf(tree, d.predicate))) return
  d.governor = work.nouns.get(tree.up[d.predicate]!)?.id
}

/** Phrases that stand inside a clause's participants, or right after its event noun, for a reader who lacks one. */
export function nearbyOf(work: Work, d: Draft): Oblique[] {
  const { tree } = work
  const inside = [...d.objects, ...d.agents, ...d.obliques.map((o) => o.np), ...(d.form === 'noun' ? [] : d.surface)]
  const own = new Set(d.obliques.map((o) => o.np.head))
  const low = inside
    .filter((p) => !p.shared)
    .flatMap((p) => hanging(tree, p.head))
    .filter((k) => !own.has(k))
    .flatMap((k) => obliquesAt(work, k))
  return [...low, ...(d.form === 'noun' && d.light === undefined ? besides(work, d) : [])]
}

/** Phrases other than "of" below a noun, through its "of" phrases: they stand outside of its participant. */
function hanging(tree: Tree, head: number): number[] {
  const out: number[] = []
  for (const stack = [head]; stack.length > 0; ) {
    for (const k of kidsBy(tree, stack.pop()!, 'nmod').filter((n) => tree.tokens[n]!.deprel === 'nmod')) {
      const prep = prepositionOf(tree, k)
      if (prep === 'of') stack.push(k)
      else if (prep !== '') out.push(k)
    }
  }
  return out
}

function besides(work: Work, d: Draft): Oblique[] {
  const verb = work.verbs.get(work.tree.up[d.predicate]!)
  return verb ? verb.obliques.filter((o) => o.np.head > d.predicate && o.np.head !== d.predicate) : []
}
