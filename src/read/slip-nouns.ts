import type { Token } from '../grammar/types.ts'
import { base, type Edits, kids, low, NOTHING, type Slip } from './slip.ts'

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
    if (v.xpos !== 'VBN' || !noun || !SIDES.test(low(noun)) || noun.head !== v.i || base(noun) !== 'obj') continue
    if (be?.head !== v.i || be.deprel !== 'aux:pass') continue
    const edits: Edits = new Map<number, Partial<Token>>([
      [noun.i, { head: v.head, deprel: v.deprel }],
      [v.i, { head: noun.i, deprel: 'amod', upos: 'ADJ', xpos: 'JJ' }],
      [be.i, { head: noun.i, deprel: 'cop' }],
    ])
    for (const k of kids(tokens, v.i))
      if (!edits.has(k.i)) edits.set(k.i, { head: noun.i, ...(k.deprel === 'nsubj:pass' && { deprel: 'nsubj' }) })
    return edits
  }
  return NOTHING
}
