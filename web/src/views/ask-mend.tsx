import { useState } from 'preact/hooks'
import { definitionOf, KIND_NAMES, type Kind } from '../../../src/model/kinds/index.ts'
import type { Question, Select, SetExpr, Term } from '../../../src/model/question.ts'
import type { AskView, ReadingView } from '../../../src/show/views/ask.ts'
import { nodeAt, occupancies, type Path, selections } from '../../../src/show/views/ask-paths.ts'
import { NameField } from '../read/names.tsx'

type Tree = Record<string | number, unknown>

/** The set with another node at a place. */
function put(set: SetExpr, path: Path, node: SetExpr): SetExpr {
  const [key, ...rest] = path
  if (key === undefined) return node
  const copy = (Array.isArray(set) ? [...set] : { ...set }) as unknown as Tree
  copy[key] = put(copy[key] as SetExpr, rest, node)
  return copy as unknown as SetExpr
}

const MEASURES = {
  includes: 'Which?',
  count: 'How many?',
  any: 'Was there any?',
  first: 'Which was the first?',
  last: 'Which was the last?',
} as const
type Simple = keyof typeof MEASURES
const FORMS: Readonly<Record<Simple, string>> = {
  includes: 'which',
  count: 'how-many',
  any: 'whether',
  first: 'which',
  last: 'which',
}

/** The reading as data that can be mended: what is measured, of which facts, of whom, between which days. */
export function Mend({ view, reading, send }: { view: AskView; reading: ReadingView; send(link: unknown): void }) {
  const [question, setQuestion] = useState<Question>(reading.question)
  const [names, setNames] = useState(reading.names)
  const { set } = question
  const changeSet = (next: SetExpr) => setQuestion({ ...question, set: next } as Question)
  const submit = () => {
    const measure = question.measure
    const form = measure in FORMS && measure !== reading.question.measure ? FORMS[measure as Simple] : view.form
    const { on, today, knownOn } = view
    send({ text: view.text, form, question, on, today, knownOn, ...(view.lastKnown && { lastKnown: true }) })
  }
  return (
    <details class="mend">
      <summary>Mend the reading</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <MeasureField question={question} set={setQuestion} />
        {selections(set).map((path) => (
          <SelectFields
            key={path.join('.')}
            select={nodeAt(set, path) as Select}
            names={names}
            name={(id, label) => setNames({ ...names, [id]: label })}
            set={(node) => changeSet(put(set, path, node))}
          />
        ))}
        {occupancies(set).map((path) => (
          <SeatsField
            key={path.join('.')}
            node={nodeAt(set, path) as Occupants}
            on={view.on}
            set={(node) => changeSet(put(set, path, node))}
          />
        ))}
        <button type="submit">Ask this</button>
      </form>
      <details>
        <summary>As data</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: else the keyboard could not scroll it */}
        <pre tabIndex={0}>{JSON.stringify(question, null, 2)}</pre>
      </details>
    </details>
  )
}

type Occupants = Extract<SetExpr, { op: 'occupants' }>

const SeatsField = ({ node, on, set }: { node: Occupants; on: string; set(node: Occupants): void }) => (
  <label>
    <span>A seat at the United Nations stands for</span>
    <select
      value={node.on === 'then' ? 'then' : 'now'}
      onChange={(e) => set({ ...node, on: e.currentTarget.value === 'then' ? 'then' : on })}
    >
      <option value="now">the state that sits there on the day asked about</option>
      <option value="then">the state that cast the vote</option>
    </select>
  </label>
)

function MeasureField({ question, set }: { question: Question; set(question: Question): void }) {
  if (!(question.measure in MEASURES)) return null
  const role =
    question.set.op === 'select' ? (question.set.by ?? Object.keys(definitionOf(question.set.kind).roles)[0]!) : ''
  const change = (measure: Simple) => {
    const { set: of } = question
    if (measure === 'first' || measure === 'last') {
      if (of.op === 'select') set({ measure, set: of, role })
    } else set({ measure, set: of } as Question)
  }
  const can = (Object.keys(MEASURES) as Simple[]).filter(
    (m) => question.set.op === 'select' || (m !== 'first' && m !== 'last'),
  )
  return (
    <label>
      <span>What is asked</span>
      <select value={question.measure} onChange={(e) => change(e.currentTarget.value as Simple)}>
        {can.map((m) => (
          <option key={m} value={m}>
            {MEASURES[m]}
          </option>
        ))}
      </select>
    </label>
  )
}

interface Fields {
  select: Select
  names: Readonly<Record<string, string>>
  name(id: string, label: string): void
  set(select: Select): void
}

