import { useState } from 'preact/hooks'
import { ACT_WORDS, crossed, type RollView } from '../../../src/show/views/roll.ts'
import { Scroll } from '../pictures/scroll.tsx'
import { NameField } from '../read/names.tsx'
import { go } from '../router.ts'

const KINDS = [
  { id: '', label: 'nothing' },
  { id: 'ties', label: 'diplomatic relations with a state' },
  { id: 'regions', label: 'regional groups of the United Nations' },
  { id: 'group', label: 'membership of a group or body, by its id' },
  { id: 'roll', label: 'another roll call, by its number' },
]

const kindOf = (set: string): string =>
  set.startsWith('ties:') ? 'ties' : set.startsWith('roll:') ? 'roll' : set === 'regions' || !set ? set : 'group'

/** With what the voters are joined; the address carries it. */
export function JoinForm({ view, query }: { view: RollView; query: URLSearchParams }) {
  const now = query.get('with') ?? ''
  const [kind, setKind] = useState(kindOf(now))
  const [state, setState] = useState({ id: '', label: now.startsWith('ties:') ? now.slice(5) : '' })
  const [other, setOther] = useState(['group', 'roll'].includes(kindOf(now)) ? now : '')
  const [seats, setSeats] = useState(query.get('seats') ?? 'now')
  const address = () => {
    const words = other.trim()
    const set = {
      ties: `ties:${state.id ? state.id.replace('state:', '') : state.label.trim()}`,
      regions: 'regions',
      group: words,
      roll: words.startsWith('roll:') ? words : `roll:${words.replace(/^A\/RES\//, 'A-RES-').replaceAll('/', '-')}`,
    }[kind]
    const asked = new URLSearchParams(query)
    for (const name of ['with', 'seats', 'q']) asked.delete(name)
    if (set) asked.set('with', set)
    if (set && seats === 'then') asked.set('seats', 'then')
    const text = asked.toString()
    return `/roll/${encodeURIComponent(view.id.replace('roll:', ''))}${text ? `?${text}` : ''}`
  }
  return (
    <form
      class="join"
      onSubmit={(event) => {
        event.preventDefault()
        go(address())
      }}
    >
      <label>
        <span>Join the voters with</span>
        <select value={kind} onChange={(e) => setKind(e.currentTarget.value)}>
          {KINDS.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {kind === 'ties' && <NameField name="state" label="State" holds="state" value={state} required set={setState} />}
      {(kind === 'group' || kind === 'roll') && (
        <label>
          <span>{kind === 'group' ? 'Group or body' : 'Roll call'}</span>
          <input
            value={other}
            required
            placeholder={kind === 'group' ? 'group:arab-states' : 'A/RES/1514(XV)'}
            onInput={(e) => setOther(e.currentTarget.value)}
          />
        </label>
      )}
      {kind && kind !== 'roll' && (
        <label>
          <span>A seat stands for</span>
          <select value={seats} onChange={(e) => setSeats(e.currentTarget.value)}>
            <option value="now">the state that sits there now</option>
            <option value="then">the state that cast the vote</option>
          </select>
        </label>
      )}
      <button type="submit">Join</button>
    </form>
  )
}

interface Cell {
  act: string
  value: string
}

/** How many of each choice are of each value of the second set; a number shows who they are. */
export function Matrix({
  view,
  cell,
  set,
}: {
  view: RollView
  cell: Cell | undefined
  set(cell: Cell | undefined): void
}) {
  const join = view.join!
  const rows = crossed(view)
  const used = join.values.map((_, i) => i).filter((i) => rows.some((r) => r.cells[i]!.length))
  return (
    <section aria-labelledby="joined">
      <h2 id="joined" dir="auto">
        {join.title}
      </h2>
      <Scroll name={join.title}>
        <table class="figures">
          <thead>
            <tr>
              <td />
              {used.map((i) => (
                <th key={join.values[i]!.id} scope="col">
                  {join.values[i]!.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ act, cells }) => (
              <tr key={act}>
                <th scope="row">{ACT_WORDS[act]}</th>
                {used.map((i) => {
                  const value = join.values[i]!.id
                  const on = cell?.act === act && cell.value === value
                  return (
                    <td key={value}>
                      {cells[i]!.length ? (
                        <button
                          type="button"
                          class="plain number"
                          aria-pressed={on}
                          aria-label={`${cells[i]!.length}: ${ACT_WORDS[act]}, ${join.values[i]!.label}`}
                          onClick={() => set(on ? undefined : { act, value })}
                        >
                          {cells[i]!.length}
                        </button>
                      ) : (
                        <span class="soft">–</span>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {cell && (
        <p role="status">
          {named(view, cell)}{' '}
          <button type="button" class="plain" onClick={() => set(undefined)}>
            Show all
          </button>
        </p>
      )}
      {join.notes.map((note) => (
        <p key={note} class="hint">
          {note}
        </p>
      ))}
    </section>
  )
}

const named = ({ voters }: RollView, { act, value }: Cell): string =>
  `${voters
    .filter((v) => v.act === act && v.joined?.value === value)
    .map((v) => v.label)
    .join(', ')}.`
