import type { Mend, Patch } from './mend.ts'
import { endOf, isCommaAt, isFiniteAt, isNounAt, isUnder, startOf } from './mend-tests.ts'
import { prepositionOf } from './phrase.ts'
import { formAt, hasKid, kidsBy, rel, type Tree } from './tree.ts'

/** "*Before his meeting*, Lasso visited": no subject has a preposition. */
const casedSubject: Mend = (tree) =>
  tree.order.flatMap((i): Patch[] => {
    const head = tree.up[i]!
    if (rel(tree, i) !== 'nsubj' || head < i || prepositionOf(tree, i) === '' || hasQuantity(tree, i)) return []
    if (!commaWithin(tree, i, head)) return []
    return [{ i, head, deprel: 'obl' }]
  })

function commaWithin(tree: Tree, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (isCommaAt(tree, i)) return true
  return false
}

/** "over 400 people", "between two and three states" are subjects. */
const hasQuantity = (tree: Tree, i: number): boolean =>
  hasKid(tree, i, 'nummod') || tree.tokens[i]!.upos === 'NUM' || tree.tokens[i]!.xpos === 'WP'

const SUBORDINATORS = new Set(['after', 'before', 'since', 'until', 'as', 'because', 'though', 'although', 'while'])

/** "after *Deby* travelled": what looks like a prepositional phrase before a verb without subject is its subject. */
const markedSubject: Mend = (tree) =>
  tree.order.flatMap((i): Patch[] => {
    const head = tree.up[i]!
    const mark = kidsBy(tree, i, 'case').find((k) => SUBORDINATORS.has(formAt(tree, k)))
    if (mark === undefined || head < 0 || mark !== startOf(tree, i) || !['obl', 'nmod'].includes(rel(tree, i)))
      return []
    const verb = predicateAfter(tree, endOf(tree, i))
    if (verb === undefined || isUnder(tree, head, verb)) return []
    let host = head
    while (host >= 0 && !['VERB', 'AUX'].includes(tree.tokens[host]!.upos)) host = tree.up[host]!
    if (host < 0 || isUnder(tree, host, verb)) return []
    return [
      { i, head: verb, deprel: 'nsubj' },
      { i: mark, head: verb, deprel: 'mark' },
      { i: verb, head: host, deprel: 'advcl' },
    ]
  })

/** "*Since the end of the war*, no emperor has set foot": such a word before a mere noun phrase and a comma is a preposition. */
const markedPhrase: Mend = (tree) =>
  tree.order.flatMap((i): Patch[] => {
    const head = tree.up[i]!
    const mark = startOf(tree, i) - 1
    if (rel(tree, i) !== 'nsubj' || head < i || mark < 0 || tree.up[mark] !== head || rel(tree, mark) !== 'mark')
      return []
    const loose = [...tree.kids[i]!, ...kidsBy(tree, head, 'nsubj')].find((k) => k > i && closesSubject(tree, k, head))
    if (loose === undefined) return []
    return SUBORDINATORS.has(formAt(tree, mark))
      ? [
          { i, head, deprel: 'obl' },
          { i: mark, head: i, deprel: 'case' },
          { i: loose, head, deprel: 'nsubj' },
        ]
      : []
  })

/** A noun after a comma and right before the finite word of a verb. */
const closesSubject = (tree: Tree, k: number, verb: number): boolean =>
  isCommaAt(tree, startOf(tree, k) - 1) &&
  (LOOSE.has(rel(tree, k)) || rel(tree, k) === 'nsubj') &&
  !hasCoordinator(tree, k) &&
  endOf(tree, k) < verb &&
  isFiniteAt(tree, endOf(tree, k) + 1)

const LOOSE = new Set(['flat', 'appos', 'conj', 'vocative', 'compound', 'list', 'nmod', 'dep'])

/** "Visiting Laos, *Abe* flew": a noun between a comma and a verb without subject is that verb's subject, not part of "Laos". */
const strandedSubject: Mend = (tree) =>
  tree.order.flatMap((i): Patch[] => {
    if (!isLoose(tree, i) || inLooseList(tree, i)) return []
    const trailing = tree.up[i]! >= 0 && tree.up[i]! < i ? phrasesAfter(tree, i) : []
    const verb = predicateAfter(tree, endOf(tree, trailing.at(-1) ?? i))
    const start = startOf(tree, i)
    if (verb === undefined || start < 2 || isUnder(tree, verb, i)) return []
    const before = listedBefore(tree, i)
    if (before.length > 0 && hasListEnd(tree, i)) return listSubject(before, i, verb)
    if (joinedClause(tree, i, verb)) return conjoinedClause(tree, i, verb)
    if (!isCommaAt(tree, start - 1) || tree.up[i]! >= start || (rel(tree, i) === 'conj' && hasCoordinator(tree, i)))
      return []
    return [{ i, head: verb, deprel: 'nsubj' }, ...trailing.map((k) => ({ i: k, head: i, deprel: 'nmod' }))]
  })

