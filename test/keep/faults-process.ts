/**
 * Writes entries into copies of one ledger, each copy with so much room: the write that has none fails. Prints a line for each, what
 * was thrown and what is there afterwards. `limit`: no file may be longer (EFBIG); `disk`: a disk of memory, mounted for this process
 * alone, has no space left (ENOSPC).
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { embeddedLedger } from '../../src/keep/embedded.ts'
import { embeddedTables } from '../../src/keep/embedded-tables.ts'
import type { Ledger } from '../../src/keep/port.ts'
import { verifyTables } from '../../src/keep/verify.ts'
import { ChanceryError } from '../../src/model/error.ts'
import { on, source, visit } from './stores.ts'

const [how, base = '', home = '', step = '4096', most = '0'] = process.argv.slice(2)
const DISK = 2 * 1024 * 1024

const folder = join(home, 'disk')
mkdirSync(folder, { recursive: true })
if (how === 'disk') execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', folder])
const path = join(folder, 'ledger.db')
const filler = join(folder, 'filler')

const limit = (bytes: number | 'unlimited') =>
  execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:unlimited`])

/** Leaves so many bytes free. */
function fill(room: number): void {
  const free = Number(/(\d+)\s*$/.exec(execFileSync('df', ['--output=avail', '-B1', folder], { encoding: 'utf8' }))![1])
  writeFileSync(filler, Buffer.alloc(Math.max(0, free - room)))
}

const begin = (room: number) => (how === 'disk' ? fill(room) : limit(room))
const end = () => (how === 'disk' ? rmSync(filler, { force: true }) : limit('unlimited'))

const batch = (name: string) => ({
  sources: [source(`list ${name}`)],
  facts: Array.from({ length: 60 }, (_, i) => visit(`${name}-${i}`, 'ECU', `19${10 + i}`)),
})
const write = (ledger: Ledger, name: string) => ledger.add(batch(name), on('2024-03-01', name))

async function trial(room: number): Promise<object> {
  for (const part of ['', '-wal', '-shm', '-journal']) rmSync(path + part, { force: true })
  copyFileSync(base, path)
  let thrown = ''
  let ledger: Ledger | undefined
  const doing = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      thrown = error instanceof ChanceryError ? `${error.code}: ${error.message}` : `UNTYPED ${String(error)}`
    }
  }
  begin(room)
  await doing(async () => {
    ledger = embeddedLedger(path)
    await write(ledger, 'first')
  })
  const failed = thrown
  end()
  // The same open ledger goes on, if it was opened.
  if (ledger) {
    thrown = ''
    await doing(() => write(ledger!, 'second'))
    await ledger.close()
  } else await doing(async () => {})
  const after = embeddedLedger(path)
  const count = async (name: string) =>
    (await after.fetch([{ kind: 'visit' }])).facts.filter((f) => String(f.roles.visitor).startsWith(`person:${name}-`))
      .length
  const counts = [await count('base'), await count('first'), await count('second')]
  await write(after, 'third')
  counts.push(await count('third'))
  await after.close()
  const tables = await embeddedTables(path, 'read')
  const { damages } = await verifyTables(tables)
  await tables.close()
  return { room, failed, next: ledger ? thrown : 'not opened', counts, damages: damages.length }
}

for (let room = 0; room <= Number(most); room += Number(step))
  process.stdout.write(`${JSON.stringify(await trial(room))}\n`)
