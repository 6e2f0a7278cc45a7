import { LINKING } from './lexicon.ts'
import type { Mend, Patch } from './mend.ts'
import { endOf, isCommaAt, isNounAt } from './mend-tests.ts'
import { prepositionOf } from './phrase.ts'
import { formAt, hasKid, isNominal, kidsBy, lemmaAt, rel, type Tree } from './tree.ts'

const BEFORE_NOUN = new Set(['amod', 'compound', 'nmod:desc', 'nmod', 'nummod', 'det'])

/** "was *prime* minister": a copula goes with the whole predicate nominal, not with a word that stands before its noun. */
const raisedCopula: Mend = (tree) =>
  tree.order.flatMap((c): Patch[] => {
    if (tree.tokens[c]!.deprel !== 'cop') return []
    let at = tree.up[c]!
    while (
      at > c &&
      BEFORE_NOUN.has(tree.tokens[at]!.deprel) &&
      tree.up[at]! > at &&
      isNominal(tree, tree.up[at]!) &&
      !hasKid(tree, at, 'case')
    )
      at = tree.up[at]!
    if (at === tree.up[c] || at < c) return []
    const marks = kidsBy(tree, tree.up[c]!, 'nsubj', 'advmod', 'aux', 'expl').filter((k) => k < c)
    return [c, ...marks].map((i) => ({ i, head: at, deprel: tree.tokens[i]!.deprel }))
  })

/** "was twice *prime* minister": what stands right before a noun that hangs on it without conjunction is its modifier. */
const leadingAdjective: Mend = (tree) =>
  tree.order.flatMap((a): Patch[] => {
    const adjective = tree.tokens[a]!.xpos === 'JJ'
    if (!(adjective || tree.tokens[a]!.xpos === 'NN') || !hasKid(tree, a, 'cop')) return []
    const relations = adjective ? ['obl', 'nmod', 'obj', 'conj'] : ['conj']
    const noun = kidsBy(tree, a, ...relations).find((k) => tree.left[k] === a + 1)
    if (noun === undefined || tree.tokens[noun]!.upos !== 'NOUN' || tree.tokens[noun]!.deprel.includes(':')) return []
    if (hasKid(tree, noun, 'case', 'det', 'nummod', 'cc', 'punct')) return []
    return [
      { i: noun, head: tree.up[a]!, deprel: tree.tokens[a]!.deprel },
      { i: a, head: noun, deprel: 'amod' },
      ...tree.kids[a]!.filter((k) => k !== noun).map((i) => ({ i, head: noun, deprel: tree.tokens[i]!.deprel })),
    ]
  })

/** "Jane Doe *was* prime *minister*": a noun with a copula is no apposition to what stands before the copula. */
const apposedPredicate: Mend = (tree) =>
  tree.order.flatMap((p): Patch[] => {
    const noun = tree.up[p]!
    const copula = kidsBy(tree, p, 'cop')[0]
    if (copula === undefined || noun < 0 || noun > copula || !isNominal(tree, p) || !isNominal(tree, noun)) return []
    if (
      !['appos', 'flat', 'nmod', 'compound', 'list', 'dep'].includes(rel(tree, p)) ||
      hasKid(tree, p, 'nsubj', 'case')
    )
      return []
    if (hasKid(tree, noun, 'cop', 'nsubj') || isCommaAt(tree, p - 1)) return []
    return [
      { i: p, head: tree.up[noun]!, deprel: tree.tokens[noun]!.deprel },
      { i: noun, head: p, deprel: 'nsubj' },
      ...tree.kids[noun]!.filter((k) => k > copula && k !== p).map((i) => ({
        i,
        head: p,
        deprel: tree.tokens[i]!.deprel,
      })),
    ]
  })

