import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { Chancery, type ChanceryOptions, ProblemError } from '../../src/client/index.ts'
import { Pool } from '../../src/http/pool.ts'
import { listen } from '../../src/http/serve.ts'
import type { Services } from '../../src/http/services.ts'
import { openLedger } from '../../src/run/ledger.ts'
import { issueToken } from '../../src/run/token.ts'
import { example, ownLedger } from '../http/world.ts'

const TODAY = '2026-11-22'

/** A server on a port, with a client that notes which routes it asked. */
async function serving(t: TestContext, more: Partial<Services> = {}, options: Partial<ChanceryOptions> = {}) {
  const path = await ownLedger()
  const ledger = await openLedger({ path, packs: null })
  const now = () => new Date().toISOString()
  const { address, close } = await listen({ ledger, now, today: () => TODAY, by: 'ana', ...more }, 0)
  t.after(async () => {
    await close()
    await ledger.close()
  })
  const asked: string[] = []
  const noting: typeof fetch = (input, init) => {
    asked.push(`${init?.method ?? 'GET'} ${new URL(String(input)).pathname}`)
    return fetch(input, init)
  }
  return { ledger, path, address, asked, client: new Chancery({ url: address, fetch: noting, ...options }) }
}

const refused = async (work: Promise<unknown>): Promise<ProblemError> => {
  const error = await work.then(
    () => assert.fail('nothing was refused'),
    (reason: unknown) => reason,
  )
  assert.ok(error instanceof ProblemError, String(error))
  return error
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const out: T[] = []
  for await (const item of items) out.push(item)
  return out
}

const FOUND = {
  kind: 'visit',
  roles: { visitor: ['Barack Obama'], from: ['USA'], to: ['BTN'] },
  when: '2014-05-05',
  url: 'https://example.org/a',
  quote: 'He arrived in Thimphu.',
} as const

test('a journey: read, check, keep, decide, ask, look up', async (t) => {
  const { client, asked, address } = await serving(t)
  const article = example('havana')

  const { rows } = await client.read(article)
  assert.ok(rows.length > 20)
  for (const { start, end, quote } of rows) assert.equal(article.text.slice(start, end), quote)
  const checked = await client.check(article)
  assert.ok(checked.claims.some((claim) => claim.outcome === 'refuted'))

  const kept = await client.keep({ ...article, by: 'ben' })
  assert.ok(kept.added > 0 && kept.claims === rows.length)
  assert.equal((await client.keep({ ...article, by: 'ben' })).added, 0)
  const [filed] = await all(client.documents())
  assert.equal(filed?.id, kept.document)
  assert.equal((await client.document(kept.document)).document.text, article.text)
  const fact = await client.fact(kept.facts[0]!)
  assert.equal(fact.told.standing, 'reported')
  const { history } = await client.decide({ id: kept.facts[0]!, is: 'accept', because: 'seen', by: 'ben' })
  assert.deepEqual([history.at(-1)?.act, history.at(-1)?.by], ['accepted', 'ben'])
  const [latest] = await all(client.decisions())
  assert.ok(latest && latest.at >= kept.recordedAt)

  const claim = checked.claims[0]!
  const word = { article, claim: claim.id, is: 'accepted', by: 'ben' } as const
  assert.equal((await client.review(word)).claims.find(({ id }) => id === claim.id)?.review?.is, 'accepted')
  const late = await refused(client.review({ ...word, is: 'rejected', by: 'eve' }))
  assert.deepEqual([late.status, late.code], [409, 'conflict'])
  const other = late.problem.other as { id: string; by: string }
  assert.equal(other.by, 'ben')
  const back = await client.undoReview({ article, claim: claim.id, seen: other.id, by: 'ben' })
  assert.equal(back.claims.find(({ id }) => id === claim.id)?.review, undefined)

  const question = await client.ask('Which presidents of the United States have visited Cuba?', { today: TODAY })
  assert.ok(question.readings.length > 0)
  assert.ok((await client.questions()).length > 0)
  const link = question.readings[0]!.link
  assert.equal((await client.answer(link)).readings[0]!.link, link)

  assert.deepEqual((await client.dossier('Cuba', 'United States')).pair, ['state:CUB', 'state:USA'])
  assert.equal((await client.pair('CUB', 'USA')).pair[0].id, 'state:CUB')
  const joint = await client.jointRolls('CUB', 'USA', 2018)
  assert.ok(joint.length > 0)
  assert.equal((await client.roll(joint[0]!.roll)).id, joint[0]!.roll)
  assert.ok((await client.rolls('embargo')).rolls.length > 0)
  assert.ok((await client.sources()).sources.length > 5)

  assert.equal((await client.resolve('Burma', { class: 'state' }))[0]?.id, 'state:MMR')
  assert.equal((await client.entity('state:MMR')).codes?.iso3, 'MMR')
  assert.equal((await client.names({ q: 'Burma', holds: 'state' }))[0]?.id, 'state:MMR')
  assert.ok((await client.briefing({ a: 'USA', b: 'CUB', on: '2016-03-20' })).sections.length > 0)

  const watch = await client.watch({ text: 'Which presidents of the United States have visited Bhutan?', by: 'ben' })
  const found = await client.addFact(FOUND)
  assert.deepEqual([found.added, (await client.addFact(FOUND)).added], [true, false])
  assert.deepEqual((await client.runWatches())[0]?.entered, ['person:barack-obama'])
  assert.deepEqual(
    (await client.watches()).map(({ id }) => id),
    [watch.id],
  )
  await client.unwatch(watch.id)
  assert.deepEqual(await client.watches(), [])
  const whole = {
    kind: 'visit',
    roles: { to: 'state:BTN' },
    from: '2010-01-01',
    to: '2015-12-31',
    authority: 'a ministry',
  } as const
  assert.equal((await client.addCoverage(whole)).added, true)
  assert.ok(Array.isArray(await client.changes(kept.recordedAt)))

  const spec = await (await fetch(new URL('/api/openapi.json', address))).json()
  const routes = routesOf(spec as { paths: Record<string, object> })
  const missed = routes.filter((route) => !LEFT_OUT.has(route) && !asked.some((one) => fits(route, one)))
  assert.deepEqual(missed, [])
  assert.deepEqual(
    [...LEFT_OUT].filter((route) => !routes.includes(route)),
    [],
  )
})

