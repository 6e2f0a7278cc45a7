import type { Pattern, Snapshot } from '../ask/snapshot.ts'
import type { BallotTable } from '../model/ballot.ts'
import type { Document } from '../model/claim.ts'
import type { Coverage, Source } from '../model/coverage.ts'
import type { Fact } from '../model/fact.ts'
import type { Judgement } from '../model/judgement.ts'
import { type Act, type Book, historyOf, tellingOf } from './ballots.ts'
import { close, entryOf, type Filing, type Kept, NOW, OPEN, stillTold, type Transaction } from './filing.ts'
import { endOf, instantOf } from './instant.ts'
import type { LogAsked, LogEntry } from './log.ts'
import { logIn } from './log-memory.ts'
import { bears, matches } from './match.ts'
import { redactedInMemory } from './memory-redaction.ts'
import { noRecord } from './missing.ts'
import { keysOf, mergeNames, nameKey } from './names.ts'
import type { Added, At, Batch, Changes, Decision, Entry, Mark, Meta, Name, Summary } from './port.ts'
import { byId, decided, type Filed, factsIn, filedOf, oneOfEach, REPLACING, type Sort } from './record.ts'
import { unburied } from './redaction.ts'
import { bookOf, countLacking, without } from './shelf.ts'
import { summarise } from './summary.ts'

/** What a ledger in memory holds; `memoryLedger` makes it a ledger. */
export class MemoryStore {
  readonly #records = new Map<string, Kept>()
  readonly #transactions: Transaction[] = []
  readonly #marks = new Map<string, Mark>()
  readonly #acts: Act[] = []
  #read: Book | undefined

  #begin(meta: Meta): number {
    this.#read = undefined
    const [asked, last] = [instantOf(meta.recordedAt), this.#transactions.at(-1)?.at ?? '']
    this.#transactions.push({ at: asked > last ? asked : last, by: meta.by, note: meta.note })
    return this.#transactions.length - 1
  }

