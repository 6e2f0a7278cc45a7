import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Ledger } from '../../src/keep/port.ts'
import type { Claim } from '../../src/model/claim.ts'
import { addCoverage, addFact } from '../../src/run/add.ts'
import { checkClaims } from '../../src/run/check.ts'
import { documentOf } from '../../src/run/document.ts'
import { factOf, fileDocument } from '../../src/run/file.ts'
import { openLedger } from '../../src/run/ledger.ts'
import { claim, entity, state, words } from '../check/claims.ts'

const TODAY = '2026-11-22'
const META = { recordedAt: TODAY, by: 'a test' }
const TEXT = 'Jane Doe visited Tuvalu in 1975. No president of Chile has visited Tuvalu.'
const DOC = documentOf(TEXT, { date: '2022-05-12', outlet: 'The Gazette', source: 'https://gazette.example/1' })

const visited = claim(
  'visit',
  'so',
  { visitor: { is: 'entity', id: 'person:jane-doe', label: 'Jane Doe' }, to: state('TUV') },
  { when: '1975', span: { start: 0, end: 31 }, quote: TEXT.slice(0, 31) },
)
const nobody = claim(
  'visit',
  'none',
  { visitor: entity('office:president/CHL'), to: state('TUV') },
  { when: '/2022-05-12', span: { start: 33, end: 73 }, quote: TEXT.slice(33, 73) },
)

/** A ledger without the starter packs, unless a test needs to know who was president and since when a state exists. */
const withLedger = async (work: (ledger: Ledger) => Promise<void>, packs?: true) => {
  const ledger = await openLedger({ path: ':memory:', ...(!packs && { packs: null }) })
  try {
    await work(ledger)
  } finally {
    await ledger.close()
  }
}
const outcome = async (ledger: Ledger, one: Claim, doc = documentOf('another article'), knownOn?: string) => {
  const options = { today: TODAY, asOf: '2022-05-12', ...(knownOn && { knownOn }) }
  return (await checkClaims(ledger, doc, [one], new Map(), options)).claims[0]!.verdict.outcome
}

describe('filing', () => {
  test('a claim about a single fact is a report with its span; a claim about a set is none', () => {
    const fact = factOf(visited, DOC)!
    assert.deepEqual(fact.roles, { visitor: 'person:jane-doe', to: 'state:TUV' })
    assert.equal(fact.standing, 'reported')
    assert.equal(DOC.text.slice(fact.cite.start, fact.cite.end), fact.cite.quote)
    assert.equal(factOf({ ...visited, is: 'first' }, DOC), undefined)
    assert.equal(factOf({ ...visited, roles: { visitor: words('somebody'), to: state('TUV') } }, DOC), undefined)
    assert.equal(factOf(nobody, DOC)!.telling, 'no')
  })

  test('filing twice changes nothing', () =>
    withLedger(async (ledger) => {
      const first = await fileDocument(ledger, DOC, [visited, nobody], META)
      const again = await fileDocument(ledger, DOC, [visited, nobody], META)
      assert.deepEqual([first.added, again.added, again.unchanged], [2, 0, 2])
      assert.equal((await ledger.summary()).documents, 1)
    }))

  test('a report is no evidence until it is accepted, and never for its own article', () =>
    withLedger(async (ledger) => {
      const { facts } = await fileDocument(ledger, DOC, [visited], META)
      assert.equal(await outcome(ledger, visited), 'not-covered')
      await ledger.decide(facts[0]!, 'accept', META)
      assert.equal(await outcome(ledger, visited), 'supported')
      assert.equal(await outcome(ledger, visited, DOC), 'not-covered')
      assert.equal(await outcome(ledger, visited, documentOf('a copy', { source: DOC.source! })), 'not-covered')
      await ledger.decide(facts[0]!, 'reject', META)
      assert.equal(await outcome(ledger, visited), 'not-covered')
    }))
})

