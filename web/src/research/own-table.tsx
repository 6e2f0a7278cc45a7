import { useState } from 'preact/hooks'
import { IMPORTABLE, type TableView } from '../../../src/show/views/table.ts'
import { post, said } from '../api.ts'
import { Mapping } from './mapping.tsx'

const LONGEST = 5 * 1024 * 1024

/** A file is chosen, read, its columns mended, and filed. */
export function OwnTable() {
  const [source, setSource] = useState<{ text: string; file: string }>()
  const [kind, setKind] = useState<string>('visit')
  const [map, setMap] = useState<Record<string, string>>({})
  const [authority, setAuthority] = useState('')
  const [read, setRead] = useState<TableView>()
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
      const table = await post<TableView>('/api/table', body)
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
            {IMPORTABLE.map((one) => (
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
      {read && <Mapping table={read} onMap={mapTo} onFile={() => source && look(source, kind, map, true)} />}
    </section>
  )
}
