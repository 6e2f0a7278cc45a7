import { createReadStream, existsSync, renameSync, rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { type FlatRow, TABLES } from '../../show/files/index.ts'
import { isNumeric } from '../../show/files/row.ts'
import { chanceryVersion, readerVersion } from '../reader-version.ts'
import { linesSink, written } from './sinks.ts'
import type { State } from './state.ts'
import type { Result, Sink } from './types.ts'

const { columns, rows } = TABLES.claims
/** Rows of one row group, and so in memory. */
const GROUP = 20_000

/**
 * A Parquet file, a row a claim, and a row without one for an article that tells nothing. Rows are gathered in `FILE.rows` as they
 * come, which loses nothing; the file is made of them when a worker ends in good order, and takes the place of the one before.
 */
export function parquetSink(path: string, state: State): Sink {
  const gathered = `${path}.rows`
  const lines = linesSink(gathered, state, lineOf())
  return {
    ...lines,
    async close() {
      await lines.close()
      if (existsSync(gathered)) await write(path, gathered, Number(sizeOf(state, gathered)))
    },
  }
}

const sizeOf = (state: State, path: string) => state.get('SELECT size FROM written WHERE path = ?', path)!.size

function lineOf(): (result: Result) => string {
  const reader = { version: readerVersion() }
  return ({ doc, claims }) => {
    const told = rows(doc, claims, reader)
    return JSON.stringify(
      told.length ? told : [{ document: doc.id, source: doc.source ?? null, written: doc.date ?? null }],
    )
  }
}

/** Makes the file of so many bytes of gathered rows, in bounded memory; it appears under its name when it is whole. */
async function write(path: string, gathered: string, size: number): Promise<void> {
  const partial = `${path}.${process.pid}.partial`
  try {
    const { fileWriter, ParquetWriter } = await import('hyparquet-writer')
    const schema = [
      { name: 'claims', num_children: columns.length },
      ...columns.map((name) => ({ name, repetition_type: 'OPTIONAL' as const, ...kindOf(name) })),
    ]
    const file = written(
      path,
      () => new ParquetWriter({ writer: fileWriter(partial), schema, createdBy: `chancery ${chanceryVersion()}` }),
    )
    for await (const group of groupsOf(gathered, size))
      await file.write({ columnData: columns.map((name) => ({ name, data: group.map((row) => row[name] ?? null) })) })
    await file.finish()
    written(path, () => renameSync(partial, path))
  } finally {
    rmSync(partial, { force: true })
  }
}

const kindOf = (name: string) =>
  isNumeric(name) ? { type: 'DOUBLE' as const } : { type: 'BYTE_ARRAY' as const, converted_type: 'UTF8' as const }

async function* groupsOf(gathered: string, size: number): AsyncGenerator<FlatRow[]> {
  let group: FlatRow[] = []
  if (size === 0) return
  for await (const line of createInterface({ input: createReadStream(gathered, { end: size - 1 }) })) {
    group.push(...(JSON.parse(line) as FlatRow[]))
    if (group.length < GROUP) continue
    yield group
    group = []
  }
  if (group.length) yield group
}
