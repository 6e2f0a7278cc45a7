import type { Token } from '../grammar/types.ts'
import { above, base, type Edits, hasTense, kids, low, NOTHING, NOUNS, PAST_TENSE, type Slip } from './slip.ts'

/** "*Was elected* president of Peru": what has a passive auxiliary is the verb, and the noun after it what it says. */
export const auxiliaried: Slip = (tokens) => {
  for (const v of tokens) {
    const noun = tokens[v.head]
    if (v.deprel !== 'amod' || v.xpos !== 'VBN' || !noun || noun.i < v.i) continue
    const own = kids(tokens, v.i)
    const be = tokens[v.i - 1]
    const copula = be?.deprel === 'cop' && be.head === noun.i && APPOINTING.test(v.form)
    if (!copula && !own.some((k) => base(k) === 'aux' && k.i < v.i)) continue
    const edits: Edits = new Map([
      [v.i, { head: noun.head, deprel: noun.deprel }],
      [noun.i, { head: v.i, deprel: 'xcomp' }],
    ])
    if (copula) edits.set(be.i, { head: v.i, deprel: 'aux:pass' })
    for (const k of own) {
      if (k.i <= noun.i) continue
      const next = k.deprel === 'nmod' && tokens[noun.i + 1]?.head === k.i && low(tokens[noun.i + 1]) === 'of'
      edits.set(k.i, next ? { head: noun.i } : { deprel: k.deprel === 'nmod' ? 'obl' : k.deprel })
    }
    for (const k of kids(tokens, noun.i)) {
      if (k.i === v.i || (k.i > v.i && k.upos !== 'PUNCT' && !['advcl', 'parataxis', 'conj'].includes(base(k))))
        continue
      if (['nsubj', 'mark', 'cc', 'punct', 'advcl', 'advmod', 'aux', 'parataxis', 'conj', 'obl'].includes(base(k)))
        edits.set(k.i, { head: v.i, ...(base(k) === 'nsubj' && { deprel: 'nsubj:pass' }) })
    }
    return edits
  }
  return NOTHING
}

/** "Biden, *elected president* in 2020, visited": a verb of appointing after a comma has its title, and the date. */
export const appointed: Slip = (tokens) => {
  for (const v of tokens) {
    const title = tokens[v.head]
    if (v.deprel !== 'amod' || v.xpos !== 'VBN' || !title || title.i < v.i || base(title) !== 'appos') continue
    if (!APPOINTING.test(v.form) || tokens[v.i - 1]?.form !== ',') continue
    const edits: Edits = new Map<number, Partial<Token>>([
      [v.i, { head: title.head, deprel: 'acl' }],
      [title.i, { head: v.i, deprel: 'xcomp' }],
    ])
    for (const k of [...kids(tokens, title.i), ...kids(tokens, v.i)])
      if (k.i > title.i && ['nmod', 'obl'].includes(base(k)) && isTimeOr(tokens, k))
        edits.set(k.i, { head: v.i, deprel: 'obl' })
    return edits
  }
  return NOTHING
}
const APPOINTING = /^(?:(?:re-?)?elected|(?:re-?)?appointed|named|crowned|declared|proclaimed|sworn)$/i

