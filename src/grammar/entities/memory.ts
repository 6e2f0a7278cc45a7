import { hashText } from '../hash.ts'
import type { Token } from '../types.ts'
import { candidates } from './candidates.ts'
import { type Recalled, see, type WordFacts } from './features.ts'
import { COLUMNS, choiceOf, probabilities, type Table, WIDTH } from './model.ts'

/** Numbers that are kept of a word: one for each column, none first. */
const SIZE = COLUMNS.length
const TYPES = WIDTH - 1
/** Readings of a word less likely than this do not count for the words within. */
const UNLIKELY = 0.1
/** Less than this, over all other sentences, is no evidence. */
const LEAST = 0.3
const scores = new Float64Array(4096)

/** How likely each word of a sentence heads each type of name (or none), and is a part of one, on a first reading. */
interface Reading {
  lower: Int32Array
  head: Float32Array
  part: Float32Array
}

type Sums = Map<number, Float32Array>

/**
 * Reads the sentences of a document once, and says for each of them how the same words were read in the others, and whether they
 * are there written small; `undefined` for sentences without anything that could be a name.
 */
export function recall(
  document: readonly (readonly Token[])[],
  table: Table,
  facts: WordFacts,
): (Recalled | undefined)[] {
  const readings = document.map((tokens) => firstReading(tokens, table, facts))
  const [heads, parts]: [Sums, Sums] = [new Map(), new Map()]
  for (const reading of readings) {
    reading?.lower.forEach((word, i) => {
      add(heads, word, reading.head, i)
      add(parts, word, reading.part, i)
    })
  }
  const small = smallIn(document)
  return readings.map(
    (reading) =>
      reading && {
        head: reading.lower.map((word, i) => codeOf(heads.get(word), reading.head, i)),
        part: reading.lower.map((word, i) => codeOf(parts.get(word), reading.part, i)),
        small: reading.lower.map((word) => small.get(word) ?? 0),
      },
  )
}

/** How often words stand there in small letters, up to twice. */
function smallIn(document: readonly (readonly Token[])[]): Map<number, number> {
  const out = new Map<string, number>()
  for (const tokens of document)
    for (const { form } of tokens) if (form === form.toLowerCase()) out.set(form, Math.min(2, (out.get(form) ?? 0) + 1))
  return new Map([...out].map(([form, n]) => [hashText(form), n]))
}

function add(sums: Sums, word: number, from: Float32Array, i: number): void {
  let sum = sums.get(word)
  for (let k = 0; k < SIZE; k++) {
    const v = from[i * SIZE + k]!
    if (v === 0) continue
    if (!sum) {
      sum = new Float32Array(SIZE)
      sums.set(word, sum)
    }
    sum[k]! += v
  }
}

/** One number: the likeliest reading elsewhere, whether it is clear, and from how much. */
function codeOf(sum: Float32Array | undefined, own: Float32Array, i: number): number {
  if (!sum) return 0
  let [best, most, total] = [0, 0, 0]
  for (let k = 0; k < SIZE; k++) {
    const v = sum[k]! - own[i * SIZE + k]!
    total += v
    if (v > most) [best, most] = [k, v]
  }
  if (total < LEAST) return 0
  return 1 + best * 8 + (most > total * 0.8 ? 4 : 0) + (total < 1.5 ? 0 : total < 3.5 ? 1 : 2)
}

function firstReading(tokens: readonly Token[], table: Table, facts: WordFacts): Reading | undefined {
  const choices = candidates(tokens)
  if (choices.size === 0) return undefined
  const seen = see(tokens, facts)
  const head = new Float32Array(tokens.length * SIZE)
  const part = new Float32Array(tokens.length * SIZE)
  for (const [h, list] of choices) {
    const n = probabilities(table, choiceOf(seen, h, list), scores)
    head[h * SIZE] = scores[0]!
    for (let i = 1; i < n; i++) {
      const p = scores[i]!
      const column = 1 + ((i - 1) % TYPES)
      head[h * SIZE + column]! += p
      if (p < UNLIKELY) continue
      const { first, last } = list[Math.floor((i - 1) / TYPES)]!
      for (let k = first; k <= last; k++) if (k !== h && tokens[k]!.upos === 'PROPN') part[k * SIZE + column]! += p
    }
  }
  return { lower: seen.lower, head, part }
}
