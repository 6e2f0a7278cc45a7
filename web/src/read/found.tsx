import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { DraftField, ReadClaim } from '../../../src/show/views/read-types.ts'
import type { Desk } from './desk.ts'
import { formOf, keepForm } from './kept.ts'
import { NameField } from './names.tsx'

interface Props {
  claim: ReadClaim
  desk: Desk
  close(): void
}

type Named = { id: string; label: string }

interface Filled {
  roles: Record<string, Named[]>
  when: string
  url: string
  quote: string
}

/** The pieces of a field as they are filled in: a list has always one more to fill. */
const rowsOf = ({ value, list }: DraftField): Named[] =>
  list ? [...value, { id: '', label: '' }] : [value[0] ?? { id: '', label: '' }]

/** "I found it": the fact with its source and its words; what the claim fixes is filled in. */
export function FoundForm({ claim, desk, close }: Props) {
  const draft = claim.draft!
  const [filled, setFilled] = useState<Filled>(() =>
    formOf(claim.id, {
      roles: Object.fromEntries(draft.fields.map((f) => [f.role, rowsOf(f)])),
      when: draft.when ?? '',
      url: '',
      quote: '',
    }),
  )
  const { roles, when, url, quote } = filled
  useLayoutEffect(() => keepForm(claim.id, filled), [filled])
  const fill = (more: Partial<Filled>) => setFilled((old) => ({ ...old, ...more }))
  const form = useFocus()
  const set = (role: string, i: number, value: Named) =>
    fill({ roles: { ...roles, [role]: roles[role]!.map((x, j) => (i === j ? value : x)) } })
  const send = async (event: Event) => {
    event.preventDefault()
    const named = Object.fromEntries(
      Object.entries(roles).map(([role, list]) => [role, list.map((x) => x.id || x.label.trim()).filter(Boolean)]),
    )
    const body = { kind: draft.kind, roles: named, when: when.trim(), url: url.trim(), quote }
    if (!(await desk.add('/api/found', body))) return
    keepForm(claim.id, undefined)
    close()
  }
  return (
    <form class="form" ref={form} onSubmit={send}>
      <p>
        A fact for the record: <b>{draft.kind}</b>, {draft.meaning}.
      </p>
      {draft.fields.map((field) =>
        roles[field.role]!.map((value, i) => (
          <Field key={field.role + i} field={field} n={i} value={value} set={(next) => set(field.role, i, next)} />
        )),
      )}
      <label>
        <span>When</span>
        <input
          value={when}
          required
          pattern="[0-9.\/\-]+"
          title="2003-05-01, 2003-05, 2003, or 2003-05-01/2003-05-03"
          placeholder="2003-05-01, 2003-05 or 2003"
          onInput={(e) => fill({ when: e.currentTarget.value })}
        />
      </label>
      <label>
        <span>Where it stands (web address)</span>
        <input
          type="url"
          value={url}
          required
          placeholder="https://…"
          onInput={(e) => fill({ url: e.currentTarget.value })}
        />
      </label>
      <label>
        <span>The words that say it</span>
        <textarea
          rows={2}
          dir="auto"
          maxLength={5000}
          value={quote}
          required
          onInput={(e) => fill({ quote: e.currentTarget.value })}
        />
      </label>
      <Buttons desk={desk} close={close} say="Add it, and check anew" />
    </form>
  )
}

interface FieldProps {
  field: DraftField
  n: number
  value: Named
  set(value: Named): void
}

function Field({ field, n, value, set }: FieldProps) {
  const { role, holds, values, required, hint } = field
  const label = `${role}${required && !n ? '' : ' (if told)'}`
  if (!values) return <NameField {...{ name: role, label, holds, value, set }} required={required && !n} hint={hint} />
  return (
    <label>
      <span>{label}</span>
      <select value={value.label} required={required} onChange={(e) => set({ id: '', label: e.currentTarget.value })}>
        <option value="" />
        {values.map((v) => (
          <option key={v}>{v}</option>
        ))}
      </select>
    </label>
  )
}

/** An authority's word that its list is whole, which alone lets an absence count. */
export function WholeForm({ claim, desk, close }: Props) {
  const gap = claim.gaps.find((g) => Object.keys(g.roles).length)!
  const [authority, setAuthority] = useState('')
  const [from, setFrom] = useState(gap.from)
  const [to, setTo] = useState(gap.to)
  const [note, setNote] = useState('')
  const form = useFocus()
  const send = async (event: Event) => {
    event.preventDefault()
    const body = { kind: gap.kind, roles: gap.roles, from, to, authority, ...(note.trim() && { note: note.trim() }) }
    if (await desk.add('/api/whole', body)) close()
  }
  return (
    <form class="form" ref={form} onSubmit={send}>
      <p>
        Somebody who keeps the record says that nothing is missing: {gap.say.replace('no source here covers ', '')}.
      </p>
      <label>
        <span>Who says so</span>
        <input
          value={authority}
          maxLength={300}
          required
          dir="auto"
          onInput={(e) => setAuthority(e.currentTarget.value)}
        />
      </label>
      <label>
        <span>From</span>
        <input
          value={from}
          required
          pattern="\d{4}-\d{2}-\d{2}"
          title="YYYY-MM-DD"
          onInput={(e) => setFrom(e.currentTarget.value)}
        />
      </label>
      <label>
        <span>To</span>
        <input
          value={to}
          required
          pattern="\d{4}-\d{2}-\d{2}"
          title="YYYY-MM-DD"
          onInput={(e) => setTo(e.currentTarget.value)}
        />
      </label>
      <label>
        <span>In which words (if told)</span>
        <textarea rows={2} dir="auto" maxLength={2000} value={note} onInput={(e) => setNote(e.currentTarget.value)} />
      </label>
      <Buttons desk={desk} close={close} say="Add it, and check anew" />
    </form>
  )
}

export function Buttons({ desk, close, say }: { desk: Desk; close(): void; say: string }) {
  return (
    <>
      {desk.state.problem && (
        <p role="alert" class="problem">
          {desk.state.problem.detail}
        </p>
      )}
      <p class="actions">
        <button type="submit" class="main" disabled={desk.state.busy !== undefined}>
          {desk.state.busy ?? say}
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </p>
    </>
  )
}

/** A form takes the focus to its first empty field as it opens, before anybody can have begun to type elsewhere in it. */
export function useFocus() {
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => {
    const fields = [...(form.current?.querySelectorAll<HTMLInputElement>('input, textarea, select') ?? [])]
    ;(fields.find((f) => f.required && !f.value) ?? fields[0])?.focus()
  }, [])
  return form
}
