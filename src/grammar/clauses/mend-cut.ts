import { SPEECH } from './lexicon.ts'
import type { Mend, Patch } from './mend.ts'
import { canBePast, PAST } from './mend-finite.ts'
import { endOf, isCommaAt, isFiniteAt, isNounAt, isUnder, startOf } from './mend-tests.ts'
import { formAt, hasKid, isNominal, kidsBy, lemmaAt, rel, type Tree } from './tree.ts'

const NAME = { upos: 'PROPN', xpos: 'NNP', feats: { Number: 'Sing' } }
const GERUND = { upos: 'VERB', xpos: 'VBG', feats: { VerbForm: 'Ger' } }

/** "Sadat and *Begin*": a capital word joined to a name is a name. */
const joinedName: Mend = (tree) =>
  tree.order.flatMap((i): Patch[] => {
    const head = tree.up[i]!
    const { form, upos } = tree.tokens[i]!
    if (upos !== 'VERB' || rel(tree, i) !== 'conj' || head < 0 || tree.tokens[head]!.upos !== 'PROPN') return []
    if (!/^\p{Lu}\p{Ll}/u.test(form) || !hasKid(tree, i, 'cc') || hasKid(tree, i, 'nsubj', 'obj', 'aux', 'mark'))
      return []
    return [
      { i, head, deprel: 'conj', tag: { ...NAME, lemma: form } },
      ...tree.kids[i]!.filter((k) => tree.tokens[k]!.deprel === 'advcl:relcl').map((k) => ({
        i: k,
        head: i,
        deprel: 'acl:relcl',
      })),
    ]
  })

/** "is *due* to arrive": an adjective with a copula marks no clause; it is the predicate. */
const markingAdjective: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const p = kidsBy(tree, v, 'mark').find((k) => tree.tokens[k]!.upos === 'ADJ' && hasKid(tree, k, 'fixed'))
    if (p === undefined) return []
    const be = [...kidsBy(tree, v, 'cop', 'aux'), ...kidsBy(tree, p, 'cop')].filter((k) => k < p)
    const to = kidsBy(tree, p, 'fixed')[0]!
    if (be.length === 0 || to > v) return []
    return [
      { i: p, head: tree.up[v]!, deprel: tree.tokens[v]!.deprel },
      { i: v, head: p, deprel: 'xcomp' },
      { i: to, head: v, deprel: 'mark' },
      ...be.map((i) => ({ i, head: p, deprel: lemmaAt(tree, i) === 'be' ? 'cop' : 'aux' })),
      ...tree.kids[v]!.filter((k) => k < p && !be.includes(k)).map((i) => ({
        i,
        head: p,
        deprel: rel(tree, i) === 'nsubj' ? 'nsubj' : tree.tokens[i]!.deprel,
      })),
    ]
  })

const TIMES = new Set(['time', 'day', 'year', 'month', 'week', 'moment', 'occasion'])

/** "the third time *that* an emir visited Chad": a clause with an object of its own has no second one in "that". */
const thatMark: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const that = kidsBy(tree, v, 'obj').find((k) => formAt(tree, k) === 'that' && k < v)
    if (that === undefined || !TIMES.has(lemmaAt(tree, Math.max(tree.up[v]!, 0)))) return []
    if (!hasKid(tree, v, 'nsubj') || !kidsBy(tree, v, 'obj').some((k) => k > v)) return []
    return [{ i: that, head: v, deprel: 'mark', tag: { upos: 'SCONJ', xpos: 'IN', lemma: 'that', feats: {} } }]
  })

/** "told reporters *that* talks had begun": who is told something is not described by what is told. */
const toldThat: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const noun = tree.up[v]!
    const verb = noun < 0 ? -1 : tree.up[noun]!
    if (rel(tree, v) !== 'acl' || verb < 0 || rel(tree, noun) !== 'iobj' || !SPEECH.has(lemmaAt(tree, verb))) return []
    const that = tree.kids[v]!.find((k) => k === startOf(tree, v) && formAt(tree, k) === 'that')
    if (that === undefined || !hasKid(tree, v, 'nsubj') || hasKid(tree, verb, 'obj', 'ccomp')) return []
    if (rel(tree, that) === 'nsubj') return []
    return [
      { i: v, head: verb, deprel: 'ccomp' },
      { i: that, head: v, deprel: 'mark', tag: { upos: 'SCONJ', xpos: 'IN', lemma: 'that', feats: {} } },
    ]
  })

