import type { Ballot } from '../model/ballot.ts'
import type { NewCoverage, Source } from '../model/coverage.ts'
import type { Citation, NewFact } from '../model/fact.ts'
import type { EntityId } from '../model/ids.ts'
import type { Day } from '../model/when.ts'
import type { NamedEntity } from './names-row.ts'

/**
 * An open data set of the world: what it holds, where its publisher keeps it, and how its files are told as facts. One file
 * a data set.
 */
export interface OpenSource {
  /** As typed by a user: `historian-travels`. */
  name: string
  title: string
  /** What it holds, in a line. */
  holds: string
  /** Whose record it is: "as recorded by the United States". */
  viewpoint: string
  licence: Licence
  /** What it covers, in a line, and the last day its data speaks for. */
  covers: string
  /** Known faults, one sentence each, that a user of its figures should have read. */
  faults: readonly string[]
  /** Size of its files, in megabytes. */
  megabytes: number
  /** Part of the open core. */
  recommended: boolean
  publisher: Publisher
  /**
   * The folder of a user's own copy within `folder`, or undefined when nothing there is of this source: looks at names of
   * files, not at their content.
   */
  recognise(files: Files): Files | undefined
  /** Tells the files. Throws `incorrect` for a layout that is not the publisher's, naming what was expected and found. */
  tell(files: Files): Told
}

export interface Licence {
  name: string
  url?: string
  /** Whether an export may contain it. `false` also where no licence is stated. */
  exports: boolean
}

/** Where to fetch it. */
export type Publisher =
  /** A public repository at a pinned commit: the paths are prefixes of the files taken. */
  | { kind: 'repository'; repository: string; commit: string; paths: readonly string[] }
  | { kind: 'files'; files: readonly { url: string; path: string; sha256?: string }[] }
  /** No address to fetch from: where a person downloads it, and how. */
  | { kind: 'by-hand'; page: string; how: string }
  /** A service that is asked about a pair or a state, and never for the whole. */
  | { kind: 'asked'; page: string; how: string }

/** A folder of files, read when asked. Paths are relative, with `/`. */
export interface Files {
  /** Where it is, for messages. */
  at: string
  /** Paths under a prefix, sorted. */
  list(prefix?: string): string[]
  /**
   * UTF-8, a byte order mark removed, `.gz` unpacked within bounds; of an `.xlsx` its largest sheet, of Stata's data the
   * rows, separated by commas. Throws `not-found`, `incorrect`.
   */
  text(path: string): string
  /** As they lie on the disk, packed or not: for spreadsheets and for checksums. Throws `not-found`. */
  bytes(path: string): Uint8Array
  within(folder: string): Files
}

/** What the files tell. `sources` cite; `rows` counts what was read, facts or not. */
export interface Told {
  sources: Source[]
  facts: NewFact[]
  coverage: NewCoverage[]
  names: NamedEntity[]
  /** Roll calls with every voter's choice, which a ledger keeps packed. */
  ballots: Ballot[]
  findings: Finding[]
  rows: number
  /** Running text that tells more, to be read into facts before filing. */
  prose?: readonly Prose[]
}

/** A paragraph of a source that tells in words: about a country, as its article calls it. */
export interface Prose {
  text: string
  /** The state meant by the country's name on the days of a sentence; `undefined` for none. */
  about(sentence: string, day: Day): EntityId | undefined
  /** The country, as its article calls it. */
  country: string
  file: string
  cite: Citation
}

export type { Ballot }

/** What is wrong or doubtful with a row: told to the user, never a crash. */
export interface Finding {
  /** A short constant: `end-before-start`, `unknown-state`, `does-not-cross-foot`. */
  kind: string
  file: string
  /** Row or element within the file. */
  locator?: string
  /** What it says and what was done with it. */
  message: string
}
