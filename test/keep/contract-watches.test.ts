import assert from 'node:assert/strict'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { embeddedLedger } from '../../src/keep/embedded.ts'
import type { Watch } from '../../src/keep/watches.ts'
import { closing, holdsInEveryStore, scratch } from './stores.ts'

const T = '2026-11-22T10:00:00.000Z'
const watch = (id: string, more: Partial<Watch> = {}): Watch => ({
  ...{
    id: `watch:${id}`,
    form: 'question',
    text: 'Which states …?',
    created: T,
    by: 'Ana',
    last: { at: T, state: '{}' },
  },
  ...more,
})

holdsInEveryStore({
  'a watch is kept as it was made, and listed in order of making': async ({ watches }) => {
    const later = watch('a', { created: '2026-11-23T10:00:00.000Z', text: 'Ťažko 😀 \u0000', date: '2020-01-01' })
    await watches.put(later)
    await watches.put(watch('b'))
    assert.deepEqual(await watches.list(), [watch('b'), later])
  },
  'a watch takes the place of one with its id': async ({ watches }) => {
    await watches.put(watch('a'))
    const run = watch('a', { last: { at: '2026-11-24T10:00:00.000Z', state: '{"outcome":"refuted"}' } })
    await watches.put(run)
    assert.deepEqual(await watches.list(), [run])
  },
  'a watch is ended once': async ({ watches }) => {
    await watches.put(watch('a'))
    assert.deepEqual([await watches.remove('watch:a'), await watches.remove('watch:a')], [true, false])
    assert.deepEqual(await watches.list(), [])
  },
})

test('a ledger of the version before has watches when it is opened', async (t) => {
  const path = join(scratch(t), 'ledger.db')
  await embeddedLedger(path).close()
  const db = new DatabaseSync(path)
  db.exec('DROP TABLE watch; PRAGMA user_version = 4')
  db.close()
  const ledger = closing(t, embeddedLedger(path))
  await ledger.watches.put(watch('a'))
  assert.equal((await ledger.watches.list()).length, 1)
})
