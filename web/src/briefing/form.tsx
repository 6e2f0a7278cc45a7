import { go } from '../router.ts'
import type { Asked } from './asked.ts'
import { Names, type NamesHeld } from './names.tsx'

/** The three steps: whom, when, by whose names. */
export function Form({ asked, held }: { asked: Asked; held: NamesHeld }) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const given = new FormData(event.target as HTMLFormElement)
    const value = (name: string) => String(given.get(name) ?? '').trim()
    const query = new URLSearchParams({ on: value('on'), names: value('names') })
    if (value('since')) query.set('since', value('since'))
    go(`/briefing/${encodeURIComponent(value('a'))}/${encodeURIComponent(value('b'))}?${query}`)
  }
  return (
    <form class="ask" onSubmit={submit}>
      <label>
        State
        <input name="a" required maxLength={200} defaultValue={asked.a} autocomplete="off" placeholder="Ecuador" />
      </label>
      <label>
        and
        <input name="b" required maxLength={200} defaultValue={asked.b} autocomplete="off" placeholder="Israel" />
      </label>
      <label>
        Day of the visit
        <input name="on" type="date" required defaultValue={asked.on} />
      </label>
      <Names chosen={asked.names} held={held} />
      <label>
        Differences since
        <input name="since" type="date" defaultValue={asked.since} />
      </label>
      <button type="submit">Draw up</button>
    </form>
  )
}
