import { useState } from 'preact/hooks'
import type { Note } from '../../../src/show/views/briefing.ts'
import { sayNote } from '../../../src/show/views/briefing-notes.ts'
import { get, said } from '../api.ts'

/** On what a line of the paper rests, with its source and its history. */
export function Footnote({ note }: { note: Note }) {
  const record = note.same === undefined ? note.cites.find((c) => c.record?.startsWith('fact:'))?.record : undefined
  return (
    <li id={`n${note.n}`} value={note.n}>
      {sayNote(note).map(({ text, url }) => (
        <span key={text + (url ?? '')}>
          <bdi>{text}</bdi>{' '}
          {url && (
            <a href={url} rel="noreferrer" target="_blank">
              source
            </a>
          )}{' '}
        </span>
      ))}
      {record && <History record={record} />}{' '}
      <a href={`#r${note.n}`} aria-label={`back to note ${note.n}`}>
        ↑
      </a>
    </li>
  )
}

interface Entry {
  at: string
  by: string
  act: string
  note?: string
}

/** What was done to the record on which a line rests, when asked for. */
function History({ record }: { record: string }) {
  const [entries, setEntries] = useState<Entry[]>()
  const [problem, setProblem] = useState('')
  const show = () =>
    entries
      ? setEntries(undefined)
      : get<{ history: Entry[] }>(`/api/fact/${encodeURIComponent(record)}`)
          .then(({ history }) => setEntries(history))
          .catch((error) => setProblem(said(error)))
  return (
    <>
      <button type="button" class="history" aria-expanded={entries !== undefined} onClick={show}>
        history
      </button>
      {problem && <span role="alert"> {problem}</span>}
      {entries && (
        <ul>
          {entries.map((entry) => (
            <li key={entry.at + entry.act}>
              {entry.at.slice(0, 16).replace('T', ' ')}: {entry.act} by <bdi>{entry.by}</bdi>
              {entry.note && <bdi>, {entry.note}</bdi>}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
