import { isTime } from './arguments.ts'
import type { Mend, Patch } from './mend.ts'
import { endOf, isCommaAt, startOf } from './mend-tests.ts'
import { formAt, hasKid, isNominal, kidsBy, rel } from './tree.ts'

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
    ...tree.kids[root]!.filter((k) => k > v || rel(tree, k) === 'advmod').map((i) => ({
      i,
      head: v,
      deprel: tree.tokens[i]!.deprel,
    })),
  ]
}

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

/** "*The two ministers*, Moss and Dahl, met": a noun without a preposition before a name set off by commas is the subject. */
const interruptedSubject: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const name = kidsBy(tree, v, 'nsubj').find((k) => k < v)
    if (name === undefined || tree.tokens[name]!.upos !== 'PROPN' || !isCommaAt(tree, v - 1)) return []
    const noun = kidsBy(tree, v, 'obl', 'nmod', 'dep').find((k) => k < name && isCommaAt(tree, endOf(tree, k) + 1))
    if (noun === undefined || tree.tokens[noun]!.upos !== 'NOUN' || hasKid(tree, noun, 'case', 'mark')) return []
    if (endOf(tree, noun) + 2 !== startOf(tree, name) || isTime(tree, noun)) return []
    return [
      { i: noun, head: v, deprel: tree.tokens[name]!.deprel },
      { i: name, head: noun, deprel: 'appos' },
    ]
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

/** Subjects of which a parser has made two, or none. */
export const partedMends: Readonly<Record<string, Mend>> = {
  joinedToVerb,
  namedSubject,
  interruptedSubject,
  partedAgent,
  openingNoun,
}
