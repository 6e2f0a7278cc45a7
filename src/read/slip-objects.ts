import type { Token } from '../grammar/types.ts'
import { base, type Edits, kids, low, NOTHING, type Slip } from './slip.ts'

/** Acts as gerunds, with the verb of each. */
const ACTS = new Map(
  `voting:vote imposing:impose lifting:lift condemning:condemn supporting:support signing:sign opposing:oppose recognising:recognise
  recognizing:recognize denouncing:denounce welcoming:welcome expelling:expel adopting:adopt rejecting:reject banning:ban severing:sever
  establishing:establish restoring:restore suspending:suspend`
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
)
const GERUND = { upos: 'VERB', xpos: 'VBG', feats: { VerbForm: 'Ger' } }

/** "Alone in *voting* against it": what has a mark as a verb has is one. */
export const markedGerund: Slip = (tokens) => {
  const noun = tokens.find(
    (t) => t.upos === 'NOUN' && ACTS.has(low(t)) && kids(tokens, t.i).some((k) => k.deprel === 'mark'),
  )
  return noun ? new Map([[noun.i, { ...GERUND, lemma: ACTS.get(low(noun))!, deprel: 'advcl' }]]) : NOTHING
}

/** "Joined Chad in *imposing* sanctions": an act whose object is no noun that it describes. */
export const actOfObject: Slip = (tokens) => {
  for (const v of tokens) {
    const noun = tokens[v.head]
    const before = tokens[v.i - 1]
    if (v.deprel !== 'amod' || !ACTS.has(low(v)) || !noun || noun.i < v.i) continue
    if (before?.deprel !== 'case' || before.head !== noun.i || noun.head < 0) continue
    return new Map<number, Partial<Token>>([
      [v.i, { ...GERUND, lemma: ACTS.get(low(v))!, head: noun.head, deprel: 'advcl' }],
      [noun.i, { head: v.i, deprel: 'obj' }],
      [before.i, { head: v.i, deprel: 'mark' }],
    ])
  }
  return NOTHING
}

/** "Looks forward to *welcoming* President Ruiz": what follows is an act with its object, not a time. */
export const forwardTo: Slip = (tokens) => {
  for (const v of tokens) {
    const [look, forward, to] = [tokens[v.i - 3], tokens[v.i - 2], tokens[v.i - 1]]
    if (!/ing$/.test(v.form) || low(to) !== 'to' || low(forward) !== 'forward' || look?.lemma !== 'look') continue
    const noun = tokens[v.head]
    if (!noun || noun.i < v.i || noun.head !== look.i || !['amod', 'compound', 'nmod:desc'].includes(v.deprel)) continue
    const edits: Edits = new Map<number, Partial<Token>>([
      [v.i, { ...GERUND, lemma: low(v).replace(/ing$/, ''), head: look.i, deprel: 'advcl' }],
      [noun.i, { head: v.i, deprel: 'obj' }],
    ])
    if (to!.head === noun.i || to!.head === v.i) edits.set(to!.i, { head: v.i, deprel: 'mark' })
    return edits
  }
  return NOTHING
}

/** "Togo *faces* sanctions": a root with a subject before it and an object behind it is no noun. */
export const rootWithObject: Slip = (tokens) => {
  const root = tokens.find((t) => t.head < 0)
  if (root?.upos !== 'NOUN' || !/s$/i.test(root.form)) return NOTHING
  const own = kids(tokens, root.i)
  const subject = own.some((k) => base(k) === 'nsubj' && k.i < root.i)
  const object = own.some((k) => base(k) === 'obj' && k.i > root.i)
  if (!subject || !object || own.some((k) => base(k) === 'cop' || base(k) === 'det')) return NOTHING
  const finite = {
    upos: 'VERB',
    xpos: 'VBZ',
    feats: { Tense: 'Pres', VerbForm: 'Fin', Mood: 'Ind', Number: 'Sing', Person: '3' },
  }
  return new Map([[root.i, { ...finite, lemma: low(root).replace(/s$/, '') }]])
}

const MAKING = new Set(['make', 'declare', 'render', 'consider', 'deem', 'leave', 'find'])
/** "Makes officials *ineligible* for visas": an adjective behind the object is what it is made. */
export const madeSo: Slip = (tokens) => {
  for (const t of tokens) {
    const noun = tokens[t.head]
    const verb = noun && tokens[noun.head]
    if (t.upos !== 'ADJ' || t.deprel !== 'amod' || !verb || t.i !== noun.i + 1) continue
    if (base(noun) === 'obj' && MAKING.has(verb.lemma)) return new Map([[t.i, { head: verb.i, deprel: 'xcomp' }]])
  }
  return NOTHING
}

/** "Has taken in *refugees*", "recognised *Togo*": a noun behind a verb without an object, with nothing that would make it an adjunct. */
export const bareObject: Slip = (tokens) => {
  for (const t of tokens) {
    const verb = tokens[t.head]
    if (verb?.upos !== 'VERB' || t.i < verb.i) continue
    const own = kids(tokens, verb.i)
    if (own.some((k) => ['obj', 'xcomp', 'ccomp'].includes(base(k)) || k.deprel === 'nsubj:pass')) continue
    const particle = own.some((k) => k.deprel === 'compound:prt' && k.i < t.i)
    const counted =
      t.upos === 'NOUN' && t.deprel === 'obl' && particle && !kids(tokens, t.i).some((k) => base(k) === 'case')
    const named = t.upos === 'PROPN' && t.deprel === 'advmod' && t.i === verb.i + 1
    if (counted || named) return new Map([[t.i, { deprel: 'obj' }]])
  }
  return NOTHING
}

/** "Voted with *Chile* 62 percent of the time": a name behind its own preposition is no part of a measure. */
export const beforePercent: Slip = (tokens): Edits => {
  for (const t of tokens) {
    const measure = tokens[t.head]
    const before = tokens[t.i - 1]
    if (t.upos !== 'PROPN' || t.deprel !== 'compound' || !measure || !/^(?:percent|%|per)$/.test(low(measure))) continue
    if (before?.upos === 'ADP' && before.head === t.i && measure.head >= 0)
      return new Map([[t.i, { head: measure.head, deprel: 'obl' }]])
  }
  return NOTHING
}
