import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReadView } from '../../src/show/views/read.ts'
import type { ReadClaim } from '../../src/show/views/read-types.ts'
import { desk, example, type Json } from './world.ts'

const VISIT = example('state-visit')
const HAVANA = example('havana')
const claimOf = (view: ReadView, words: string): ReadClaim =>
  view.claims.find((c) => c.quote === words) ?? view.claims.find((c) => c.quote.includes(words))!

test('an article is given with its claims, worst first, each part with its words and every witness with its source', async (t) => {
  const { post, get } = await desk(t)
  const { body: view }: { body: ReadView } = await post('/api/check', HAVANA)
  const never = claimOf(view, 'had ever visited Cuba')
  assert.equal(view.claims[0], never)
  assert.equal(never.outcome, 'refuted')
  assert.ok(view.counts.some((c) => c.outcome === 'refuted' && c.n === 3))
  assert.match(never.nearest!.say, /between 18 January 1928 and 7 March 2016/)
  for (const claim of view.claims)
    for (const told of [...claim.witnesses, ...claim.against]) {
      assert.ok(told.title && told.viewpoint, told.fact)
      assert.ok(told.quote || told.locator || told.url, `${told.fact} has neither words, nor a row, nor a place`)
    }
  const [told] = never.against
  const { body: record } = await get(`/api/fact/${told!.fact}`)
  assert.equal(record.told.say, told!.say)
  assert.equal(record.history[0].act, 'recorded')
})

test('what is not covered says which years, which lists, whom to ask, and a question to send', async (t) => {
  const { post } = await desk(t)
  const { body: view } = await post('/api/check', VISIT)
  const first = claimOf(view, 'first Indonesian president')
  assert.equal(first.outcome, 'not-covered')
  const [gap] = first.gaps
  assert.match(gap!.who, /Tanzania/)
  assert.match(gap!.question, /visits by a president of Indonesia/)
  assert.ok(first.years.length > 0 && first.years[0]!.gaps.length > 0)
})

test('a fact that is found flips a verdict, and says which verdicts on filed articles change', async (t) => {
  const { post, get } = await desk(t)
  const before = claimOf((await post('/api/check', VISIT)).body, 'since Suharto in 1991')
  assert.equal(before.outcome, 'not-covered')
  await post('/api/review', { article: VISIT, claim: before.id, is: 'accepted' })
  const fact = { kind: 'visit', roles: { visitor: ['Megawati Sukarnoputri'], to: ['Tanzania'] }, when: '2003-05-01' }
  const own = { ...fact, roles: { ...fact.roles, visitor: ['Joko Widodo'] }, when: '2023-08-21/2023-08-22' }
  await post('/api/found', { ...own, url: 'https://archive.example/2', quote: 'The president came.' })
  const found = await post('/api/found', { ...fact, url: 'https://archive.example/1', quote: 'The president came.' })
  assert.equal(found.status, 200, JSON.stringify(found.body))
  assert.equal(found.body.added, true)
  const after = claimOf((await post('/api/check', VISIT)).body, 'since Suharto in 1991')
  assert.equal(after.outcome, 'refuted')
  assert.equal(after.against[0]!.quote, 'The president came.')
  const { body } = await get(`/api/changes?since=${found.body.recordedAt}`)
  assert.deepEqual(
    body.changes.filter((c: { claim: string }) => c.claim === before.id).map((c: Json) => [c.before, c.now]),
    [['not-covered', 'refuted']],
  )
  const again = await post('/api/found', { ...fact, url: 'https://archive.example/1', quote: 'The president came.' })
  assert.equal(again.body.added, false)
  for (const wrong of [{ url: 'javascript:alert(1)' }, { roles: { visitor: ['x'], to: ['Nowhereland'] } }])
    assert.equal((await post('/api/found', { ...fact, url: 'https://a.example', quote: 'x', ...wrong })).status, 400)
})

test('a name is offered as the atlas and the ledger know it', async (t) => {
  const { get } = await desk(t)
  assert.equal((await get('/api/names?q=Burma&holds=state')).body.names[0].id, 'state:MMR')
  assert.ok((await get('/api/names?q=Coolidge&holds=party')).body.names.some((n: Json) => /coolidge/.test(n.id)))
})

