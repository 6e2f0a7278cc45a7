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
  /** A decision that the server has not acknowledged: it is sent again. */
  pending?: Pending
  /** The same of a word on two tellings. */
  pendingPair?: PairWord
}

export interface PairWord {
  pair: [string, string]
  is: 'same' | 'not-same' | 'unsure'
  because?: string
  /** The judgement that stood when it was said. */
  seen?: string
}

export interface Pending {
  decision: { claim: string; is: 'accepted' | 'corrected' | 'rejected'; correction?: object; because?: string }
  /** The review that stood when it was made. */
  seen?: string
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

const FORMS = 'chancery.form.'

/** What was typed into a form, kept until it is recorded or thrown away. */
export function formOf<T>(name: string, empty: T): T {
  try {
    const found = sessionStorage.getItem(FORMS + name)
    return found ? { ...empty, ...(JSON.parse(found) as Partial<T>) } : empty
  } catch {
    return empty
  }
}

export function keepForm(name: string, value: object | undefined): void {
  try {
    if (value) sessionStorage.setItem(FORMS + name, JSON.stringify(value))
    else sessionStorage.removeItem(FORMS + name)
  } catch {
    // A browser that keeps nothing loses the form on a reload, and nothing else.
  }
}
