import type { Document, Reading } from '../model/claim.ts'
import { type Holders, read, toRow } from '../read/index.ts'

/** Reads a document with what a ledger knows of persons, offices and roll calls. */
export const readDocument = (doc: Document, holders?: Holders): Reading => read(doc, holders)

export { toRow }
