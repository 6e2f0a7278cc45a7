import { INFINITIVE_VERBS, LINKING, SPEECH } from './lexicon.ts'
import type { Mend, Patch } from './mend.ts'
import { endOf, isCommaAt, isFiniteAt, isNounAt, isUnder, startOf } from './mend-tests.ts'
import { isInfinitive } from './predicate.ts'
import { formAt, hasKid, isNominal, kidsBy, lemmaAt, rel, type Tree } from './tree.ts'

export const PAST = { upos: 'VERB', xpos: 'VBD', feats: { Mood: 'Ind', Tense: 'Past', VerbForm: 'Fin' } }
const PARTICIPLE = { xpos: 'VBN', feats: { Tense: 'Past', VerbForm: 'Part' } }
const PRESENT = { upos: 'VERB', xpos: 'VBP', feats: { Mood: 'Ind', Tense: 'Pres', VerbForm: 'Fin' } }

/** Participles that are past tenses too, beside those in "-ed". */
const SAME = new Set(
  `met left held made cut set lost won sent built brought bought broke said had kept put led paid sold told found
  stood spent fought sought taught caught hosted hit quit shut split spread struck laid lent dealt`.split(/\s+/),
)
export const canBePast = (form: string): boolean => form.endsWith('ed') || SAME.has(form)

/** "Two countries *established* ties in 1964.": where a whole sentence has no finite verb, its first participle that can be one is. */
const finiteParticiple: Mend = (tree) => {
  const root = tree.order[0]
  if (
    root === undefined ||
    tree.tokens.at(-1)?.form !== '.' ||
    !(isNominal(tree, root) || ['JJS', 'JJ', 'DT'].includes(tree.tokens[root]!.xpos)) ||
    hasMainVerb(tree)
  )
    return []
  const found = tree.tokens.flatMap((_, i) => (isOpenParticiple(tree, i) ? [i] : []))
  const verb = found.find((v) => completed(tree, v))
  return verb === undefined ? [] : rootedAt(tree, root, verb)
}

/** A finite verb outside relative clauses and subordinate ones. */
export function hasMainVerb(tree: Tree): boolean {
  return tree.tokens.some((_, i) => {
    if (isOpenParticiple(tree, i)) return false
    if (!isFiniteAt(tree, i) && !hasKid(tree, i, 'cop')) return false
    for (let at = i; at >= 0; at = tree.up[at]!)
      if (tree.tokens[at]!.deprel === 'acl:relcl' || (tree.up[at]! >= 0 && hasKid(tree, at, 'mark'))) return false
    return true
  })
}

/** A participle after its noun, not a passive with its agent, and not inside a relative clause. */
function isOpenParticiple(tree: Tree, v: number): boolean {
  const { xpos, form } = tree.tokens[v]!
  const low = form.toLowerCase()
  if (!['VBN', 'VBD'].includes(xpos) && !NO_PASSIVE.has(low)) return false
  if (!canBePast(low) || v === 0 || hasKid(tree, v, 'aux', 'mark')) return false
  if (!['acl', 'amod'].includes(rel(tree, v)) || tree.tokens[v]!.deprel === 'acl:relcl') return false
  if (tree.tokens[v + 1] && formAt(tree, v + 1) === 'by') return false
  const before = beforeVerb(tree, v)
  return before >= 0 && (isNominal(tree, before) || tree.tokens[before]!.upos === 'PUNCT')
}

function beforeVerb(tree: Tree, v: number): number {
  let at = v - 1
  while (at >= 0 && tree.tokens[at]!.upos === 'ADV') at--
  return at
}

/** With an object, or of a verb that takes none; other participles may be passives ("The embassy bombed in 1998."). */
const completed = (tree: Tree, v: number): boolean =>
  hasKid(tree, v, 'obj') ||
  besideObject(tree, v) !== undefined ||
  NO_PASSIVE.has(formAt(tree, v)) ||
  (rel(tree, v) === 'amod' && opensObject(tree, v))

/** "the two countries established full *relations*": what is taken for an apposition though no comma parts it from the verb. */
const besideObject = (tree: Tree, v: number): number | undefined =>
  tree.up[v]! < v
    ? kidsBy(tree, tree.up[v]!, 'appos', 'list', 'dep').find(
        (k) => tree.left[k] === endOf(tree, v) + 1 && isNounAt(tree, k),
      )
    : undefined

