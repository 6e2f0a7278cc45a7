import { IRREGULAR } from '../irregular.ts'
import type { Mend, Patch } from './mend.ts'
import { hasMainVerb, PAST } from './mend-finite.ts'
import { endOf, isFiniteAt, isNounAt, startOf } from './mend-tests.ts'
import { formAt, hasKid, kidsBy, lemmaAt, rel, type Tree } from './tree.ts'

/** Prepositions that open no clause with a finite verb. */
const NO_MARKS = new Set(['with', 'by', 'from', 'to', 'of', 'against'])

const NO_VERBS = new Set(['ADJ', 'NOUN', 'PROPN'])
const pastLemma = (form: string): string | undefined => IRREGULAR.get(form) ?? (/[^e]ed$/.test(form) ? '' : undefined)
const asPast = (tree: Tree, i: number): Patch['tag'] => {
  const lemma = pastLemma(formAt(tree, i))
  return { ...PAST, ...(lemma && { lemma }) }
}

/** "China *lent* Zambia $3 billion": what has a subject and no copula, and is spelled like a past tense, is a verb. */
const mistaggedRoot: Mend = (tree) => {
  const v = tree.order[0]
  if (v === undefined || !NO_VERBS.has(tree.tokens[v]!.upos) || hasMainVerb(tree)) return []
  const subject = kidsBy(tree, v, 'nsubj').find((k) => k === v - 1 && isNounAt(tree, k))
  if (subject === undefined || hasKid(tree, v, 'cop', 'aux', 'det', 'case') || pastLemma(formAt(tree, v)) === undefined)
    return []
  return [{ i: v, head: -1, deprel: 'root', tag: asPast(tree, v) }, ...received(tree, v)]
}

/** "Zambia $3 billion": a name before a sum of money is who receives it. */
function received(tree: Tree, v: number): Patch[] {
  const sum = kidsBy(tree, v, 'obj').find((k) => tree.tokens[k]!.upos === 'SYM')
  const name = sum === undefined ? undefined : kidsBy(tree, sum, 'compound').find((k) => startOf(tree, k) === v + 1)
  return name === undefined ? [] : [{ i: name, head: v, deprel: 'iobj' }]
}

/** "Ghana's recognition of Togo *surprised* Benin": nothing ties the last name to the noun but the verb before it. */
const mistaggedVerb: Mend = (tree) => {
  const noun = tree.order[0]
  if (noun === undefined || !isNounAt(tree, noun) || tree.tokens.at(-1)?.form !== '.' || hasMainVerb(tree)) return []
  if (hasKid(tree, noun, 'case', 'cop', 'nsubj')) return []
  const object = kidsBy(tree, noun, 'nmod').find((k) => k > noun && !hasKid(tree, k, 'case') && opensWithPast(tree, k))
  if (object === undefined) return []
  const v = startOf(tree, object)
  return [
    { i: v, head: -1, deprel: 'root', tag: asPast(tree, v) },
    { i: noun, head: v, deprel: 'nsubj' },
    { i: object, head: v, deprel: 'obj' },
    ...tree.kids[noun]!.filter((k) => k > object).map((i) => ({ i, head: v, deprel: tree.tokens[i]!.deprel })),
  ]
}
const opensWithPast = (tree: Tree, object: number): boolean => {
  const v = startOf(tree, object)
  return v < object && rel(tree, v) === 'amod' && pastLemma(formAt(tree, v)) !== undefined
}

