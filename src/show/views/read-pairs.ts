import type { Source } from '../../model/coverage.ts'
import type { Fact } from '../../model/fact.ts'
import { classOf } from '../../model/ids.ts'
import type { Sameness } from '../../model/judgement.ts'
import type { Label } from '../en/label.ts'
import { definite, listed } from '../en/label.ts'
import { dates } from '../en/time.ts'
import type { Told } from './read-types.ts'
import { toldView } from './told.ts'

/** Two tellings that are one event, or may be, with what was judged of them. */
export interface ShownPair {
  a: Fact
  b: Fact
  apart: number
  named: readonly { role: string; a: string; b: string }[]
  is: 'taken' | 'open' | Sameness['is']
  judged?: Sameness & { id: string; at: string }
}

/** Two tellings side by side, why they may be one event, and what a person said of it. */
export interface PairView {
  key: string
  is: ShownPair['is']
  /** Why they may be one, and what speaks against it. */
  why: string
  a: Told
  b: Told
  judged?: { id: string; by: string; at: string; because: string }
}

export interface PairsOf {
  byClaim: ReadonlyMap<string, readonly ShownPair[]>
  sources: ReadonlyMap<string, Source>
}

/** So many pairs of a claim are shown: those that were judged and those that are open come first. */
const MOST = 12

export const pairViews = (pairs: PairsOf | undefined, claim: string, label: Label): PairView[] =>
  (pairs?.byClaim.get(claim) ?? []).slice(0, MOST).map((pair) => pairView(pair, pairs!.sources, label))

function pairView(pair: ShownPair, sources: PairsOf['sources'], label: Label): PairView {
  const { a, b, is, judged } = pair
  const told = (fact: Fact) => toldView(fact, label, sources.get(fact.cite.source))
  return {
    key: `${a.id} ${b.id}`,
    is,
    why: why(pair, label),
    a: told(a),
    b: told(b),
    ...(judged && { judged: { id: judged.id, by: judged.by, at: judged.at, because: judged.because } }),
  }
}

function why({ a, b, apart, named, is }: ShownPair, label: Label): string {
  const days = apart ? [`${apart} day${apart === 1 ? '' : 's'} lie between them`] : []
  const otherwise = !apart && a.when !== b.when ? [timed(a.when, b.when)] : []
  const names = named.map(({ role, a: x, b: y }) => `${role}: ${nameOf(x, label)} and ${nameOf(y, label)}`)
  const said = [...days, ...otherwise, ...names].join('; ')
  if (said) return said
  return is === 'taken'
    ? 'told alike, of days that meet'
    : 'told alike, by a source that tells more than one such event'
}

function timed(a: string | undefined, b: string | undefined): string {
  if (a && b) return `dated ${dates(a)} and ${dates(b)}`
  return `one is undated, the other dated ${dates(a ?? b)}`
}

const nameOf = (ids: string, label: Label): string =>
  listed(ids.split(', ').map((id) => (classOf(id) === 'office' ? `a ${label(id)}` : definite(label(id)))))
