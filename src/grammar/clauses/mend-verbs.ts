import type { Mend, Patch } from './mend.ts'
import { hasMainVerb, PAST } from './mend-finite.ts'
import { isInfinitive } from './predicate.ts'
import { formAt, hasKid, isNominal, kidsBy, lemmaAt, rel, type Tree } from './tree.ts'

/** Nothing but adverbs between. */
function onlyAdverbs(tree: Tree, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (!['ADV', 'PART'].includes(tree.tokens[i]!.upos)) return false
  return true
}

const handOver = (tree: Tree, from: number, to: number, except: readonly number[] = []): Patch[] =>
  tree.kids[from]!.filter((k) => k !== to && !except.includes(k)).map((i) => ({
    i,
    head: to,
    deprel: tree.tokens[i]!.deprel,
  }))

/** "No president *had* ever *travelled* there": "have" with nothing but adverbs before a participle is its auxiliary. */
const havePerfect: Mend = (tree) =>
  tree.order.flatMap((h): Patch[] => {
    if (lemmaAt(tree, h) !== 'have' || tree.tokens[h]!.upos !== 'VERB' || hasKid(tree, h, 'obj', 'aux')) return []
    const v = kidsBy(tree, h, 'xcomp', 'ccomp', 'acl', 'advcl').find((k) => k > h && onlyAdverbs(tree, h, k))
    if (v === undefined || !['VBN', 'VBD'].includes(tree.tokens[v]!.xpos) || hasKid(tree, v, 'nsubj', 'mark')) return []
    return [
      { i: v, head: tree.up[h]!, deprel: tree.tokens[h]!.deprel, tag: { xpos: 'VBN' } },
      { i: h, head: v, deprel: 'aux', tag: { upos: 'AUX' } },
      ...handOver(tree, h, v),
    ]
  })

/** "Laos *has yet* to ratify it": the infinitive is what has not been done, and takes all that hangs on "has". */
const haveYet: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const have = tree.up[v]!
    if (have < 0 || have > v || lemmaAt(tree, have) !== 'have' || !isInfinitive(tree, v)) return []
    const yet = tree.left[v]! - 1 === have ? tree.left[v]! : tree.left[v]! - 1
    if (formAt(tree, yet) !== 'yet' || hasKid(tree, have, 'aux') || hasKid(tree, v, 'nsubj')) return []
    return [
      { i: v, head: tree.up[have]!, deprel: tree.tokens[have]!.deprel },
      { i: have, head: v, deprel: 'aux', tag: { upos: 'AUX' } },
      ...handOver(tree, have, v),
    ]
  })

/** "Mirziyoyev *is due* to go": a copula after a noun goes with the adjective that follows it. */
const copulaAfter: Mend = (tree) =>
  tree.order.flatMap((n): Patch[] => {
    const copula = kidsBy(tree, n, 'cop').find((k) => k === n + 1)
    const p = n + 2
    if (copula === undefined || !isNominal(tree, n) || hasKid(tree, n, 'nsubj', 'expl')) return []
    if (tree.tokens[p]?.upos !== 'ADJ' || ![n, copula].includes(tree.up[p]!)) return []
    return [
      { i: p, head: tree.up[n]!, deprel: tree.tokens[n]!.deprel },
      { i: n, head: p, deprel: 'nsubj' },
      ...handOver(tree, n, p, [p]).filter(({ i }) => i > n),
    ]
  })

/** "Not only Egypt but also *Jordan signed* it": where a noun leads and the verb is joined to it, both nouns are the subject. */
const joinedToVerb: Mend = (tree) => {
  const root = tree.order[0]
  if (root === undefined || !isNominal(tree, root) || hasKid(tree, root, 'cop', 'nsubj', 'case')) return []
  const v = kidsBy(tree, root, 'conj').find((k) => k > root && tree.tokens[k]!.upos === 'VERB' && hasKid(tree, k, 'cc'))
  if (v === undefined) return []
  const subject = kidsBy(tree, v, 'nsubj').find((k) => k < v)
  const cc = kidsBy(tree, v, 'cc').find((k) => k < v)
  if (
    subject === undefined ||
    cc === undefined ||
    cc > subject ||
    tree.tokens[subject]!.upos !== tree.tokens[root]!.upos
  )
    return []
  return [
    { i: v, head: -1, deprel: 'root' },
    { i: root, head: v, deprel: tree.tokens[subject]!.deprel },
    { i: subject, head: root, deprel: 'conj' },
    { i: cc, head: subject, deprel: 'cc' },
    ...tree.kids[root]!.filter((k) => k > v).map((i) => ({ i, head: v, deprel: tree.tokens[i]!.deprel })),
  ]
}

