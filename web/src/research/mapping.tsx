import type { TableView } from '../../../src/show/views/table.ts'
import { Findings } from './findings.tsx'

const WHY: Readonly<Record<string, string>> = {
  given: 'as you say',
  name: 'by its name',
  'name and values': 'by its name and values',
  values: 'by its values',
  'no role': 'kept in the note',
  personal: 'left out: it tells of a person what is not kept',
}

/** What each column is taken for, the first rows as they are read, what is wrong, and the button that files. */
export function Mapping({
  table,
  onMap,
  onFile,
}: {
  table: TableView
  onMap(column: string, role: string): void
  onFile(): void
}) {
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
                  {[...new Set([...table.roles, ...(role === 'kept' ? [] : [role])])].map((one) => (
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
