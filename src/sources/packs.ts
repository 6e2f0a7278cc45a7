import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type NewCoverage, Source } from '../model/coverage.ts'
import { ChanceryError } from '../model/error.ts'
import type { NewFact } from '../model/fact.ts'
import { KIND_NAMES, type Kind } from '../model/kinds/index.ts'
import { coverageOfRow } from './coverage-row.ts'
import { columnsOf, factOfRow } from './fact-row.ts'
import { type NamedEntity, nameOfRow } from './names-row.ts'
import { type Row, readTable } from './table.ts'

const Resource = z.object({
  name: z.string().min(1),
  /** Within the pack's folder. */
  path: z.string().regex(/^[\w-][\w.-]*\.csv$/, { error: 'not the name of a CSV file beside datapackage.json' }),
  kind: z.enum([...KIND_NAMES, 'coverage', 'names']),
})

/** A pack's description, `datapackage.json` (Frictionless), with the sources that its rows cite. */
const DataPackage = z.object({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, { error: 'not a name: write lower-case letters, digits and hyphens' }),
  title: z.string(),
  version: z.string(),
  created: z.string(),
  licenses: z.array(z.object({ name: z.string() })).min(1),
  sources: z.array(Source).min(1),
  resources: z.array(Resource).min(1),
})
export type PackDescription = z.infer<typeof DataPackage>

/** What a pack tells. */
export interface Pack {
  description: PackDescription
  sources: Source[]
  facts: NewFact[]
  coverage: NewCoverage[]
  names: NamedEntity[]
}

/**
 * Reads a pack folder. Throws `not-found` for a missing file and `incorrect` for content that breaks the format, naming file,
 * line and column.
 */
export function readPack(folder: string): Pack {
  const description = readDescription(join(folder, 'datapackage.json'))
  const pack: Pack = { description, sources: description.sources, facts: [], coverage: [], names: [] }
  const sources = new Set(description.sources.map((source) => source.id))
  for (const resource of description.resources) readResource(pack, join(folder, resource.path), resource.kind, sources)
  return pack
}

function readResource(pack: Pack, file: string, kind: Kind | 'coverage' | 'names', sources: ReadonlySet<string>): void {
  const table = (columns: readonly string[]): Row[] => readTable(file, readText(file), columns)
  if (kind === 'names') pack.names.push(...table(['id', 'label', 'aliases', 'day']).map(nameOfRow))
  else if (kind === 'coverage') pack.coverage.push(...table(COVERAGE_COLUMNS).map((row) => coverageOfRow(row, sources)))
  else pack.facts.push(...table(columnsOf(kind)).map((row) => factOfRow(row, kind, sources)))
}

const COVERAGE_COLUMNS = ['kind', 'roles', 'from', 'to', 'grade', 'by', 'note', 'source', 'url', 'quote', 'locator']

function readDescription(file: string): PackDescription {
  const parsed = DataPackage.safeParse(parseJson(file, readText(file)))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  throw new ChanceryError('incorrect', `${file}: ${issue.path.join('.')}`, `${issue.path.join('.')}: ${issue.message}`)
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ChanceryError('incorrect', file, `${file} is no JSON: ${(error as Error).message}`)
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new ChanceryError('not-found', file, `${file} cannot be read: ${(error as Error).message}`)
  }
}
