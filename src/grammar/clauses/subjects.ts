import type { Participant } from '../types.ts'
import { bearers, controllerOfNoun, isOrdinal } from './controllers.ts'
import { clauseAbove, type Draft, share, type Work } from './draft.ts'
import { INFINITIVE_VERBS, OBJECT_CONTROL, OBLIQUE_CONTROL, SUBJECT_CONTROL } from './lexicon.ts'
import { phrase } from './phrase.ts'
import { isGerundComplement, isInfinitive } from './predicate.ts'
import { antecedentsOf } from './relative.ts'
import { formAt, isNominal, kidsBy, rel, type Tree } from './tree.ts'

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
  if (isPurpose(host, tree, d.predicate)) return share(host.surface, 'control')
  const after = gerund || tree.tokens[d.predicate]!.xpos !== 'VBG' || OBJECT_CONTROL.has(lemma)
  if (heads.length > 0 && after && !SUBJECT_CONTROL.has(lemma)) return share(heads, 'control')
  return share(host.surface, 'control')
}

/** "visited the bank *to consult* it": after an object, an infinitive under a verb that takes none tells a purpose. */
export const isPurpose = (host: Draft, tree: Tree, i: number): boolean =>
  host.form === 'verb' &&
  host.objects.length > 0 &&
  isInfinitive(tree, i) &&
  ![OBJECT_CONTROL, SUBJECT_CONTROL, INFINITIVE_VERBS].some((verbs) => verbs.has(host.lemma.split(' ')[0]!)) &&
  !host.objects.some((p) => p.head > i)

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
