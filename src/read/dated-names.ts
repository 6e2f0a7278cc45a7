import { existed } from '../atlas/index.ts'
import type { Candidate, NameHit } from '../atlas/types.ts'
import type { Span } from '../model/span.ts'
import { type Day, daysOf } from '../model/when.ts'
import type { TimeHit } from './when.ts'

/** A sentence with the times that it says. */
export interface Dated extends Span {
  times: readonly TimeHit[]
}

/** The day by which a sentence's names are read: the first day of its one past time; `undefined` where it has none or several. */
export function dayOf(times: readonly TimeHit[], date: Day | undefined): Day | undefined {
  const told = times.flatMap((t) => {
    const when = t.stance === 'at' ? t.at('past') : undefined
    return when && !when.startsWith('/') && !when.endsWith('/') ? [when] : []
  })
  const days = new Set(told.map((when) => daysOf(when)?.from))
  const day = [...days][0]
  return days.size === 1 && times.length === told.length && day && (!date || day < date) ? day : undefined
}

/** The times of a sentence that are its own, not those of words set off by commas or brackets ("Putin, born in 1952, visited …"). */
export const ownTimes = (text: string, sentence: Span, times: readonly TimeHit[]): TimeHit[] =>
  times.filter((t) => {
    const before = text.slice(Math.max(sentence.start, t.start - 60), t.start)
    const since = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf('('), before.lastIndexOf('–')))
    const after = text.slice(t.end, t.end + 2).trimStart()
    return !(/^[,(–]\s*\S/.test(since) && /^[,)–]/.test(after))
  })

/**
 * Names denote by date: "Moscow" of 1972 is the Soviet Union. A name stands for the state of its sentence's own day where that
 * state has ended since and no other is as likely; all other names stand as on the article's day.
 */
export function namesByDate(
  text: string,
  hits: readonly NameHit[],
  sentences: readonly Dated[],
  date: Day | undefined,
  find: (text: string, day?: Day) => NameHit[],
): NameHit[] {
  const out = [...hits]
  for (const s of sentences) {
    const day = dayOf(s.times, date)
    if (!day) continue
    for (const h of find(text.slice(s.start, s.end), day)) {
      const [start, end] = [h.start + s.start, h.end + s.start]
      const at = out.findIndex((x) => x.start < end && start < x.end)
      const then = h.candidates
      const now = out[at]
      if (now ? now.start === start && now.end === end && ended(then, day, date) : ended(then, day, date))
        out.splice(at < 0 ? out.length : at, at < 0 ? 0 : 1, { start, end, candidates: then })
    }
  }
  return out.toSorted((a, b) => a.start - b.start)
}

/** Whether the likeliest meaning on the day is a state that existed then and no longer does. */
function ended([best, next]: readonly Candidate[], day: Day, date: Day | undefined): boolean {
  if (!best?.id.startsWith('state:') || (next && next.score >= best.score)) return false
  return existed(best.id, day) && !existed(best.id, date ?? '9999-12-31')
}

/**
 * "Sweden and Norway", "Serbia and Montenegro" outside the time when that was one state: two states, where each is named so now.
 */
export const apart = (
  text: string,
  hits: readonly NameHit[],
  date: Day | undefined,
  find: (text: string, day?: Day) => NameHit[],
): NameHit[] =>
  hits.flatMap((h) => {
    const and = text.slice(h.start, h.end).indexOf(' and ')
    const doubtful = and > 0 && (h.candidates[0]?.score ?? 1) < 1
    const parts = doubtful
      ? find(`${text.slice(h.start, h.start + and)}, ${text.slice(h.start + and + 5, h.end)}`, date)
      : []
    const sure = parts.length === 2 && parts.every((p) => p.candidates[0]?.score === 1)
    if (!sure) return [h]
    const [first, second] = [h.start, h.start + and + 5]
    return [
      { ...parts[0]!, start: first, end: h.start + and },
      { ...parts[1]!, start: second, end: h.end },
    ]
  })
