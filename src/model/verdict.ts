import type { Coverage } from './coverage.ts'
import type { Amount, Fact } from './fact.ts'
import type { EntityId } from './ids.ts'
import type { Kind } from './kinds/index.ts'
import type { Question } from './question.ts'
import type { Span } from './span.ts'
import type { Day } from './when.ts'

export const OUTCOMES = ['supported', 'refuted', 'disputed', 'not-covered', 'not-checkable', 'not-understood'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** A fact that bears on a part, and the entity for whose sake it is shown. */
export interface Evidence {
  entity: EntityId
  fact: Fact
  /** Whether it belongs here is open: it may be what is meant, and decides nothing. */
  perhaps?: true
}

/** What a source would have to tell before the part could be decided. */
export interface Gap {
  kind: Kind
  /** The pattern that no source covers, in ids. */
  roles: Record<string, string | string[]>
  from: Day
  to: Day
  /** Entities whose membership is open; absent: anybody not named. */
  about?: EntityId[]
}

/** What the ledger gives for a question: kept as data, worded by `show`. */
export interface Answer {
  outcome: 'supported' | 'refuted' | 'disputed' | 'not-covered'
  /** Members certainly in the set, in dispute, and possibly in it. */
  members: EntityId[]
  contested: EntityId[]
  open: EntityId[]
  /** Whether entities that no source names may belong too. */
  othersPossible: boolean
  /** The measured number: certain least, possible most (`null`: no bound). */
  value?: Amount
  /** Of several sources that state a figure, the only one that tells otherwise. */
  outlier?: string
  witnesses: Evidence[]
  against: Evidence[]
  gaps: Gap[]
  coverage: Coverage[]
}

/** One assertion or presupposition of a claim. */
export interface Part {
  question: Question
  span: Span
  presupposed: boolean
}

export interface CheckedPart extends Part {
  answer: Answer
}

/** One way to understand the claim; the first of a verdict is the likeliest. */
export interface CheckedReading {
  /** Names the definition that makes this reading ("relations at any time", "the voter is the seat"). */
  definition?: string
  outcome: Outcome
  parts: CheckedPart[]
}

export interface Verdict {
  /** `verdict:<hash>` of what it says, on what evidence and for which days. */
  id: string
  claim: string
  outcome: Outcome
  readings: CheckedReading[]
  /** Why there is no question to ask, for the two exits. */
  reason?: string
  /** The strongest true part near the likeliest reading, where it fails or is open. */
  nearest?: Part & { answer: Answer }
  asOf: Day
  knownOn: string
  /** The outcome for today, and the day to which the sources reach. */
  today: { outcome: Outcome; on: Day }
}
