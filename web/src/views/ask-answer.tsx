import { useState } from 'preact/hooks'
import { point } from '../../../src/show/en/time.ts'
import type { AskView, Member, ReadingView } from '../../../src/show/views/ask.ts'
import { MAP_NOTE } from '../../../src/show/views/map-note.ts'
import type { Item } from '../../../src/show/views/timeline.ts'
import { WorldMap } from '../pictures/map.tsx'
import { yearScale, yearsOf } from '../pictures/scale.ts'
import { Strip, YearAxis } from '../pictures/strip.tsx'
import { ItemList, openItem } from '../pictures/tellings.tsx'
import { useWidth } from '../pictures/use.ts'
import { go } from '../router.ts'
import { Mend } from './ask-mend.tsx'

/** The answer of the reading chosen, with the others beside it. */
export function Answer({ view, mend }: { view: AskView; mend(link: unknown): void }) {
  const [reading] = view.readings
  if (!reading) return null
  return (
    <>
      {view.readings.length > 1 && <Readings view={view} chosen={reading} />}
      <section aria-labelledby="answer" class="answer">
        <h2 id="answer" class="quiet">
          Answer
        </h2>
        <p class="said" dir="auto">
          {reading.answer}
        </p>
        <p class="soft" dir="auto">
          Read as: {reading.say}
          {reading.definition && ` (${reading.definition})`},{' '}
          {view.lastKnown ? `as last known on ${point(view.on)}` : `as of ${point(view.on)}`}.
          {reading.seats && ` ${reading.seats}`}
        </p>
        <Permalink view={view} reading={reading} />
      </section>
      <Shapes reading={reading} view={view} />
      <Evidence reading={reading} view={view} />
      {reading.missing.length > 0 && <Missing reading={reading} />}
      <Mend key={reading.link} view={view} reading={reading} send={mend} />
    </>
  )
}

const Readings = ({ view, chosen }: { view: AskView; chosen: ReadingView }) => (
  <fieldset class="readings">
    <legend>It may be read in {view.readings.length} ways</legend>
    {view.readings.map((reading) => (
      <label key={reading.link}>
        <input type="radio" name="reading" checked={reading === chosen} onChange={() => go(`/ask?q=${reading.link}`)} />
        <span>
          {reading.say}
          {reading.definition && ` (${reading.definition})`}
        </span>
      </label>
    ))}
  </fieldset>
)

/** An address that carries the question as data and its three days. */
function Permalink({ view, reading }: { view: AskView; reading: ReadingView }) {
  const [copied, setCopied] = useState(false)
  const address = `/ask?q=${reading.link}`
  return (
    <p class="small">
      <a href={address}>Permalink</a>{' '}
      <button
        type="button"
        class="plain"
        onClick={() => navigator.clipboard?.writeText(location.origin + address).then(() => setCopied(true))}
      >
        Copy
      </button>{' '}
      <span class="soft" role="status">
        {copied ? 'Copied. ' : ''}It gives this answer later too: what this ledger knew by{' '}
        {view.knownOn.slice(0, 16).replace('T', ' ')}
        {view.knownOn.length > 10 && ' UTC'}.
      </span>
    </p>
  )
}

type Shape = 'list' | 'timeline' | 'map'
const NAMES: Readonly<Record<Shape, string>> = { list: 'List', timeline: 'Timeline', map: 'Map' }

/** The members as a list or a map, the evidence along the years: what fits first, the others a choice away. */
function Shapes({ reading, view }: { reading: ReadingView; view: AskView }) {
  const placed = reading.members.filter((m) => m.lat !== undefined)
  const dated = [...reading.evidence, ...reading.against].filter((i) => i.from)
  const can: Shape[] = [
    ...(reading.members.length ? (['list'] as const) : []),
    ...(dated.length ? (['timeline'] as const) : []),
    ...(placed.length > 1 ? (['map'] as const) : []),
  ]
  const first = reading.shape === 'timeline' && dated.length ? 'timeline' : can[0]
  const [chosen, setChosen] = useState<Shape>()
  const shape = chosen && can.includes(chosen) ? chosen : first
  if (!shape) return null
  return (
    <section aria-labelledby="shape">
      <h2 id="shape">Who and when</h2>
      {can.length > 1 && (
        <fieldset class="shapes">
          <legend class="live">Shown as</legend>
          {can.map((one) => (
            <label key={one}>
              <input type="radio" name="shape" checked={one === shape} onChange={() => setChosen(one)} />
              {NAMES[one]}
            </label>
          ))}
        </fieldset>
      )}
      {shape === 'list' && <Members reading={reading} />}
      {shape === 'timeline' && <Line items={dated} reading={reading} today={view.today} />}
      {shape === 'map' && <Dots members={placed} />}
    </section>
  )
}

