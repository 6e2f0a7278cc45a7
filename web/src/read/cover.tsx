import type { ComponentChildren } from 'preact'
import type { ReadClaim, YearsAsked } from '../../../src/show/views/read-types.ts'

export const Section = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <section>
    <h3>{name}</h3>
    {children}
  </section>
)

/** What no source tells, whom to ask, and in which words. */
export function Missing({ claim, toggle }: { claim: ReadClaim; toggle(name: string): void }) {
  if (!claim.gaps.length) return null
  return (
    <Section name="Missing">
      {claim.gaps.map((gap) => (
        <div class="gap" key={gap.say}>
          <p>
            {gap.say}. Ask {gap.who}.
          </p>
          <details>
            <summary>The question to send</summary>
            <p class="letter">{gap.question}</p>
            <button type="button" onClick={() => void navigator.clipboard?.writeText(gap.question)}>
              Copy
            </button>
          </details>
        </div>
      ))}
      {claim.gaps.some((gap) => Object.keys(gap.roles).length) && (
        <p>
          <button type="button" onClick={() => toggle('whole')}>
            An authority says: this is all
          </button>
        </p>
      )}
    </Section>
  )
}

/** The years that were searched, and the lists. */
export function Covered({ claim }: { claim: ReadClaim }) {
  if (!claim.lists.length && !claim.years.length) return null
  return (
    <Section name="What was searched">
      {claim.years.map((asked) => (
        <Years key={asked.say} asked={asked} />
      ))}
      {claim.lists.length ? (
        <ul class="plain-list">
          {claim.lists.map((list) => (
            <li key={list.title + list.say}>
              {list.url ? (
                <a href={list.url} target="_blank" rel="noreferrer">
                  {list.title}
                </a>
              ) : (
                list.title
              )}
              <span class="soft">
                {' '}
                ({list.kind}): {list.say}
                {list.viewpoint && `, ${list.viewpoint}`}; whole, {list.stated}.
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p class="soft">No list that says to be whole covers any of it.</p>
      )}
    </Section>
  )
}

/** The years asked about on a line: covered solid, not covered hatched; the same in words. */
function Years({ asked }: { asked: YearsAsked }) {
  const last = asked.to ?? new Date().getFullYear()
  const begins = [asked.from, ...asked.gaps.flatMap((g) => [g.from, g.to])].filter((y) => y !== undefined)
  const first = Math.min(last, ...begins)
  const span = last - first + 1
  const at = (year: number) => `${(100 * (year - first)) / span}%`
  const words = asked.gaps.length ? `not covered: ${asked.gaps.map((g) => g.say).join(', ')}` : 'all covered'
  return (
    <div class="years">
      <p class="small">
        {asked.say}: {words}
      </p>
      <div class="bar" aria-hidden="true">
        {asked.gaps.map((g) => {
          const from = Math.max(first, g.from ?? first)
          return (
            <span
              key={g.say}
              class="hole"
              style={{ insetInlineStart: at(from), width: `${(100 * ((g.to ?? last) - from + 1)) / span}%` }}
            />
          )
        })}
      </div>
    </div>
  )
}
