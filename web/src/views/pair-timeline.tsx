import { useState } from 'preact/hooks'
import type { PairView } from '../../../src/show/views/pair.ts'
import type { Item, Lane, Mark } from '../../../src/show/views/timeline.ts'
import { Hatch } from '../pictures/hatch.tsx'
import { Legend } from '../pictures/marks.tsx'
import { yearScale, yearsOf } from '../pictures/scale.ts'
import { Strip, YearAxis } from '../pictures/strip.tsx'
import { ItemList } from '../pictures/tellings.tsx'
import { useWidth } from '../pictures/use.ts'

const ORDER: readonly Mark[] = [
  'made',
  'broken',
  'restored',
  'step',
  'holds',
  'event',
  'planned',
  'cancelled',
  'denied',
]

/** All dealings of the two along one line of years, and the same as lists. */
export function Timeline({
  view,
  all,
  choose,
}: {
  view: PairView
  /** The lane of which everything is listed. */
  all: string
  choose(lane: Lane, item: Item): void
}) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const whole = wholeRange(view)
  const [range, setRange] = useState<readonly [number, number]>(whole)
  const scale = yearScale(range[0], range[1], width)
  const used = new Set(view.lanes.flatMap((lane) => lane.items.map((item) => item.mark)))
  const born = view.pair.map((s) => (s.from ? yearsOf(s.from) : Number.NEGATIVE_INFINITY))
  const from = Math.max(...born)
  const later = born[0]! > born[1]! ? view.pair[0] : view.pair[1]
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">Over time</h2>
      <Years range={range} whole={whole} set={setRange} />
      <Legend marks={ORDER.filter((mark) => used.has(mark))} />
      <Grounds />
      {from > range[0] && (
        <p class="hint">
          {later.label} is a state since {later.from!.slice(0, 4)}, as the atlas has it; before, the lanes are left
          blank.
        </p>
      )}
      <div class="lanes">
        <div class="measure" ref={ref} />
        {width > 0 &&
          view.lanes.map((lane) => (
            <div class="lane" key={lane.id}>
              <h3>
                {lane.title} <span class="soft count">{lane.items.length || 'none on record'}</span>
              </h3>
              <Strip
                lane={lane}
                scale={scale}
                range={range}
                width={width}
                from={from}
                choose={(item) => choose(lane, item)}
              />
            </div>
          ))}
        {width > 0 && <YearAxis scale={scale} width={width} />}
      </div>
      <h3>The same as lists</h3>
      {view.lanes.map((lane) =>
        lane.items.length ? (
          <details key={lane.id} class="lane-list" open={all === lane.id}>
            <summary>
              {lane.title}: {lane.items.length}
            </summary>
            <ItemList items={lane.items} sources={view.sources} name="item" all={all === lane.id} />
          </details>
        ) : (
          <p key={lane.id} class="soft empty">
            {lane.title}: nothing on record
          </p>
        ),
      )}
    </section>
  )
}

/** From the first year of which anything is told to this one. */
function wholeRange({ lanes, today }: PairView): readonly [number, number] {
  const years = lanes.flatMap((lane) =>
    lane.items.flatMap((item) => (item.from ? [Number(item.from.slice(0, 4))] : [])),
  )
  const end = Math.max(
    Number(today.slice(0, 4)),
    ...lanes.flatMap((l) => l.items.flatMap((i) => (i.mark === 'planned' && i.to ? [Number(i.to.slice(0, 4))] : []))),
  )
  return [Math.min(...years.filter((y) => y > 0), end - 20), end + 1]
}

function Years({
  range,
  whole,
  set,
}: {
  range: readonly [number, number]
  whole: readonly [number, number]
  set(range: readonly [number, number]): void
}) {
  const year = (text: string, fallback: number) => (/^\d{4}$/.test(text) ? Number(text) : fallback)
  const put = (from: number, to: number) => from < to && set([from, to])
  return (
    <div class="years">
      <label>
        From the year
        <input
          type="number"
          min={whole[0]}
          max={range[1] - 1}
          value={range[0]}
          onChange={(e) => put(year(e.currentTarget.value, whole[0]), range[1])}
        />
      </label>
      <label>
        to
        <input
          type="number"
          min={range[0]}
          max={whole[1] - 1}
          value={range[1] - 1}
          onChange={(e) => put(range[0], year(e.currentTarget.value, whole[1] - 1) + 1)}
        />
      </label>
      <button type="button" disabled={range[0] === whole[0] && range[1] === whole[1]} onClick={() => set(whole)}>
        All years
      </button>
    </div>
  )
}

/** What the ground of a lane means. */
const Grounds = () => (
  <ul class="legend">
    <li>
      <svg width="34" height="16" aria-hidden="true">
        <rect class="whole" width="34" height="16" />
        <line class="cover whole" x1="0" x2="34" y1="14.5" y2="14.5" />
      </svg>
      a list said to be whole
    </li>
    <li>
      <svg width="34" height="16" aria-hidden="true">
        <rect class="part" width="34" height="16" />
        <line class="cover part" x1="0" x2="34" y1="14.5" y2="14.5" />
      </svg>
      whole in part: see below
    </li>
    <li>
      <svg width="34" height="16" aria-hidden="true">
        <defs>
          <Hatch id="hatch-legend" />
        </defs>
        <rect width="34" height="16" fill="url(#hatch-legend)" />
      </svg>
      no list known to be whole: absence says nothing
    </li>
  </ul>
)
