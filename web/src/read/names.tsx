import { useEffect, useId, useState } from 'preact/hooks'
import { get } from '../api.ts'

interface Named {
  id: string
  label: string
}

interface Props {
  name: string
  label: string
  holds: string
  value: Named
  required?: boolean
  hint?: string
  set(value: Named): void
}

const WAIT = 250

/** A name with those whom it may mean offered; a name that nobody bears here stays the words that it is. */
export function NameField({ name, label, holds, value, required, hint, set }: Props) {
  const list = useId()
  const [known, setKnown] = useState<Named[]>([])
  useEffect(() => {
    const words = value.label.trim()
    if (!words || value.id || ['label', 'closed', 'place'].includes(holds)) return
    const gone = new AbortController()
    const timer = setTimeout(() => {
      get<{ names: Named[] }>(
        `/api/names?holds=${holds}&q=${encodeURIComponent(words.slice(0, 120))}`,
        gone.signal,
      ).then(
        ({ names }) => setKnown(names),
        () => {},
      )
    }, WAIT)
    return () => {
      clearTimeout(timer)
      gone.abort()
    }
  }, [value.label, value.id])
  return (
    <label>
      <span>{label}</span>
      <input
        name={name}
        dir="auto"
        autocomplete="off"
        list={list}
        required={required}
        maxLength={300}
        value={value.label}
        placeholder={hint}
        onInput={(event) => {
          const words = event.currentTarget.value
          set({ label: words, id: known.find((k) => k.label === words)?.id ?? '' })
        }}
      />
      <datalist id={list}>
        {known.map((k) => (
          <option key={k.id} value={k.label}>
            {k.id}
          </option>
        ))}
      </datalist>
    </label>
  )
}
