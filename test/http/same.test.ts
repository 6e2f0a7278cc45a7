import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NewFact } from '../../src/model/fact.ts'
import type { ReadView } from '../../src/show/views/read.ts'
import type { ReadClaim } from '../../src/show/views/read-types.ts'
import { on, source } from '../keep/stores.ts'
import { type Desk, desk } from './world.ts'

const ARTICLE = {
  text: 'President Barack Obama visited Cuba on 20 March 2016. John Kerry visited Cuba on 5 September 2014.',
  date: '2016-03-30',
}
/** A diary that dates a trip two days later than the article does. */
const diary = (locator: string): NewFact => ({
  kind: 'visit',
  roles: { visitor: 'person:john-kerry', to: 'state:CUB' },
  when: '2014-09-07',
  telling: 'yes',
  modality: 'happened',
  standing: 'data',
  cite: { source: 'diary', locator, quote: 'Kerry in Havana' },
})
const tell = ({ ledger }: Desk, locator: string, day: string) =>
  ledger.replace({ sources: [source('diary')], facts: [diary(locator)] }, on(day, 'pull/diary'), {
    content: locator,
    stamp: '',
  })

const claimOf = (view: ReadView, words: string): ReadClaim => view.claims.find((c) => c.quote.includes(words))!
const kerry = (view: ReadView) => claimOf(view, 'Kerry visited')
const check = async ({ post }: Desk): Promise<ReadView> => (await post('/api/check', ARTICLE)).body

test('tellings that may be one event stand side by side with what speaks for and against it', async (t) => {
  const own = await desk(t)
  await tell(own, 'p. 1', '2026-11-20')
  const view = await check(own)
  const [pair] = kerry(view).pairs
  assert.deepEqual([pair!.is, pair!.why], ['open', '2 days lie between them'])
  assert.deepEqual([pair!.a.quote, pair!.b.quote], ['John Kerry visited Cuba on 5 September 2014', 'Kerry in Havana'])
  const [taken] = claimOf(view, 'Obama visited').pairs
  assert.deepEqual([taken!.is, taken!.why], ['taken', 'dated 20 March 2016 and 20–22 March 2016'])
})

test('a word on two tellings is kept over a new import, changed, told to who comes late, and taken back', async (t) => {
  const own = await desk(t)
  await tell(own, 'p. 1', '2026-11-20')
  const [open] = kerry(await check(own)).pairs
  const pair = [open!.a.fact, open!.b.fact]
  const say = (is: string, more: object = {}) => own.post('/api/same', { article: ARTICLE, pair, is, ...more })
  const one = await say('same', { because: 'one trip, two calendars' })
  assert.equal(one.status, 200, JSON.stringify(one.body))
  const judged = kerry(one.body.view).pairs[0]!
  assert.deepEqual([judged.is, judged.judged!.by, judged.judged!.because], ['same', 'ana', 'one trip, two calendars'])
  assert.match(judged.judged!.at, /^20\d\d-/)
  assert.ok(await own.ledger.document(one.body.view.document.id), 'the article is filed with the first word')
  assert.equal(
    kerry((await say('same', { because: 'one trip, two calendars' })).body.view).pairs[0]!.is,
    'same',
    'sent again',
  )

  await tell(own, 'p. 2', '2026-11-23')
  const after = kerry(await check(own)).pairs[0]!
  assert.deepEqual([after.is, after.judged!.id, after.b.locator], ['same', judged.judged!.id, 'p. 2'])

  const late = await say('unsure', { by: 'bob' })
  assert.deepEqual([late.status, late.body.other], [409, { id: judged.judged!.id, is: 'same', by: 'ana' }])
  const now = [after.a.fact, after.b.fact]
  const two = await own.post('/api/same', {
    article: ARTICLE,
    pair: now,
    is: 'not-same',
    seen: judged.judged!.id,
    by: 'bob',
  })
  const apart = kerry(two.body.view).pairs[0]!
  assert.deepEqual([apart.is, apart.judged!.by], ['not-same', 'bob'])
  const acts = (await own.ledger.history(judged.judged!.id)).map((e) => `${e.act} ${e.by}`)
  assert.deepEqual(acts, ['recorded ana', 'retracted bob'])

  const undo = () => own.post('/api/same/undo', { article: ARTICLE, seen: apart.judged!.id })
  assert.equal(kerry((await undo()).body.view).pairs[0]!.is, 'open')
  assert.equal((await undo()).status, 409)
})

test('what was taken to be one event can be told apart', async (t) => {
  const own = await desk(t)
  const [taken] = claimOf(await check(own), 'Obama visited').pairs
  const pair = [taken!.a.fact, taken!.b.fact]
  const { body } = await own.post('/api/same', { article: ARTICLE, pair, is: 'not-same' })
  assert.equal(claimOf(body.view, 'Obama visited').pairs[0]!.is, 'not-same')
})

test('no word is taken on what is not there, on one telling twice, or on a claim that is taken back', async (t) => {
  const own = await desk(t)
  const [taken] = claimOf(await check(own), 'Obama visited').pairs
  const say = (pair: string[]) => own.post('/api/same', { article: ARTICLE, pair, is: 'same' })
  assert.equal((await say([taken!.a.fact, 'fact:none'])).status, 404)
  assert.equal((await say([taken!.a.fact, taken!.a.fact])).status, 400)
  assert.equal((await own.post('/api/same/undo', { article: ARTICLE, seen: taken!.b.fact })).status, 400)
  assert.equal((await own.post('/api/same/undo', { article: ARTICLE, seen: 'judgement:none' })).status, 404)
})
