import type { Doubt } from '../../model/judgement.ts'
import type { Verdict } from '../../model/verdict.ts'
import { point } from './time.ts'

type Doubted = Pick<Doubt, 'from' | 'to' | 'because'>

/** Doubts about one list in a phrase: "in doubt from 1 March 2021 to 5 March 2023: it lacks …, and 2 more". */
export function sayDoubt(doubts: readonly Doubted[]): string {
  const [first, ...more] = doubts.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const to = doubts.reduce((last, d) => (d.to > last ? d.to : last), first!.to)
  const days = more.length ? 'here and there from' : 'from'
  return `in doubt ${days} ${point(first!.from)} to ${point(to)}: ${first!.because}${more.length ? `, and ${more.length} more` : ''}`
}

/** Why a list that is said to be whole leaves a verdict open: what it was found to lack, where that matters. */
export function sayDoubts(verdict: Verdict, source: (id: string) => string): string[] {
  if (verdict.outcome !== 'not-covered') return []
  const parts = verdict.readings[0]?.parts ?? []
  const said = parts.flatMap(({ answer: { coverage, gaps } }) =>
    coverage.flatMap((c) => {
      const doubts = (c.doubts ?? []).filter((d) => gaps.some((gap) => gap.from <= d.to && gap.to >= d.from))
      return doubts.length ? [`${source(c.cite.source)} is ${sayDoubt(doubts)}`] : []
    }),
  )
  return [...new Set(said)]
}
