import { useState } from 'preact/hooks'
import type { ShownSource } from '../../../src/show/views/pair.ts'
import type { Item, Telling } from '../../../src/show/views/timeline.ts'
import { get, Refused } from '../api.ts'

type Sources = Readonly<Record<string, ShownSource>>

/** What each source tells of an item: its words or row, whose record it is, and every decision on it. */
export const Tellings = ({ tellings, sources }: { tellings: readonly Telling[]; sources: Sources }) => (
  <ul class="tellings">
    {tellings.map((telling) => (
      <li key={telling.fact}>
        <OneTelling telling={telling} source={sources[telling.source]} />
      </li>
    ))}
  </ul>
)

function OneTelling({ telling, source }: { telling: Telling; source: ShownSource | undefined }) {
  const { quote, where, otherwise, url = source?.url } = telling
  return (
    <>
      {quote && (
        <blockquote dir="auto">
          <p>“{quote}”</p>
        </blockquote>
      )}
      <p class="small">
        <cite>{source?.title ?? telling.source}</cite>, {source?.viewpoint ?? 'no viewpoint stated'}
        {where && `, ${where}`}
        {otherwise && `; dated ${otherwise}`}
        {telling.reported && '; reported, not accepted'}.{' '}
        {url && (
          <a href={url} rel="noreferrer external">
            The source
          </a>
        )}{' '}
        <History id={telling.fact} />
      </p>
    </>
  )
}

interface Entry {
  at: string
  by: string
  act: string
  note?: string
}

/** Every decision on a record, asked for when it is opened. */
export function History({ id }: { id: string }) {
  const [entries, setEntries] = useState<Entry[] | string>()
  const open = () =>
    get<{ history: Entry[] }>(`/api/fact/${encodeURIComponent(id)}`).then(
      ({ history }) => setEntries(history),
      (error) => setEntries(error instanceof Refused ? error.problem.detail : 'its history cannot be read'),
    )
  if (entries === undefined)
    return (
      <button type="button" class="plain" onClick={open}>
        History
      </button>
    )
  if (typeof entries === 'string') return <span role="status">{entries}</span>
  return (
    <span class="history" role="status">
      {entries.map((e) => `${e.act} on ${e.at.slice(0, 10)} by ${e.by}${e.note ? ` (${e.note})` : ''}`).join('; ')}
      {'. '}
      <code>{id}</code>
    </span>
  )
}

const MOST = 12

/** Items as a list, each of which opens its tellings; of a long list the latest first, until all are asked for. */
export function ItemList({
  items,
  sources,
  name,
  all: wanted = false,
}: {
  items: readonly Item[]
  sources: Sources
  name: string
  all?: boolean
}) {
  const [asked, setAll] = useState(false)
  const all = asked || wanted || items.length <= MOST
  const shown = all ? items : items.slice(-MOST)
  return (
    <>
      {!all && (
        <p>
          <button type="button" onClick={() => setAll(true)}>
            Show all {items.length}
          </button>{' '}
          <span class="soft small">the latest {MOST} are shown</span>
        </p>
      )}
      <ol class="items">
        {shown.map((item) => (
          <li key={item.id}>
            <details id={`${name}-${item.id}`}>
              <summary>
                <span class="when">{item.lead}</span>{' '}
                <span class="what" dir="auto">
                  {item.say}
                </span>
              </summary>
              {item.note && (
                <p class="small" dir="auto">
                  {item.note}
                </p>
              )}
              <Tellings tellings={item.tellings} sources={sources} />
            </details>
          </li>
        ))}
      </ol>
    </>
  )
}

/** Opens an item of a list and goes there. */
export function openItem(name: string, id: string): void {
  const found = document.getElementById(`${name}-${id}`)
  if (!(found instanceof HTMLDetailsElement)) return
  found.open = true
  for (let up = found.parentElement; up; up = up.parentElement) if (up instanceof HTMLDetailsElement) up.open = true
  found.scrollIntoView({ block: 'center' })
  found.querySelector('summary')?.focus({ preventScroll: true })
}
