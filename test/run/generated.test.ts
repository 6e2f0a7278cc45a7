import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { stateLabel } from '../../src/atlas/index.ts'
import type { Ledger } from '../../src/keep/port.ts'
import { type Checker, checkerOf, outcomeOf } from '../../src/run/check.ts'
import { documentOf } from '../../src/run/document.ts'
import { openLedger } from '../../src/run/ledger.ts'

/**
 * Sentences made from the rows of the starter packs, right ones and wrong ones, with their truth taken from the rows by plain loops
 * and never by the algebra. A wrong verdict is a failure; of what is true or false on record, a floor must be decided.
 */
interface Sentence {
  text: string
  date: string
  holds: boolean
}
type Row = Record<string, string>

const rowsOf = (file: string): Row[] =>
  parse(readFileSync(join(import.meta.dirname, '../../data', file)), { columns: true, skip_empty_lines: true })
const code = (id: string): string => id.slice(id.indexOf(':') + 1)
const name = (id: string): string => stateLabel(`state:${code(id)}`, 'short') ?? code(id)
const THE = /^(United|Soviet|Netherlands|Philippines|Dominican Republic|Czech|Bahamas|Maldives|Gambia)/
const the = (n: string): string => (THE.test(n) ? `the ${n}` : n)
const capital = (s: string): string => s.charAt(0).toUpperCase() + s.slice(1)

function votes(): Sentence[] {
  const date = '1950-01-01'
  const rows = rowsOf('palestine-partition/votes.csv').filter(
    (r) => r.source === 'un-yearbook' && r.choice !== 'absent',
  )
  const verb: Record<string, string> = { yes: 'voted for', no: 'voted against', abstain: 'abstained on' }
  const skip = new Set(['CHN', 'CSK', 'YUG', 'RUS', 'BLR', 'UKR', 'ZAF'])
  const single = rows
    .filter((r) => !skip.has(code(r.voter!)))
    .flatMap((r) =>
      Object.keys(verb).map((choice) => ({
        text: `${capital(the(name(r.voter!)))} ${verb[choice]} the partition of Palestine.`,
        date,
        holds: choice === r.choice,
      })),
    )
  const counts = Object.keys(verb).flatMap((choice) => {
    const n = rows.filter((r) => r.choice === choice).length
    return [n - 1, n, n + 1].map((m) => ({
      text: `${m} states ${verb[choice]} the partition of Palestine.`,
      date,
      holds: m === n,
    }))
  })
  return [...single, ...counts]
}

function presidents(): Sentence[] {
  const date = '2017-01-01'
  const labels = new Map(rowsOf('us-travels/names.csv').map((r) => [r.id!, r.label!]))
  const visits = rowsOf('us-travels/visits-of-presidents.csv').filter(
    (r) => r.when! < date && r.to!.startsWith('state:'),
  )
  const byState = Map.groupBy(visits, (r) => r.to!)
  const out: Sentence[] = []
  for (const [to, list] of byState) {
    const sorted = [...list].sort((a, b) => (a.when! < b.when! ? -1 : 1))
    const first = sorted[0]!
    const other = sorted.find((r) => r.visitor !== first.visitor)
    const where = the(name(to))
    const who = (r: Row) => labels.get(r.visitor!)
    if (!who(first)) continue
    out.push({
      text: `${who(first)} was the first president of the United States to visit ${where}.`,
      date,
      holds: true,
    })
    if (other && who(other))
      out.push({
        text: `${who(other)} was the first president of the United States to visit ${where}.`,
        date,
        holds: false,
      })
    out.push({ text: `No president of the United States has ever visited ${where}.`, date, holds: false })
    out.push({ text: `${who(first)} visited ${where} in ${first.when!.slice(0, 4)}.`, date, holds: true })
  }
  for (const to of ['state:BTN', 'state:MDG', 'state:TUV', 'state:ZWE', 'state:BOL', 'state:PRY', 'state:DZA'])
    if (!byState.has(to))
      out.push({ text: `No president of the United States has ever visited ${the(name(to))}.`, date, holds: true })
  return out
}

