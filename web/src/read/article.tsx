import { memo } from 'preact/compat'
import { useMemo } from 'preact/hooks'
import { harmless } from '../../../src/show/harmless.ts'
import type { ReadView } from '../../../src/show/views/read.ts'
import type { ReadClaim } from '../../../src/show/views/read-types.ts'
import { type Run, runsOf } from './marks.ts'

interface Props {
  view: ReadView
  chosen?: string
  choose(claim: string): void
}

/** The article as it was published, as text, with a mark under what was read. */
export const Article = memo(function Article({ view, chosen, choose }: Props) {
  const paragraphs = useMemo(() => runsOf(view, chosen), [view, chosen])
  const { text } = view.document
  return (
    <article class="text" aria-label="The article">
      {paragraphs.map((runs) => (
        <p key={runs[0]!.start} dir="auto">
          {runs.map((run) => (
            <Marked key={run.start} run={run} text={text} chosen={chosen} choose={choose} />
          ))}
        </p>
      ))}
    </article>
  )
})

/** A word longer than this, in characters, must be broken anywhere. */
const LONG = 20

type MarkedProps = Omit<Props, 'view'> & { run: Run; text: string }

function Marked({ run, text, chosen, choose }: MarkedProps) {
  const words = harmless(text.slice(run.start, run.end))
  const flags = run.ends.map((claim) => <Flag key={claim.id} claim={claim} on={claim.id === chosen} choose={choose} />)
  if (!run.claim)
    return (
      <>
        {words}
        {flags}
      </>
    )
  // A flag never begins a line: it stays with the last word.
  const last = words.trimEnd().lastIndexOf(' ') + 1
  const cut = words.length - last < LONG ? last : words.length
  const classes = `mark ${run.outcome}${run.claim === chosen ? ' chosen' : ''}`
  const marked = (part: string) =>
    part && (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the flag beside it does the same for a keyboard.
      <mark class={classes} data-claim={run.claim} onClick={() => choose(run.claim!)}>
        {part}
      </mark>
    )
  if (!flags.length) return marked(words)
  return (
    <>
      {marked(words.slice(0, cut))}
      <span class="last">
        {marked(words.slice(cut))}
        {flags}
      </span>
    </>
  )
}

function Flag({ claim, on, choose }: { claim: ReadClaim; on: boolean; choose(id: string): void }) {
  return (
    <button
      type="button"
      class={`flag ${claim.outcome}${on ? ' chosen' : ''}`}
      aria-label={`Claim ${claim.n}: ${claim.word}`}
      aria-pressed={on}
      onClick={() => choose(claim.id)}
    >
      {claim.mark}
      <span class="n">{claim.n}</span>
    </button>
  )
}
