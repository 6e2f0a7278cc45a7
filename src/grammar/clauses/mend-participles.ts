import { INFINITIVE_VERBS } from './lexicon.ts'
import type { Mend, Patch } from './mend.ts'
import { isCommaAt } from './mend-tests.ts'
import { formAt, hasKid, kidsBy, lemmaAt, rel } from './tree.ts'

const GERUND = { upos: 'VERB', xpos: 'VBG', feats: { VerbForm: 'Ger' } }
const BARE = { upos: 'VERB', xpos: 'VB', feats: { VerbForm: 'Inf' } }

/** Words in "-ing" that stand before nouns of time and of measure. */
const ATTRIBUTIVE = new Set('coming following preceding remaining intervening existing ongoing sitting'.split(' '))

/** "closed it, *citing* costs": after a comma, a noun without preposition that a participle opens is the participle's object. */
const openingParticiple: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const noun = tree.up[v]!
    if (tree.tokens[v]!.xpos !== 'VBG' || rel(tree, v) !== 'amod' || noun < v || ATTRIBUTIVE.has(formAt(tree, v)))
      return []
    const host = tree.up[noun]!
    if (host < 0 || host > v || tree.tokens[host]!.upos !== 'VERB' || !isCommaAt(tree, v - 1)) return []
    if (tree.tokens[noun]!.deprel !== 'obl' || hasKid(tree, noun, 'case', 'det', 'cc', 'nummod')) return []
    return [
      { i: v, head: host, deprel: 'advcl' },
      { i: noun, head: v, deprel: 'obj' },
    ]
  })

/** ", with Russia *voting* against it": after "with" and a name, a word in "-ing" is a participle. */
const attendantParticiple: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const host = tree.up[v]!
    const mark = kidsBy(tree, v, 'case').find((k) => formAt(tree, k) === 'with')
    if (mark === undefined || host < 0 || tree.tokens[v]!.xpos !== 'NN' || !isCommaAt(tree, mark - 1)) return []
    const name = kidsBy(tree, v, 'compound').find((k) => k === mark + 1 && tree.tokens[k]!.upos === 'PROPN')
    const form = formAt(tree, v)
    if (name === undefined || !form.endsWith('ing') || hasKid(tree, v, 'det', 'amod')) return []
    return [
      { i: v, head: host, deprel: 'advcl', tag: { ...GERUND, lemma: lemmaOf(form) } },
      { i: mark, head: v, deprel: 'mark' },
      { i: name, head: v, deprel: 'nsubj' },
      ...kidsBy(tree, host, 'obl', 'obj')
        .filter((k) => tree.left[k] === v + 1)
        .map((i) => ({ i, head: v, deprel: tree.tokens[i]!.deprel })),
    ]
  })

/** Of a form in "-ing": "voting", "abstaining". */
function lemmaOf(form: string): string {
  const stem = form.slice(0, -3)
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1)
  return /[aeiou][tcsvzg]$/.test(stem) && !/[aeiou]{2}.$/.test(stem) ? `${stem}e` : stem
}

const VERBAL = new Set(
  'exchange visit host support end review release open close cut resume restore return sign join'.split(' '),
)
const VERB_ENDING = /(ise|ize|ify)$/

/** "refused to *apologise*", "agreed to *exchange* ambassadors": a bare verb after "to" that has been taken for a noun. */
const nounForVerb: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const to = v - 1
    if (
      to < 1 ||
      !['NN', 'JJ', 'VB'].includes(tree.tokens[v]!.xpos) ||
      formAt(tree, to) !== 'to' ||
      rel(tree, to) !== 'case'
    )
      return []
    const noun = tree.up[to]!
    const host = tree.up[noun]!
    if (host !== to - 1 || !INFINITIVE_VERBS.has(lemmaAt(tree, host)) || rel(tree, noun) !== 'obl') return []
    const form = formAt(tree, v)
    const object = noun !== v && tree.up[v] === noun && ['compound', 'amod'].includes(rel(tree, v))
    if (
      !(VERB_ENDING.test(form) || (object && (VERBAL.has(form) || tree.tokens[v]!.xpos === 'VB'))) ||
      (noun !== v && !object)
    )
      return []
    return [
      { i: v, head: host, deprel: 'xcomp', tag: { ...BARE, lemma: form } },
      { i: to, head: v, deprel: 'mark' },
      ...(object ? [{ i: noun, head: v, deprel: 'obj' }] : []),
    ]
  })

/** Participles and infinitives that a parser has taken for adjectives and nouns. */
export const participleMends: Readonly<Record<string, Mend>> = {
  openingParticiple,
  attendantParticiple,
  nounForVerb,
}
