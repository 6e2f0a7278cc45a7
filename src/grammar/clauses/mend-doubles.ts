import { SPEECH } from './lexicon.ts'
import type { Mend, Patch } from './mend.ts'
import { canBePast, PAST } from './mend-finite.ts'
import { endOf, isCommaAt, isNounAt, startOf } from './mend-tests.ts'
import { formAt, hasKid, isNominal, kidsBy, lemmaAt, rel, type Tree } from './tree.ts'

const PRESENT = { upos: 'VERB', xpos: 'VBP', feats: { Mood: 'Ind', Tense: 'Pres', VerbForm: 'Fin' } }

/** The subjects before a verb, in text order. */
const subjectsBefore = (tree: Tree, v: number): number[] =>
  kidsBy(tree, v, 'nsubj')
    .filter((k) => k < v)
    .sort((a, b) => a - b)

/** "*Somalia*, Kenya restore ties": a plural verb's one named subject follows another name that nobody calls. */
const calledSubject: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const first = kidsBy(tree, v, 'vocative').find((k) => k < v)
    const second = subjectsBefore(tree, v)[0] ?? kidsBy(tree, v, 'compound').find((k) => k === v - 1)
    if (first === undefined || second === undefined || !['VB', 'VBP'].includes(tree.tokens[v]!.xpos)) return []
    if (tree.tokens[first]!.upos !== 'PROPN' || tree.tokens[second]!.xpos !== 'NNP' || hasKid(tree, v, 'aux')) return []
    if (startOf(tree, first) !== 0 || hasKid(tree, second, 'conj', 'det')) return []
    if (startOf(tree, second) !== endOf(tree, first) + 2 || !isCommaAt(tree, endOf(tree, first) + 1)) return []
    return [
      { i: v, head: tree.up[v]!, deprel: tree.tokens[v]!.deprel, tag: PRESENT },
      { i: first, head: v, deprel: 'nsubj' },
      { i: second, head: first, deprel: 'conj' },
    ]
  })

/** "*Iran*, Iraq foreign ministers hold talks": the names before a plural that does something say whose they are. */
const calledOwner: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const name = kidsBy(tree, v, 'vocative').find((k) => k < v && startOf(tree, k) === 0)
    const [noun] = subjectsBefore(tree, v)
    if (name === undefined || noun === undefined || tree.tokens[noun]!.xpos !== 'NNS') return []
    const other = startOf(tree, noun)
    if (tree.tokens[name]!.upos !== 'PROPN' || tree.tokens[other]!.upos !== 'PROPN' || tree.up[other] !== noun)
      return []
    const beside = other === endOf(tree, name) + 2 && isCommaAt(tree, other - 1)
    return beside ? [{ i: name, head: noun, deprel: 'compound' }] : []
  })

/** "*Spain* summons envoy": a finite verb is no noun; the noun before it that leans on it is its subject. */
const leaningSubject: Mend = (tree) => {
  const v = tree.order[0]
  if (v === undefined || !['VBZ', 'VBD'].includes(tree.tokens[v]!.xpos) || tree.tokens[v]!.upos !== 'VERB') return []
  if (hasKid(tree, v, 'nsubj', 'csubj', 'expl', 'aux', 'vocative')) return []
  const leans = ['compound', 'amod', 'nmod', 'dep']
  const noun = kidsBy(tree, v, ...leans).find((k) => k < v && endOf(tree, k) === v - 1)
  if (noun === undefined || !isNounAt(tree, noun) || hasKid(tree, noun, 'case')) return []
  return [
    { i: noun, head: v, deprel: 'nsubj' },
    ...kidsBy(tree, v, ...leans, 'det', 'nummod')
      .filter((k) => k < noun)
      .map((i) => ({ i, head: noun, deprel: tree.tokens[i]!.deprel })),
    ...kidsBy(tree, v, 'nmod')
      .filter((k) => k > v && hasKid(tree, k, 'case'))
      .map((i) => ({ i, head: v, deprel: 'obl' })),
  ]
}

