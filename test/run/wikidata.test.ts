import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { memoryLedger } from '../../src/keep/memory.ts'
import type { Ledger } from '../../src/keep/port.ts'
import { checkerOf } from '../../src/run/check.ts'
import { documentOf } from '../../src/run/document.ts'
import { dossierOf } from '../../src/run/dossier.ts'
import { syncPacks } from '../../src/run/starter.ts'
import { pullAnswers, pullWikidata, queryTexts, scopeOfStates } from '../../src/run/wikidata.ts'
import { folderFiles } from '../../src/sources/files.ts'
import { starterPacks } from '../../src/sources/starter.ts'
import type { Send } from '../../src/sources/wikidata/fetch.ts'
import { answer, RECORDED } from '../sources/wikidata/rows.ts'

const NOW = '2026-11-22T12:00:00Z'
const recorded = (scope: string) => folderFiles(join(RECORDED, scope))

/** The network as it was recorded: each question is answered from the file of its topic. */
const replay =
  (folder: string): Send =>
  async (url) => {
    const topic = /^# Chancery: (\w+),/.exec(new URL(url).searchParams.get('query') ?? '')![1]!
    const body = folder ? readFileSync(join(RECORDED, folder, `${topic}-001.srj`), 'utf8') : answer([topic], [])
    return { status: 200, headers: { 'content-type': 'application/sparql-results+json' }, body }
  }

async function withAll(): Promise<Ledger> {
  const ledger = memoryLedger()
  await syncPacks(ledger, starterPacks(), { now: NOW })
  for (const scope of ['ECU-ISR', 'DEU-FRA', 'JPN-KOR']) await pullAnswers(ledger, recorded(scope), { now: NOW })
  return ledger
}

/** Sentences about pairs without the United States, written on 10 January 2025. */
const CLAIMS: [string, string][] = [
  ['Emmanuel Macron visited Germany in May 2024.', 'supported'],
  ['No president of France has ever visited Germany.', 'refuted'],
  ['Olaf Scholz was chancellor of Germany in 2023.', 'supported'],
  ['Fumio Kishida visited South Korea in May 2023.', 'supported'],
  ['Fumio Kishida visited South Korea in May 2022.', 'not-covered'],
  ['Japan and South Korea established diplomatic relations in 1965.', 'supported'],
  ['France and Germany signed the Élysée Treaty in January 1963.', 'supported'],
  ['No president of South Korea has ever visited Germany.', 'not-covered'],
  ['Guillermo Lasso visited Israel in May 2022.', 'supported'],
]

test('pairs without the United States are checked by what Wikidata tells, and its silence proves nothing', async () => {
  const checker = await checkerOf(await withAll())
  const outcomes: [string, string | undefined][] = []
  for (const [sentence] of CLAIMS) {
    const { claims } = await checker.check(documentOf(sentence, { date: '2025-01-10' }), { today: '2025-01-10' })
    outcomes.push([sentence, claims[0]?.verdict.outcome])
  }
  assert.deepEqual(outcomes, CLAIMS)
})

test('the dossier of a pair has each kind that Wikidata tells of', async () => {
  const { facts, coverage } = await dossierOf(await withAll(), 'state:JPN', 'state:KOR')
  const kinds = new Map(
    facts.map((group) => [group.kind, group.facts.filter((f) => f.cite.source === 'wikidata').length]),
  )
  assert.deepEqual(
    ['relations', 'visit', 'agreement', 'mission', 'envoy'].map((kind) => kinds.get(kind as 'visit')),
    [1, 2, 2, 3, 3],
  )
  assert.ok(coverage.some((c) => c.kind === 'visit' && c.grade === 'lower-bound'))
})

test('what was pulled of one pair stays when another is pulled; the same again changes nothing', async () => {
  const ledger = memoryLedger()
  const first = await pullWikidata(ledger, scopeOfStates(['state:FRA', 'state:DEU']), {
    now: NOW,
    send: replay('DEU-FRA'),
  })
  assert.deepEqual([first.source, first.outcome, first.added], ['wikidata/DEU-FRA', 'filed', 28])
  const other = await pullWikidata(ledger, scopeOfStates(['state:JPN', 'state:KOR']), {
    now: NOW,
    send: replay('JPN-KOR'),
  })
  assert.deepEqual([other.added, other.withdrawn], [22, 0])
  const again = await pullWikidata(ledger, scopeOfStates(['state:DEU', 'state:FRA']), {
    now: NOW,
    send: replay('DEU-FRA'),
  })
  assert.deepEqual([again.outcome, again.added], ['unchanged', 0])
  const saved = await pullAnswers(ledger, recorded('DEU-FRA'), { now: NOW })
  assert.deepEqual([saved.source, saved.added, saved.withdrawn], ['wikidata/DEU-FRA', 0, 0])
})

test('a pair of which nothing is told changes nothing, and a failure is none of these', async () => {
  const ledger = memoryLedger()
  await pullAnswers(ledger, recorded('DEU-FRA'), { now: NOW })
  const scope = scopeOfStates(['state:FRA', 'state:DEU'])
  await assert.rejects(pullWikidata(ledger, scope, { now: NOW, send: replay('') }), { code: 'not-found' })
  const dead: Send = async () => ({ status: 403, headers: {}, body: '' })
  await assert.rejects(pullWikidata(ledger, scope, { now: NOW, send: dead }), { code: 'fault' })
  assert.equal((await ledger.summary()).facts, 28)
})

test('two states or one are asked of, by queries that a person may ask by hand', () => {
  assert.throws(() => scopeOfStates(['state:FRA', 'state:DEU', 'state:ITA']), { code: 'incorrect' })
  assert.throws(() => scopeOfStates([]), { code: 'incorrect' })
  assert.equal(queryTexts(scopeOfStates(['state:ECU'])).length, 6)
})
