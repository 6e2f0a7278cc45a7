/**
 * `node bench/startup.ts [ROUNDS]`: how long commands take from start to end, as a multiple of a bare `node -e 0`. All take
 * turns within each round, so that a noisy machine slows them alike; medians are compared.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Subject {
  name: string
  file: string
  args: string[]
  /** At most so many times a bare Node. */
  bound?: number
}

const launcher = join(import.meta.dirname, '../chancery')
const chancery = (args: string[], bound?: number): Subject => ({ name: args.join(' '), file: launcher, args, bound })
const BARE: Subject = { name: 'node -e 0', file: process.execPath, args: ['-e', '0'] }
const SUBJECTS: Subject[] = [
  BARE,
  chancery(['--version']),
  chancery(['resolve', 'Burma']),
  chancery(['ledger'], 8),
  chancery(['check', '--claim', 'Ecuador has diplomatic relations with Israel.'], 15),
]

const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'))
const env = { ...process.env, CHANCERY_LEDGER: join(folder, 'ledger.db') }

/** Milliseconds that one run took; `undefined` where the command failed. */
function time({ file, args }: Subject): number | undefined {
  const start = performance.now()
  const { status } = spawnSync(file, args, { env, stdio: ['ignore', 'ignore', 'ignore'] })
  return status === 0 || status === 1 ? performance.now() - start : undefined
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

function measure(subjects: Subject[], rounds: number): Map<Subject, number> {
  const times = new Map(subjects.map((subject) => [subject, [] as number[]]))
  for (let round = 0; round < rounds; round++)
    for (const [subject, list] of times) {
      const ms = time(subject)
      if (ms !== undefined) list.push(ms)
    }
  return new Map([...times].map(([subject, list]) => [subject, median(list)]))
}

const rounds = Number(process.argv[2] ?? 21)
// The first run of each fills the caches and the ledger, and tells which commands fail.
const runs = SUBJECTS.filter((subject) => time(subject) !== undefined)
for (const { name } of SUBJECTS.filter((subject) => !runs.includes(subject))) console.log(`${name}: fails`)
const medians = measure(runs, rounds)
const bare = medians.get(BARE)!
console.log(`median of ${rounds} interleaved rounds`)
for (const [{ name, bound }, ms] of medians) {
  const ratio = ms / bare
  const verdict =
    bound === undefined ? '' : ratio <= bound ? `  (at most ${bound}: holds)` : `  (at most ${bound}: FAILS)`
  console.log(`${ms.toFixed(1).padStart(7)} ms ${ratio.toFixed(2).padStart(6)} x  ${name}${verdict}`)
}
rmSync(folder, { recursive: true, force: true })
