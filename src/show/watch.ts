import type { Fact } from '../model/fact.ts'
import type { EntityId } from '../model/ids.ts'
import type { Outcome } from '../model/verdict.ts'
import { definite, type Label, listed } from './en/label.ts'
import { amount, sayFact } from './en/say.ts'
import { point } from './en/time.ts'
import { OUTCOME_WORDS } from './views/outcome.ts'

/** What a watch came to on a day. */
export interface WatchedState {
  outcome: Outcome
  whether?: true
  today?: Outcome
  on: string
  value?: { least: number | null; most: number | null }
}

export type WatchCause =
  | { is: 'told' | 'withdrawn' | 'rejected' | 'counts'; fact: Fact }
  | { is: 'list'; come: boolean; by: string; source: string }
  | { is: 'day'; from: string; to: string }

/** One watch as it was run. */
export interface WatchedRun {
  watch: { id: string; form: 'question' | 'sentence'; text: string; last: { at: string } }
  before: WatchedState
  now: WatchedState
  entered: readonly EntityId[]
  left: readonly EntityId[]
  changed: boolean
  causes: readonly WatchCause[]
}

const CAUSES = { told: 'told since', withdrawn: 'withdrawn', rejected: 'rejected', counts: 'counts now' } as const
const MOST = 12

/** An outcome in words, with what it is today where that differs. */
export function sayState(state: WatchedState, form: 'question' | 'sentence'): string {
  const { outcome, today, value, whether } = state
  const word = form === 'sentence' ? OUTCOME_WORDS[outcome] : (whether ? YES_NO : ANSWERED)[outcome]
  const figure = value && form === 'question' ? `, ${amount(value)}` : ''
  return `${word}${today ? `, ${OUTCOME_WORDS[today]} today` : ''}${figure}`
}
const ANSWERED: Readonly<Record<Outcome, string>> = {
  ...OUTCOME_WORDS,
  supported: 'answered',
  disputed: 'sources differ',
  'not-covered': 'not wholly covered',
}
const YES_NO: Readonly<Record<Outcome, string>> = {
  ...OUTCOME_WORDS,
  supported: 'yes',
  refuted: 'no',
  disputed: 'sources differ',
}

const who = (ids: readonly EntityId[], label: Label): string =>
  ids.length
    ? listed(
        ids.map((id) => definite(label(id))),
        MOST,
      )
    : ''

/** What changed, in lines: the outcome, who came and went, and why. */
export function sayRun(run: WatchedRun, label: Label): string[] {
  if (!run.changed) return []
  const { before, now, watch } = run
  const [was, is] = [sayState(before, watch.form), sayState(now, watch.form)]
  const [entered, left] = [who(run.entered, label), who(run.left, label)]
  return [
    ...(was === is ? [] : [`${was} → ${is}`]),
    ...(entered ? [`come: ${entered}`] : []),
    ...(left ? [`gone: ${left}`] : []),
    ...run.causes.slice(0, MOST).map((cause) => `because ${sayCause(cause, label)}`),
    ...(run.causes.length > MOST ? [`and ${run.causes.length - MOST} more`] : []),
  ]
}

function sayCause(cause: WatchCause, label: Label): string {
  if (cause.is === 'day') return `it speaks for ${point(cause.to)}, and spoke for ${point(cause.from)}`
  if (cause.is === 'list') return `${cause.by} says that a list is whole (${cause.source})`
  return `${CAUSES[cause.is]}: ${sayFact(cause.fact, label)} (${cause.fact.cite.source})`
}