/** Relations on a day, by the last step told of a pair before it; pairs with imprecise or differing steps near that day are left out. */
function relations(): Sentence[] {
  const date = '2022-05-12'
  const rows = rowsOf('israel-relations/relations.csv').filter(
    (r) => !r.level && !r.modality && r.between!.split(';').includes('state:ISR'),
  )
  const byState = Map.groupBy(rows, (r) => r.between!.split(';').find((s) => s !== 'state:ISR')!)
  const out: Sentence[] = []
  for (const [state, list] of byState) {
    if (!/^state:[A-Z]{3}$/.test(state) || ['YUG', 'CSK', 'SUN', 'TWN', 'SCG', 'DDR'].includes(code(state))) continue
    const steps = list
      .filter((r) => ['established', 'restored', 'severed', 'suspended'].includes(r.step!) && r.when! < '2022')
      .sort((a, b) => (a.when! < b.when! ? -1 : 1))
    const never = !steps.length && list.every((r) => r.step === 'held' && r.telling === 'no')
    if (!steps.length && !never) continue
    const holds = !never && ['established', 'restored'].includes(steps.at(-1)!.step!)
    out.push({ text: `${capital(the(name(state)))} has diplomatic relations with Israel.`, date, holds })
    out.push({ text: `${capital(the(name(state)))} and Israel have diplomatic relations.`, date, holds })
  }
  return out
}

/** Claims about the sets of one roll call joined with relations, with their members and numbers swapped. */
function sets(): Sentence[] {
  const date = '2022-05-12'
  const rows = rowsOf('palestine-partition/votes.csv').filter((r) => r.source === 'un-yearbook')
  const those = (choice: string) => rows.filter((r) => r.choice === choice).map((r) => code(r.voter!))
  const told = rowsOf('israel-relations/relations.csv').filter((r) => !r.level && !r.modality && r.when! < date)
  const ever = (state: string) =>
    told.some((r) => r.between!.split(';').includes(`state:${state}`) && ['established', 'restored'].includes(r.step!))
  const out: Sentence[] = []
  for (const except of ['YUG', 'COL', 'ETH', 'CHL'])
    for (const n of ['ten', 'eleven'])
      out.push({
        text: `All ${n} countries that abstained on the partition of Palestine, with the exception of ${the(name(except))}, now have diplomatic relations with Israel.`,
        date,
        holds: except === 'YUG' && n === 'ten',
      })
  const against = those('no')
  for (let i = 0; i < against.length; i++) {
    const [a, b] = [against[i]!, against[(i + 5) % against.length]!]
    out.push({
      text: `Of the 13 states that voted against the partition of Palestine, ${the(name(a))} and ${the(name(b))} have entered into diplomatic relations with Israel.`,
      date,
      holds: ever(a) && ever(b),
    })
  }
  const yes = those('yes')
  for (const [i, state] of yes.entries()) {
    if (['CSK', 'BLR', 'UKR', 'RUS', 'ZAF'].includes(state)) continue
    const n = 33 + ((i % 3) - 1)
    out.push({
      text: `${capital(the(name(state)))} was one of the ${n} states that voted for the partition of Palestine.`,
      date,
      holds: n === 33,
    })
  }
  return out
}

let ledger: Ledger
let checker: Checker
before(async () => {
  ledger = await openLedger({ path: ':memory:' })
  checker = await checkerOf(ledger)
})
after(() => ledger.close())

const FLOORS: [title: string, make: () => Sentence[], decided: number][] = [
  ['votes on a roll call, and their counts', votes, 0.9],
  ['visits of presidents: first, never, in a year', presidents, 0.8],
  ['relations with Israel on a day', relations, 0.8],
  ['sets of a roll call joined with relations', sets, 0.8],
]

describe('sentences made from the packs', () => {
  for (const [title, make, floor] of FLOORS)
    test(title, async (t) => {
      const sentences = make()
      let decided = 0
      const wrong: string[] = []
      const open: string[] = []
      for (const { text, date, holds } of sentences) {
        const outcome = outcomeOf(await checker.check(documentOf(text, { date }), { today: '2026-11-22' }))
        if (outcome === 'supported' || outcome === 'refuted') {
          decided++
          if ((outcome === 'supported') !== holds) wrong.push(`${text} ${outcome}`)
        } else open.push(`${text} ${outcome}`)
      }
      const share = decided / sentences.length
      t.diagnostic(`${sentences.length} sentences, ${(100 * share).toFixed(1)} % decided, ${wrong.length} wrong`)
      if (process.env.CHANCERY_SHOW) for (const line of [...wrong.map((w) => `WRONG ${w}`), ...open]) t.diagnostic(line)
      assert.deepEqual(wrong, [])
      assert.ok(share >= floor, `${share} decided; not decided: ${open.slice(0, 5).join(' | ')}`)
    })
})
