import type { Participant } from '../types.ts'
import { gapHolder } from './arguments.ts'
import { actors, clauseAbove, type Draft, people, share, type Work } from './draft.ts'
import { INVITING, OBJECT_CONTROL, OBLIQUE_CONTROL, ORDINAL, REGARDING, SUBJECT_CONTROL } from './lexicon.ts'
import { conjuncts, phrase, prepositionOf } from './phrase.ts'
import { isGerundComplement, isInfinitive } from './predicate.ts'
import { antecedentsOf } from './relative.ts'
import { formAt, isNominal, kidsBy, lemmaAt, rel, type Tree } from './tree.ts'

/** Gives a clause without a subject of its own the one it shares, and links it to the clause that it belongs to. */
export function settleSubject(work: Work, d: Draft): void {
  if (d.ownSubject || d.surface.length > 0) return
  d.surface = inherited(work, d)
}

function inherited(work: Work, d: Draft): Participant[] {
  const { tree, relatives } = work
  const head = tree.up[d.predicate]!
  if (head < 0) return clausalPredicateSubject(work, d)
  const host = work.verbs.get(head)
  switch (rel(tree, d.predicate)) {
    case 'conj':
      return conjoined(work, d, head)
    case 'xcomp':
      return host ? controller(host, tree, d) : controllerOfNoun(work, head)
    case 'ccomp':
    case 'csubj':
      return host && isNonFinite(tree, d.predicate) ? controller(host, tree, d) : clausalPredicateSubject(work, d)
    case 'advcl':
      return adverbial(work, d, head, host)
    case 'acl':
    case 'amod':
      if (relatives.clauses.has(d.predicate)) return []
      return modifierSubject(work, d, head)
    case 'parataxis':
      return host && tree.tokens[d.predicate]!.xpos === 'VBG' ? share(host.surface, 'control') : []
    default:
      return clausalPredicateSubject(work, d)
  }
}

/** "Their goal is to visit Israel": the subject is whoever the noun belongs to. */
function clausalPredicateSubject(work: Work, d: Draft): Participant[] {
  const outer = outerSubject(work.tree, d.predicate)
  return outer === undefined ? [] : controllerOfNoun(work, outer)
}

export const outerSubject = (tree: Tree, i: number): number | undefined =>
  tree.kids[i]!.find((k) => tree.tokens[k]!.deprel === 'nsubj:outer')

export const isNonFinite = (tree: Tree, i: number): boolean =>
  isInfinitive(tree, i) ||
  (['VBG', 'VBN', 'VB'].includes(tree.tokens[i]!.xpos) &&
    !kidsBy(tree, i, 'aux').some((k) => ['MD', 'VBD', 'VBZ', 'VBP'].includes(tree.tokens[k]!.xpos)))

function conjoined(work: Work, d: Draft, head: number): Participant[] {
  const host = work.verbs.get(head) ?? clauseAbove(work, head)
  return host && host !== d ? share(host.surface, 'coordination') : []
}

/** Who does what the infinitive says: the governing verb's object, its "on" phrase, or its subject. */
function controller(host: Draft, tree: Tree, d: Draft, gerund = false): Participant[] {
  if (host.passive || host.form === 'copula') return share(host.surface, 'control')
  const lemma = host.lemma.split(' ')[0]!
  if (OBLIQUE_CONTROL.has(lemma)) {
    const called = host.obliques.filter((o) => ['on', 'upon', 'for', 'to'].includes(o.prep) && o.np.head < d.predicate)
    if (called.length > 0)
      return share(
        called.map((o) => o.np),
        'control',
      )
  }
  const heads = [...host.objects, ...host.recipients].filter((p) => p.head < d.predicate || p.shared)
  const after = gerund || tree.tokens[d.predicate]!.xpos !== 'VBG' || OBJECT_CONTROL.has(lemma)
  if (heads.length > 0 && after && !SUBJECT_CONTROL.has(lemma)) return share(heads, 'control')
  return share(host.surface, 'control')
}

function adverbial(work: Work, d: Draft, head: number, host: Draft | undefined): Participant[] {
  const { tree } = work
  if (!isNonFinite(tree, d.predicate)) return []
  if (!host) return tree.tokens[head]!.upos === 'ADJ' || isNominal(tree, head) ? modifierSubject(work, d, head) : []
  if (isGerundComplement(tree, d.predicate) && host.objects.length > 0) return controller(host, tree, d, true)
  const object = isInfinitive(tree, d.predicate) && OBJECT_CONTROL.has(host.lemma) && !host.passive
  if (object || OBLIQUE_CONTROL.has(host.lemma)) return controller(host, tree, d)
  return share(host.surface, 'control')
}

/** A reduced clause after a noun: the noun does it, or what the noun is said of, or whoever has the plan. */
function modifierSubject(work: Work, d: Draft, noun: number): Participant[] {
  const { tree } = work
  if (!isComplement(tree, d.predicate)) {
    const nouns = isNominal(tree, noun) && rel(tree, d.predicate) === 'acl' ? antecedentsOf(tree, d.predicate) : [noun]
    d.modifies = phrase(tree, noun)
    return nouns.map((k) => phrase(tree, k, 'relative'))
  }
  if (isOrdinal(tree, noun)) {
    d.modifies = phrase(tree, noun)
    const bearer = bearers(work, noun)
    return bearer.length > 0 ? share(bearer, 'control') : [phrase(tree, noun, 'relative')]
  }
  return controllerOfNoun(work, noun)
}