/** "Voted to *sever* diplomatic ties": a word that is nothing but a verb, after "to" and before its object. */
export const infinitive: Slip = (tokens) => {
  for (const v of tokens) {
    const [to, noun] = [tokens[v.i - 1], tokens[v.head]]
    if (!ONLY_VERBS.test(v.form) || low(to) !== 'to' || !noun) continue
    if (v.upos === 'VERB') {
      // "To close it and to sever *ties*": what follows at once is its object.
      const next = tokens.slice(v.i + 1).find((t) => NOUNS.has(t.upos) && t.deprel !== 'compound')
      const bare = next && tokens.slice(v.i + 1, next.i).every((t) => ['ADJ', 'DET', 'NOUN', 'PROPN'].includes(t.upos))
      if (bare && next.deprel === 'conj' && next.head === v.head && v.deprel === 'conj')
        return new Map([[next.i, { head: v.i, deprel: 'obj' }]])
      continue
    }
    if (noun.i < v.i) continue
    const edits: Edits = new Map<number, Partial<Token>>([
      [v.i, { head: noun.head, deprel: 'xcomp', upos: 'VERB', xpos: 'VB', feats: { VerbForm: 'Inf' } }],
      [to!.i, { head: v.i, deprel: 'mark', upos: 'PART', xpos: 'TO' }],
      [noun.i, { head: v.i, deprel: 'obj' }],
    ])
    return edits
  }
  return NOTHING
}
const ONLY_VERBS = /^(?:sever|re-?establish|restore|ratify|recogni[sz]e|normali[sz]e|renew|rejoin|reopen|expel|annex)$/i

/** "*Although* Quito and Lima established relations sixty years *ago*": a clause with a mark and a subject is no adjective. */
export const marked: Slip = (tokens) => {
  for (const v of tokens) {
    if (v.deprel !== 'amod' || v.upos !== 'VERB' || v.head < v.i) continue
    const own = kids(tokens, v.i)
    if (!own.some((k) => k.deprel === 'mark') || !own.some((k) => base(k) === 'nsubj')) continue
    let host = v.head
    let low = v.i
    while (host >= 0 && tokens[host]!.upos !== 'VERB') {
      low = host
      host = tokens[host]!.head
    }
    const finite = v.xpos === 'VBN' ? { xpos: 'VBD', feats: { Tense: 'Past', VerbForm: 'Fin', Mood: 'Ind' } } : {}
    if (host < 0 || low === v.i) continue
    return new Map<number, Partial<Token>>([
      [v.i, { head: host, deprel: 'advcl', ...finite }],
      [low, { head: v.i }],
    ])
  }
  return NOTHING
}

/** "Norway and Oman *established* relations": between a noun phrase and its object, in a sentence without a verb. */
export const amongNouns: Slip = (tokens) => {
  if (hasMainVerb(tokens)) return NOTHING
  for (const v of tokens) {
    const object = v.deprel === 'amod' ? tokens[v.head] : objectAfter(tokens, v)
    const before = tokens[v.i - 1]
    if (
      !['amod', 'conj', 'acl'].includes(v.deprel) ||
      !['VBN', 'VBD'].includes(v.xpos) ||
      !object ||
      object.i < v.i ||
      !before
    )
      continue
    if (!NOUNS.has(before.upos) || above(tokens, before.i, v.i)) continue
    const subject = topBefore(tokens, v.i)
    if (!subject || subject.i === object.i || !above(tokens, object.i, subject.i)) continue
    if (!['conj', 'appos', 'nmod', 'dep', 'obl', 'parataxis'].includes(base(object))) continue
    const edits: Edits = new Map<number, Partial<Token>>([
      [v.i, { head: subject.head, deprel: subject.deprel, ...PAST_TENSE }],
      [subject.i, { head: v.i, deprel: 'nsubj' }],
      [object.i, { head: v.i, deprel: 'obj' }],
    ])
    for (const k of [...kids(tokens, object.i), ...kids(tokens, subject.i)])
      if (k.i > object.i && !edits.has(k.i) && ['nmod', 'obl', 'punct', 'advmod'].includes(base(k)))
        edits.set(k.i, { head: v.i, ...(k.deprel === 'nmod' && isTimeOr(tokens, k) && { deprel: 'obl' }) })
    for (const k of kids(tokens, object.i))
      if (k.i < v.i && k.deprel === 'cc' && before.head >= 0) edits.set(k.i, { head: before.i })
    return edits
  }
  return NOTHING
}
/** "established *diplomatic relations*": the noun right after a verb that the tree joins to what stands before it. */
const objectAfter = (tokens: readonly Token[], v: Token): Token | undefined => {
  let at = v.i + 1
  while (['ADJ', 'DET'].includes(tokens[at]?.upos ?? '')) at++
  const noun = tokens[at]
  return noun?.upos === 'NOUN' && noun.deprel === 'conj' && noun.head === v.head ? noun : undefined
}
/** "In 2021 *Bhutan* agreed", "lent *Zambia* $3": a name before its verb or before a sum is no part of either. */
export const bareName: Slip = (tokens) => {
  const edits: Edits = new Map()
  for (const n of tokens) {
    const head = tokens[n.head]
    if (n.upos !== 'PROPN' || !head || kids(tokens, n.i).some((k) => k.deprel === 'case')) continue
    const subject = head.upos === 'VERB' && head.i === n.i + 1 && ['obl', 'compound'].includes(n.deprel)
    if (subject && !kids(tokens, head.i).some((k) => base(k) === 'nsubj')) edits.set(n.i, { deprel: 'nsubj' })
    const sum = head.upos === 'SYM' || head.xpos === '$'
    const verb = tokens[n.i - 1]
    if (sum && n.deprel === 'compound' && head.i === n.i + 1 && verb?.upos === 'VERB' && head.head === verb.i)
      edits.set(n.i, { head: verb.i, deprel: 'iobj' })
  }
  return edits
}
const isTimeOr = (tokens: readonly Token[], k: Token): boolean =>
  !kids(tokens, k.i).some((c) => c.deprel === 'case' && ['of', 'between'].includes(low(c)))

