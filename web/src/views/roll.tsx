import { useEffect, useState } from 'preact/hooks'
import './roll.css'
import type { RollView } from '../../../src/show/views/roll.ts'
import { Refusal } from '../pictures/problem.tsx'
import { useGot } from '../pictures/use.ts'
import { go } from '../router.ts'
import type { ViewProps } from '../routes.ts'
import { JoinForm, Matrix } from './roll-join.tsx'
import { ByChoice, Counts, Picture } from './roll-parts.tsx'

/** A roll call: who chose what, joined with another set. */
export default function Roll({ params: { id }, query }: ViewProps) {
  const asked = new URLSearchParams(
    ['with', 'seats', 'on', 'knownOn', 'today'].flatMap((n) => (query.get(n) ? [[n, query.get(n)!]] : [])),
  )
  const path = id ? `/api/roll/${encodeURIComponent(id)}?${asked}` : undefined
  const { data, problem, waiting } = useGot<RollView>(path)
  useEffect(() => {
    document.title = data ? `${data.label} · Chancery` : 'Roll call · Chancery'
  }, [data])
  return (
    <div class="roll page">
      {!data && <h1>Roll calls</h1>}
      {data && (
        <header>
          <h1 dir="auto">{data.label}</h1>
          <p class="soft">
            {data.date}. {totals(data)}
          </p>
        </header>
      )}
      {waiting && !data && id && <p class="waiting">One moment…</p>}
      {problem && <Refusal problem={problem} />}
      <Search open={!id} start={query.get('q') ?? ''} />
      {data && <Shown view={data} query={query} />}
    </div>
  )
}

const totals = ({ totals: t }: RollView): string => {
  const said = [
    `${t.yes} in favour, ${t.no} against, ${t.abstain} abstained`,
    ...(t.absent ? [`${t.absent} absent`] : []),
    ...(t.differs ? [`sources differ on ${t.differs}`] : []),
    ...(t.untold ? [`of ${t.untold} members no vote is told here`] : []),
  ]
  return `${said.join('; ')}.`
}

interface Found {
  rolls: { id: string; label: string; day: string }[]
  more: number
}

/** Roll calls by number, words or day. */
function Search({ open, start }: { open: boolean; start: string }) {
  const [words, setWords] = useState(start)
  const [asked, setAsked] = useState(start)
  const { data } = useGot<Found>(asked || open ? `/api/rolls?q=${encodeURIComponent(asked)}` : undefined)
  return (
    <search>
      <form
        class="find"
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(words.trim())
          if (open) go(`/roll?q=${encodeURIComponent(words.trim())}`, { replace: true })
        }}
      >
        <label>
          <span>Find a roll call by number, words or day</span>
          <input
            value={words}
            dir="auto"
            placeholder="181 (II), partition of Palestine, 29 November 1947"
            onInput={(e) => setWords(e.currentTarget.value)}
          />
        </label>
        <button type="submit">Find</button>
      </form>
      <div role="status">
        {data && (asked || open) && (
          <>
            <p class="hint">
              {data.rolls.length === 0
                ? 'None is held here: try a number, fewer words, or a day.'
                : `${asked ? '' : 'The latest. '}${data.rolls.length}${data.more ? ` of ${data.rolls.length + data.more}` : ''} roll calls`}
            </p>
            <ol class="found">
              {data.rolls.map((r) => (
                <li key={r.id}>
                  <a href={`/roll/${encodeURIComponent(r.id.replace('roll:', ''))}`} dir="auto">
                    {r.label}
                  </a>{' '}
                  <span class="soft small">{r.day}</span>
                </li>
              ))}
            </ol>
          </>
        )}
      </div>
    </search>
  )
}

function Shown({ view, query }: { view: RollView; query: URLSearchParams }) {
  const [cell, setCell] = useState<{ act: string; value: string }>()
  const [chosen, setChosen] = useState<string>()
  const choose = (seat: string) => {
    setChosen(seat)
    requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(`seat-${seat}`)?.focus()))
  }
  return (
    <>
      <JoinForm view={view} query={query} />
      {view.join && <Matrix view={view} cell={cell} set={setCell} />}
      <Picture view={view} cell={cell} choose={choose} />
      <ByChoice view={view} cell={cell} chosen={chosen} choose={setChosen} />
      <Counts view={view} />
      {view.notes.length > 0 && (
        <section aria-labelledby="notes">
          <h2 id="notes">On the seats</h2>
          {view.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </section>
      )}
    </>
  )
}