/** "*There* has never been a visit": "there" is no subject of a noun; it says that the noun is. */
const existential: Mend = (tree) =>
  tree.order.flatMap((n): Patch[] => {
    const there = tree.kids[n]!.find((k) => tree.tokens[k]!.xpos === 'EX')
    const be = kidsBy(tree, n, 'cop').find((k) => k < n)
    if (there === undefined || be === undefined || there > be || !isNominal(tree, n) || hasKid(tree, n, 'case'))
      return []
    return [
      { i: be, head: tree.up[n]!, deprel: tree.tokens[n]!.deprel, tag: { upos: 'VERB' } },
      { i: n, head: be, deprel: 'nsubj' },
      { i: there, head: be, deprel: 'expl' },
      ...kidsBy(tree, n, 'aux', 'advmod', 'mark', 'cc', 'punct', 'ccomp', 'advcl', 'parataxis')
        .filter((k) => k < be || rel(tree, k) === 'punct')
        .map((i) => ({ i, head: be, deprel: tree.tokens[i]!.deprel })),
    ]
  })

const PERIODS = new Set(['month', 'week', 'year', 'spring', 'summer', 'autumn', 'fall', 'winter', 'weekend'])
const WHICH = new Set(['next', 'last', 'this', 'earlier', 'later', 'early', 'late'])

/** "to visit *Kabul next month*": a name is no part of a time; it is the object of the verb that has none. */
const namedTime: Mend = (tree) =>
  tree.order.flatMap((t): Patch[] => {
    const verb = tree.up[t]!
    if (verb < 0 || verb > t || !PERIODS.has(lemmaAt(tree, t)) || !WHICH.has(formAt(tree, t - 1))) return []
    const name = kidsBy(tree, t, 'compound', 'nmod', 'obj', 'flat').find((k) => k === t - 2)
    if (name === undefined || name < verb || tree.tokens[name]!.upos !== 'PROPN' || hasKid(tree, name, 'case'))
      return []
    if (tree.tokens[verb]!.upos !== 'VERB' || hasKid(tree, verb, 'obj') || hasKid(tree, t, 'case')) return []
    return [
      { i: name, head: verb, deprel: 'obj' },
      { i: t, head: verb, deprel: 'obl:unmarked' },
      ...kidsBy(tree, t, 'compound', 'amod', 'det')
        .filter((k) => k < name)
        .map((i) => ({ i, head: name, deprel: tree.tokens[i]!.deprel })),
    ]
  })

/** "*South Sudan* rivals sign it": of two subjects side by side the name belongs to the noun. */
const namedSubject: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const [name, noun, ...more] = kidsBy(tree, v, 'nsubj').filter((k) => k < v)
    if (name === undefined || noun === undefined || more.length > 0) return []
    if (tree.tokens[name]!.upos !== 'PROPN' || tree.tokens[noun]!.upos !== 'NOUN') return []
    if (tree.right[name]! + 1 !== tree.left[noun]! || hasKid(tree, noun, 'det', 'nmod:poss', 'case', 'punct')) return []
    if (tree.tokens.slice(name, noun).some((t) => t.upos === 'PUNCT' || t.upos === 'PRON')) return []
    return [{ i: name, head: noun, deprel: 'compound' }]
  })

