import { MAP_NOTE } from '../../../src/show/views/map-note.ts'
import { ACT_WORDS, ACTS, type Act, type RollView, type Voter } from '../../../src/show/views/roll.ts'
import { FactById } from '../pictures/fact.tsx'
import { Spot, WorldMap } from '../pictures/map.tsx'
import { Scroll } from '../pictures/scroll.tsx'
import { Tellings } from '../pictures/tellings.tsx'
import { useWidth } from '../pictures/use.ts'

type Cell = { act: string; value: string } | undefined

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1)
const isIn = (v: Voter, cell: Cell): boolean => !cell || (v.act === cell.act && v.joined?.value === cell.value)
const acts = (view: RollView): Act[] => ACTS.filter((act) => view.totals[act])

const Sign = ({ act }: { act: Act }) => (
  <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
    <Spot sign={act} r={6.5} />
  </svg>
)

/** Voters as dots on a map. */
export function Picture({ view, cell, choose }: { view: RollView; cell: Cell; choose(seat: string): void }) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const label = (v: Voter) => view.join?.values.find((value) => value.id === v.joined?.value)?.label
  const dots = view.voters.map((v) => ({
    ...{ id: v.seat, label: v.label, sign: v.act, faint: !isIn(v, cell) },
    ...(v.lon !== undefined && v.lat !== undefined && { lon: v.lon, lat: v.lat }),
    says: [ACT_WORDS[v.act], label(v)].filter(Boolean).join('; '),
  }))
  return (
    <section aria-labelledby="map">
      <h2 id="map">On the map</h2>
      <ul class="legend">
        {acts(view).map((act) => (
          <li key={act}>
            <Sign act={act} />
            {ACT_WORDS[act]}
          </li>
        ))}
      </ul>
      <div class="measure" ref={ref} />
      {width > 0 && (
        <WorldMap dots={dots} width={width} label="The voters as dots; the lists below name each" choose={choose} />
      )}
      <p class="hint">{MAP_NOTE}</p>
    </section>
  )
}

/** Everybody by choice; each opens what its vote rests on. */
export function ByChoice({
  view,
  cell,
  chosen,
  choose,
}: {
  view: RollView
  cell: Cell
  chosen: string | undefined
  choose(seat: string | undefined): void
}) {
  return (
    <section aria-labelledby="choices">
      <h2 id="choices">By choice</h2>
      {acts(view).map((act) => {
        const own = view.voters.filter((v) => v.act === act)
        const open = own.find((v) => v.seat === chosen)
        return (
          <section key={act} aria-labelledby={`act-${act}`}>
            <h3 id={`act-${act}`} class="act">
              <Sign act={act} />
              {capital(ACT_WORDS[act])} <span class="soft count">{own.length}</span>
            </h3>
            <ul class="voters">
              {own.map((v) => (
                <li key={v.seat} class={isIn(v, cell) ? '' : 'faint'}>
                  <button
                    type="button"
                    id={`seat-${v.seat}`}
                    class="voter"
                    aria-expanded={v.seat === chosen}
                    onClick={() => choose(v.seat === chosen ? undefined : v.seat)}
                  >
                    {v.label}
                  </button>
                </li>
              ))}
            </ul>
            {open && <OneVoter voter={open} view={view} />}
          </section>
        )
      })}
    </section>
  )
}

function OneVoter({ voter, view }: { voter: Voter; view: RollView }) {
  const { label, now, act, votes, joined } = voter
  const value = view.join?.values.find((v) => v.id === joined?.value)?.label
  const differ = act === 'differs'
  return (
    <section class="one-voter" aria-label={label}>
      <p>
        <strong>{label}</strong>: {ACT_WORDS[act]}.{now === null && ' Nobody sits in this seat now.'}
        {now && ` Now ${now}.`}
        {value && ` ${view.join!.title}: ${value}.`}
      </p>
      <Tellings
        tellings={votes.map((v) => ({ ...v, ...(differ && { otherwise: `as ${v.choice}` }) }))}
        sources={view.sources}
      />
      {joined && joined.facts.length > 0 && view.join!.id.startsWith('ties:') && (
        <>
          <p class="small soft">On the second set:</p>
          <ul class="tellings">
            {joined.facts.map((id) => (
              <li key={id}>
                <FactById id={id} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** What each source counts, and which of its numbers come to the total that is stated. */
export const Counts = ({ view }: { view: RollView }) => (
  <section aria-labelledby="counts">
    <h2 id="counts">As each source counts</h2>
    <Scroll name="As each source counts">
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">Source</th>
            {['In favour', 'Against', 'Abstained', 'Absent'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.counts.map(({ source, counts, footed }) => (
            <tr key={source}>
              <th scope="row">
                {view.sources[source]?.title ?? source}, <span class="soft">{view.sources[source]?.viewpoint}</span>
              </th>
              {['yes', 'no', 'abstain', 'absent'].map((choice) => (
                <td key={choice}>
                  {counts[choice] || '–'}
                  {footed.includes(choice) && <span class="footed"> ✓</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
    <p class="hint">
      ✓ the votes come to the total that is stated. A source that lists votes alone tells nobody absent.
    </p>
    {view.counts.flatMap(({ source, says }) =>
      says.map(({ id, say }) => (
        <p key={id} class="small">
          {view.sources[source]?.title ?? source}: {say}
        </p>
      )),
    )}
  </section>
)
