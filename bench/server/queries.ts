/** Writes down the SQL of pair pages, as a server that has run for a while asks it: `node bench/server/queries.ts LEDGER A/B…` prints JSON. */
import { Database } from '../../src/keep/driver.ts'

type Noted = [sql: string, values: unknown[]]
let noted: Noted[] | undefined
const { all, get } = Database.prototype
Database.prototype.all = function <T>(this: Database, sql: string, ...values: never[]): T[] {
  noted?.push([sql, values])
  return all.call(this, sql, ...values) as T[]
}
Database.prototype.get = function (this: Database, sql: string, ...values: never[]) {
  noted?.push([sql, values])
  return get.call(this, sql, ...values)
}

const { app } = await import('../../src/http/app.ts')
const { openLedger } = await import('../../src/run/ledger.ts')
const { checkerFor } = await import('../../src/http/services.ts')

const [path, ...pairs] = process.argv.slice(2) as [string, ...string[]]
const out: Record<string, Noted[]> = {}
const ledger = await openLedger({ path, packs: null })
await checkerFor(ledger)
const now = () => new Date().toISOString()
const desk = app({ ledger, today: () => now().slice(0, 10), now, by: 'bench' })
for (const pair of pairs) {
  // What a process reads once, such as roll calls, it has read: the page as of another time is made of the rest, gathered anew.
  for (const asked of ['today=2021-01-01', 'today=2022-01-01&knownOn=2099-01-01']) {
    noted = []
    const response = await desk.request(`http://127.0.0.1/api/pair/${pair}?${asked}`)
    if (response.status !== 200) throw new Error(await response.text())
    out[pair] = noted
  }
}
noted = undefined
await ledger.close()
process.stdout.write(JSON.stringify(out))
