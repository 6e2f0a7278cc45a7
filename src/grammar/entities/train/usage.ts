import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { analyse } from '../../analyse.ts'
import { hashText } from '../../hash.ts'
import type { WordFacts } from '../features.ts'
import { COLUMNS, type Table } from '../model.ts'
import { namesIn } from '../recognise.ts'

/** Longer sentences of raw text are lists and tables. In words. */
const LONGEST = 200
const LEAST = 2
const NONE = 0

/** Counts by reading: none, then the types in the order of the columns. */
type Counts = Float64Array

/** How raw news (JSON Lines, gzip, a `text` each) uses words that may head a name, by a first model; empty without the file. */
export function usageIn(file: string, table: Table, facts: WordFacts): Map<number, number> {
  if (!existsSync(file)) return new Map()
  const heads = new Map<number, Counts>()
  const parts = new Map<number, Counts>()
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
    if (line === '') continue
    for (const { tokens } of analyse((JSON.parse(line) as { text: string }).text)) {
      if (tokens.length > LONGEST) continue
      const named = new Set<number>()
      for (const { first, last, head, type } of namesIn(tokens, table, facts)) {
        const column = COLUMNS.indexOf(type)
        named.add(head)
        count(heads, tokens[head]!.form, column)
        for (let i = first; i <= last; i++)
          if (i !== head && tokens[i]!.upos === 'PROPN') count(parts, tokens[i]!.form, column)
      }
      for (const { upos, form, i } of tokens) if (upos === 'PROPN' && !named.has(i)) count(heads, form, NONE)
    }
  }
  return coded(heads, parts)
}

function count(into: Map<number, Counts>, form: string, column: number): void {
  const hash = hashText(form.toLowerCase())
  let counts = into.get(hash)
  if (!counts) {
    counts = new Float64Array(COLUMNS.length)
    into.set(hash, counts)
  }
  counts[column]!++
}

/** One number a word: what it mostly heads, how often and how surely, and what it is mostly a part of. */
function coded(heads: ReadonlyMap<number, Counts>, parts: ReadonlyMap<number, Counts>): Map<number, number> {
  const out = new Map<number, number>()
  for (const hash of new Set([...heads.keys(), ...parts.keys()])) {
    const [head, part] = [heads.get(hash), parts.get(hash)]
    const code =
      (head && total(head) >= LEAST ? headCode(head) : 0) + (part && total(part) >= LEAST ? partCode(part) : 0)
    if (code > 0) out.set(hash, code)
  }
  return out
}

const total = (counts: Counts): number => counts.reduce((a, b) => a + b, 0)
const mostOf = (counts: Counts): number => counts.indexOf(Math.max(...counts))

function headCode(counts: Counts): number {
  const most = mostOf(counts)
  const n = total(counts)
  return 1 + most * 8 + (n >= 10 ? 4 : n >= 4 ? 2 : 0) + (counts[most]! > n * 0.7 ? 1 : 0)
}

const partCode = (counts: Counts): number => (1 + mostOf(counts)) * 64
