import type { Name } from '../keep/port.ts'
import { ChanceryError } from '../model/error.ts'
import type { NewFact } from '../model/fact.ts'
import { type Kind, keyRoles } from '../model/kinds/index.ts'
import { type RowFinding, RowReader, type RowsOptions } from './import-row.ts'

export type { RowFinding, RowsOptions } from './import-row.ts'

import type { Mapped } from './import-columns.ts'
import { type DateOrder, orderOf } from './import-dates.ts'
import type { Table } from './import-table.ts'

export interface RowsTold {
  facts: NewFact[]
  names: Name[]
  findings: RowFinding[]
  /** Rows of which facts were made. */
  filed: number
}

/** Throws `incorrect` where no column is taken for a role without which a fact is not known. */
export function requireKeys(kind: Kind, mapping: readonly Mapped[]): void {
  const used = new Set(mapping.map((m) => m.role))
  const implied = kind === 'visit' && (used.has('from') || used.has('title')) ? ['visitor'] : []
  const lacking = keyRoles(kind).filter((role) => !used.has(role) && !implied.includes(role))
  if (!lacking.length) return
  const columns = mapping.map((m) => m.column).join(', ')
  throw new ChanceryError(
    'incorrect',
    '--map',
    `no column is taken for ${lacking.join(', ')}: say which with --map COLUMN=${lacking[0]}; the columns are ${columns}`,
  )
}

/** The rows of a table as facts. What cannot be read is a finding with its line; nothing is dropped unseen. */
export function rowsTold(
  table: Table,
  kind: Kind,
  mapping: readonly Mapped[],
  given: Omit<RowsOptions, 'homes'>,
): RowsTold {
  const options: RowsOptions = { ...given, homes: new Map() }
  const out: RowsTold = { facts: [], names: [], findings: [], filed: 0 }
  const order = orderIn(table, mapping, options)
  for (const { line, message } of table.broken) out.findings.push({ line, kind: 'broken-row', message, filed: false })
  const seen = new Map<string, number>()
  for (const row of table.rows) {
    const told = new RowReader(row, kind, mapping, order, options).read()
    const asRow = Object.fromEntries(mapping.map((m, i) => [m.column, row.cells[i] ?? '']))
    for (const finding of told.findings) out.findings.push({ ...finding, ...(!finding.filed && { row: asRow }) })
    if (!told.facts.length) continue
    const key = JSON.stringify([told.facts[0]!.roles, told.facts[0]!.when, told.facts[0]!.modality])
    const first = seen.get(key)
    if (first !== undefined) {
      out.findings.push({
        line: row.line,
        kind: 'told-twice',
        message: `the same as line ${first}: filed once`,
        filed: true,
      })
      continue
    }
    seen.set(key, row.line)
    out.facts.push(...told.facts)
    out.names.push(...told.names)
    out.filed++
  }
  return out
}

function orderIn(table: Table, mapping: readonly Mapped[], { dates }: RowsOptions): DateOrder {
  if (dates) return dates
  const columns = mapping.flatMap((m, i) => (['when', 'start', 'end'].includes(m.role) ? [i] : []))
  return orderOf(table.rows.flatMap((row) => columns.map((i) => row.cells[i] ?? '')))
}
