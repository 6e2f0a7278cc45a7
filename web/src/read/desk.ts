import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { ReadView } from '../../../src/show/views/read.ts'
import type { PairView } from '../../../src/show/views/read-pairs.ts'
import type { ReadClaim } from '../../../src/show/views/read-types.ts'
import { get, type Problem, post, Refused } from '../api.ts'
import { saved } from '../download.ts'
import { type Progress, postTold } from '../told.ts'
import { type Draft, EMPTY, type Kept, keep, load, type PairWord, type Pending } from './kept.ts'

/** A verdict that is other than it was before the last action. */
export interface Flip {
  claim: string
  quote: string
  before?: string
  now: string
  document?: string
}

/** Two that decided one claim: what the other said, and what was to be said. */
export interface Conflict {
  claim: string
  other: { id: string; is: string; by: string } | null
  mine: Decision
}

export type Decision = Pending['decision']

/** Somebody else judged two tellings first, or took the word on them back. */
export interface Forestalled {
  key: string
  by?: string
  is?: PairWord['is']
}

export interface State {
  view?: ReadView
  /** What is waited for, in words; `far`: how far it is, where it takes long. */
  busy?: string
  far?: string
  problem?: Problem
  /** The server does not answer; what was asked is asked again. */
  lost: boolean
  flips: Flip[]
  said: string
  conflict?: Conflict
  forestalled?: Forestalled
}

const CALM: State = { lost: false, flips: [], said: '' }
/** After so long a lost server is asked again, in ms. */
const AGAIN = 2000
/** After so long without a key what is typed is kept, in ms. */
const WRITE = 250

const articleOf = ({ text, title, date, outlet, source }: Draft) => ({
  text,
  ...(title.trim() && { title: title.trim() }),
  ...(date && { date }),
  ...(outlet.trim() && { outlet: outlet.trim() }),
  ...(source.trim() && { source: source.trim() }),
})

function flipsBetween(before: ReadView | undefined, now: ReadView): Flip[] {
  if (before?.document.id !== now.document.id) return []
  const was = new Map(before.claims.map((c) => [c.id, c]))
  return now.claims.flatMap((c) => {
    const old = was.get(c.id)
    return old && old.outcome !== c.outcome ? [{ claim: c.id, quote: c.quote, before: old.word, now: c.word }] : []
  })
}