  #book(): Book {
    this.#read ??= bookOf(
      [...this.#records.values()].filter((r) => r.sort === 'ballot'),
      this.#acts,
    )
    return this.#read
  }

  ballots = (at?: At): BallotTable => this.#book().table(this.#bound(at))

  changes(by: string): Changes | undefined {
    const tx = this.#transactions.findLastIndex((t) => t.by === by)
    if (tx < 0) return undefined
    const told = [...this.#records.values()].filter((r) => r.sort === 'fact')
    const changed = (end: 'added' | 'retracted') =>
      told.filter((r) => r.filings.some((f) => f.by === by && f[end] === tx)).map((r) => r.body as Fact)
    const [now, then] = [tx, tx - 1].map((bound) => this.#book().facts({ kind: 'vote' }, bound))
    return {
      at: this.#transactions[tx]!.at,
      filed: [...changed('added'), ...without(now!, then!)].sort(byId),
      withdrawn: [...changed('retracted'), ...without(then!, now!)].sort(byId),
    }
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
    const [seen, told] = [new Set<string>(), new Set<string>()]
    const facts = [...this.#inForce('fact', bound)].flatMap((record) => {
      const fact = record.body as Fact
      const decision = record.decisions.findLast((d) => d.tx <= bound)?.decision
      if (fact.kind === 'vote') told.add(tellingOf(fact))
      return decision !== 'reject' && patterns.some((p) => matches(p, fact)) ? [decided(fact, decision)] : []
    })
    for (const pattern of patterns)
      facts.push(
        ...this.#book()
          .facts(pattern, bound, told)
          .filter((f) => !seen.has(f.id) && seen.add(f.id)),
      )
    const coverage = [...this.#inForce('coverage', bound)]
      .map((record) => record.body as Coverage)
      .filter((c) => patterns.some((p) => bears(p, c)))
    coverage.push(...this.#book().coverage(patterns, bound))
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
    const fresh = unburied(records, this.#buried()).filter(
      (r) => !this.#openFilings(r.id).some((f) => f.by === meta.by),
    )
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
    const fresh = unburied(records, this.#buried()).filter((r) => !settled.has(r.id))
    this.#marks.set(meta.by, { by: meta.by, ...mark })
    return { ...this.#file(records, fresh, gone, meta), facts }
  }

  #file(records: readonly Filed[], fresh: readonly Filed[], gone: readonly Kept[], meta: Meta): Omit<Added, 'facts'> {
    const changed = fresh.length > 0 || gone.length > 0
    const votes = [...fresh, ...gone].some((r) => r.sort === 'ballot')
    const before = votes ? this.#book().standing(NOW) : undefined
    const ids = fresh.filter((r) => r.sort === 'fact' && !this.#openFilings(r.id).length).map((r) => r.id)
    if (changed) {
      const tx = this.#begin(meta)
      for (const record of gone)
        for (const filing of record.filings) if (filing.by === meta.by) close(filing, tx, meta.by)
      for (const record of fresh) this.#keep(record).filings.push({ by: meta.by, added: tx, retracted: OPEN })
    }
    const after = before && this.#book().standing(NOW)
    const added = ids.length + countLacking(after, before)
    const gonesFacts = gone.filter((r) => r.sort === 'fact' && !this.#openFilings(r.id).length).length
    const retracted = gonesFacts + countLacking(before, after)
    const recordedAt = changed ? this.#transactions.at(-1)!.at : instantOf(meta.recordedAt)
    return { recordedAt, added, unchanged: factsIn(records) - added, retracted, ids }
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
    if (this.#isVote(id)) return this.#retractVote(id, meta)
    const records = this.#named(id)
    const open = records.flatMap((r) => this.#openFilings(r.id))
    if (!open.length) return false
    const tx = this.#begin(meta)
    for (const filing of open) close(filing, tx, meta.by)
    return true
  }

  /** A vote of a ballot, or what a ballot covers, which have no record of their own. */
  #isVote = (id: string): boolean => !this.#records.has(id) && this.#book().leavesOf(id).length > 0

  #retractVote(id: string, meta: Meta): boolean {
    if (!this.#book().isOpen(id, NOW)) return false
    this.#acts.push({ tx: this.#begin(meta), id, act: 'retract' })
    return true
  }

  /** Records that were redacted, and all that was done to what is no record: marks of persons among it. */
  #buried = (): Set<string> =>
    new Set([
      ...[...this.#records.values()].flatMap((r) => (r.sort === 'redacted' ? [r.id] : [])),
      ...this.#acts.flatMap((act) => (this.#records.has(act.id) ? [] : [act.id])),
    ])

  redact = (id: string, meta: Meta): string[] =>
    redactedInMemory(this.#records, id, {
      isBuried: (of) => this.#buried().has(of),
      retract: (record) => this.retract(record, meta),
      act: (record) => void this.#acts.push({ tx: this.#begin(meta), id: record, act: 'retract' }),
    })

  decide(id: string, decision: Decision, meta: Meta): void {
    const record = this.#records.get(id)
    if (!record && this.#book().vote(id)) {
      this.#acts.push({ tx: this.#begin(meta), id, act: decision })
      return
    }
    if (record?.sort !== 'fact') throw noRecord(id)
    record.decisions.push({ decision, tx: this.#begin(meta) })
  }

  history(id: string): Entry[] {
    if (this.#isVote(id)) {
      const book = this.#book()
      const at = (tx: number) => entryOf(this.#transactions[tx]!)
      return historyOf(book.leavesOf(id), book.acts(id), at, OPEN)
    }
    const acts = this.#named(id).flatMap((r) => [
      ...r.filings.map((f) => ({ tx: f.added, act: 'recorded' as const })),
      ...r.filings.map((f) => ({ tx: f.retracted, act: 'retracted' as const })),
      ...r.decisions.map((d) => ({ tx: d.tx, act: `${d.decision}ed` as const })),
      ...this.#acts.filter((a) => a.id === r.id).map((a) => ({ tx: a.tx, act: 'redacted' as const })),
    ])
    const done = acts.filter((a) => a.tx !== OPEN).sort((a, b) => a.tx - b.tx || (a.act < b.act ? -1 : 1))
    const once = [...new Map(done.map((a) => [`${a.tx} ${a.act}`, a])).values()]
    return once.map(({ tx, act }) => ({ ...entryOf(this.#transactions[tx]!), act }))
  }

  /** The record of an id, or every record about a document. */
  #named(id: string): Kept[] {
    const record = this.#records.get(id)
    const found = record
      ? [record]
      : [...this.#records.values()].filter((r) => ['document', 'redacted'].includes(r.sort) && r.subject === id)
    if (!found.length) throw noRecord(id)
    return found
  }

  fact(id: string): Fact | undefined {
    const record = this.#records.get(id)
    if (!record) return id.startsWith('fact:') ? this.#book().vote(id) : undefined
    return record.sort === 'fact' ? decided(record.body as Fact, record.decisions.at(-1)?.decision) : undefined
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

  head = (): number => this.#transactions.length

  log = (asked: LogAsked): LogEntry[] => logIn(this.#transactions, [...this.#records.values()], this.#acts, asked)

  summary(): Summary {
    const facts = [...this.#inForce('fact', NOW)]
    const votes = this.#book().standing(NOW)
    const last = facts.map((r) => r.decisions.at(-1)?.decision)
    return summarise({
      tallies: [
        ...facts.map((r) => ({ kind: r.kind, source: r.source, standing: r.standing, n: 1 })),
        ...[...votes.values()].map((source) => ({ kind: 'vote', source, standing: 'data', n: 1 })),
      ],
      accepted: last.filter((d) => d === 'accept').length + this.#book().decided('accept', NOW),
      rejected: last.filter((d) => d === 'reject').length + this.#book().decided('reject', NOW),
      documents: new Set(this.standing<Document>('document').map((d) => d.id)).size,
      coverage: this.standing<Coverage>('coverage'),
      sources: this.standing<Source>('source'),
      lastRecorded: this.#transactions.at(-1)?.at,
      marks: this.marksInOrder(),
    })
  }
}
