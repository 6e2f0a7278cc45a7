import { useState } from 'preact/hooks'
import { saved } from '../download.ts'

/** The panel of pairs by year, to take away. */
export function Panel() {
  const [state, setState] = useState('')
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const given = new FormData(event.target as HTMLFormElement)
    const value = (name: string) => String(given.get(name) ?? '').trim()
    const query = new URLSearchParams({ [value('by')]: value('who'), from: value('from'), to: value('to') })
    setState('Making it…')
    const response = await fetch(`/api/panel.zip?${query}`).catch(() => undefined)
    if (!response) return setState('Chancery does not answer: check that it still runs.')
    if (!response.ok) return setState(((await response.json()) as { detail: string }).detail)
    saved(await response.blob(), 'panel.zip')
    setState('Saved: panel.zip, with codebook, sums and citation.')
  }
  return (
    <section aria-labelledby="panel">
      <h2 id="panel">The panel of pairs by year</h2>
      <p class="soft">
        Visits, relations, missions, envoys, agreements and votes of each pair of states and year, as CSV and Parquet. A
        cell is empty where nothing is known: unknown is not zero.
      </p>
      <form class="fields" onSubmit={submit}>
        <label>
          By
          <select name="by">
            <option value="states">states</option>
            <option value="group">grouping</option>
          </select>
        </label>
        <label class="wide">
          Who
          <input name="who" required maxLength={4000} placeholder="Ecuador, Israel, Peru" />
        </label>
        <label>
          From
          <input name="from" inputMode="numeric" pattern="[0-9]{4}" required defaultValue="1946" />
        </label>
        <label>
          To
          <input name="to" inputMode="numeric" pattern="[0-9]{4}" required defaultValue="2020" />
        </label>
        <button type="submit">Take it away</button>
      </form>
      <p role="status">{state}</p>
    </section>
  )
}
