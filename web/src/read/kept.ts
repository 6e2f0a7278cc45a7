/** What this browser keeps between visits, so that a reload or a restart of the server loses nothing. */
export interface Kept {
  /** The article as typed or opened. */
  draft: Draft
  /** Whether it was being read, not typed. */
  reading: boolean
  /** Who signs decisions; empty: the user of the machine. */
  by: string
  /** Whether single keys are shortcuts. */
  keys: boolean
}

export interface Draft {
  text: string
  title: string
  date: string
  outlet: string
  source: string
}

export const EMPTY: Draft = { text: '', title: '', date: '', outlet: '', source: '' }
const NAME = 'chancery.read'

export function load(): Kept {
  const nothing: Kept = { draft: EMPTY, reading: false, by: '', keys: true }
  try {
    const found = JSON.parse(localStorage.getItem(NAME) ?? '{}') as Partial<Kept>
    return { ...nothing, ...found, draft: { ...EMPTY, ...found.draft } }
  } catch {
    return nothing
  }
}

/** Whether it could be kept: a browser may have no room, or keep nothing. */
export function keep(kept: Kept): boolean {
  try {
    localStorage.setItem(NAME, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}
