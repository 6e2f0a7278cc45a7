import { useState } from 'preact/hooks'
import type { Share } from '../../../src/show/views/agreement.ts'
import type { PairView } from '../../../src/show/views/pair.ts'
import { AgreementPicture, FEW } from '../pictures/agreement.tsx'
import { Scroll } from '../pictures/scroll.tsx'
import { useGot, useWidth } from '../pictures/use.ts'
import { go } from '../router.ts'

const CHOICES = ['yes', 'no', 'abstain'] as const
const count = (n: number): string => n.toLocaleString('en-US')
const percent = ({ alike, both }: Pick<Share, 'alike' | 'both'>): string =>
  both ? `${((100 * alike) / both).toFixed(1)} %` : '–'

/** How the two voted in the General Assembly: the share in which they chose alike, by year, beside others. */
export function AtTheUN({ view }: { view: PairView }) {
  const { agreement, pair } = view
  const [ref, width] = useWidth<HTMLDivElement>()
  const [chosen, setChosen] = useState(startWith(agreement.compare))
  const group = agreement.compare.find((g) => g.id === chosen)
  const names = [pair[0].label, pair[1].label] as const
  if (!agreement.both) return <Nothing view={view} />
  return (
    <section aria-labelledby="un">
      <h2 id="un" tabIndex={-1}>
        In the General Assembly
      </h2>
      <p>
        They chose alike in {count(agreement.alike)} of the {count(agreement.both)} roll calls in which both took part (
        {percent(agreement)}). Absence is no choice.
      </p>
      <Compare view={view} chosen={chosen} set={setChosen} />
      <ul class="legend">
        <Key kind="pair">{names.join(' and ')}</Key>
        {group && <Key kind="one">{`${names[0]} with ${group.label}`}</Key>}
        {group && <Key kind="other">{`${names[1]} with ${group.label}`}</Key>}
      </ul>
      <div class="measure" ref={ref} />
      {width > 0 && (
        <AgreementPicture
          view={agreement}
          group={group}
          names={names}
          to={Number(view.today.slice(0, 4))}
          width={width}
        />
      )}
      <p class="hint">
        Bars: roll calls held here, darker where both took part. Years of which fewer than {FEW} are held are hatched:
        an open dot there is hardly a year.
        {group &&
          ` The members of each year, oneself aside${group.definition === 'treaty' ? '' : `; ${group.label} as reckoned by: ${group.definition}`}.`}
      </p>
      <Cross view={view} />
      <Years view={view} group={group} />
      <p class="small soft">
        {agreement.sources
          .map((id) => `${view.sources[id]?.title ?? id} (${view.sources[id]?.viewpoint ?? ''})`)
          .join('; ')}
        .
      </p>
    </section>
  )
}

/** The group that the address asks for, else all members. */
const startWith = (compare: PairView['agreement']['compare']): string => {
  const asked = new URLSearchParams(location.search).get('with')
  return compare.find((g) => g.id === asked)?.id ?? compare[0]?.id ?? ''
}

