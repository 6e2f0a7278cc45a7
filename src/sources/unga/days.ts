import type { RollCall } from './resolutions.ts'

/** Rows of the older coding; those added to these sessions later have other numbers and right days. */
const LAST_OLDER = 5600
const LAST_SESSION = 57

/** Roll calls whose days can only be judged together. */
function partOf({ session, rcid }: RollCall): string | undefined {
  if (session <= 51) return 'sessions 1 to 51'
  return session <= LAST_SESSION && Number(rcid) < LAST_OLDER ? `sessions 52 to ${LAST_SESSION}` : undefined
}

const FIRST_WEEK = 7
const ENOUGH = 20

/**
 * The time of a roll call as far as the data set can be believed. In its older part every day lies in the first week of its
 * month, whatever the day was (29 November 1947 stands as 6 November); its months are right where they were compared. A release in
 * which the days of that part spread over the month is believed to the day.
 */
export function timesOf(calls: readonly RollCall[]): (call: RollCall) => string {
  const wrong = new Set<string>()
  for (const [part, list] of Map.groupBy(calls, partOf)) {
    const early = list.filter((call) => Number(call.date.slice(8)) <= FIRST_WEEK).length
    if (part !== undefined && list.length >= ENOUGH && early / list.length > 0.95) wrong.add(part)
  }
  // A file of a few roll calls shows nothing of its days.
  const doubtful = (part: string) => wrong.has(part) || calls.length < ENOUGH
  return (call) => {
    const part = partOf(call)
    return part !== undefined && doubtful(part) ? call.date.slice(0, 7) : call.date
  }
}
