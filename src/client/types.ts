import type { z } from '@hono/zod-openapi'
import type { Article, Day as DaySchema } from '../http/schemas.ts'
import type { Entry } from '../keep/port.ts'
import type { Document } from '../model/claim.ts'
import type { Kind } from '../model/kinds/index.ts'
import type { Holds } from '../model/kinds/kind.ts'
import type { Correction } from '../model/review.ts'
import type { Told } from '../show/views/read-types.ts'

export type Day = z.input<typeof DaySchema>
/** An article's text, and what is known of it besides. */
export type ArticleInput = z.input<typeof Article>

/** Of which moment something is asked: today, and what the ledger had recorded by an instant. */
export interface Moment {
  today?: Day
  knownOn?: string
}

/** A fact that somebody found: names as words or ids. */
export interface FoundInput {
  kind: Kind
  roles: Readonly<Record<string, readonly string[]>>
  /** EDTF. */
  when: string
  url: string
  quote: string
  by?: string
}

/** What an authority says is all there is. */
export interface WholeInput {
  kind: Kind
  roles: Readonly<Record<string, string | readonly string[]>>
  from: Day
  to: Day
  authority: string
  note?: string
  by?: string
}

/** A word on a claim as read. `seen`: the review that stood when it was made, so that nobody's word is overrun unseen. */
export interface ReviewInput {
  article: ArticleInput
  claim: string
  is: 'accepted' | 'corrected' | 'rejected'
  correction?: Correction
  because?: string
  seen?: string
  by?: string
}

export interface AddedFact {
  id?: string
  added: boolean
  recordedAt: string
}

/** A fact with its source, its words and all that was done to it. */
export interface FactView {
  told: Told
  kind: Kind
  roles: Record<string, string | string[]>
  history: Entry[]
}

/** A filed article with its text and the reviews of its claims. */
export interface DocumentView {
  document: Document
  history: Entry[]
  reviews: { id: string; claim: string; is: string; by: string; quote: string; because?: string; history: Entry[] }[]
}

export type FiledDocument = Omit<Document, 'text' | 'captured'>

export interface BriefingInput {
  a: string
  b: string
  on: Day
  names?: 'UN' | 'ISO' | 'source'
  ownNames?: string
  since?: Day
  today?: Day
  knownOn?: string
}

export interface NameQuery {
  q: string
  holds: Holds
  on?: Day
}
