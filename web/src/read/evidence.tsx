import { useState } from 'preact/hooks'
import { harmless } from '../../../src/show/harmless.ts'
import type { Told } from '../../../src/show/views/read-types.ts'
import { get } from '../api.ts'

interface Entry {
  at: string
  by: string
  act: string
  note?: string
}

/** One telling: what it says, whose record it is, its words or row, and everything that was done to it. */
export function Evidence({ told }: { told: Told }) {
  const [history, setHistory] = useState<Entry[] | 'failed'>()
  const load = (open: boolean) => {
    if (!open || history) return
    get<{ history: Entry[] }>(`/api/fact/${encodeURIComponent(told.fact)}`).then(
      (record) => setHistory(record.history),
      () => setHistory('failed'),
    )
  }
  return (
    <li>
      <details onToggle={(event) => load(event.currentTarget.open)}>
        <summary>
          {told.perhaps && <span class="soft">Perhaps: </span>}
          {told.say}
        </summary>
        {told.quote ? (
          <blockquote dir="auto">{harmless(told.quote)}</blockquote>
        ) : (
          <p class="soft">A row without words of its own.</p>
        )}
        <dl>
          <dt>Source</dt>
          <dd>
            {told.url ? (
              <a href={told.url} target="_blank" rel="noreferrer">
                {told.title}
              </a>
            ) : (
              <bdi>{told.title}</bdi>
            )}
            {told.viewpoint && <span class="soft">, {told.viewpoint}</span>}
          </dd>
          {told.locator && (
            <>
              <dt>Row</dt>
              <dd>{told.locator}</dd>
            </>
          )}
          {told.asOf && (
            <>
              <dt>As of</dt>
              <dd>
                {told.asOf}; licence: {told.licence}
              </dd>
            </>
          )}
          <dt>History</dt>
          <dd>
            {history === undefined && '…'}
            {history === 'failed' && 'Chancery does not answer'}
            {Array.isArray(history) && (
              <ul class="plain-list">
                {history.map((e) => (
                  <li key={e.at + e.act}>
                    {e.act} {e.at.slice(0, 10)} by <bdi>{e.by}</bdi>
                    {e.note && `: ${e.note}`}
                  </li>
                ))}
              </ul>
            )}
          </dd>
          <dt>Record</dt>
          <dd>
            <code>{told.fact}</code>
          </dd>
        </dl>
      </details>
    </li>
  )
}
