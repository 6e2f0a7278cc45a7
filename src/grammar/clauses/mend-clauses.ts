import {
  ASKING,
  INFINITIVE_NOUNS,
  INFINITIVE_VERBS,
  OBJECT_CONTROL,
  ORDINAL,
  SPEECH,
  SUBJECT_CONTROL,
} from './lexicon.ts'
import type { Mend, Patch } from './mend.ts'
import { isCommaAt, isFiniteAt, isRelativeAt, isRelativeThat, isUnder, startOf } from './mend-tests.ts'
import { prepositionOf } from './phrase.ts'
import { isInfinitive } from './predicate.ts'
import { formAt, hasKid, isNominal, kidsBy, lemmaAt, rel, type Tree } from './tree.ts'

/** "Vienna, *where* she met him", "the war in *which* it supported Syria": such a clause goes with the noun before it. */
const looseRelative: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    if (!['advcl', 'ccomp', 'parataxis', 'xcomp'].includes(rel(tree, v)) && !secondRelative(tree, v)) return []
    const first = startOf(tree, v)
    const lead = tree.tokens[first]?.upos === 'ADP' ? first + 1 : first
    if (
      lead >= v ||
      !(isRelativeAt(tree, lead) || isRelativeThat(tree, lead)) ||
      (formAt(tree, lead) === 'where' && !isCommaAt(tree, first - 1))
    )
      return []
    const noun = nounEnding(tree, isCommaAt(tree, first - 1) ? first - 2 : first - 1, tree.up[v]!)
    return noun === undefined ? [] : [{ i: v, head: noun, deprel: 'acl:relcl' }]
  })

/** A noun has one relative clause, or coordinate ones. */
const secondRelative = (tree: Tree, v: number): boolean =>
  tree.tokens[v]!.deprel === 'acl:relcl' &&
  tree.up[v]! >= 0 &&
  tree.kids[tree.up[v]!]!.some((k) => k < v && tree.tokens[k]!.deprel === 'acl:relcl')

/** The nominal below `host` whose phrase ends at `end`. */
function nounEnding(tree: Tree, end: number, host: number): number | undefined {
  for (let at = end; at >= 0 && at !== host; at = tree.up[at]!) {
    if (isNominal(tree, at) && !['flat', 'compound'].includes(rel(tree, at))) return at
  }
  return undefined
}

/** "accepted an invitation *to visit*", "as the first president of Peru *to visit*": an infinitive right after its noun. */
const nounInfinitive: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const head = tree.up[v]!
    if (!['advcl', 'xcomp'].includes(rel(tree, v)) || head < 0 || !isInfinitive(tree, v)) return []
    const start = startOf(tree, v)
    const noun = tree.kids[head]!.find((k) => k < v && tree.right[k] === start - 1 && tree.tokens[k]!.upos === 'NOUN')
    // "Travels next week *to meet*": a time of the clause takes no infinitive.
    if (noun === undefined || TIMES.has(lemmaAt(tree, noun))) return []
    const marks = kidsBy(tree, noun, 'amod', 'nummod').map((k) => formAt(tree, k))
    const taken = INFINITIVE_NOUNS.has(lemmaAt(tree, noun)) || marks.some((m) => ORDINAL.has(m) && m !== 'one')
    return taken ? [{ i: v, head: noun, deprel: 'acl' }] : []
  })

const TIMES = new Set([
  'day',
  'week',
  'weekend',
  'month',
  'year',
  'spring',
  'summer',
  'autumn',
  'fall',
  'winter',
  'quarter',
])

/** "voted *to suspend*", "called on Iran *to release*": verbs that are completed by an infinitive. */
const verbInfinitive: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const head = tree.up[v]!
    if (rel(tree, v) !== 'advcl' || head < 0 || v < head || !isInfinitive(tree, v) || hasKid(tree, v, 'nsubj'))
      return []
    if (hasKid(tree, head, 'xcomp', 'ccomp') || kidsBy(tree, v, 'mark').some((k) => hasKid(tree, k, 'fixed'))) return []
    return takesInfinitive(tree, head) ? [{ i: v, head, deprel: 'xcomp' }] : []
  })

function takesInfinitive(tree: Tree, i: number): boolean {
  const lemma = lemmaAt(tree, i)
  if (lemma === 'call')
    return kidsBy(tree, i, 'obl').some((k) => ['on', 'upon', 'for'].includes(prepositionOf(tree, k)))
  const object = kidsBy(tree, i, 'obj').some((k) => k > i)
  return INFINITIVE_VERBS.has(lemma) && (!object || OBJECT_CONTROL.has(lemma) || SUBJECT_CONTROL.has(lemma))
}

/** "urged Serbia *to advance* it": after a verb that asks or lets, the infinitive goes with the verb, not with who is asked. */
const askedInfinitive: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const noun = tree.up[v]!
    if (
      noun < 0 ||
      !['acl', 'advcl', 'xcomp'].includes(rel(tree, v)) ||
      !isInfinitive(tree, v) ||
      !isNominal(tree, noun)
    )
      return []
    const verb = tree.up[noun]!
    if (verb < 0 || rel(tree, noun) !== 'obj' || hasKid(tree, verb, 'xcomp') || !ASKING.has(lemmaAt(tree, verb)))
      return []
    return INFINITIVE_NOUNS.has(lemmaAt(tree, noun)) ? [] : [{ i: v, head: verb, deprel: 'xcomp' }]
  })

