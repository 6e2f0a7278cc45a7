import { harmless } from '../../../src/show/harmless.ts'
import type { ReadClaim } from '../../../src/show/views/read-types.ts'
import type { Desk } from './desk.ts'

/** How a newer reader reads words on which a person settled: beside what stands, which it does not change. */
export function ReadAgain({ claim, desk }: { claim: ReadClaim; desk: Desk }) {
  const { gone, differs, take } = claim.reread!
  if (gone) return <p class="small again">A newer reader finds no claim in these words. What was settled stays.</p>
  if (!differs.length) return <p class="small again">A newer reader reads these words as they stand here.</p>
  return (
    <div class="small again">
      <p>A newer reader reads these words otherwise. What was settled stays until you say so.</p>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">stands</th>
            <th scope="col">read now</th>
          </tr>
        </thead>
        <tbody>
          {differs.map((one) => (
            <tr key={one.what}>
              <th scope="row">{one.what}</th>
              <td dir="auto">{harmless(one.stands)}</td>
              <td dir="auto">{harmless(one.now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {take && (
        <p>
          <button
            type="button"
            disabled={desk.state.busy !== undefined}
            onClick={() => void desk.decide({ claim: claim.id, is: 'corrected', correction: take })}
          >
            Take the newer reading
          </button>
        </p>
      )}
    </div>
  )
}
