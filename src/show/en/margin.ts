import { marginOf } from '../../check/index.ts'
import type { CheckedPart, Verdict } from '../../model/verdict.ts'

const n = (x: number, share: boolean): string =>
  share ? `${(100 * x).toFixed(1)} points` : Number.isInteger(x) ? x.toLocaleString('en-US') : x.toFixed(1)

/** "It is 191: 2 fewer than is said", "it is 191; the sentence would hold down to 101"; and the one source that tells otherwise. */
export function sayMargins(verdict: Pick<Verdict, 'readings'>, source: (id: string) => string): string[] {
  const parts = verdict.readings[0]?.parts ?? []
  return parts.flatMap((part) => [...numberOf(part), ...outlierOf(part, source)])
}

function numberOf(part: CheckedPart): string[] {
  const margin = marginOf(part)
  if (!margin) return []
  const share = part.question.measure === 'share'
  const is = share ? percent(margin.value) : n(margin.value, false)
  if (margin.short !== undefined) return [`it is ${is}: ${n(margin.short, share)} fewer than is said`]
  if (margin.over !== undefined) return [`it is ${is}: ${n(margin.over, share)} more than is said`]
  const [least, most] = [margin.said.least, margin.said.most].map((x) =>
    x === null ? '' : share ? percent(x) : n(x, false),
  )
  const bounds = [least && `down to ${least}`, most && `up to ${most}`].filter(Boolean)
  return [`it is ${is}; the sentence would hold ${bounds.join(' and ')}`]
}
const percent = (x: number): string => `${(100 * x).toFixed(1)} %`

const outlierOf = ({ answer }: CheckedPart, source: (id: string) => string): string[] =>
  answer.outlier ? [`of several sources, ${source(answer.outlier)} alone tells otherwise`] : []