const SUFFIXES = new Set(['jr.', 'sr.', 'jr', 'sr', 'ii', 'iii', 'iv', 'phd', 'm.d.'])

const isLoose = (tree: Tree, i: number): boolean =>
  !SUFFIXES.has(formAt(tree, i)) && LOOSE.has(rel(tree, i)) && isNounAt(tree, i) && prepositionOf(tree, i) === ''

/** Within a list whose first member is itself loose, that member alone is moved. */
function inLooseList(tree: Tree, i: number): boolean {
  const head = tree.up[i]!
  if (rel(tree, i) !== 'conj' || head < 0 || !isLoose(tree, head)) return false
  return isCommaAt(tree, startOf(tree, head) - 1) && endOf(tree, head) === endOf(tree, i)
}

/** Nouns that a comma sets off from each other up to `i` and that hang on the same head: "against it, *Egypt, Greece,* India …". */
function listedBefore(tree: Tree, i: number): number[] {
  const siblings = tree.up[i]! < 0 ? [] : tree.kids[tree.up[i]!]!
  const out: number[] = []
  for (let at = i; ; ) {
    const comma = hasCoordinator(tree, at) ? startOf(tree, at) - 1 : startOf(tree, at) - 2
    const found = siblings.find(
      (k) => k < at && LOOSE.has(rel(tree, k)) && isNounAt(tree, k) && endOf(tree, k) === comma,
    )
    if (found === undefined || !isCommaAt(tree, startOf(tree, found) - 1)) return out
    out.unshift(found)
    at = found
  }
}

/** A coordination that ends in "and": the noun's own, or one of its conjuncts'. */
const hasListEnd = (tree: Tree, i: number): boolean =>
  hasCoordinator(tree, i) || kidsBy(tree, i, 'conj').some((k) => hasCoordinator(tree, k))

const listSubject = (before: readonly number[], i: number, verb: number): Patch[] => [
  { i: before[0]!, head: verb, deprel: 'nsubj' },
  ...[...before.slice(1), i].map((k) => ({ i: k, head: before[0]!, deprel: 'conj' })),
]

/** "Yesterday, President Rouhani *of Iran* said": phrases right after a name that hang on what precedes it. */
const phrasesAfter = (tree: Tree, i: number): number[] =>
  kidsBy(tree, tree.up[i]!, 'nmod').filter(
    (k) => k > i && prepositionOf(tree, k) === 'of' && tree.left[k] === endOf(tree, i) + 1,
  )

const hasCoordinator = (tree: Tree, i: number): boolean =>
  kidsBy(tree, i, 'cc').some((k) => tree.tokens[k]!.deprel === 'cc')

/** The clause whose finite word follows `end` at once and which has no subject. */
function predicateAfter(tree: Tree, end: number): number | undefined {
  if (!isFiniteAt(tree, end + 1)) return undefined
  const verb = /^(aux|cop)/.test(tree.tokens[end + 1]!.deprel) ? tree.up[end + 1]! : end + 1
  if (verb < 0 || tree.tokens[verb]!.deprel === 'acl:relcl' || hasKid(tree, verb, 'nsubj', 'csubj', 'expl'))
    return undefined
  return verb
}

/** "A has visited B and *no king of B* has visited A": a noun joined to a verb or to its object, before a verb. */
function joinedClause(tree: Tree, i: number, verb: number): boolean {
  const first = clauseOver(tree, i)
  if (tree.tokens[verb]!.xpos === 'VBP') return false
  return rel(tree, i) === 'conj' && first >= 0 && first < i && first !== verb && hasCoordinator(tree, i) && verb > i
}

/** The verb whose argument, or an argument's conjunct, a noun is. */
function clauseOver(tree: Tree, i: number): number {
  let at = tree.up[i]!
  while (at >= 0 && tree.tokens[at]!.upos !== 'VERB') {
    if (!['conj', 'obj', 'obl', 'iobj', 'nmod'].includes(rel(tree, at))) return -1
    at = tree.up[at]!
  }
  return at
}

const conjoinedClause = (tree: Tree, i: number, verb: number): Patch[] => [
  { i, head: verb, deprel: 'nsubj' },
  ...(rel(tree, verb) === 'conj' ? [] : [{ i: verb, head: clauseOver(tree, i), deprel: 'conj' }]),
  ...kidsBy(tree, i, 'cc').map((k) => ({ i: k, head: verb, deprel: 'cc' })),
]

/** Subjects that a parser has hung on what stands before them. */
export const strandedMends: Readonly<Record<string, Mend>> = {
  casedSubject,
  markedPhrase,
  markedSubject,
  strandedSubject,
}
