import { occupancies } from '../atlas/index.ts'
import { ChanceryError } from '../model/error.ts'
import { type EntityId, seatId } from '../model/ids.ts'
import { isDay } from '../model/when.ts'
import { scanTable } from './scan.ts'
import type { Ballot, Files, Finding, OpenSource, Told } from './source.ts'
import { nothingTold } from './telling.ts'
import { namesOfSymbol, rollOfSymbol } from './unga/resolutions.ts'

const SOURCE = 'undl'
const FILE =
  /(?:^|\/)(?:undl[\w.-]*|un_voting_data[\w.-]*|[\w.-]{0,100}ga_resolutions_voting[\w.-]{0,100})\.csv(?:\.gz)?$/i

/** Recorded votes of the General Assembly as the United Nations' own library lists them: the user's own download. */
export const undl: OpenSource = {
  name: 'undl-votes',
  title: 'United Nations Digital Library: voting data of the General Assembly',
  holds: "votes on resolutions that the General Assembly adopted by a recorded vote, with the meeting's own totals",
  viewpoint: 'as recorded by the United Nations',
  licence: {
    name: 'United Nations terms of use: non-commercial',
    url: 'https://www.un.org/en/about-us/terms-of-use',
    exports: false,
  },
  covers: 'resolutions adopted by a recorded vote since 1946; not votes on paragraphs, nor on drafts that failed',
  faults: [
    'A voter without a mark in the wide layout may have been absent or no member.',
    'The wide layout calls states of the past by codes of today: SRB stands for Yugoslavia, CZE for Czechoslovakia.',
  ],
  megabytes: 400,
  recommended: false,
  publisher: {
    kind: 'by-hand',
    page: 'https://digitallibrary.un.org/record/4060887',
    how: 'its terms are accepted by each user, for non-commercial use',
  },
  recognise(files) {
    const path = files.list().find((one) => FILE.test(one))
    if (path === undefined) return undefined
    const cut = path.lastIndexOf('/') + 1
    const folder = files.within(path.slice(0, cut))
    return { ...folder, list: (prefix) => folder.list(prefix).filter((one) => one === path.slice(cut)) }
  },
  tell,
}

/** A resolution's roll call in the making. */
interface Roll {
  symbol: string
  title: string
  date: string
  locator: string
  url: string
  stated: Record<string, number>
  votes: Map<EntityId, string>
}

function tell(files: Files): Told {
  const path = files.list()[0]!
  const text = files.text(path)
  const header = text
    .slice(0, text.search(/\r?\n/))
    .replace('\uFEFF', '')
    .split(',')
    .map((name) => name.replaceAll('"', ''))
  const findings: Finding[] = []
  const read = header.some((name) => name.startsWith('ms_')) ? readLong : readWide
  const { rolls, rows } = read(path, text, header, findings)
  const ballots = rolls.flatMap((roll) => ballotOf(roll, path, findings) ?? [])
  if (!ballots.length)
    throw new ChanceryError(
      'incorrect',
      path,
      `the file has no vote on a resolution of the General Assembly among its ${rows} rows`,
    )
  const asOf = rolls.reduce((last, { date }) => (date > last ? date : last), '')
  const named = rolls.filter(({ date }) => isDay(date))
  return {
    ...nothingTold(),
    sources: [
      {
        id: SOURCE,
        title: undl.title,
        url: 'https://digitallibrary.un.org',
        licence: undl.licence.name,
        viewpoint: undl.viewpoint,
        asOf,
        contact: 'Dag Hammarskjöld Library, United Nations',
      },
    ],
    ballots,
    names: named.map(({ symbol, title, date }) => ({
      id: rollOfSymbol(symbol),
      label: title ? `A/RES/${symbol}: ${title}` : `A/RES/${symbol}`,
      aliases: namesOfSymbol(symbol),
      day: date,
    })),
    findings,
    rows,
  }
}

function ballotOf(
  { symbol, date, locator, url, stated, votes }: Roll,
  file: string,
  findings: Finding[],
): Ballot | undefined {
  if (!isDay(date)) {
    findings.push({
      kind: 'no-such-day',
      file,
      locator,
      message: `A/RES/${symbol} has the date "${date}"; its votes are left out`,
    })
    return undefined
  }
  for (const [choice, total] of Object.entries(stated)) {
    const told = [...votes.values()].filter((one) => one === choice).length
    if (told !== total)
      findings.push({
        kind: 'does-not-cross-foot',
        file,
        locator,
        message: `A/RES/${symbol}: ${total} ${choice} are stated, ${told} are told: partial`,
      })
  }
  const sorted = [...votes].sort(([a], [b]) => (a < b ? -1 : 1))
  return { roll: rollOfSymbol(symbol), when: date, source: SOURCE, locator, votes: sorted, stated, ...(url && { url }) }
}

/** `A/RES/181(II)[A]`, `A/RES/74/7`, `A/RES/ES-10/23`: what follows `A/RES/`, a part without its brackets. */
export function symbolIn(text: string): string | undefined {
  const found = /^A\/RES\/([0-9A-Z()/-]+)(?:\[([A-Z])\])?$/i.exec(text.trim())
  if (!found) return undefined
  // Of the two parts of this one only the plan was put to a recorded vote, and it is known by the whole.
  return found[1] === '181(II)' ? found[1] : found[1]! + (found[2] ?? '')
}