/** "*Robert Hale* was ambassador": a noun before the copula that is no possessor is the subject. */
const copulaSubject: Mend = (tree) =>
  tree.order.flatMap((p): Patch[] => {
    const copula = kidsBy(tree, p, 'cop')[0]
    if (copula === undefined || copula > p || hasKid(tree, p, 'nsubj', 'csubj', 'expl')) return []
    const noun = kidsBy(tree, p, 'nmod', 'compound', 'appos', 'obl', 'dep', 'vocative', 'flat').find(
      (k) => isNounAt(tree, k) && !hasKid(tree, k, 'case', 'mark') && besideCopula(tree, endOf(tree, k), copula),
    )
    if (noun === undefined || tree.tokens[noun]!.xpos === 'PRP$') return []
    return [{ i: noun, head: p, deprel: 'nsubj' }]
  })

/** Nothing but adverbs and auxiliaries between. */
function besideCopula(tree: Tree, end: number, copula: number): boolean {
  if (end >= copula) return false
  for (let i = end + 1; i < copula; i++) if (!['ADV', 'AUX', 'PART'].includes(tree.tokens[i]!.upos)) return false
  return true
}

const TITLES = new Set(
  'ambassador president minister premier chancellor secretary governor envoy consul king queen mayor speaker chairman commander judge'.split(
    ' ',
  ),
)

/** "appointed Mariam Ba *ambassador*": a common noun after a name says what the verb makes of it. */
const appointedTitle: Mend = (tree) =>
  tree.order.flatMap((i): Patch[] => {
    const head = tree.up[i]!
    if (head < 0 || !isTitle(tree, i)) return []
    if (rel(tree, i) === 'appos' && head < i) return titleBesideName(tree, i, head)
    if (rel(tree, i) === 'flat' && head < i) return titleAfterName(tree, i, head)
    const result = rel(tree, i) === 'obj' || (rel(tree, i) === 'xcomp' && !hasKid(tree, head, 'obj'))
    if (!result || !LINKING.has(lemmaAt(tree, head))) return []
    const name = kidsBy(tree, i, 'compound', 'nmod').find(
      (k) =>
        k > head && k < i && tree.tokens[k]!.upos === 'PROPN' && !hasKid(tree, k, 'case') && k === startOfName(tree, i),
    )
    if (name === undefined) return []
    return [
      { i: name, head, deprel: 'obj' },
      { i, head, deprel: 'xcomp' },
      ...kidsBy(tree, i, 'compound')
        .filter((k) => k > name && k < i && tree.tokens[k]!.upos === 'PROPN')
        .map((k) => ({ i: k, head: name, deprel: 'flat' })),
    ]
  })

const isTitle = (tree: Tree, i: number): boolean => TITLES.has(tree.tokens[i]!.form)

const startOfName = (tree: Tree, i: number): number => tree.left[i]!

/** "named Omar *prime minister*": no comma, so no apposition. */
function titleBesideName(tree: Tree, i: number, name: number): Patch[] {
  const verb = tree.up[name]!
  const start = tree.left[i]!
  if (verb < 0 || !LINKING.has(lemmaAt(tree, verb)) || tree.tokens[name]!.upos !== 'PROPN') return []
  if (!['obj', 'xcomp'].includes(rel(tree, name)) || start <= name || tree.tokens[start]!.upos === 'PUNCT') return []
  return [
    { i: name, head: verb, deprel: 'obj' },
    { i, head: verb, deprel: 'xcomp' },
  ]
}

function titleAfterName(tree: Tree, i: number, name: number): Patch[] {
  const verb = tree.up[name]!
  const tag = { upos: 'NOUN', xpos: 'NN', lemma: tree.tokens[i]!.form }
  const later = (host: number) =>
    kidsBy(tree, host, 'nmod', 'obl', 'obj')
      .filter((k) => k > i && tree.left[k] === i + 1)
      .map((k) => ({ i: k, head: i, deprel: 'nmod' }))
  if (hasKid(tree, name, 'cop')) return [...raised(tree, i, name, tag), ...later(name)]
  if (rel(tree, name) !== 'obj' || verb < 0 || !LINKING.has(lemmaAt(tree, verb))) return []
  return [{ i, head: verb, deprel: 'xcomp', tag }, ...later(verb)]
}

