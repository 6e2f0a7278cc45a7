import type { EntityId } from '../model/ids.ts'
import { type Day, EVER } from '../model/when.ts'
import { type Entry, NOTHING } from './entries.ts'
import { iso3Of, labelOf } from './labels.ts'
import { codeOf, existed, lifetime, listCode, stateOf } from './states.ts'
import type { Candidate } from './types.ts'

interface Fit {
  score: number
  /** The name was in use on the day, or is in use today when no day is given. */
  current: boolean
}

const dated = (entry: Entry): boolean => entry.from !== EVER.from || entry.to !== EVER.to

/** Without a day, a state comes before a place of its name that it once was ("Zanzibar"). */
const PLACE = 0.8

const isPlace = (entry: Entry): boolean => entry.id.startsWith('place:')

/** A capital stands for its state only while it is the capital; afterwards it is at most remembered as such. */
export const isCity = (entry: Entry): boolean => entry.form === 'capital' || entry.form === 'metonym'

/** How well a name fits a day: in use and the state there, of another time, of a state that ended, or of one not yet there. */
function fit(entry: Entry, day: Day | undefined): Fit {
  const life = stateOf(entry.id) && lifetime(entry.id)
  if (!day) {
    if (entry.to !== EVER.to) return { score: 0.55, current: false }
    if (life && life.to !== EVER.to) return { score: 0.85, current: false }
    return { score: isPlace(entry) ? PLACE : 1, current: true }
  }
  const inUse = entry.from <= day && day <= entry.to
  const there = !stateOf(entry.id) || existed(entry.id, day)
  if (inUse && there) return { score: 1, current: true }
  if (there) return { score: isCity(entry) ? 0.5 : 0.8, current: false }
  const ended = life && life.to < day
  return { score: isCity(entry) ? 0 : ended && inUse ? 0.7 : 0.5, current: false }
}

const years = (entry: Entry): string => {
  const from = entry.from === EVER.from ? '' : entry.from.slice(0, 4)
  const to = entry.to === EVER.to ? '' : entry.to.slice(0, 4)
  return from || to ? ` (${from}–${to})` : ''
}

/** The day whose codes are meant: the day asked for, else the nearest day on which the name was in use. */
function codeDay(entry: Entry, day: Day | undefined): Day {
  if (day) return day
  return entry.to
}

function codesOf(id: EntityId, day: Day): Candidate['codes'] {
  if (!stateOf(id)) {
    const iso3 = iso3Of(id)
    return iso3 ? { iso3 } : {}
  }
  const codes = { iso3: iso3Of(id) && codeOf(id, day), cow: listCode(id, 'cow', day), gw: listCode(id, 'gw', day) }
  return Object.fromEntries(Object.entries(codes).filter(([, code]) => code))
}

function candidate(entry: Entry, score: number, day: Day | undefined): Candidate {
  return {
    id: entry.id,
    label: labelOf(entry.id, day),
    codes: codesOf(entry.id, codeDay(entry, day)),
    why: entry.why + years(entry),
    form: entry.form,
    score: Math.round(score * 100) / 100,
  }
}

/**
 * The entities that a name's entries stand for, likeliest first, each once. Where some entry fits the day, dated or
 * unusual names of other times drop out ("China" of 1912–1949 in an article of today).
 */
export function rank(found: readonly Entry[], day: Day | undefined, factor = 1): Candidate[] {
  const fits = found
    .filter((e) => e.id !== NOTHING)
    .map((entry) => ({ entry, fit: fit(entry, day) }))
    .filter((f) => f.fit.score > 0)
  const settled = day !== undefined && fits.some((f) => f.fit.current)
  const kept = fits.filter((f) => !settled || f.fit.current || !dated(f.entry))
  const best = new Map<EntityId, Candidate>()
  for (const { entry, fit: f } of kept) {
    const score = entry.weight * f.score * factor
    const known = best.get(entry.id)
    if (!known || known.score < score) best.set(entry.id, candidate(entry, score, day))
  }
  return [...best.values()].sort((a, b) => b.score - a.score)
}
