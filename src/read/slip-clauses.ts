import type { Token } from '../grammar/types.ts'
import { base, type Edits, hasTense, kids, low, NOTHING, openingOf, PAST_TENSE, type Slip } from './slip.ts'

/** "States of the United Nations *which voted*", "the first president of Peru *to visit*": a name takes no such clause. */
export const restrictive: Slip = (tokens) => {
  const edits: Edits = new Map()
  for (const v of tokens) {
    const noun = tokens[v.head]
    if (!noun || (noun.upos !== 'PROPN' && noun.xpos !== 'NNPS') || noun.i > v.i) continue
    const first = openingOf(tokens, v.i)
    const infinitive = low(first) === 'to' && ['acl', 'advcl', 'acl:relcl'].includes(v.deprel)
    const relative = v.deprel === 'acl:relcl' && ['which', 'that', 'who'].includes(low(first))
    if (!first || (!infinitive && !relative) || tokens[first.i - 1]?.upos === 'PUNCT') continue
    let at: Token | undefined = noun
    while (at && (at.upos === 'PROPN' || at.xpos === 'NNPS') && ofPhrase(tokens, at)) at = tokens[at.head]
    if (!at || at.i === noun.i || at.upos !== 'NOUN' || (infinitive && !ordinal(tokens, at.i))) continue
    edits.set(v.i, { head: at.i, deprel: infinitive ? 'acl' : v.deprel })
  }
  return edits
}
const ofPhrase = (tokens: readonly Token[], t: Token): boolean =>
  base(t) === 'nmod' && kids(tokens, t.i).some((k) => k.deprel === 'case' && low(k) === 'of')
const ORDINAL = /^(?:first|second|third|fourth|fifth|last|latest|only|sole|next|\d+(?:st|nd|rd|th))$/
const ordinal = (tokens: readonly Token[], i: number): boolean =>
  kids(tokens, i).some((k) => k.i < i && ORDINAL.test(low(k)))

/** "Was the first president of Peru *to visit* Laos": the infinitive tells of the noun that is ranked, not of a purpose. */
export const rankedInfinitive: Slip = (tokens) => {
  const edits: Edits = new Map()
  for (const v of tokens) {
    const noun = tokens[v.head]
    const to = openingOf(tokens, v.i)
    if (!['advcl', 'xcomp', 'obl'].includes(v.deprel) || v.upos !== 'VERB' || low(to) !== 'to' || !noun) continue
    if (noun.i < v.i && noun.upos === 'NOUN' && ordinal(tokens, noun.i) && tokens[to!.i - 1]?.upos !== 'PUNCT')
      edits.set(v.i, { deprel: 'acl' })
  }
  return edits
}

/** "*The rumour that* Lasso visited Oman *spread*": a noun before "that" is no second subject of the verb after it. */
export const contentNoun: Slip = (tokens) => {
  for (const v of tokens) {
    const subjects = v.head < 0 && v.upos === 'VERB' ? kids(tokens, v.i).filter((k) => base(k) === 'nsubj') : []
    const noun = subjects.find((k) => k.upos === 'NOUN' && low(tokens[k.i + 1]) === 'that')
    if (!noun || !subjects.some((k) => k.i > noun.i + 1 && k.i < v.i)) continue
    const object = kids(tokens, v.i).find((k) => base(k) === 'obj' && k.i > v.i)
    const name = object && kids(tokens, object.i).find((k) => k.deprel === 'compound' && k.i === object.i - 1)
    const verb = name?.upos === 'PROPN' && object?.upos === 'NOUN' ? object : undefined
    const edits: Edits = new Map<number, Partial<Token>>([
      [v.i, { head: noun.i, deprel: 'acl' }],
      [noun.i, verb ? { head: verb.i } : { head: -1, deprel: 'root' }],
      [noun.i + 1, { head: v.i, deprel: 'mark', upos: 'SCONJ', xpos: 'IN' }],
    ])
    if (!verb) return edits
    edits.set(verb.i, { head: -1, deprel: 'root', ...PAST_TENSE }).set(name!.i, { head: v.i, deprel: 'obj' })
    for (const k of kids(tokens, v.i)) if (k.i > verb.i) edits.set(k.i, { head: verb.i })
    return edits
  }
  return NOTHING
}

/** "To signal support and *thank* them": what is joined to an infinitive without a subject is one. */
export const joinedInfinitive: Slip = (tokens) => {
  const edits: Edits = new Map()
  for (const v of tokens) {
    const first = tokens[v.head]
    if (v.deprel !== 'conj' || v.xpos !== 'VBP' || first?.xpos !== 'VB' || low(openingOf(tokens, first.i)) !== 'to')
      continue
    if (!kids(tokens, v.i).some((k) => base(k) === 'nsubj' || base(k) === 'aux'))
      edits.set(v.i, { xpos: 'VB', feats: { VerbForm: 'Inf' } })
  }
  return edits
}

/** "*Lasso, who* was elected a year ago, had handled it": a name and its relative pronoun are not both the subject. */
export const twoSubjects: Slip = (tokens) => {
  for (const v of tokens) {
    const own = kids(tokens, v.i)
    const who = own.find((k) => base(k) === 'nsubj' && ['who', 'which'].includes(low(k)) && k.i < v.i)
    const name = who && own.find((k) => base(k) === 'nsubj' && k.i < who.i)
    if (!name || tokens[who.i - 1]?.form !== ',') continue
    const lone = (t: Token): boolean =>
      t.i > v.i && t.upos === 'VERB' && !kids(tokens, t.i).some((k) => base(k) === 'nsubj' || k.deprel === 'cc')
    const main = tokens.find((t) => lone(t) && (hasTense(t) || kids(tokens, t.i).some((k) => base(k) === 'aux')))
    if (!main || !tokens.slice(v.i, main.i).some((t) => t.form === ',')) continue
    const edits: Edits = new Map<number, Partial<Token>>([
      [v.i, { head: name.i, deprel: 'acl:relcl' }],
      [name.i, { head: main.i, deprel: 'nsubj' }],
      [main.i, { head: v.head, deprel: v.deprel }],
    ])
    for (const k of own) if (k.i < name.i) edits.set(k.i, { head: main.i })
    return edits
  }
  return NOTHING
}
