import type { Mend, Patch } from './mend.ts'
import { canBePast, PAST } from './mend-finite.ts'
import { endOf, isCommaAt, isNounAt } from './mend-tests.ts'
import { prepositionOf } from './phrase.ts'
import { formAt, hasKid, isNominal, kidsBy, lemmaAt, rel, type Tree } from './tree.ts'

/** "was given a medal *by* Oman": after the object of a passive without agent, "by" names its agent. */
const passiveAgent: Mend = (tree) =>
  tree.order.flatMap((i): Patch[] => {
    const noun = tree.up[i]!
    if (rel(tree, i) !== 'nmod' || noun < 0 || rel(tree, noun) !== 'obj' || prepositionOf(tree, i) !== 'by') return []
    const verb = tree.up[noun]!
    const kids = verb < 0 ? [] : tree.kids[verb]!.map((k) => tree.tokens[k]!.deprel)
    if (!kids.includes('aux:pass') || kids.includes('obl:agent')) return []
    return [{ i, head: verb, deprel: 'obl:agent' }]
  })

/** "gave *Tonga* new patrol boats": a name before an adjective is no part of the noun; it names who receives. */
const namedRecipient: Mend = (tree) =>
  tree.order.flatMap((i): Patch[] => {
    const noun = tree.up[i]!
    if (tree.tokens[i]!.deprel !== 'compound' || noun < 0 || tree.tokens[i]!.upos !== 'PROPN') return []
    const verb = tree.up[noun]!
    if (verb < 0 || rel(tree, noun) !== 'obj' || tree.right[i] !== i || i !== verb + 1) return []
    const plain = tree.tokens[noun]!.upos === 'NOUN' && ['JJ', 'CD', 'DT'].includes(tree.tokens[i + 1]!.xpos)
    return plain && tree.up[i + 1] === noun && GIVING.has(lemmaAt(tree, verb))
      ? [{ i, head: verb, deprel: 'iobj' }]
      : []
  })

const GIVING = new Set(
  'give grant offer send award sell lend promise tell show owe deny pay hand bring cost allow assign guarantee'.split(
    ' ',
  ),
)

/** "between Kim and *Moon* is planned": of two subjects, the one after "and" joins the noun before the conjunction. */
const joinedSubject: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    const [first, second] = kidsBy(tree, v, 'nsubj').sort((a, b) => a - b)
    if (first === undefined || second === undefined || second > v) return []
    const cc = tree.left[second]! - 1
    const own = tree.left[second]! === second && formAt(tree, second - 1) === 'and' ? second - 1 : cc
    if (own < 1 || formAt(tree, own) !== 'and' || isCommaAt(tree, own - 1) || !isNounAt(tree, own - 1)) return []
    if (tree.up[own] !== v && tree.up[own] !== second) return []
    let noun = own - 1
    while (tree.up[noun]! >= 0 && tree.up[noun]! < own && ['flat', 'compound'].includes(rel(tree, noun)))
      noun = tree.up[noun]!
    return [
      { i: second, head: noun, deprel: 'conj' },
      { i: own, head: second, deprel: 'cc' },
    ]
  })

/** Verbs that take a phrase after their object, with its prepositions. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  impose: ['on', 'upon', 'against'],
  set: ['in', 'on'],
  send: ['to'],
  meet: ['in', 'at'],
  ship: ['to'],
  sell: ['to'],
  grant: ['to'],
  deliver: ['to'],
  extradite: ['to'],
  welcome: ['to', 'in', 'at'],
  receive: ['in', 'at'],
}

/** "imposed sanctions *on Myanmar*": the phrase after an object that the verb calls for. */
const calledPhrase: Mend = (tree) =>
  tree.order.flatMap((i): Patch[] => {
    const verb = overObject(tree, i)
    if (verb === undefined || !TAKES[lemmaAt(tree, verb)]?.includes(prepositionOf(tree, i))) return []
    return [{ i, head: verb, deprel: 'obl' }]
  })

