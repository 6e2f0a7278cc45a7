import { existed, resolve, stateLabel } from '../../atlas/index.ts'
import type { EntityId } from '../../model/ids.ts'
import type { Day } from '../../model/when.ts'

/** Where a record of the Office of the Historian leads: a state or a place, and what must be said of it. */
export interface Destination {
  to: EntityId
  note?: string
  /** No list of states has it on that day. */
  outside?: true
}

/** Names under which the publisher files what was part of another state, or a government whose state is another. */
const FILED_AS: Readonly<Record<string, Destination>> = {
  'Yugoslavia (Kosovo)': { to: 'state:SCG', note: 'Kosovo, then under United Nations administration.' },
  'Serbia-Montenegro (Kosovo)': { to: 'state:SCG', note: 'Kosovo, then under United Nations administration.' },
  'Palestinian Authority': { to: 'state:PSE', note: 'Palestinian Authority, as the publisher names it.' },
  'West Bank': { to: 'state:PSE', note: 'West Bank, as the publisher names it.' },
  'Denmark (Greenland)': { to: 'state:DNK', note: 'Greenland.' },
  'Netherlands Antilles': { to: 'state:NLD', note: 'Netherlands Antilles, part of the Kingdom of the Netherlands.' },
  'United Kingdom (Northern Ireland)': { to: 'state:GBR', note: 'Northern Ireland.' },
  'United Kingdom (Wales)': { to: 'state:GBR', note: 'Wales.' },
  'Southern Rhodesia (Zimbabwe)': {
    to: 'state:GBR',
    note: 'Southern Rhodesia, under United Kingdom sovereignty by the United Nations.',
  },
}

/** Territories that another state ruled until a day. */
const DEPENDENT: readonly [id: string, until: Day, note: string][] = [
  ['morocco', '1956-03-02', 'French protectorate.'],
  ['tunisia', '1956-03-20', 'French protectorate.'],
  ['suriname', '1975-11-25', 'Part of the Kingdom of the Netherlands.'],
  ['palau', '1994-10-01', 'United Nations trust territory under the United States.'],
]

/** Divided states, told apart by the government that the United States dealt with. */
const DIVIDED: readonly [id: string, from: Day, until: Day, to: EntityId, note: string][] = [
  [
    'vietnam',
    '1949-03-08',
    '1975-04-30',
    'state:south-vietnam',
    'Filed under Vietnam: the State, from 1955 the Republic of Vietnam (the South).',
  ],
  ['yemen', '1962-09-27', '1990-05-22', 'state:YEM', 'Yemen Arab Republic (the North).'],
  ['germany', '1949-05-23', '1990-10-03', 'state:DEU', 'Federal Republic of Germany (the West).'],
]

/** The lists of states begin on it; before it, a name means who bore it then. */
const FIRST_DAY = '1816-01-01'

/**
 * Who is meant by a name of the publisher's (`name` in words, `id` as its code) on a day. The state of the day: a trip to
 * "Russia" in 1972 was to the Soviet Union. `undefined` where nobody safe is.
 */
export function destination(id: string, name: string, day: Day): Destination | undefined {
  if (day < FIRST_DAY) return destination(id, name, FIRST_DAY)
  const filed = FILED_AS[name]
  if (filed) return filed
  const divided = DIVIDED.find(([part, from, until]) => part === id && from <= day && day < until)
  if (divided && !/Democratic Republic|North/.test(name)) return { to: divided[3], note: divided[4] }
  const found = there(name, day) ?? there(id.replaceAll('-', ' '), day)
  if (found) return { to: found, note: noteOf(id, name, found, day) }
  const [likeliest] = resolve(name, day)
  return likeliest && { to: likeliest.id, note: noteOf(id, name, likeliest.id, day), outside: true }
}

function noteOf(id: string, name: string, found: EntityId, day: Day): string | undefined {
  const ruled = DEPENDENT.find(([territory, until]) => territory === id && day < until)
  if (ruled) return ruled[2]
  return saysSo(name, found, day) ? undefined : `Filed under ${name}${name.endsWith('.') ? '' : '.'}`
}

/** Whether the publisher's name is, word for word, one that leads there and nowhere else. */
function saysSo(name: string, found: EntityId, day: Day): boolean {
  if ([stateLabel(found, 'short'), stateLabel(found, 'un', day)].includes(name)) return true
  const [first, second] = resolve(name, day)
  return first?.id === found && first.score >= 0.75 && !second
}

/** The likeliest of those meant by the name that existed on the day. */
const there = (name: string, day: Day): EntityId | undefined =>
  resolve(name, day).find(({ id }) => !id.startsWith('state:') || existed(id, day))?.id
