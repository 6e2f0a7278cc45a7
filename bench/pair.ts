/**
 * How long the server takes for a pair page: `node bench/pair.ts LEDGER [A B]…` opens a ledger, loads what the server loads when it
 * starts (`CHANCERY_COLD=1`: nothing), and asks for each pair eleven times. Prints milliseconds by the clock and of the processor, and the
 * size of the view.
 */
import { app } from '../src/http/app.ts'
import { ready } from '../src/http/services.ts'
import { openLedger } from '../src/run/ledger.ts'

const [path, ...codes] = process.argv.slice(2)
const given = codes.flatMap((code, i) => (i % 2 ? [[codes[i - 1]!, code] as const] : []))
const pairs = given.length
  ? given
  : ([
      ['ECU', 'ISR'],
      ['USA', 'GBR'],
      ['FRA', 'DEU'],
      ['USA', 'ISR'],
    ] as const)
const ledger = await openLedger(path ? { path } : {})
const today = () => new Date().toISOString().slice(0, 10)
const loading = performance.now()
if (!process.env.CHANCERY_COLD) await ready({ ledger })
console.log(`loaded in ${(performance.now() - loading).toFixed(0)} ms`)
const desk = app({ ledger, today, now: () => new Date().toISOString(), by: 'bench' })

const median = (of: readonly number[]): number => of.toSorted((x, y) => x - y)[Math.floor(of.length / 2)]!

for (const [a, b] of pairs) {
  const [taken, worked]: [number[], number[]] = [[], []]
  let bytes = 0
  for (let i = 0; i < 11; i++) {
    const [start, cpu] = [performance.now(), process.cpuUsage()]
    const response = await desk.request(`http://127.0.0.1/api/pair/${a}/${b}`)
    bytes = (await response.arrayBuffer()).byteLength
    taken.push(performance.now() - start)
    const { user, system } = process.cpuUsage(cpu)
    worked.push((user + system) / 1000)
  }
  const said = (ms: number) => `${ms.toFixed(0)} ms`
  console.log(
    `${a} ${b}: first ${said(taken[0]!)}, then median ${said(median(taken.slice(1)))} (processor ${said(median(worked.slice(1)))}), ${(bytes / 1000).toFixed(0)} kB`,
  )
}
await ledger.close()
