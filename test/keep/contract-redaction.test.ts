import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { embeddedLedger } from '../../src/keep/embedded.ts'
import { embeddedTables } from '../../src/keep/embedded-tables.ts'
import type { Ledger } from '../../src/keep/port.ts'
import { postgresLedger } from '../../src/keep/postgres/ledger.ts'
import { servedTables } from '../../src/keep/postgres/tables.ts'
import { verifyTables } from '../../src/keep/verify.ts'
import { ChanceryError } from '../../src/model/error.ts'
import { freshSchema } from './server.ts'
import { holdsInEveryStore, on, scratch, source, told, visit, visitorsOf } from './stores.ts'

const SECRET = 'wordswordswords'
const ofArticle = (visitor: string) =>
  visit(visitor, 'ECU', '1950', { standing: 'reported', cite: { source: 'doc:1', doc: 'doc:1', quote: SECRET } })
const ARTICLE = { id: 'doc:1', text: `An article, ${SECRET}.`, title: SECRET }

async function filled(ledger: Ledger): Promise<string[]> {
  const plain = visit('a', 'ECU', '1950', { cite: { source: 'list', quote: SECRET } })
  const { facts } = await ledger.add(
    {
      facts: [plain, visit('b', 'ECU', '1951'), ofArticle('c'), ofArticle('d')],
      sources: [source('list'), source('doc:1', { title: SECRET })],
      document: ARTICLE,
    },
    on('2024-01-01'),
  )
  return facts
}
const why = { ...on('2024-02-01', 'ana'), note: 'redacted: asked to' }

holdsInEveryStore({
  'a fact that is redacted is given by no read of any day, and its history tells why': async (ledger) => {
    const [id] = await filled(ledger)
    assert.deepEqual(await ledger.redact(id!, why), [id])
    assert.equal(await visitorsOf(ledger), 'b c d')
    assert.equal(await visitorsOf(ledger, {}, '2024-01-15'), 'b c d')
    assert.equal(await visitorsOf(ledger, { roles: { visitor: ['person:a'] } }, '2024-01-15'), '')
    assert.equal(await ledger.fact(id!), undefined)
    const history = await ledger.history(id!)
    assert.deepEqual(
      history.map(({ at, by, act, note }) => [at.slice(0, 10), by, act, note]),
      [
        ['2024-01-01', 'desk', 'recorded', undefined],
        ['2024-02-01', 'ana', 'retracted', 'redacted: asked to'],
        ['2024-02-01', 'ana', 'redacted', 'redacted: asked to'],
      ],
    )
    assert.equal((await ledger.summary()).facts, 3)
  },

  'to redact it again changes nothing, and telling it again files nothing': async (ledger) => {
    const [id] = await filled(ledger)
    await ledger.redact(id!, why)
    assert.deepEqual(await ledger.redact(id!, why), [])
    const again = await filled(ledger)
    assert.equal(again[0], id)
    assert.equal(await visitorsOf(ledger), 'b c d')
    const plain = visit('a', 'ECU', '1950', { cite: { source: 'list', quote: SECRET } })
    const done = await ledger.replace({ facts: [plain] }, on('2024-03-01', 'pack'), { content: '1', stamp: '' })
    assert.equal(done.added, 0)
    assert.equal(await visitorsOf(ledger), 'b c d')
    assert.equal((await ledger.summary()).facts, 3)
  },

  'an article goes with all that it tells and what was said of it; other facts stay': async (ledger) => {
    const facts = await filled(ledger)
    const gone = await ledger.redact('doc:1', why)
    assert.equal(gone.length, 4)
    assert.equal(await visitorsOf(ledger), 'a b')
    assert.equal(await ledger.document('doc:1'), undefined)
    assert.deepEqual(await ledger.documents(), [])
    assert.equal(await ledger.fact(facts[2]!), undefined)
    assert.ok((await ledger.history('doc:1')).some((entry) => entry.act === 'redacted'))
    const { sources } = await ledger.fetch([{ kind: 'visit' }])
    assert.doesNotMatch(JSON.stringify(sources), new RegExp(SECRET))
    assert.deepEqual(await ledger.redact('doc:1', why), [])
  },

  'one that was withdrawn or decided before can be redacted too': async (ledger) => {
    const facts = await filled(ledger)
    await ledger.retract(facts[0]!, on('2024-01-10'))
    await ledger.decide(facts[2]!, 'accept', on('2024-01-11'))
    await ledger.redact(facts[0]!, why)
    await ledger.redact(facts[2]!, why)
    assert.equal(await visitorsOf(ledger, {}, '2024-01-05'), 'b d')
    assert.equal(await visitorsOf(ledger), 'b d')
  },

  'what is not there, or is no fact or article, is refused': async (ledger) => {
    await filled(ledger)
    for (const id of ['fact:0', 'doc:2', 'person:a', 'list'])
      await assert.rejects(ledger.redact(id, why), ChanceryError, id)
    const votes: [string, string][] = [['seat:ECU', 'yes']]
    await ledger.add(
      { ballots: [{ roll: 'roll:A-1', when: '1950', source: 'list', locator: '1', votes }] },
      on('2024-01-02'),
    )
    const vote = (await ledger.fetch([{ kind: 'vote', roles: { roll: ['roll:A-1'] } }])).facts[0]!
    await assert.rejects(ledger.redact(vote.id, why), ChanceryError)
  },
})

test('a redacted ledger is whole: its chain holds, and its words are on the disk no more', async (t) => {
  const path = join(scratch(t), 'ledger.db')
  const ledger = embeddedLedger(path)
  const facts = await filled(ledger)
  await ledger.add({ facts: [told('visit', { visitor: 'person:e', to: 'state:PER' }, '1952')] }, on('2024-01-03'))
  assert.ok(readFileSync(path).includes(SECRET) || readFileSync(`${path}-wal`).includes(SECRET))
  await ledger.redact(facts[0]!, why)
  await ledger.redact('doc:1', why)
  await ledger.close()
  assert.ok(!readFileSync(path).includes(SECRET))
  const tables = embeddedTables(path, 'read')
  const { damages } = await verifyTables(tables)
  await tables.close()
  assert.deepEqual(damages, [])
})

test('a tombstone that no entry tells of is found', async (t) => {
  const { DatabaseSync } = await import('node:sqlite')
  const path = join(scratch(t), 'ledger.db')
  const ledger = embeddedLedger(path)
  const facts = await filled(ledger)
  await ledger.redact(facts[0]!, why)
  await ledger.close()
  const db = new DatabaseSync(path)
  db.exec(`UPDATE record SET sort = 'redacted', body = '{"redacted":true}' WHERE id = '${facts[1]}'`)
  db.close()
  const tables = embeddedTables(path, 'read')
  const { damages } = await verifyTables(tables)
  await tables.close()
  assert.ok(
    damages.some((d) => d.at === facts[1] && /no entry/.test(d.what)),
    JSON.stringify(damages),
  )
})

test('on a server too', async (t) => {
  const url = freshSchema()
  if (!url) return t.skip('no PostgreSQL is installed')
  const ledger = await postgresLedger(url)
  const facts = await filled(ledger)
  await ledger.redact(facts[0]!, why)
  await ledger.redact('doc:1', why)
  await ledger.close()
  const tables = await servedTables(url, 'read')
  const { damages } = await verifyTables(tables)
  await tables.close()
  assert.deepEqual(damages, [])
})