/** "A delegation *led by* Deputy Minister *Darko* arrived": a name that no comma parts from its title is the agent whole. */
const partedAgent: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const name = kidsBy(tree, v, 'nsubj').find((k) => k < v)
    const led = name === undefined ? undefined : kidsBy(tree, v, 'advcl', 'ccomp').find((k) => k < name)
    if (name === undefined || led === undefined || tree.tokens[led]!.xpos !== 'VBN') return []
    const subject = kidsBy(tree, led, 'nsubj').find((k) => k === led - 1)
    const title = kidsBy(tree, led, 'obl').find((k) => kidsBy(tree, k, 'case').some((c) => formAt(tree, c) === 'by'))
    if (subject === undefined || title === undefined || tree.right[title]! + 1 !== tree.left[name]!) return []
    if (tree.tokens[tree.left[name]!]!.upos === 'PUNCT' || hasKid(tree, led, 'aux', 'mark')) return []
    return [
      { i: subject, head: v, deprel: 'nsubj' },
      { i: led, head: subject, deprel: 'acl' },
      { i: name, head: led, deprel: 'obl:agent' },
      { i: title, head: name, deprel: 'nmod:desc' },
      ...kidsBy(tree, title, 'case').map((i) => ({ i, head: name, deprel: 'case' })),
    ]
  })

/** "*Aid* from Norway reached them": what opens a sentence without a comma before a verb without a subject is that subject. */
const openingNoun: Mend = (tree) => {
  const v = tree.up[0] ?? -1
  const first = tree.tokens[0]
  if (v < 1 || !first || first.upos !== 'VERB' || rel(tree, 0) !== 'advcl' || /(?:ed|ing|en)$/.test(first.form))
    return []
  if (tree.tokens[v]!.xpos !== 'VBD' || hasKid(tree, v, 'nsubj', 'expl', 'mark') || hasKid(tree, 0, 'obj', 'mark'))
    return []
  if (tree.right[0]! + 1 !== v || tree.tokens.slice(0, v).some((t) => t.upos === 'PUNCT')) return []
  const tag = { upos: 'NOUN', xpos: 'NN', lemma: first.form.toLowerCase() }
  return [
    { i: 0, head: v, deprel: 'nsubj', tag },
    ...kidsBy(tree, 0, 'obl').map((i) => ({ i, head: 0, deprel: 'nmod' })),
  ]
}

/** Past tenses of verbs that take no object, which a tagger takes for adjectives. */
const PASTS: ReadonlyMap<string, string> = new Map([
  ['abstained', 'abstain'],
  ['voted', 'vote'],
  ['arrived', 'arrive'],
  ['departed', 'depart'],
  ['resigned', 'resign'],
  ['collapsed', 'collapse'],
])

/** "13 voted in favour and two *abstained*": a number before such a form is its subject. */
const countedPast: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const number = kidsBy(tree, v, 'nummod').find((k) => k === v - 1)
    const lemma = PASTS.get(formAt(tree, v))
    if (number === undefined || lemma === undefined || hasKid(tree, v, 'det', 'case', 'nsubj')) return []
    if (tree.tokens[v]!.upos === 'VERB') return []
    const before = tree.up[v]! < 0 ? undefined : kidsBy(tree, tree.up[v]!, 'acl').find((k) => k < v)
    const host = rel(tree, v) === 'conj' && before !== undefined ? before : tree.up[v]!
    return [
      { i: v, head: host, deprel: tree.tokens[v]!.deprel, tag: { ...PAST, lemma } },
      { i: number, head: v, deprel: 'nsubj' },
    ]
  })

/** "The minister neither *met* nor spoke": after "neither" stands a verb, not a noun. */
const neitherVerb: Mend = (tree) => {
  const root = tree.order[0]
  if (root === undefined || hasMainVerb(tree)) return []
  return tree.tokens.flatMap((t, v): Patch[] => {
    if (
      v < 2 ||
      formAt(tree, v - 1) !== 'neither' ||
      t.upos === 'VERB' ||
      !/(?:ed|met|made|held|left|sent)$/.test(t.form)
    )
      return []
    const spoke = kidsBy(tree, v, 'acl', 'conj').find((k) => k > v && tree.tokens[k]!.upos === 'VERB')
    return [
      { i: v, head: tree.up[v]!, deprel: t.deprel, tag: { ...PAST, ...(t.form === 'met' && { lemma: 'meet' }) } },
      ...(spoke === undefined ? [] : [{ i: spoke, head: v, deprel: 'conj', tag: PAST }]),
    ]
  })
}

/** Verbs of which a parser has made something else. */
export const verbMends: Readonly<Record<string, Mend>> = {
  haveYet,
  havePerfect,
  copulaAfter,
  joinedToVerb,
  existential,
  namedTime,
  namedSubject,
  partedAgent,
  openingNoun,
  countedPast,
  neitherVerb,
}
