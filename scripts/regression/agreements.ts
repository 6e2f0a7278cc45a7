import { join } from 'node:path'
import { capital, type Sentence, tableOf, the, yearOf } from './raw.ts'

/** Trade agreements between two states, with the year of signature. What no list says to be whole is never false here. */
export function agreements(data: string): Sentence[] {
  const rows = tableOf(join(data, 'treaties/manytrade-DESTA-memberships.csv'))
  const out: Sentence[] = []
  for (const list of Map.groupBy(rows, (r) => r.treatyID).values()) {
    const names = [...new Set(list.map((r) => r.StateName!))]
    const year = yearOf(list[0]!.Signature ?? '')
    if (
      names.length !== 2 ||
      !year ||
      year < 1992 ||
      names.some((n) => !/^[A-Z][a-z]+(?: [A-Z][a-z]+)?$/.test(n) || /Serbia|Yugo|China|Micro|Macedonia|Korea/.test(n))
    )
      continue
    const [a, b] = names as [string, string]
    out.push({
      ...{ domain: 'trade agreement', date: '2020-01-01', holds: true },
      text: `${capital(the(a))} and ${the(b)} signed a trade agreement in ${year}.`,
      asks: { is: 'signed', states: [a, b], year },
    })
  }
  return out
}
