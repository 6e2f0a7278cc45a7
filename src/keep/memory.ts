import type { Pattern, Snapshot } from '../ask/snapshot.ts'
import type { Document } from '../model/claim.ts'
import type { Coverage, Source } from '../model/coverage.ts'
import type { Fact } from '../model/fact.ts'
import type { Judgement } from '../model/judgement.ts'
import { endOf, instantOf } from './instant.ts'
import { bears, matches } from './match.ts'
import { noRecord } from './missing.ts'
import { keysOf, mergeNames, nameKey } from './names.ts'
import type { Added, At, Batch, Decision, Entry, Instant, Ledger, Mark, Meta, Name, Summary } from './port.ts'
import { byId, decided, type Filed, filedOf, lastOfEach, oneOfEach, REPLACING, type Sort } from './record.ts'
import { summarise } from './summary.ts'

interface Transaction {
  at: Instant
  by: string
  note?: string
}

/** One author's filing of a record, in force from transaction `added` until before `retracted`. */
interface Filing {
  by: string
  added: number
  retracted: number
  retractedBy?: string
}

interface Kept extends Filed {
  filings: Filing[]
  decisions: { decision: Decision; tx: number }[]
}

const OPEN = Number.POSITIVE_INFINITY
/** The last transaction that a reader may see. */
const NOW = Number.MAX_SAFE_INTEGER

/** A ledger that lives as long as the process: for tests, trials and questions about a batch of facts alone. */
export function memoryLedger(): Ledger {
  const store = new MemoryStore()
  return {
    fetch: async (patterns, at) => store.fetch(patterns, at),
    add: async (batch, meta) => store.add(batch, meta),
    replace: async (batch, meta, mark) => store.replace(batch, meta, mark),
    restamp: async (by, stamp) => store.restamp(by, stamp),
    marks: async () => store.marksInOrder(),
    retract: async (id, meta) => store.retract(id, meta),
    decide: async (id, decision, meta) => store.decide(id, decision, meta),
    history: async (id) => store.history(id),
    fact: async (id) => store.fact(id),
    document: async (id) => store.document(id),
    documents: async () => lastOfEach(store.standing<Document>('document')),
    lookupNames: async (keys, at) => store.lookupNames(keys, at),
    allNames: async (at) => mergeNames(store.standing<Name>('name', at)),
    summary: async () => store.summary(),
    close: async () => {},
  }
}

class MemoryStore {
  readonly #records = new Map<string, Kept>()
  readonly #transactions: Transaction[] = []
  readonly #marks = new Map<string, Mark>()

  #begin(meta: Meta): number {
    const [asked, last] = [instantOf(meta.recordedAt), this.#transactions.at(-1)?.at ?? '']
    this.#transactions.push({ at: asked > last ? asked : last, by: meta.by, note: meta.note })
    return this.#transactions.length - 1
  }