/** "According to it, *the two countries* established ties": what follows a phrase and a comma, and ends before the verb. */
const apposedSubject: Mend = (tree) => {
  const v = tree.order[0]
  if (v === undefined || !['VBD', 'VBN', 'VBZ'].includes(tree.tokens[v]!.xpos)) return []
  if (hasKid(tree, v, 'nsubj', 'csubj', 'expl', 'aux', 'cop') || tree.tokens[v]!.upos !== 'VERB') return []
  for (const phrase of kidsBy(tree, v, 'obl').filter((k) => k < v && hasKid(tree, k, 'case'))) {
    const noun = kidsBy(tree, phrase, 'appos', 'conj').find((k) => endOf(tree, k) === v - 1 && isNounAt(tree, k))
    if (noun === undefined || !isCommaAt(tree, startOf(tree, noun) - 1) || hasKid(tree, noun, 'case', 'cc')) continue
    const past = tree.tokens[v]!.xpos === 'VBN' && { tag: PAST }
    return [
      { i: noun, head: v, deprel: 'nsubj' },
      { i: v, head: -1, deprel: 'root', ...past },
    ]
  }
  return []
}

/** "The city Biden *plans* to visit is Lima": of two subjects side by side the second has a clause beside the first. */
const besideSubject: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const [first, second] = subjectsBefore(tree, v)
    if (first === undefined || second === undefined || startOf(tree, second) !== endOf(tree, first) + 1) return []
    const main = kidsBy(tree, v, 'ccomp').find(
      (k) => k > v && hasKid(tree, k, 'cop') && !hasKid(tree, k, 'nsubj', 'mark'),
    )
    if (main === undefined || hasKid(tree, second, 'case', 'cc')) return []
    return [
      { i: main, head: tree.up[v]!, deprel: tree.tokens[v]!.deprel },
      { i: first, head: main, deprel: 'nsubj' },
      { i: v, head: first, deprel: 'acl:relcl' },
    ]
  })

/** "A team led *by* Darko arrived", "the visit since *1990* ended": of two subjects the one with a preposition belongs before it. */
const ledSubject: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const [first, second] = subjectsBefore(tree, v)
    if (first === undefined || second === undefined || hasKid(tree, first, 'case')) return []
    const lead = kidsBy(tree, second, 'case').find((k) => k === startOf(tree, second) && k > 0)
    if (lead === undefined || formAt(tree, lead) === 'of' || isCommaAt(tree, lead - 1)) return []
    const host = lead - 1
    if (tree.tokens[host]!.xpos === 'VBN')
      return [{ i: second, head: host, deprel: formAt(tree, lead) === 'by' ? 'obl:agent' : 'obl' }]
    return [{ i: second, head: first, deprel: 'nmod' }]
  })

/** "The visit, *the first by an emir*, comes": of two subjects the one between commas says the first anew. */
const insertedSubject: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const [first, second, third] = subjectsBefore(tree, v)
    if (first === undefined || second === undefined || third !== undefined) return []
    const start = startOf(tree, second)
    if (start !== endOf(tree, first) + 2 || !isCommaAt(tree, start - 1) || hasKid(tree, second, 'cc')) return []
    return isCommaAt(tree, endOf(tree, second) + 1) ? [{ i: second, head: first, deprel: 'appos' }] : []
  })

/** "Panama, the spokesman *added*, will open": a noun with a participle of saying, between commas, is a clause beside. */
const addedSpeech: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const [first, second] = subjectsBefore(tree, v)
    if (first === undefined || second === undefined || !isCommaAt(tree, startOf(tree, second) - 1)) return []
    const said = kidsBy(tree, second, 'acl').find((k) => SPEECH.has(lemmaAt(tree, k)) && tree.tokens[k]!.xpos === 'VBN')
    if (said === undefined || !canBePast(formAt(tree, said)) || tree.tokens[said + 1]?.form === 'by') return []
    return [
      { i: said, head: v, deprel: 'parataxis', tag: PAST },
      { i: second, head: said, deprel: 'nsubj' },
    ]
  })

/** "*neither* met nor spoke": such a word right before its verb, after the subject, is a conjunction. */
const paired: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const [first, second] = subjectsBefore(tree, v)
    if (first === undefined || second !== v - 1) return []
    return ['neither', 'either', 'both'].includes(formAt(tree, second))
      ? [{ i: second, head: v, deprel: 'cc:preconj' }]
      : []
  })

