import { useState } from 'preact/hooks'

/** A house's own list of names, kept in this browser. */
export interface OwnNames {
  file: string
  text: string
}

const PLACE = 'chancery.names'
/** What the server takes, in characters. */
const LONGEST = 200_000

function kept(): OwnNames | undefined {
  try {
    const found = JSON.parse(localStorage.getItem(PLACE) ?? 'null') as OwnNames | null
    return typeof found?.text === 'string' ? found : undefined
  } catch {
    return undefined
  }
}

function keep(own: OwnNames): void {
  try {
    localStorage.setItem(PLACE, JSON.stringify(own))
  } catch {
    // A browser that keeps nothing asks for the list again.
  }
}

async function listIn(file: File): Promise<OwnNames | string> {
  if (file.size > LONGEST) return `${file.name} is longer than ${LONGEST / 1000} kB: give a list of names.`
  try {
    return { file: file.name, text: new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()) }
  } catch {
    return `${file.name} is not in UTF-8: save it as CSV UTF-8.`
  }
}

export interface NamesHeld {
  own?: OwnNames
  problem: string
  take(file: File | undefined): Promise<void>
}

/** The house's list, as it was chosen here last. */
export function useOwnNames(): NamesHeld {
  const [own, setOwn] = useState(kept)
  const [problem, setProblem] = useState('')
  const take = async (file: File | undefined) => {
    if (!file) return
    const list = await listIn(file)
    if (typeof list === 'string') return setProblem(list)
    setProblem('')
    keep(list)
    setOwn(list)
  }
  return { ...(own && { own }), problem, take }
}

/** By whose names the paper is written: an authority's, or the house's own list. */
export function Names({ chosen, held }: { chosen: string; held: NamesHeld }) {
  const [names, setNames] = useState(chosen)
  return (
    <>
      <label>
        Names
        <select name="names" value={names} onChange={(e) => setNames(e.currentTarget.value)}>
          <option value="UN">United Nations</option>
          <option value="ISO">ISO 3166</option>
          <option value="source">as in the sources</option>
          <option value="own">our own list</option>
        </select>
      </label>
      {names === 'own' && (
        <label>
          <span>
            Our list (.csv: id, name, note)
            {held.own && (
              <>
                , now <bdi>{held.own.file}</bdi>
              </>
            )}
          </span>
          <input
            type="file"
            accept=".csv,.tsv,.txt"
            required={!held.own}
            onChange={(e) => void held.take(e.currentTarget.files?.[0])}
          />
        </label>
      )}
    </>
  )
}
