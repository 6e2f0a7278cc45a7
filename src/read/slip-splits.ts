import type { Token } from '../grammar/types.ts'
import { above, base, type Edits, kids, leftOf, low, NOTHING, NOUNS, PAST_TENSE, type Slip } from './slip.ts'

const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/
const YEAR = /^[12]\d{3}$/
const COUNTER = new Set(['NUM', 'DET', 'PRON', 'PROPN', 'ADJ', 'NOUN'])

/** "*In October 2014* three countries abstained": a date that opens a clause is no part of the name or count after it. */
export const datePhrase: Slip = (tokens) => {
  const edits: Edits = new Map()
  for (const year of tokens) {
    const month = tokens[year.i - 1]
    const dated = month && MONTH.test(month.form) ? month : undefined
    const first = dated ?? year
    const noun = tokens[year.head]
    const before = tokens[first.i - 1]
    if (!YEAR.test(year.form) || before?.upos !== 'ADP' || !noun || noun.i <= year.i || !NOUNS.has(noun.upos)) continue
    const next = tokens[year.i + 1]
    if (!next || !COUNTER.has(next.upos) || !['compound', 'nummod', 'nmod'].includes(base(year))) continue
    if (!['NUM', 'DET', 'PRON'].includes(next.upos) && !dated) continue
    let top: Token | undefined = noun
    while (top && NOUNS.has(top.upos) && top.head >= 0 && base(top) !== 'nsubj' && base(top) !== 'obj')
      top = tokens[top.head]
    const verb = top && NOUNS.has(top.upos) ? tokens[top.head] : top
    if (!verb || !['VERB', 'AUX', 'ADJ'].includes(verb.upos)) continue
    edits.set(first.i, { head: verb.i, deprel: 'obl' }).set(before.i, { head: first.i, deprel: 'case' })
    if (dated) edits.set(year.i, { head: first.i, deprel: 'nmod:unmarked' })
    for (const k of tokens)
      if (k.head === year.i && k.i > year.i && k.i < noun.i) edits.set(k.i, { head: noun.i, deprel: 'nummod' })
  }
  return edits
}

/** "*71 countries abstained* and four voted against": two subjects joined by "and" belong to two verbs. */
export const twoVerbs: Slip = (tokens) => {
  for (const verb of tokens) {
    if (verb.upos !== 'VERB') continue
    const subjects = kids(tokens, verb.i).filter((k) => base(k) === 'nsubj' && k.i < verb.i)
    const [one, two] = subjects
    if (!one || !two || subjects.length !== 2) continue
    const cc = tokens.find((k) => k.deprel === 'cc' && k.i > one.i && k.i < two.i && k.i === leftOf(tokens, two.i) - 1)
    const inner = kids(tokens, one.i).find((k) => base(k) === 'acl' && k.i === one.i + 1 && /^VB[ND]$/.test(k.xpos))
    const joined = cc ?? kids(tokens, two.i).find((k) => k.deprel === 'cc' && k.i < two.i)
    if (!joined || joined.i < one.i || !inner) continue
    const edits: Edits = new Map<number, Partial<Token>>([
      [inner.i, { head: verb.head, deprel: verb.deprel, ...PAST_TENSE }],
      [one.i, { head: inner.i, deprel: 'nsubj' }],
      [verb.i, { head: inner.i, deprel: 'conj' }],
      [joined.i, { head: verb.i, deprel: 'cc' }],
    ])
    for (const k of kids(tokens, verb.i)) if (k.i < one.i && k.i !== one.i) edits.set(k.i, { head: inner.i })
    return edits
  }
  return NOTHING
}

/** "…, and *Machado*, the president, had visited Peru": a joined verb without subject or conjunction takes the name before. */
export const ownSubject: Slip = (tokens) => {
  for (const verb of tokens) {
    if (verb.deprel !== 'conj' || verb.upos !== 'VERB') continue
    const own = kids(tokens, verb.i)
    if (own.some((k) => base(k) === 'nsubj' || k.deprel === 'cc')) continue
    const start = leftOf(tokens, verb.i, ';')
    const name = tokens.find(
      (n) =>
        n.deprel === 'conj' &&
        NOUNS.has(n.upos) &&
        n.i > verb.head &&
        n.i < start &&
        rightOf(tokens, n.i) === start - 1,
    )
    const cc = name && kids(tokens, name.i).find((k) => k.deprel === 'cc' && k.i < name.i)
    if (!cc || low(cc) !== 'and' || ![',', ';', '–', '—'].includes(tokens[cc.i - 1]?.form ?? '')) continue
    if (!tokens.slice(name.i, start + 1).some((t) => t.form === ',')) continue
    return new Map<number, Partial<Token>>([
      [name.i, { head: verb.i, deprel: 'nsubj' }],
      [cc.i, { head: verb.i }],
    ])
  }
  return NOTHING
}
/** The last token of what hangs on a token. */
function rightOf(tokens: readonly Token[], i: number): number {
  let end = i
  for (const t of tokens) if (t.i > end && above(tokens, t.i, i)) end = t.i
  return end
}

/** "before *Olaf Scholz*": two bare names in a row with one place in the clause are one name. */
export const flatName: Slip = (tokens) => {
  const edits: Edits = new Map()
  for (const t of tokens) {
    const first = tokens[t.i - 1]
    if (t.upos !== 'PROPN' || first?.upos !== 'PROPN' || base(t) !== base(first) || t.head !== first.head) continue
    if (!['obl', 'obj', 'nsubj', 'nmod'].includes(base(t)) || kids(tokens, t.i).some((k) => k.i < t.i)) continue
    edits.set(t.i, { head: first.i, deprel: 'flat' })
  }
  return edits
}
