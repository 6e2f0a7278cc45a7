/**
 * `node bench/sources.ts DIR [LEDGER]`: pulls every source under DIR (laid out as `shared/data` is) into an empty ledger, and says
 * what that takes, against a bare insert of as many votes in the same run; then how fast the full ledger answers. With LEDGER, a
 * ledger that is full already is asked, and nothing is pulled.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { agreement, agreementByYear, agreementMatrix } from '../src/ask/agreement.ts'
import type { Ledger } from '../src/keep/port.ts'
import { checkClaims } from '../src/run/check.ts'
import { documentOf } from '../src/run/document.ts'
import { holdersOf } from '../src/run/holders.ts'
import { openLedger } from '../src/run/ledger.ts'
import { pullFrom } from '../src/run/pull.ts'
import { readDocument } from '../src/run/read.ts'
import { folderFiles } from '../src/sources/files.ts'
import { ungaVotes } from '../src/sources/unga.ts'

const [from, given] = process.argv.slice(2)
if (!from) {
  console.error('node bench/sources.ts DIR [LEDGER]')
  process.exit(2)
}
const scratch = mkdtempSync(join(tmpdir(), 'chancery-bench-'))
const say = (what: string, measured: string, wanted: string) =>
  console.log(`${what.padEnd(44)} ${measured.padStart(22)}   ${wanted}`)
const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`
const MB = 1e6

async function timed<T>(work: () => T | Promise<T>): Promise<[ms: number, result: T]> {
  const start = performance.now()
  const result = await work()
  return [performance.now() - start, result]
}

/** Milliseconds of processor time, which a machine shared with others disturbs less than the clock. */
async function worked<T>(work: () => T | Promise<T>): Promise<[ms: number, result: T]> {
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  return [(user + system) / 1000, result]
}

/** As many rows of three small columns as there are votes, in one transaction. */
function bareInsert(rows: number): void {
  const db = new DatabaseSync(join(scratch, 'bare.db'))
  db.exec('CREATE TABLE vote (roll INTEGER, voter INTEGER, choice INTEGER); BEGIN')
  const insert = db.prepare('INSERT INTO vote VALUES (?, ?, ?)')
  for (let i = 0; i < rows; i++) insert.run(i >> 7, i & 127, i % 3)
  db.exec('COMMIT')
  db.close()
}

async function votesAgainstBare(): Promise<void> {
  const ledger = await openLedger({ path: join(scratch, 'votes.db'), packs: null })
  const [bare, [bareWork]] = await timed(() => worked(() => bareInsert(870_109)))
  const now = new Date().toISOString()
  const [ms, [work, done]] = await timed(() => worked(() => pullFrom(ledger, ungaVotes, folderFiles(from!), { now })))
  await ledger.close()
  say('UN votes, rows a second', Math.round(done.facts / (ms / 1000)).toLocaleString('en-US'), 'at least 100,000')
  say('UN votes, times a bare insert of as many', `${(ms / bare).toFixed(1)} (${seconds(bare)} bare)`, 'at most 8')
  const rows = Math.round(done.facts / (work / 1000)).toLocaleString('en-US')
  say('  in processor time', `${rows}, ${(work / bareWork).toFixed(1)}`, '')
}

function pullAll(path: string): void {
  const start = performance.now()
  const script = `import { main } from ${JSON.stringify(new URL('../src/cli/program.ts', import.meta.url).href)}
    process.exitCode = await main(${JSON.stringify(['pull', '--all', '--from', from, '--ledger', path, '--format', 'json'])})
    process.stderr.write('RSS ' + process.resourceUsage().maxRSS)`
  const { stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  const rss = Number(/RSS (\d+)/.exec(stderr)?.[1] ?? Number.NaN) * 1024
  say('pull of everything', seconds(performance.now() - start), 'at most 120 s')
  say('  memory at most', `${(rss / MB).toFixed(0)} MB`, 'at most 600 MB')
  say('  ledger file', `${(statSync(path).size / MB).toFixed(0)} MB`, 'at most 400 MB')
}

const PAIRS = 'Ecuador|Israel|United States|Cuba|France|Egypt|India|Brazil|Japan|Norway|Kenya|Poland'.split('|')
const FORMS = [
  'NAME1 voted for the partition of Palestine in 1947.',
  'NAME1 and NAME2 have diplomatic relations.',
  'NAME1 established diplomatic relations with NAME2 in 1957.',
  'The president of NAME1 visited NAME2 in 1995.',
  'No president of NAME1 has visited NAME2.',
  'It was the first visit of a president of NAME1 to NAME2.',
  'NAME1 opened an embassy in NAME2.',
  'NAME1 voted against resolution 3379.',
  'NAME1 abstained on resolution 68/262.',
  'NAME1 and NAME2 support each other at the United Nations.',
  'NAME1 recognised NAME2 in 1949.',
  'NAME1 became independent in 1960.',
]

const percentile = (values: readonly number[], p: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * p))]!

