import type { ReadClaim, Told } from '../../../src/show/views/read-types.ts'
import { ReadAgain } from './again.tsx'
import { Covered, Missing, Section } from './cover.tsx'
import type { Desk } from './desk.ts'
import { Evidence } from './evidence.tsx'
import { FoundForm, WholeForm } from './found.tsx'
import { MendForm } from './mend.tsx'
import { SameEvent } from './same.tsx'

interface Props {
  claim: ReadClaim
  desk: Desk
  form: string
  setForm(form: string): void
}

/** Everything about one claim: how it was read, how it stands then and now, on what evidence, and what can be done. */
export function Panel({ claim, desk, form, setForm }: Props) {
  const { conflict } = desk.state
  const toggle = (name: string) => setForm(form === name ? '' : name)
  const close = () => {
    setForm('')
    document.getElementById(`row-${claim.id}`)?.focus()
  }
  return (
    <div class="panel">
      {conflict?.claim === claim.id && <Conflicted desk={desk} />}
      <Actions claim={claim} desk={desk} form={form} toggle={toggle} />
      {form === 'mend' && <MendForm claim={claim} desk={desk} close={close} />}
      {form === 'found' && <FoundForm claim={claim} desk={desk} close={close} />}
      {form === 'whole' && <WholeForm claim={claim} desk={desk} close={close} />}
      <Reading claim={claim} />
      <ThenAndNow claim={claim} />
      {claim.nearest && (
        <Section name="What can be said">
          <p class="nearest">{claim.nearest.say}.</p>
        </Section>
      )}
      <Tellings name="Against" list={claim.outcome === 'supported' ? [] : claim.against} />
      <Tellings name="For" list={claim.witnesses} />
      <Tellings name="Told otherwise" list={claim.outcome === 'supported' ? claim.against : []} />
      <SameEvent claim={claim} desk={desk} />
      <Missing claim={claim} toggle={toggle} />
      <Covered claim={claim} />
      <p>
        <button type="button" class="plain" onClick={() => showInText(claim.id)}>
          Show it in the article
        </button>
      </p>
      <p class="soft small">
        Read by {claim.rules.join(' › ') || 'hand'}; characters {claim.start}–{claim.end}; {claim.verdict}
      </p>
    </div>
  )
}

/** Takes the reader back to the words, which on a narrow page stand far above. */
function showInText(claim: string): void {
  document.querySelector(`mark[data-claim="${CSS.escape(claim)}"]`)?.scrollIntoView({ block: 'center' })
}

function Conflicted({ desk }: { desk: Desk }) {
  const { other, mine } = desk.state.conflict!
  return (
    <div class="conflict" role="alert">
      <p>
        Meanwhile <bdi>{other ? `${other.by} ${other.is} it` : 'the decision on it was taken back'}</bdi>. Yours is not
        recorded.
      </p>
      <p class="actions">
        <button type="button" onClick={() => void desk.check()}>
          Leave it so
        </button>
        <button type="button" onClick={() => void desk.decide(mine, other?.id)}>
          Record mine after it
        </button>
      </p>
    </div>
  )
}

interface ActionProps {
  claim: ReadClaim
  desk: Desk
  form: string
  toggle(name: string): void
}

function Actions({ claim, desk, form, toggle }: ActionProps) {
  const { review } = claim
  const say = (is: 'accepted' | 'rejected') => void desk.decide({ claim: claim.id, is })
  const busy = desk.state.busy !== undefined
  return (
    <div class="review">
      {review && (
        <p class="small">
          <b>{review.is}</b> by <bdi>{review.by}</bdi>
        </p>
      )}
      {claim.reread && <ReadAgain claim={claim} desk={desk} />}
      <p class="actions">
        <button type="button" disabled={busy || review?.is === 'accepted'} onClick={() => say('accepted')}>
          Accept
        </button>
        <button type="button" aria-expanded={form === 'mend'} onClick={() => toggle('mend')}>
          Correct
        </button>
        <button type="button" disabled={busy || review?.is === 'rejected'} onClick={() => say('rejected')}>
          Reject
        </button>
        {review && (
          <button type="button" disabled={busy} onClick={() => void desk.undo(claim)}>
            Undo
          </button>
        )}
        {claim.draft && (
          <button type="button" aria-expanded={form === 'found'} onClick={() => toggle('found')}>
            I found it: here is the source
          </button>
        )}
      </p>
    </div>
  )
}

const Reading = ({ claim }: { claim: ReadClaim }) => (
  <Section name={claim.readings.length > 1 ? 'Readings, the likeliest first' : 'Read as'}>
    <ul class="plain-list">
      {claim.readings.map((r) => (
        <li key={r.say}>
          {r.say}
          {claim.readings.length > 1 && <Verdict of={r} />}
        </li>
      ))}
    </ul>
    {claim.reason && <p>{claim.reason}</p>}
    {claim.speaker && (
      <p class="soft">
        Said by <bdi>{claim.speaker}</bdi>, not by the article.
      </p>
    )}
    {claim.parts.length > 1 && (
      <ul class="plain-list parts">
        {claim.parts.map((p) => (
          <li key={p.say}>
            <Verdict of={p} /> {p.say}
            {p.presupposed && <span class="soft"> (presupposed)</span>}
          </li>
        ))}
      </ul>
    )}
  </Section>
)

export const Verdict = ({ of }: { of: { outcome: string; mark: string; word: string } }) => (
  <span class={`verdict ${of.outcome}`}>
    {' '}
    <span aria-hidden="true">{of.mark}</span> {of.word}
  </span>
)

const ThenAndNow = ({ claim }: { claim: ReadClaim }) => (
  <Section name="Then and now">
    {claim.outcome === claim.now.outcome ? (
      <p>
        <Verdict of={claim} /> on {claim.said.say}, and still so when last known, on {claim.now.say}
      </p>
    ) : (
      <p>
        <Verdict of={claim} /> on {claim.said.say}; <Verdict of={claim.now} /> today, as known on {claim.now.say}
      </p>
    )}
  </Section>
)

function Tellings({ name, list }: { name: string; list: readonly Told[] }) {
  if (!list.length) return null
  return (
    <Section name={`${name} (${list.length})`}>
      <ul class="plain-list evidence">
        {list.slice(0, 200).map((told) => (
          <Evidence key={told.fact} told={told} />
        ))}
      </ul>
    </Section>
  )
}