/** The topmost noun among the words before `v` that all of the sentence hangs on. */
const topBefore = (tokens: readonly Token[], v: number): Token | undefined => {
  const root = tokens.find((t) => t.head < 0)
  return root && root.i < v && NOUNS.has(root.upos) ? root : undefined
}

const hasMainVerb = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (t) =>
      (t.upos === 'AUX' && !inRelative(tokens, t.i)) ||
      (t.upos === 'VERB' && hasTense(t) && t.deprel !== 'amod' && !inRelative(tokens, t.i)),
  )
const inRelative = (tokens: readonly Token[], i: number): boolean => {
  for (let at = i, n = 0; at >= 0 && n < 60; at = tokens[at]!.head, n++) {
    if (['acl', 'acl:relcl', 'amod'].includes(tokens[at]!.deprel)) return true
    if (tokens[at]!.head >= 0 && kids(tokens, at).some((k) => k.deprel === 'mark')) return true
  }
  return false
}

/** "Two of the ten that abstained *have* ties": after a relative clause, a second finite verb is the sentence's own. */
export const secondFinite: Slip = (tokens) => {
  const root = tokens.find((t) => t.head < 0)
  if (!root || !NOUNS.has(root.upos) || hasMainVerb(tokens)) return NOTHING
  for (const w of tokens) {
    if (w.upos !== 'VERB' || w.i < root.i || !(hasTense(w) || kids(tokens, w.i).some((k) => k.upos === 'AUX'))) continue
    const own = kids(tokens, w.i)
    if (own.some((k) => k.i < w.i && (base(k) === 'nsubj' || ['mark', 'cc'].includes(k.deprel)))) continue
    const v = tokens.find((t) => t.deprel === 'acl:relcl' && t.i < w.i && (t.i === w.head || t.head === w.head))
    if (!v || !kids(tokens, v.i).some((k) => ['WDT', 'WP'].includes(k.xpos))) continue
    if (tokens[w.i - 1]?.form === ',') continue
    const edits: Edits = new Map<number, Partial<Token>>([
      [w.i, { head: -1, deprel: 'root' }],
      [root.i, { head: w.i, deprel: 'nsubj' }],
    ])
    for (const k of kids(tokens, root.i)) if (k.i > w.i) edits.set(k.i, { head: w.i })
    return edits
  }
  return NOTHING
}
