import { AIMS, SPEECH } from './lexicon.ts'
import type { Mend, Patch } from './mend.ts'
import { PAST } from './mend-finite.ts'
import { endOf, isBareFinite, isCommaAt, isFiniteAt, isNounAt, isRelativeAt, isUnder, startOf } from './mend-tests.ts'
import { isInfinitive } from './predicate.ts'
import { formAt, hasKid, isNominal, kidsBy, lemmaAt, rel, type Tree } from './tree.ts'

/** "The general *who* had been invited declined": two subjects, one of them a relative, make the first verb a relative clause. */
const doubleSubject: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const [noun, pronoun] = kidsBy(tree, v, 'nsubj', 'vocative').sort((a, b) => a - b)
    if (noun === undefined || noun > v) return []
    const relative = pronoun ?? kidsBy(tree, v, 'obj', 'obl').find((k) => k < v)
    if (relative === undefined || !isRelativeAfter(tree, relative, noun)) return []
    const main = mainAfter(tree, v)
    if (main === undefined) return []
    return [
      { i: main, head: tree.up[v]!, deprel: tree.tokens[v]!.deprel },
      { i: noun, head: main, deprel: 'nsubj' },
      { i: v, head: noun, deprel: 'acl:relcl' },
      ...kidsBy(tree, v, 'mark')
        .filter((k) => k < noun)
        .map((k) => ({ i: k, head: main, deprel: 'mark' })),
    ]
  })

/** The next verb that lacks a subject and whose words begin after a comma or at once. */
function mainAfter(tree: Tree, v: number): number | undefined {
  for (let i = v + 1; i < tree.tokens.length; i++) {
    if (tree.tokens[i]!.upos !== 'VERB') continue
    if (hasKid(tree, i, 'nsubj')) return undefined
    if (isBareFinite(tree, i)) return i
  }
  return undefined
}

/** A relative pronoun, alone or in "all of which", that follows the noun phrase at once or after a comma. */
function isRelativeAfter(tree: Tree, second: number, noun: number): boolean {
  const inside = [second, ...kidsBy(tree, second, 'nmod')]
  if (!inside.some((k) => isRelativeAt(tree, k) || tree.tokens[k]!.xpos === 'WDT')) return false
  const before = startOf(tree, second) - 1
  return isUnder(tree, isCommaAt(tree, before) ? before - 1 : before, noun)
}

/** "A delegation visiting *Zambia* met him": of two subjects the one right after a verb inside the other is that verb's object. */
const takenObject: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const [first, second] = kidsBy(tree, v, 'nsubj').sort((a, b) => a - b)
    if (first === undefined || second === undefined || second > v) return []
    const verb = startOf(tree, second) - 1
    const open = tree.tokens[verb]?.upos === 'VERB' && isUnder(tree, verb, first) && !hasKid(tree, verb, 'obj')
    return open ? [{ i: second, head: verb, deprel: 'obj' }] : []
  })

/** "Panama, *the spokesman* added, will open": of two subjects the first belongs to what was said. */
const saidSubject: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const [first, second] = kidsBy(tree, v, 'nsubj').sort((a, b) => a - b)
    if (first === undefined || second === undefined || second > v || !SPEECH.has(lemmaAt(tree, v))) return []
    const said = kidsBy(tree, v, 'ccomp').find(
      (k) => k > v && !hasKid(tree, k, 'nsubj', 'mark') && isFiniteAt(tree, startOf(tree, k)),
    )
    return said === undefined ? [] : [{ i: first, head: said, deprel: 'nsubj' }]
  })

/** "The leaders attending it *praised* Chad": a sentence is not led by a noun where a verb lacks its subject. */
const verblessRoot: Mend = (tree) => {
  const noun = tree.order.find((i) => tree.up[i]! < 0)
  if (noun === undefined || !isNounAt(tree, noun) || hasKid(tree, noun, 'cop', 'nsubj', 'aux', 'case', 'parataxis'))
    return []
  for (let w = noun + 1; w < tree.tokens.length; w++) {
    if (!lacksSubject(tree, w) || !isUnder(tree, w, noun)) continue
    return [
      { i: w, head: -1, deprel: 'root', ...(tree.tokens[w]!.xpos === 'VBN' && { tag: PAST }) },
      { i: noun, head: w, deprel: 'nsubj' },
    ]
  }
  return participleRoot(tree, noun)
}

/** "Cape Verde, a former colony, *gained* independence": a participle that opens a noun phrase after a comma is the verb. */
function participleRoot(tree: Tree, noun: number): Patch[] {
  const w = tree.order.find((i) => i > noun && opensPhrase(tree, i) && isUnder(tree, i, noun))
  if (w === undefined || tree.tokens.at(-1)?.form !== '.') return []
  const object = tree.up[w]!
  const later = tree.kids[noun]!.filter((k) => k > object && ['nmod', 'obl'].includes(rel(tree, k)))
  return [
    { i: w, head: -1, deprel: 'root', tag: PAST },
    { i: noun, head: w, deprel: 'nsubj' },
    { i: object, head: w, deprel: 'obj' },
    ...later.map((i) => ({ i, head: w, deprel: 'obl' })),
  ]
}

const opensPhrase = (tree: Tree, i: number): boolean =>
  tree.tokens[i]!.xpos === 'VBN' &&
  rel(tree, i) === 'amod' &&
  tree.up[i]! > i &&
  !hasKid(tree, tree.up[i]!, 'det', 'case') &&
  isCommaAt(tree, i - 1) &&
  startOf(tree, tree.up[i]!) === i

