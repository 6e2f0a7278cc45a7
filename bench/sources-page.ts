// How long the page of sources takes from the server: node bench/sources-page.ts LEDGER
import { app } from '../src/http/app.ts'
import { warm } from '../src/http/services.ts'
import { openLedger } from '../src/run/ledger.ts'

const ledger = await openLedger({ path: process.argv[2] ?? ':memory:', packs: null })
const services = { ledger, now: () => new Date().toISOString(), today: () => '2026-11-22', by: 'bench' }
await warm(services)
const server = app(services)
for (const what of ['the first time', 'again']) {
  const begun = performance.now()
  const { length } = await (await server.request('http://127.0.0.1/api/sources')).text()
  console.log(`${what}: ${Math.round(performance.now() - begun)} ms, ${Math.round(length / 1000)} kB`)
}
await ledger.close()
