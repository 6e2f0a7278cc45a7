import { hashText } from '../../hash.ts'
import { LISTS } from './lists-table.ts'

/** The lists' names by the hash of their lower-cased words with single spaces between, one bit for each list. */
export function listBits(): Map<number, number> {
  const out = new Map<number, number>()
  Object.values(LISTS).forEach((names, bit) => {
    for (const name of names.split(',')) {
      const hash = hashText(name.trim())
      out.set(hash, (out.get(hash) ?? 0) | (1 << bit))
    }
  })
  return out
}
