import type { Superlatives } from '../../check/superlatives.ts'
import type { Coverage, Source } from '../../model/coverage.ts'
import type { Fact } from '../../model/fact.ts'
import type { EntityId } from '../../model/ids.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Answer } from '../../model/verdict.ts'
import type { Day } from '../../model/when.ts'
import type { Label } from '../en/label.ts'
import type { AgreementYear } from './briefing.ts'
import type { OfficeThen } from './briefing-lines.ts'
import type { Notebook } from './briefing-notes.ts'

/** How a briefing names states: an authority's names, and what is to be said of names in dispute. */
export interface BriefingNames {
  title: string
  /** The label for a line told in a source's words. */
  label(base: Label, quote?: string): Label
  notes(ids: readonly EntityId[]): { id: EntityId; label: string; note: string }[]
}

/** What a ledger gave for a briefing. */
export interface Material {
  pair: readonly [EntityId, EntityId]
  on: Day
  drawn: Day
  knownOn?: string
  version: string
  /** What concerns both, of every kind. */
  facts: readonly Fact[]
  /** Memberships, communities and offices of either. */
  memberships: readonly Fact[]
  communities: readonly Fact[]
  offices: readonly Fact[]
  coverage: readonly Coverage[]
  sources: ReadonlyMap<string, Source>
  judgements: readonly Judgement[]
  /** Whether they have relations, on the last day for which that can be told. */
  relations: { answer: Answer; on: Day }
  superlatives: Superlatives
  anniversaries: readonly { on: string; years: number; fact: Fact }[]
  agreement: readonly AgreementYear[]
  /** Sources of the roll calls, by year. */
  ballotSources: ReadonlyMap<string, readonly string[]>
  /** Names of the ledger. */
  base: Label
  names: BriefingNames
}

/** What the parts of a briefing share while it is put together. */
export interface Desk extends Material {
  label: Label
  /** The label for a line that rests on a fact. */
  labelFor(fact: Fact): Label
  officeThen: OfficeThen
  notebook: Notebook
}