/** Everything that the Read view does: it keeps what is typed, asks the server, and asks again when that was away. */
export function useDesk() {
  const [kept, setKept] = useState<Kept>(load)
  const [state, setState] = useState<State>(CALM)
  const view = useRef<ReadView | undefined>(undefined)
  view.current = state.view
  /** What is to be kept as it is this moment, drawn already or not: what is sent, and what a page that is left keeps. */
  const latest = useRef(kept)
  const [full, setFull] = useState(false)
  const write = useCallback(() => setFull(!keep(latest.current)), [])
  const remember = useCallback((more: Partial<Kept>) => {
    latest.current = { ...latest.current, ...more }
    setKept(latest.current)
    // What is read, not typed, is kept at once: another tab may be opened on it, and what was sent is not sent twice.
    if (latest.current.reading) write()
  }, [])
  useEffect(() => {
    const timer = setTimeout(write, WRITE)
    addEventListener('pagehide', write)
    return () => {
      clearTimeout(timer)
      removeEventListener('pagehide', write)
    }
  }, [kept])

  /** Asks until there is an answer; a refusal is shown, and nothing of what was typed is lost. */
  const ask = useCallback(async <T>(busy: string, work: () => Promise<T>): Promise<T | undefined> => {
    setState((old) => ({ ...old, busy, problem: undefined, conflict: undefined, forestalled: undefined }))
    for (;;)
      try {
        const answer = await work()
        setState((old) => ({ ...old, busy: undefined, far: undefined, lost: false }))
        return answer
      } catch (error) {
        const stopped = error instanceof DOMException && error.name === 'AbortError'
        if (!(error instanceof Refused) && !stopped) throw error
        const problem = stopped ? undefined : (error as Refused).problem
        if (problem?.status !== 0) {
          setState((old) => ({ ...old, busy: undefined, far: undefined, lost: false, problem }))
          return undefined
        }
        setState((old) => ({ ...old, lost: true }))
        await new Promise((done) => setTimeout(done, AGAIN))
      }
  }, [])

  const show = useCallback((now: ReadView, said: string) => {
    const flips = flipsBetween(view.current, now)
    setState((old) => ({ ...old, view: now, flips, said, conflict: undefined }))
    return flips
  }, [])

  const under = useRef<AbortController | undefined>(undefined)
  /** Has the article read, and hears how far that is; it can be stopped. */
  const read = useCallback(() => {
    under.current = new AbortController()
    const tell = (progress: Progress) => setState((old) => ({ ...old, far: sayProgress(progress) }))
    return postTold<ReadView>('/api/check', articleOf(latest.current.draft), tell, under.current.signal)
  }, [])
  const stop = useCallback(() => under.current?.abort(), [])

  const check = useCallback(async () => {
    const now = await ask('Reading…', read)
    if (!now) return remember({ reading: false })
    show(now, `${now.claims.filter((c) => !c.remark).length} claims read`)
    remember({ reading: true })
  }, [])

  const decide = useCallback(async (decision: Decision, seen?: string): Promise<boolean> => {
    const standing = seen ?? view.current?.claims.find((c) => c.id === decision.claim)?.review?.id
    const body = {
      article: articleOf(latest.current.draft),
      ...decision,
      ...signed(latest.current.by),
      ...(standing && { seen: standing }),
    }
    const pending: Pending = { decision, ...(standing && { seen: standing }) }
    remember({ pending })
    const now = await ask('Recording…', async () => {
      try {
        return await post<ReadView>('/api/review', body)
      } catch (error) {
        if (!(error instanceof Refused) || error.problem.status !== 409) throw error
        return error.problem
      }
    })
    remember({ pending: undefined })
    if (!now) return false
    if ('claims' in now) {
      show(now, `${decision.is}.`)
      return true
    }
    const other = (now as Problem & { other?: Conflict['other'] }).other ?? null
    setState((old) => ({ ...old, conflict: { claim: decision.claim, other, mine: decision } }))
    return true
  }, [])

  const undo = useCallback(async (claim: ReadClaim) => {
    if (!claim.review) return
    const body = {
      article: articleOf(latest.current.draft),
      claim: claim.id,
      seen: claim.review.id,
      ...signed(latest.current.by),
    }
    const now = await ask('Taking back…', () => post<ReadView>('/api/review/undo', body))
    if (now) show(now, 'Taken back.')
    else await check()
  }, [])

  /** Adds a fact or a confirmation, checks anew, and tells which verdicts changed, here and in other articles. */
  const add = useCallback(async (path: '/api/found' | '/api/whole', body: object): Promise<boolean> => {
    type Added = { added: boolean; recordedAt: string }
    const added = await ask('Adding…', () => post<Added>(path, { ...body, ...signed(latest.current.by) }))
    if (!added) return false
    const now = await ask('Checking anew…', read)
    if (!now) return true
    const what = added.added ? 'Added to the record.' : 'It was on record already.'
    follow(added.recordedAt, now, show(now, what))
    return true
  }, [])

  const follow = useCallback((since: string, now: ReadView, flips: readonly Flip[]) => {
    void elsewhere(since, now, flips).then((others) => {
      if (others.length) setState((old) => ({ ...old, flips: [...old.flips, ...others] }))
    })
  }, [])

  /** Sends a word on two tellings, or takes one back; of one that came too late, what the other said is shown. */
  const sendWord = useCallback(async (path: string, body: object, key: string, said: string): Promise<boolean> => {
    type Answer = { view: ReadView; at: string }
    const sent = { article: articleOf(latest.current.draft), ...body, ...signed(latest.current.by) }
    const answer = await ask('Recording…', async () => {
      try {
        return await post<Answer>(path, sent)
      } catch (error) {
        if (!(error instanceof Refused) || error.problem.status !== 409) throw error
        return error.problem as Problem & { other?: { by: string; is: PairWord['is'] } | null }
      }
    })
    if (!answer) return false
    if ('view' in answer) {
      follow(answer.at, answer.view, show(answer.view, said))
      return true
    }
    await check()
    setState((old) => ({ ...old, forestalled: { key, ...answer.other } }))
    return false
  }, [])

  const sayWord = useCallback(async (word: PairWord): Promise<boolean> => {
    remember({ pendingPair: word })
    const done = await sendWord('/api/same', word, word.pair.join(' '), 'Judged.')
    remember({ pendingPair: undefined })
    return done
  }, [])

  const judge = useCallback((pair: PairView, is: PairWord['is'], because: string): Promise<boolean> => {
    const seen = pair.judged?.id
    return sayWord({ pair: [pair.a.fact, pair.b.fact], is, ...(because && { because }), ...(seen && { seen }) })
  }, [])

  const unjudge = useCallback(
    (pair: PairView) => sendWord('/api/same/undo', { seen: pair.judged!.id }, pair.key, 'Taken back.'),
    [],
  )

  const download = useCallback(async (as: 'claimreview' | 'markdown' | 'html') => {
    type File = { name: string; type: string; content: string }
    const body = { article: articleOf(latest.current.draft), as, ...signed(latest.current.by) }
    const file = await ask('Preparing the file…', () => post<File>('/api/export', body))
    if (file) save(file)
  }, [])

  const leave = useCallback((empty: boolean) => {
    setState(CALM)
    remember({ reading: false, ...(empty && { draft: EMPTY }) })
  }, [])

  useEffect(() => {
    const { reading, pending, pendingPair } = kept
    if (reading)
      void check().then(async () => {
        if (pending && view.current) await decide(pending.decision, pending.seen ?? '')
        if (pendingPair && view.current) await sayWord(pendingPair)
      })
  }, [])

  const actions = useMemo(() => ({ remember, check, stop, decide, undo, judge, unjudge, add, download, leave }), [])
  return {
    kept,
    state,
    full,
    ...actions,
    /** Takes what changed as seen. */
    settle: () => setState((old) => ({ ...old, flips: [] })),
    dismiss: () => setState((old) => ({ ...old, problem: undefined, conflict: undefined })),
  }
}

/** How far a long reading is; nothing in its first moment. */
function sayProgress({ ahead, ms, budget }: Progress): string | undefined {
  if (ahead) return `Waiting: ${ahead} come${ahead === 1 ? 's' : ''} first.`
  if (ms === undefined) return undefined
  return `Reading for ${Math.round(ms / 1000)} s${budget ? `, at most ${Math.round(budget / 1000)} s` : ''}.`
}

/** The verdicts on other filed articles that what was just recorded changed; none where that cannot be told. */
async function elsewhere(since: string, now: ReadView, flips: readonly Flip[]): Promise<Flip[]> {
  const told = await get<{ changes: Flip[] }>(
    `/api/changes?since=${since}&besides=${encodeURIComponent(now.document.id)}`,
  ).catch(() => undefined)
  const own = new Set([...now.claims.map((c) => c.id), ...flips.map((f) => f.claim)])
  return told?.changes.filter((c) => !own.has(c.claim)) ?? []
}

export type Desk = ReturnType<typeof useDesk>

const signed = (by: string) => (by.trim() ? { by: by.trim() } : {})

const save = ({ name, type, content }: { name: string; type: string; content: string }): void =>
  saved(new Blob([content], { type }), name)
