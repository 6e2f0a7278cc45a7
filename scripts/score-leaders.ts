/**
 * Holds the tenures of the starter packs against two lists of effective leaders, where they are at hand:
 * `node scripts/score-leaders.ts [--show] [--data FOLDER,FOLDER] [--from DAY]`. With `--data`, only states that these packs tell of are compared.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stateByCode } from '../src/atlas/index.ts'
import { slug, stateOfOffice } from '../src/model/ids.ts'
import { daysOf } from '../src/model/when.ts'

type Row = Record<string, string>
interface Term {
  state: string
  office: string
  names: string[]
  from: string
  to: string
  precision: number
}
interface Listed {
  list: string
  state: string
  name: string
  from: string
  to: string
}

const option = (name: string): string | undefined => {
  const place = process.argv.indexOf(name)
  return place > 0 ? process.argv[place + 1] : undefined
}
const FROM = option('--from') ?? '1990-01-01'
const shared = process.env.CHANCERY_SHARED ?? '../shared'
const data =
  option('--data')?.split(',') ??
  ['leaders-since-1990', 'states-and-offices', 'ecuador-israel', 'us-cuba'].map((p) => `data/${p}`)

const rows = (file: string): Row[] => parse(readFileSync(file), { columns: true, relax_column_count: true })
const words = (name: string): string[] =>
  slug(name)
    .split('-')
    .filter((word) => word.length > 2)

function terms(): Term[] {
  const names = new Map<string, string[]>()
  for (const folder of data)
    for (const row of rows(join(folder, 'names.csv')))
      names.set(row.id!, [...(names.get(row.id!) ?? []), row.label!, ...row.aliases!.split(';')])
  return data.flatMap((folder) =>
    rows(join(folder, 'offices.csv')).flatMap((row) => {
      const state = stateOfOffice(row.office!)
      const days = daysOf(row.when!)
      if (!state || !days || row.step !== 'serving') return []
      const precision = row.when!.split('/')[0]!.length
      return [
        {
          state,
          office: row.office!,
          names: (names.get(row.person!) ?? [row.person!]).flatMap(words),
          ...days,
          precision,
        },
      ]
    }),
  )
}

const two = (n: string): string => n.padStart(2, '0')

/** REIGN names the day on which a leader came and the month in which one went. */
function reign(): Listed[] {
  return rows(join(shared, 'data/leaders/leaderlist_3_21.csv')).flatMap((row) => {
    const from = `${row.syear}-${two(row.smonth!)}-${two(row.sdate!)}`
    const to = `${row.eyear}-${two(row.emonth!)}-28`
    const state =
      stateByCode('cow', row.ccode!, to > '2021-03' ? '2021-01-01' : from < FROM ? FROM : from) ??
      stateByCode('cow', row.ccode!)
    return state && to >= FROM ? [{ list: 'REIGN', state, name: row.leader!, from, to }] : []
  })
}

function archigos(): Listed[] {
  return rows(join(shared, 'data/leaders/archigos-4.1-tenures.csv')).flatMap((row) => {
    const [from, to] = [row.startdate!, row.enddate!]
    const state = stateByCode('gw', row.gwcode!, from < FROM ? FROM : from) ?? stateByCode('gw', row.gwcode!)
    return state && to >= FROM ? [{ list: 'Archigos', state, name: row.leader!, from, to }] : []
  })
}

const days = (a: string, b: string): number => Math.round(Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000)

function compare(listed: Listed[], ours: Term[]) {
  const found = { same: 0, near: 0, month: 0, far: 0, absent: 0, terms: new Set<Term>() }
  const shown: string[] = []
  for (const one of listed) {
    const [mine] = ours
      .filter((term) => term.state === one.state && term.from <= one.to && one.from <= term.to)
      .filter((term) => words(one.name).some((word) => term.names.some((name) => alike(name, word))))
      .sort((a, b) => days(a.from, one.from) - days(b.from, one.from))
    if (!mine) {
      found.absent++
      shown.push(`absent ${one.list} ${one.state} ${one.name} ${one.from}..${one.to}`)
      continue
    }
    const off = days(mine.from, one.from)
    const sort = off <= 1 ? 'same' : off <= 7 ? 'near' : off <= 31 ? 'month' : 'far'
    found[sort]++
    found.terms.add(mine)
    if (sort !== 'same')
      shown.push(`${sort} ${one.list} ${one.state} ${one.name} ${one.from} ours ${mine.from} ${mine.office}`)
  }
  return { found, shown }
}

const alike = (a: string, b: string): boolean =>
  a === b || (a.length > 4 && b.length > 4 && a.slice(0, 4) === b.slice(0, 4))

if (!existsSync(join(shared, 'data/leaders'))) {
  process.stderr.write(`no lists of leaders in ${shared}/data/leaders: set CHANCERY_SHARED\n`)
  process.exit(4)
}
const ours = terms()
const told = new Set(ours.map((term) => term.state))
/** Our tenures that one of the lists has. */
const held = new Set<Term>()
for (const [list, listed] of [
  ['REIGN', reign()],
  ['Archigos', archigos()],
] as const) {
  const { found, shown } = compare(option('--data') ? listed.filter((one) => told.has(one.state)) : listed, ours)
  if (process.argv.includes('--show')) for (const line of shown.sort()) process.stdout.write(`${line}\n`)
  for (const term of found.terms) held.add(term)
  const { same, near, month, far, absent } = found
  process.stdout.write(
    `${list}: ${found.same + found.near + found.month + found.far + found.absent} tenures since ${FROM}; began within a day ${same}, a week ${near}, a month ${month}, otherwise ${far}; no such name ${absent}\n`,
  )
}
/** The lists end in 2015 and 2021. */
const within = ours.filter((term) => term.from < '2021-03' && term.to >= FROM)
const offices = Map.groupBy(within, (term) => term.office)
const whole = [...offices].filter(([, terms]) => 2 * terms.filter((term) => held.has(term)).length >= terms.length)
process.stdout.write(
  `${ours.length} tenures in ${offices.size} offices; of ${whole.length} offices the lists have at least half of the holders\n`,
)
if (process.argv.includes('--offices')) for (const [office] of whole.sort()) process.stdout.write(`${office}\n`)
