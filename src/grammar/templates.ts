import { mix } from './hash.ts'

/** Conjunctions of atomic values, compiled to index tuples: the whole of a model's view of a situation. */
export interface Templates {
  count: number
  /** Writes the hash of every conjunction of `atoms` to `out`. */
  fill(atoms: Int32Array, out: Int32Array): void
}

const WIDTH = 4

/**
 * `names` lists the atoms in their order in the array; `conjunctions` is text with one conjunction per word, its atoms
 * joined by `*` (`s0t*b0t*b1t`), at most four.
 */
export function templates(names: readonly string[], conjunctions: string): Templates {
  const words = conjunctions.trim().split(/\s+/)
  const table = new Uint8Array(words.length * WIDTH).fill(names.length)
  words.forEach((word, row) => {
    if (word.split('*').length > WIDTH) throw new RangeError(`more than ${WIDTH} atoms: ${word}`)
    word.split('*').forEach((name, i) => {
      table[row * WIDTH + i] = indexOf(names, name)
    })
  })
  return {
    count: words.length,
    fill: (atoms, out) => fill(table, words.length, names.length, atoms, out),
  }
}

function indexOf(names: readonly string[], name: string): number {
  const at = names.indexOf(name)
  if (at < 0) throw new RangeError(`no such atom: ${name}`)
  return at
}

function fill(table: Uint8Array, rows: number, none: number, atoms: Int32Array, out: Int32Array): void {
  for (let row = 0, at = 0; row < rows; row++, at += WIDTH) {
    let h = mix(0x51ed27, row + 1)
    for (let i = at; i < at + WIDTH && table[i] !== none; i++) h = mix(h, atoms[table[i]!]!)
    h = Math.imul(h ^ (h >>> 13), 0x85ebca6b)
    h ^= h >>> 16
    out[row] = h === 0 ? 1 : h
  }
}
