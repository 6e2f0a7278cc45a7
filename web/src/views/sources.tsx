import { useEffect, useState } from 'preact/hooks'
import './sources.css'
import type { HeldSource, SourcesView } from '../../../src/show/views/sources.ts'
import { Refusal } from '../pictures/problem.tsx'
import { useGot } from '../pictures/use.ts'
import { RecordNav } from '../record/nav.tsx'

const count = (n: number): string => n.toLocaleString('en-US')

/** What the ledger holds, by source: whose record it is, under which licence, and what it says that it covers. */
export default function Sources() {
  const { data, problem } = useGot<SourcesView>('/api/sources')
  useEffect(() => {
    document.title = 'Sources · Chancery'
  }, [])
  return (
    <div class="sources page">
      <h1>Sources</h1>
      <RecordNav at="/sources" />
      {problem && <Refusal problem={problem} />}
      {!data && !problem && <p class="waiting">Counting what the ledger holds…</p>}
      {data && <Shown view={data} />}
    </div>
  )
}

function Shown({ view }: { view: SourcesView }) {
  const [words, setWords] = useState('')
  const wanted = words.trim().toLowerCase()
  const fits = (s: HeldSource) =>
    `${s.title} ${s.viewpoint} ${s.id} ${s.kinds.map((k) => k.kind)}`.toLowerCase().includes(wanted)
  const shown = view.sources.filter(fits)
  return (
    <>
      <p>
        {count(view.facts)} facts of {view.sources.length} sources
        {view.documents > 0 && `, ${count(view.documents)} articles filed`}
        {view.reported > 0 && `, ${count(view.reported)} only reported`}
        {view.accepted > 0 && `, ${count(view.accepted)} accepted`}
        {view.rejected > 0 && `, ${count(view.rejected)} rejected`}.
        {view.lastRecorded && ` Last written on ${view.lastRecorded.slice(0, 16).replace('T', ' ')} UTC.`}
      </p>
      <p class="soft">{view.kinds.map((k) => `${k.kind}\u00a0${count(k.facts)}`).join(' · ')}</p>
      <label class="filter">
        <span>Sources whose title, viewpoint or kind has</span>
        <input value={words} onInput={(e) => setWords(e.currentTarget.value)} />
      </label>
      <p class="hint" role="status">
        {shown.length === view.sources.length
          ? 'All are shown, the largest first.'
          : `${shown.length} of ${view.sources.length}`}
      </p>
      <ul class="held">
        {shown.map((source) => (
          <li key={source.id}>
            <Source source={source} />
          </li>
        ))}
      </ul>
      {view.others.length > 0 && <Others view={view} />}
    </>
  )
}

const Source = ({ source }: { source: HeldSource }) => (
  <>
    <h2 class="title" dir="auto">
      {source.url ? (
        <a href={source.url} rel="noreferrer external">
          {source.title}
        </a>
      ) : (
        source.title
      )}
    </h2>
    <p class="soft">
      {source.viewpoint}; {count(source.facts)} facts:{' '}
      {source.kinds.map((k) => `${k.kind}\u00a0${count(k.facts)}`).join(', ')}
    </p>
    <p class="small">
      Licence: {source.licence}. Speaks to {source.asOf || 'no stated day'}.
      {source.set?.pulled && ` Pulled on ${source.set.pulled.slice(0, 10)} (${source.set.name}).`}
      {source.contact && ` To ask: ${source.contact}.`}
    </p>
    {(source.coverage.length > 0 || source.set) && (
      <details>
        <summary>
          {source.coverage.length
            ? `What it says that it covers (${source.coverage.length})`
            : 'What it covers, and its faults'}
        </summary>
        {source.set && (
          <p class="small">
            {source.set.holds}; {source.set.covers}.
          </p>
        )}
        <ul class="plainlist small">
          {source.coverage.map((c) => (
            <li key={c.id} dir="auto">
              {c.say} <code>{c.id}</code>
            </li>
          ))}
        </ul>
        {source.set && source.set.faults.length > 0 && (
          <>
            <h3>Known faults</h3>
            <ul class="plainlist small">
              {source.set.faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          </>
        )}
      </details>
    )}
  </>
)

const Others = ({ view }: { view: SourcesView }) => (
  <section aria-labelledby="others">
    <h2 id="others">Open data sets that are not in this ledger</h2>
    <ul class="plainlist">
      {view.others.map((o) => (
        <li key={o.name}>
          <strong>{o.title}</strong>: {o.holds}; {o.covers}.{' '}
          <span class="soft">
            {o.viewpoint}; {o.licence}.
          </span>{' '}
          <code>chancery pull {o.name}</code>
        </li>
      ))}
    </ul>
  </section>
)
