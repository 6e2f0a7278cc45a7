import { createHash } from 'node:crypto'
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { ChanceryError } from '../model/error.ts'
import { citationFile } from '../show/files/citation.ts'
import { type PanelAbout, panelCodebook, panelPackage, type Sum } from '../show/files/panel.ts'
import { PANEL_COLUMNS } from '../show/files/panel-columns.table.ts'
import type { FlatRow } from '../show/files/row.ts'
import { csvHead, csvLine } from '../show/files/table.ts'
import type { Panel } from './panel.ts'
import { chanceryVersion, readerVersion } from './reader-version.ts'

const NAMES = PANEL_COLUMNS.map((c) => c.name)

export interface PanelFilesOptions {
  of: string
  knownOn?: string
  /** Hears of each year that is done. */
  heard?: (year: number, rows: number) => void
}

/**
 * Writes a panel into a folder, year by year in bounded memory: `panel.csv`, `panel.parquet`, `codebook.md`, `datapackage.json`,
 * `CITATION.cff` and `SHA256SUMS`. The same panel gives the same bytes. Files appear under their names when all are whole.
 */
export async function panelFiles(
  panel: Panel,
  folder: string,
  options: PanelFilesOptions,
): Promise<{ rows: number; files: Sum[] }> {
  const at = (name: string) => join(folder, `${name}.partial`)
  try {
    mkdirSync(folder, { recursive: true })
    const rows = await writeTables(panel, at, options)
    const sums = ['panel.csv', 'panel.parquet'].map((name) => sumOf(at(name), name))
    const version = chanceryVersion()
    const about: PanelAbout = {
      of: options.of,
      from: panel.from,
      to: panel.to,
      rows,
      reader: readerVersion(),
      version,
      sources: panel.sources,
      ...(options.knownOn && { knownOn: options.knownOn }),
    }
    const title = `Relations between states, by pair and year: ${options.of}, ${panel.from}–${panel.to}`
    const papers = {
      'codebook.md': panelCodebook(about),
      'datapackage.json': panelPackage(about, sums),
      'CITATION.cff': citationFile({ title, version, sha256: sums[0]!.sha256, sources: panel.sources }),
    }
    for (const [name, text] of Object.entries(papers)) writeFileSync(at(name), text)
    const files = [...sums, ...Object.keys(papers).map((name) => sumOf(at(name), name))]
    writeFileSync(at('SHA256SUMS'), files.map((f) => `${f.sha256}  ${f.name}\n`).join(''))
    for (const name of [...files.map((f) => f.name), 'SHA256SUMS']) renameSync(at(name), join(folder, name))
    return { rows, files }
  } catch (error) {
    removePartial(at)
    if (error instanceof ChanceryError) throw error
    const { code, message } = error as NodeJS.ErrnoException
    if (!code?.startsWith('E')) throw error
    throw new ChanceryError('fault', folder, `${folder} cannot be written, ${message}: name another folder with -o`)
  }
}

const PAPERS = ['panel.csv', 'panel.parquet', 'codebook.md', 'datapackage.json', 'CITATION.cff', 'SHA256SUMS']
function removePartial(at: (name: string) => string): void {
  try {
    for (const name of PAPERS) rmSync(at(name), { force: true })
  } catch {
    // The folder itself is none: what failed is told already.
  }
}

async function writeTables(panel: Panel, at: (name: string) => string, { heard }: PanelFilesOptions): Promise<number> {
  const parquet = await parquetFile(at('panel.parquet'))
  const csv = openSync(at('panel.csv'), 'w')
  let total = 0
  try {
    put(csv, csvHead(NAMES))
    for (const { year, rows } of panel.years()) {
      put(csv, rows.map((row) => csvLine(NAMES, row)).join(''))
      await parquet.add(rows)
      total += rows.length
      heard?.(year, total)
      // Lets a signal through between years.
      await new Promise((resolve) => setImmediate(resolve))
    }
    await parquet.end()
  } finally {
    closeSync(csv)
  }
  return total
}

function put(file: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
}

const KINDS = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
} as const

/** Rows kept in memory before they are written as a row group. */
const ROWS_HELD = 20_000

/** A Parquet file to which years are added as row groups. */
async function parquetFile(
  path: string,
): Promise<{ add(rows: readonly FlatRow[]): Promise<void>; end(): Promise<void> }> {
  const { fileWriter, ParquetWriter } = await import('hyparquet-writer')
  const schema = [
    { name: 'panel', num_children: PANEL_COLUMNS.length },
    ...PANEL_COLUMNS.map((c) => ({ name: c.name, repetition_type: 'OPTIONAL' as const, ...KINDS[c.type] })),
  ]
  const file = new ParquetWriter({ writer: fileWriter(path), schema, createdBy: `chancery ${chanceryVersion()}` })
  let held: FlatRow[] = []
  const flush = async () => {
    const rows = held
    held = []
    if (!rows.length) return
    const value = (c: (typeof PANEL_COLUMNS)[number], row: FlatRow) =>
      c.type === 'boolean' ? row[c.name] === 'true' : (row[c.name] ?? null)
    const columnData = PANEL_COLUMNS.map((c) => ({ name: c.name, data: rows.map((row) => value(c, row)) }))
    await file.write({ columnData })
  }
  return {
    async add(rows) {
      held.push(...rows)
      if (held.length >= ROWS_HELD) await flush()
    },
    async end() {
      await flush()
      file.finish()
    },
  }
}

/** Sums read in one piece: a panel of all states and years is some hundred megabytes at most. */
function sumOf(path: string, name: string): Sum {
  const hash = createHash('sha256')
  hash.update(readFileSync(path))
  return { name, bytes: statSync(path).size, sha256: hash.digest('hex') }
}