/** "Militias *associated with Iran* left": a preposition opens no finite clause; the first verb is the noun's. */
const participleBefore: Mend = (tree) =>
  tree.order.flatMap((w): Patch[] => {
    const v = tree.up[w]!
    const mark = kidsBy(tree, w, 'mark').find((k) => k < w)
    const inner = kidsBy(tree, w, 'nsubj')[0]
    if (v < 0 || v > w || mark === undefined || inner === undefined || !isFiniteAt(tree, w)) return []
    const subject = kidsBy(tree, v, 'nsubj')[0]
    if (subject === undefined || endOf(tree, subject) !== v - 1 || !formAt(tree, v).endsWith('ed')) return []
    if (mark !== v + 1 || !NO_MARKS.has(formAt(tree, mark)) || endOf(tree, inner) !== w - 1) return []
    return [
      { i: w, head: tree.up[v]!, deprel: tree.tokens[v]!.deprel },
      { i: subject, head: w, deprel: 'nsubj' },
      { i: v, head: subject, deprel: 'acl', tag: { xpos: 'VBN', feats: { Tense: 'Past', VerbForm: 'Part' } } },
      { i: inner, head: v, deprel: 'obl' },
      { i: mark, head: inner, deprel: 'case' },
      ...kidsBy(tree, v, 'punct', 'obl', 'advcl')
        .filter((k) => k > w)
        .map((i) => ({ i, head: w, deprel: tree.tokens[i]!.deprel })),
    ]
  })

/** "Some abstained and *four countries* voted": a noun side by side with a verb is the subject of the verb after it. */
const conjoinedSubject: Mend = (tree) =>
  tree.order.flatMap((n): Patch[] => {
    const v = tree.up[n]!
    if (v < 0 || v > n || rel(tree, n) !== 'conj' || !isNounAt(tree, n) || tree.tokens[v]!.upos !== 'VERB') return []
    const next = kidsBy(tree, v, 'conj').find((k) => k > n && startOf(tree, k) <= endOf(tree, n) + 1)
    if (next === undefined || !isFiniteAt(tree, next) || hasKid(tree, next, 'nsubj')) return []
    const and = kidsBy(tree, next, 'cc').concat(kidsBy(tree, n, 'cc'))
    return [{ i: n, head: next, deprel: 'nsubj' }, ...and.map((i) => ({ i, head: next, deprel: 'cc' }))]
  })

/** "*In October 2014* three countries abstained": what has a preposition is no part of the name or number after it. */
const casedCompound: Mend = (tree) =>
  tree.order.flatMap((i): Patch[] => {
    const noun = tree.up[i]!
    if (noun < i || !['compound', 'nummod'].includes(rel(tree, i)) || !hasKid(tree, i, 'case')) return []
    const verb = rel(tree, noun) === 'nsubj' ? tree.up[noun]! : -1
    return verb < noun ? [] : [{ i, head: verb, deprel: 'obl' }]
  })

/** "*All but* two members voted": the quantity is the noun's, not a subject of its own. */
const allBut: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const [all, noun] = kidsBy(tree, v, 'nsubj').sort((a, b) => a - b)
    if (all === undefined || noun === undefined || noun > v || formAt(tree, all) !== 'all') return []
    if (formAt(tree, all + 1) !== 'but' || startOf(tree, noun) !== all + 2) return []
    return [
      { i: all, head: noun, deprel: 'det' },
      { i: all + 1, head: noun, deprel: 'cc' },
    ]
  })

/** Verbs that are no nouns. */
const NO_NOUNS = new Set(
  'recover rebuild prepare respond achieve become defend join build reduce develop protect improve strengthen overcome cope pay'.split(
    ' ',
  ),
)
/** "to help Nepal *recover*": what somebody is helped to do. */
const helpedVerb: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const help = tree.up[v]!
    if (help < 0 || lemmaAt(tree, help) !== 'help' || rel(tree, v) !== 'obj' || !NO_NOUNS.has(formAt(tree, v)))
      return []
    const [whom, other] = kidsBy(tree, v, 'compound', 'nmod', 'amod', 'det').filter((k) => k < v)
    if (whom === undefined || other !== undefined || whom < help || !isNounAt(tree, whom)) return []
    return [
      { i: v, head: help, deprel: 'xcomp', tag: { upos: 'VERB', xpos: 'VB', lemma: formAt(tree, v) } },
      { i: whom, head: help, deprel: 'obj' },
    ]
  })

/** Verbs that were tagged as something else, and what stands beside verbs in their place. */
export const tagMends: Readonly<Record<string, Mend>> = {
  mistaggedRoot,
  mistaggedVerb,
  participleBefore,
  conjoinedSubject,
  casedCompound,
  helpedVerb,
  allBut,
}
