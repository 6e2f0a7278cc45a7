import assert from 'node:assert/strict'
import { test } from 'node:test'
import { memoryLedger } from '../../src/keep/memory.ts'
import type { Ledger } from '../../src/keep/port.ts'
import { batchesOf, undoBatch } from '../../src/run/batches.ts'
import { verdictsOfAll } from '../../src/run/changes.ts'
import { checkerOf } from '../../src/run/check.ts'
import { documentOf } from '../../src/run/document.ts'
import { holdersOf } from '../../src/run/holders.ts'
import { fileReleases } from '../../src/run/release-batch.ts'
import { coverageOf, stateOf } from '../../src/run/release-coverage.ts'
import { acceptance, type Review, sampleOf, sayReview } from '../../src/run/release-review.ts'
import { dayIn, dayInName, releaseOf } from '../../src/run/release-text.ts'
import { authorityOf, openRelease, readReleases } from '../../src/run/releases.ts'

const DAYS: [string, string | undefined][] = [
  ['QUITO, March 12, 2024 – The minister', '2024-03-12'],
  ['Quito, 12 March 2024', '2024-03-12'],
  ['12th of March 2024', '2024-03-12'],
  ['Sept. 3, 2021', '2021-09-03'],
  ['2024-03-12', '2024-03-12'],
  ['12/03/2024', undefined],
  ['31 February 2024', undefined],
  ['March 2024', undefined],
  ['Room 12, March 2024', undefined],
]
for (const [line, expected] of DAYS) test(`the day in “${line}”`, () => assert.equal(dayIn(line), expected))

const NAMES: [string, string | undefined][] = [
  ['a/2024-03-12-lima.txt', '2024-03-12'],
  ['20240312_lima.md', '2024-03-12'],
  ['2024-03-12/lima.txt', undefined],
  ['release-120240312.txt', undefined],
  ['2024-13-40.txt', undefined],
]
for (const [name, expected] of NAMES) test(`the day of ${name}`, () => assert.equal(dayInName(name), expected))

const HEADS: [string, string, string, object][] = [
  [
    'front matter',
    '---\ntitle: "A visit"\ndate: 2024-03-12\nurl: https://e.org/1\nlayout: post\n---\nText.',
    'x.md',
    { title: 'A visit', date: '2024-03-12', source: 'https://e.org/1' },
  ],
  [
    'front matter before a dateline and a name',
    '---\ndate: 12 March 2024\n---\nLima, 1 May 2023\nText.',
    '2022-01-01.md',
    { date: '2024-03-12' },
  ],
  ['a dateline before a name', 'Lima, 1 May 2023\n\nText.', '2022-01-01.md', { date: '2023-05-01' }],
  ['a name', 'Text.', '2022-01-01.md', { date: '2022-01-01' }],
  ['a day within the text is no dateline', 'The treaty was signed in Lima. It is of 1 May 1950.', 'x.md', {}],
  ['a rule of dashes is no front matter', 'Text\n---\ntitle: A visit\n---', 'x.md', {}],
  ['front matter that never ends', '---\ndate: 2024-03-12\nText.', 'x.md', { date: '2024-03-12' }],
]
for (const [what, text, path, expected] of HEADS)
  test(`what a release says of itself: ${what}`, () => assert.deepEqual(releaseOf(text, path).about, expected))

test('the text of a release is what stands after its front matter, and spans count from there', () => {
  const doc = openRelease('x.md', '---\r\ndate: 2024-03-12\r\n---\r\nAna visited Peru.', 'The Ministry')
  assert.deepEqual([doc.text, doc.date], ['Ana visited Peru.', '2024-03-12'])
})

