import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { harmless } from '../../../src/show/harmless.ts'
import type { ReadClaim } from '../../../src/show/views/read-types.ts'
import type { Desk } from './desk.ts'
import { Panel } from './panel.tsx'

interface Props {
  desk: Desk
  chosen?: string
  open: boolean
  form: string
  choose(claim: string | undefined): void
  setForm(form: string): void
}

/** Every claim, worst first; remarks folded; the chosen one opened in its place. */
export function ClaimList(props: Props) {
  const { view, flips } = props.desk.state
  if (!view) return null
  const claims = view.claims.filter((c) => !c.remark && c.review?.is !== 'rejected')
  const rejected = view.claims.filter((c) => !c.remark && c.review?.is === 'rejected')
  const remarks = view.claims.filter((c) => c.remark)
  const rows = (list: readonly ReadClaim[]) => (
    <ol class="claims">
      {list.map((claim) => (
        <Row key={claim.id} claim={claim} flip={flips.find((f) => f.claim === claim.id)?.before} {...props} />
      ))}
    </ol>
  )
  const holds = (list: readonly ReadClaim[]) => list.some((c) => c.id === props.chosen)
  return (
    <>
      {claims.length ? rows(claims) : <p>No claim about relations between states was found.</p>}
      <Folded
        name={`${count(remarks.length, 'remark')}: praise, thanks, urging`}
        n={remarks.length}
        open={holds(remarks)}
      >
        {rows(remarks)}
      </Folded>
      <Folded name={`${count(rejected.length, 'claim')} rejected in review`} n={rejected.length} open={holds(rejected)}>
        {rows(rejected)}
      </Folded>
      <Folded name={`${count(view.unread.length, 'passage')} not read safely`} n={view.unread.length} open={false}>
        <ul class="unread">
          {view.unread.map((u) => (
            <li key={u.start}>
              <q dir="auto">{harmless(u.quote)}</q> <span class="soft">{u.because}</span>
            </li>
          ))}
        </ul>
      </Folded>
    </>
  )
}

const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`

const Folded = (props: { name: string; n: number; open: boolean; children: ComponentChildren }) =>
  props.n ? (
    <details class="folded" open={props.open || undefined}>
      <summary>{props.name}</summary>
      {props.children}
    </details>
  ) : null

function Row({ claim, flip, ...props }: Props & { claim: ReadClaim; flip?: string }) {
  const { chosen, open, choose } = props
  const on = chosen === claim.id
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (on) row.current?.scrollIntoView({ block: 'nearest' })
  }, [on, open])
  const [note] = claim.notes
  return (
    <li ref={row} class={`claim ${claim.outcome}${on ? ' chosen' : ''}${flip ? ' flipped' : ''}`}>
      <button
        type="button"
        class="row"
        id={`row-${claim.id}`}
        aria-expanded={on && open}
        onClick={() => choose(on && open ? undefined : claim.id)}
      >
        <span class={`verdict ${claim.outcome}`}>
          <span class="sign" aria-hidden="true">
            {claim.mark}
          </span>{' '}
          {claim.word}
        </span>
        {flip && <span class="was">was {flip}</span>}
        {claim.review && <span class="signed">{claim.review.is}</span>}
        {claim.reread && <span class="signed">read otherwise now</span>}
        {claim.pairs.some((p) => p.is === 'open') && <span class="signed">same event?</span>}
        <span class="n">{claim.n}</span>
        <span class="quote" dir="auto">
          {harmless(claim.quote)}
        </span>
        {note && !(on && open) && (
          <span class="note">
            {note.is && <b>{note.is} </b>}
            {note.say}
          </span>
        )}
      </button>
      {on && open && <Panel claim={claim} {...props} />}
    </li>
  )
}