const WIDE = ['Council', 'Date', 'Title', 'Resolution']
const TOTALS = ['YES COUNT', 'NO COUNT', 'ABSTAIN COUNT', 'Link', 'token']
const MARKS: Readonly<Record<string, string>> = {
  YES: 'yes',
  NO: 'no',
  ABSTAIN: 'abstain',
  Y: 'yes',
  N: 'no',
  A: 'abstain',
  X: 'absent',
  NV: 'absent',
}

/** A row a resolution, a column a state. */
function readWide(file: string, text: string, header: readonly string[], findings: Finding[]) {
  const codes = header.filter((name) => /^[A-Z]{3}$/.test(name))
  const rolls: Roll[] = []
  const seats = voters()
  const { rows } = scanTable(file, text, { needed: WIDE, optional: [...TOTALS, ...codes] }, (values, line) => {
    const [council, date = '', title = '', resolution = '', yes, no, abstain, url = '', token] = values
    const symbol = symbolIn(resolution)
    if (council !== 'General Assembly') return
    if (!symbol) return void findings.push(unknownSymbol(file, `line ${line}`, resolution))
    const stated = { ...total('yes', yes), ...total('no', no), ...total('abstain', abstain) }
    const locator = token ? `record ${token}` : `A/RES/${symbol}`
    const roll: Roll = {
      symbol,
      title: titleOf(title),
      date: date.slice(0, 10),
      locator,
      url,
      stated,
      votes: new Map(),
    }
    for (const [i, code] of codes.entries())
      mark(roll, code, values[WIDE.length + TOTALS.length + i]!, seats, file, findings)
    rolls.push(roll)
  })
  return { rolls, rows }
}

const LONG = ['undl_id', ['ms_code', 'ms_codes'], ['ms_vote', 'ms_votes'], ['resolution', 'resolutions'], 'date']
const LONG_MORE = [
  'title',
  ['total_yes', 'yes'],
  ['total_no', 'no'],
  ['total_abstentions', 'abstentions'],
  ['total_non_voting', 'non-voting', 'non_voting'],
  'undl_link',
]

/** A row a vote. */
function readLong(file: string, text: string, _: readonly string[], findings: Finding[]) {
  const rolls = new Map<string, Roll>()
  const seats = voters()
  const { rows } = scanTable(file, text, { needed: LONG, optional: LONG_MORE }, (values, line) => {
    const [id = '', code = '', vote = '', resolution = '', date = '', title = '', yes, no, abstain, absent, url = ''] =
      values
    let roll = rolls.get(id)
    if (!roll) {
      const symbol = symbolIn(resolution)
      if (!symbol) return void findings.push(unknownSymbol(file, `line ${line}`, resolution))
      const stated = {
        ...total('yes', yes),
        ...total('no', no),
        ...total('abstain', abstain),
        ...total('absent', absent),
      }
      roll = {
        symbol,
        title: titleOf(title),
        date: date.slice(0, 10),
        locator: `record ${id}`,
        url,
        stated,
        votes: new Map(),
      }
      rolls.set(id, roll)
    }
    mark(roll, code, vote, seats, file, findings)
  })
  return { rolls: [...rolls.values()], rows }
}

const unknownSymbol = (file: string, locator: string, text: string): Finding => ({
  kind: 'unknown-resolution',
  file,
  locator,
  message: `"${text}" is no symbol of a resolution of the General Assembly; its votes are left out`,
})

/** "Future government of Palestine : resolution / adopted by the General Assembly". */
const titleOf = (text: string): string => text.split(/ : resolution\b/)[0]!.trim()

const total = (choice: string, text = ''): Record<string, number> =>
  /^\d+(?:\.0)?$/.test(text) ? { [choice]: Number(text) } : {}

function mark(
  roll: Roll,
  code: string,
  text: string,
  seats: ReturnType<typeof voters>,
  file: string,
  findings: Finding[],
): void {
  const word = text.trim().toUpperCase()
  if (word === '') return
  const { locator, date, votes } = roll
  const choice = MARKS[word]
  if (!choice)
    return void findings.push({
      kind: 'unknown-choice',
      file,
      locator,
      message: `${code}: "${text}" is no choice; the vote is left out`,
    })
  const seat = seats(code, date)
  if (!seat)
    findings.push({
      kind: 'unknown-voter',
      file,
      locator,
      message: `${code} has no seat on ${date}; its vote is left out`,
    })
  else if (votes.has(seat))
    findings.push({
      kind: 'voter-twice',
      file,
      locator,
      message: `${code} votes in ${seat}, of which a vote is told already; it is left out`,
    })
  else votes.set(seat, choice)
}

/** Codes of today under which the wide layout lists those who sat before. */
const BEFORE: Readonly<Record<string, string>> = { SRB: 'YUG', CZE: 'CSK' }

/** The seat of a code that was filled on a day. */
function voters(): (code: string, day: string) => EntityId | undefined {
  const known = new Map<string, ReturnType<typeof occupancies>>()
  const filled = (code: string, day: string): EntityId | undefined => {
    const held = known.get(code) ?? occupancies(seatId(code))
    known.set(code, held)
    return held.find((o) => o.from <= day && day <= o.to)?.seat
  }
  return (code, day) => filled(code, day) ?? (BEFORE[code] && filled(BEFORE[code], day)) ?? undefined
}
