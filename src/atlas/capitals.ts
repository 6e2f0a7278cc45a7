import { type EntityId, stateId } from '../model/ids.ts'
import type { Day } from '../model/when.ts'
import { keyOf } from './fold.ts'
import { existed } from './states.ts'
import { firstDay, itemsOf, lastDay, lazy, readTable } from './table.ts'

interface Capital {
  state: EntityId
  city: string
  keys: string[]
  from: Day
  to: Day
  kind: 'capital' | 'seat'
}

const table = lazy((): Capital[] =>
  readTable('capitals').map((row) => ({
    state: stateId(row.id!),
    city: row.city!,
    keys: [row.city!, ...itemsOf(row.names)].map(keyOf),
    from: firstDay(row.from),
    to: lastDay(row.to),
    kind: row.kind === 'seat' ? 'seat' : 'capital',
  })),
)

const on = (capital: Capital, day: Day | undefined): boolean =>
  day ? capital.from <= day && day <= capital.to : capital.to === '9999-12-31'

/** The capital of a state on a day (today's without one), or the seat of its government where the table has no capital. */
export function capitalOf(state: EntityId, day?: Day): string | undefined {
  const all = table().filter((capital) => capital.state === state && on(capital, day))
  return (all.find((capital) => capital.kind === 'capital') ?? all[0])?.city
}

/** The states of which a city was the capital or seat of government on the day (today, without one). */
export function statesOfCapital(city: string, day?: Day): EntityId[] {
  const key = keyOf(city)
  const there = (c: Capital) => on(c, day) && (!day || existed(c.state, day))
  return [...new Set(table().flatMap((c) => (c.keys.includes(key) && there(c) ? [c.state] : [])))]
}

/** Capitals and seats of government of today, by their folded names. */
export const presentCapitals = (): { keys: string[]; state: EntityId }[] => table().filter((one) => on(one, undefined))
