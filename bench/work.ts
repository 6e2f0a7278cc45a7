/**
 * `node bench/work.ts [ARTICLES] [ROUNDS]`: a folder of made-up articles of 60 words, read by one worker and by two, in turns: articles a
 * second of each, once the workers are warm, their ratio, the time of the processors for an article, and what a million would take.
 * `node bench/work.ts longer [ARTICLES] [ROUNDS]`: articles of 600 words. Into a file of lines, and into a ledger.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLedger } from '../src/run/ledger.ts'
import { State } from '../src/run/workers/state.ts'
import { articleOf } from '../test/run/work-articles.ts'

const longer = process.argv[2] === 'longer'
const [articles = longer ? '600' : '3000', rounds = '3'] = process.argv.slice(longer ? 3 : 2)
const N = Number(articles)
const MAIN = join(import.meta.dirname, '../src/cli/main.ts')
const home = mkdtempSync(join(tmpdir(), 'chancery-bench-'))
process.once('exit', () => rmSync(home, { recursive: true, force: true }))

const folder = join(home, 'in')
mkdirSync(folder)
const paragraphs = longer ? 10 : 1
for (let n = 0; n < N; n++) {
  const text = Array.from({ length: paragraphs }, (_, i) => articleOf(n * paragraphs + i)).join('\n\n')
  writeFileSync(join(folder, `a${n}.txt`), text)
}

interface Run {
  /** Articles a second between the tenth part and the end. */
  rate: number
  /** Milliseconds of processors an article, without what a start takes. */
  cpu: number
  bytes: number
}

/** Milliseconds of processors that processes took so far. */
const cpuOf = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    return sum + (Number(fields[11]) + Number(fields[12])) * 10
  }, 0)

async function run(to: 'ndjson' | 'ledger', workers: number, name: string): Promise<Run> {
  const ledger = join(home, `${name}.db`)
  await (await openLedger({ path: ledger })).close()
  const empty = statSync(ledger).size
  const sink = to === 'ledger' ? 'ledger' : join(home, `${name}.ndjson`)
  const state = new State(`${to === 'ledger' ? ledger : sink}.work`)
  const args = [
    '--disable-warning=ExperimentalWarning',
    MAIN,
    'work',
    '--from',
    folder,
    '--to',
    sink,
    '--ledger',
    ledger,
  ]
  const children: ChildProcess[] = Array.from({ length: workers }, () =>
    spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] }),
  )
  const ended = Promise.all(children.map((child) => once(child, 'exit')))
  const pids = children.map((child) => child.pid!)
  const done = () => Number(state.get("SELECT count(*) AS n FROM unit WHERE state = 'done'")!.n)
  const until = async (n: number) => {
    while (done() < n) await new Promise((wait) => setTimeout(wait, 20))
    return { n: done(), at: performance.now(), cpu: cpuOf(pids) }
  }
  const first = await until(N / 10)
  const last = await until(N * 0.95)
  await ended
  state.close()
  const n = last.n - first.n
  const bytes = to === 'ledger' ? statSync(ledger).size - empty : statSync(sink).size
  return { rate: (n * 1000) / (last.at - first.at), cpu: (last.cpu - first.cpu) / n, bytes: bytes / N }
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

for (const to of ['ndjson', 'ledger'] as const) {
  const [one, two]: [Run[], Run[]] = [[], []]
  for (let i = 0; i < Number(rounds); i++) {
    one.push(await run(to, 1, `${to}-1-${i}`))
    two.push(await run(to, 2, `${to}-2-${i}`))
  }
  const ratios = two.map(({ rate }, i) => rate / one[i]!.rate)
  const [a, b] = [median(one.map((r) => r.rate)), median(two.map((r) => r.rate))]
  const [cpu, cpuOfTwo] = [median(one.map((r) => r.cpu)), median(two.map((r) => r.cpu))]
  const hours = (rate: number) => (1e6 / rate / 3600).toFixed(1)
  console.log(
    `${to}: one worker ${a.toFixed(0)} a second, two ${b.toFixed(0)}, ratio ${median(ratios).toFixed(2)} (${ratios.map((r) => r.toFixed(2)).join(', ')}); load ${loadavg()[0]!.toFixed(1)}`,
  )
  // What others do on the machine is in the rates, and hardly in the time of the processors.
  console.log(
    `  by processors' time alone: ${cpu.toFixed(2)} ms an article with one, ${cpuOfTwo.toFixed(2)} with two, so two on free processors do ${((2 * cpu) / cpuOfTwo).toFixed(2)} times as much`,
  )
  console.log(
    `  an article: ${cpu.toFixed(1)} ms of a processor, ${one[0]!.bytes.toFixed(0)} bytes kept; a million: ${((cpu * 1e6) / 3.6e6).toFixed(1)} processor-hours, ${hours(a)} h with one worker, ${hours(b)} h with two, ${(one[0]!.bytes / 1000).toFixed(1)} GB`,
  )
}
