import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'

/** A sentence with its truth, taken from the raw files by plain loops, and what it asks where it is plain data. */
export interface Sentence {
  domain: string
  text: string
  date: string
  /** Absent: no list says that it is whole, so that nothing may be concluded from a row that is not there. */
  holds: boolean | undefined
  /** Names as the files have them, and what is asked of them. */
  asks: Asks
}

export type Asks =
  | { is: 'visited'; person: string; to: string; year: number }
  | { is: 'first' | 'none'; office: string; person?: string; to: string }
  | { is: 'voted'; state: string; roll: string; choice: string }
  | { is: 'count'; roll: string; choice: string; n: number }
  | { is: 'only'; states: readonly string[]; roll: string; choice: string }
  | { is: 'came'; office: string; from: string; year: number }
  | { is: 'signed'; states: readonly [string, string]; year: number }
  | { is: 'envoy'; person: string; to: string; year: number }

/** The inner text of the first element of a name in a piece of XML, entities and line ends set right. */
export const textOf = (xml: string, name: string): string => {
  const m = new RegExp(`<${name}(?:\\s[^<>]*)?>([^<]*)</${name}>`).exec(xml)
  return (m?.[1] ?? '').replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim()
}
export const attributeOf = (xml: string, name: string, attribute: string): string =>
  new RegExp(`<${name}\\s[^<>]*${attribute}="([^"<]*)"`).exec(xml)?.[1] ?? ''

/** The pieces of every XML file of a folder that an element makes. */
export const piecesOf = (folder: string, element: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.xml'))
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split(`<${element}`).slice(1))

export type Row = Record<string, string>
export function tableOf(path: string, delimiter = ','): Row[] {
  const bytes = readFileSync(path)
  const text = path.endsWith('.gz') ? gunzipSync(bytes) : bytes
  return parse(text, { columns: true, delimiter, relax_quotes: true, relax_column_count: true, escape: '\\' })
}

const THE =
  /^(?:United|Netherlands|Philippines|Czech|Bahamas|Maldives|Gambia|Dominican Republic|Central African|Marshall|Solomon|Comoros|Seychelles|Soviet)/
export const the = (name: string): string => (THE.test(name) ? `the ${name}` : name)
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
export const yearOf = (day: string): number => Number(day.slice(0, 4))

/** A name as newspapers have it: no middle names in full. */
export function shortName(name: string): string {
  const words = name.replace(/\([^)]{0,100}\) ?/, '').split(' ')
  const initials = words.slice(1, -1).filter((w) => /^(?:[A-Z]\.)+$/.test(w))
  return USUAL[name] ?? [words[0], ...initials, words.at(-1)].join(' ')
}
const USUAL: Readonly<Record<string, string>> = {
  'David Dean Rusk': 'Dean Rusk',
  'Herbert C. Hoover': 'Herbert Hoover',
  'Henry A. (Heinz Alfred) Kissinger': 'Henry Kissinger',
  'Christian Archibald Herter': 'Christian Herter',
  'John Foster Dulles': 'John Foster Dulles',
  'Rex W. Tillerson': 'Rex Tillerson',
  'Charles Evans Hughes': 'Charles Evans Hughes',
  'Edmund Sixtus Muskie': 'Edmund Muskie',
}
