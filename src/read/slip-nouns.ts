import type { Token } from '../grammar/types.ts'
import { above, base, type Edits, kids, low, NOTHING, type Slip } from './slip.ts'

/** "*The founding* of the republic": a gerund with a determiner and an "of" phrase is a noun. */
export const gerundNoun: Slip = (tokens) => {
  const edits: Edits = new Map()
  for (const v of tokens) {
    if (v.xpos !== 'VBG' || low(tokens[v.i + 1]) !== 'of') continue
    let from = v.i - 1
    while (from >= 0 && ['ADJ', 'NOUN', 'PROPN'].includes(tokens[from]!.upos)) from--
    const opens = tokens[from]?.upos === 'DET' || tokens[from]?.xpos === 'PRP$' || tokens[from]?.xpos === 'POS'
    if (opens && (from === v.i - 1 || tokens[v.i - 1]!.upos === 'ADJ'))
      edits.set(v.i, { upos: 'NOUN', xpos: 'NN', feats: { Number: 'Sing' } })
  }
  return edits
}

/** "*Under Secretary* Ana Ruiz will": the first word of a title is no preposition. */
export const underSecretary: Slip = (tokens) => {
  for (const t of tokens) {
    const next = tokens[t.i + 1]
    const noun = tokens[t.head]
    if (t.deprel !== 'case' || t.form !== 'Under' || next?.form !== 'Secretary' || !noun || noun.i < t.i) continue
    const edits: Edits = new Map([[t.i, { head: next.i, deprel: 'compound', upos: 'PROPN', xpos: 'NNP' }]])
    const verb = tokens[noun.head]
    const free = verb && verb.i > noun.i && !kids(tokens, verb.i).some((k) => base(k) === 'nsubj')
    if (free && base(noun) === 'obl') {
      const passive = kids(tokens, verb.i).some((k) => k.deprel === 'aux:pass')
      edits.set(noun.i, { deprel: passive ? 'nsubj:pass' : 'nsubj' })
    }
    return edits
  }
  return NOTHING
}

const SIDES = /^(?:partners?|all(?:y|ies)|friends?|neighbou?rs?|democrac(?:y|ies)|members?|rivals?|enem(?:y|ies))$/

/** "Chile and Peru are *committed partners*": a bare noun right after a passive participle is what they are. */
export const participleNoun: Slip = (tokens) => {
  for (const v of tokens) {
    const noun = tokens[v.i + 1]
    const be = tokens[v.i - 1]
    if (v.xpos !== 'VBN' || !noun || be?.head !== v.i || be.deprel !== 'aux:pass') continue
    const taken = SIDES.test(low(noun)) && noun.head === v.i && base(noun) === 'obj'
    // A word before a noun has neither subject nor auxiliary.
    const within = v.head === noun.i && v.deprel === 'amod'
    if (!taken && !within) continue
    const edits: Edits = new Map<number, Partial<Token>>([
      ...(taken ? [[noun.i, { head: v.head, deprel: v.deprel }] as const] : []),
      [v.i, { head: noun.i, deprel: 'amod', upos: 'ADJ', xpos: 'JJ' }],
      [be.i, { head: noun.i, deprel: 'cop' }],
    ])
    for (const k of kids(tokens, v.i))
      if (!edits.has(k.i)) edits.set(k.i, { head: noun.i, ...(k.deprel === 'nsubj:pass' && { deprel: 'nsubj' }) })
    return edits
  }
  return NOTHING
}

const CONVENING = /^(?:hold|conduct|have|begin|start|launch|convene|sign|make|issue|continue)$/
/** "Hold *restricted and* expanded talks": a participle joined to the other words before the object describes it. */
export const joinedParticiple: Slip = (tokens) => {
  for (const v of tokens) {
    const verb = tokens[v.head]
    if (v.xpos !== 'VBN' || v.deprel !== 'xcomp' || !verb || !CONVENING.test(verb.lemma)) continue
    const noun = kids(tokens, v.i).find((k) => base(k) === 'obj' && k.i > v.i)
    if (!noun || low(tokens[v.i + 1]) !== 'and' || kids(tokens, noun.i).some((k) => k.deprel === 'det')) continue
    const within = tokens.slice(v.i + 2, noun.i)
    if (within.some((t) => ['VERB', 'ADP', 'AUX'].includes(t.upos) && t.xpos !== 'VBN')) continue
    return new Map<number, Partial<Token>>([
      [v.i, { head: noun.i, deprel: 'amod', upos: 'ADJ', xpos: 'JJ' }],
      [noun.i, { head: verb.i, deprel: 'obj' }],
    ])
  }
  return NOTHING
}

