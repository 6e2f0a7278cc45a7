import type { Participant } from '../types.ts'
import { actors, clauseAbove, type Draft, people, share, type Work } from './draft.ts'
import { INVITING, ORDINAL, REGARDING } from './lexicon.ts'
import { prepositionOf } from './phrase.ts'
import { formAt, kidsBy, lemmaAt, rel, type Tree } from './tree.ts'

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
