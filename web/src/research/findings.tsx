import type { RowFinding } from '../../../src/show/views/table.ts'

const MOST = 200

/** What is wrong with which line, and whether it is filed all the same. */
export function Findings({ findings }: { findings: RowFinding[] }) {
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
