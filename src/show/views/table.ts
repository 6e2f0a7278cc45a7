import { KIND_NAMES, type Kind } from '../../model/kinds/index.ts'

const NOT_ROWS: readonly Kind[] = ['vote', 'occupancy', 'remark']

/** The kinds that a row of a table of one's own may tell. */
export const IMPORTABLE: readonly Kind[] = KIND_NAMES.filter((kind) => !NOT_ROWS.includes(kind))

/** A column and what it is taken for, `why` in one of the words of the command line. */
export interface MappedColumn {
  column: string
  role: string
  why: string
}

/** What is wrong with which line, and whether it is filed all the same. */
export interface RowFinding {
  line: number
  kind: string
  message: string
  filed: boolean
}

/** A table as it was read: what each column was taken for, what its first rows say, and what is wrong with which. */
export interface TableView {
  kind: string
  mapping: MappedColumn[]
  /** What a column may be for this kind. */
  roles: readonly string[]
  rows: number
  filed: number
  facts: number
  first: string[]
  findings: RowFinding[]
  batch: string
  filedIn?: { added: number; unchanged: number; withdrawn: number }
}