describe('closing a gap', () => {
  test('a fact with its source decides, from the day it was recorded', () =>
    withLedger(async (ledger) => {
      assert.equal(await outcome(ledger, visited), 'not-covered')
      const value = { kind: 'visit', roles: { visitor: 'person:jane-doe', to: 'state:TUV' }, when: '1975-06-02' }
      await addFact(ledger, value, 'fact.json', { url: 'https://archive.example/7', quote: 'landed' }, META)
      assert.equal(await outcome(ledger, visited), 'supported')
      assert.equal(await outcome(ledger, visited, undefined, '2026-11-10'), 'not-covered')
    }))

  test('an authority that there was none decides by its coverage', () =>
    withLedger(async (ledger) => {
      assert.equal(await outcome(ledger, nobody), 'not-covered')
      const value = { kind: 'visit', roles: { to: 'state:TUV' }, from: '1800-01-01', to: '2022-05-12' }
      await addCoverage(ledger, value, 'coverage.json', 'the press office', META)
      assert.equal(await outcome(ledger, nobody), 'supported')
    }, true))

  const BAD: [name: string, value: unknown, says: RegExp][] = [
    ['a number', 7, /no JSON object/],
    ['a list', [], /no JSON object/],
    ['a string', 'visit', /no JSON object/],
    ['an unknown field', { kind: 'visit', roles: {}, who: 'x' }, /unknown field who: use kind/],
    ['no role at all', { kind: 'visit', roles: {} }, /no role at all/],
    ['a role that is needed to know which fact', { kind: 'visit', roles: { to: 'state:TUV' } }, /visit lacks visitor/],
    [
      'an empty role',
      { kind: 'visit', roles: { visitor: ' ', to: 'state:TUV' } },
      /visitor cannot be " ": it is empty/,
    ],
    [
      'a name for an id',
      { kind: 'visit', roles: { visitor: 'Jane Doe', to: 'state:TUV' } },
      /use an id such as person:/,
    ],
    ['a name in an id', { kind: 'visit', roles: { visitor: 'person:Jane Doe', to: 'state:TUV' } }, /use an id such as/],
    [
      'a state for a roll',
      { kind: 'vote', roles: { voter: 'seat:TUV', roll: 'state:TUV', choice: 'yes' } },
      /roll:A-RES/,
    ],
    ['no such state', { kind: 'visit', roles: { visitor: 'person:a', to: 'state:XQX' } }, /no such state is known/],
    ['several for one', { kind: 'visit', roles: { visitor: ['person:a', 'person:b'], to: 'state:TUV' } }, /one value/],
    [
      'what is to come',
      { kind: 'visit', roles: { visitor: 'person:a', to: 'state:TUV' }, when: '2027-01' },
      /lies in the future of 2026-11-22/,
    ],
    [
      'a source that is no address',
      { kind: 'visit', roles: { visitor: 'person:a', to: 'state:TUV' } },
      /no web address/,
    ],
    ['an unknown kind', { kind: 'dance', roles: {} }, /kind/],
    ['an unknown role', { kind: 'visit', roles: { guest: 'person:x' } }, /no role guest/],
    ['a day that does not exist', { kind: 'visit', roles: { to: 'state:TUV' }, when: '1975-02-30' }, /when/],
    [
      'a step that is not on the list',
      { kind: 'relations', roles: { between: ['state:TUV'], step: 'warm' } },
      /step cannot be/,
    ],
  ]
  for (const [name, value, says] of BAD)
    test(`refused: ${name}`, () =>
      withLedger(async (ledger) => {
        const add = addFact(ledger, value, 'fact.json', { url: 'u', quote: 'q' }, META)
        await assert.rejects(add, (e: Error & { code?: string }) => e.code === 'incorrect' && says.test(e.message))
      }))

  test('what is planned may lie ahead', () =>
    withLedger(async (ledger) => {
      const roles = { visitor: 'person:a', to: 'state:TUV' }
      const value = { kind: 'visit', roles, when: '2027-01', modality: 'planned' }
      const cite = { url: 'https://archive.example/8', quote: 'will land' }
      assert.equal((await addFact(ledger, value, 'fact.json', cite, META)).added, 1)
    }))

  const BAD_COVERAGE: [name: string, value: unknown, says: RegExp][] = [
    ['no role at all', { kind: 'visit', roles: {}, from: '1800-01-01', to: '2022-05-12' }, /no role at all/],
    [
      'an end before its start',
      { kind: 'visit', roles: { to: 'state:TUV' }, from: '2022-05-12', to: '1800-01-01' },
      /after/,
    ],
    ['a name for an id', { kind: 'visit', roles: { to: 'Tuvalu' }, from: '1800-01-01', to: '2022-05-12' }, /state:ECU/],
    ['a list', [], /no JSON object/],
  ]
  for (const [name, value, says] of BAD_COVERAGE)
    test(`refused as coverage: ${name}`, () =>
      withLedger(async (ledger) => {
        const add = addCoverage(ledger, value, 'coverage.json', 'the press office', META)
        await assert.rejects(add, (e: Error & { code?: string }) => e.code === 'incorrect' && says.test(e.message))
      }))
})
