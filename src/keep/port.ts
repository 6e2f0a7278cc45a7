import type { Pattern, Snapshot } from '../ask/snapshot.ts'
import type { Ballot, BallotTable } from '../model/ballot.ts'
import type { Document } from '../model/claim.ts'
import type { Coverage, NewCoverage, Source } from '../model/coverage.ts'
import type { Fact, NewFact } from '../model/fact.ts'
import type { EntityId } from '../model/ids.ts'
import type { NewJudgement } from '../model/judgement.ts'
import type { Kind } from '../model/kinds/index.ts'
import type { KeptReview, Review } from '../model/review.ts'
import type { Day } from '../model/when.ts'
import type { Access } from './access.ts'
import type { LogAsked, LogEntry } from './log.ts'
import type { Watches } from './watches.ts'

/** An instant in UTC, `2026-11-22T14:50:00.000Z`: always 24 characters, so that instants sort as text. */
export type Instant = string

/** How a thing is called: its label, other names, and for a roll call the day of the vote, or its month if no more is known. */
export interface Name {
  id: EntityId
  label: string
  aliases: string[]
  day?: Day
}

/** What one origin tells: facts with the sources they cite, what these sources cover, names, and the article told from. */
export interface Batch {
  sources?: readonly Source[]
  facts?: readonly NewFact[]
  coverage?: readonly NewCoverage[]
  names?: readonly Name[]
  /**
   * Roll calls, kept packed: each vote is a fact as any other, but is not listed in `Added.ids` and `Added.facts`. A vote that a
   * person withdrew stays so, whoever tells it again.
   */
  ballots?: readonly Ballot[]
  /** Of tellings and of lists; of one author on one pair of tellings, the last stands. */
  judgements?: readonly NewJudgement[]
  /** Of claims, as a program read them. */
  reviews?: readonly Review[]
  document?: Document
  /** The articles of a folder that is filed as a whole. */
  documents?: readonly Document[]
}

/**
 * Who writes and when. A ledger's clock never runs back: a time before its latest entry is taken as the time of that entry,
 * so that the answer of a past moment stays what it was.
 */
export interface Meta {
  /** A day or an instant. */
  recordedAt: string
  /** A person, a program or a pack: who answers for the entry. */
  by: string
  note?: string
}

/** What a write changed. Facts alone are counted, each vote of a ballot too. */
export interface Added {
  recordedAt: Instant
  added: number
  unchanged: number
  retracted: number
  /** Ids of the facts that the ledger did not have in force before. */
  ids: string[]
  /** The id of each fact of the batch, in the batch's order. */
  facts: string[]
}

export type Decision = 'accept' | 'reject'

/** One entry of a record's history, oldest first. */
export interface Entry {
  at: Instant
  by: string
  act: 'recorded' | 'retracted' | 'accepted' | 'rejected' | 'redacted'
  note?: string
}

/** An origin that is kept in step as a whole (a pack), with the mark of what was last read of it. */
export interface Mark {
  by: string
  /** Hash of the content as read. */
  content: string
  /** A cheap sign that the content is unchanged: sizes and times of its files. */
  stamp: string
}

export interface Summary {
  /** Facts in force; those that a person rejected are among them. */
  facts: number
  kinds: { kind: Kind; facts: number }[]
  sources: {
    source: string
    title: string
    facts: number
    kinds: { kind: Kind; facts: number }[]
    asOf?: Day
    viewpoint?: string
  }[]
  /** What each source says of itself, also one that tells no fact. */
  described: Source[]
  /** Facts in force that only an article tells. */
  reported: number
  accepted: number
  rejected: number
  documents: number
  coverage: Coverage[]
  /** Absent: nothing was ever recorded. */
  lastRecorded?: Instant
  /** Origins kept in step as a whole, by name. */
  marks: Mark[]
}

/** What one entry filed and withdrew: facts, in order of id. */
export interface Changes {
  at: Instant
  filed: Fact[]
  withdrawn: Fact[]
}

/** What the ledger had recorded by a day (to its end) or instant; absent: by now. */
export interface At {
  knownOn?: string
}

/**
 * The record: append-only, each entry with its time and author. The same content is the same record, whoever files it and
 * however often. Every store keeps this contract; `test/keep/contract*.test.ts` holds it.
 */
export interface Ledger {
  /**
   * Facts in force that match a pattern, coverage that bears on one, and the sources that these cite, in order of id; and
   * judgements of the patterns' kinds, in the order of their recording. What a ballot covers by its count is given where a
   * pattern names its roll call.
   */
  fetch(patterns: readonly Pattern[], at?: At): Promise<Snapshot>
  /** Files a batch, whole or not at all. Throws `fault` when the store cannot be written. */
  add(batch: Batch, meta: Meta): Promise<Added>
  /**
   * Makes `batch` all that `meta.by` tells: files what is new and withdraws the rest, at once. The same mark changes nothing.
   * What another author withdrew stays withdrawn.
   */
  replace(batch: Batch, meta: Meta, mark: { content: string; stamp: string }): Promise<Added>
  /** Notes a new stamp for unchanged content. */
  restamp(by: string, stamp: string): Promise<void>
  marks(): Promise<Mark[]>
  /** Withdraws a record (a fact, coverage, a judgement, a review, or a document by its id); `false` if it was withdrawn already. Throws `not-found`. */
  retract(id: string, meta: Meta): Promise<boolean>
  /**
   * Takes the content of a fact, of an article with all that it tells, or of all that has a person's id (facts, names, reviews,
   * statements), out for good, with every judgement on these: withdrawn, and a tombstone in its place. Its id and history stay, the chain of entries stays valid, no read of any day gives it, and telling it again files nothing. The
   * ids of the records redacted; none where they were before. Throws `not-found`; `unsupported` for a vote of a roll call.
   */
  redact(id: string, meta: Meta): Promise<string[]>
  /**
   * Accepting makes a reported fact count as evidence; rejecting hides a fact. The last decision stands, all are kept.
   * Throws `not-found`.
   */
  decide(id: string, decision: Decision, meta: Meta): Promise<void>
  /** Everything that was done to a record. Throws `not-found`. */
  history(id: string): Promise<Entry[]>
  /** A fact by its id, also one that is withdrawn or rejected. */
  fact(id: string): Promise<Fact | undefined>
  document(id: string): Promise<Document | undefined>
  /** Reviews in force of the claims of a document, in the order of their recording: of those on one claim, the last stands. */
  reviews(document: string): Promise<KeptReview[]>
  /** Every article filed, as filed last, in order of id. */
  documents(): Promise<Document[]>
  /** Names by any of their words: a label, an alias, a person's surname; letter case, accents and punctuation set aside. */
  lookupNames(keys: readonly string[], at?: At): Promise<Name[]>
  allNames(at?: At): Promise<Name[]>
  /** Every ballot in force, for counting over many roll calls. */
  ballots(at?: At): Promise<BallotTable>
  /** What the latest entry of an author filed and withdrew. */
  changes(by: string): Promise<Changes | undefined>
  summary(): Promise<Summary>
  /** What was done to the ledger, the latest first. */
  log(asked: LogAsked): Promise<LogEntry[]>
  /** The place of the latest entry; 0: nothing was ever done. While it stays, every answer does. */
  head(): Promise<number>
  /** Who may use a server of this ledger. */
  readonly access: Access
  /** What is asked of this ledger again and again. */
  readonly watches: Watches
  close(): Promise<void>
}
