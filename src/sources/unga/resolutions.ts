import type { EntityId } from '../../model/ids.ts'

/** A roll call as a data set describes it; empty where it says nothing. */
export interface RollCall {
  rcid: string
  session: number
  date: string
  unres: string
  amend: boolean
  para: boolean
  short: string
  descr: string
  stated?: Record<string, number>
}

const NUMERALS: readonly [number, string][] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

export function roman(n: number): string {
  const step = NUMERALS.find(([value]) => value <= n)
  return step ? step[1] + roman(n - step[0]) : ''
}

/** The first and last number of the resolutions of a session whose column holds them, by the United Nations' own lists. */
const NUMBERS: Readonly<Record<number, readonly [number, number]>> = {
  18: [1880, 1994],
  21: [2134, 2247],
  22: [2258, 2373],
  23: [2374, 2484],
  24: [2485, 2612],
  25: [2613, 2751],
  26: [2752, 2902],
  27: [2903, 3050],
  28: [3051, 3200],
  29: [3203, 3361],
  30: [3363, 3541],
}

/**
 * Roll calls of sessions in which the column holds a page of the record, or none, and of one whose letters count the votes on a
 * resolution: known by month and totals, which the votes must come to. Totals from the Yearbooks of the United Nations.
 */
const KNOWN: readonly (readonly [resolution: string, month: string, yes: number, no: number, abstain: number])[] = [
  ['39(I)', '1946-12', 34, 6, 13],
  ['109(II)', '1947-10', 40, 6, 11],
  ['112(II)', '1947-11', 43, 0, 6],
  ['181(II)', '1947-11', 33, 13, 10],
  ['194(III)', '1948-12', 35, 15, 8],
  ['195(III)', '1948-12', 48, 6, 1],
  ['217(III)A', '1948-12', 48, 0, 8],
  ['273(III)', '1949-05', 37, 12, 9],
  ['303(IV)', '1949-12', 38, 14, 7],
  ['376(V)', '1950-10', 47, 5, 7],
  ['377(V)A', '1950-11', 52, 5, 2],
  ['386(V)', '1950-11', 38, 10, 12],
  ['498(V)', '1951-02', 44, 7, 9],
  ['997(ES-I)', '1956-11', 64, 5, 6],
  ['1474(ES-IV)', '1960-09', 70, 0, 11],
  ['1514(XV)', '1960-12', 89, 0, 9],
  ['1653(XVI)', '1961-11', 55, 20, 26],
  ['1761(XVII)', '1962-11', 67, 16, 23],
  ['1803(XVII)', '1962-12', 87, 2, 12],
  ['2065(XX)', '1965-12', 94, 0, 14],
  ['2131(XX)', '1965-12', 109, 0, 1],
  ['2145(XXI)', '1966-10', 114, 2, 3],
  ['2253(ES-V)', '1967-07', 99, 0, 20],
  ['2373(XXII)', '1968-06', 95, 4, 21],
  ['2758(XXVI)', '1971-10', 76, 35, 17],
]

type Counts = Readonly<Record<string, number>>

/** From this number on a session counts its decisions, not its resolutions. */
const DECISIONS = 400

/** Which resolution a roll call was about, and whether its totals tell it. */
export interface Told {
  symbol: string
  byTotals: boolean
}

/**
 * The symbol of the resolution that a roll call was about, without `A/RES/`: `181(II)`, `47/19`, `ES-6/2`; undefined where the
 * data set does not say it. Before session 18 its column holds a page of the record.
 */
export function symbolOf(call: RollCall, counts: Counts): Told | undefined {
  const month = call.date.slice(0, 7)
  const known = KNOWN.find(
    ([, when, yes, no, abstain]) =>
      when === month && yes === counts.yes && no === counts.no && abstain === counts.abstain,
  )
  if (known) return { symbol: known[0], byTotals: true }
  const symbol = byColumn(call)
  return symbol === undefined ? undefined : { symbol, byTotals: false }
}

function byColumn(call: RollCall): string | undefined {
  const emergency = /^(ESS|SS)\/(\d+)\/(\d+)([A-Z]?)$/.exec(call.unres)
  if (emergency) return ofSpecial(emergency[1] === 'ESS', Number(emergency[2]), emergency[3]! + emergency[4]!)
  const regular = /^(?:A\/RES|R)\/(\d+)\/(\d+)([A-Z]?)$/.exec(call.unres)
  return regular ? ofRegular(call.session, Number(regular[1]), Number(regular[2]), regular[3]!) : undefined
}

/** Whether the description says that the vote was on a paragraph, a part or an amendment: "To adopt operative paragraph 1 of". */
export const isOnAPart = ({ descr }: RollCall): boolean =>
  /^to (?:adopt|approve|retain|delete|reject)\b[^:(]{0,40}\b(?:paragraphs?|parag|part|amendments?|words?|phrase|sub-?paragraph)\b/i.test(
    descr,
  )

/** A file with fewer roll calls of a month is a choice of them, and lacks none. */
const A_MONTH_OF_THEM = 10

/** Resolutions to whose known totals no roll call comes, of months that are told: which were found, and when each roll call was. */
export function notTold(found: { has(symbol: string): boolean }, whens: readonly string[]): string[] {
  const inMonth = new Map<string, number>()
  for (const when of whens) inMonth.set(when.slice(0, 7), (inMonth.get(when.slice(0, 7)) ?? 0) + 1)
  return KNOWN.filter(([symbol, month]) => !found.has(symbol) && (inMonth.get(month) ?? 0) >= A_MONTH_OF_THEM).map(
    ([symbol, month, yes, no, abstain]) =>
      `A/RES/${symbol} had ${yes} yes, ${no} no and ${abstain} abstentions in ${month}: no roll call of the file comes to that, so that none bears its name`,
  )
}

/** Emergency special sessions count anew from the sixth on, special sessions from the eighth. */
function ofSpecial(emergency: boolean, session: number, number: string): string | undefined {
  if (emergency) return session >= 6 ? `ES-${session}/${number}` : undefined
  return session >= 8 ? `S-${session}/${number}` : undefined
}

function ofRegular(session: number, named: number, number: number, letter: string): string | undefined {
  if (session !== named) return undefined
  if (session > 30) return number < DECISIONS ? `${session}/${number}${letter}` : undefined
  const [first, last] = NUMBERS[session] ?? [1, 0]
  // There the letters count votes on one resolution.
  return number >= first && number <= last && !letter ? `${number}(${roman(session)})` : undefined
}

export const rollOfSymbol = (symbol: string): EntityId => `roll:A-RES-${symbol.replaceAll('/', '-')}`
export const rollOfCall = ({ session, rcid }: RollCall): EntityId => `roll:unga-${session}-${rcid}`

/** The names under which a resolution's roll call is asked for. */
export function namesOfSymbol(symbol: string): string[] {
  const old = /^(\d+)\(([IVXLES-]+)\)(.*)$/.exec(symbol)
  if (!old) return [`A/RES/${symbol}`, `resolution ${symbol}`, `General Assembly resolution ${symbol}`]
  const [, number = '', session = '', letter = ''] = old
  const calledBy = (own: string) => [
    `A/RES/${own}`,
    `resolution ${own} (${session})`,
    `resolution ${own}`,
    `General Assembly resolution ${own}`,
  ]
  // Of a resolution in parts one is known here, and it is the one that the number alone calls to mind.
  return [`A/RES/${symbol}`, ...new Set([...calledBy(`${number}${letter}`), ...calledBy(number)])]
}