const MINISTRY = authorityOf('Ministry of Foreign Affairs of Ecuador', '/releases/2023/')
const LIMA = 'Lima, 5 June 2023\n\nPresident Guillermo Lasso visited Peru on 2 June 2023.\n'
const NEVER = 'Quito, 6 June 2023\n\nNo president of Ecuador has ever visited Tuvalu.\n'
const FILES = [
  { path: 'a.txt', text: LIMA },
  { path: 'b.txt', text: NEVER },
  { path: 'copy of a.txt', text: LIMA },
]
const ALL_RIGHT: Review = { seen: true, sampled: 1, confirmed: 1, rejected: [] }
const META = { recordedAt: '2026-11-22T12:00:00Z', by: 'ana' }

const readAll = async (ledger: Ledger, files = FILES) => readReleases(MINISTRY, files, await holdersOf(ledger))
const outcome = async (ledger: Ledger, text: string, source?: string): Promise<string | undefined> => {
  const doc = documentOf(text, { date: '2024-01-01', ...(source && { source }) })
  return (await (await checkerOf(ledger)).check(doc, { today: '2024-01-01' })).claims[0]?.verdict.outcome
}
const SENTENCE = 'Guillermo Lasso visited Peru in June 2023.'

test('what a release tells is evidence for other documents, never for itself, and a denial stays a report', async () => {
  const ledger = memoryLedger()
  const read = await readAll(ledger)
  assert.deepEqual([read.documents.length, read.candidates.length, read.apart.length, read.undated], [2, 1, 1, []])
  const { added, note } = await fileReleases(ledger, read, ALL_RIGHT, [], META)
  assert.deepEqual([added, note.accepted], [2, 1])
  assert.equal(await outcome(ledger, SENTENCE), 'supported')
  assert.equal(await outcome(ledger, LIMA), 'not-covered')
  assert.equal(await outcome(ledger, 'No president of Ecuador has ever visited Tuvalu.'), 'not-covered')
  const { facts, sources } = await ledger.fetch([{ kind: 'visit', roles: { to: ['state:PER'] } }])
  assert.equal(facts[0]!.speaker, 'state:ECU')
  assert.equal(sources[0]!.viewpoint, 'as stated by the Ministry of Foreign Affairs of Ecuador')
  const { text } = (await ledger.document(facts[0]!.cite.doc!))!
  assert.equal(text.slice(facts[0]!.cite.start, facts[0]!.cite.end), facts[0]!.cite.quote)
})

test('releases are no articles whose verdicts are watched, others are', async () => {
  const ledger = memoryLedger()
  await ledger.add({ document: documentOf('Guillermo Lasso visited Peru in June 2023.', { date: '2024-01-01' }) }, META)
  await fileReleases(ledger, await readAll(ledger), ALL_RIGHT, [], META)
  const watched = [...(await verdictsOfAll(ledger, '2024-01-01')).values()].map(({ quote, outcome }) => [
    quote,
    outcome,
  ])
  assert.deepEqual(watched, [['Guillermo Lasso visited Peru in June 2023', 'supported']])
})

test('the ministry quoted elsewhere is not borne out by its own release', async () => {
  const ledger = memoryLedger()
  await fileReleases(ledger, await readAll(ledger), ALL_RIGHT, [], META)
  const quoted = 'The Ministry of Foreign Affairs of Ecuador said that Guillermo Lasso visited Peru in June 2023.'
  assert.equal(await outcome(ledger, quoted), 'not-covered')
})

test('filed again nothing changes; undone nothing is left; filed once more it is back; a release that is gone is withdrawn', async () => {
  const ledger = memoryLedger()
  const file = async (files = FILES) => {
    const { added, retracted } = await fileReleases(ledger, await readAll(ledger, files), ALL_RIGHT, [], META)
    return [added, retracted]
  }
  assert.deepEqual(await file(), [2, 0])
  assert.deepEqual(await file(), [0, 0])
  assert.equal(await undoBatch(ledger, MINISTRY.batch, META), 2)
  assert.equal(await outcome(ledger, SENTENCE), 'not-covered')
  assert.deepEqual(await file(), [2, 0])
  assert.equal(await undoBatch(ledger, MINISTRY.batch, META), 2)
  assert.deepEqual(await file(), [2, 0])
  assert.deepEqual(await file(FILES.slice(1, 2)), [0, 1])
  await assert.rejects(undoBatch(ledger, 'pack/us-cuba', META), { code: 'not-found' })
  await assert.rejects(undoBatch(ledger, 'releases/nobody', META), { code: 'not-found' })
})

