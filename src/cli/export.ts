import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import type { Claim, Document } from '../model/claim.ts'
import { ChanceryError } from '../model/error.ts'
import { readerVersion } from '../run/reader-version.ts'
import { csvHead, csvLine, type FlatRow, parquetOf, TABLES } from '../show/files/index.ts'
import { jsonOf, note, printRaw } from './output.ts'

export const FILE_FORMATS = ['csv', 'jsonl', 'parquet'] as const
export type FileFormat = (typeof FILE_FORMATS)[number]
export type TableName = keyof typeof TABLES
export const TABLE_NAMES = Object.keys(TABLES) as TableName[]

/** Takes the claims of one document after another; `end` completes the file. */
export interface Export {
  add(doc: Document, claims: readonly Claim[]): Promise<void>
  end(): Promise<void>
}

/**
 * Opens an export to a file or, for text formats, to standard output. A file appears under its name when it is whole: a run
 * that is broken off leaves none. Parquet holds all rows in memory until the end.
 */
export async function openExport(format: FileFormat, table: TableName, out: string | undefined): Promise<Export> {
  if (format === 'parquet' && out === undefined)
    throw new ChanceryError(
      'incorrect',
      '--format',
      'a Parquet file is no text for a terminal: name it with --out FILE',
    )
  const sink = out === undefined ? standardOutput : fileSink(out)
  const reader = { version: readerVersion() }
  const { columns, rows } = TABLES[table]
  if (format === 'csv') await sink.write(csvHead(columns))
  const kept: FlatRow[] = []
  let n = 0
  return {
    async add(doc, claims) {
      const found = rows(doc, claims, reader)
      n += found.length
      if (format === 'parquet') return void kept.push(...found)
      for (const row of found) await sink.write(format === 'csv' ? csvLine(columns, row) : `${jsonOf(row)}\n`)
    },
    async end() {
      if (format === 'parquet') await sink.write(await parquetOf(columns, kept))
      sink.close()
      if (out !== undefined) note(`${out}: ${n} rows`)
    },
  }
}

interface Sink {
  write(data: string | Uint8Array): Promise<void>
  close(): void
}

const standardOutput: Sink = { write: (data) => printRaw(String(data)), close: () => {} }

function fileSink(path: string): Sink {
  const partial = `${path}.partial`
  const file = guarded(path, () => openSync(partial, 'w'))
  process.once('exit', () => rmSync(partial, { force: true }))
  return {
    write: async (data) => {
      const bytes = typeof data === 'string' ? Buffer.from(data) : data
      for (let done = 0; done < bytes.length; ) done += guarded(path, () => writeSync(file, bytes, done))
    },
    close: () =>
      guarded(path, () => {
        closeSync(file)
        renameSync(partial, path)
      }),
  }
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new ChanceryError('fault', path, `${path} cannot be written, ${(error as Error).message}: name another file`)
  }
}