test('a claim is accepted, mended and rejected, each on top of the other, and taken back in turn', async (t) => {
  const { post, get } = await desk(t)
  const claim = claimOf((await post('/api/check', HAVANA)).body, 'François Hollande visited Cuba in May 2015')
  const say = (more: object) => post('/api/review', { article: HAVANA, claim: claim.id, ...more })
  const of = (view: ReadView) => view.claims.find((c) => c.id === claim.id)!
  const first = of((await say({ is: 'accepted' })).body)
  assert.deepEqual([first.review!.is, first.review!.by], ['accepted', 'ana'])
  const correction = { when: '2015-06', roles: { visitor: [{ id: 'person:angela-merkel', label: 'Angela Merkel' }] } }
  const second = of((await say({ is: 'corrected', correction, seen: first.review!.id, by: 'bob' })).body)
  assert.deepEqual([second.review!.is, second.when, second.review!.by], ['corrected', '2015-06', 'bob'])
  assert.equal(second.roles.find((r) => r.role === 'visitor')!.value[0]!.label, 'Angela Merkel')
  const start = HAVANA.text.indexOf('Hollande')
  const span = { start, end: start + 'Hollande visited Cuba'.length }
  const third = of((await say({ is: 'corrected', correction: { span }, seen: second.review!.id })).body)
  assert.deepEqual([third.quote, third.when], ['Hollande visited Cuba', '2015-06'], 'mends add up')
  const fourth = of((await say({ is: 'rejected', seen: third.review!.id })).body)
  assert.equal(fourth.review!.is, 'rejected')
  const { body: kept } = await get(`/api/document/${(await post('/api/check', HAVANA)).body.document.id}`)
  assert.equal(kept.reviews.length, 4)
  const undo = (seen: string) => post('/api/review/undo', { article: HAVANA, claim: claim.id, seen })
  const back = of((await undo(fourth.review!.id)).body)
  assert.deepEqual([back.review!.is, back.quote], ['corrected', 'Hollande visited Cuba'])
  assert.equal((await undo(fourth.review!.id)).status, 409)
})

test('of two tabs on one claim the second is told what the first did, and nothing is lost', async (t) => {
  const { post, ledger } = await desk(t)
  const { body: view } = await post('/api/check', HAVANA)
  const [claim] = view.claims
  const say = (is: string, by: string) => post('/api/review', { article: HAVANA, claim: claim.id, is, by })
  const both = await Promise.all([say('accepted', 'ana'), say('rejected', 'bob')])
  const [won, lost] = both[0].status === 200 ? [both[0], both[1]] : [both[1], both[0]]
  assert.deepEqual([won.status, lost.status], [200, 409])
  assert.equal(lost.body.other.by, both[0] === won ? 'ana' : 'bob')
  assert.equal((await ledger.reviews(view.document.id)).length, 1)
  const after = await post('/api/review', {
    ...{ article: HAVANA, claim: claim.id, is: 'rejected', by: 'bob', seen: lost.body.other.id },
  })
  assert.equal(after.status, 200)
})

test('what a rejected claim told is no longer on record, and is again when that is taken back', async (t) => {
  const { post, ledger } = await desk(t)
  const { body: view } = await post('/api/check', HAVANA)
  const claim = claimOf(view, 'François Hollande visited Cuba in May 2015')
  const told = async () =>
    (await ledger.fetch([{ kind: 'visit', roles: { to: ['state:CUB'] } }])).facts.filter(
      (f) => f.cite.doc === view.document.id && f.cite.quote?.includes('Hollande'),
    ).length
  const { body: one } = await post('/api/review', { article: HAVANA, claim: claim.id, is: 'accepted' })
  const before = await told()
  assert.ok(before > 0)
  const seen = claimOf(one, 'François Hollande visited Cuba in May 2015').review!.id
  const { body: two } = await post('/api/review', { article: HAVANA, claim: claim.id, is: 'rejected', seen })
  assert.equal(await told(), before - 1)
  const last = two.claims.find((c: ReadClaim) => c.id === claim.id).review.id
  await post('/api/review/undo', { article: HAVANA, claim: claim.id, seen: last })
  assert.equal(await told(), before)
})

test('a review is given as ClaimReview, Markdown and HTML, without what was rejected and with all words as text', async (t) => {
  const { post } = await desk(t)
  const article = { ...HAVANA, title: '<script>alert(1)</script> & [x](javascript:y)' }
  const never = claimOf((await post('/api/check', article)).body, 'had ever visited Cuba')
  const asked = async (as: string) => (await post('/api/export', { article, as, by: 'The Desk' })).body
  const reviews = JSON.parse((await asked('claimreview')).content)
  assert.ok(reviews.some((r: Json) => r.claimReviewed === never.quote && r.author.name === 'The Desk'))
  const markdown = (await asked('markdown')).content
  assert.match(markdown, /^# \\<script\\>/)
  assert.match(markdown, /✗ refuted: “no president of the United States had ever visited Cuba”/)
  const html = (await asked('html')).content
  assert.doesNotMatch(html, /<script|href="javascript/)
  assert.match(html, /&lt;script&gt;/)
  await post('/api/review', { article, claim: never.id, is: 'rejected' })
  assert.ok(!(await asked('markdown')).content.includes('had ever visited Cuba'))
})

test('a record that is not there is not found', async (t) => {
  const { get } = await desk(t)
  for (const path of ['/api/fact/fact:0', '/api/fact/doc:0', '/api/document/doc:0', '/api/document/%00'])
    assert.equal((await get(path)).status, 404, path)
})
