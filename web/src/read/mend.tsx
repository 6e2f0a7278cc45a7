import { useState } from 'preact/hooks'
import { harmless } from '../../../src/show/harmless.ts'
import type { NamedRole, ReadClaim } from '../../../src/show/views/read-types.ts'
import type { Desk } from './desk.ts'
import { Buttons, useFocus } from './found.tsx'
import { NameField } from './names.tsx'

interface Props {
  claim: ReadClaim
  desk: Desk
  close(): void
}

type Span = { start: number; end: number }
type Named = { id: string; label: string }

/** Where words begin and end, around a span: a step is a word. */
function step(text: string, at: number, by: 1 | -1, edge: 'start' | 'end'): number {
  const inWord = (i: number) => /\S/.test(text[i] ?? ' ')
  const isEdge = (i: number) => (edge === 'start' ? inWord(i) && !inWord(i - 1) : inWord(i - 1) && !inWord(i))
  let i = at + by
  while (i > 0 && i < text.length && !isEdge(i)) i += by
  return Math.min(Math.max(i, 0), text.length)
}

/** Mends the words, the time and the names of a claim; only what is changed is recorded. */
export function MendForm({ claim, desk, close }: Props) {
  const { text } = desk.state.view!.document
  const [span, setSpan] = useState<Span>({ start: claim.start, end: claim.end })
  const [when, setWhen] = useState(claim.when ?? '')
  const fields = claim.roles.filter((r) => r.holds !== 'closed' && r.value.some((v) => v.id))
  const [roles, setRoles] = useState<Record<string, Named[]>>(() =>
    Object.fromEntries(fields.map((r) => [r.role, r.value.map(({ id = '', label }) => ({ id, label }))])),
  )
  const form = useFocus()
  const send = async (event: Event) => {
    event.preventDefault()
    const correction = correctionOf(claim, span, when.trim(), fields, roles)
    const changed = Object.keys(correction).length > 0
    if (!changed || (await desk.decide({ claim: claim.id, is: 'corrected', correction }))) close()
  }
  const move = (edge: 'start' | 'end', by: 1 | -1) =>
    setSpan((old) => {
      const next = { ...old, [edge]: step(text, old[edge], by, edge) }
      return next.start < next.end ? next : old
    })
  return (
    <form class="form mend" ref={form} onSubmit={send}>
      <fieldset>
        <legend>The words</legend>
        <p class="words" dir="auto">
          <span class="soft">…{harmless(text.slice(Math.max(0, span.start - 40), span.start))}</span>
          <mark>{harmless(text.slice(span.start, span.end))}</mark>
          <span class="soft">{harmless(text.slice(span.end, span.end + 40))}…</span>
        </p>
        <p class="actions">
          <button type="button" onClick={() => move('start', -1)}>
            Begin a word earlier
          </button>
          <button type="button" onClick={() => move('start', 1)}>
            Begin later
          </button>
          <button type="button" onClick={() => move('end', -1)}>
            End a word earlier
          </button>
          <button type="button" onClick={() => move('end', 1)}>
            End later
          </button>
        </p>
      </fieldset>
      <label>
        <span>When (empty: the text does not say)</span>
        <input
          name="when"
          value={when}
          pattern="[0-9.\/\-]*"
          title="2003-05-01, 2003-05, 2003, or 2003-05-01/2003-05-03"
          onInput={(e) => setWhen(e.currentTarget.value)}
        />
      </label>
      {fields.map((field) =>
        roles[field.role]!.map((value, i) => (
          <NameField
            key={field.role + i}
            name={field.role}
            label={field.role}
            holds={field.holds}
            value={value}
            set={(next) =>
              setRoles((old) => ({ ...old, [field.role]: old[field.role]!.map((x, j) => (i === j ? next : x)) }))
            }
          />
        )),
      )}
      <Buttons desk={desk} close={close} say="Record the correction" />
    </form>
  )
}

function correctionOf(
  claim: ReadClaim,
  span: Span,
  when: string,
  fields: readonly NamedRole[],
  roles: Readonly<Record<string, Named[]>>,
): object {
  const changed = fields.filter(
    (f) => JSON.stringify(roles[f.role]) !== JSON.stringify(f.value.map(({ id = '', label }) => ({ id, label }))),
  )
  const named = changed.map(({ role }) => [
    role,
    roles[role]!.filter((x) => x.label.trim()).map(({ id, label }) => ({
      id: id || label.trim(),
      label: label.trim(),
    })),
  ])
  return {
    ...((span.start !== claim.start || span.end !== claim.end) && { span }),
    ...(when !== (claim.when ?? '') && { when: when || null }),
    ...(named.length && { roles: Object.fromEntries(named) }),
  }
}
