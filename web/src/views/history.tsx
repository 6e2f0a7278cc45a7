import { useEffect, useState } from 'preact/hooks'
import './sources.css'
import { harmless } from '../../../src/show/harmless.ts'
import { get, type Problem, Refused } from '../api.ts'
import { Refusal } from '../pictures/problem.tsx'
import { RecordNav } from '../record/nav.tsx'

interface Entry {
  n: number
  at: string
  by: string
  note?: string
  filed: number
  withdrawn: number
  did?: { act: 'accept' | 'reject' | 'retract'; id: string }
  link?: string
}
interface Part {
  entries: Entry[]
  next?: string
}

const AT_ONCE = 50
const DEEDS = { accept: 'accepted', reject: 'rejected', retract: 'withdrew' } as const
const records = (n: number): string => `${n.toLocaleString('en-US')} record${n === 1 ? '' : 's'}`

/** Everything that was ever done to the ledger, the latest first. */
export default function History() {
  const [entries, setEntries] = useState<Entry[]>()
  const [next, setNext] = useState<string>()
  const [problem, setProblem] = useState<Problem>()
  const load = (cursor?: string) => {
    setProblem(undefined)
    get<Part>(`/api/decisions?limit=${AT_ONCE}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`).then(
      (part) => {
        setEntries((old) => [...(cursor ? (old ?? []) : []), ...part.entries])
        setNext(part.next)
      },
      (error) => error instanceof Refused && setProblem(error.problem),
    )
  }
  useEffect(() => {
    document.title = 'History · Chancery'
    load()
  }, [])
  return (
    <div class="sources page">
      <h1>History</h1>
      <RecordNav at="/sources/history" />
      <p>
        What was done to this ledger and by whom, the latest first. Nothing in it is ever changed: an entry is added,
        and each is chained to the one before.
      </p>
      {problem && <Refusal problem={problem} />}
      {!entries && !problem && <p class="waiting">One moment…</p>}
      {entries?.length === 0 && <p>Nothing was done to it yet.</p>}
      {entries && entries.length > 0 && <Log entries={entries} />}
      {next && (
        <p>
          <button type="button" onClick={() => load(next)}>
            Show earlier
          </button>
        </p>
      )}
    </div>
  )
}

const Log = ({ entries }: { entries: readonly Entry[] }) => (
  <ol class="log">
    {entries.map((entry) => (
      <li key={entry.n} value={entry.n}>
        <span class="when">
          <time dateTime={entry.at}>{entry.at.slice(0, 16).replace('T', ' ')}</time>
        </span>
        <span class="what">
          <bdi>{harmless(entry.by)}</bdi> {deed(entry)}
          {entry.note && (
            <>
              : <bdi>{harmless(entry.note)}</bdi>
            </>
          )}
          {entry.did && (
            <>
              {' '}
              <code>{entry.did.id}</code>
            </>
          )}
        </span>
        {entry.link && (
          <span class="link soft small">
            entry {entry.n}, link <code>{entry.link.slice(0, 16)}</code>
          </span>
        )}
      </li>
    ))}
  </ol>
)

function deed({ did, filed, withdrawn }: Entry): string {
  if (did) return DEEDS[did.act]
  const said = [filed > 0 && `filed ${records(filed)}`, withdrawn > 0 && `withdrew ${records(withdrawn)}`]
  return said.filter(Boolean).join(', ') || 'wrote nothing'
}
