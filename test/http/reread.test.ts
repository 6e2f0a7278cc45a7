import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReadView } from '../../src/show/views/read.ts'
import type { ReadClaim } from '../../src/show/views/read-types.ts'
import { ARTICLE, settledBefore } from './older-reader.ts'
import { desk } from './world.ts'

const claimOf = (view: ReadView, words: string): ReadClaim => view.claims.find((c) => c.quote.includes(words))!

test('what was settled as an earlier reader read it stays, and how the words are read now is told beside it', async (t) => {
  const own = await desk(t)
  await settledBefore(own.ledger, (claim) => (claim.quote.includes('Kerry') ? { when: '2014-09' } : {}))
  const check = async (): Promise<ReadView> => (await own.post('/api/check', ARTICLE)).body
  const view = await check()
  assert.equal(view.claims.filter((c) => /Kerry/.test(c.quote)).length, 1, 'the newer reading is no second claim')
  const kerry = claimOf(view, 'Kerry')
  assert.deepEqual([kerry.id.startsWith('claim:older'), kerry.when, kerry.review!.is], [true, '2014-09', 'accepted'])
  assert.deepEqual(kerry.reread!.differs, [{ what: 'when', stands: 'in September 2014', now: 'on 5 September 2014' }])
  assert.deepEqual(claimOf(view, 'Obama').reread, { differs: [] })

  const taken = {
    article: ARTICLE,
    claim: kerry.id,
    is: 'corrected',
    correction: kerry.reread!.take,
    seen: kerry.review!.id,
  }
  const after = claimOf((await own.post('/api/review', taken)).body, 'Kerry')
  assert.deepEqual([after.when, after.review!.is, after.reread], ['2014-09-05', 'corrected', { differs: [] }])
  const undo = { article: ARTICLE, claim: kerry.id, seen: after.review!.id }
  assert.equal(claimOf((await own.post('/api/review/undo', undo)).body, 'Kerry').when, '2014-09')
})

test('other words, names and sorts are told too; what would be more than words, time and names is not offered to be taken', async (t) => {
  const own = await desk(t)
  await settledBefore(own.ledger, (claim) =>
    claim.quote.includes('Kerry')
      ? {
          ...{ span: { start: 5, end: 23 }, quote: 'Kerry visited Cuba' },
          roles: { ...claim.roles, to: { is: 'entity', id: 'state:PER', label: 'Peru' } },
        }
      : { is: 'none' },
  )
  const { body: view } = await own.post('/api/check', ARTICLE)
  const kerry = claimOf(view, 'Kerry')
  assert.deepEqual(
    kerry.reread!.differs.map((d) => d.what),
    ['the words', 'to'],
  )
  assert.ok(kerry.reread!.take!.roles!.to)
  const obama = claimOf(view, 'Obama')
  assert.deepEqual([obama.reread!.differs[0]!.what, obama.reread!.take], ['what is told', undefined])
})

test('where a newer reader finds nothing, what was accepted stays; what was rejected is asked no more', async (t) => {
  const nothing = (claim: { quote: string }) =>
    claim.quote.includes('Kerry') ? { span: { start: 45, end: 65 }, quote: 'The garden was green' } : {}
  const accepted = await desk(t)
  await settledBefore(accepted.ledger, nothing)
  const { body: view } = await accepted.post('/api/check', ARTICLE)
  assert.deepEqual(claimOf(view, 'garden').reread, { gone: true, differs: [] })
  assert.ok(claimOf(view, 'Kerry'), 'and what it reads besides is read')
  const rejected = await desk(t)
  await settledBefore(rejected.ledger, nothing, 'rejected')
  assert.equal(claimOf((await rejected.post('/api/check', ARTICLE)).body, 'garden'), undefined)
})