/** "due *to arrive*": a verb cannot be part of a fixed expression. */
const fixedVerb: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const head = tree.up[v]!
    if (v < 1 || rel(tree, v) !== 'fixed' || tree.tokens[v]!.xpos !== 'VB' || formAt(tree, v - 1) !== 'to') return []
    return [
      { i: v, head, deprel: 'xcomp' },
      { i: v - 1, head: v, deprel: 'mark' },
    ]
  })

const TOLD = new Set(['acl', 'advcl', 'conj', 'ccomp', 'xcomp', 'appos'])

/** '"…," *she told* the paper': a verb of saying that closes a sentence after a comma stands beside what was said. */
const closingSpeech: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const head = tree.up[v]!
    if (head < 0 || head > v || !SPEECH.has(lemmaAt(tree, v)) || !TOLD.has(rel(tree, v))) return []
    const first = startOf(tree, v)
    const subject = kidsBy(tree, v, 'nsubj')[0]
    if (subject === undefined || startOf(tree, subject) !== first || isRelativeAt(tree, first)) return []
    if (hasKid(tree, v, 'mark', 'cc', 'ccomp', 'obj') || !closesSpeech(tree, first - 1)) return []
    let top = head
    while (tree.up[top]! >= 0) top = tree.up[top]!
    return [{ i: v, head: top, deprel: 'parataxis' }]
  })

/** 'Sisi *said*, "…"': a verb of saying that opens a sentence before a comma stands beside what was said. */
const openingSpeech: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const head = tree.up[v]!
    if (
      head <= v ||
      !SPEECH.has(lemmaAt(tree, v)) ||
      !['ccomp', 'advcl', 'conj', 'csubj', 'dep'].includes(rel(tree, v))
    )
      return []
    if (!hasKid(tree, v, 'nsubj') || hasKid(tree, v, 'mark', 'cc', 'ccomp', 'obj')) return []
    const next = tree.tokens[v + 1]?.form ?? ''
    return [',', ':', '"', '“'].includes(next) ? [{ i: v, head, deprel: 'parataxis' }] : []
  })

/** A comma with a quotation mark before or after it. */
const closesSpeech = (tree: Tree, i: number): boolean => {
  const isQuote = (k: number) => ['"', '”', "''", '’', "'"].includes(tree.tokens[k]?.form ?? '')
  return (isQuote(i) && isCommaAt(tree, i - 1)) || (isCommaAt(tree, i) && isQuote(i - 1))
}

/** "announced that it recognises A and *will open* B": a finite verb is not coordinate with an infinitive or a participle. */
const finiteConjunct: Mend = (tree) =>
  tree.order.flatMap((w): Patch[] => {
    const v = tree.up[w]!
    if (
      rel(tree, w) !== 'conj' ||
      v < 0 ||
      v > w ||
      !finite(tree, w) ||
      hasKid(tree, w, 'nsubj', 'mark', 'csubj', 'expl')
    )
      return []
    if (tree.tokens[v]!.upos !== 'VERB' || finite(tree, v) || hasKid(tree, v, 'nsubj', 'aux')) return []
    const partner = finiteBelow(tree, v, startOf(tree, w)) ?? finiteAbove(tree, v)
    return partner === undefined ? [] : [{ i: w, head: partner, deprel: 'conj' }]
  })

const finite = (tree: Tree, i: number): boolean =>
  ['VERB', 'AUX'].includes(tree.tokens[i]!.upos) &&
  (kidsBy(tree, i, 'aux').some((k) => isFiniteAt(tree, k)) || ['VBD', 'VBZ'].includes(tree.tokens[i]!.xpos))

/** The last finite clause with a subject inside the branch of `v`. */
function finiteBelow(tree: Tree, v: number, before: number): number | undefined {
  for (let i = before - 1; i > v; i--) {
    if (finite(tree, i) && hasKid(tree, i, 'nsubj') && isUnder(tree, i, v)) return i
  }
  return undefined
}

function finiteAbove(tree: Tree, v: number): number | undefined {
  for (let at = tree.up[v]!; at >= 0; at = tree.up[at]!) if (finite(tree, at)) return at
  return undefined
}

/** "have moved or promised *to move* it": an infinitive goes with the nearer of two coordinate verbs. */
const nearerVerb: Mend = (tree) =>
  tree.order.flatMap((x): Patch[] => {
    const v = tree.up[x]!
    if (rel(tree, x) !== 'xcomp' || v < 0 || !isInfinitive(tree, x)) return []
    const before = startOf(tree, x) - 1
    const near = kidsBy(tree, v, 'conj').find((w) => w === before && tree.tokens[w]!.upos === 'VERB' && w > v)
    return near === undefined || hasKid(tree, near, 'xcomp', 'obj') ? [] : [{ i: x, head: near, deprel: 'xcomp' }]
  })

/** "said on Friday *that he would go*": content introduced by "that" goes with the verb of saying. */
const saidThat: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const noun = tree.up[v]!
    if (rel(tree, v) !== 'acl' || noun < 0 || !hasKid(tree, v, 'nsubj')) return []
    if (!kidsBy(tree, v, 'mark').some((k) => formAt(tree, k) === 'that')) return []
    const verb = tree.up[noun]!
    const told =
      verb >= 0 && verb < noun && SPEECH.has(lemmaAt(tree, verb)) && ['obl', 'iobj'].includes(rel(tree, noun))
    return told && !hasKid(tree, verb, 'ccomp') ? [{ i: v, head: verb, deprel: 'ccomp' }] : []
  })

export const clauseMends: Readonly<Record<string, Mend>> = {
  looseRelative,
  nounInfinitive,
  verbInfinitive,
  askedInfinitive,
  fixedVerb,
  closingSpeech,
  openingSpeech,
  finiteConjunct,
  nearerVerb,
  saidThat,
}
