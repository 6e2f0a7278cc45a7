import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import './pair.css'
import type { PairState, PairView } from '../../../src/show/views/pair.ts'
import type { Item, Lane } from '../../../src/show/views/timeline.ts'
import { Refusal } from '../pictures/problem.tsx'
import { openItem } from '../pictures/tellings.tsx'
import { useGot } from '../pictures/use.ts'
import { NameField } from '../read/names.tsx'
import { go } from '../router.ts'
import type { ViewProps } from '../routes.ts'
import { Timeline } from './pair-timeline.tsx'
import { AtTheUN } from './pair-votes.tsx'

/** Two states: what lies between them over time, and how they vote. */
export default function Pair({ params: { a, b }, query }: ViewProps) {
  const path = a && b ? `/api/pair/${encodeURIComponent(a)}/${encodeURIComponent(b)}${passed(query)}` : undefined
  const { data, problem, waiting } = useGot<PairView>(path)
  useEffect(() => {
    document.title = data ? `${data.pair[0].label} and ${data.pair[1].label} · Chancery` : 'Pair · Chancery'
  }, [data])
  return (
    <div class="pair page">
      {!data && <h1>Two states</h1>}
      {data && <Title pair={data.pair} knownOn={data.knownOn} />}
      {waiting && !data && <p class="waiting">One moment…</p>}
      {problem && <Refusal problem={problem} />}
      <Chooser pair={data?.pair} />
      {data && <Shown view={data} />}
    </div>
  )
}

const passed = (query: URLSearchParams): string => {
  const kept = ['with', 'knownOn', 'today'].flatMap((name) => (query.get(name) ? [[name, query.get(name)!]] : []))
  return kept.length ? `?${new URLSearchParams(kept)}` : ''
}

const Title = ({ pair: [a, b], knownOn }: { pair: PairView['pair']; knownOn: string | undefined }) => (
  <header>
    <h1>
      {a.label} <span class="and">and</span> {b.definite}
    </h1>
    <p class="soft">
      What this ledger holds of the two{knownOn && `, as it was known on ${knownOn.slice(0, 10)}`}. What is absent may
      still have happened. <a href={`/briefing/${a.code}/${b.code}`}>Draw up a briefing</a>
    </p>
    {[a, b].map(
      (s) =>
        s.note && (
          <p key={s.id} class="small">
            {s.note}
          </p>
        ),
    )}
  </header>
)

function Chooser({ pair }: { pair: readonly [PairState, PairState] | undefined }) {
  const named = (state: PairState | undefined) => ({ id: state?.id ?? '', label: state?.label ?? '' })
  const [one, setOne] = useState(named(undefined))
  const [other, setOther] = useState(named(undefined))
  useLayoutEffect(() => {
    if (!pair) return
    setOne(named(pair[0]))
    setOther(named(pair[1]))
  }, [pair])
  const code = ({ id, label }: { id: string; label: string }) =>
    encodeURIComponent(id ? id.replace('state:', '') : label.trim())
  return (
    <form
      class="choose"
      onSubmit={(event) => {
        event.preventDefault()
        if (one.label.trim() && other.label.trim()) go(`/pair/${code(one)}/${code(other)}`)
      }}
    >
      <NameField name="a" label="One state" holds="state" value={one} required set={setOne} />
      <NameField name="b" label="Another" holds="state" value={other} required set={setOther} />
      <button type="submit" class={pair ? '' : 'main'}>
        Show the two
      </button>
    </form>
  )
}

function Shown({ view }: { view: PairView }) {
  const [all, setAll] = useState('')
  /** Opens an item in the list of its lane, however long that is. */
  const choose = (lane: Lane, item: Pick<Item, 'id'>) => {
    setAll(lane.id)
    requestAnimationFrame(() => requestAnimationFrame(() => openItem('item', item.id)))
  }
  const laneOf = (id: string) => view.lanes.find((lane) => lane.items.some((item) => item.id === id))
  return (
    <>
      <section aria-labelledby="glance">
        <h2 id="glance">At a glance</h2>
        <dl class="glance">
          {view.glance.map((g) => (
            <div key={g.id}>
              <dt>{g.lead}</dt>
              <dd>
                <span dir="auto">{g.text}</span>{' '}
                {g.items[0] && (
                  <button
                    type="button"
                    class="plain small"
                    aria-label={`Evidence: ${g.lead}`}
                    onClick={() => {
                      const lane = laneOf(g.items[0]!)
                      if (lane) choose(lane, { id: g.items[0]! })
                    }}
                  >
                    Evidence
                  </button>
                )}
                {g.id === 'votes' && (
                  <a class="small" href="#un" aria-label="Figures: votes in the General Assembly">
                    Figures
                  </a>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <Timeline view={view} all={all} choose={choose} />
      <AtTheUN view={view} />
      <Covered view={view} />
    </>
  )
}

/** What sources say that they cover, lane by lane, and where nothing is said. */
const Covered = ({ view }: { view: PairView }) => (
  <section aria-labelledby="covered">
    <h2 id="covered">What is covered</h2>
    <ul class="plainlist">
      {view.lanes.flatMap((lane) =>
        lane.covers.length
          ? lane.covers.map((c) => (
              <li key={c.id + lane.id}>
                {c.say}. <Cited view={view} id={c.source} />
              </li>
            ))
          : [<li key={lane.id}>{lane.title}: no list is known to be whole.</li>],
      )}
    </ul>
  </section>
)

const Cited = ({ view, id }: { view: PairView; id: string }) => {
  const source = view.sources[id]
  return (
    <span class="soft small">
      {source?.url ? (
        <a href={source.url} rel="noreferrer external">
          {source.title}
        </a>
      ) : (
        (source?.title ?? id)
      )}
      , {source?.viewpoint}
    </span>
  )
}
