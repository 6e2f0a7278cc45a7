import { join } from 'node:path'
import { piecesOf, type Sentence, textOf, the, yearOf } from './raw.ts'

const COUNTRIES =
  /^(?:Argentina|Australia|Austria|Belgium|Brazil|Canada|Chile|Colombia|Costa Rica|Denmark|Ecuador|El Salvador|Finland|France|Greece|Guatemala|Honduras|Indonesia|Italy|Japan|Kenya|Mexico|Netherlands|New Zealand|Nicaragua|Nigeria|Norway|Paraguay|Peru|Philippines|Poland|Portugal|Romania|Spain|Sweden|Thailand|Tunisia|Turkey|Uganda|United Kingdom|Uruguay|Venezuela|Zambia)$/
const OFFICES = [
  ['president', /^President (?!-elect)(?!Elect)/],
  ['prime minister', /^Prime Minister /],
] as const

/** Who came to the United States: the holder of an office, in a year; a year in which nobody at all came is a near miss. */
export function visits(data: string): Sentence[] {
  const date = '2024-06-01'
  const rows = piecesOf(join(data, 'hsg-visits/data'), 'visit>')
    .map((xml) => ({
      visitor: textOf(xml, 'visitor'),
      from: textOf(xml, 'from'),
      year: yearOf(textOf(xml, 'start-date')),
      last: yearOf(textOf(xml, 'end-date')),
    }))
    .filter((r) => COUNTRIES.test(r.from) && r.year >= 1950 && r.year <= 2023)
  const out: Sentence[] = []
  for (const [from, list] of Map.groupBy(rows, (r) => r.from))
    for (const [office, title] of OFFICES) {
      const own = list.filter((r) => title.test(r.visitor) && !/elect/i.test(r.visitor))
      if (own.length < 3) continue
      const years = [...new Set(own.map((r) => r.year))].filter((_, i) => i % 2 === 0)
      const near = years
        .map((y) => y + 1)
        .filter((y) => y < 2023 && !list.some((r) => r.year <= y && y <= (r.last || r.year)))
      for (const [holds, of] of [
        [true, years],
        [undefined, near],
      ] as const)
        for (const year of of)
          out.push({
            ...{ domain: 'visit to the United States', date, holds },
            text: `A ${office} of ${the(from)} visited the United States in ${year}.`,
            asks: { is: 'came', office, from, year },
          })
    }
  return out
}
