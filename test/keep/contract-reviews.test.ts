import assert from 'node:assert/strict'
import type { Claim } from '../../src/model/claim.ts'
import type { Review } from '../../src/model/review.ts'
import { holdsInEveryStore, on } from './stores.ts'

const READ: Claim = {
  id: 'claim:1',
  kind: 'visit',
  is: 'so',
  roles: { to: { is: 'entity', id: 'state:CUB', label: 'Cuba' } },
  modality: 'happened',
  voice: 'narrator',
  span: { start: 0, end: 4 },
  quote: 'Rome',
  rules: ['visit'],
}
const review = (is: Review['is'], more: Partial<Review> = {}): Review => ({
  document: 'doc:1',
  claim: 'claim:1',
  is,
  read: READ,
  by: 'ana',
  ...more,
})

holdsInEveryStore({
  'reviews of a document stand in the order of their recording, each under the hash of its content': async (ledger) => {
    assert.deepEqual(await ledger.reviews('doc:1'), [])
    await ledger.add({ reviews: [review('accepted')] }, on('2024-01-01', 'ana'))
    await ledger.add({ reviews: [review('rejected', { document: 'doc:2' })] }, on('2024-01-02', 'ana'))
    const [first] = await ledger.reviews('doc:1')
    await ledger.add({ reviews: [review('rejected', { after: first!.id })] }, on('2024-01-03'))
    const kept = await ledger.reviews('doc:1')
    assert.deepEqual(
      kept.map(({ is, after, read }) => [is, after, read]),
      [
        ['accepted', undefined, READ],
        ['rejected', first!.id, READ],
      ],
    )
    assert.match(first!.id, /^review:[0-9a-f]{32}$/)
  },

  'a review that is withdrawn gives way to the one before, and its history stays': async (ledger) => {
    await ledger.add({ reviews: [review('accepted')] }, on('2024-01-01', 'ana'))
    await ledger.add({ reviews: [review('rejected')] }, on('2024-01-02', 'ana'))
    const [, last] = await ledger.reviews('doc:1')
    assert.equal(await ledger.retract(last!.id, on('2024-01-03', 'bob')), true)
    assert.deepEqual(
      (await ledger.reviews('doc:1')).map((r) => r.is),
      ['accepted'],
    )
    assert.deepEqual(
      (await ledger.history(last!.id)).map(({ by, act }) => [by, act]),
      [
        ['ana', 'recorded'],
        ['bob', 'retracted'],
      ],
    )
  },
})