async function claims(ledger: Ledger): Promise<void> {
  const today = '2026-11-22'
  const [loading, holders] = await timed(() => holdersOf(ledger))
  const [checking, working, both, slow]: [number[], number[], number[], [number, string][]] = [[], [], [], []]
  const plain: number[] = []
  for (const round of [0, 1])
    for (const [i, a] of PAIRS.entries())
      for (const form of FORMS) {
        const text = form.replaceAll('NAME1', a).replaceAll('NAME2', PAIRS[(i + 1 + round) % PAIRS.length]!)
        const doc = documentOf(text, { date: '2020-06-01' })
        const [reading, { claims: found }] = await timed(() => readDocument(doc, holders))
        const [ms, [cpu]] = await timed(() => worked(() => checkClaims(ledger, doc, found, holders.labels, { today })))
        if (!round || !found.length) continue
        checking.push(ms)
        working.push(cpu)
        if (!/support each other/.test(form)) plain.push(cpu)
        both.push(ms + reading)
        slow.push([ms, text])
      }
  const show = (list: number[], p: number) => `${percentile(list, p).toFixed(1)} ms`
  say(`check of a claim, p50 of ${checking.length}`, show(checking, 0.5), 'at most 5 ms')
  say('check of a claim, p99', show(checking, 0.99), 'at most 50 ms')
  say('  in processor time, p50 and p99', `${show(working, 0.5)}, ${show(working, 0.99)}`, '')
  say('  the same without "support each other"', `${show(plain, 0.5)}, ${show(plain, 0.99)}`, '')
  say('  with its reading, p50 and p99', `${show(both, 0.5)}, ${show(both, 0.99)}`, '')
  say('  names and offices, loaded once', `${loading.toFixed(0)} ms`, '')
  const worst = slow.sort(([a], [b]) => b - a).slice(0, 3)
  if (process.env.CHANCERY_TRACE) for (const [ms, text] of worst) console.log(`    ${ms.toFixed(0)} ms: ${text}`)
}

async function counting(ledger: Ledger): Promise<void> {
  const [opening] = await timed(() => ledger.ballots())
  const table = await ledger.ballots()
  const pairs: number[] = []
  for (let i = 0; i < 20; i++)
    pairs.push((await timed(() => agreementByYear(table, 'seat:ECU', table.voters[i * 7]!)))[0])
  const { both, alike } = agreement(table, 'seat:ECU', 'seat:ISR')
  const decades = [1950, 1960, 1970, 1980, 1990, 2000, 2010]
  const times: number[] = []
  for (const decade of decades)
    times.push((await timed(() => agreementMatrix(table, { from: `${decade}-01-01`, to: `${decade + 9}-12-31` })))[0])
  say('one pair by year, median of 20', `${percentile(pairs, 0.5).toFixed(1)} ms`, 'at most 20 ms')
  say('  the table of ballots, read once', `${opening.toFixed(0)} ms`, '')
  say('all pairs of a decade, the slowest', seconds(Math.max(...times)), 'at most 0.5 s')
  say(
    'Ecuador and Israel: common, alike',
    `${both.toLocaleString('en-US')}, ${alike.toLocaleString('en-US')}`,
    '5,492 and 1,874',
  )
}

const path = given ?? join(scratch, 'ledger.db')
if (!given) {
  await votesAgainstBare()
  pullAll(path)
}
const ledger = await openLedger({ path, ...(given && { packs: null }) })
await counting(ledger)
await claims(ledger)
await ledger.close()
rmSync(scratch, { recursive: true, force: true })
