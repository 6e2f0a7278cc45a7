import type { Claim, Document, Filler } from '../../model/claim.ts'
import { KINDS } from '../../model/kinds/index.ts'

const { occupancy: _, ...READ_KINDS } = KINDS
/** Every role of every kind that articles are read for, in the order in which the kinds name them: a column each. */
export const ROLE_NAMES: readonly string[] = [
  ...new Set(Object.values(READ_KINDS).flatMap((k) => Object.keys(k.roles))),
]

/** The value of a cell; `null` where the text leaves it open. */
export type Cell = string | number | null
export type FlatRow = Readonly<Record<string, Cell>>

/** Who read it and how well such rows were found to be read. */
export interface Reader {
  /** Version of the program and of the grammar's weights. */
  version: string
}

/** The measured precision and recall of a kind, in per cent of rows; absent where there were too few to measure. */
export interface Measured {
  precision: number
  recall: number
}

const LIST = '; '
const labelOf = (filler: Filler | undefined): string | null =>
  filler === undefined ? null : filler.is === 'list' ? filler.of.map((f) => f.label).join(LIST) : filler.label
const idOf = (filler: Filler): string => {
  const ids = (filler.is === 'list' ? filler.of : [filler]).flatMap((f) => (f.is === 'entity' ? [f.id] : []))
  return ids.join(LIST)
}

/**
 * A claim as one flat row for a table: a column for each role with the labels of the codebook, and one for the ids. Lists
 * are joined by "; ". `quote` is the clause that says it.
 */
export function flatRow(doc: Document, claim: Claim, reader: Reader, measured: Measured | undefined): FlatRow {
  const ids = Object.entries(claim.roles).map(([role, filler]) => [role, idOf(filler)] as const)
  return {
    ...{ document: doc.id, source: doc.source ?? null, written: doc.date ?? null },
    ...{ claim: claim.id, kind: claim.kind, is: claim.is },
    ...{ count_least: claim.count?.least ?? null, count_most: claim.count?.most ?? null },
    ...Object.fromEntries(ROLE_NAMES.map((role) => [`role_${role}`, labelOf(claim.roles[role])])),
    ids: JSON.stringify(Object.fromEntries(ids.filter(([, id]) => id !== ''))),
    except: claim.except?.map((e) => e.label).join(LIST) ?? null,
    ...{ when: claim.when ?? null, modality: claim.modality, voice: claim.voice },
    speaker: claim.speaker?.label ?? null,
    unread: claim.unread?.quote ?? null,
    ...{ start: claim.span.start, end: claim.span.end, quote: claim.quote },
    rules: claim.rules.join(LIST),
    reader: reader.version,
    readers: claim.readers?.join(LIST) ?? null,
    ...{ kind_precision: measured?.precision ?? null, kind_recall: measured?.recall ?? null },
  }
}

const NUMBERS: ReadonlySet<string> = new Set([
  'count_least',
  'count_most',
  'start',
  'end',
  'kind_precision',
  'kind_recall',
  'cameo',
])
export const isNumeric = (column: string): boolean => NUMBERS.has(column)
