import type { NewCoverage, Source } from '../model/coverage.ts'
import type { EntityId } from '../model/ids.ts'
import { type CsvRow, csvRows } from './csv.ts'
import { BY_HAND, folderOf, stateBy, tableIn } from './diplometrics.ts'
import type { Files, OpenSource, Told } from './source.ts'
import { nothingTold, tellFact } from './telling.ts'

const FILE = /(?:^|\/)[^/]*Diplomatic[-_ ]?Representation[^/]*\.(?:csv|xlsx)$/i

/** Embassies of all states in all states, by the year. */
export const diplomaticRepresentation: OpenSource = {
  name: 'diplomatic-representation',
  title: 'Diplometrics Diplomatic Representation',
  holds: 'which state had an embassy in which, yearly since 1960',
  viewpoint: 'as coded by the Diplometrics project from the Europa World Year Book',
  licence: { name: 'the publisher’s terms; your own download', exports: false },
  covers: 'embassies led by an ambassador accredited to that state alone, by years',
  faults: [
    'Years alone are told, of a year book that may be a year behind.',
    'Lower levels of representation and ambassadors to several states are counted, and not filed.',
    'A mission that is there in the first year of the list may be older.',
    'Its layout is taken from published descriptions.',
  ],
  megabytes: 30,
  recommended: false,
  publisher: {
    kind: 'by-hand',
    page: 'https://korbel.du.edu/pardee/content/diplomatic-representation',
    how: BY_HAND,
  },
  recognise: (files) => folderOf(files, FILE),
  tell,
}

/** Full representation on the publisher's index: an ambassador, for this state alone. */
const FULL = 1

interface Post {
  sender: EntityId
  host: EntityId
  label: string
  years: number[]
}

function tell(files: Files): Told {
  const told = nothingTold()
  const file = tableIn(files, FILE)
  const sending = /(?:^|[",])Sending Country(?:[",]|$)/m.test(files.text(file).slice(0, 400))
    ? 'Sending Country'
    : 'SendingCountry'
  const rows = csvRows(files, file, { columns: [sending, 'Destination', 'Year', 'LOR'] })
  const years = rows.flatMap((row) => Number(row.get('Year')) || [])
  const span = { first: Math.min(...years), last: Math.max(...years) }
  const posts = new Map<string, Post>()
  let lower = 0
  for (const row of rows) {
    if (Number(row.get('LOR')) === FULL) take(told, file, row, sending, posts)
    else lower++
  }
  if (lower)
    told.findings.push({
      kind: 'lower-level',
      file,
      message: `${lower} rows of a lower level are counted and not filed`,
    })
  for (const post of posts.values()) tellPost(told, file, post, span)
  told.rows = rows.length
  told.sources = [source(span.last)]
  told.coverage = [COVERAGE(span)]
  return told
}

function take(told: Told, file: string, row: CsvRow, sending: string, posts: Map<string, Post>): void {
  const [from, to, year] = [row.get(sending), row.get('Destination'), row.get('Year')]
  const day = `${year}-07-01`
  const [sender, host] = [stateBy(from, '', day), stateBy(to, '', day)]
  if (!/^\d{4}$/.test(year) || !sender || !host) {
    const what = sender ? (host ? `"${year}" is no year` : `"${to}" names nobody`) : `"${from}" names nobody`
    told.findings.push({ kind: 'unknown-state', file, locator: row.locator, message: `${what}; the row is left out` })
    return
  }
  const post = posts.get(`${sender} ${host}`) ?? { sender, host, label: `${from} to ${to}`, years: [] }
  post.years.push(Number(year))
  posts.set(`${sender} ${host}`, post)
}

interface Span {
  first: number
  last: number
}

/** Years one after another are one spell; the last year of the list is no end. */
function tellPost(told: Told, file: string, post: Post, span: Span): void {
  const spells: [from: number, to: number][] = []
  for (const year of post.years.toSorted((a, b) => a - b)) {
    const last = spells.at(-1)
    if (last && year <= last[1] + 1) last[1] = year
    else spells.push([year, year])
  }
  for (const [from, to] of spells) {
    const older = from === span.first ? ' In the first year of the list; it may be older.' : ''
    const draft = {
      kind: 'mission' as const,
      roles: { sender: post.sender, host: post.host, type: 'embassy', step: 'exists' },
      when: `${from}/${to === span.last ? '' : to}`,
      note: `Listed as ${post.label}.${older}`,
      cite: { source: 'diplomatic-representation', locator: `${post.label} ${from}` },
    }
    tellFact(told, draft, file)
  }
}

const source = (last: number): Source => ({
  id: 'diplomatic-representation',
  title: diplomaticRepresentation.title,
  url: 'https://korbel.du.edu/pardee/content/diplomatic-representation',
  licence: 'the publisher’s terms; no export',
  viewpoint: diplomaticRepresentation.viewpoint,
  asOf: `${last}-12-31`,
  contact: 'Frederick S. Pardee Center for International Futures',
})

const COVERAGE = ({ first, last }: Span): NewCoverage => ({
  kind: 'mission',
  roles: { type: 'embassy' },
  from: `${first}-01-01`,
  to: `${last}-12-31`,
  grade: 'lower-bound',
  by: 'Diplometrics, University of Denver',
  note: 'Embassies that the year book lists; lower levels are not filed.',
  cite: { source: 'diplomatic-representation' },
})
