import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { jetstream } from '@nats-io/jetstream'
import { documentOf } from '../../src/run/document.ts'
import { fileDocuments } from '../../src/run/file.ts'
import { holdersOf } from '../../src/run/holders.ts'
import { openLedger, tablesAt } from '../../src/run/ledger.ts'
import { readDocument } from '../../src/run/read.ts'
import { verifyLedger } from '../../src/run/verify.ts'
import { scratch } from '../keep/stores.ts'
import { again, type Cluster, cluster, lacking } from './nats-server.ts'
import { articleOf, harried, worker } from './work-articles.ts'

/** `CHANCERY_WORK_ARTICLES` makes a longer or shorter run. */
const ARTICLES = Number(process.env.CHANCERY_WORK_ARTICLES ?? 20_000)
const [WORKERS, KILLS] = [3, 10]

test(`${ARTICLES} articles of a stream on three servers, one of them killed; ${WORKERS} workers, each killed ${KILLS} times: each is kept once`, async (t) => {
  const missing = lacking()
  if (missing) return t.skip(missing)
  const nats = await cluster(3)
  t.after(() => nats.close())
  const stream = 'NEWS'
  await again(() => nats.manager.streams.add({ name: stream, subjects: ['news.*'], num_replicas: 3 }))
  await publish(
    nats,
    Array.from({ length: ARTICLES }, (_, n) => articleOf(n)),
  )
  const ledger = join(scratch(t), 'ledger.db')
  await (await openLedger({ path: ledger })).close()

  let [done, downed] = [0, false]
  const count = async (): Promise<number> => {
    const info = await nats.manager.consumers.info(stream, 'chancery').catch(() => undefined)
    if (info) done = ARTICLES - info.num_pending - info.num_ack_pending
    if (!downed && done > ARTICLES * 0.4) {
      downed = true
      nats.kill(0)
    }
    return done
  }
  const args = ['--from', nats.address(stream), '--ledger', ledger, '--drain', '--lease', '10']
  const killed = await harried(() => worker(...args), { workers: WORKERS, kills: KILLS, all: ARTICLES, count })
  assert.deepEqual([killed, downed], [WORKERS * KILLS, true])
  await keptOnce(ledger)
})

/** Every article is in the ledger once, was filed once, and tells what it tells when it is read alone. */
async function keptOnce(path: string): Promise<void> {
  const ledger = await openLedger({ path })
  const docs = await ledger.documents()
  const wanted = new Set(Array.from({ length: ARTICLES }, (_, n) => documentOf(articleOf(n)).id))
  assert.equal(docs.length, ARTICLES)
  assert.deepEqual(
    docs.filter(({ id }) => !wanted.has(id)),
    [],
  )
  const { reported } = await ledger.summary()
  const tables = await tablesAt(path, 'read')
  const filings = new Map<unknown, number>()
  for await (const rows of tables.rows('filing'))
    for (const [record, by] of rows) if (by === 'chancery work') filings.set(record, (filings.get(record) ?? 0) + 1)
  await tables.close()
  assert.ok(filings.size > ARTICLES)
  assert.deepEqual(
    [...filings].filter(([, n]) => n > 1),
    [],
    'nothing is filed twice',
  )
  const calm = await openLedger({ path: ':memory:' })
  const holders = await holdersOf(calm)
  const read = docs.map((doc) => ({ doc, claims: [] as ReturnType<typeof readDocument>['claims'] }))
  let facts = 0
  for (let i = 0; i < read.length; i += Math.ceil(read.length / 200)) {
    const one = read[i]!
    const { claims } = readDocument(one.doc, holders)
    const { ids } = await fileDocuments(calm, [{ doc: one.doc, claims }], {
      recordedAt: '2026-01-01',
      by: 'chancery work',
    })
    facts += ids.length
    for (const id of ids) assert.ok(await ledger.fact(id), `${one.doc.id} tells ${id}`)
  }
  assert.ok(facts > 0 && reported >= facts)
  await calm.close()
  await ledger.close()
  assert.deepEqual((await verifyLedger(path)).damages, [])
}

async function publish({ connection }: Cluster, articles: readonly string[]): Promise<void> {
  const js = jetstream(connection)
  for (let i = 0; i < articles.length; i += 500)
    await Promise.all(
      articles
        .slice(i, i + 500)
        .map((text, k) =>
          again(() =>
            js.publish(`news.${k % 7}`, JSON.stringify({ text, date: '2024-03-01' }), { msgID: `a${i + k}` }),
          ),
        ),
    )
}