/** "have *since* ratified it": after the auxiliary it is an adverb. */
const sinceAdverb: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const since = kidsBy(tree, v, 'mark').find(
      (k) => k > 0 && formAt(tree, k) === 'since' && rel(tree, k - 1) === 'aux',
    )
    if (since === undefined || tree.up[since - 1] !== v) return []
    return [{ i: since, head: v, deprel: 'advmod', tag: { upos: 'ADV', xpos: 'RB' } }]
  })

/** "have since *opened* missions": a participle after "have" and an adverb is a perfect. */
const adverbPerfect: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const have = v - 2
    const object = tree.up[v]!
    if (tree.tokens[v]!.xpos !== 'VBN' || rel(tree, v) !== 'amod' || have < 0 || object < v) return []
    if (lemmaAt(tree, have) !== 'have' || tree.up[object] !== have || rel(tree, object) !== 'obj') return []
    if (!PERFECT_ADVERBS.has(formAt(tree, v - 1))) return []
    const kept = [object, v - 1]
    return [
      { i: v, head: tree.up[have]!, deprel: tree.tokens[have]!.deprel },
      { i: have, head: v, deprel: 'aux', tag: { upos: 'AUX' } },
      { i: v - 1, head: v, deprel: 'advmod', tag: { upos: 'ADV', xpos: 'RB' } },
      { i: object, head: v, deprel: 'obj' },
      ...tree.kids[have]!.filter((k) => !kept.includes(k)).map((i) => ({ i, head: v, deprel: tree.tokens[i]!.deprel })),
    ]
  })
const PERFECT_ADVERBS = new Set(
  'since also already now recently never not long repeatedly formally officially'.split(' '),
)

/** "Two of ten countries that recognised it *remain*": a second relative clause without a pronoun is the main one. */
const secondRelative: Mend = (tree) =>
  tree.order.flatMap((w): Patch[] => {
    const noun = tree.up[w]!
    const root = tree.order[0]!
    if (tree.tokens[w]!.deprel !== 'acl:relcl' || noun < 0 || hasKid(tree, w, 'mark', 'cc')) return []
    const taken = kidsBy(tree, w, 'nsubj')[0]
    const before = taken === undefined ? -1 : startOf(tree, taken) - 1
    if (taken !== undefined && !isOpenRelative(tree, before, noun)) return []
    if (
      !isFiniteAt(tree, taken === undefined ? startOf(tree, w) : endOf(tree, taken) + 1) ||
      !isUnder(tree, noun, root) ||
      !isLoneNoun(tree, root)
    )
      return []
    if (!kidsBy(tree, noun, 'acl').some((k) => k < w && hasKid(tree, k, 'nsubj'))) return []
    return [
      { i: w, head: -1, deprel: 'root' },
      { i: root, head: w, deprel: 'nsubj' },
      ...(taken === undefined ? [] : [{ i: taken, head: before, deprel: 'obj' }]),
    ]
  })

/** A relative clause's verb without an object. */
const isOpenRelative = (tree: Tree, v: number, noun: number): boolean =>
  v >= 0 &&
  tree.up[v] === noun &&
  tree.tokens[v]!.deprel === 'acl:relcl' &&
  hasKid(tree, v, 'nsubj') &&
  !hasKid(tree, v, 'obj', 'aux:pass', 'xcomp', 'ccomp')

const isLoneNoun = (tree: Tree, root: number): boolean =>
  isNominal(tree, root) && !hasKid(tree, root, 'cop', 'nsubj', 'aux', 'case')

