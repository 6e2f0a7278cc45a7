import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { addSentence, emptyScore } from '../../src/grammar/evaluate.ts'
import { analyse, analyseTokens, type Sentence } from '../../src/grammar/index.ts'
import { goldText, readGold, treebankFolder } from '../../src/grammar/train/corpus.ts'

/** One root, no cycle, every head in the sentence, offsets that hold their forms. */
function assertTree(text: string, { tokens, start, end }: Sentence): void {
  assert.equal(tokens.filter((t) => t.head === -1).length, 1)
  assert.equal(tokens[0]!.start, start)
  assert.equal(tokens.at(-1)!.end, end)
  const depth = new Map<number, boolean>()
  for (const token of tokens) {
    assert.equal(text.slice(token.start, token.end), token.form)
    assert.equal(tokens[token.i], token)
    assert.equal(token.deprel === 'root', token.head === -1)
    assert.ok(token.lemma.length > 0 && token.upos.length > 0 && token.xpos.length > 0)
    const path: number[] = []
    for (let at = token.i; at >= 0 && !depth.has(at); at = tokens[at]!.head) {
      path.push(at)
      assert.ok(path.length <= tokens.length, 'a cycle')
    }
    for (const i of path) depth.set(i, true)
  }
}

const TREES: [text: string, arcs: string][] = [
  ['President Dahl visited Norway on Wednesday.', 'visited>Dahl:nsubj visited>Norway:obj visited>Wednesday:obl'],
  ['The treaty was signed by both ministers.', 'signed>treaty:nsubj:pass signed>ministers:obl:agent'],
  [
    'Egypt, Greece and India have established relations with Kenya.',
    'Egypt>Greece:conj Egypt>India:conj established>relations:obj',
  ],
  [
    'The minister who signed the treaty has resigned.',
    'minister>signed:acl:relcl signed>who:nsubj resigned>minister:nsubj',
  ],
]

test('trees of plain sentences', () => {
  for (const [text, arcs] of TREES) {
    const [sentence] = analyse(text)
    const own = new Set(
      sentence!.tokens.flatMap((t) => (t.head < 0 ? [] : [`${sentence!.tokens[t.head]!.form}>${t.form}:${t.deprel}`])),
    )
    for (const arc of arcs.split(' ')) assert.ok(own.has(arc), `${arc} in ${[...own].join(' ')}`)
  }
})

test('lemmas and features', () => {
  const [s] = analyse('The ministers were invited and she has visited us twice.')
  const of = (form: string) => s!.tokens.find((t) => t.form === form)!
  assert.equal(of('ministers').lemma, 'minister')
  assert.equal(of('were').lemma, 'be')
  assert.equal(of('visited').lemma, 'visit')
  assert.equal(of('ministers').feats.Number, 'Plur')
  assert.equal(of('invited').feats.Voice, 'Pass')
  assert.equal(of('were').feats.Tense, 'Past')
})

const piece = fc.oneof(
  fc.constantFrom(
    ' ',
    ' ',
    '\u00a0',
    '\u200b',
    '\u200f',
    '\r\n',
    '\n\n',
    '\ufeff',
    '\ud83d',
    '\udc00',
    '👩‍🚀',
    'שלום',
    '東京',
    '‮',
  ),
  fc.constantFrom(
    'the',
    'Dahl',
    'visited',
    '.',
    ',',
    '"',
    '(',
    ')',
    "don't",
    'U.S.',
    '—',
    '!',
    'and',
    '3.5',
    'to',
    'which',
  ),
  fc.string({ unit: 'binary', maxLength: 5 }),
)

test('every sentence of any text is a tree with true offsets', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (parts) => {
      const text = parts.join('')
      for (const sentence of analyse(text)) assertTree(text, sentence)
    }),
  )
})

const HOSTILE: [what: string, text: string][] = [
  ['nothing', ''],
  ['spaces', ' \u200b\ufeff\r\n\t '],
  ['a megabyte without a space', 'a'.repeat(1_000_000)],
  ['half a megabyte of hyphens and letters', 'a-'.repeat(250_000)],
  ['stops', 'a.'.repeat(100_000)],
  ['apostrophes', "a'".repeat(100_000)],
  ['brackets', '('.repeat(100_000)],
  ['closed brackets', `${'('.repeat(20_000)}a${')'.repeat(20_000)}`],
  ['quotes', '" '.repeat(50_000)],
  ['a long line', 'the envoy and '.repeat(34_000)],
  ['at signs', 'a@b.'.repeat(50_000)],
  ['digits', '1,'.repeat(100_000)],
]

test('hostile texts are read whole', () => {
  for (const [what, text] of HOSTILE) {
    for (const sentence of analyse(text)) assertTree(text, sentence)
    assert.ok(true, what)
  }
})

test('a sentence that is too long is read in pieces and says so', () => {
  const [s] = analyse(`${'the envoy came and '.repeat(300)}left.`)
  assert.equal(s!.tokens.length, 1202)
  assert.ok(s!.pieces! >= 4)
  assert.equal(analyse('It is short.')[0]!.pieces, undefined)
})

for (const [set, floor] of [
  ['en_ewt-test', 80],
  ['en_gum-test', 80],
] as const)
  test(`labelled attachment on ${set} is at least ${floor}`, (t) => {
    const file = join(treebankFolder(), `${set}.conllu`)
    if (!existsSync(file)) return t.skip(`${file} is not there`)
    const gold = readGold(file)
    const score = emptyScore()
    goldText(gold).sentences.forEach((s, i) => {
      addSentence(score, s, analyseTokens(gold[i]!.forms).tokens)
    })
    assert.ok((100 * score.arcs) / score.words >= floor, `${score.arcs} of ${score.words}`)
  })