const SURE: Readonly<Record<Member['sure'], string>> = {
  yes: 'told by the sources',
  differs: 'sources differ',
  open: 'not told here',
}

const Members = ({ reading }: { reading: ReadingView }) => (
  <>
    {(['yes', 'differs', 'open'] as const).map((sure) => {
      const own = reading.members.filter((m) => m.sure === sure)
      if (!own.length) return null
      return (
        <section key={sure} aria-label={SURE[sure]}>
          <h3>
            {SURE[sure]} <span class="soft">{own.length}</span>
          </h3>
          <ul class="members">
            {own.map((m) => (
              <li key={m.id} dir="auto">
                {m.items[0] ? (
                  <button type="button" class="plain" onClick={() => openFirst(m, reading)}>
                    {m.label}
                  </button>
                ) : (
                  m.label
                )}
              </li>
            ))}
          </ul>
        </section>
      )
    })}
    {reading.othersPossible && <p class="hint">Others are possible: no list here is known to be whole.</p>}
  </>
)

/** Opens the evidence that names a member. */
function openFirst(member: Member, { evidence }: ReadingView): void {
  const item = evidence.find((i) => i.tellings.some((t) => member.items.includes(t.fact)))
  if (item) openItem('evidence', item.id)
}

function Line({ items, reading, today }: { items: readonly Item[]; reading: ReadingView; today: string }) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const years = items.flatMap((i) => [yearsOf(i.from!), yearsOf(i.to!)])
  const range = [Math.floor(Math.min(...years)) - 1, Math.ceil(Math.max(...years, Number(today.slice(0, 4))))] as const
  const scale = yearScale(range[0], range[1], width)
  const lane = { id: 'answer', kind: 'visit' as const, title: 'Evidence', items: [...items], stretches: [], covers: [] }
  const inTime = reading.evidence.map((i) => i.id)
  return (
    <>
      <div class="measure" ref={ref} />
      {width > 0 && (
        <>
          <Strip
            lane={lane}
            scale={scale}
            range={range}
            width={width}
            from={range[1]}
            choose={(item) => openItem(inTime.includes(item.id) ? 'evidence' : 'against', item.id)}
          />
          <YearAxis scale={scale} width={width} />
        </>
      )}
    </>
  )
}

function Dots({ members }: { members: readonly Member[] }) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const sign = { yes: 'yes', differs: 'differs', open: 'untold' } as const
  const dots = members.map((m) => ({
    id: m.id,
    label: m.label,
    lon: m.lon!,
    lat: m.lat!,
    sign: sign[m.sure],
    says: SURE[m.sure],
  }))
  return (
    <>
      <div class="measure" ref={ref} />
      {width > 0 && (
        <WorldMap
          dots={dots}
          width={width}
          label={`${members.length} states as dots; the list names each`}
          choose={() => {}}
        />
      )}
      <p class="hint">{MAP_NOTE}</p>
    </>
  )
}

const Evidence = ({ reading, view }: { reading: ReadingView; view: AskView }) => (
  <section aria-labelledby="evidence">
    <h2 id="evidence">On what it rests</h2>
    {reading.evidence.length ? (
      <ItemList
        key={reading.link}
        items={reading.evidence}
        sources={view.sources}
        name="evidence"
        all={reading.evidence.length < 60}
      />
    ) : (
      <p>
        {reading.outcome === 'not-covered'
          ? 'No source here tells of it.'
          : 'On lists that are said to be whole and tell of none.'}
      </p>
    )}
    {reading.against.length > 0 && (
      <>
        <h3>Against it</h3>
        <ItemList key={reading.link} items={reading.against} sources={view.sources} name="against" />
      </>
    )}
  </section>
)

const Missing = ({ reading }: { reading: ReadingView }) => (
  <section aria-labelledby="missing">
    <h2 id="missing">What is missing</h2>
    <ul class="plainlist">
      {reading.missing.map((gap) => (
        <li key={gap.say}>
          {gap.say}. Ask {gap.who}.
        </li>
      ))}
    </ul>
  </section>
)