/** The verb whose last object a phrase stands in. */
function overObject(tree: Tree, i: number): number | undefined {
  const noun = tree.up[i]!
  if (rel(tree, i) !== 'nmod' || noun < 0 || noun > i || rel(tree, noun) !== 'obj') return undefined
  const verb = tree.up[noun]!
  return verb >= 0 && verb < noun && tree.tokens[verb]!.upos === 'VERB' && isNominal(tree, i) ? verb : undefined
}

const YEAR = /^(1[5-9]|20)\d\d$/
const BONDS = new Set('relation tie link embassy consulate mission ambassador border'.split(' '))

/** "severed diplomatic ties *in 2017*": ties and embassies have no date, what is done to them has. */
const datedDeed: Mend = (tree) =>
  tree.order.flatMap((i): Patch[] => {
    const verb = overObject(tree, i)
    if (verb === undefined || !YEAR.test(tree.tokens[i]!.form) || prepositionOf(tree, i) !== 'in') return []
    return BONDS.has(lemmaAt(tree, tree.up[i]!)) && !hasKid(tree, i, 'nmod') ? [{ i, head: verb, deprel: 'obl' }] : []
  })

/** "issued a warrant and several states *cut* ties": a participle opens no third member without comma or conjunction. */
const unjoinedMember: Mend = (tree) =>
  tree.order.flatMap((object): Patch[] => {
    const host = tree.up[object]!
    const v = tree.left[object]!
    if (rel(tree, object) !== 'conj' || host < 0 || hasKid(tree, object, 'cc', 'case', 'punct')) return []
    if (tree.tokens[v]!.xpos !== 'VBN' || tree.up[v] !== object || !canBePast(formAt(tree, v))) return []
    const noun = kidsBy(tree, host, 'conj').find((k) => endOf(tree, k) === v - 1 && hasKid(tree, k, 'cc'))
    const verb = rel(tree, host) === 'obj' ? tree.up[host]! : -1
    if (noun === undefined || verb < 0 || tree.tokens[verb]!.upos !== 'VERB') return []
    return [
      { i: v, head: verb, deprel: 'conj', tag: PAST },
      { i: noun, head: v, deprel: 'nsubj' },
      { i: object, head: v, deprel: 'obj' },
      ...kidsBy(tree, noun, 'cc').map((i) => ({ i, head: v, deprel: 'cc' })),
    ]
  })

/** "Countries that had severed *ties* restored them": a finite verb that nothing introduces leads; the noun before it is an object. */
const relativeObject: Mend = (tree) =>
  tree.order.flatMap((main): Patch[] => {
    const inner = tree.up[main]!
    if (tree.tokens[main]!.deprel !== 'advcl' || tree.tokens[main]!.xpos !== 'VBD' || inner < 0) return []
    const noun = tree.up[inner]!
    const object = kidsBy(tree, main, 'nsubj').find((k) => endOf(tree, k) === main - 1 && tree.left[k] === inner + 1)
    if (object === undefined || tree.tokens[inner]!.deprel !== 'acl:relcl' || noun < 0 || tree.up[noun]! >= 0) return []
    if (hasKid(tree, main, 'mark', 'aux') || hasKid(tree, inner, 'obj') || hasKid(tree, noun, 'cop', 'nsubj')) return []
    return [
      { i: main, head: -1, deprel: 'root' },
      { i: noun, head: main, deprel: 'nsubj' },
      { i: object, head: inner, deprel: 'obj' },
    ]
  })

/** "Sudan and South *Sudan*": a name right after a name in a list goes on with it. */
const listedNameEnd: Mend = (tree) =>
  tree.order.flatMap((i): Patch[] => {
    const before = i - 1
    if (before < 0 || tree.tokens[i]!.upos !== 'PROPN' || !['list', 'dep'].includes(rel(tree, i))) return []
    const joined = tree.tokens[before]!.upos === 'PROPN' && rel(tree, before) === 'conj'
    return joined && tree.up[before] === tree.up[i] ? [{ i, head: before, deprel: 'flat' }] : []
  })

/** Phrases and names around an object that a parser has hung too low. */
export const objectMends: Readonly<Record<string, Mend>> = {
  passiveAgent,
  namedRecipient,
  joinedSubject,
  calledPhrase,
  datedDeed,
  unjoinedMember,
  relativeObject,
  listedNameEnd,
}
