import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { memoryLedger } from '../../src/keep/memory.ts'
import type { Ledger } from '../../src/keep/port.ts'
import type { ChanceryError } from '../../src/model/error.ts'
import { syncPacks } from '../../src/run/starter.ts'
import { starterPacks } from '../../src/sources/starter.ts'
import { scratch, writePack } from '../sources/pack-folder.ts'

const NOW = { now: '2024-01-01' }
const visits = (...visitors: string[]): string =>
  ['visitor,to,source', ...visitors.map((v) => `person:${v},state:ECU,list`)].join('\n')

/** Two packs, `one` of a and b and `two` of c, and a ledger in step with them. */
async function inStep(t: TestContext): Promise<{ folder: string; ledger: Ledger }> {
  const folder = scratch(t)
  writePack(folder, 'one', { visit: visits('a', 'b') })
  writePack(folder, 'two', { visit: visits('c') })
  const ledger = memoryLedger()
  const done = await syncPacks(ledger, starterPacks(folder), NOW)
  assert.deepEqual(done, [
    { pack: 'one', added: 2, retracted: 0 },
    { pack: 'two', added: 1, retracted: 0 },
  ])
  return { folder, ledger }
}

const told = async (ledger: Ledger): Promise<string> => {
  const { facts } = await ledger.fetch([{ kind: 'visit' }])
  return facts
    .map((f) => String(f.roles.visitor).slice('person:'.length))
    .sort()
    .join('')
}

test('packs are filed once', async (t) => {
  const { folder, ledger } = await inStep(t)
  assert.equal(await told(ledger), 'abc')
  assert.deepEqual(await syncPacks(ledger, starterPacks(folder), NOW), [])
})

test('a pack that tells something else is brought into step, and no other is touched', async (t) => {
  const { folder, ledger } = await inStep(t)
  writePack(folder, 'one', { visit: visits('b', 'd') })
  assert.deepEqual(await syncPacks(ledger, starterPacks(folder), NOW), [{ pack: 'one', added: 1, retracted: 1 }])
  assert.equal(await told(ledger), 'bcd')
})

test('a pack that is gone is withdrawn, and comes back whole', async (t) => {
  const { folder, ledger } = await inStep(t)
  rmSync(join(folder, 'one'), { recursive: true })
  assert.deepEqual(await syncPacks(ledger, starterPacks(folder), NOW), [{ pack: 'one', added: 0, retracted: 2 }])
  assert.deepEqual(await syncPacks(ledger, starterPacks(folder), NOW), [])
  writePack(folder, 'one', { visit: visits('a', 'b') })
  assert.deepEqual(await syncPacks(ledger, starterPacks(folder), NOW), [{ pack: 'one', added: 2, retracted: 0 }])
  assert.equal(await told(ledger), 'abc')
})

test('the same content in files of another time changes only the stamp', async (t) => {
  const { folder, ledger } = await inStep(t)
  const before = await ledger.marks()
  writePack(folder, 'one', { visit: visits('a', 'b') })
  const packs = starterPacks(folder)
  assert.deepEqual(await syncPacks(ledger, packs, NOW), [])
  const after = await ledger.marks()
  assert.deepEqual(
    after.map((m) => m.content),
    before.map((m) => m.content),
  )
})

test('files written just now are read, though their size and time say nothing yet', async (t) => {
  const { folder, ledger } = await inStep(t)
  const [one] = starterPacks(folder)
  writeFileSync(join(one!.path, 'visit.csv'), visits('a', 'x'))
  assert.equal(starterPacks(folder)[0]!.stamp, '')
  await syncPacks(ledger, starterPacks(folder), NOW)
  writeFileSync(join(one!.path, 'visit.csv'), visits('a', 'y'))
  await syncPacks(ledger, starterPacks(folder), NOW)
  assert.equal(await told(ledger), 'acy')
})

test('a pack that cannot be read leaves the ledger as it was, and the others come in', async (t) => {
  const { folder, ledger } = await inStep(t)
  writePack(folder, 'one', { visit: visits('a', 'b').replace('state:ECU', 'Ecuador') })
  writePack(folder, 'three', { visit: visits('e') })
  const problems: ChanceryError[] = []
  const warn = (problem: ChanceryError) => problems.push(problem)
  assert.deepEqual(await syncPacks(ledger, starterPacks(folder), { ...NOW, warn }), [
    { pack: 'three', added: 1, retracted: 0 },
  ])
  assert.equal(await told(ledger), 'abce')
  assert.equal(problems.length, 1)
  assert.match(problems[0]!.message, /visit\.csv:2, column to: "Ecuador"/)
  await assert.rejects(syncPacks(ledger, starterPacks(folder), NOW), { code: 'incorrect' })
})