/** A noun phrase that a participle opens and that is no member of a list. */
const opensObject = (tree: Tree, v: number): boolean =>
  tree.up[v]! > v && ['nmod', 'obl', 'root', 'dep', 'obj', 'appos'].includes(rel(tree, tree.up[v]!))

function rootedAt(tree: Tree, root: number, verb: number): Patch[] {
  const subject = subjectBefore(tree, verb)
  if (subject === undefined) return []
  const noun = tree.up[verb]!
  const object = noun > verb && noun !== subject ? noun : besideObject(tree, verb)
  return [
    { i: verb, head: -1, deprel: 'root', tag: pastOf(tree, verb) },
    ...(root < verb && root !== subject ? [{ i: root, head: verb, deprel: 'obl' }] : []),
    { i: subject, head: verb, deprel: 'nsubj' },
    ...(object === undefined ? [] : [{ i: object, head: verb, deprel: 'obj' }]),
    ...kidsBy(tree, subject, 'nmod', 'obl')
      .filter((k) => k < subject && hasKid(tree, k, 'case') && isCommaAt(tree, endOf(tree, k) + 1))
      .map((i) => ({ i, head: verb, deprel: 'obl' })),
    ...[...new Set([root, subject])].flatMap((host) => moved(tree, host, verb, [verb, subject, object])),
  ]
}

/** What hangs on the old root and belongs with the verb: all beyond it, and marks. */
const moved = (tree: Tree, host: number, verb: number, kept: readonly (number | undefined)[]): Patch[] =>
  tree.kids[host]!.filter((k) => !kept.includes(k) && k > verb !== host > verb && (k > verb || host > verb)).map(
    (i) => ({
      i,
      head: verb,
      deprel: rel(tree, i) === 'nmod' ? 'obl' : tree.tokens[i]!.deprel,
    }),
  )

/** The head of the noun phrase that ends before a verb. */
function subjectBefore(tree: Tree, verb: number): number | undefined {
  let at = beforeVerb(tree, verb)
  while (at >= 0 && tree.tokens[at]!.upos === 'PUNCT') at--
  if (at < 0) return undefined
  while (tree.up[at]! >= 0 && tree.up[at]! < verb && !isLedBy(tree, at)) at = tree.up[at]!
  return isNominal(tree, at) || tree.tokens[at]!.upos === 'ADJ' || tree.tokens[at]!.upos === 'DET' ? at : undefined
}

/** "*In 1979*, the two countries": what hangs on a prepositional phrase after a comma is no part of it. */
const isLedBy = (tree: Tree, i: number): boolean =>
  rel(tree, i) === 'appos' && hasKid(tree, tree.up[i]!, 'case') && isCommaAt(tree, startOf(tree, i) - 1)

/** "and four countries *voted* against it": a verb that takes no object has no passive, so it is finite. */
const intransitiveParticiple: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const { form } = tree.tokens[v]!
    const low = form.toLowerCase()
    if (!['acl', 'amod'].includes(tree.tokens[v]!.deprel) || !NO_PASSIVE.has(low) || hasKid(tree, v, 'aux', 'mark'))
      return []
    const noun = nounBefore(tree, v)
    const place = noun === undefined ? undefined : placeOf(tree, noun)
    if (noun === undefined || !place) return []
    return [
      { i: v, ...place, tag: pastOf(tree, v) },
      { i: noun, head: v, deprel: 'nsubj' },
      ...kidsBy(tree, noun, 'cc').map((i) => ({ i, head: v, deprel: 'cc' })),
    ]
  })

const NO_PASSIVE: ReadonlyMap<string, string> = new Map(
  'abstain vote arrive depart appear disappear remain happen emerge collapse resign'
    .split(' ')
    .map((verb): [string, string] => [verb.endsWith('e') ? `${verb}d` : `${verb}ed`, verb])
    .concat([
      ['travelled', 'travel'],
      ['traveled', 'travel'],
    ]),
)

