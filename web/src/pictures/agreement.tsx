import { line } from 'd3-shape'
import type { AgreementView, Share } from '../../../src/show/views/agreement.ts'
import { Hatch } from './hatch.tsx'
import { type YearScale, yearScale } from './scale.ts'

const HEIGHT = 210
const TOP = 10
const BARS = 34
/** A share of fewer roll calls than this is drawn open, and joined to no other. */
export const FEW = 5

const shareOf = ({ alike, both }: Share): number => alike / both
const y = (share: number): number => TOP + (1 - share) * (HEIGHT - TOP)

/** Shares in years that follow each other, as lines; a year without is a gap. */
function paths(shares: readonly Share[], scale: YearScale, few = FEW): string[] {
  const runs: Share[][] = []
  for (const share of shares.filter((s) => s.both >= few)) {
    const last = runs.at(-1)?.at(-1)
    if (last && share.year === last.year + 1) runs.at(-1)!.push(share)
    else runs.push([share])
  }
  const path = line<Share>(
    (s) => scale.x(s.year + 0.5),
    (s) => y(shareOf(s)),
  )
  return runs.map((run) => path(run) ?? '')
}

/** How alike two states voted by year, and each with the members of a group; years without roll calls are hatched. */
export function AgreementPicture({
  view,
  group,
  names,
  to,
  width,
}: {
  view: AgreementView
  group: AgreementView['compare'][number] | undefined
  names: readonly [string, string]
  /** The year in which we are. */
  to: number
  width: number
}) {
  const [first] = view.years
  if (!first || width < 40) return null
  const left = 40
  const range = [first.year, to + 1] as const
  const scale = yearScale(range[0], range[1], width - left - 8)
  const held = new Map(view.years.map((s) => [s.year, s]))
  const none = Array.from({ length: to + 1 - range[0] }, (_, i) => range[0] + i).filter(
    (year) => (held.get(year)?.rolls ?? 0) < FEW,
  )
  const many = (s: Share) => (held.get(s.year)?.rolls ?? 0) >= FEW
  const most = Math.max(...view.years.map((s) => s.rolls))
  const told = view.years.filter((s) => s.both > 0)
  return (
    <svg class="agreement" width={width} height={HEIGHT + BARS + 46} role="img" aria-label={saying(view, names)}>
      <defs>
        <Hatch id="hatch-agreement" />
      </defs>
      <g transform={`translate(${left} 0)`}>
        {none.map((year) => (
          <rect
            key={year}
            x={scale.x(year)}
            y={TOP}
            width={scale.x(year + 1) - scale.x(year)}
            height={HEIGHT + BARS}
            fill="url(#hatch-agreement)"
          />
        ))}
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share}>
            <line class="grid" x1="0" x2={scale.x(range[1])} y1={y(share)} y2={y(share)} />
            <text x="-6" y={y(share) + 4} text-anchor="end">
              {100 * share} %
            </text>
          </g>
        ))}
        {group && paths(group.one.filter(many), scale).map((d) => <path key={d} class="line one" d={d} />)}
        {group && paths(group.other.filter(many), scale).map((d) => <path key={d} class="line other" d={d} />)}
        {paths(told, scale).map((d) => (
          <path key={d} class="line pair" d={d} />
        ))}
        {told.map((s) => (
          <circle
            key={s.year}
            class={s.both < FEW ? 'dot few' : 'dot'}
            cx={scale.x(s.year + 0.5)}
            cy={y(shareOf(s))}
            r={s.both < FEW ? 3.5 : 2.5}
          >
            <title>{`${s.year}: alike in ${s.alike} of ${s.both}`}</title>
          </circle>
        ))}
        <Bars view={view} scale={scale} most={most} />
        {scale.ticks.map((year) => (
          <text key={year} x={scale.x(year)} y={HEIGHT + BARS + 28} text-anchor="middle">
            {year}
          </text>
        ))}
      </g>
    </svg>
  )
}

/** How many roll calls of each year are held, and in how many of them both took part. */
function Bars({ view, scale, most }: { view: AgreementView; scale: YearScale; most: number }) {
  const base = HEIGHT + BARS + 12
  const tall = (n: number) => (n / most) * (BARS - 4)
  return (
    <>
      {view.years.map((s) => {
        const [x, wide] = [scale.x(s.year), Math.max(1, scale.x(s.year + 1) - scale.x(s.year) - 1)]
        return (
          <g key={s.year}>
            <rect class="held" x={x} y={base - tall(s.rolls)} width={wide} height={tall(s.rolls)}>
              <title>{`${s.year}: ${s.rolls} roll calls held here, both took part in ${s.both}`}</title>
            </rect>
            <rect class="joint" x={x} y={base - tall(s.both)} width={wide} height={tall(s.both)} />
          </g>
        )
      })}
    </>
  )
}

const saying = ({ years }: AgreementView, [a, b]: readonly [string, string]): string => {
  const told = years.filter((s) => s.both > 0)
  const [first, last] = [told[0], told.at(-1)]
  if (!first || !last) return `No roll call in which both ${a} and ${b} took part`
  return `${a} and ${b} alike by year, from ${Math.round(100 * shareOf(first))} % in ${first.year} to ${Math.round(100 * shareOf(last))} % in ${last.year}; the figures stand in the table below`
}
