import type { Mark } from '../../../src/show/views/timeline.ts'

export const MARK_WORDS: Readonly<Record<Mark, string>> = {
  made: 'begun',
  broken: 'ended or broken off',
  restored: 'restored',
  step: 'a step',
  holds: 'told to hold',
  event: 'took place',
  planned: 'planned',
  cancelled: 'called off',
  denied: 'told not to be so',
}

const R = 5

/** A sign for each, told apart by its form and not by colour alone; drawn about the origin. */
export function Sign({ mark }: { mark: Mark }) {
  switch (mark) {
    case 'made':
      return <circle class="sign full" r={R} />
    case 'restored':
      return (
        <>
          <circle class="sign" r={R} />
          <path class="sign full" d={`M0 ${-R}A${R} ${R} 0 0 1 0 ${R}Z`} />
        </>
      )
    case 'broken':
      return <path class="sign cross" d={`M${-R} ${-R}L${R} ${R}M${-R} ${R}L${R} ${-R}`} />
    case 'step':
      return <circle class="sign" r={R - 1} />
    case 'holds':
      return <rect class="sign full bar" x={-R - 2} y={-2.5} width={2 * R + 4} height={5} />
    case 'event':
      return <path class="sign full" d={`M0 ${-R - 1}L${R} 0L0 ${R + 1}L${-R} 0Z`} />
    case 'planned':
      return <path class="sign dashed" d={`M0 ${-R - 1}L${R} 0L0 ${R + 1}L${-R} 0Z`} />
    case 'cancelled':
      return <path class="sign" d={`M0 ${-R - 1}L${R} 0L0 ${R + 1}L${-R} 0ZM${-R - 2} ${R + 2}L${R + 2} ${-R - 2}`} />
    case 'denied':
      return <path class="sign" d={`M${-R} 0A${R} ${R} 0 1 1 ${R} 0A${R} ${R} 0 1 1 ${-R} 0M${-R} ${R}L${R} ${-R}`} />
  }
}

/** What the signs of a picture mean. */
export const Legend = ({ marks }: { marks: readonly Mark[] }) => (
  <ul class="legend">
    {marks.map((mark) => (
      <li key={mark}>
        <svg width="20" height="16" viewBox="-10 -8 20 16" aria-hidden="true">
          <Sign mark={mark} />
        </svg>
        {MARK_WORDS[mark]}
      </li>
    ))}
  </ul>
)
