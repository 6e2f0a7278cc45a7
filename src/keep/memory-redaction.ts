import type { Filed } from './record.ts'
import { type Candidate, lookedUp, personMark, redactedAtOnce, subjectLeft, TOMBSTONE, toGo } from './redaction.ts'

interface Ways {
  /** Whether a mark is kept. */
  isBuried(mark: string): boolean
  retract(id: string): boolean
  act(id: string): void
}

/** Redaction of what a ledger in memory keeps, by its records. */
export function redactedInMemory(records: ReadonlyMap<string, Filed>, id: string, ways: Ways): string[] {
  const { person, sorts, doc } = lookedUp(id)
  const all = [...records.values()]
  const isOf = (r: Filed) => r.id === id || (doc && (r.source === id || r.subject === id))
  const candidate = (r: Filed, seq: number): Candidate => ({
    seq,
    id: r.id,
    sort: r.sort,
    body: JSON.stringify(r.body),
  })
  const found = all.flatMap((r, seq) =>
    sorts.some((s) => s === r.sort) && (person || isOf(r)) ? [candidate(r, seq)] : [],
  )
  const judgements = all.flatMap((r, seq) => (r.sort === 'judgement' ? [candidate(r, seq)] : []))
  const store: Parameters<typeof redactedAtOnce>[0] = {
    about: () => toGo(id, found, judgements),
    wasRedacted: () => all.some((r) => r.sort === 'redacted' && isOf(r)) || ways.isBuried(personMark(id)),
    ...ways,
    bury: (record) => bury(records.get(record.id)!, record.sort),
  }
  return redactedAtOnce(store, id)
}

function bury(record: Filed, sort: string): void {
  const content = { sort: 'redacted', body: JSON.parse(TOMBSTONE) }
  Object.assign(record, content, subjectLeft(sort) === 'gone' && { subject: '' })
}
