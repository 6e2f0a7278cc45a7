/**
 * `node bench/kills.ts DIR [KILLS] [SOURCE]`: pulls a source of DIR into a ledger with the real command, kills it (SIGKILL) at random
 * moments, and counts what is there after each; then lets it end, and compares with a ledger that was never disturbed.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openLedger } from '../src/run/ledger.ts'

const [from, kills = '100', source = 'unga-votes'] = process.argv.slice(2)
if (!from) {
  console.error('node bench/kills.ts DIR [KILLS] [SOURCE]')
  process.exit(2)
}
const MAIN = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'chancery-kills-'))

const pulling = (ledger: string): ChildProcess =>
  spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', MAIN, 'pull', source, '--from', from, '--ledger', ledger],
    { stdio: 'ignore' },
  )

/** Facts in force, by kind, and the facts that one fetch of each kind gives, each once. */
async function countsIn(path: string): Promise<Record<string, number>> {
  const ledger = await openLedger({ path })
  const { kinds } = await ledger.summary()
  const counts: Record<string, number> = {}
  for (const { kind, facts } of kinds) {
    const fetched = (await ledger.fetch([{ kind }])).facts
    const ids = new Set(fetched.map(({ id }) => id)).size
    if (ids !== fetched.length) throw new Error(`${kind}: ${fetched.length} are fetched, ${ids} of them different`)
    counts[`${kind}, fetched`] = ids
    counts[kind] = facts
  }
  await ledger.close()
  return counts
}
const same = (a: Record<string, number>, b: Record<string, number>): boolean => JSON.stringify(a) === JSON.stringify(b)

const started = performance.now()
const calm = join(scratch, 'calm.db')
const before = await countsIn(calm)
const began = performance.now()
await once(pulling(calm), 'exit')
const whole = performance.now() - began
const after = await countsIn(calm)

const path = join(scratch, 'killed.db')
let [killed, ended, wrong] = [0, 0, 0]
while (killed < Number(kills)) {
  const child = pulling(path)
  // Somewhat beyond its end too: the last moments are among the random ones.
  const timer = setTimeout(() => child.kill('SIGKILL'), Math.random() * whole * 1.1)
  const [, signal] = await once(child, 'exit')
  clearTimeout(timer)
  const counts = await countsIn(path)
  if (signal === 'SIGKILL') killed++
  const good = same(counts, after) || (signal === 'SIGKILL' && same(counts, before))
  if (!good) wrong++
  if (!same(counts, after)) continue
  ended++
  // What is whole cannot be hurt any more: the next one begins anew.
  for (const part of ['', '-wal', '-shm']) rmSync(path + part, { force: true })
}
await once(pulling(path), 'exit')
const last = same(await countsIn(path), after)
console.log(
  `${source}: ${killed} kills within ${(whole / 1000).toFixed(1)} s each, of which ${ended} came after it was filed or it ended`,
)
console.log(`wrong counts afterwards: ${wrong}; the pull after them all is ${last ? 'whole' : 'NOT whole'}`)
console.log(`${Math.round((performance.now() - started) / 1000)} s in all`)
rmSync(scratch, { recursive: true, force: true })
process.exitCode = wrong || !last ? 1 : 0