const pastOf = (tree: Tree, v: number): Patch['tag'] => ({
  ...PAST,
  lemma: NO_PASSIVE.get(formAt(tree, v)) ?? tree.tokens[v]!.lemma,
})

function nounBefore(tree: Tree, v: number): number | undefined {
  let at = beforeVerb(tree, v)
  if (at < 0 || !isNounAt(tree, at)) return undefined
  while (tree.up[at]! >= 0 && tree.up[at]! < v && rel(tree, at) === 'nmod') at = tree.up[at]!
  return at
}

/** Where the clause stands whose subject had been taken for an object: beside the clause before it, or as what was said. */
function placeOf(tree: Tree, noun: number): { head: number; deprel: string } | undefined {
  let host = tree.up[noun]!
  if (host < 0) return undefined
  const verb = tree.tokens[host]!.upos === 'VERB'
  if (rel(tree, noun) === 'obj' && verb && SPEECH.has(lemmaAt(tree, host))) return { head: host, deprel: 'ccomp' }
  if (rel(tree, noun) !== 'conj' || !hasKid(tree, noun, 'cc')) return undefined
  while (host >= 0 && tree.tokens[host]!.upos !== 'VERB') host = tree.up[host]!
  return host < 0 ? undefined : { head: host, deprel: 'conj' }
}

/** "14 members *abstained*": a participle with a subject and no auxiliary is a past tense. */
const subjectedParticiple: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const { xpos, deprel, form } = tree.tokens[v]!
    const low = form.toLowerCase()
    if (!(xpos === 'VBN' && canBePast(low)) && !(xpos === 'JJ' && NO_PASSIVE.has(low))) return []
    if (hasKid(tree, v, 'aux', 'cop')) return []
    const loose = rel(tree, v) === 'advcl' && !kidsBy(tree, v, 'mark').some((k) => formAt(tree, k) !== 'with')
    const subject = tree.kids[v]!.some((k) => tree.tokens[k]!.deprel === 'nsubj' && k < v)
    const place = deprel === 'obl' ? 'advcl' : deprel
    return !subject || loose || rel(tree, v) === 'acl'
      ? []
      : [{ i: v, head: tree.up[v]!, deprel: place, tag: pastOf(tree, v) }]
  })

/** "members *have* embassies": an auxiliary with an object is a verb, and what it leans on its subject. */
const auxiliaryVerb: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const noun = tree.up[v]!
    if (rel(tree, v) !== 'aux' || !hasKid(tree, v, 'obj') || noun < 0 || noun > v || !isNominal(tree, noun)) return []
    if (hasKid(tree, noun, 'nsubj', 'cop') || !isFiniteAt(tree, v)) return []
    return [
      { i: v, head: tree.up[noun]!, deprel: tree.tokens[noun]!.deprel, tag: { upos: 'VERB' } },
      { i: noun, head: v, deprel: 'nsubj' },
      ...tree.kids[noun]!.filter((i) => i > v).map((i) => ({
        i,
        head: v,
        deprel: rel(tree, i) === 'nmod' ? 'obl' : tree.tokens[i]!.deprel,
      })),
    ]
  })

/** "Japan and Germany *support* each other's bids": a noun with an object, in a sentence without a verb, is the verb. */
const objectedNoun: Mend = (tree) => {
  const root = tree.order[0]
  if (root === undefined || !isNominal(tree, root) || hasMainVerb(tree)) return []
  const v = tree.tokens.findIndex((t, i) => t.upos === 'NOUN' && i > root && hasKid(tree, i, 'obj'))
  if (v < 0 || hasKid(tree, v, 'det', 'amod', 'case', 'nmod') || !isUnder(tree, v, root)) return []
  return [
    { i: v, head: -1, deprel: 'root', tag: { ...PRESENT, lemma: formAt(tree, v) } },
    { i: root, head: v, deprel: 'nsubj' },
  ]
}