/** "The states, all of which joined, *have ratified* it": a verb with a finite auxiliary leads where only a noun does. */
const auxiliaryRoot: Mend = (tree) => {
  const noun = tree.order[0]
  if (noun === undefined || !isNominal(tree, noun) || hasKid(tree, noun, 'cop', 'nsubj', 'aux', 'case')) return []
  const v = tree.order.find(
    (i) =>
      i > noun &&
      tree.tokens[i]!.upos === 'VERB' &&
      ['advcl', 'xcomp', 'ccomp', 'parataxis', 'acl'].includes(tree.tokens[i]!.deprel) &&
      !hasKid(tree, i, 'nsubj', 'mark', 'cc', 'csubj', 'expl') &&
      isFiniteAt(tree, startOf(tree, i)) &&
      startOf(tree, i) !== i &&
      isCommaAt(tree, startOf(tree, i) - 1),
  )
  if (v === undefined) return []
  const passive = kidsBy(tree, v, 'aux').some((k) => tree.tokens[k]!.deprel === 'aux:pass')
  return [
    { i: v, head: -1, deprel: 'root' },
    { i: noun, head: v, deprel: passive ? 'nsubj:pass' : 'nsubj' },
  ]
}

/** "approved it and nine *members* abstained": a joined verb without conjunction takes its subject from before it. */
const memberSubject: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const host = tree.up[v]!
    if (rel(tree, v) !== 'conj' || host < 0 || tree.tokens[v]!.upos !== 'VERB' || hasKid(tree, v, 'nsubj', 'cc', 'aux'))
      return []
    const past = ['VBD', 'VBN'].includes(tree.tokens[v]!.xpos) && canBePast(formAt(tree, v))
    const noun = v - 1
    if (!past || noun < 0 || !isNounAt(tree, noun) || !hasKid(tree, noun, 'cc') || rel(tree, noun) !== 'conj') return []
    const object = tree.up[noun]!
    if (object < 0 || tree.up[object] !== host || object < host) return []
    return [
      { i: v, head: host, deprel: 'conj', tag: PAST },
      { i: noun, head: v, deprel: 'nsubj' },
      ...kidsBy(tree, noun, 'cc').map((i) => ({ i, head: v, deprel: 'cc' })),
    ]
  })

/** "when Peru *cut* ties": a word with a subject modifies no noun; the noun after it is its object. */
const subjectedModifier: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const object = tree.up[v]!
    if (rel(tree, v) !== 'amod' || object < v || !hasKid(tree, v, 'nsubj') || !canBePast(formAt(tree, v))) return []
    if (tree.tokens[v + 1]!.upos === 'ADP') return []
    const lead = tree.tokens[startOf(tree, v)]!
    if (tree.up[object]! > object) return leadsLater(tree, v, object, tree.up[object]!)
    const joined = hasKid(tree, v, 'cc') || hasKid(tree, object, 'cc')
    const deprel = tree.up[object]! < 0 ? 'root' : joined ? 'conj' : lead.xpos === 'WRB' ? 'advcl' : 'ccomp'
    return [
      { i: v, head: tree.up[object]!, deprel, tag: PAST },
      { i: object, head: v, deprel: 'obj' },
    ]
  })

/** "Sudan *normalised* ties, and Bahrain opened an embassy": the clause before the conjunction leads. */
function leadsLater(tree: Tree, v: number, object: number, later: number): Patch[] {
  const cc = kidsBy(tree, later, 'cc').find((k) => k > object && k < later)
  if (cc === undefined || !hasKid(tree, later, 'nsubj')) return []
  return [
    { i: v, head: tree.up[later]!, deprel: tree.tokens[later]!.deprel, tag: PAST },
    { i: object, head: v, deprel: 'obj' },
    { i: later, head: v, deprel: 'conj' },
  ]
}

