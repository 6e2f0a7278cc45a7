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
import type { Claim } from '../../src/model/claim.ts'
import { ChanceryError } from '../../src/model/error.ts'
import type { NewFact } from '../../src/model/fact.ts'
import { tellingKey } from '../../src/model/telling.ts'
import { freshSchema } from './server.ts'
import { covers, holdsInEveryStore, on, scratch, source, told, visit, visitorsOf } from './stores.ts'

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
/** A person told by a list and a diary, voting, named, judged, reviewed and covered; and others whose names begin alike. */
async function withPerson(ledger: Ledger, slug: string): Promise<string[]> {
  const id = `person:${slug}`
  const own = visit(slug, 'ECU', '1950-03-01')
  const diary = visit(slug, 'ECU', '1950-03-03', { cite: { source: 'diary' } })
  const other = visit('other', 'ECU', '1951')
  const others = [other, visit('zoe-zimmermann', 'ECU', '1952')]
  const word = (by: string, a: NewFact, b: NewFact) => ({
    ...{ is: 'same' as const, kind: 'visit' as const, because: 'one trip', by },
    tellings: [tellingKey(a), tellingKey(b)].toSorted() as [string, string],
  })
  const claim: Claim = {
    ...{ id: 'claim:1', kind: 'visit', is: 'so', modality: 'happened', voice: 'article', rules: [] },
    ...{ span: { start: 0, end: 2 }, quote: 'An', roles: { visitor: { is: 'entity', id, label: 'She' } } },
  } as never
  const { facts } = await ledger.add(
    {
      facts: [
        ...[own, diary, ...others],
        told('vote', { voter: id, roll: 'roll:X', choice: 'yes' }, '1950'),
        told('office', { person: id, office: 'office:president/ECU', state: 'state:ECU', step: 'serving' }, '1950'),
      ],
      names: [
        { id, label: 'Zoe Zimmer', aliases: ['Z. Zimmer'] },
        { id: 'person:zoe-zimmermann', label: 'Zoe Zimmermann', aliases: [] },
      ],
      judgements: [word('ana', own, diary), word('bob', other, others[1]!)],
      coverage: [covers('visit', { visitor: id })],
      reviews: [{ document: 'doc:1', claim: 'claim:1', is: 'accepted', read: claim, by: 'ana' }],
    },
    on('2024-01-05'),
  )
  return facts
}
const GOING = ['coverage', 'fact', 'fact', 'fact', 'fact', 'judgement', 'name', 'review']

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

  'a person goes with every fact, name, word, review and statement that has the id; whose id only begins alike stays':
    async (ledger) => {
      const secret = 'zoe-zimmer'
      const facts = await withPerson(ledger, secret)
      const gone = await ledger.redact(`person:${secret}`, why)
      assert.deepEqual(gone.map((id) => id.slice(0, id.indexOf(':'))).sort(), GOING)
      assert.equal(await visitorsOf(ledger), 'other zoe-zimmermann')
      assert.deepEqual(
        (await ledger.allNames()).map((n) => n.id),
        ['person:zoe-zimmermann'],
      )
      assert.deepEqual(await ledger.lookupNames(['Zoe Zimmer', 'zimmer']), [])
      assert.deepEqual(await ledger.reviews('doc:1'), [])
      const left = await ledger.fetch([{ kind: 'visit' }, { kind: 'vote' }, { kind: 'office' }])
      assert.ok(!JSON.stringify([left, await ledger.documents()]).includes(`${secret}"`))
      assert.deepEqual([left.judgements?.map((j) => j.by), left.coverage], [['bob'], []])
      assert.ok((await ledger.history(facts[0]!)).some((e) => e.act === 'redacted'))
      // Told again, as a pull tells it, nothing of it is filed.
      await withPerson(ledger, secret)
      assert.equal(await visitorsOf(ledger), 'other zoe-zimmermann')
      await assert.rejects(ledger.redact('person:nobody', why), { code: 'not-found' })
      assert.deepEqual(await ledger.redact(`person:${secret}`, why), [], 'redacted already')
    },

  'of a person who was redacted nothing is filed again, whatever is told: by a pull, a table, an article, a review':
    async (ledger) => {
      await withPerson(ledger, 'zoe-zimmer')
      await ledger.redact('person:zoe-zimmer', why)
      const id = 'person:zoe-zimmer'
      const news = (to: string, cite: NewFact['cite']) => visit('zoe-zimmer', to, '1977-07-07', { cite })
      const stranger = visit('zoe-zimmermann', 'CHL', '1977-07-07')
      const pulled = await ledger.replace(
        {
          facts: [news('PER', { source: 'list', locator: 'row 9' }), stranger],
          names: [{ id, label: 'Zoe Zimmer', aliases: ['Zoë Zimmer'] }],
          coverage: [covers('visit', { visitor: id, to: 'state:PER' })],
        },
        on('2024-03-01', 'pull/list'),
        { content: '9', stamp: '' },
      )
      assert.equal(pulled.added, 1)
      const table = on('2024-03-02', 'import/own')
      await ledger.replace({ facts: [news('BOL', { source: 'import:own' })] }, table, { content: '1', stamp: '' })
      const article = { source: 'doc:2', doc: 'doc:2' }
      const word = {
        ...{ is: 'not-same' as const, kind: 'visit' as const, because: 'x', by: 'eve' },
        tellings: [tellingKey(news('BOL', article)), tellingKey(stranger)].toSorted() as [string, string],
      }
      const meeting = told('meeting', { party: [id, 'person:bob'] }, '1980', { cite: article })
      const filed = await ledger.add({ facts: [news('BOL', article), meeting], judgements: [word] }, on('2024-03-03'))
      assert.deepEqual([filed.added, filed.ids], [0, []])
      assert.equal(await visitorsOf(ledger), 'other zoe-zimmermann zoe-zimmermann')
      const all = await ledger.fetch([{ kind: 'visit' }, { kind: 'meeting' }])
      assert.ok(!/zoe-zimmer(?!mann)/.test(JSON.stringify([all, await ledger.allNames()])))
      assert.deepEqual(await ledger.lookupNames(['Zoë']), [])
      // What was told of others before is withdrawn as ever when it is told no longer.
      await ledger.replace({ facts: [] }, on('2024-03-04', 'pull/list'), { content: '10', stamp: '' })
      assert.equal(await visitorsOf(ledger), 'other zoe-zimmermann')
    },

  'a word on a telling goes with the fact or article that it is about': async (ledger) => {
    const facts = await withPerson(ledger, 'a')
    const words = async () => ((await ledger.fetch([{ kind: 'visit' }])).judgements ?? []).map((j) => j.by)
    assert.deepEqual(await words(), ['ana', 'bob'])
    await ledger.redact(facts[1]!, why)
    assert.deepEqual(await words(), ['bob'])
  },

  'what is not there, or is no fact or article, is refused': async (ledger) => {
    await filled(ledger)
    for (const id of ['fact:0', 'doc:2', 'person:nobody', 'list'])
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

test('of a person who is redacted no name and no id is left on the disk, and the chain holds', async (t) => {
  const path = join(scratch(t), 'ledger.db')
  const ledger = embeddedLedger(path)
  await withPerson(ledger, 'zoe-zimmer')
  await ledger.redact('person:zoe-zimmer', why)
  await ledger.close()
  const bytes = readFileSync(path).toString('latin1')
  assert.ok(!/zoe-zimmer(?!mann)|Zoe Zimmer(?!mann)/.test(bytes))
  const tables = embeddedTables(path, 'read')
  const { damages } = await verifyTables(tables)
  await tables.close()
  assert.deepEqual(damages, [])
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
  await withPerson(ledger, 'zoe-zimmer')
  await ledger.redact('person:zoe-zimmer', why)
  await ledger.close()
  const tables = await servedTables(url, 'read')
  const { damages } = await verifyTables(tables)
  await tables.close()
  assert.deepEqual(damages, [])
})
