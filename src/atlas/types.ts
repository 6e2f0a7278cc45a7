import type { EntityId } from '../model/ids.ts'
import type { Day } from '../model/when.ts'

/** One answer to "who is meant by this name on this day". */
export interface Candidate {
  id: EntityId
  /** Our neutral label, the United Nations' form by default. */
  label: string
  codes: { iso3?: string; cow?: string; gw?: string }
  /** How the name led here: `name`, `formal name`, `demonym`, `capital`, `code`, `former name`, `misspelling`, … with dates. */
  why: string
  /** How the text used it: a demonym or adjective ("Ecuadorian") is no mention of the state by name. */
  form: 'name' | 'demonym' | 'adjective' | 'capital' | 'metonym' | 'code'
  /** From 1 (certain) down; candidates come likeliest first. */
  score: number
}

/** A name found in running text. */
export interface NameHit {
  start: number
  end: number
  candidates: Candidate[]
}

export interface Holder {
  person: EntityId
  name: string
  office: EntityId
  from: Day
  /** Absent: not known to have ended when the source closed. */
  to?: Day
}