/** Files to download, what is for the page, for other protocols, or for a second form of the same. */
const LEFT_OUT = new Set([
  'GET /api/examples',
  'GET /api/panel.zip',
  'POST /api/ask/data',
  'POST /api/briefing/file',
  'POST /api/export',
  'POST /api/open',
  'POST /api/same',
  'POST /api/same/undo',
  'POST /api/table',
])

const routesOf = ({ paths }: { paths: Record<string, object> }): string[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    path.startsWith('/api/') ? Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`) : [],
  )
const fits = (route: string, asked: string): boolean => {
  const [one, other] = [route.split(/[ /]/), asked.split(/[ /]/)]
  return one.length === other.length && one.every((part, i) => part.startsWith('{') || part === other[i])
}

test('a list that comes in parts is told to its end, and no further than it is asked for', async (t) => {
  const { client, asked } = await serving(t)
  const ids = (await all(client.entities())).map(({ id }) => id)
  assert.ok(ids.length > 1500, String(ids.length))
  assert.deepEqual(ids, [...new Set(ids)].sort())
  const parts = asked.length
  assert.ok(parts > 3, String(parts))
  for await (const { id } of client.entities()) {
    assert.equal(id, ids[0])
    break
  }
  assert.equal(asked.length, parts + 1)
})

test('refusals have their code, their place and what they tell besides', async (t) => {
  const { client } = await serving(t)
  const day = await refused(client.check({ text: 'A president visited.', date: '2016-02-30' }))
  assert.deepEqual([day.status, day.code, day.at], [400, 'incorrect', 'body.date'])
  assert.match(day.message, /YYYY-MM-DD/)
  const nobody = await refused(client.entity('person:nobody-at-all'))
  assert.deepEqual([nobody.status, nobody.code], [404, 'not-found'])
})

test('beyond this machine a token is sent, and what it does not allow is forbidden', async (t) => {
  const { ledger, address, client } = await serving(t, { beyond: { names: [] } })
  assert.equal((await refused(client.sources())).code, 'unauthorized')
  const { secret } = await issueToken(ledger.access, { name: 'ann', scope: 'read', expires: '90d' }, new Date())
  const own = new Chancery({ url: address, token: secret })
  assert.ok((await own.sources()).sources.length > 0)
  const denied = await refused(own.addFact(FOUND))
  assert.deepEqual([denied.code, denied.problem.scope], ['forbidden', 'review'])
})

test('what takes long tells how far it is, and comes out the same', async (t) => {
  const { path, ledger, client } = await serving(t)
  const pool = new Pool({ ledger: path, threads: 1, budget: 60_000, most: 8 })
  t.after(() => pool.close())
  const now = () => '2026-11-22T12:00:00.000Z'
  const { address, close } = await listen({ ledger, now, today: () => TODAY, by: 'ana', pool }, 0)
  t.after(close)
  const heard: string[] = []
  const long = new Chancery({ url: address })
  const told = await long.check(example('havana'), { onProgress: ({ is }) => heard.push(is) })
  assert.deepEqual(told, await client.check(example('havana')))
  assert.ok(heard.includes('begun'), heard.join())
  const empty = await refused(long.check({ text: ' ' }, { onProgress: () => {} }))
  assert.equal(empty.code, 'incorrect')
})