function SelectFields({ select, names, name, set }: Fields) {
  const { roles } = definitionOf(select.kind)
  const { by: _, ...rest } = select
  return (
    <fieldset>
      <legend>
        Facts: {select.kind}, {definitionOf(select.kind).meaning}
      </legend>
      <label>
        <span>Kind</span>
        <select value={select.kind} onChange={(e) => set({ ...rest, kind: e.currentTarget.value as Kind, roles: {} })}>
          {KIND_NAMES.map((kind) => (
            <option key={kind}>{kind}</option>
          ))}
        </select>
      </label>
      {Object.keys(roles).map((role) => (
        <RoleField key={role} role={role} select={select} names={names} name={name} set={set} />
      ))}
      <label>
        <span>Counted by</span>
        <select
          value={select.by ?? ''}
          onChange={(e) => set(e.currentTarget.value ? { ...rest, by: e.currentTarget.value } : rest)}
        >
          <option value="">each fact</option>
          {Object.keys(roles).map((role) => (
            <option key={role}>{role}</option>
          ))}
        </select>
      </label>
      <DayField
        label="From"
        value={select.window.from}
        open="0000-01-01"
        set={(from) => set({ ...select, window: { ...select.window, from } })}
      />
      <DayField
        label="To"
        value={select.window.to}
        open="9999-12-31"
        set={(to) => set({ ...select, window: { ...select.window, to } })}
      />
    </fieldset>
  )
}

/** A day, or nothing for an open end. */
const DayField = ({
  label,
  value,
  open,
  set,
}: {
  label: string
  value: string
  open: string
  set(day: string): void
}) => (
  <label>
    <span>{label} (empty: open)</span>
    <input
      value={value === open ? '' : value}
      pattern="\d{4}-\d{2}-\d{2}"
      placeholder="YYYY-MM-DD"
      onChange={(e) => set(e.currentTarget.value.trim() || open)}
    />
  </label>
)

const idsOf = (term: Term | undefined): string[] | undefined =>
  term === undefined
    ? []
    : 'id' in term
      ? [term.id]
      : 'office' in term
        ? [term.office]
        : 'anyOf' in term
          ? term.anyOf
          : 'allOf' in term
            ? term.allOf
            : undefined

function RoleField({ role, select, names, name, set }: Fields & { role: string }) {
  const definition = definitionOf(select.kind).roles[role]!
  const term = select.roles[role]
  const ids = idsOf(term)
  const { [role]: _, ...others } = select.roles
  const fill = (id: string) =>
    set({ ...select, roles: id ? { ...others, [role]: termOf(id, definition.list) } : others })
  if (ids === undefined || ids.length > 1)
    return <Fixed role={role} words={ids?.map((id) => names[id] ?? id).join(', ')} clear={() => fill('')} />
  if (definition.values)
    return (
      <label>
        <span>{role}</span>
        <select value={ids[0] ?? ''} onChange={(e) => fill(e.currentTarget.value)}>
          <option value="">any</option>
          {definition.values.map((value) => (
            <option key={value}>{value}</option>
          ))}
        </select>
      </label>
    )
  return (
    <Named
      role={role}
      holds={definition.holds}
      id={ids[0] ?? ''}
      label={names[ids[0] ?? ''] ?? ''}
      name={name}
      fill={fill}
    />
  )
}

const termOf = (id: string, list: boolean | undefined): Term =>
  id.startsWith('office:') ? { office: id } : list ? { allOf: [id] } : { id }

/** Several, or a set within the set: to be taken out, not written anew. */
const Fixed = ({ role, words, clear }: { role: string; words: string | undefined; clear(): void }) => (
  <p>
    {role}: {words ?? 'as described in words'}{' '}
    <button type="button" class="plain" onClick={clear}>
      Take out
    </button>
  </p>
)

function Named({
  role,
  holds,
  id,
  label,
  name,
  fill,
}: {
  role: string
  holds: string
  id: string
  label: string
  name: Fields['name']
  fill(id: string): void
}) {
  const [value, setValue] = useState({ id, label })
  const seat = id.startsWith('seat:') || id.startsWith('office:')
  return (
    <NameField
      name={role}
      label={seat ? `${role} (${id.slice(0, id.indexOf(':'))})` : role}
      holds={holds}
      value={value}
      hint="anybody"
      set={(next) => {
        setValue(next)
        if (next.id) name(next.id, next.label)
        if (next.id || !next.label.trim()) fill(next.id)
      }}
    />
  )
}
