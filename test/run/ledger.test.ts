import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { promisify } from 'node:util'
import { defaultPath, type OpenOptions, openLedger } from '../../src/run/ledger.ts'
import { scratch, writePack } from '../sources/pack-folder.ts'

const opened = async (t: TestContext, options: OpenOptions | string) => {
  const ledger = await openLedger(options)
  t.after(() => ledger.close())
  return ledger
}

test('the default file is named by the environment', () => {
  const table: [NodeJS.ProcessEnv, RegExp][] = [
    [{ CHANCERY_LEDGER: '/x/y.db', XDG_DATA_HOME: '/data' }, /^\/x\/y\.db$/],
    [{ XDG_DATA_HOME: '/data' }, /^\/data\/chancery\/ledger\.db$/],
    [{}, /\.local\/share\/chancery\/ledger\.db$/],
    [{ XDG_DATA_HOME: 'data' }, /^\/.*\/data\/chancery\/ledger\.db$/],
  ]
  for (const [env, expected] of table) assert.match(defaultPath(env), expected)
  assert.throws(() => defaultPath({ HOME: 'me' }), { code: 'incorrect', message: /no absolute path: set HOME/ })
})

test('a ledger and its folders are made, in step with the packs, and opened again as they are', async (t) => {
  const folder = scratch(t)
  writePack(join(folder, 'packs'), 'one', { visit: 'visitor,to,source\nperson:a,state:ECU,list\n' })
  const options = { path: join(folder, 'a', 'b', 'ledger.db'), packs: join(folder, 'packs'), now: '2024-01-01' }
  await (await openLedger(options)).close()
  const ledger = await opened(t, { ...options, now: '2024-02-01' })
  const { facts, lastRecorded } = await ledger.summary()
  assert.deepEqual({ facts, lastRecorded }, { facts: 1, lastRecorded: '2024-01-01T00:00:00.000Z' })
})

test('processes that open a new ledger at once file each pack once', async (t) => {
  const folder = scratch(t)
  const packs = join(folder, 'packs')
  writePack(packs, 'one', { visit: 'visitor,to,source\nperson:a,state:ECU,list\n' })
  writePack(packs, 'two', { visit: 'visitor,to,source\nperson:b,state:ECU,list\n' })
  const options = { path: join(folder, 'ledger.db'), packs, now: '2024-01-01' }
  const program = `
    const { openLedger } = await import(${JSON.stringify(new URL('../../src/run/ledger.ts', import.meta.url).href)})
    await (await openLedger(${JSON.stringify(options)})).close()`
  const run = promisify(execFile)
  const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', program]
  const done = await Promise.all([1, 2, 3].map(() => run(process.execPath, args)))
  assert.deepEqual(done, Array(3).fill({ stdout: '', stderr: '' }))
  const ledger = await opened(t, options)
  const { facts } = await ledger.fetch([{ kind: 'visit' }])
  assert.equal(facts.length, 2)
  for (const { id } of facts) assert.equal((await ledger.history(id)).length, 1)
})

test('a ledger may be kept in memory, with or without packs', async (t) => {
  assert.equal((await (await opened(t, { path: ':memory:', packs: null })).summary()).facts, 0)
  assert.equal(existsSync(':memory:'), false)
  assert.ok((await (await opened(t, ':memory:')).summary()).facts > 0)
})

test('a folder where a file should be, and a file where a folder should be, are refused with what to do', async (t) => {
  const folder = scratch(t)
  writeFileSync(join(folder, 'file'), '')
  const refused: [string, string, RegExp][] = [
    [folder, 'incorrect', /is a folder: name a file in it/],
    [join(folder, 'file', 'ledger.db'), 'fault', /cannot be written.*CHANCERY_LEDGER/],
    ['/proc/a/b/ledger.db', 'fault', /cannot be written.*CHANCERY_LEDGER/],
    ['/dev/null', 'incorrect', /no ordinary file/],
    ['file:ledger.db', 'incorrect', /write the path alone/],
    ['', 'incorrect', /no ledger is named/],
  ]
  for (const [path, code, message] of refused)
    await assert.rejects(openLedger({ path, packs: null }), { code, message })
})

test('what is filed into a ledger whose file is gone is not acknowledged', async (t) => {
  const path = join(scratch(t), 'ledger.db')
  const ledger = await opened(t, { path, packs: null })
  const filed = () =>
    ledger.add({ document: { id: 'doc:1', text: 'words' } }, { recordedAt: '2024-01-01', by: 'a test' })
  await filed()
  rmSync(path)
  await assert.rejects(filed(), { code: 'fault', message: /removed or replaced/ })
})

test('a folder that may not be written is refused with what to do', async (t) => {
  if (process.getuid?.() === 0) return t.skip('the superuser may write everywhere')
  const folder = join(scratch(t), 'locked')
  mkdirSync(folder)
  chmodSync(folder, 0o500)
  await assert.rejects(openLedger({ path: join(folder, 'ledger.db'), packs: null }), {
    code: 'fault',
    message: /cannot be written/,
  })
})
