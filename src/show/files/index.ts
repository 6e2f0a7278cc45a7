import type { Claim, Document } from '../../model/claim.ts'
import { eventRows } from './events.ts'
import { MEASURED } from './measured.table.ts'
import { type FlatRow, flatRow, type Reader, ROLE_NAMES } from './row.ts'
import { csvHead, csvLine, parquetOf } from './table.ts'

export type { FlatRow, Reader } from './row.ts'

/** A table that claims can be exported as: its columns, and the rows that a document gives. */
export interface Table {
  columns: readonly string[]
  rows(doc: Document, claims: readonly Claim[], reader: Reader): FlatRow[]
}

const CLAIM_COLUMNS = [
  ...['document', 'source', 'written', 'claim', 'kind', 'is', 'count_least', 'count_most'],
  ...ROLE_NAMES.map((role) => `role_${role}`),
  ...['ids', 'except', 'when', 'modality', 'voice', 'speaker', 'unread', 'start', 'end', 'quote', 'rules', 'reader'],
  ...['readers', 'kind_precision', 'kind_recall'],
]
const EVENT_COLUMNS = [
  ...['document', 'written', 'claim', 'when', 'source_state', 'target_state', 'cameo', 'plover', 'kind', 'modality'],
  ...['voice', 'speaker', 'start', 'end', 'quote', 'reader'],
]

/** The tables by name: one row a claim, or one row a pair of states and event for comparison with event data sets. */
export const TABLES: Readonly<Record<'claims' | 'events', Table>> = {
  claims: {
    columns: CLAIM_COLUMNS,
    rows: (doc, claims, reader) => claims.map((claim) => flatRow(doc, claim, reader, MEASURED[claim.kind])),
  },
  events: { columns: EVENT_COLUMNS, rows: eventRows },
}

export { csvHead, csvLine, parquetOf }
