import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { clausesOf } from '../../src/grammar/clauses/index.ts'
import type { Sentence, Token } from '../../src/grammar/types.ts'

const RELATIONS =
  `nsubj nsubj:pass nsubj:outer obj iobj obl obl:agent obl:unmarked nmod nmod:poss nmod:desc amod acl acl:relcl
  advcl xcomp ccomp csubj conj cc case mark det advmod aux aux:pass cop appos parataxis flat compound compound:prt fixed
  expl dep punct root`.split(/\s+/)
const FORMS = ['Israel', 'visited', 'to', 'who', 'that', 'and', ',', 'not', 'by', 'plan', 'one', 'first', 'said', 'be']
const XPOS = ['NNP', 'VBN', 'VBG', 'VBD', 'VB', 'IN', 'WDT', 'CC', 'NN', 'JJ', ',', 'RB']
const UPOS = ['NOUN', 'PROPN', 'VERB', 'AUX', 'ADJ', 'ADV', 'ADP', 'PRON', 'PUNCT', 'CCONJ']

const token = fc.record({
  form: fc.constantFrom(...FORMS),
  upos: fc.constantFrom(...UPOS),
  xpos: fc.constantFrom(...XPOS),
  head: fc.integer({ min: -2, max: 14 }),
  deprel: fc.constantFrom(...RELATIONS),
})

const sentenceFrom = (drawn: readonly Omit<Token, 'i' | 'start' | 'end' | 'lemma' | 'feats'>[]): Sentence => {
  const tokens = drawn.map((t, i) => ({
    ...t,
    i,
    lemma: t.form,
    feats: {},
    start: i * 10,
    end: i * 10 + t.form.length,
  }))
  return { tokens, start: 0, end: tokens.at(-1)?.end ?? 0 }
}

test('any labels and any heads, loops and strays too, give clauses with sound spans and links', () => {
  fc.assert(
    fc.property(fc.array(token, { maxLength: 14 }), (drawn) => {
      const sentence = sentenceFrom(drawn)
      const clauses = clausesOf(sentence)
      for (const [id, c] of clauses.entries()) {
        assert.equal(c.id, id)
        assert.ok(c.span.start >= sentence.start && c.span.end <= sentence.end && c.span.start < c.span.end)
        for (const k of c.complements) assert.equal(clauses[k]!.governor, id)
        const everyone = [...c.subjects, ...c.objects, ...c.recipients, ...c.possessors, ...c.obliques.map((o) => o.np)]
        for (const p of everyone) assert.ok(p.tokens.includes(p.head) && p.span.start < p.span.end)
      }
    }),
    { numRuns: 6000 },
  )
})

test('a chain of ten thousand words is read without a deep call stack', () => {
  const chain = Array.from({ length: 10_000 }, (_, i) => ({
    form: 'said',
    upos: 'VERB',
    xpos: 'VBD',
    head: i - 1,
    deprel: i === 0 ? 'root' : 'ccomp',
  }))
  assert.equal(clausesOf(sentenceFrom(chain)).length, 10_000)
})