/** "Not only Egypt but also *Jordan* signed": two subjects with "but" between them are one. */
const butAlso: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const [first, second] = subjectsBefore(tree, v)
    const but = kidsBy(tree, v, 'cc').find((k) => formAt(tree, k) === 'but')
    if (first === undefined || second === undefined || but === undefined || but < first || but > second) return []
    const not = kidsBy(tree, first, 'advmod').filter((k) => k < first && ['not', 'only'].includes(formAt(tree, k)))
    if (not.length === 0) return []
    const also = kidsBy(tree, v, 'advmod').filter((k) => k > but && k < second)
    return [
      { i: second, head: first, deprel: 'conj' },
      ...not.map((i) => ({ i, head: first, deprel: 'cc:preconj' })),
      ...[but, ...also].map((i) => ({ i, head: second, deprel: 'cc' })),
    ]
  })

/** "Vietnam and the States *normalised* relations, and Clinton visited Hanoi": a first subject that holds a clause of its own. */
const heldClause: Mend = (tree) =>
  tree.order.flatMap((w): Patch[] => {
    const [first, second] = subjectsBefore(tree, w)
    const cc = kidsBy(tree, w, 'cc')[0]
    if (first === undefined || second === undefined || cc === undefined || cc < first || cc > second) return []
    const object = kidsBy(tree, first, 'conj', 'appos').find((k) => !hasKid(tree, k, 'cc') && opener(tree, k) >= 0)
    if (object === undefined) return []
    const v = opener(tree, object)
    return [
      { i: v, head: tree.up[w]!, deprel: tree.tokens[w]!.deprel, tag: PAST },
      { i: first, head: v, deprel: 'nsubj' },
      { i: object, head: v, deprel: 'obj' },
      { i: w, head: v, deprel: 'conj' },
      ...kidsBy(tree, object, 'nmod')
        .filter((k) => k > object && ['in', 'on'].includes(formAt(tree, startOf(tree, k))))
        .map((i) => ({ i, head: v, deprel: 'obl' })),
    ]
  })

/** A participle that can be a past tense, at the start of a phrase right after a noun. */
function opener(tree: Tree, noun: number): number {
  const v = startOf(tree, noun)
  const { xpos } = tree.tokens[v]!
  if (v === noun || v < 1 || tree.up[v] !== noun || !['VBN', 'VBD'].includes(xpos)) return -1
  return canBePast(formAt(tree, v)) && isNounAt(tree, v - 1) ? v : -1
}

/** "Only three countries, Cuba, *Syria* and Fiji, voted": names in a row after a name that says who they are. */
const listedApposition: Mend = (tree) =>
  tree.order.flatMap((k): Patch[] => {
    const noun = tree.up[k]!
    if (rel(tree, k) !== 'conj' || noun < 0 || tree.tokens[k]!.upos !== 'PROPN') return []
    if (tree.tokens[noun]!.upos !== 'NOUN') return []
    const name = kidsBy(tree, noun, 'appos').find((a) => a > noun && a < k && tree.tokens[a]!.upos === 'PROPN')
    return name === undefined || !isCommaAt(tree, startOf(tree, name) - 1) ? [] : [{ i: k, head: name, deprel: 'conj' }]
  })

/** "*Greek* PM meets": an adjective that is a subject goes with the noun right after it. */
const adjectiveSubject: Mend = (tree) =>
  tree.order.flatMap((a): Patch[] => {
    const v = tree.up[a]!
    const noun = a + 1
    if (tree.tokens[a]!.xpos !== 'JJ' || rel(tree, a) !== 'nsubj' || noun >= v || hasKid(tree, a, 'det')) return []
    if (tree.up[noun] !== v || !isNominal(tree, noun) || hasKid(tree, noun, 'case')) return []
    if (!['obl', 'obj', 'nmod', 'dep'].includes(rel(tree, noun))) return []
    return [
      { i: noun, head: v, deprel: tree.tokens[a]!.deprel, tag: { lemma: formAt(tree, noun) } },
      { i: a, head: noun, deprel: 'amod' },
      ...tree.kids[a]!.map((i) => ({ i, head: noun, deprel: tree.tokens[i]!.deprel })),
    ]
  })

/** Subjects of which a verb has one too many, or the wrong part. */
export const doubleMends: Readonly<Record<string, Mend>> = {
  heldClause,
  addedSpeech,
  ledSubject,
  calledSubject,
  calledOwner,
  leaningSubject,
  besideSubject,
  apposedSubject,
  insertedSubject,
  paired,
  butAlso,
  listedApposition,
  adjectiveSubject,
}
