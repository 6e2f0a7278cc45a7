import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { Document, Packer, Paragraph } from 'docx'
import { type ArticleInput, Chancery, type ChanceryOptions, ProblemError } from '../../src/client/index.ts'
import { Pool } from '../../src/http/pool.ts'
import { listen } from '../../src/http/serve.ts'
import type { Services } from '../../src/http/services.ts'
import { decodeLink } from '../../src/run/ask-link.ts'
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

  const data = decodeLink(link)
  assert.equal((await client.answerData(data)).readings[0]!.link, link)
  const me = await client.me()
  assert.deepEqual(me, { scope: 'admin', page: false })

  await files(client, article)
  await tables(client)
  await sameEvent(client)

  const spec = await (await fetch(new URL('/api/openapi.json', address))).json()
  const routes = routesOf(spec as { paths: Record<string, object> })
  assert.ok(routes.length >= 40, String(routes.length))
  const missed = routes.filter((route) => !asked.some((one) => fits(route, one)))
  assert.deepEqual(missed, [], 'routes for which the client has no method')
})

/** Articles of files, reports, briefings, panels. */
async function files(client: Chancery, article: ArticleInput): Promise<void> {
  const opened = await client.open('a.html', new TextEncoder().encode(PAGE))
  assert.deepEqual([opened.title, opened.text], ['Obama in Havana', 'Barack Obama visited Cuba in March 2016.'])
  const report = await client.export({ article, as: 'markdown', by: 'ben' })
  assert.match(report.content, /no president of the United States had ever visited Cuba/)
  assert.deepEqual([report.type, report.name.endsWith('.md')], ['text/markdown', true])
  assert.ok((await client.examples()).some(({ text }) => text === article.text))
  const paper = await client.briefingFile({ a: 'USA', b: 'CUB', on: '2016-03-20', format: 'md' })
  assert.deepEqual([paper.name, paper.type], ['briefing-USA-CUB-2016-03-20.md', 'text/markdown; charset=utf-8'])
  assert.match(new TextDecoder().decode(paper.bytes), /Points to check/)
  const panel = await client.panel({ states: 'USA,CUB', from: 2015, to: 2016 })
  assert.deepEqual(
    [panel.name, panel.type, [...panel.bytes.subarray(0, 2)]],
    ['panel.zip', 'application/zip', [80, 75]],
  )
}

async function tables(client: Chancery): Promise<void> {
  const table = { text: 'visitor,to,when\nBarack Obama,Nauru,2015-02-03\n', file: 'own.csv', authority: 'the desk' }
  const looked = await client.readTable(table)
  assert.deepEqual([looked.rows, looked.filedIn, looked.mapping.length], [1, undefined, 3])
  assert.equal((await client.fileTable(table)).filedIn.added, 1)
  assert.equal((await client.fileTable(table)).filedIn.added, 0)
}

async function sameEvent(client: Chancery): Promise<void> {
  const told = 'John Kerry visited Cuba on 5 September 2014.'
  const diary = {
    ...FOUND,
    roles: { visitor: ['John Kerry'], to: ['Cuba'] },
    when: '2014-09-07',
    quote: 'Kerry in Havana',
  }
  await client.addFact(diary)
  const kerry = { text: told, date: '2016-03-30' }
  const [pair] = (await client.check(kerry)).claims[0]!.pairs
  const same = { article: kerry, pair: [pair!.a.fact, pair!.b.fact], is: 'same', by: 'ben' } as const
  const judged = (await client.same(same)).view.claims[0]!.pairs[0]!
  assert.deepEqual([judged.is, judged.judged?.by], ['same', 'ben'])
  const undone = await client.undoSame({ article: kerry, seen: judged.judged!.id, by: 'ben' })
  assert.equal(undone.view.claims[0]!.pairs[0]!.is, 'open')
}

/** A house's own DOCX, with a placeholder that is none. */
const template = async () =>
  new Uint8Array(
    await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('{{title}} {{nonsense}}')] }] })),
  )

const PAGE = `<!doctype html><title>Obama in Havana</title><article><h1>Obama in Havana</h1>
<p>Barack Obama visited Cuba in March 2016.</p></article>`

/** Of the described routes those of Chancery itself: `/reconcile` is a protocol that has clients of its own. */
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
  const paper = { a: 'USA', b: 'CUB', on: '2016-03-20', format: 'docx', template: await template() } as const
  const file = await long.briefingFile(paper, { onProgress: ({ is }) => heard.push(is) })
  assert.deepEqual(file, await client.briefingFile(paper))
  assert.match(file.said ?? '', /nonsense/)
  const empty = await refused(long.check({ text: ' ' }, { onProgress: () => {} }))
  assert.equal(empty.code, 'incorrect')
})