/** A past tense, or a participle with an object or under another verb, that nothing introduces. */
function lacksSubject(tree: Tree, w: number): boolean {
  const { upos, xpos, deprel } = tree.tokens[w]!
  if (
    upos !== 'VERB' ||
    hasKid(tree, w, 'nsubj', 'mark', 'cc', 'aux', 'case') ||
    deprel === 'acl:relcl' ||
    deprel === 'amod'
  )
    return false
  if (['VBD', 'VBZ', 'VBP'].includes(xpos)) return ['xcomp', 'aux', 'acl', 'parataxis', 'ccomp'].includes(rel(tree, w))
  if (xpos !== 'VBN') return false
  if (rel(tree, w) === 'acl') return hasKid(tree, w, 'obj')
  return ['xcomp', 'aux'].includes(rel(tree, w)) && tree.tokens[tree.up[w]!]?.deprel === 'acl:relcl'
}

/** "One of them, *Rafael Correa*, left": of two subjects side by side the second names the first. */
const namedTwice: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const [first, second, third] = kidsBy(tree, v, 'nsubj').sort((a, b) => a - b)
    if (first === undefined || second === undefined || third !== undefined || second > v) return []
    if (
      tree.tokens[second]!.upos !== 'PROPN' ||
      !isCommaAt(tree, tree.right[second]! + (isCommaAt(tree, tree.right[second]!) ? 0 : 1))
    )
      return []
    const beside = startOf(tree, second) === endOf(tree, first) + 2 && isCommaAt(tree, startOf(tree, second) - 1)
    return beside ? [{ i: second, head: first, deprel: 'appos' }] : []
  })

/** "confirmed *the visit* had been cancelled": the noun between the verbs is the subject of the second. */
const contentSubject: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const head = tree.up[v]!
    const content =
      rel(tree, v) === 'ccomp' || (rel(tree, v) === 'xcomp' && head >= 0 && SPEECH.has(lemmaAt(tree, head)))
    if (!content || head < 0 || hasKid(tree, v, 'nsubj', 'csubj', 'expl', 'mark')) return []
    const start = startOf(tree, v)
    if (!isFiniteAt(tree, start) || tree.tokens[start]!.xpos === 'VBP') return []
    const noun = kidsBy(tree, head, 'obj', 'vocative', 'dislocated').find(
      (k) => endOf(tree, k) === start - 1 || k < head,
    )
    return noun === undefined ? [] : [{ i: noun, head: v, deprel: 'nsubj' }]
  })

/** "*Having visited* Laos, Abe flew": a participle cannot lead a finite verb. */
const leadingParticiple: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const first = startOf(tree, v)
    if (
      !['VBG', 'VBN'].includes(tree.tokens[first]!.xpos) ||
      tree.tokens[v]!.upos !== 'VERB' ||
      hasKid(tree, v, 'nsubj')
    )
      return []
    if (first !== v && rel(tree, first) !== 'aux') return []
    const main = kidsBy(tree, v, 'conj', 'parataxis').find((k) => isMainClause(tree, k, v))
    if (main === undefined) return []
    return [
      { i: main, head: tree.up[v]!, deprel: tree.tokens[v]!.deprel },
      { i: v, head: main, deprel: 'advcl' },
    ]
  })

const isMainClause = (tree: Tree, k: number, v: number): boolean =>
  k > v &&
  hasKid(tree, k, 'nsubj') &&
  !hasKid(tree, k, 'cc', 'mark') &&
  isFiniteAt(tree, k) &&
  isCommaAt(tree, startOf(tree, k) - 1)

/** "*Three* of the four presidents attended": a subject has no "of"; the quantity before it is the subject. */
const countedSubject: Mend = (tree) =>
  tree.order.flatMap((i): Patch[] => {
    const v = tree.up[i]!
    const of = kidsBy(tree, i, 'case').find((k) => formAt(tree, k) === 'of')
    if (rel(tree, i) !== 'nsubj' || of === undefined || of < 1 || v < i) return []
    const quantity = tree.kids[v]!.find((k) => k < of && endOf(tree, k) === of - 1 && !hasKid(tree, k, 'case'))
    if (quantity === undefined || !['NUM', 'DET', 'PRON', 'ADJ'].includes(tree.tokens[quantity]!.upos)) return []
    return [
      { i: quantity, head: v, deprel: tree.tokens[i]!.deprel },
      { i, head: quantity, deprel: 'nmod' },
    ]
  })

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

/** "…, and *Machado*, the president who received him, had visited": the name after "and" leads the clause that has none. */
const apposedSubject: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const [noun, other] = kidsBy(tree, v, 'nsubj')
    if (rel(tree, v) !== 'conj' || noun === undefined || other !== undefined || hasKid(tree, v, 'cc')) return []
    const comma = startOf(tree, noun) - 1
    if (!isCommaAt(tree, comma)) return []
    const name = tree.order.find((k) => endOf(tree, k) === comma - 1 && rel(tree, k) === 'conj' && k > tree.up[v]!)
    if (name === undefined || tree.tokens[name]!.upos !== 'PROPN') return []
    const and = startOf(tree, name)
    if (tree.tokens[and]!.upos !== 'CCONJ') return []
    return [
      { i: name, head: v, deprel: tree.tokens[noun]!.deprel },
      { i: noun, head: name, deprel: 'appos' },
      { i: and, head: v, deprel: 'cc' },
    ]
  })

export const subjectMends: Readonly<Record<string, Mend>> = {
  doubleSubject,
  verblessRoot,
  takenObject,
  saidSubject,
  namedTwice,
  contentSubject,
  leadingParticiple,
  countedSubject,
  apposedSubject,
  dueTo,
}
