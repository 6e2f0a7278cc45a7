import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type TestContext, test } from 'node:test'
import { embeddedLedger } from '../../src/keep/embedded.ts'
import { closing, on, scratch, visit } from './stores.ts'

const WRITER = join(import.meta.dirname, 'writer-process.ts')
const writer = (path: string, from: number, to: number) =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', WRITER, path, `${from}`, `${to}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })

const finished = async (child: ReturnType<typeof writer>): Promise<number> => {
  child.stdout.resume()
  return (await once(child, 'close'))[0]
}

test('processes that open and write one new file at once lose nothing', async (t) => {
  const path = join(scratch(t), 'ledger.db')
  const children = [0, 1, 2].map((i) => writer(path, i * 20, i * 20 + 30))
  const codes = await Promise.all(children.map(finished))
  assert.deepEqual(codes, [0, 0, 0])
  const ledger = closing(t, embeddedLedger(path))
  assert.equal((await ledger.summary()).facts, 70)
  assert.equal((await ledger.fetch([{ kind: 'visit', roles: { to: ['state:ECU'] } }])).facts.length, 70)
})

test('what a killed process had acknowledged is kept, and the file opens', async (t) => {
  const path = join(scratch(t), 'ledger.db')
  const child = writer(path, 0, 100_000)
  let printed = ''
  child.stdout.on('data', (chunk) => {
    printed += chunk
    if (printed.split('\n').length > 20) child.kill('SIGKILL')
  })
  await once(child, 'close')
  const acknowledged = printed.split('\n').slice(0, -1)
  const ledger = closing(t, embeddedLedger(path))
  const { facts } = await ledger.fetch([{ kind: 'visit' }])
  const kept = new Set(facts.map((f) => f.roles.visitor))
  assert.deepEqual(
    acknowledged.filter((i) => !kept.has(`person:v${i}`)),
    [],
  )
  assert.equal((await ledger.summary()).facts, facts.length)
})

const database = (path: string, sql: string) => {
  const db = new DatabaseSync(path)
  db.exec(sql)
  db.close()
}

const REFUSED: Record<string, { make: (path: string) => void; code: string; says: RegExp }> = {
  'a text file': {
    make: (path) => writeFileSync(path, 'This is no database, it is a letter of some length.\n'.repeat(100)),
    code: 'incorrect',
    says: /is no ledger.*name another file/,
  },
  'a database of something else': {
    make: (path) => database(path, 'CREATE TABLE recipes (name TEXT)'),
    code: 'incorrect',
    says: /is a database but no ledger/,
  },
  'a ledger of a later format': {
    make: (path) =>
      database(path, `PRAGMA application_id = ${0x43484359}; PRAGMA user_version = 99; CREATE TABLE x (y)`),
    code: 'unsupported',
    says: /format 99.*update Chancery/,
  },
  'a folder': { make: (path) => mkdirSync(path), code: 'fault', says: /cannot be opened.*check the folder/ },
}

for (const [what, { make, code, says }] of Object.entries(REFUSED))
  test(`${what} is refused with what to do, and left as it was`, (t) => {
    const path = join(scratch(t), 'file')
    make(path)
    const refusal = { name: 'ChanceryError', code, at: path, message: says }
    assert.throws(() => embeddedLedger(path), refusal)
    assert.throws(() => embeddedLedger(path), refusal)
  })

test('a file in a folder that is not there cannot be opened', (t) => {
  assert.throws(() => embeddedLedger(join(scratch(t), 'none', 'ledger.db')), { code: 'fault' })
})

test('an entry that fails leaves nothing behind', async (t) => {
  const ledger = closing(t, embeddedLedger(join(scratch(t), 'ledger.db')))
  const broken = { ...visit('b', 'ECU'), kind: null } as never
  await assert.rejects(ledger.add({ facts: [visit('a', 'ECU'), broken] }, on('2024-01-01')), { name: 'ChanceryError' })
  const { facts, lastRecorded } = await ledger.summary()
  assert.deepEqual({ facts, lastRecorded }, { facts: 0, lastRecorded: undefined })
  assert.equal((await ledger.add({ facts: [visit('a', 'ECU')] }, on('2024-01-01'))).added, 1)
})

const reopened = async (t: TestContext) => {
  const path = join(scratch(t), 'ledger.db')
  const first = embeddedLedger(path)
  const { ids } = await first.add({ facts: [visit('a', 'ECU')] }, on('2024-01-01'))
  await first.decide(ids[0]!, 'reject', on('2024-01-02'))
  await first.close()
  return { ledger: closing(t, embeddedLedger(path)), id: ids[0]! }
}

test('a ledger that is closed and opened again is the same', async (t) => {
  const { ledger, id } = await reopened(t)
  assert.deepEqual((await ledger.fetch([{ kind: 'visit' }])).facts, [])
  assert.equal((await ledger.fetch([{ kind: 'visit' }], { knownOn: '2024-01-01' })).facts.length, 1)
  assert.equal((await ledger.history(id)).length, 2)
})

test('closing twice is no error; a closed ledger says so', async (t) => {
  const { ledger } = await reopened(t)
  await ledger.close()
  await ledger.close()
  await assert.rejects(ledger.summary(), { name: 'ChanceryError', code: 'fault' })
})
