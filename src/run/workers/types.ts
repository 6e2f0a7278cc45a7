import type { Claim, Document } from '../../model/claim.ts'
import type { ErrorCode } from '../../model/error.ts'
import type { Opening } from '../open.ts'

/** What is taken, and done or given back, as one: a file, some pages of a web archive, a message of a stream. */
export interface Unit {
  /** A path, or a stream. */
  path: string
  /** The part of it: of an archive, which run of pages; of a stream, the number of the message; else 0. */
  part: number
  /** How often it was begun, this time included. */
  tries: number
  articles(): AsyncIterable<Opening>
}

/** An article that cannot be read, and why. */
export interface Failure {
  name: string
  code: ErrorCode
  reason: string
}

export interface Outcome {
  unit: Unit
  failures: readonly Failure[]
}

/** Where articles come from. Several processes may take from one; a unit in hand is another's only when its holder is gone. */
export interface Feed {
  /** At most so many units; none: nothing is free just now; `undefined`: nothing is left. */
  take(most: number): Promise<Unit[] | undefined>
  /** Of units whose articles are kept: they are done, what failed is a dead letter. */
  done(outcomes: readonly Outcome[]): Promise<void>
  /** Of units that were not begun: they are anybody's again. */
  giveBack(units: readonly Unit[]): Promise<void>
  /** Says that units are still in hand. */
  hold(units: readonly Unit[]): Promise<void>
  close(): Promise<void>
}

/** An article as read. */
export interface Result {
  name: string
  doc: Document
  claims: readonly Claim[]
  unread: number
}

/** Where what is read goes. An article is known by the hash of its text, and kept once, whoever brings it and however often. */
export interface Sink {
  has(id: string): Promise<boolean>
  /** On the disk when it returns; how many were new. Throws `fault` where it cannot be written: then none is kept. */
  keep(results: readonly Result[]): Promise<number>
  /** When a worker ends in good order. */
  close(): Promise<void>
}
