import type { Coverage, Source } from '../model/coverage.ts'
import type { Fact } from '../model/fact.ts'
import type { Judgement } from '../model/judgement.ts'
import type { Kind } from '../model/kinds/index.ts'

/**
 * What a question needs of a ledger: facts and coverage of a kind. Each role listed must hold one of the ids; a role that
 * is not listed is unrestricted.
 */
export interface Pattern {
  kind: Kind
  roles?: Record<string, string[]>
}

/** What a ledger held of some patterns at one moment; every evaluation is a pure function of it. */
export interface Snapshot {
  /** What every evaluation joins (`ALWAYS`), where it was fetched once for many questions; then not among `facts`. */
  always?: Snapshot
  facts: Fact[]
  coverage: Coverage[]
  sources: Source[]
  /** What was judged of tellings and lists of these kinds, the latest last; absent: nothing. */
  judgements?: Judgement[]
}
