import type { Token } from '../grammar/types.ts'
import { above, base, type Edits, hasTense, kids, leftOf, low, NOTHING, NOUNS, type Slip } from './slip.ts'

/** "…, *Egypt, Greece*, India and Turkey have": names of a list before a verb are all its subjects. */
export const list: Slip = (tokens) => {
  for (const s of tokens) {
    if (base(s) !== 'nsubj' || s.upos !== 'PROPN' || s.head < s.i) continue
    if (!kids(tokens, s.i).some((k) => k.deprel === 'conj' && k.i < s.head)) continue
    const more: Token[] = []
    for (let at = leftOf(tokens, s.i) - 1; tokens[at]?.form === ','; ) {
      const name = headEnding(tokens, at - 1)
      if (!name || !['conj', 'appos'].includes(base(name)) || above(tokens, s.i, name.i)) break
      more.unshift(name)
      at = leftOf(tokens, name.i, ',') - 1
    }
    const first = more[0]
    if (!first) continue
    const edits: Edits = new Map([[first.i, { head: s.head, deprel: s.deprel }]])
    for (const t of [...more.slice(1), s]) edits.set(t.i, { head: first.i, deprel: 'conj' })
    for (const k of kids(tokens, s.i)) if (k.deprel === 'conj') edits.set(k.i, { head: first.i })
    return edits
  }
  return NOTHING
}
/** The name that ends at a token, its head. */
function headEnding(tokens: readonly Token[], i: number): Token | undefined {
  let t = tokens[i]
  while (t && t.upos === 'PROPN' && ['flat', 'compound'].includes(base(t))) t = tokens[t.head]
  return t?.upos === 'PROPN' ? t : undefined
}

/** "ties with Laos – and *Oman is* on the way": a name after "and" and before a finite verb without a subject is its subject. */
export const freshSubject: Slip = (tokens) => {
  for (const n of tokens) {
    if (n.deprel !== 'conj' || !NOUNS.has(n.upos)) continue
    const cc = tokens.find((k) => k.deprel === 'cc' && k.i < n.i && k.i > n.head && above(tokens, k.i, n.i))
    const next = tokens[n.i + 1]
    if (!cc || !next || !hasTense(next) || !['–', '—', ',', ';', '-'].includes(tokens[cc.i - 1]?.form ?? '')) continue
    const verb = next.upos === 'AUX' ? tokens[next.head] : next
    if (!verb || verb.i < next.i || kids(tokens, verb.i).some((k) => base(k) === 'nsubj')) continue
    if (kids(tokens, tokens[n.head]!.i).some((k) => k.deprel === 'conj' && k.i < n.i)) continue
    return new Map<number, Partial<Token>>([
      [n.i, { head: verb.i, deprel: 'nsubj' }],
      [cc.i, { head: verb.i }],
    ])
  }
  return NOTHING
}

/** "*Every member* but Chad voted": who is left out of a class is no subject. */
export const leftOut: Slip = (tokens) => {
  for (const name of tokens) {
    const verb = tokens[name.head]
    const but = tokens[leftOf(tokens, name.i) - 1]
    const cc = kids(tokens, name.i).find((k) => low(k) === 'but' && k.i < name.i) ?? but
    const noun = low(cc) === 'but' ? tokens[cc!.i - 1] : undefined
    if (base(name) !== 'nsubj' || name.upos !== 'PROPN' || noun?.upos !== 'NOUN' || !verb) continue
    if (!kids(tokens, noun.i).some((k) => /^(?:every|all|no|any)$/.test(low(k)))) continue
    return new Map<number, Partial<Token>>([
      [noun.i, { head: verb.i, deprel: name.deprel }],
      [name.i, { head: noun.i, deprel: 'nmod' }],
      [cc!.i, { head: name.i, deprel: 'case', upos: 'ADP', xpos: 'IN' }],
    ])
  }
  return NOTHING
}