  /** The last transaction known at a moment; -1: none. */
  #bound(at: At | undefined): number {
    if (at?.knownOn === undefined) return NOW
    const end = endOf(at.knownOn)
    return this.#transactions.findLastIndex((t) => t.at <= end)
  }

  /** Records of a sort in force as of a transaction, in order of recording. */
  *#inForce(sort: Sort, bound = NOW): Generator<Kept> {
    for (const record of this.#records.values())
      if (record.sort === sort && record.filings.some((f) => f.added <= bound && f.retracted > bound)) yield record
  }

  standing<T>(sort: Sort, at?: At): T[] {
    return [...this.#inForce(sort, this.#bound(at))].map((record) => record.body as T)
  }

  fetch(patterns: readonly Pattern[], at?: At): Snapshot {
    const bound = this.#bound(at)
    const facts = [...this.#inForce('fact', bound)].flatMap((record) => {
      const fact = record.body as Fact
      const decision = record.decisions.findLast((d) => d.tx <= bound)?.decision
      return decision !== 'reject' && patterns.some((p) => matches(p, fact)) ? [decided(fact, decision)] : []
    })
    const coverage = [...this.#inForce('coverage', bound)]
      .map((record) => record.body as Coverage)
      .filter((c) => patterns.some((p) => bears(p, c)))
    const judged = this.standing<Judgement>('judgement', at)
    const kinds = [...new Set(patterns.map((p) => p.kind))]
    const judgements = kinds.flatMap((kind) => judged.filter((j) => j.kind === kind))
    const cited = new Set([...facts, ...coverage].map((item) => item.cite.source))
    const sources = [...this.#inForce('source', bound)].map((r) => r.body as Source).filter((s) => cited.has(s.id))
    return {
      facts: facts.sort(byId),
      coverage: coverage.sort(byId),
      sources: oneOfEach(sources),
      ...(judgements.length > 0 && { judgements }),
    }
  }

  add(batch: Batch, meta: Meta): Added {
    const { records, facts } = filedOf(batch)
    const fresh = records.filter((r) => !this.#openFilings(r.id).some((f) => f.by === meta.by))
    return { ...this.#file(records, fresh, this.#outdated(records, meta.by), meta), facts }
  }

  /** What an author told before of the sources and documents told anew. */
  #outdated(records: readonly Filed[], by: string): Kept[] {
    const ids = new Set(records.map((r) => r.id))
    const subjects = new Set(records.filter((r) => REPLACING.has(r.sort)).map((r) => r.subject))
    if (!subjects.size) return []
    return [...this.#records.values()].filter(
      (r) =>
        REPLACING.has(r.sort) &&
        subjects.has(r.subject) &&
        !ids.has(r.id) &&
        this.#openFilings(r.id).some((f) => f.by === by),
    )
  }

  replace(batch: Batch, meta: Meta, mark: { content: string; stamp: string }): Added {
    const { records, facts } = filedOf(batch)
    if (this.#marks.get(meta.by)?.content === mark.content) {
      this.restamp(meta.by, mark.stamp)
      return { ...this.#file(records, [], [], meta), facts }
    }
    const told = new Set(records.map((r) => r.id))
    const before = [...this.#records.values()].filter((r) => r.filings.some((f) => f.by === meta.by))
    const gone = before.filter(
      (r) => !told.has(r.id) && r.filings.some((f) => f.by === meta.by && f.retracted === OPEN),
    )
    const settled = new Set(before.filter((r) => stillTold(r.filings, meta.by)).map((r) => r.id))
    const fresh = records.filter((r) => !settled.has(r.id))
    this.#marks.set(meta.by, { by: meta.by, ...mark })
    return { ...this.#file(records, fresh, gone, meta), facts }
  }

  #file(records: readonly Filed[], fresh: readonly Filed[], gone: readonly Kept[], meta: Meta): Omit<Added, 'facts'> {
    const changed = fresh.length > 0 || gone.length > 0
    const ids = fresh.filter((r) => r.sort === 'fact' && !this.#openFilings(r.id).length).map((r) => r.id)
    if (changed) {
      const tx = this.#begin(meta)
      for (const record of gone)
        for (const filing of record.filings) if (filing.by === meta.by) close(filing, tx, meta.by)
      for (const record of fresh) this.#keep(record).filings.push({ by: meta.by, added: tx, retracted: OPEN })
    }
    const unchanged = records.filter((r) => r.sort === 'fact').length - ids.length
    const retracted = gone.filter((r) => r.sort === 'fact' && !this.#openFilings(r.id).length).length
    const recordedAt = changed ? this.#transactions.at(-1)!.at : instantOf(meta.recordedAt)
    return { recordedAt, added: ids.length, unchanged, retracted, ids }
  }

  #keep(record: Filed): Kept {
    const known = this.#records.get(record.id)
    if (known) return known
    const kept: Kept = { ...(JSON.parse(JSON.stringify(record)) as Filed), filings: [], decisions: [] }
    this.#records.set(record.id, kept)
    return kept
  }

  #openFilings(id: string): Filing[] {
    return this.#records.get(id)?.filings.filter((f) => f.retracted === OPEN) ?? []
  }

  restamp(by: string, stamp: string): void {
    const mark = this.#marks.get(by)
    if (mark) this.#marks.set(by, { ...mark, stamp })
  }

  marksInOrder(): Mark[] {
    return [...this.#marks.values()].sort((a, b) => (a.by < b.by ? -1 : 1))
  }

  retract(id: string, meta: Meta): boolean {
    const records = this.#named(id)
    const open = records.flatMap((r) => this.#openFilings(r.id))
    if (!open.length) return false
    const tx = this.#begin(meta)
    for (const filing of open) close(filing, tx, meta.by)
    return true
  }

  decide(id: string, decision: Decision, meta: Meta): void {
    const record = this.#records.get(id)
    if (record?.sort !== 'fact') throw noRecord(id)
    record.decisions.push({ decision, tx: this.#begin(meta) })
  }

  history(id: string): Entry[] {
    const acts = this.#named(id).flatMap((r) => [
      ...r.filings.map((f) => ({ tx: f.added, act: 'recorded' as const })),
      ...r.filings.map((f) => ({ tx: f.retracted, act: 'retracted' as const })),
      ...r.decisions.map((d) => ({ tx: d.tx, act: `${d.decision}ed` as const })),
    ])
    const done = acts.filter((a) => a.tx !== OPEN).sort((a, b) => a.tx - b.tx || (a.act < b.act ? -1 : 1))
    const once = [...new Map(done.map((a) => [`${a.tx} ${a.act}`, a])).values()]
    return once.map(({ tx, act }) => entryOf(this.#transactions[tx]!, act))
  }

  /** The record of an id, or every record about a document. */
  #named(id: string): Kept[] {
    const record = this.#records.get(id)
    const found = record
      ? [record]
      : [...this.#records.values()].filter((r) => r.sort === 'document' && r.subject === id)
    if (!found.length) throw noRecord(id)
    return found
  }

  fact(id: string): Fact | undefined {
    const record = this.#records.get(id)
    return record?.sort === 'fact' ? decided(record.body as Fact, record.decisions.at(-1)?.decision) : undefined
  }

  document(id: string): Document | undefined {
    return this.standing<Document>('document').findLast((document) => document.id === id)
  }

  lookupNames(keys: readonly string[], at?: At): Name[] {
    const wanted = new Set(keys.map(nameKey))
    const names = this.standing<Name>('name', at)
    const ids = new Set(names.filter((n) => keysOf(n).some((key) => wanted.has(key))).map((n) => n.id))
    return mergeNames(names.filter((n) => ids.has(n.id)))
  }

  summary(): Summary {
    const facts = [...this.#inForce('fact', NOW)]
    const last = facts.map((r) => r.decisions.at(-1)?.decision)
    return summarise({
      tallies: facts.map((r) => ({ kind: r.kind, source: r.source, standing: r.standing, n: 1 })),
      accepted: last.filter((d) => d === 'accept').length,
      rejected: last.filter((d) => d === 'reject').length,
      documents: new Set(this.standing<Document>('document').map((d) => d.id)).size,
      coverage: this.standing<Coverage>('coverage'),
      sources: this.standing<Source>('source'),
      lastRecorded: this.#transactions.at(-1)?.at,
      marks: this.marksInOrder(),
    })
  }
}

/** Whether an author's telling needs no new filing: it is in force, or another withdrew it and so it stays. */
const stillTold = (filings: readonly Filing[], by: string): boolean => {
  const last = filings.findLast((f) => f.by === by)
  return last !== undefined && (last.retracted === OPEN || last.retractedBy !== by)
}

function close(filing: Filing, tx: number, by: string): void {
  if (filing.retracted !== OPEN) return
  filing.retracted = tx
  filing.retractedBy = by
}

export const entryOf = (t: Transaction, act: Entry['act']): Entry => ({
  at: t.at,
  by: t.by,
  act,
  ...(t.note !== undefined && { note: t.note }),
})