/** "was United States *ambassador*": the title heads what precedes it. */
const raised = (tree: Tree, i: number, name: number, tag: Patch['tag']): Patch[] => [
  { i, head: tree.up[name]!, deprel: tree.tokens[name]!.deprel, ...(tag && { tag }) },
  { i: name, head: i, deprel: 'compound' },
  ...tree.kids[name]!.filter((k) => k !== i && rel(tree, k) !== 'flat' && !(rel(tree, k) === 'amod' && k < name)).map(
    (k) => ({ i: k, head: i, deprel: tree.tokens[k]!.deprel }),
  ),
]

/** "*having restored* ties": what follows "having" at once is its participle, not an adjective. */
const havingParticiple: Mend = (tree) =>
  tree.order.flatMap((h): Patch[] => {
    const v = h + 1
    const object = tree.up[v] ?? -1
    if (formAt(tree, h) !== 'having' || tree.tokens[v]?.xpos !== 'VBN' || rel(tree, v) !== 'amod') return []
    if (object < v || tree.up[object] !== h) return []
    return [
      { i: v, head: tree.up[h]!, deprel: tree.tokens[h]!.deprel },
      { i: h, head: v, deprel: 'aux' },
      { i: object, head: v, deprel: 'obj' },
      ...tree.kids[h]!.filter((k) => k !== object).map((i) => ({ i, head: v, deprel: tree.tokens[i]!.deprel })),
    ]
  })

const STATES = new Set('strained limited restricted complicated troubled mixed tangled'.split(' '))
const BONDS = new Set('relation relationship tie link bond contact'.split(' '))

/** "has *strained* relations": before ties, a participle that tells how they are is no perfect. */
const strainedTies: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const have = kidsBy(tree, v, 'aux').find((k) => k === v - 1 && lemmaAt(tree, k) === 'have')
    const object = kidsBy(tree, v, 'obj')[0]
    if (have === undefined || object === undefined || !STATES.has(formAt(tree, v))) return []
    if (kidsBy(tree, object, 'nmod').some((k) => prepositionOf(tree, k) === 'between')) return []
    if (
      !BONDS.has(lemmaAt(tree, object)) ||
      hasKid(tree, object, 'det') ||
      (tree.left[object]! !== object && !isBareLeft(tree, v, object))
    )
      return []
    return [
      { i: have, head: tree.up[v]!, deprel: tree.tokens[v]!.deprel, tag: { upos: 'VERB' } },
      { i: v, head: object, deprel: 'amod', tag: { upos: 'ADJ', xpos: 'JJ' } },
      ...tree.kids[v]!.filter((k) => k !== have).map((i) => ({ i, head: have, deprel: tree.tokens[i]!.deprel })),
    ]
  })

const isBareLeft = (tree: Tree, v: number, object: number): boolean =>
  tree.left[object] === v + 1 && !hasKid(tree, object, 'nmod:poss', 'det') && rel(tree, v + 1) === 'amod'

/** "has *frozen* relations": a participle between "have" and bare ties is a perfect unless it tells how they are. */
const perfectParticiple: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const have = v - 1
    const object = tree.up[v]!
    if (tree.tokens[v]!.xpos !== 'VBN' || rel(tree, v) !== 'amod' || have < 0 || STATES.has(formAt(tree, v))) return []
    if (lemmaAt(tree, have) !== 'have' || tree.up[object] !== have || rel(tree, object) !== 'obj') return []
    if (!BONDS.has(lemmaAt(tree, object)) || tree.left[object] !== v) return []
    return [
      { i: v, head: tree.up[have]!, deprel: tree.tokens[have]!.deprel },
      { i: have, head: v, deprel: 'aux', tag: { upos: 'AUX' } },
      ...tree.kids[have]!.map((i) => ({ i, head: v, deprel: tree.tokens[i]!.deprel })),
    ]
  })

/** Copulas, titles and participles that a parser has hung beside their predicate. */
export const predicateMends: Readonly<Record<string, Mend>> = {
  raisedCopula,
  leadingAdjective,
  apposedPredicate,
  appointedTitle,
  copulaSubject,
  havingParticiple,
  strainedTies,
  perfectParticiple,
}
