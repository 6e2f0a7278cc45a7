/**
 * The server beside a bare Hono server that does the same SQL, in turns, while a table is imported into the ledger again and again by another
 * process: `node bench/server/run.ts LEDGER [SECONDS]`. The ledger is copied first. Prints for pages that are asked again, and for pages each of
 * which is asked once: requests a second of both, the ratio, p50 and p99 of both and their ratio, errors, and imports meanwhile.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const [given, seconds = '3'] = process.argv.slice(2)
if (!given) throw new Error('name a ledger')
const SLICE_MS = Number(seconds) * 1000
const TURNS = 6
const AT_ONCE = 4
const PAIRS = [
  'ECU/ISR',
  'FRA/DEU',
  'USA/GBR',
  'USA/ISR',
  'CHN/JPN',
  'IND/PAK',
  'BRA/ARG',
  'EGY/ISR',
  'NOR/SWE',
  'CUB/USA',
]
const MAIN = join(import.meta.dirname, '../../src/cli/main.ts')
const QUIET = '--disable-warning=ExperimentalWarning'

const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'))
const children: ChildProcess[] = []
const ledger = join(folder, 'ledger.db')
copyFileSync(given, ledger)

async function address(...args: string[]): Promise<string> {
  const child = spawn(process.execPath, [QUIET, ...args], { stdio: ['ignore', 'pipe', 'ignore'] })
  children.push(child)
  const [said] = await once(child.stdout!, 'data')
  return String(said).trim()
}

/** Tables that differ in every row, so that each import files and withdraws all of one. */
const tables = [0, 1].map((n) => {
  const file = join(folder, 'table.csv')
  const rows = Array.from(
    { length: 5000 },
    (_, i) => `Visitor ${i},Ecuador,${1950 + ((i + n) % 60)}-03-${10 + (i % 19)}`,
  )
  return { file, text: `visitor,to,when\n${rows.join('\n')}\n` }
})
let [imports, going] = [0, true]
async function importing(): Promise<void> {
  for (let n = 0; going; n = 1 - n) {
    const { file, text } = tables[n]!
    writeFileSync(file, text)
    const child = spawn(
      process.execPath,
      [QUIET, MAIN, 'import', file, '--ledger', ledger, '--authority', 'The bench'],
      { stdio: 'ignore' },
    )
    const [code] = await once(child, 'exit')
    if (code === 0) imports++
  }
}

interface Taken {
  ms: number[]
  errors: number
  time: number
}
const nothing = (): Taken => ({ ms: [], errors: 0, time: 0 })

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
const one = (url: string): Promise<boolean> =>
  new Promise((done) => {
    get(url, { agent }, (response) => {
      response.on('data', () => {})
      response.on('end', () => done(response.statusCode === 200))
      response.on('error', () => done(false))
    }).on('error', () => done(false))
  })

let asked = 0
/** A pair, and where each page is to be another, a day that nobody asked about before. */
const path = (anew: boolean): string => {
  const n = asked++
  const day = new Date(Date.UTC(1990, 0, 1) + n * 24 * 3600 * 1000).toISOString().slice(0, 10)
  return `api/pair/${PAIRS[n % PAIRS.length]}${anew ? `?today=${day}` : ''}`
}

async function slice(base: string, anew: boolean, taken: Taken): Promise<void> {
  const start = performance.now()
  const worker = async () => {
    while (performance.now() - start < SLICE_MS) {
      const began = performance.now()
      const fine = await one(base + path(anew))
      taken.ms.push(performance.now() - began)
      if (!fine) taken.errors++
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  taken.time += performance.now() - start
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!

function told(name: string, ours: Taken, bare: Taken): void {
  const [a, b] = [ours, bare].map(({ ms, time, errors }) => {
    const sorted = ms.toSorted((x, y) => x - y)
    return { rate: (ms.length / time) * 1000, p50: at(sorted, 0.5), p99: at(sorted, 0.99), errors }
  }) as [Told, Told]
  console.log(
    `${name}: ${a.rate.toFixed(0)} requests a second, bare ${b.rate.toFixed(0)}, ratio ${(a.rate / b.rate).toFixed(2)}; ` +
      `p50 ${a.p50.toFixed(1)} and ${b.p50.toFixed(1)} ms; p99 ${a.p99.toFixed(1)} and ${b.p99.toFixed(1)} ms, ratio ${(a.p99 / b.p99).toFixed(2)}; ` +
      `errors ${a.errors} and ${b.errors}`,
  )
}
interface Told {
  rate: number
  p50: number
  p99: number
  errors: number
}

try {
  const queries = join(folder, 'queries.json')
  const noted = execFileSync(process.execPath, [QUIET, join(import.meta.dirname, 'queries.ts'), ledger, ...PAIRS], {
    maxBuffer: 1 << 28,
  })
  writeFileSync(queries, noted)
  const ours = await address(MAIN, 'serve', '--port', '0', '--no-open', '--ledger', ledger)
  const bare = await address(join(import.meta.dirname, 'bare.ts'), ledger, queries)
  for (const base of [ours, bare]) for (const pair of PAIRS) await one(`${base}api/pair/${pair}`)
  const done = importing()
  for (const anew of [false, true]) {
    const [a, b] = [nothing(), nothing()]
    const before = imports
    for (let turn = 0; turn < TURNS; turn++) {
      const both = [
        [ours, a],
        [bare, b],
      ] as const
      for (const [base, taken] of turn % 2 ? both.toReversed() : both) await slice(base, anew, taken)
    }
    told(anew ? 'each page once' : 'pages asked again', a, b)
    console.log(`  ${imports - before} imports of 5,000 rows meanwhile`)
  }
  going = false
  await done
} finally {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
