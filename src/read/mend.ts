import type { Sentence, Token } from '../grammar/types.ts'

/**
 * Slips of a parser on short statements, mended before clauses are read: a past tense taken for an adjective ("Cuba and
 * Haiti *severed* relations") or for a participle ("Ten countries *abstained* on …"), a question's verb taken for a noun.
 * Only a sentence without a finite verb is touched, and only for verbs of the frames.
 */
export function mend(
  raw: Sentence,
  past: ReadonlyMap<string, string>,
  forms: ReadonlyMap<string, string> = past,
): Sentence {
  const sentence = withLemmas(raw, forms)
  const { tokens } = sentence
  const root = tokens.find((t) => t.head < 0)
  if (!root || tokens.length > 60) return sentence
  return (
    questioned(sentence, root) ??
    (hasFinite(tokens) ? sentence : (adjective(sentence, root, past) ?? participle(sentence, root, past) ?? sentence))
  )
}

/** "Underscored" is of "underscore": a form of a known verb has that verb's lemma. */
function withLemmas(sentence: Sentence, forms: ReadonlyMap<string, string>): Sentence {
  const lemma = (t: Token): string | undefined => (t.upos === 'VERB' ? forms.get(t.form.toLowerCase()) : undefined)
  if (!sentence.tokens.some((t) => (lemma(t) ?? t.lemma) !== t.lemma)) return sentence
  return { ...sentence, tokens: sentence.tokens.map((t) => ({ ...t, lemma: lemma(t) ?? t.lemma })) }
}

const kids = (tokens: readonly Token[], i: number): Token[] => tokens.filter((t) => t.head === i)
const hasFinite = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (t) =>
      t.upos === 'AUX' ||
      (t.upos === 'VERB' && ['VBD', 'VBZ', 'VBP'].includes(t.xpos) && !['acl', 'amod', 'acl:relcl'].includes(t.deprel)),
  )

const change = (sentence: Sentence, edits: ReadonlyMap<number, Partial<Token>>): Sentence => ({
  ...sentence,
  tokens: sentence.tokens.map((t) => ({ ...t, ...edits.get(t.i) })),
})
const asVerb = (lemma: string): Partial<Token> => ({
  lemma,
  upos: 'VERB',
  xpos: 'VBD',
  head: -1,
  deprel: 'root',
  feats: { Tense: 'Past', VerbForm: 'Fin', Mood: 'Ind' },
})

/** "A and B *severed* relations": the adjective is the verb, its noun the object, the noun's subjects the verb's. */
function adjective(sentence: Sentence, root: Token, past: ReadonlyMap<string, string>): Sentence | undefined {
  const { tokens } = sentence
  const verb = kids(tokens, root.i).find((t) => t.deprel === 'amod' && t.i < root.i && past.has(t.form.toLowerCase()))
  const owner = kids(tokens, root.i).find(
    (t) => ['nsubj', 'compound', 'nmod'].includes(t.deprel) && verb && t.i < verb.i,
  )
  if (!verb || !owner) return undefined
  const edits = new Map<number, Partial<Token>>([
    [verb.i, asVerb(past.get(verb.form.toLowerCase())!)],
    [root.i, { head: verb.i, deprel: 'obj' }],
    [owner.i, { head: verb.i, deprel: 'nsubj' }],
  ])
  for (const t of kids(tokens, root.i)) {
    if (t.i > root.i && (t.deprel === 'nmod' || t.deprel === 'obl')) edits.set(t.i, { head: verb.i, deprel: 'obl' })
    if (t.upos === 'PUNCT') edits.set(t.i, { head: verb.i })
  }
  return change(sentence, edits)
}

const INTRANSITIVE = new Set(['abstain', 'vote', 'arrive', 'travel'])
/** "Ten countries *abstained* on it": the participle is the verb, its noun the subject. */
function participle(sentence: Sentence, root: Token, past: ReadonlyMap<string, string>): Sentence | undefined {
  const { tokens } = sentence
  const verb = kids(tokens, root.i).find((t) => t.deprel === 'acl' && t.i > root.i && past.has(t.form.toLowerCase()))
  const lemma = verb && past.get(verb.form.toLowerCase())!
  if (!verb || !lemma) return undefined
  const object = kids(tokens, verb.i).some((t) => t.deprel === 'obj')
  if (!object && !INTRANSITIVE.has(lemma)) return undefined
  return change(
    sentence,
    new Map<number, Partial<Token>>([
      [verb.i, asVerb(lemma)],
      [root.i, { head: verb.i, deprel: 'nsubj' }],
    ]),
  )
}

/** "Did Chad *vote* for …?" */
function questioned(sentence: Sentence, root: Token): Sentence | undefined {
  const { tokens } = sentence
  const aux = tokens[0]
  if (!aux || !/^(?:did|does|do)$/i.test(aux.form) || aux.head !== root.i || root.upos !== 'NOUN') return undefined
  const subject = kids(tokens, root.i).find((t) => t.deprel === 'compound')
  if (!subject) return undefined
  return change(
    sentence,
    new Map<number, Partial<Token>>([
      [root.i, { upos: 'VERB', xpos: 'VB' }],
      [subject.i, { deprel: 'nsubj' }],
    ]),
  )
}
