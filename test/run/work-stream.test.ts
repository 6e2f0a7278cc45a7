import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { jetstream } from '@nats-io/jetstream'
import type { ChanceryError } from '../../src/model/error.ts'
import { addressOf, articleStream } from '../../src/net/nats.ts'
import { documentOf } from '../../src/run/document.ts'
import { fileDocuments } from '../../src/run/file.ts'
import { holdersOf } from '../../src/run/holders.ts'
import { openLedger, tablesAt } from '../../src/run/ledger.ts'
import { readDocument } from '../../src/run/read.ts'
import { verifyLedger } from '../../src/run/verify.ts'
import { work } from '../../src/run/workers/run.ts'
import { streamFeed } from '../../src/run/workers/stream.ts'
import { Tally } from '../../src/run/workers/tally.ts'
import type { Result, Sink } from '../../src/run/workers/types.ts'
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

test('what cannot be read is a dead letter with its reason, once, and retry sends it again; forms are told apart', async (t) => {
  const missing = lacking()
  if (missing) return t.skip(missing)
  const nats = await cluster(1)
  t.after(() => nats.close())
  await again(() => nats.manager.streams.add({ name: 'NEWS', subjects: ['news.*'] }))
  const js = jetstream(nats.connection)
  const page = `<!doctype html><html><head><title>A visit</title></head><body><article><h1>A visit</h1><p>${articleOf(1)}</p><p>${articleOf(2)}</p></article></body></html>`
  const sent = [
    articleOf(3),
    JSON.stringify({ text: articleOf(4), title: 'Four' }),
    page,
    '   ',
    '{"text": ""}',
    '{"text":"x","date":"2024-02-31"}',
    articleOf(3),
  ]
  for (const text of sent) await js.publish('news.a', text)

  const [controller, read] = [new AbortController(), [] as string[]]
  const kept = new Map<string, Result>()
  const sink: Sink = {
    has: async (id) => kept.has(id),
    keep: async (results) => {
      for (const one of results) kept.set(one.doc.id, one)
      return results.length
    },
    close: async () => {},
  }
  const open = () => articleStream(nats.address('NEWS'), { name: 'w', lease: 5000 })
  const go = async () => {
    const feed = streamFeed(await open(), { drain: true, stop: controller.signal })
    const tally = new Tally()
    const reading = ({ id }: { id: string }) => {
      read.push(id)
      return { claims: [], unread: [] }
    }
    await work(feed, sink, { read: reading, tally, stop: controller.signal })
    await feed.close()
    return [tally.kept, tally.known, tally.dead]
  }
  assert.deepEqual(await go(), [3, 1, 3])
  assert.equal(read.length, 3)
  const titles = [...kept.values()].map(({ doc }) => doc.title ?? '')
  assert.deepEqual(titles.sort(), ['', 'A visit', 'Four'])
  const letters = async () => (await nats.manager.streams.info('NEWS_DEAD')).state.messages
  assert.equal(await letters(), 3)
  const letter = await nats.manager.streams.getMessage('NEWS_DEAD', { last_by_subj: 'NEWS_DEAD.6' })
  assert.match(letter!.header.get('Chancery-Reason'), /"2024-02-31" is no day/)
  assert.equal(letter!.header.get('Chancery-Subject'), 'news.a')
  assert.equal(letter!.string(), sent[5])

  const stream = await open()
  assert.equal(await stream.retry(), 3)
  assert.equal(await letters(), 0)
  await stream.close()
  assert.deepEqual(await go(), [0, 0, 3], 'only what failed is tried, and fails again')
  assert.equal(await letters(), 3)
})

test('a stream is named by an address, and what is none or not there is refused', async (t) => {
  for (const wrong of ['nats://host', 'nats:///NEWS', 'nats://host:1/NE.WS', 'nats://a b/NEWS', 'http://host/NEWS'])
    assert.throws(() => addressOf(wrong), { code: 'incorrect' }, wrong)
  assert.deepEqual(addressOf('nats://me:a%40b@h:4222,i/NEWS'), {
    ...{ servers: ['h:4222', 'i'], stream: 'NEWS', user: 'me', pass: 'a@b', tls: false },
  })
  const away = articleStream('nats://127.0.0.1:9/NEWS', { name: 'w', lease: 1000 })
  await assert.rejects(away, (error: ChanceryError) => error.code === 'fault' && /does not answer/.test(error.message))
  const missing = lacking()
  if (missing) return t.skip(missing)
  const nats = await cluster(1)
  t.after(() => nats.close())
  await assert.rejects(articleStream(nats.address('NEWS'), { name: 'w', lease: 1000 }), { code: 'not-found' })
})