/** With whose members the two are compared; a group that was not counted yet is asked of the server. */
function Compare({ view, chosen, set }: { view: PairView; chosen: string; set(id: string): void }) {
  const counted = view.agreement.compare
  const others = view.groups.filter((g) => !counted.some((c) => c.id === g.id))
  const choose = (id: string) => {
    set(id)
    if (!id || counted.some((c) => c.id === id)) return
    const asked = new URLSearchParams(location.search)
    asked.set('with', id)
    go(`${location.pathname}?${asked}`, { replace: true })
  }
  return (
    <label class="compare">
      For comparison, each with the members of
      <select value={chosen} onChange={(e) => choose(e.currentTarget.value)}>
        <option value="">nobody</option>
        {counted.map((g) => (
          <option key={g.id} value={g.id}>
            {g.label}
          </option>
        ))}
        <optgroup label="Other groups">
          {others.map((g) => (
            <option key={g.id} value={g.id}>
              {g.label}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  )
}

const Nothing = ({ view: { agreement, pair } }: { view: PairView }) => {
  const never = [agreement.seats.one.length ? '' : pair[0].label, agreement.seats.other.length ? '' : pair[1].label]
  const said = never.filter(Boolean)
  return (
    <section aria-labelledby="un">
      <h2 id="un" tabIndex={-1}>
        In the General Assembly
      </h2>
      <p>
        {said.length
          ? `${said.join(' and ')} never sat in the General Assembly, as the atlas has it.`
          : `No roll call in which both took part is held here (${count(agreement.rolls)} are held).`}
      </p>
    </section>
  )
}

const Key = ({ kind, children }: { kind: string; children: string }) => (
  <li>
    <svg width="34" height="12" aria-hidden="true">
      <line class={`line ${kind}`} x1="1" x2="33" y1="6" y2="6" />
    </svg>
    {children}
  </li>
)

/** Who chose what: a row a choice of the one, a column a choice of the other. */
const Cross = ({ view: { agreement, pair } }: { view: PairView }) => (
  <Scroll name="Who chose what">
    <table class="figures">
      <caption>Who chose what</caption>
      <thead>
        <tr>
          <td />
          {CHOICES.map((choice) => (
            <th key={choice} scope="col">
              {pair[1].label}: {choice}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {CHOICES.map((choice, x) => (
          <tr key={choice}>
            <th scope="row">
              {pair[0].label}: {choice}
            </th>
            {CHOICES.map((other, y) => (
              <td key={other} class={x === y ? 'alike' : ''}>
                {count(agreement.table[x]![y]!)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
)

/** The figures of the picture; each year opens its roll calls. */
function Years({ view, group }: { view: PairView; group: PairView['agreement']['compare'][number] | undefined }) {
  const [open, setOpen] = useState<number>()
  const { agreement, pair } = view
  const of = (shares: readonly Share[] | undefined, year: number) => shares?.find((s) => s.year === year)
  return (
    <details>
      <summary>The figures by year, each with its roll calls</summary>
      <Scroll name="The figures by year">
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">Year</th>
              <th scope="col">Held</th>
              <th scope="col">Both</th>
              <th scope="col">Alike</th>
              <th scope="col">Share</th>
              {group && (
                <th scope="col">
                  {pair[0].label} with {group.label}
                </th>
              )}
              {group && (
                <th scope="col">
                  {pair[1].label} with {group.label}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {agreement.years.toReversed().map((s) => (
              <tr key={s.year}>
                <th scope="row">
                  {s.both ? (
                    <button
                      type="button"
                      class="plain"
                      aria-expanded={open === s.year}
                      onClick={() => setOpen(open === s.year ? undefined : s.year)}
                    >
                      {s.year}
                    </button>
                  ) : (
                    s.year
                  )}
                </th>
                <td>{s.rolls}</td>
                <td>{s.both}</td>
                <td>{s.alike}</td>
                <td>{percent(s)}</td>
                {group && <td>{percent(of(group.one, s.year) ?? { alike: 0, both: 0 })}</td>}
                {group && <td>{percent(of(group.other, s.year) ?? { alike: 0, both: 0 })}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {open !== undefined && <Rolls view={view} year={open} />}
    </details>
  )
}

interface JointRoll {
  roll: string
  label: string
  when: string
  source: string
  one: string
  other: string
}

function Rolls({ view: { pair, knownOn, sources }, year }: { view: PairView; year: number }) {
  const known = knownOn ? `&knownOn=${encodeURIComponent(knownOn)}` : ''
  const { data } = useGot<JointRoll[]>(`/api/pair/${pair[0].code}/${pair[1].code}/rolls?year=${year}${known}`)
  return (
    <section aria-label={`Roll calls of ${year}`} class="rolls">
      <h3>Roll calls of {year} in which both took part</h3>
      {data && (
        <ul class="plainlist">
          {data.map((r) => (
            <li key={r.roll}>
              <a href={`/roll/${encodeURIComponent(r.roll.replace('roll:', ''))}`}>{r.label}</a>{' '}
              <span class="soft">
                {r.when}; {pair[0].label} {r.one}, {pair[1].label} {r.other}; as {sources[r.source]?.title ?? r.source}{' '}
                tells
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
