/** Writes visits into a ledger file, one entry each, and prints the number of each when it is acknowledged. */
import { embeddedLedger } from '../../src/keep/embedded.ts'
import { on, visit } from './stores.ts'

const [path = '', from = '0', to = '0'] = process.argv.slice(2)
const ledger = embeddedLedger(path)
for (let i = Number(from); i < Number(to); i++) {
  await ledger.add({ facts: [visit(`v${i}`, 'ECU')] }, on('2024-01-01', `process ${process.pid}`))
  process.stdout.write(`${i}\n`)
}
await ledger.close()