/** Whether a clause under a noun says what the noun consists of: "plans to visit", "process of negotiating". */
export function isComplement(tree: Tree, i: number): boolean {
  if (isInfinitive(tree, i)) return true
  return kidsBy(tree, i, 'mark', 'case').some((k) =>
    ['of', 'for', 'to', 'in', 'on', 'that', 'about', 'at'].includes(formAt(tree, k)),
  )
}

const NTH = /^\d{1,6}(st|nd|rd|th)$/

/** "The first president to visit", "the last to leave", "the largest state to abstain". */
export function isOrdinal(tree: Tree, noun: number): boolean {
  const marks = [noun, ...kidsBy(tree, noun, 'amod', 'nummod', 'advmod')]
  return marks.some((k) => ORDINAL.has(formAt(tree, k)) || tree.tokens[k]!.xpos === 'JJS' || NTH.test(formAt(tree, k)))
}

/** What a nominal is said of: "Lasso was / became / made history as / , the first president to visit". */
export function bearers(work: Work, noun: number): Participant[] {
  const { tree } = work
  const own = work.verbs.get(noun)
  if (own) return own.surface
  const head = tree.up[noun]!
  if (head < 0) return []
  const host = work.verbs.get(head)
  if (rel(tree, noun) === 'appos') return people(work, head).slice(0, 1)
  if (rel(tree, noun) === 'conj') return head < noun ? bearers(work, head) : []
  if (!host) return prepositionOf(tree, noun) === 'as' ? bearersAbove(work, head) : []
  if (rel(tree, noun) === 'xcomp') return host.objects.length > 0 ? host.objects : host.surface
  if (rel(tree, noun) === 'obj' && ['become', 'remain', 'be'].includes(host.lemma)) return host.surface
  if (prepositionOf(tree, noun) !== 'as') return []
  return REGARDING.has(host.lemma) && host.objects.length > 0 ? host.objects : host.surface
}

const bearersAbove = (work: Work, i: number): Participant[] => clauseAbove(work, i)?.surface ?? []

/** Who is to do what a noun plans, offers or forbids: its possessor, its "by" phrase, or the one who announces it. */
export function controllerOfNoun(work: Work, noun: number): Participant[] {
  const { tree } = work
  for (let at = noun, guard = 0; at >= 0 && guard < 8; guard++) {
    const own = ownController(work, at)
    if (own.length > 0) return share(own, 'control')
    const head = tree.up[at]!
    const host = work.verbs.get(at) ?? work.verbs.get(head)
    if (host) return share(hostController(host, at, lemmaAt(tree, noun)), 'control')
    if (!['nmod', 'conj', 'appos', 'compound'].includes(rel(tree, at))) return []
    at = head
  }
  return []
}

function ownController(work: Work, noun: number): Participant[] {
  const { tree } = work
  const nmods = kidsBy(tree, noun, 'nmod', 'obl')
  const by = (preps: string[]) =>
    nmods.filter((k) => preps.includes(prepositionOf(tree, k))).flatMap((k) => people(work, k))
  if (INVITING.has(lemmaAt(tree, noun))) return by(['to', 'for', 'on'])
  const owners = nmods.filter((k) => tree.tokens[k]!.deprel === 'nmod:poss').flatMap((k) => people(work, k))
  if (owners.length > 0) return owners
  const agents = by(['by'])
  return agents.length > 0
    ? agents
    : by(['of', 'among', 'between', 'from']).filter((p) => tree.tokens[p.head]!.upos === 'PROPN')
}

function hostController(host: Draft, noun: number, lemma: string): Participant[] {
  if (host.predicate === noun) return host.surface
  if (INVITING.has(lemma) && !['accept', 'receive', 'decline', 'get', 'have', 'reject'].includes(host.lemma)) {
    const to = host.obliques.filter((o) => ['to', 'on'].includes(o.prep)).map((o) => o.np)
    return host.recipients.length > 0 ? host.recipients : to
  }
  if (host.surface.some((p) => p.head === noun)) return host.agents
  return actors(host).length > 0 ? actors(host) : host.surface
}

/** The object that a relative clause leaves to the infinitive below it: "the country that he plans to visit". */
export function lowerGap(work: Work, d: Draft): void {
  const { tree, relatives } = work
  if (d.form !== 'verb' || d.passive || d.objects.length > 0 || !['xcomp', 'ccomp'].includes(rel(tree, d.predicate)))
    return
  let top = d.predicate
  while (['xcomp', 'ccomp'].includes(rel(tree, top)) && tree.up[top]! >= 0) top = tree.up[top]!
  const pronoun = relatives.clauses.get(top)
  const upper = work.verbs.get(top)
  if (pronoun === undefined || !upper?.ownSubject || gapHolder(tree, top) !== d.predicate) return
  if (pronoun >= 0 ? tree.up[pronoun] !== top || rel(tree, pronoun) !== 'obj' : upper.objects.length > 0) return
  if (upper.surface.some((p) => p.shared === 'relative') || OBJECT_CONTROL.has(upper.lemma)) return
  d.objects = conjuncts(tree, tree.up[top]!).map((k) => phrase(tree, k, 'relative'))
  if (pronoun >= 0) upper.objects = upper.objects.filter((p) => p.shared !== 'relative')
}
