import type { z } from '@hono/zod-openapi'
import type { Asked as Table } from '../http/routes/table.ts'
import type { Article, Day as DaySchema } from '../http/schemas.ts'
import type { Entry } from '../keep/port.ts'
import type { Watch } from '../keep/watches.ts'
import type { Document, Row, Unread } from '../model/claim.ts'
import type { EntityClass } from '../model/ids.ts'
import type { Kind } from '../model/kinds/index.ts'
import type { Holds } from '../model/kinds/kind.ts'
import type { Correction } from '../model/review.ts'
import type { Link } from '../run/ask-link.ts'
import type { WatchRun, WatchState } from '../run/watch.ts'
import type { Briefing } from '../show/views/briefing.ts'
import type { Told } from '../show/views/read-types.ts'
import type { TableView } from '../show/views/table.ts'

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

/** What an authority says is all there is; roles by ids. */
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

/** Claims with exact spans, in order of the text. */
export interface ReadingView {
  document: string
  rows: Row[]
  unread: Unread[]
}

/** What filing an article did: `silent` of its claims tell no fact. */
export interface KeptView {
  document: string
  /** Ids of what it tells. */
  facts: string[]
  added: number
  unchanged: number
  claims: number
  silent: number
  recordedAt: string
}

/** Who asks: the name of the token, where one is needed; `page`: a browser holds it. */
export interface MeView {
  name?: string
  scope: 'read' | 'review' | 'admin'
  expires?: string
  page: boolean
}

export interface EntityQuery {
  class?: EntityClass
  /** By the names of that day. */
  on?: Day
}

export interface DecisionInput {
  id: string
  is: 'accept' | 'reject'
  because?: string
  by?: string
}

export interface SameInput {
  article: ArticleInput
  pair: readonly [string, string]
  is: 'same' | 'not-same' | 'unsure'
  because?: string
  seen?: string
  by?: string
}

/** What is watched, and what it came to last. */
export type WatchView = Omit<Watch, 'last'> & { last: { at: string; state: WatchState; says: string } }
/** What something watched comes to now, and what changed since the last time. */
export type WatchRunView = Omit<WatchRun, 'labels'> & { says: string }

/** Takes a word back; `seen` is its id. */
export interface UndoSameInput {
  article: ArticleInput
  seen: string
  by?: string
}

/** A question as data: what the `link` of a reading carries, as JSON in base64url. */
export type LinkInput = z.input<typeof Link>

export interface ExportInput {
  article: ArticleInput
  as: 'claimreview' | 'markdown' | 'html'
  by?: string
}

/** A text to be kept under a name. */
export interface TextFileView {
  name: string
  type: string
  content: string
}

/** States by name or code with commas between, or a group; years both included. */
export interface PanelInput {
  states?: string
  group?: string
  from?: number
  to?: number
  knownOn?: string
}

/** A table as text (CSV), and what each column is where that is not to be guessed. */
export type TableInput = Omit<z.input<typeof Table>, 'file_it'>
export type FiledTable = TableView & Required<Pick<TableView, 'filedIn'>>

export interface BriefingInput {
  a: string
  b: string
  on: Day
  names?: 'UN' | 'ISO' | 'source'
  /** The house's own names as CSV of id, name, note; over `names`. */
  ownNames?: string
  ownNamesFile?: string
  /** A day, or the data of an earlier issue. */
  since?: Day | Briefing
  today?: Day
  knownOn?: string
}

export interface BriefingFileInput extends BriefingInput {
  format: 'docx' | 'pdf' | 'md' | 'html'
  /** Of Word. */
  template?: Uint8Array
}

export interface NameQuery {
  q: string
  holds: Holds
  on?: Day
}
