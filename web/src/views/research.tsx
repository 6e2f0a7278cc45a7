import { useState } from 'preact/hooks'
import { post, Refused } from '../api.ts'
import './research.css'

interface Mapped {
  column: string
  role: string
  why: string
}
interface Finding {
  line: number
  kind: string
  message: string
  filed: boolean
}
interface Table {
  kind: string
  mapping: Mapped[]
  rows: number
  filed: number
  facts: number
  first: string[]
  findings: Finding[]
  batch: string
  filedIn?: { added: number; unchanged: number; withdrawn: number }
}

const KINDS = ['visit', 'meeting', 'agreement', 'mission', 'envoy', 'relations'] as const
const ROLES: Readonly<Record<string, readonly string[]>> = {
  visit: ['visitor', 'from', 'to', 'place'],
  meeting: ['parties', 'place'],
  agreement: ['between', 'topic', 'step'],
  mission: ['sender', 'host', 'type', 'place', 'step'],
  envoy: ['person', 'sender', 'host', 'title', 'step'],
  relations: ['between', 'step', 'level'],
}
const BESIDES = [
  'when',
  'start',
  'end',
  'year',
  'month',
  'day',
  'title',
  'modality',
  'quote',
  'url',
  'locator',
  'note',
  'ignore',
]
const LONGEST = 5 * 1024 * 1024

/** A researcher's own table, read, mended and filed; and the panel of pairs by year to take away. */
export default function Research() {
  return (
    <section class="column research">
      <h1>Research</h1>
      <OwnTable />
      <Panel />
    </section>
  )
}

const said = (error: unknown): string => (error instanceof Refused ? error.problem.detail : String(error))

function OwnTable() {
  const [source, setSource] = useState<{ text: string; file: string }>()
  const [kind, setKind] = useState<string>('visit')
  const [map, setMap] = useState<Record<string, string>>({})
  const [authority, setAuthority] = useState('')
  const [read, setRead] = useState<Table>()
  const [state, setState] = useState('')
  const look = async (
    given: { text: string; file: string },
    as: string,
    columns: Record<string, string>,
    fileIt = false,
  ) => {
    setState(fileIt ? 'Filing…' : 'Reading…')
    const body = {
      ...given,
      kind: as,
      map: columns,
      ...(authority.trim() && { authority: authority.trim() }),
      ...(fileIt && { file_it: true }),
    }
    try {
      const table = await post<Table>('/api/table', body)
      setRead(table)
      setState('')
    } catch (error) {
      setState(said(error))
    }
  }
  const open = async (file: File | undefined) => {
    if (!file) return
    if (file.size > LONGEST) return setState(`${file.name} is longer than 5 MiB: use chancery import`)
    const given = { text: await file.text(), file: file.name }
    setSource(given)
    setMap({})
    await look(given, kind, {})
  }
  const mapTo = (column: string, role: string) => {
    const columns = { ...map, [column]: role }
    setMap(columns)
    if (source) look(source, kind, columns)
  }
  const as = (next: string) => {
    setKind(next)
    setMap({})
    if (source) look(source, next, {})
  }
  return (
    <section aria-labelledby="own">
      <h2 id="own">A table of one’s own</h2>
      <p class="soft">A CSV whose first line names the columns. It is read here, and filed only when you say so.</p>
      <div class="fields">
        <label>
          File
          <input type="file" accept=".csv,.tsv,.txt" onChange={(e) => open(e.currentTarget.files?.[0])} />
        </label>
        <label>
          A row tells
          <select value={kind} onChange={(e) => as(e.currentTarget.value)}>
            {KINDS.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <label>
          Who vouches for it
          <input
            value={authority}
            maxLength={200}
            onInput={(e) => setAuthority(e.currentTarget.value)}
            placeholder="the file’s name"
          />
        </label>
      </div>
      <p role="status" class={state && !state.endsWith('…') ? 'problem' : ''}>
        {state}
      </p>
      {read && <Shown table={read} onMap={mapTo} onFile={() => source && look(source, kind, map, true)} />}
    </section>
  )
}

const WHY: Readonly<Record<string, string>> = {
  given: 'as you say',
  name: 'by its name',
  'name and values': 'by its name and values',
  values: 'by its values',
  'no role': 'kept in the note',
  personal: 'left out: it tells of a person what is not kept',
}

function Shown({ table, onMap, onFile }: { table: Table; onMap(column: string, role: string): void; onFile(): void }) {
  const roles = [...(ROLES[table.kind] ?? []), ...BESIDES]
  const lost = table.findings.filter((f) => !f.filed)
  return (
    <>
      <table>
        <caption>What each column is taken for</caption>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Role</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {table.mapping.map(({ column, role, why }) => (
            <tr key={column}>
              <th scope="row">
                <bdi>{column}</bdi>
              </th>
              <td>
                <select
                  aria-label={`Role of ${column}`}
                  value={role}
                  onChange={(e) => onMap(column, e.currentTarget.value)}
                >
                  {role === 'kept' && <option value="kept">– none –</option>}
                  {[...new Set([...roles, ...(role === 'kept' ? [] : [role])])].map((one) => (
                    <option key={one}>{one}</option>
                  ))}
                </select>
              </td>
              <td>{WHY[why] ?? why}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>Read as</h3>
      <ul>
        {table.first.map((say) => (
          <li key={say}>
            <bdi>{say}</bdi>
          </li>
        ))}
      </ul>
      <Findings findings={table.findings} />
      <p class="act">
        {table.filedIn ? (
          <strong>
            Filed: {table.filedIn.added} new facts, {table.filedIn.unchanged} known already, {table.filedIn.withdrawn}{' '}
            withdrawn. To take it back: <code>chancery ledger undo {table.batch}</code>
          </strong>
        ) : (
          <button type="button" onClick={onFile} disabled={table.filed === 0}>
            File {table.filed} of {table.rows} rows{lost.length ? `, ${table.rows - table.filed} not` : ''}
          </button>
        )}
      </p>
    </>
  )
}

const MOST = 200
function Findings({ findings }: { findings: Finding[] }) {
  if (!findings.length) return <p>No findings.</p>
  return (
    <details open={findings.some((f) => !f.filed)}>
      <summary>
        {findings.length} finding{findings.length === 1 ? '' : 's'}
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">What</th>
            <th scope="col">Filed</th>
          </tr>
        </thead>
        <tbody>
          {findings.slice(0, MOST).map((f) => (
            <tr key={`${f.line} ${f.kind} ${f.message}`}>
              <td>{f.line}</td>
              <td>
                <bdi>{f.message}</bdi>
              </td>
              <td>{f.filed ? 'yes' : 'no'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {findings.length > MOST && <p>and {findings.length - MOST} more</p>}
    </details>
  )
}

function Panel() {
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
    const link = document.createElement('a')
    link.href = URL.createObjectURL(await response.blob())
    link.download = 'panel.zip'
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
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
