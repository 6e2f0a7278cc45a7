import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Ledger } from '../../src/keep/port.ts'
import { type Asked, askLedger } from '../../src/run/ask.ts'
import { openLedger } from '../../src/run/ledger.ts'

const TODAY = '2026-11-22'
let ledger: Ledger
before(async () => {
  ledger = await openLedger({ path: ':memory:' })
})
after(() => ledger.close())

const ask = (question: string, asOf?: string): Promise<Asked> =>
  askLedger(ledger, question, { today: TODAY, ...(asOf && { asOf }) })

const MEMBERS: [question: string, members: string[], asOf?: string][] = [
  [
    'Which states that voted against the partition of Palestine have relations with Israel?',
    ['state:EGY', 'state:GRC', 'state:IND', 'state:TUR'],
    '2022-05-12',
  ],
  ['Who was president of France in 2010?', ['person:nicolas-sarkozy']],
  [
    'Which states abstained on the partition of Palestine and now have relations with Israel?',
    ['state:ARG', 'state:CHL', 'state:CHN', 'state:ETH', 'state:GBR', 'state:HND', 'state:MEX', 'state:SLV'],
  ],
  ['Which US presidents have visited Cuba?', ['person:barack-obama', 'person:calvin-coolidge']],
  ['Which states did Jimmy Carter visit as president in 2002?', []],
]
const WHETHER: [question: string, outcome: string][] = [
  ['Did Ecuador vote for the partition of Palestine?', 'supported'],
  ['Did Cuba vote for the partition of Palestine?', 'refuted'],
  ['Has a president of Ecuador ever visited Israel?', 'supported'],
  ['Has a president of Chile ever visited Tuvalu?', 'not-covered'],
  ['Did Jimmy Carter visit Cuba as president?', 'refuted'],
  ['Did all Latin American countries vote for the partition of Palestine?', 'refuted'],
]

describe('questions in English', () => {
  for (const [question, members, asOf] of MEMBERS)
    test(question, async () => {
      const { readings } = await ask(question, asOf)
      assert.deepEqual(readings[0]?.answer.members.toSorted(), members)
    })
  for (const [question, outcome] of WHETHER)
    test(question, async () => assert.equal((await ask(question)).readings[0]?.answer.outcome, outcome))

  test('how many: a count where the list is whole', async () => {
    const { readings } = await ask('How many states voted against the partition of Palestine?')
    assert.deepEqual(readings[0]?.answer.value, { least: 13, most: 13 })
  })

  for (const question of [
    'How many Jews live in Ecuador?',
    'How many Jews are there in Ecuador?',
    'How large is the Jewish community in Ecuador?',
    'How many Jews does Ecuador have?',
  ])
    test(`the size of a community, between the estimates: ${question}`, async () => {
      const { answer, question: asked } = (await ask(question)).readings[0]!
      assert.equal(asked.measure, 'amount')
      assert.deepEqual(answer.value, { least: 600, most: 1000 })
      assert.deepEqual(answer.against, [])
    })

  test('who was first, as far as the lists reach', async () => {
    const { readings, lastKnown } = await ask('Who was the first US president to visit Cuba?')
    assert.equal(readings[0]?.answer.witnesses[0]?.entity, 'person:calvin-coolidge')
    assert.ok(lastKnown)
  })

  test('who followed whom in an office', async () => {
    const { readings } = await ask('Who succeeded Gerhard Schröder as chancellor of Germany?')
    assert.equal(readings[0]?.answer.witnesses[0]?.entity, 'person:angela-merkel')
  })

  test('the last time is one', async () => {
    const { readings } = await ask('When was the last time a U.S. president visited Cuba?')
    assert.deepEqual(
      readings[0]?.answer.witnesses.map((w) => w.fact.roles.visitor),
      ['person:barack-obama'],
    )
  })

  test('an office stays an office: how often its holders came', async () => {
    const { readings } = await ask('How often did the king of Jordan visit the United States?')
    assert.match(JSON.stringify(readings[0]?.question), /office:monarch\/JOR/)
  })

  test('how often two voted alike is a share of the roll calls in which both took part', async () => {
    const { readings } = await ask('How often did Ecuador vote with the United States between 1992 and 1995?')
    assert.equal(readings[0]!.question.measure, 'share')
    // The packs hold a few roll calls alone: others may have been.
    assert.deepEqual(readings[0]!.answer.value, { least: 0, most: 1 })
    const { readings: none } = await ask('How often did Canada and Cuba vote together in 1850?')
    assert.deepEqual(none[0]!.answer.members, [])
  })

  test('the present is answered for the last day that is known, which is said', async () => {
    const { on, lastKnown } = await ask('Which countries have diplomatic relations with Israel?')
    assert.ok(lastKnown && on < TODAY)
  })

  for (const question of [
    'Why did Cuba break relations with Israel?',
    'Is it raining?',
    'Who preceded Angela Merkel as chancellor of Germany?',
    'Which president of the United States visited Cuba first?',
    'Which U.S. presidents never visited Israel?',
    'How many countries voted for the resolution on marmalade?',
    'Which state was the first to recognise Israel?',
    'Who was prime minister of Israel when Coolidge visited Havana?',
    'Has any president visited Cuba since Obama visited Havana in 2016?',
    'When Obama visited Havana in 2016, who was prime minister of Israel?',
    'Did Obama visit Havana before Castro visited Washington?',
  ])
    test(`not answered: ${question}`, async () => {
      const { readings, reason } = await ask(question)
      assert.equal(readings.length, 0)
      assert.ok(reason)
    })
})
