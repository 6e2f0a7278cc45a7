import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Sentence, shortName, textOf, the, yearOf } from './raw.ts'

const COUNTRIES: Readonly<Record<string, string>> = {
  ...{
    argentina: 'Argentina',
    brazil: 'Brazil',
    chile: 'Chile',
    colombia: 'Colombia',
    ecuador: 'Ecuador',
    france: 'France',
  },
  ...{
    greece: 'Greece',
    italy: 'Italy',
    japan: 'Japan',
    mexico: 'Mexico',
    peru: 'Peru',
    spain: 'Spain',
    turkey: 'Turkey',
  },
  ...{ kenya: 'Kenya', ghana: 'Ghana', israel: 'Israel', 'new-zealand': 'New Zealand', uruguay: 'Uruguay' },
}

/** Ambassadors of the United States: in the middle of a term, and twenty years after it. */
export function envoys(data: string): Sentence[] {
  const names = new Map<string, string>()
  const people = join(data, 'hsg-pocom/people')
  for (const letter of readdirSync(people))
    for (const file of readdirSync(join(people, letter))) {
      const xml = readFileSync(join(people, letter, file), 'utf8')
      names.set(textOf(xml, 'id'), shortName([textOf(xml, 'forename'), textOf(xml, 'surname')].join(' ')))
    }
  return Object.entries(COUNTRIES).flatMap(([id, country]) => ofCountry(data, id, country, names))
}

function ofCountry(data: string, id: string, country: string, names: ReadonlyMap<string, string>): Sentence[] {
  const xml = readFileSync(join(data, 'hsg-pocom/missions-countries', `${id}.xml`), 'utf8')
  const out: Sentence[] = []
  const chiefs = xml
    .split('<chief>')
    .slice(1)
    .map((c) => ({
      ...{ person: textOf(c, 'person-id'), role: textOf(c, 'role-title-id') },
      from: textOf(c.split('<started>')[1]?.split('</started>')[0] ?? '', 'date'),
      to: textOf(c.split('<ended>')[1]?.split('</ended>')[0] ?? '', 'date'),
    }))
  for (const c of chiefs) {
    const name = names.get(c.person)
    const [a, b] = [yearOf(c.from), yearOf(c.to)]
    if (!name || !/^ambassador/.test(c.role) || !a || !b || b - a < 2 || a < 1950 || /[(,]|^[A-Z]\./.test(name))
      continue
    const year = a + 1
    out.push({
      ...{ domain: 'ambassador', date: '2020-01-01', holds: true },
      text: `${name} was ambassador of the United States to ${the(country)} in ${year}.`,
      asks: { is: 'envoy', person: name, to: country, year },
    })
  }
  return out
}
