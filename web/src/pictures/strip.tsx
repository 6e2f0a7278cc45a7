import type { Item, Lane } from '../../../src/show/views/timeline.ts'
import { Hatch } from './hatch.tsx'
import { MARK_WORDS, Sign } from './marks.tsx'
import { type YearScale, yearsOf } from './scale.ts'

interface Placed {
  item: Item
  x0: number
  x1: number
  row: number
}

const ROW = 15
const MOST_ROWS = 7
/** Signs nearer than this lie in another row. */
const APART = 11
const TALLEST_OVERLAP = 3
/** A short term is drawn no narrower than this. */
const LEAST = 9

/** Items one below the other where they would overlap, in as many rows as needed and no more than a few. */
function placed(
  items: readonly Item[],
  scale: YearScale,
  range: readonly [number, number],
): { at: Placed[]; rows: number } {
  const ends: number[] = []
  const spans = items.filter((i) => i.mark === 'holds').length
  const most = spans > TALLEST_OVERLAP ? MOST_ROWS : 4
  const at = items.flatMap((item): Placed[] => {
    if (!item.from || !item.to) return []
    const [from, to] = [yearsOf(item.from), yearsOf(item.to)]
    if (to < range[0] || from > range[1]) return []
    const [a, b] = [scale.x(from), scale.x(to)]
    const wide = item.mark === 'holds' || b - a > 16
    const [x0, x1] = wide ? [a, Math.max(b, a + LEAST)] : [(a + b) / 2, (a + b) / 2]
    const free = ends.findIndex((end) => end + (wide ? 3 : APART) <= x0)
    const row = free >= 0 ? free : Math.min(ends.length, most - 1)
    ends[row] = Math.max(ends[row] ?? 0, x1)
    return [{ item, x0, x1, row }]
  })
  return { at, rows: Math.max(1, ends.length) }
}

/** One lane along the years: hatched where no list is known to be whole, a line below where one is. */
export function Strip({
  lane,
  scale,
  range,
  width,
  from,
  choose,
}: {
  lane: Lane
  scale: YearScale
  range: readonly [number, number]
  width: number
  /** The year before which one of the two was no state yet. */
  from: number
  choose(item: Item): void
}) {
  const { at, rows } = placed(lane.items, scale, range)
  const height = rows * ROW + 14
  const hatch = `hatch-${lane.id.replace(/[^\w-]/g, '-')}`
  const y = (row: number) => 9 + row * ROW
  return (
    <svg class="strip" width={width} height={height} role="img" aria-label={saying(lane)}>
      <defs>
        <Hatch id={hatch} />
      </defs>
      <Ground lane={lane} scale={scale} range={range} height={height} from={from} hatch={hatch} />
      {scale.ticks.map((tick) => (
        <line key={tick} class="grid" x1={scale.x(tick)} x2={scale.x(tick)} y1="0" y2={height} />
      ))}
      {at.map((p) => (
        <Drawn key={p.item.id} placed={p} y={y(p.row)} choose={choose} />
      ))}
    </svg>
  )
}

const saying = ({ title, items }: Lane): string =>
  `${title}: ${items.length === 0 ? 'nothing on record' : items.length === 1 ? 'one on record' : `${items.length} on record`}; each stands in the list below`

function Ground({
  lane,
  scale,
  range,
  height,
  from,
  hatch,
}: Pick<Parameters<typeof Strip>[0], 'lane' | 'scale' | 'range' | 'from'> & { height: number; hatch: string }) {
  const [start, end] = [scale.x(Math.max(from, range[0])), scale.x(range[1])]
  const runs = lane.stretches.map((s) => ({
    ...s,
    x0: Math.max(start, scale.x(yearsOf(s.from))),
    x1: scale.x(yearsOf(s.to)),
  }))
  return (
    <>
      <rect class="open" x={start} y="0" width={Math.max(0, end - start)} height={height} fill={`url(#${hatch})`} />
      {runs.map((s) =>
        s.x1 > s.x0 ? (
          <g key={`${s.from}${s.level}`}>
            <rect class={s.level} x={s.x0} y="0" width={s.x1 - s.x0} height={height} />
            <line class={`cover ${s.level}`} x1={s.x0} x2={s.x1} y1={height - 1.5} y2={height - 1.5} />
          </g>
        ) : null,
      )}
    </>
  )
}

function Drawn({ placed: { item, x0, x1 }, y, choose }: { placed: Placed; y: number; choose(item: Item): void }) {
  const title = `${item.lead}: ${item.say}${MARK_WORDS[item.mark] ? ` (${MARK_WORDS[item.mark]})` : ''}`
  return (
    // The list below the picture has the same items as buttons: this is the way of the mouse alone.
    // biome-ignore lint/a11y/noStaticElementInteractions: as said
    <g class={`item ${item.mark}`} onClick={() => choose(item)}>
      <title>{title}</title>
      {x1 > x0 && (
        <rect class={item.mark === 'holds' ? 'span' : 'span within'} x={x0} y={y - 2.5} width={x1 - x0} height="5" />
      )}
      {item.mark !== 'holds' && (
        <g transform={`translate(${(x0 + x1) / 2} ${y})`}>
          <Sign mark={item.mark} />
        </g>
      )}
      <rect class="catch" x={x0 - 8} y={y - 8} width={x1 - x0 + 16} height="16" />
    </g>
  )
}

/** The years below the lanes. */
export const YearAxis = ({ scale, width }: { scale: YearScale; width: number }) => (
  <svg class="axis" width={width} height="20" aria-hidden="true">
    {scale.ticks.map((year) => {
      const x = scale.x(year)
      const anchor = x < 16 ? 'start' : x > width - 16 ? 'end' : 'middle'
      return (
        <text key={year} x={x} y="14" text-anchor={anchor}>
          {year}
        </text>
      )
    })}
  </svg>
)
