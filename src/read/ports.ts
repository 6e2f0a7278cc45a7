import type { Holder } from '../atlas/types.ts'
import type { EntityId } from '../model/ids.ts'
import type { Day } from '../model/when.ts'

export interface KnownName {
  id: EntityId
  label: string
}

/**
 * What reading may ask of a ledger: who held an office, whom a name means, which roll call is meant. All synchronous, over
 * what was loaded for the article; an empty ledger answers with empty lists and reading goes on with the text's own names.
 */
export interface Holders {
  /** Everyone who held the office on the day (or ever, without a day), latest first. */
  holders(office: EntityId, on?: Day): Holder[]
  /** Offices that a person held on the day (or ever). */
  offices(person: EntityId, on?: Day): Holder[]
  /** Persons of that full name or surname. */
  persons(name: string): KnownName[]
  /** Roll calls known by those words ("partition of Palestine", "Resolution 181"). */
  rolls(words: string): (KnownName & { day: Day })[]
}

export const NOBODY: Holders = { holders: () => [], offices: () => [], persons: () => [], rolls: () => [] }