test('what a person refuses stays a report, and the share is kept', async () => {
  const ledger = memoryLedger()
  const read = await readAll(ledger)
  await fileReleases(ledger, read, { seen: true, sampled: 1, confirmed: 0, rejected: read.candidates }, [], META)
  assert.equal(await outcome(ledger, SENTENCE), 'not-covered')
  const [batch] = await batchesOf(ledger)
  assert.equal(batch!.batch, 'releases/ministry-of-foreign-affairs-of-ecuador/2023')
  assert.equal(batch!.note.review, '0 of 1 sampled claims confirmed by ana (0 %; 0 % to 79 % of all)')
})

test('a sample is the same each time, and no larger than what there is', async () => {
  const { candidates } = await readAll(memoryLedger(), [
    ...FILES,
    { path: 'c.txt', text: 'Ana Able visited Chile on 3 May 2023.' },
  ])
  assert.equal(candidates.length, 2)
  assert.deepEqual(sampleOf(candidates, 5), sampleOf(candidates.toReversed(), 5))
  assert.deepEqual(sampleOf(candidates, 1), sampleOf(candidates, 2).slice(0, 1))
})

test('how much of all may be right is said with its bounds', () => {
  const { share, least, most } = acceptance({ sampled: 20, confirmed: 18 })
  assert.deepEqual(
    [share, least, most].map((x) => x.toFixed(2)),
    ['0.90', '0.70', '0.97'],
  )
  assert.match(sayReview({ seen: false, sampled: 3, confirmed: 3, rejected: [] }, 'ana'), /nobody looked/)
  assert.match(sayReview({ seen: true, sampled: 0, confirmed: 0, rejected: [] }, 'ana'), /no claim/)
})

const STATES: [string, string | undefined][] = [
  ['Ministry of Foreign Affairs of Ecuador', 'state:ECU'],
  ['Israeli Prime Minister’s Office', 'state:ISR'],
  ['U.S. Department of State', 'state:USA'],
  ['Foreign Office', undefined],
  ['Joint Commission of Peru and Ecuador', undefined],
]
for (const [name, expected] of STATES)
  test(`the state for which ${name} speaks`, () => {
    if (expected) assert.equal(stateOf(name), expected)
    else assert.throws(() => stateOf(name), { code: 'incorrect' })
  })

test('what a ministry says that its releases tell proves something by silence only where it is said to be whole', async () => {
  const covers = { kinds: ['visits'], from: '2020-01-01', to: '2023-12-31' }
  const visited = 'Ana Able visited Ecuador in 2022.'
  const ask = async (grade: 'complete' | 'complete-but') => {
    const ledger = memoryLedger()
    const read = await readAll(ledger, [...FILES, { path: 'c.txt', text: 'Ana Able visited Ecuador on 3 May 2021.' }])
    await fileReleases(ledger, read, ALL_RIGHT, coverageOf(MINISTRY, { ...covers, grade }), META)
    return outcome(ledger, visited)
  }
  assert.deepEqual([await ask('complete-but'), await ask('complete')], ['not-covered', 'refuted'])
  for (const kinds of [['gossip'], ['constructor']])
    assert.throws(() => coverageOf(MINISTRY, { ...covers, kinds, grade: 'complete' }), { code: 'incorrect' })
  assert.throws(() => coverageOf(MINISTRY, { ...covers, from: '2024-01-01', grade: 'complete' }), { code: 'incorrect' })
})
