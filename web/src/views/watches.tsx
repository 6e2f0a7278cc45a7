import { useEffect, useState } from 'preact/hooks'
import './sources.css'
import { harmless } from '../../../src/show/harmless.ts'
import { get, type Problem, post, Refused, remove } from '../api.ts'
import { Refusal } from '../pictures/problem.tsx'
import { RecordNav } from '../record/nav.tsx'

interface Watch {
  id: string
  form: 'question' | 'sentence'
  text: string
  date?: string
  created: string
  by: string
  last: { at: string; says: string; state: { on: string } }
}
interface Run {
  watch: Watch
  changed: boolean
  says: string[]
}

/** Questions and sentences whose answers are looked at again, and what changed since the last time. */
export default function Watches() {
  const [watches, setWatches] = useState<Watch[]>()
  const [runs, setRuns] = useState<Run[]>()
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState('')
  const ask = async (what: string, work: () => Promise<unknown>): Promise<boolean> => {
    setBusy(what)
    setProblem(undefined)
    try {
      await work()
      setWatches((await get<{ watches: Watch[] }>('/api/watches')).watches)
      return true
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setProblem(error.problem)
      return false
    } finally {
      setBusy('')
    }
  }
  useEffect(() => {
    document.title = 'Watches · Chancery'
    void ask('Looking…', async () => {})
  }, [])
  const again = () =>
    ask('Asking everything again…', async () => setRuns((await post<{ runs: Run[] }>('/api/watches/run', {})).runs))
  return (
    <div class="sources page">
      <h1>Watches</h1>
      <RecordNav at="/sources/watches" />
      <p>
        A question or a sentence that is asked again when you say so: what it comes to now, what changed since the last
        time, and why. The ledger changes when articles are filed, sets are pulled and decisions made.
      </p>
      <AddForm busy={busy !== ''} add={(body) => ask('Adding…', () => post('/api/watches', body))} />
      {problem && <Refusal problem={problem} />}
      <p role="status" class="soft">
        {busy || (runs && changes(runs))}
      </p>
      {watches?.length === 0 && <p>Nothing is watched yet.</p>}
      {watches && watches.length > 0 && (
        <>
          <p>
            <button type="button" class="main" disabled={busy !== ''} onClick={() => void again()}>
              Ask everything again
            </button>
          </p>
          <ul class="held">
            {watches.map((watch) => (
              <li key={watch.id}>
                <OneWatch
                  watch={watch}
                  run={runs?.find((run) => run.watch.id === watch.id)}
                  busy={busy !== ''}
                  end={() => void ask('Ending…', () => remove(`/api/watches/${encodeURIComponent(watch.id)}`))}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

const changes = (runs: readonly Run[]): string => {
  const n = runs.filter((run) => run.changed).length
  return n ? `${n} of ${runs.length} changed.` : `Nothing changed of ${runs.length}.`
}

function AddForm({ busy, add }: { busy: boolean; add(body: object): Promise<boolean> }) {
  const [text, setText] = useState('')
  const [date, setDate] = useState('')
  const send = async (event: Event) => {
    event.preventDefault()
    if (!text.trim() || !(await add({ text: text.trim(), ...(date && { date }) }))) return
    setText('')
    setDate('')
  }
  return (
    <form class="watch-form" onSubmit={send}>
      <label>
        <span>A question, or a sentence whose verdict is watched</span>
        <input
          value={text}
          dir="auto"
          required
          maxLength={2000}
          placeholder="Which states have diplomatic relations with Israel?"
          onInput={(e) => setText(e.currentTarget.value)}
        />
      </label>
      <label>
        <span>Of a sentence: the day it was written</span>
        <input type="date" value={date} onInput={(e) => setDate(e.currentTarget.value)} />
      </label>
      <button type="submit" disabled={busy}>
        Watch it
      </button>
    </form>
  )
}

interface OneProps {
  watch: Watch
  run: Run | undefined
  busy: boolean
  end(): void
}

const OneWatch = ({ watch, run, busy, end }: OneProps) => (
  <>
    <h2 class="title" dir="auto">
      {harmless(watch.text)}
    </h2>
    <p>
      <strong>{watch.last.says}</strong>{' '}
      <span class="soft">
        as known on {watch.last.state.on}; looked at on {watch.last.at.slice(0, 16).replace('T', ' ')}
      </span>
    </p>
    {run?.changed && (
      <ul class="plainlist">
        {run.says.map((line) => (
          <li key={line} dir="auto">
            {harmless(line)}
          </li>
        ))}
      </ul>
    )}
    <p class="small soft">
      {watch.date && `Written on ${watch.date}. `}Watched by <bdi>{harmless(watch.by)}</bdi> since{' '}
      {watch.created.slice(0, 10)}.{' '}
      <button type="button" class="plain" disabled={busy} onClick={end}>
        Watch it no longer
      </button>
    </p>
  </>
)
