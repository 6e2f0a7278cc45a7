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

/** "The opening was *delayed*": such a participle after a form of "be" tells what was done. */
const statedPassive: Mend = (tree) =>
  tree.order.flatMap((p): Patch[] => {
    const be = kidsBy(tree, p, 'cop')[0]
    const subject = kidsBy(tree, p, 'nsubj')[0]
    if (be === undefined || subject === undefined || tree.tokens[p]!.upos !== 'ADJ') return []
    const lemma = DONE_TO.get(formAt(tree, p))
    if (lemma === undefined) return []
    return [
      { i: p, head: tree.up[p]!, deprel: tree.tokens[p]!.deprel, tag: { upos: 'VERB', xpos: 'VBN', lemma } },
      { i: be, head: p, deprel: 'aux:pass' },
      { i: subject, head: p, deprel: 'nsubj:pass' },
    ]
  })
/** Participles of deeds, and their verbs. */
const DONE_TO: ReadonlyMap<string, string> = new Map([
  ['cancelled', 'cancel'],
  ['canceled', 'cancel'],
  ['expelled', 'expel'],
  ['ratified', 'ratify'],
  ['summoned', 'summon'],
  ['suspended', 'suspend'],
  ['rejected', 'reject'],
  ['arrested', 'arrest'],
  ['adopted', 'adopt'],
  ['vetoed', 'veto'],
  ['appointed', 'appoint'],
  ['signed', 'sign'],
  ['delayed', 'delay'],
  ['recalled', 'recall'],
  ['postponed', 'postpone'],
  ['severed', 'sever'],
  ['restored', 'restore'],
  ['invited', 'invite'],
  ['approved', 'approve'],
])

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
  existential,
  namedTime,
  statedPassive,
  countedPast,
  neitherVerb,
}
