import { ChanceryError } from '../model/error.ts'
import { daysOf } from '../model/when.ts'
import { scanTable } from './scan.ts'
import type { Ballot, Files, Finding, OpenSource, Told } from './source.ts'
import { assemble, SOURCE, type Tally } from './unga/ballots.ts'
import { CALL_COLUMNS, callOf, callsFile, readCalls, votesFile, votesFolder } from './unga/files.ts'
import type { RollCall } from './unga/resolutions.ts'

const COMMIT = 'https://raw.githubusercontent.com/rfordatascience/tidytuesday'
const WEEK = 'data/2021/2021-03-23'

/** Roll calls of the General Assembly as political scientists coded them: the package unvotes, or the Dataverse's releases. */
export const ungaVotes: OpenSource = {
  name: 'unga-votes',
  title: 'United Nations General Assembly Voting Data (Voeten, Strezhnev, Bailey)',
  holds: 'every vote on 6,203 roll calls of the General Assembly: 870,109 votes',
  viewpoint: 'as coded by political scientists from the records of the United Nations',
  licence: { name: 'CC0-1.0', url: 'https://doi.org/10.7910/DVN/LEJUQZ', exports: true },
  covers: '1946 to January 2020; newer releases of the Dataverse are read as well',
  faults: [
    'In sessions 1 to 51, and in the older rows of sessions 52 to 57, every day lies in the first week of its month: they are kept to the month.',
    'Absences are not told in the package; a voter without a vote may have been absent or no member.',
    'The package states no totals: of its roll calls those are complete by count whose totals are known from the Yearbook, or on which every member has a vote; releases of the Dataverse state totals.',
    'Resolutions 112 (II) and 376 (V) were adopted by votes that the package lacks.',
    'Before session 18, and in 19 and 20, the column of resolutions holds pages of the record: of these, only votes known by their totals are tied to a resolution.',
    'Yugoslavia stands for Serbia from 2000 on; its votes are told of the seat that was filled.',
  ],
  megabytes: 34,
  recommended: true,
  publisher: {
    kind: 'files',
    files: [
      { url: `${COMMIT}/2c423bacc57e4632ff8550557e0bc823eefa31ab/${WEEK}/unvotes.csv`, path: 'unvotes.csv' },
      { url: `${COMMIT}/29c91d7f672d75534a6ed7aea9a94151647a9021/${WEEK}/roll_calls.csv`, path: 'roll_calls.csv' },
    ],
  },
  recognise: votesFolder,
  tell,
}

const CHOICES: Readonly<Record<string, string>> = {
  yes: 'yes',
  no: 'no',
  abstain: 'abstain',
  '1': 'yes',
  '2': 'abstain',
  '3': 'no',
  '8': 'absent',
}
/** Not a member, or not told. */
const NO_VOTE: ReadonlySet<string> = new Set(['9', 'NA', ''])

function tell(files: Files): Told {
  const path = votesFile(files)
  const described = callsFile(files)
  const { calls, rows } = described ? readCalls(files, described) : { calls: new Map<string, RollCall>(), rows: 0 }
  const read = readVotes(files, path, calls)
  const { ballots, names, findings, last } = assemble(path, read.tallies, read.labels, calls)
  for (const call of calls.values())
    if (!read.seen.has(call.rcid))
      findings.push({
        kind: 'roll-call-without-votes',
        file: described ?? path,
        locator: `rcid ${call.rcid}`,
        message: 'is described, and no vote on it is told: is the file of votes cut?',
      })
  if (!ballots.length)
    throw new ChanceryError(
      'incorrect',
      path,
      'no vote belongs to a roll call that is described: give both files of one release',
    )
  return {
    sources: [sourceAsOf(last)],
    facts: [],
    coverage: coverageOf(ballots, last),
    names,
    ballots,
    findings: [...read.findings, ...findings],
    rows: rows + read.rows,
  }
}

function readVotes(files: Files, path: string, calls: Map<string, RollCall>) {
  const tallies = new Map<string, Tally>()
  const findings: Finding[] = []
  let [last, tally] = ['', undefined as Tally | undefined]
  const layout = {
    needed: ['rcid', 'vote', ['Countryname', 'country', 'ccode']],
    optional: ['ccode', 'country_code', ...CALL_COLUMNS],
  }
  let joined = false
  const { labels, placeOf } = interned()
  const scanned = scanTable(path, files.text(path), layout, (values, line) => {
    const [id = '', vote = '', label = '', number = ''] = values
    if (id !== last) {
      last = id
      const rcid = String(Number(id))
      tally = tallies.get(rcid) ?? { rcid, labels: [], choices: [] }
      tallies.set(rcid, tally)
      if (!calls.has(rcid) && values[6]) {
        joined = true
        calls.set(rcid, callOf(rcid, values, 5))
      }
    }
    const choice = CHOICES[vote]
    if (choice) {
      tally!.labels.push(placeOf(label === number ? '' : label, number))
      tally!.choices.push(choice)
    } else if (!NO_VOTE.has(vote))
      findings.push({
        kind: 'unknown-choice',
        file: path,
        locator: `line ${line}`,
        message: `${JSON.stringify(vote)} is no choice; the vote is left out`,
      })
  })
  for (const { line, found, expected } of scanned.odd)
    findings.push({
      kind: 'odd-row',
      file: path,
      locator: `line ${line}`,
      message: `has ${found} values, not ${expected}; it is left out`,
    })
  if (!calls.size && !joined)
    throw new ChanceryError(
      'incorrect',
      path,
      `nothing says when the roll calls of ${path} took place: put roll_calls.csv, or descriptions.csv of the same release, beside it`,
    )
  return {
    tallies: [...tallies.values()].filter((t) => t.labels.length),
    labels,
    seen: new Set(tallies.keys()),
    findings,
    rows: scanned.rows,
  }
}

/** Labels once each: a slice of a file keeps the whole file in memory. */
function interned() {
  const labels: [string, string][] = []
  const places = new Map<string, Map<string, number>>()
  const placeOf = (label: string, number: string): number => {
    const known = places.get(label)?.get(number)
    if (known !== undefined) return known
    const pair: [string, string] = [copyOf(label), copyOf(number)]
    const place = labels.push(pair) - 1
    const byNumber = places.get(label) ?? new Map<string, number>()
    places.set(pair[0], byNumber.set(pair[1], place))
    return place
  }
  return { labels, placeOf }
}

const copyOf = (text: string): string => Buffer.from(text).toString()

/** What its authors say of it: every recorded vote that they know. It decides nothing by silence. */
function coverageOf(ballots: readonly Ballot[], to: string): Told['coverage'] {
  const first = ballots.reduce((least, { when }) => (when < least ? when : least), ballots[0]!.when)
  const from = daysOf(first)!.from
  const note = 'Recorded votes on resolutions, amendments and paragraphs; no vote where there was no roll call.'
  return [{ kind: 'vote', roles: {}, from, to, grade: 'complete-but', by: AUTHORS, note, cite: { source: SOURCE } }]
}

const AUTHORS = 'Voeten, Strezhnev and Bailey'

const sourceAsOf = (asOf: string): Told['sources'][number] => ({
  id: SOURCE,
  title: 'United Nations General Assembly Voting Data (Voeten, Strezhnev, Bailey)',
  url: 'https://doi.org/10.7910/DVN/LEJUQZ',
  licence: 'CC0-1.0',
  viewpoint: 'as coded by political scientists; its days before session 58 are wrong, its months are kept',
  asOf,
  contact: 'Erik Voeten, Georgetown University',
})