/** "Is a force for stability in the region and *partner* of Japan": a second thing that the subject is. */
export const alsoSide: Slip = (tokens) => {
  const root = tokens.find((t) => t.head < 0)
  if (root?.upos !== 'NOUN' || !kids(tokens, root.i).some((k) => k.deprel === 'cop')) return NOTHING
  for (const t of tokens) {
    if (t.i < root.i + 3 || !SIDES.test(low(t)) || !['of', 'to'].includes(sideOf(tokens, t.i))) continue
    let k = t.i - 1
    while (k > root.i && ['ADJ', 'ADV', 'NOUN', 'DET'].includes(tokens[k]!.upos) && base(tokens[k]!) !== 'cop') k--
    if (low(tokens[k]) !== 'and' || tokens.slice(root.i, t.i).some((x) => x.upos === 'VERB' || x.form === ',')) continue
    if (above(tokens, t.i, root.i) && base(t) === 'conj' && t.head === root.i) continue
    return new Map<number, Partial<Token>>([
      [t.i, { head: root.i, deprel: 'conj' }],
      [k, { head: t.i, deprel: 'cc' }],
    ])
  }
  return NOTHING
}
/** The word after "partner" or "partner and ally". */
const sideOf = (tokens: readonly Token[], i: number): string =>
  low(tokens[i + 1]) === 'and' && SIDES.test(low(tokens[i + 2])) ? low(tokens[i + 3]) : low(tokens[i + 1])

const SUM = /^(?:[$€£¥]|US\$|millions?|billions?|trillions?)$/i

/** "Announced *more than $6 million* in new assistance": a sum with no preposition, right after a verb that has no object, is its object. */
export const sumObject: Slip = (tokens) => {
  const edits: Edits = new Map()
  for (const sum of tokens) {
    const verb = tokens[sum.head]
    if (!SUM.test(sum.form) || base(sum) !== 'obl' || !verb || verb.i > sum.i || verb.upos !== 'VERB') continue
    const there = kids(tokens, sum.i)
    if (there.some((k) => base(k) === 'case')) continue
    const rest = kids(tokens, verb.i)
    const first = Math.min(sum.i, ...there.map((k) => k.i))
    if (first !== verb.i + 1 || rest.some((k) => base(k) === 'obj' || k.deprel.endsWith(':pass'))) continue
    edits.set(sum.i, { deprel: 'obj' })
    const last = Math.max(sum.i, ...there.map((k) => k.i))
    const of = rest.find((k) => base(k) === 'obl' && k.i > last && kids(tokens, k.i).some((c) => c.i === last + 1))
    if (of && /^(?:in|of)$/.test(low(tokens[last + 1]))) edits.set(of.i, { head: sum.i, deprel: 'nmod' })
  }
  return edits
}

/** "A *consulate general* in Lagos": the post, not the general. */
export const consulateGeneral: Slip = (tokens) => {
  const edits: Edits = new Map()
  for (const t of tokens) {
    const general = tokens[t.i + 1]
    if (low(t) !== 'consulate' || low(general) !== 'general' || !general) continue
    const place = t.head === general.i ? { head: general.head, deprel: general.deprel } : {}
    edits.set(t.i, { ...place, upos: 'NOUN', xpos: 'NN', lemma: 'consulate' })
    for (const k of kids(tokens, general.i)) if (k.i !== t.i) edits.set(k.i, { head: t.i, ...nominal(k) })
    edits.set(general.i, { head: t.i, deprel: 'amod', upos: 'ADJ', xpos: 'JJ' })
  }
  return edits
}
const nominal = (t: Token): Partial<Token> => (base(t) === 'obl' ? { deprel: 'nmod' } : {})

const HOLDING = /^(?:sitting|serving|reigning|incumbent)$/
/** "No *sitting* US president visited": a word on the holder of an office is no verb. */
export const sittingHolder: Slip = (tokens) => {
  for (const v of tokens) {
    if (!HOLDING.test(low(v)) || v.upos !== 'VERB') continue
    let at = v.i + 1
    while (/^(?:PROPN|ADJ)$/.test(tokens[at]?.upos ?? '') && tokens[at + 1] && at < v.i + 5) at++
    const noun = tokens[at]
    const before = tokens[v.i - 1]
    if (noun?.upos !== 'NOUN' || (before && !/^(?:DET|NUM|ADJ|PRON|ADP|PUNCT)$/.test(before.upos))) continue
    const under = noun.head === v.i
    if (under && v.head === v.i) continue
    const deprel = under ? v.deprel.replace(/^csubj/, 'nsubj') : noun.deprel
    const edits: Edits = new Map<number, Partial<Token>>([
      [noun.i, { head: under ? v.head : noun.head, deprel }],
      [v.i, { head: noun.i, deprel: 'amod', upos: 'ADJ', xpos: 'JJ' }],
    ])
    for (const k of kids(tokens, v.i)) {
      if (k.i === noun.i || k.i > noun.i) continue
      const own = k.upos === 'NUM' ? 'nummod' : k.upos === 'DET' ? 'det' : k.deprel
      edits.set(k.i, { head: noun.i, deprel: own })
    }
    return edits
  }
  return NOTHING
}
