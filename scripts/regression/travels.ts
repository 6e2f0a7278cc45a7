import { join } from 'node:path'
import { attributeOf, piecesOf, type Sentence, shortName, textOf, the, yearOf } from './raw.ts'

/** Countries that other states were before on their soil, that were colonies on the day, or that a list files with others' territories. */
const SKIP = new Set(
  'united-kingdom france netherlands germany russia korea-south korea-north vietnam china taiwan czech-republic czechoslovakia slovakia yugoslavia kosovo palestinian-authority west-bank ukraine georgia belarus croatia slovenia bosnia-herzegovina macedonia serbia montenegro armenia azerbaijan kazakhstan kyrgyzstan moldova tajikistan turkmenistan uzbekistan latvia lithuania estonia israel jordan denmark yemen tanzania egypt morocco tunisia algeria jamaica trinidad-and-tobago bahamas barbados suriname senegal gambia liberia iraq syria lebanon pakistan bangladesh india burma laos cambodia singapore malaysia ireland iceland congo-democratic-republic sudan south-sudan eritrea ethiopia libya holy-see brunei fiji micronesia marshall-islands palau panama cuba haiti portugal netherlands-antilles antarctica greenland bermuda hong-kong'.split(
    ' ',
  ),
)

interface Trip {
  name: string
  remarks: string
  country: string
  id: string
  from: string
  to: string
}

const tripsOf = (folder: string): Trip[] =>
  piecesOf(folder, 'trip ')
    .map((xml) => ({
      ...{
        name: shortName(textOf(xml, 'name')),
        remarks: textOf(xml, 'remarks'),
        country: textOf(xml, 'country'),
        id: attributeOf(xml, 'country', 'id'),
      },
      ...{ from: textOf(xml, 'start-date'), to: textOf(xml, 'end-date') },
    }))
    .filter(
      (t) =>
        /^\d{4}-\d\d-\d\d$/.test(t.from) &&
        /^[\p{L} '-]+$/u.test(t.country) &&
        !SKIP.has(t.id) &&
        !/\bas President-elect/i.test(t.remarks),
    )

const NEVER = [
  'Bolivia',
  'Paraguay',
  'Madagascar',
  'Zimbabwe',
  'Bhutan',
  'Tuvalu',
  'Mozambique',
  'Mauritius',
  'Gabon',
  'Togo',
]

/** Trips abroad: in a year, the first of an office, none. A year without any row of the list near it is a near miss. */
export function travels(data: string): Sentence[] {
  const date = '2018-06-01'
  const out: Sentence[] = []
  const offices = [
    ['president', 'president of the United States', 'president-travels'],
    ['secretary', 'secretary of state of the United States', 'secretary-travels'],
  ] as const
  for (const [domain, office, folder] of offices) {
    const trips = tripsOf(join(data, 'hsg-travels', folder)).filter(
      (t) => t.from < '2018-01-01' && t.from >= '1946-01-01',
    )
    const went = (t: Trip, year: number) =>
      trips.some((o) => o.name === t.name && o.id === t.id && yearOf(o.from) <= year && year <= yearOf(o.to || o.from))
    const seen = new Set<string>()
    const lastOf = new Map(trips.map((t) => [t.name, 0]))
    for (const t of trips) lastOf.set(t.name, Math.max(lastOf.get(t.name)!, yearOf(t.from)))
    for (const t of trips) {
      const years = [yearOf(t.from), yearOf(t.from) + 1]
      for (const year of years) {
        const text = `${t.name} visited ${the(t.country)} in ${year}.`
        if (seen.has(text) || year > 2017 || (!went(t, year) && year >= lastOf.get(t.name)!)) continue
        seen.add(text)
        out.push({
          domain,
          text,
          date,
          holds: went(t, year),
          asks: { is: 'visited', person: t.name, to: t.country, year },
        })
      }
    }
    const before = tripsOf(join(data, 'hsg-travels', folder)).filter((t) => t.from < date)
    for (const [, list] of Map.groupBy(before, (t) => t.id)) {
      const [first, ...rest] = list.toSorted((a, b) => (a.from < b.from ? -1 : 1))
      const later = rest.find((t) => t.name !== first!.name)
      for (const t of [first!, later]) {
        if (!t) continue
        const text = `${t.name} was the first ${office} to visit ${the(t.country)}.`
        out.push({
          domain: `${domain}, first`,
          text,
          date,
          holds: t === first,
          asks: { is: 'first', office: domain, person: t.name, to: t.country },
        })
      }
      const none = `No ${office} has ever visited ${the(first!.country)}.`
      out.push({
        domain: `${domain}, none`,
        text: none,
        date,
        holds: false,
        asks: { is: 'none', office: domain, to: first!.country },
      })
    }
    const visited = new Set(before.map((t) => t.country))
    for (const to of NEVER.filter((country) => domain === 'president' && !visited.has(country)))
      out.push({
        domain: `${domain}, none`,
        text: `No ${office} has ever visited ${the(to)}.`,
        date,
        holds: true,
        asks: { is: 'none', office: domain, to },
      })
  }
  return out
}
