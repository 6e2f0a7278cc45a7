import type { Claim, Document, Unread } from '../../model/claim.ts'
import type { Source } from '../../model/coverage.ts'
import type { KeptReview } from '../../model/review.ts'
import type { Outcome, Verdict } from '../../model/verdict.ts'
import type { Label } from '../en/label.ts'
import type { Note } from './notes.ts'
import type { Reread } from './read-again.ts'
import type { PairsOf, PairView } from './read-pairs.ts'

/** A checked article with what was said of its claims: what the view is made of. */
export interface Article {
  doc: Document
  times: { date: string; asOf: string; today: string; knownOn: string }
  claims: readonly ReviewedClaim[]
  unread: readonly Unread[]
  sources: ReadonlyMap<string, Source>
  label: Label
  /** Tellings that may be one event, by claim; absent: nobody looked. */
  pairs?: PairsOf
}

/** A claim as it stands: as read or, where a person mended it, as mended. */
export interface ReviewedClaim {
  claim: Claim
  verdict: Verdict
  review?: KeptReview & { at?: string }
  /** What the reader makes of the same words now, where that is other than what was reviewed. */
  now?: Claim | 'gone'
}

export interface Judged {
  outcome: Outcome
  word: string
  mark: string
}

/** A telling, with everything that opens it. */
export interface Told {
  fact: string
  say: string
  /** Whether it is what is meant is open. */
  perhaps?: true
  when?: string
  source: string
  title: string
  viewpoint?: string
  licence?: string
  asOf?: string
  url?: string
  quote?: string
  /** Row, page or record within the source. */
  locator?: string
  /** The article that tells it. */
  doc?: string
  standing: string
}

export interface ListUsed {
  title: string
  viewpoint?: string
  kind: string
  from: string
  to: string
  say: string
  /** By whom it is said to be whole, what puts that in doubt, and the note on it. */
  stated: string
  url?: string
}

/** The years asked about: `gaps` are those that no list covers, the rest is covered. `from` or `to` absent: without bound. */
export interface YearsAsked {
  from?: number
  to?: number
  say: string
  gaps: { from?: number; to?: number; say: string }[]
}

export interface GapView {
  say: string
  years: string
  kind: string
  who: string
  /** A question that can be sent as it stands. */
  question: string
  /** What an authority would confirm to be whole. */
  roles: Record<string, string | string[]>
  from: string
  to: string
}

/** One piece to fill in when a fact is found. */
export interface DraftField {
  role: string
  holds: string
  required: boolean
  list: boolean
  values?: readonly string[]
  value: { id: string; label: string }[]
  hint?: string
}

export interface NamedRole {
  role: string
  holds: string
  value: { id?: string; label: string; start?: number; end?: number }[]
}

export interface ReadClaim extends Judged {
  id: string
  /** Its place in the list, worst first, from 1. */
  n: number
  kind: string
  remark: boolean
  start: number
  end: number
  quote: string
  speaker?: string
  voice: string
  when?: string
  whenSay?: string
  roles: NamedRole[]
  rules: string[]
  reason?: string
  notes: Note[]
  readings: (Judged & { say: string })[]
  parts: (Judged & { say: string; start: number; end: number; presupposed: boolean })[]
  /** As of the article's day, and today as far as the sources reach. */
  said: { on: string; say: string }
  now: Judged & { on: string; say: string }
  witnesses: Told[]
  against: Told[]
  lists: ListUsed[]
  years: YearsAsked[]
  gaps: GapView[]
  nearest?: { say: string; told: Told[] }
  /** Tellings that are one event with what the claim tells, or may be. */
  pairs: PairView[]
  draft?: { kind: string; meaning: string; fields: DraftField[]; when?: string }
  verdict: string
  review?: { id: string; is: 'accepted' | 'corrected' | 'rejected'; by: string; at?: string; because?: string }
  /** How the reader of today reads the same words, where a person has settled on another reading. */
  reread?: Reread
}
