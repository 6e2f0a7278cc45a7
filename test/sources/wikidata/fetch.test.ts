import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fetchAnswers, type Reply, type Send } from '../../../src/sources/wikidata/fetch.ts'
import type { Query } from '../../../src/sources/wikidata/queries.ts'
import { answer, row, statement } from './rows.ts'

const JSON_TYPE = { 'content-type': 'application/sparql-results+json;charset=utf-8' }
const ok = (body: string, headers: Reply['headers'] = JSON_TYPE): Reply => ({ status: 200, headers, body })
const whole = answer(['relation'], [row('relation', statement('Q1'))])
const status = (code: number, headers: Reply['headers'] = {}, body = '<html>busy</html>'): Reply => ({
  status: code,
  headers,
  body,
})
const moved = (location: string): Reply => status(302, { location }, '')
const TRACE = ok(
  `${whole.slice(0, 60)}SPARQL-QUERY: queryStr=SELECT\njava.util.concurrent.TimeoutException\n\tat java.util`,
)
const CUT = ok(whole.slice(0, 80))

const QUERY: Query = {
  topic: 'relation',
  key: 'relation',
  text: (limit, after) => `limit ${limit} after ${after ?? 'nothing'}`,
}
const asked = (url: string): string => new URL(url).searchParams.get('query') ?? ''

/** Sends recorded replies in turn, the last for ever; keeps what was asked and how long was waited. */
async function fetching(replies: readonly (Reply | 'dead' | 'no network')[], queries: readonly Query[] = [QUERY]) {
  const questions: string[] = []
  const waits: number[] = []
  const send: Send = async (url) => {
    const reply = replies[Math.min(questions.length, replies.length - 1)]!
    questions.push(asked(url) || url)
    if (reply === 'dead') throw new Error('the socket is closed')
    if (reply === 'no network') throw new Error('no answer came (getaddrinfo ENOTFOUND query.wikidata.org)')
    return reply
  }
  const now = () => Date.parse('2026-11-20T09:00:00Z')
  const done = fetchAnswers(queries, { send, now, wait: async (seconds) => void waits.push(seconds) })
  return { result: await done.catch((error: Error) => error), questions, waits }
}

describe('a page', () => {
  const TABLE: [string, (Reply | 'dead' | 'no network')[], number[] | RegExp][] = [
    ['at once', [ok(whole)], []],
    ['as plain JSON', [ok(whole, { 'content-type': 'application/json' })], []],
    ['that is empty, and said to be', [ok(answer(['relation'], []))], []],
    ['after a wait in seconds', [status(429, { 'retry-after': '7' }), ok(whole)], [7]],
    ['after a wait until a date', [status(503, { 'retry-after': 'Fri, 20 Nov 2026 09:00:30 GMT' }), ok(whole)], [30]],
    ['after a wait without a word', [status(503), status(502), status(504), ok(whole)], [2, 4, 8]],
    ['after a wait that is nonsense', [status(429, { 'retry-after': 'soon' }), ok(whole)], [2]],
    ['after a time-out within a 200', [TRACE, ok(whole)], [2]],
    ['after a time-out with its status', [status(500, {}, TRACE.body), ok(whole)], [2]],
    ['after a cut body', [CUT, ok(whole)], [2]],
    ['after a dead line', ['dead', ok(whole)], [2]],
    ['after a network that went away', [status(503), 'no network', ok(whole)], [2, 4]],
    ['never, at once: without a network', ['no network'], /without a network/],
    ['after a redirect', [moved('/sparql?query=there'), ok(whole)], []],
    ['never: always busy', [status(429)], /asked too often.*6 times/],
    ['never: always late', [TRACE], /ran out.*6 times/],
    ['never: always cut', [CUT], /cut before its end.*6 times/],
    ['never: a wait of an hour', [status(429, { 'retry-after': '3600' })], /60 minutes/],
    ['never: refused', [status(403)], /answers 403/],
    [
      'never: a web page',
      [ok('<!DOCTYPE html><title>Maintenance</title>', { 'content-type': 'text/html' })],
      /web page.*text\/html/,
    ],
    ['never: nothing at all', [ok('')], /empty/],
    ['never: another type', [ok(whole, { 'content-type': 'text/csv' })], /text\/csv/],
    ['never: no type', [ok(whole, {})], /type none/],
    ['never: redirects without end', [moved('/sparql?query=again')], /on and on/],
    ['never: a redirect to another machine', [moved('https://example.org/')], /points elsewhere/],
    ['never: a redirect to no safe line', [moved('http://query.wikidata.org/sparql')], /points elsewhere/],
    ['never: a redirect to nowhere', [status(302)], /points elsewhere/],
  ]
  for (const [what, replies, expected] of TABLE)
    test(what, async () => {
      const { result, waits } = await fetching(replies)
      if (Array.isArray(expected)) {
        assert.deepEqual(Object.keys(result), ['relation-001.json'])
        assert.deepEqual(waits, expected)
      } else assert.match((result as Error).message, expected)
    })

  test('is asked for in halves after each time-out', async () => {
    const { questions } = await fetching([TRACE, TRACE, status(503), ok(whole)])
    assert.deepEqual(
      questions.map((q) => q.split(' ')[1]),
      ['2000', '1000', '500', '500'],
    )
  })
})

/** A service that holds rows and gives a page of them in order, by the key after which a page begins. */
function service(ids: readonly string[], rowsEach: number): { send: Send; questions: string[] } {
  const questions: string[] = []
  const all = ids.toSorted().flatMap((id) => Array.from({ length: rowsEach }, () => row('relation', statement(id))))
  const send: Send = async (url) => {
    const [, limit, , after] = asked(url).split(' ')
    questions.push(after!)
    const rows = all.filter((r) => after === 'nothing' || r.relation!.value > after!)
    return ok(answer(['relation'], rows.slice(0, Number(limit))))
  }
  return { send, questions }
}

describe('pages', () => {
  const patience = (send: Send) => ({ send, now: Date.now, wait: async () => {} })
  const rowsOf = (pages: Record<string, string>) =>
    Object.values(pages).flatMap((text) => (JSON.parse(text) as { results: { bindings: unknown[] } }).results.bindings)

  for (const [ids, rowsEach] of [
    [10, 1],
    [2000, 1],
    [2001, 1],
    [999, 3],
    [1500, 3],
  ] as const)
    test(`${ids} items of ${rowsEach} rows come whole, none twice`, async () => {
      const names = Array.from({ length: ids }, (_, i) => `Q${1000 + i}`)
      const { send } = service(names, rowsEach)
      assert.equal(rowsOf(await fetchAnswers([QUERY], patience(send))).length, ids * rowsEach)
    })

  test('an item that fills a page is refused', async () => {
    const { send } = service(['Q1'], 2500)
    await assert.rejects(fetchAnswers([QUERY], patience(send)), { code: 'fault' })
  })

  test('the service hears who asks, and what form the answer should have', async () => {
    let heard: Readonly<Record<string, string>> = {}
    const send: Send = async (_, headers) => {
      heard = headers
      return ok(whole)
    }
    await fetchAnswers([QUERY], { ...patience(send), contact: 'desk@example.org' })
    assert.match(heard['user-agent']!, /^Chancery\/.*desk@example\.org$/)
    assert.equal(heard.accept, 'application/sparql-results+json')
  })
})
