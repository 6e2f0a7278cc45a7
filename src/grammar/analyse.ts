import { readFileSync } from 'node:fs'
import { COLUMNS, type ConlluSentence, wordRows, writeFeats } from './conllu.ts'
import { Engine } from './engine.ts'
import { LONGEST } from './reader.ts'
import { sentences } from './sentences.ts'
import type { Piece } from './tokenise.ts'
import type { Sentence, Token } from './types.ts'
import { openWeights } from './weights.ts'

let engine: Engine | undefined

/** The English engine, its weights read on first use. */
function english(): Engine {
  engine ??= new Engine(openWeights(readFileSync(new URL('./en/weights.bin', import.meta.url))))
  return engine
}

/** Reads a text into sentences, each with its tree. Offsets are UTF-16 on the text as given. */
export function analyse(text: string): Sentence[] {
  return sentences(text).map((run) => sentenceOf(run.words))
}

/** Reads one sentence whose words are given; offsets are as if they were written with single spaces between. */
export function analyseTokens(forms: readonly string[]): Sentence {
  let at = 0
  const words = forms.map((form) => {
    const start = at
    at += form.length + 1
    return { form, start, end: start + form.length }
  })
  return sentenceOf(words)
}

function sentenceOf(words: readonly Piece[]): Sentence {
  const span = { start: words[0]?.start ?? 0, end: words[words.length - 1]?.end ?? 0 }
  const pieces = piecesOf(words)
  const tokens: Token[] = []
  let root = -1
  for (const piece of pieces) {
    const base = tokens.length
    for (const token of read(piece, base)) tokens.push(token)
    let own = base
    while (tokens[own]!.head >= 0) own++
    if (root < 0) root = own
    else tokens[own] = { ...tokens[own]!, head: root, deprel: 'parataxis' }
  }
  return pieces.length > 1 ? { ...span, tokens, pieces: pieces.length } : { ...span, tokens }
}

const BREAKS = new Set([';', ':', '.', '!', '?', '\u2014', '--', ','])

/** Cuts a long sentence after a mark in the second half of each piece, or where it is full. */
function piecesOf(words: readonly Piece[]): (readonly Piece[])[] {
  if (words.length <= LONGEST) return words.length > 0 ? [words] : []
  const out: (readonly Piece[])[] = []
  for (let from = 0; from < words.length; ) {
    let to = Math.min(words.length, from + LONGEST)
    if (to < words.length)
      for (let k = to; k > from + LONGEST / 2; k--)
        if (BREAKS.has(words[k - 1]!.form)) {
          to = k
          break
        }
    out.push(words.slice(from, to))
    from = to
  }
  return out
}

function read(words: readonly Piece[], base: number): Token[] {
  const a = english().read(words.map((w) => w.form))
  return words.map((w, i) => ({
    i: base + i,
    start: w.start,
    end: w.end,
    form: w.form,
    lemma: a.lemmas[i]!,
    upos: a.upos[i]!,
    xpos: a.xpos[i]!,
    feats: a.feats[i]!,
    head: a.head[i]! < 0 ? -1 : base + a.head[i]!,
    deprel: a.deprel[i]!,
  }))
}

/** Reads the words of a CoNLL-U sentence anew: tags, features, heads and relations are our own, all else stays. */
export function annotate(sentence: ConlluSentence): ConlluSentence {
  const rows = wordRows(sentence)
  const { tokens } = analyseTokens(rows.map((row) => row[COLUMNS.form]!))
  const own = new Map(rows.map((row, i) => [row, annotatedRow(row, tokens[i]!, rows)]))
  return { comments: sentence.comments, rows: sentence.rows.map((row) => own.get(row) ?? row) }
}

function annotatedRow(row: readonly string[], token: Token, rows: readonly string[][]): string[] {
  const [id, form, , , , , , , , misc] = row as string[]
  const head = token.head < 0 ? '0' : rows[token.head]![0]!
  const feats = writeFeats(token.feats)
  return [id!, form!, token.lemma, token.upos, token.xpos, feats, head, token.deprel, '_', misc!]
}
