import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { embeddedLedger } from '../../src/keep/embedded.ts'
import { on, scratch, visit } from './stores.ts'

interface Trial {
  room: number
  failed: string
  next: string
  counts: number[]
  damages: number
}

const PROCESS = join(import.meta.dirname, 'faults-process.ts')

/** A ledger with something in it, and what becomes of copies of it whose room ends at each place of a write. */
async function trials(t: TestContext, how: 'limit' | 'disk', step: number, most: number): Promise<Trial[]> {
  const home = scratch(t)
  const base = join(home, 'base.db')
  const ledger = embeddedLedger(base)
  await ledger.add({ facts: [visit('base-0', 'ECU', '1900')] }, on('2024-01-01'))
  await ledger.close()
  const room = most + (how === 'limit' ? statSync(base).size * 2 : 0)
  const command = [
    process.execPath,
    '--disable-warning=ExperimentalWarning',
    PROCESS,
    how,
    base,
    home,
    String(step),
    String(room),
  ]
  const [program, ...args] =
    how === 'disk' ? ['unshare', process.getuid?.() === 0 ? '-m' : '-Urm', ...command] : command
  const { stdout, stderr, status } = spawnSync(program!, args, { encoding: 'utf8' })
  assert.equal(status, 0, stderr)
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Trial)
}

function hold(all: readonly Trial[]): void {
  const failed = all.filter((one) => one.failed)
  assert.ok(failed.length > 10, `${failed.length} writes failed`)
  assert.ok(failed.length < all.length, 'with room enough nothing fails')
  for (const one of all) {
    const at = JSON.stringify(one)
    const [base, first, second, third] = one.counts
    assert.deepEqual([base, one.damages, third], [1, 0, 60], at)
    assert.equal(first, one.failed ? 0 : 60, at)
    assert.match(one.failed, /^$|^fault: the ledger file .* (?:cannot be|failed)/, at)
    assert.equal(second, one.next === '' ? 60 : 0, at)
    assert.match(one.next, /^$|^not opened$|^fault: the ledger file /, at)
  }
}

test('a write that ends amid its bytes, at any of them, is a typed error: nothing of it is kept, and the ledger goes on', async (t) => {
  if (spawnSync('prlimit', ['--version']).status !== 0) return t.skip('no prlimit on this system')
  hold(await trials(t, 'limit', 1373, 200_000))
})

test('a disk that is full at any page of a write is a typed error: nothing of it is kept, and the ledger goes on', async (t) => {
  const mount = ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', scratch(t)]
  if (spawnSync('unshare', mount).status !== 0 && spawnSync('unshare', ['-Ur', ...mount]).status !== 0)
    return t.skip('no disk of memory may be mounted here')
  hold(await trials(t, 'disk', 4096, 400_000))
})
