import type { NameHit } from '../atlas/types.ts'
import { scanBodies } from './bodies.ts'
import type { Mention } from './mention.ts'
import type { Persons } from './persons.ts'
import { scanNames, scanSurnames, scanTitles, startScan } from './scan.ts'

export interface Mentions {
  /** In text order. */
  all: readonly Mention[]
  persons: Persons
}

/** Every name in the text and what it stands for; `hits` are the atlas's. */
export function mentionsIn(text: string, hits: readonly NameHit[]): Mentions {
  const scan = startScan(text, hits)
  scanTitles(scan)
  scanNames(scan)
  scanSurnames(scan)
  scanBodies(scan)
  return { all: scan.mentions.toSorted((a, b) => a.start - b.start || b.end - a.end), persons: scan.persons }
}
