import { ASKING, LINKING, SPEECH } from './lexicon.ts'
import type { Mend, Patch } from './mend.ts'
import { endOf, isCommaAt, isNounAt, startOf } from './mend-tests.ts'
import { formAt, hasKid, kidsBy, lemmaAt, rel } from './tree.ts'

const PARTICIPLE = { upos: 'VERB', xpos: 'VBN', feats: { Tense: 'Past', VerbForm: 'Part', Voice: 'Pass' } }

/** "called off *the talks*": the noun right after a particle, without preposition, is the object. */
const particleObject: Mend = (tree) =>
  tree.order.flatMap((k): Patch[] => {
    const v = tree.up[k]!
    if (v < 0 || rel(tree, k) !== 'obl' || hasKid(tree, k, 'case') || hasKid(tree, v, 'obj', 'aux')) return []
    const particle = kidsBy(tree, v, 'compound').find((p) => p > v && p === startOf(tree, k) - 1)
    if (particle === undefined || tree.tokens[k]!.deprel !== 'obl' || !isNounAt(tree, k)) return []
    return [{ i: k, head: v, deprel: 'obj' }]
  })

const SPANS =
  /^(?:week|month|year|day|time|hour|minute|moment|morning|evening|night|today|yesterday|tomorrow|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?$/

/** "joins *NATO*", "and discussed *trade*": a noun without preposition right after an active verb that has no object is one. */
const bareObject: Mend = (tree) =>
  tree.order.flatMap((k): Patch[] => {
    const { deprel } = tree.tokens[k]!
    const v = startOf(tree, k) - 1
    const head = tree.up[k]!
    if (!['iobj', 'obl'].includes(deprel) || v < 0 || head < 0 || head > k || !isNounAt(tree, k)) return []
    if (hasKid(tree, k, 'case', 'mark') || SPANS.test(formAt(tree, k)) || hasKid(tree, v, ...COMPLEMENTS)) return []
    if (head !== v && !(tree.up[v] === head && rel(tree, v) === 'conj' && deprel === 'obl')) return []
    if (deprel === 'iobj' && (SPEECH.has(lemmaAt(tree, v)) || ASKING.has(lemmaAt(tree, v)))) return []
    return tree.tokens[v]!.upos === 'VERB' ? [{ i: k, head: v, deprel: 'obj' }] : []
  })
const COMPLEMENTS = ['obj', 'ccomp', 'xcomp', 'aux:pass', 'compound']

/** Verbs that each particle makes a verb with an object of. */
const PARTICLES: Readonly<Record<string, ReadonlySet<string>>> = {
  off: new Set(['break', 'call', 'cut', 'put', 'fend', 'set', 'ward']),
  up: new Set(['set', 'give', 'step', 'take', 'open', 'draw', 'bring', 'build']),
  out: new Set(['carry', 'rule', 'point', 'single', 'work', 'hand']),
  down: new Set(['turn', 'shut', 'shoot', 'bring', 'close']),
  over: new Set(['hand', 'take']),
}

/** "broke *off* relations": a particle right after its verb leads no noun. */
const casedParticle: Mend = (tree) =>
  tree.order.flatMap((p): Patch[] => {
    const noun = tree.up[p]!
    const v = p - 1
    if (tree.tokens[p]!.xpos !== 'RP' || rel(tree, p) !== 'case' || noun < p || tree.up[noun] !== v) return []
    if (tree.tokens[v]?.upos !== 'VERB' || !PARTICLES[formAt(tree, p)]?.has(lemmaAt(tree, v))) return []
    const taken = kidsBy(tree, v, 'obj').some((k) => k !== noun)
    return [
      { i: p, head: v, deprel: 'compound:prt' },
      { i: noun, head: v, deprel: taken ? tree.tokens[noun]!.deprel : 'obj' },
    ]
  })

/** "was appointed *ambassador*": a bare noun after such a passive says what its subject becomes. */
const passiveTitle: Mend = (tree) =>
  tree.order.flatMap((i): Patch[] => {
    const v = tree.up[i]!
    if (v < 0 || v > i || rel(tree, i) !== 'obj' || !LINKING.has(lemmaAt(tree, v))) return []
    if (!kidsBy(tree, v, 'aux').some((k) => tree.tokens[k]!.deprel === 'aux:pass') || hasKid(tree, i, 'det')) return []
    return tree.tokens[i]!.upos === 'NOUN' ? [{ i, head: v, deprel: 'xcomp' }] : []
  })

const PARTICIPLES = new Set(
  'sworn given taken seen chosen driven shown written known drawn torn thrown flown'.split(' '),
)

/** "president *sworn* in": a form that is a participle alone, without auxiliary, is a passive. */
const bareParticiple: Mend = (tree) =>
  tree.order.flatMap((v): Patch[] => {
    if (tree.tokens[v]!.xpos !== 'VBD' || !PARTICIPLES.has(formAt(tree, v)) || hasKid(tree, v, 'aux', 'obj')) return []
    const subject = kidsBy(tree, v, 'nsubj')
    return [
      { i: v, head: tree.up[v]!, deprel: tree.tokens[v]!.deprel, tag: PARTICIPLE },
      ...subject.map((i) => ({ i, head: v, deprel: 'nsubj:pass' })),
    ]
  })

/** Verbs completed by an infinitive without "to". */
const BARE_TAKERS = new Set(
  'let make have help see watch hear feel bid dare need go come get notice observe'.split(' '),
)

/** "to end *support* for it", "condemns Syria *strike*": after other verbs a plain form without "to" is a noun. */
const bareInfinitive: Mend = (tree) =>
  tree.order.flatMap((i): Patch[] => {
    const v = tree.up[i]!
    if (v < 0 || tree.tokens[i]!.xpos !== 'VB' || !['xcomp', 'ccomp'].includes(tree.tokens[i]!.deprel)) return []
    if (tree.tokens[v]!.upos !== 'VERB' || startOf(tree, i) !== v + 1 || BARE_TAKERS.has(lemmaAt(tree, v))) return []
    if (hasKid(tree, v, 'obj', 'iobj') || hasKid(tree, i, 'aux', 'mark', 'obj', 'cop', 'advmod', 'xcomp', 'ccomp'))
      return []
    const subject = kidsBy(tree, i, 'nsubj')
    if (subject.some((k) => tree.tokens[k]!.upos === 'PRON' || hasKid(tree, k, 'det', 'conj'))) return []
    return [
      {
        i,
        head: v,
        deprel: 'obj',
        tag: { upos: 'NOUN', xpos: 'NN', lemma: formAt(tree, i), feats: { Number: 'Sing' } },
      },
      ...subject.map((k) => ({ i: k, head: i, deprel: 'compound' })),
      ...kidsBy(tree, i, 'obl').map((k) => ({ i: k, head: i, deprel: 'nmod' })),
    ]
  })

/** "met Moss in London and *Hale* in Paris": of two phrases with one preposition, a name before the second is a second object. */
const gappedObject: Mend = (tree) =>
  tree.order.flatMap((k): Patch[] => {
    const place = tree.up[k]!
    if (place < 0 || rel(tree, k) !== 'conj' || tree.tokens[k]!.upos !== 'PROPN' || !hasKid(tree, k, 'cc')) return []
    const v = tree.up[place]!
    const lead = kidsBy(tree, place, 'case')[0]
    if (v < 0 || lead === undefined || hasKid(tree, k, 'case') || tree.tokens[v]!.upos !== 'VERB') return []
    const object = kidsBy(tree, v, 'obj').find((o) => o < place && tree.tokens[o]!.upos === 'PROPN')
    const second = [...tree.kids[v]!, ...tree.kids[k]!].find(
      (p) =>
        p > k && startOf(tree, p) > k && kidsBy(tree, p, 'case').some((c) => formAt(tree, c) === formAt(tree, lead)),
    )
    if (object === undefined || second === undefined || tree.tokens[second]!.upos !== 'PROPN') return []
    return [
      { i: k, head: v, deprel: 'conj' },
      { i: second, head: k, deprel: 'orphan' },
    ]
  })

/** "and *eight* against": a number with a preposition that leads nothing is no part of what was voted for. */
const gappedVote: Mend = (tree) =>
  tree.order.flatMap((k): Patch[] => {
    const noun = tree.up[k]!
    if (noun < 0 || rel(tree, k) !== 'conj' || tree.tokens[k]!.xpos !== 'CD' || !hasKid(tree, k, 'cc')) return []
    const v = tree.up[noun]!
    const side = tree.kids[k]!.find((p) => p === k + 1 && ['against', 'for'].includes(formAt(tree, p)))
    if (v < 0 || side === undefined || tree.tokens[v]!.upos !== 'VERB' || tree.kids[side]!.length > 0) return []
    return [
      { i: k, head: v, deprel: 'conj' },
      { i: side, head: k, deprel: 'orphan' },
    ]
  })

/** ", signed in 1978 and *ratified* later,": what is joined to a participle between commas is one too. */
const joinedParticiple: Mend = (tree) =>
  tree.order.flatMap((w): Patch[] => {
    const v = tree.up[w]!
    if (v < 0 || rel(tree, w) !== 'conj' || tree.tokens[w]!.xpos !== 'VBD' || tree.tokens[v]!.xpos !== 'VBN') return []
    if (tree.tokens[v]!.deprel !== 'acl' || hasKid(tree, w, 'nsubj', 'obj', 'aux') || !hasKid(tree, w, 'cc')) return []
    if (!isCommaAt(tree, startOf(tree, v) - 1) || !isCommaAt(tree, endOf(tree, w) + 1)) return []
    return [{ i: w, head: v, deprel: 'conj', tag: PARTICIPLE }]
  })

/** Objects, particles and titles beside a verb that a parser has named wrongly. */
export const takenMends: Readonly<Record<string, Mend>> = {
  casedParticle,
  particleObject,
  bareObject,
  passiveTitle,
  bareInfinitive,
  gappedObject,
  gappedVote,
  joinedParticiple,
  bareParticiple,
}
