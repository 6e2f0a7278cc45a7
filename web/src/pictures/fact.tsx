import { History } from './tellings.tsx'
import { useGot } from './use.ts'

interface Told {
  say: string
  title: string
  viewpoint?: string
  url?: string
  quote?: string
  locator?: string
}

/** A fact by its id, with its words and its source, asked of the server. */
export function FactById({ id }: { id: string }) {
  const { data, problem } = useGot<{ told: Told }>(`/api/fact/${encodeURIComponent(id)}`)
  if (problem) return <span>{problem.detail}</span>
  if (!data) return <span class="soft">…</span>
  const { say, title, viewpoint, url, quote, locator } = data.told
  return (
    <>
      <p dir="auto">{say}</p>
      {quote && (
        <blockquote dir="auto">
          <p>“{quote}”</p>
        </blockquote>
      )}
      <p class="small">
        <cite>{title}</cite>
        {viewpoint && `, ${viewpoint}`}
        {locator && `, ${locator}`}.{' '}
        {url && (
          <a href={url} rel="noreferrer external">
            The source
          </a>
        )}{' '}
        <History id={id} />
      </p>
    </>
  )
}
