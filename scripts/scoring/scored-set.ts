import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { read, toRow } from '../../src/read/index.ts'

/** A row of a gold file or of a reader, as the codebook has it. */
export interface Row {
  start: number
  end: number
  quote: string
  kind: string
  roles: Record<string, string | string[]>
  is?: string
  count?: unknown
  when?: string
  modality?: string
  voice?: string
  speaker?: string
}

/** One article of a scored set. */
export interface Scored {
  name: string
  date?: string
  text: string
  gold: readonly Row[]
}

const lines = (file: string): string[] => readFileSync(file, 'utf8').split('\n').filter(Boolean)

/** Where scored sets lie: `$CHANCERY_SHARED/reading/dev` unless a folder is named. */
export const setFolder = (named: string | undefined): string =>
  resolve(named ?? join(process.env.CHANCERY_SHARED ?? '../shared', 'reading/dev'))

/** The articles of a folder of NAME.txt, NAME.gold.jsonl and a manifest that gives each its date. */
export function scoredSet(folder: string): Scored[] {
  const manifest = join(folder, 'manifest.tsv')
  const dates = new Map(existsSync(manifest) ? lines(manifest).map((l) => l.split('\t') as [string, string]) : [])
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt') && existsSync(join(folder, file.replace(/\.txt$/, '.gold.jsonl'))))
    .map((file) => {
      const name = basename(file, '.txt')
      const date = dates.get(name)
      const gold = lines(join(folder, `${name}.gold.jsonl`)).map((l) => JSON.parse(l) as Row)
      return { name, text: readFileSync(join(folder, file), 'utf8'), gold, ...(date && { date }) }
    })
}

export const docOf = ({ name, text, date }: Scored) => ({ id: `doc:${name}`, text, ...(date && { date }) })
export const rowsOf = (article: Scored): Row[] => read(docOf(article)).claims.map((c) => toRow(c) as unknown as Row)

/** Writes NAME.jsonl for each article, as the scorer wants it. */
export function writeRows(set: readonly Scored[], out = join(tmpdir(), 'chancery-scored')): string {
  mkdirSync(out, { recursive: true })
  for (const article of set) {
    const rows = rowsOf(article).map((row) => `${JSON.stringify(row)}\n`)
    writeFileSync(join(out, `${article.name}.jsonl`), rows.join(''))
  }
  return out
}