/** "The king *plans* to visit Rome.": a noun led by another, before an infinitive, in a sentence without a verb. */
const plannedNoun: Mend = (tree) => {
  const root = tree.order[0]
  if (root === undefined || hasMainVerb(tree) || tree.tokens[root]!.xpos !== 'NNS') return []
  const subject = kidsBy(tree, root, 'compound', 'nmod').find((k) => k === root - 1)
  const infinitive = kidsBy(tree, root, 'acl').find((k) => k > root && isInfinitive(tree, k))
  if (subject === undefined || infinitive === undefined || !INFINITIVE_VERBS.has(lemmaAt(tree, root))) return []
  return [
    { i: root, head: -1, deprel: 'root', tag: { ...PRESENT, xpos: 'VBZ' } },
    { i: subject, head: root, deprel: 'nsubj' },
    { i: infinitive, head: root, deprel: 'xcomp' },
    ...tree.kids[root]!.filter((i) => i < subject).map((i) => ({ i, head: subject, deprel: tree.tokens[i]!.deprel })),
  ]
}

/** "The states, with the *exception* of Brazil, supported it": "with" leads no finite verb, so its noun is no subject. */
const withPhrase: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const noun = tree.up[v]!
    const mark = kidsBy(tree, v, 'mark').find((k) => ['with', 'without'].includes(formAt(tree, k)))
    const inner = kidsBy(tree, v, 'nsubj').find((k) => k < v)
    if (mark === undefined || inner === undefined || mark > inner || noun < 0 || noun > mark) return []
    const past = canBePast(formAt(tree, v)) && ['VBD', 'VBN'].includes(tree.tokens[v]!.xpos)
    if (!isNominal(tree, noun) || !isCommaAt(tree, mark - 1) || !isCommaAt(tree, endOf(tree, inner) + 1)) return []
    if (!past && !isFiniteAt(tree, v)) return []
    return [
      { i: v, head: tree.up[noun]!, deprel: tree.tokens[noun]!.deprel, ...(past && { tag: PAST }) },
      { i: noun, head: v, deprel: 'nsubj' },
      { i: inner, head: noun, deprel: 'nmod' },
      { i: mark, head: inner, deprel: 'case' },
    ]
  })

/** "The embassy closed in 1991 *reopened* in 2005": of two verbs that nothing joins, the second leads. */
const secondVerb: Mend = (tree) =>
  tree.order.flatMap((w): Patch[] => {
    const v = tree.up[w]!
    if (v < 0 || w <= v + 1 || !isUnjoined(tree, w)) return []
    const subject = kidsBy(tree, v, 'nsubj').find((k) => endOf(tree, k) === v - 1)
    if (subject === undefined || !['VBD', 'VBN'].includes(tree.tokens[v]!.xpos)) return []
    if (!canBePast(formAt(tree, v))) return []
    if (hasKid(tree, v, 'obj', 'aux', 'mark', 'ccomp') || LINKING.has(lemmaAt(tree, v))) return []
    return [
      { i: w, head: tree.up[v]!, deprel: tree.tokens[v]!.deprel, tag: PAST },
      { i: subject, head: w, deprel: 'nsubj' },
      { i: v, head: subject, deprel: 'acl', tag: PARTICIPLE },
    ]
  })

/** "closed in 1991 *reopened* in 2005": a year right before it, and no agent after it. */
const datedBefore = (tree: Tree, w: number): boolean =>
  /^(1[5-9]|20)\d\d$/.test(tree.tokens[w - 1]!.form) && tree.tokens[w + 1]?.form !== 'by'

/** A second verb without subject, mark, conjunction or comma. */
const isUnjoined = (tree: Tree, w: number): boolean =>
  ['xcomp', 'conj', 'advcl'].includes(rel(tree, w)) &&
  (tree.tokens[w]!.xpos === 'VBD' ||
    (tree.tokens[w]!.xpos === 'VBN' &&
      (rel(tree, w) !== 'advcl' || datedBefore(tree, w)) &&
      canBePast(formAt(tree, w)))) &&
  tree.left[w] === w &&
  tree.tokens[w - 1]!.upos !== 'PUNCT' &&
  !hasKid(tree, w, 'mark', 'aux', 'nsubj', 'case', 'cc')

/** Verbs that a parser has taken for participles, nouns or auxiliaries. */
export const finiteMends: Readonly<Record<string, Mend>> = {
  finiteParticiple,
  intransitiveParticiple,
  subjectedParticiple,
  auxiliaryVerb,
  objectedNoun,
  plannedNoun,
  withPhrase,
  secondVerb,
}
