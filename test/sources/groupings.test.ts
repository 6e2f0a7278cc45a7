import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { measure, needs, worldOf } from '../../src/ask/index.ts'
import { membersOf } from '../../src/atlas/index.ts'
import type { Ledger } from '../../src/keep/port.ts'
import type { Measure, Select } from '../../src/model/question.ts'
import { openLedger } from '../../src/run/ledger.ts'
import { groupings } from '../../src/sources/groupings.ts'

const members = (body: string, day: string): Select => ({
  ...{ op: 'select', kind: 'membership', by: 'state', window: { from: day, to: day } },
  roles: { body: { id: body }, step: { id: 'member' } },
})

describe('groupings as memberships in a ledger', () => {
  let ledger: Ledger
  before(async () => {
    ledger = await openLedger({ path: ':memory:' })
  })
  after(() => ledger.close())
  const answer = async (question: Measure) => measure(worldOf(await ledger.fetch(needs(question))), question)

  const DAYS = ['1950-06-01', '1975-06-01', '2000-06-01', '2020-06-01']
  const BODIES = ['body:arab-league', 'body:nato', 'body:european-union', 'body:warsaw-pact', 'body:asean']
  for (const body of BODIES)
    test(`${body}: the ledger counts the members that the atlas names, on every day`, async () => {
      for (const day of DAYS) {
        const expects = membersOf(body, day)!
        const { outcome, members: found } = await answer({ measure: 'exactly', set: members(body, day), expects })
        assert.deepEqual([day, outcome, found.toSorted()], [day, 'supported', expects])
      }
    })

  test('a state that is not of it is refuted, one that left is so by its day', async () => {
    const includes = (state: string, day: string): Measure => ({
      ...{ measure: 'includes', set: members('body:european-union', day), expects: [state] },
    })
    assert.equal((await answer(includes('state:NOR', '2010-01-01'))).outcome, 'refuted')
    assert.equal((await answer(includes('state:GBR', '2010-01-01'))).outcome, 'supported')
    assert.equal((await answer(includes('state:GBR', '2021-01-01'))).outcome, 'refuted')
  })

  test('no membership lies outside the life of its state', () => {
    const { facts } = groupings()
    const early = facts.filter((f) => f.roles.state === 'state:SSD' && (f.when ?? '') < '2011-07-01')
    assert.deepEqual(early, [])
    assert.ok(facts.length > 1000)
  })
})