/** "issued a warrant and several states *cut* ties": a plural before a participle is no part of the noun after it. */
const pluralModifier: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const object = tree.up[v]!
    const noun = v - 1
    if (rel(tree, v) !== 'amod' || object < v || noun < 0 || tree.up[noun] !== object) return []
    if (rel(tree, noun) !== 'compound' || tree.tokens[noun]!.xpos !== 'NNS' || !canBePast(formAt(tree, v))) return []
    const host = tree.up[object]!
    const start = startOf(tree, object)
    if (host < 0 || tree.tokens[host]!.upos !== 'VERB' || tree.tokens[start]!.upos !== 'CCONJ') return []
    return [
      { i: v, head: host, deprel: 'conj', tag: PAST },
      { i: noun, head: v, deprel: 'nsubj' },
      { i: object, head: v, deprel: 'obj' },
      { i: start, head: v, deprel: 'cc' },
    ]
  })

/** "Since the two nations *established* ties, …": a noun after a word of time, and right after it a phrase that a participle opens. */
const timedClause: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const object = tree.up[v]!
    if (rel(tree, v) !== 'amod' || object < v || startOf(tree, object) !== v || !canBePast(formAt(tree, v))) return []
    const head = tree.up[object]!
    if (head < object || hasKid(tree, object, 'case', 'cc') || !isCommaAt(tree, endOf(tree, object) + 1)) return []
    const noun = tree.kids[head]!.find((k) => k < v && endOf(tree, k) === v - 1 && isNounAt(tree, k))
    const lead = noun === undefined ? undefined : kidsBy(tree, noun, 'case')[0]
    if (noun === undefined || lead === undefined || !['since', 'after', 'before'].includes(formAt(tree, lead)))
      return []
    return [
      { i: v, head, deprel: 'advcl', tag: PAST },
      { i: noun, head: v, deprel: 'nsubj' },
      { i: lead, head: v, deprel: 'mark', tag: { upos: 'SCONJ' } },
      { i: object, head: v, deprel: 'obj' },
    ]
  })

/** "The ministers, *meeting* in Oslo, agreed": between commas, without conjunction or article, such a noun is a participle. */
const insertedGerund: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const noun = tree.up[v]!
    const { form, xpos } = tree.tokens[v]!
    if (xpos !== 'NN' || !form.endsWith('ing') || noun < 0 || noun > v || !isCommaAt(tree, v - 1)) return []
    if (!['conj', 'appos'].includes(rel(tree, v)) || startOf(tree, v) !== v) return []
    const phrase = kidsBy(tree, v, 'nmod').filter((k) => k > v && hasKid(tree, k, 'case'))
    if (phrase.length === 0 || rel(tree, noun) !== 'nsubj' || kidsBy(tree, noun, 'conj').some((k) => k > v)) return []
    return [
      { i: v, head: noun, deprel: 'acl', tag: { ...GERUND, lemma: form.slice(0, -3) } },
      ...phrase.map((i) => ({ i, head: v, deprel: 'obl' })),
    ]
  })

/** "The pope, *accompanied* by bishops, arrives": a participle that a comma parts from its noun, without auxiliary, does not lead. */
const partedParticiple: Mend = (tree) => {
  const v = tree.order[0]
  if (v === undefined || tree.tokens[v]!.xpos !== 'VBN' || hasKid(tree, v, 'aux', 'cop', 'cc', 'mark')) return []
  const noun = kidsBy(tree, v, 'nsubj').find((k) => k < v && isNominal(tree, k))
  if (noun === undefined || !isCommaAt(tree, v - 1) || !hasKid(tree, v, 'obl')) return []
  if (!tree.kids[v]!.some((k) => isCommaAt(tree, startOf(tree, k) - 1) && k > v)) return []
  return [
    { i: noun, head: -1, deprel: 'root' },
    { i: v, head: noun, deprel: 'acl' },
  ]
}

/** Clauses that a parser has cut at the wrong word. */
export const cutMends: Readonly<Record<string, Mend>> = {
  joinedName,
  markingAdjective,
  thatMark,
  toldThat,
  sinceAdverb,
  adverbPerfect,
  secondRelative,
  auxiliaryRoot,
  memberSubject,
  subjectedModifier,
  pluralModifier,
  timedClause,
  insertedGerund,
  partedParticiple,
}
