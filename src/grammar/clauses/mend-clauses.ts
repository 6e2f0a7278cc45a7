import { AIMS, INFINITIVE_NOUNS, INFINITIVE_VERBS, OBJECT_CONTROL, ORDINAL, SUBJECT_CONTROL } from './lexicon.ts'
import type { Mend, Patch } from './mend.ts'
import { leftmost } from './mend-nouns.ts'
import { prepositionOf } from './phrase.ts'
import { isInfinitive } from './predicate.ts'
import { formAt, hasKid, isNominal, kidsBy, lemmaAt, rel, type Tree } from './tree.ts'

const PRONOUNS = new Set(['which', 'who', 'whom', 'whose', 'where'])
const isPronoun = (tree: Tree, k: number): boolean =>
  PRONOUNS.has(formAt(tree, k)) && tree.tokens[k]!.feats.PronType !== 'Int'

/** "The general *who* had been invited declined": two subjects, one of them a relative, make the first verb a relative clause. */
const doubleSubject: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const [noun, pronoun, ...more] = kidsBy(tree, v, 'nsubj').sort((a, b) => a - b)
    if (noun === undefined || pronoun === undefined || more.length > 0) return []
    if (!isRelativeAfter(tree, pronoun, noun)) return []
    const main = [...kidsBy(tree, v, 'xcomp', 'conj', 'ccomp', 'parataxis')].find((k) => isBareFinite(tree, k) && k > v)
    if (main === undefined) return []
    return [
      { i: main, head: tree.up[v]!, deprel: tree.tokens[v]!.deprel },
      { i: noun, head: main, deprel: 'nsubj' },
      { i: v, head: noun, deprel: 'acl:relcl' },
    ]
  })

const isRelativeAfter = (tree: Tree, pronoun: number, noun: number): boolean =>
  (isPronoun(tree, pronoun) || tree.tokens[pronoun]!.xpos === 'WDT') &&
  (pronoun === noun + 1 || (pronoun === noun + 2 && tree.tokens[noun + 1]!.form === ','))

const isBareFinite = (tree: Tree, i: number): boolean =>
  tree.tokens[i]!.upos === 'VERB' &&
  !hasKid(tree, i, 'nsubj', 'mark', 'cc') &&
  ['VBD', 'VBN', 'VBZ', 'VBP'].includes(tree.tokens[i]!.xpos)

/** "Vienna, *where* she met him", "the war in *which* it supported Syria": such a clause goes with the noun before it. */
const looseRelative: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    if (!['advcl', 'ccomp', 'parataxis', 'xcomp'].includes(rel(tree, v))) return []
    const start = leftmost(tree, v)
    const pronoun = tree.tokens[start]!.form === ',' ? start + 1 : start
    const lead = tree.tokens[pronoun]?.upos === 'ADP' ? pronoun + 1 : pronoun
    if (lead >= v || !isPronoun(tree, lead) || (formAt(tree, lead) === 'where' && !commaBefore(tree, pronoun)))
      return []
    const before = tree.tokens[pronoun - 1]?.form === ',' ? pronoun - 2 : pronoun - 1
    const noun = nounEnding(tree, before, tree.up[v]!)
    return noun === undefined ? [] : [{ i: v, head: noun, deprel: 'acl:relcl' }]
  })

const commaBefore = (tree: Tree, k: number): boolean => tree.tokens[k - 1]?.form === ','

/** The highest nominal below `host` whose phrase ends at `end`. */
function nounEnding(tree: Tree, end: number, host: number): number | undefined {
  let best: number | undefined
  for (let at = end; at >= 0 && at !== host; at = tree.up[at]!) {
    if (!isNominal(tree, at)) continue
    best = at
    if (rel(tree, at) !== 'flat' && rel(tree, at) !== 'compound') return best
  }
  return best
}

/** "accepted an invitation *to visit*", "became the first leader *to visit*": an infinitive right after its noun. */
const nounInfinitive: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    if (!['advcl', 'xcomp'].includes(rel(tree, v)) || !isInfinitive(tree, v)) return []
    const noun = leftmost(tree, v) - 1
    if (noun < 0 || noun === tree.up[v] || tree.tokens[noun]!.upos !== 'NOUN' || tree.up[noun] !== tree.up[v]) return []
    const marks = kidsBy(tree, noun, 'amod', 'nummod').map((k) => formAt(tree, k))
    const taken = INFINITIVE_NOUNS.has(lemmaAt(tree, noun)) || marks.some((m) => ORDINAL.has(m))
    return taken ? [{ i: v, head: noun, deprel: 'acl' }] : []
  })

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

/** "confirmed *the visit* had been cancelled": the noun between the verbs is the subject of the second. */
const contentSubject: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const head = tree.up[v]!
    if (rel(tree, v) !== 'ccomp' || head < 0 || hasKid(tree, v, 'nsubj', 'csubj', 'expl', 'mark')) return []
    const start = leftmost(tree, v)
    if (!['VBD', 'VBZ', 'VBP', 'MD'].includes(tree.tokens[start]!.xpos)) return []
    const noun = kidsBy(tree, head, 'obj', 'vocative', 'dislocated').find(
      (k) => lastOf(tree, k) === start - 1 || k < head,
    )
    return noun === undefined ? [] : [{ i: noun, head: v, deprel: 'nsubj' }]
  })

function lastOf(tree: Tree, i: number): number {
  let last = i
  for (const stack = [i]; stack.length > 0; ) {
    const at = stack.pop()!
    last = Math.max(last, at)
    stack.push(...tree.kids[at]!)
  }
  return last
}

/** "The presidents are to meet": only an aim can consist of an infinitive. */
const dueTo: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const outer = tree.kids[v]!.find((k) => tree.tokens[k]!.deprel === 'nsubj:outer')
    if (outer === undefined || tree.tokens[v]!.upos !== 'VERB' || !isInfinitive(tree, v)) return []
    const inner = lemmaAt(tree, outer) === 'one' ? kidsBy(tree, outer, 'nmod') : []
    if ([outer, ...inner].some((k) => AIMS.has(lemmaAt(tree, k)))) return []
    if (!isNominal(tree, outer) || ['this', 'that', 'it', 'all', 'what'].includes(formAt(tree, outer))) return []
    const be = kidsBy(tree, v, 'cop').map((i) => ({ i, head: v, deprel: 'aux' }))
    return [{ i: outer, head: v, deprel: 'nsubj' }, ...be]
  })

export const clauseMends: readonly Mend[] = [
  doubleSubject,
  looseRelative,
  nounInfinitive,
  verbInfinitive,
  fixedVerb,
  contentSubject,
  dueTo,
]
