import type { EntityId } from './ids.ts'
import type { When } from './when.ts'

/** One roll call as one source tells it: every vote is a fact of the kind `vote`, which a ledger keeps packed. */
export interface Ballot {
  roll: EntityId
  when: When
  source: string
  url?: string
  locator: string
  /** By voter (`seat:EGY`), each once: `yes`, `no`, `abstain` or `absent`. */
  votes: readonly (readonly [EntityId, string])[]
  /**
   * Totals by choice as the publisher states them. A choice whose votes come to its total is complete by count: silence about
   * a voter then says that it did not choose so.
   */
  stated?: Readonly<Record<string, number>>
  /** How the totals are known where its publisher does not state them: "each of 57 members has a vote". */
  footing?: string
}

/** Every roll call in force as a table of one byte a vote, for counting over many: a row a voter, a column a ballot. */
export interface BallotTable {
  voters: readonly EntityId[]
  /** In order of time. */
  columns: readonly { roll: EntityId; when: When; source: string }[]
  /** `choices[voter * columns.length + column]`: 0 for no vote told, else one more than the place in `names`. */
  choices: Uint8Array
  names: readonly string[]
}
