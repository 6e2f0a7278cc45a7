import assert from 'node:assert/strict'
import { test } from 'node:test'
import { memoryLedger } from '../../src/keep/memory.ts'
import type { Ledger } from '../../src/keep/port.ts'
import type { NewFact } from '../../src/model/fact.ts'
import { askLedger } from '../../src/run/ask.ts'
import { checkerOf } from '../../src/run/check.ts'
import { documentOf } from '../../src/run/document.ts'
import { judge, reconcile } from '../../src/run/reconcile.ts'
import { syncPacks } from '../../src/run/starter.ts'
import { sayDoubts } from '../../src/show/en/doubt.ts'
import { starterPacks } from '../../src/sources/starter.ts'
import { covers, on, source, told, visit } from '../keep/stores.ts'

const NOW = '2026-11-22T12:00:00.000Z'
const ana = { because: 'the same ship', by: 'ana' }

const trips = (ids: string[]) =>
  ids.map((id, i) => visit('joe-biden', 'BOL', `2022-05-0${i + 1}`, { cite: { source: id } }))

test('a judgement makes two tellings one event, is reversed by another, and each is kept', async () => {
  const ledger = memoryLedger()
  const { facts } = await ledger.add(
    { facts: trips(['a', 'b']), sources: [source('a'), source('b')] },
    on('2024-01-01'),
  )
  const pair = [facts[0]!, facts[1]!] as const
  assert.equal((await reconcile(ledger, NOW)).unsure.length, 1)
  const same = await judge(ledger, pair, { is: 'same', ...ana }, NOW)
  assert.equal((await reconcile(ledger, NOW)).unsure.length, 0)
  const apart = await judge(ledger, [pair[1], pair[0]], { is: 'not-same', because: 'two ships', by: 'ben' }, NOW)
  const { judgements } = await reconcile(ledger, NOW)
  assert.deepEqual(judgements, [apart])
  const acts = (await ledger.history(same.id)).map((entry) => `${entry.act} ${entry.by}`)
  assert.deepEqual(acts, ['recorded ana', 'retracted ben'])
  await ledger.retract(apart.id, on(NOW, 'ana'))
  assert.equal((await reconcile(ledger, NOW)).unsure.length, 1)
})

test('a judgement outlives a new import that adds a page to every row', async () => {
  const ledger = memoryLedger()
  const by = (day: string) => on(day, 'source/a')
  const [a, b] = trips(['a', 'b'])
  const first = await ledger.replace({ facts: [a!] }, by('2024-01-01'), { content: '1', stamp: '' })
  const other = await ledger.add({ facts: [b!] }, on('2024-01-01'))
  await judge(ledger, [first.facts[0]!, other.facts[0]!], { is: 'same', ...ana }, NOW)
  await ledger.replace({ facts: [{ ...a!, cite: { source: 'a', locator: 'p. 7' } }] }, by('2024-01-02'), {
    content: '2',
    stamp: '',
  })
  assert.equal((await reconcile(ledger, NOW)).unsure.length, 0)
})

const REFUSED: [string, (ids: string[]) => [string, string], string][] = [
  ['an unknown fact', (ids) => [ids[0]!, 'fact:none'], 'not-found'],
  ['no fact', (ids) => [ids[0]!, 'doc:1'], 'not-found'],
  ['a visit and a meeting', (ids) => [ids[0]!, ids[1]!], 'incorrect'],
  ['one fact twice', (ids) => [ids[0]!, ids[0]!], 'incorrect'],
]
for (const [what, pick, code] of REFUSED)
  test(`no word is taken on ${what}`, async () => {
    const ledger = memoryLedger()
    const batch = [visit('a', 'ECU', '1950'), told('meeting', { parties: ['person:a', 'person:b'] }, '1950')]
    const { facts } = await ledger.add({ facts: batch }, on('2024-01-01'))
    await assert.rejects(judge(ledger, pick(facts), { is: 'same', ...ana }, NOW), { code })
  })

const WHOLE = {
  ...covers('visit', { visitor: 'office:president/USA' }, '2018-12-02', '2024-12-04'),
  cite: { source: 'hsg-travels' },
}
/** A trip that the travel list does not tell, by an article that a person accepted or not. */
const missed = (when: string, standing: 'accepted' | 'reported' = 'accepted') =>
  visit(when < '2021' ? 'donald-trump' : 'joe-biden', 'BOL', when, {
    standing,
    cite: { source: 'doc:1', doc: 'doc:1', quote: 'was in La Paz' },
  })

/** The list as its publisher has it, said to be whole, without what others are known to tell of these years. */
async function travels(): Promise<Ledger> {
  const ledger = memoryLedger()
  const packs = starterPacks().filter((p) => ['us-travels', 'states-and-offices'].includes(p.name))
  await syncPacks(ledger, packs, { now: NOW })
  const { facts } = await ledger.fetch([{ kind: 'visit' }])
  for (const { id } of facts.filter((f) => f.cite.source === 'public-record')) await ledger.retract(id, on(NOW, 'ana'))
  await ledger.add({ coverage: [WHOLE] }, on(NOW))
  return ledger
}

/** Years in which the list proves that no president came to Chile. */
async function provenYears(ledger: Ledger): Promise<string> {
  const checker = await checkerOf(ledger)
  const outcomeIn = async (year: number) => {
    const doc = documentOf(`No president of the United States visited Chile in ${year}.`, { date: '2024-12-31' })
    return (await checker.check(doc, { today: '2024-12-31' })).claims[0]?.verdict.outcome
  }
  const out: number[] = []
  for (const year of [2019, 2020, 2021, 2022, 2023]) if ((await outcomeIn(year)) === 'supported') out.push(year)
  return out.join(' ')
}

test('the travel list, said to be whole to 2024, is in doubt around a trip that it lacks, and only there', async () => {
  const ledger = await travels()
  assert.equal((await reconcile(ledger, NOW)).lacks.length, 0)
  assert.equal(await provenYears(ledger), '2019 2020 2021 2022 2023')
  const { facts } = await ledger.add({ facts: [missed('2022-06-10', 'reported')] }, on(NOW))
  const found = await reconcile(ledger, NOW)
  assert.deepEqual([found.lacks.length, found.fresh.length], [1, 0])
  assert.equal(await provenYears(ledger), '2019 2020 2021 2022 2023')
  await ledger.decide(facts[0]!, 'accept', on(NOW, 'ana'))
  const [doubt] = (await reconcile(ledger, NOW)).fresh
  assert.deepEqual([doubt!.from, doubt!.to, doubt!.by], ['2021-06-10', '2023-06-10', 'chancery reconcile'])
  assert.match(doubt!.because, /it lacks the visit of 2022-06-10 told by doc:1/)
  assert.equal(await provenYears(ledger), '2019 2020')
  await ledger.decide(facts[0]!, 'reject', on(NOW, 'ana'))
  assert.equal((await reconcile(ledger, NOW)).withdrawn, 1)
  assert.equal(await provenYears(ledger), '2019 2020 2021 2022 2023')
})

test('what was known before the doubt is still answered as it was', async () => {
  const ledger = await travels()
  await ledger.add({ facts: [missed('2022-06-10')] }, on('2026-11-23'))
  await reconcile(ledger, '2026-11-23T12:00:00Z')
  const outcome = async (knownOn?: string) => {
    const doc = documentOf('No president of the United States visited Chile in 2022.', { date: '2024-12-31' })
    const checker = await checkerOf(ledger, knownOn)
    return (await checker.check(doc, { today: '2024-12-31', ...(knownOn && { knownOn }) })).claims[0]?.verdict
  }
  assert.equal((await outcome('2026-11-22'))?.outcome, 'supported')
  const now = (await outcome())!
  assert.equal(now.outcome, 'not-covered')
  assert.deepEqual(
    sayDoubts(now, (id) => id),
    ['hsg-travels is in doubt from 10 June 2021 to 10 June 2023: it lacks the visit of 2022-06-10 told by doc:1'],
  )
})

test('a doubt that a person withdrew does not come back, and another does', async () => {
  const ledger = await travels()
  await ledger.add({ facts: [missed('2019-06-10'), missed('2022-06-10')] }, on(NOW))
  const { judgements } = await reconcile(ledger, NOW)
  assert.equal(await provenYears(ledger), '')
  await ledger.retract(judgements.find((j) => j.is === 'lacks' && j.from < '2019')!.id, on(NOW, 'ana'))
  await ledger.add({ facts: [missed('2022-06-20')] }, on(NOW))
  assert.equal((await reconcile(ledger, NOW)).fresh.length, 1)
  assert.equal(await provenYears(ledger), '2019 2020')
})

test('a confirmation that there is nothing else is spoken against only by what is learned later', async () => {
  const ledger = await travels()
  const confirmed = {
    ...WHOLE,
    roles: { visitor: 'person:joe-biden' },
    cite: { source: 'added:1' },
    by: 'the White House',
  }
  await ledger.add({ facts: [missed('2022-06-10')] }, on('2026-11-22T13:00:00Z'))
  await ledger.add({ coverage: [confirmed] }, on('2026-11-22T14:00:00Z'))
  const lists = async () => (await reconcile(ledger, '2026-11-22T15:00:00Z')).lacks.map((lack) => lack.list.cite.source)
  assert.deepEqual(await lists(), ['hsg-travels'])
  await ledger.add({ facts: [missed('2023-06-10')] }, on('2026-11-22T16:00:00Z'))
  assert.deepEqual((await lists()).sort(), ['added:1', 'hsg-travels', 'hsg-travels'])
})

test('the starter packs agree with each other', async () => {
  const ledger = memoryLedger()
  await syncPacks(ledger, starterPacks(), { now: NOW })
  const { lacks, unsure } = await reconcile(ledger, NOW)
  assert.deepEqual([lacks.length, unsure.length], [0, 0])
})

test('a visit told by a list, by two papers and by Wikidata is one event with four tellings', async () => {
  const ledger = memoryLedger()
  const tells = (id: string, when: string, more: Partial<NewFact> = {}) =>
    visit('joe-biden', 'BOL', when, { cite: { source: id }, ...more })
  const paper = (id: string, when: string) =>
    tells(id, when, { standing: 'accepted', cite: { source: id, doc: id, quote: 'was in La Paz' } })
  const four = [
    tells('hsg-travels', '2022-05-20/2022-05-22'),
    paper('doc:1', '2022-05-20'),
    paper('doc:2', '2022-05-22'),
    tells('wikidata', '2022-05'),
  ]
  await ledger.add({ facts: four, sources: four.map((f) => source(f.cite.source)) }, on(NOW))
  const asked = async () => {
    const { readings } = await askLedger(ledger, 'How many times did Joe Biden visit Bolivia in 2022?', {
      today: '2026-11-22',
    })
    const { value, members, witnesses } = readings[0]!.answer
    return [value?.least, members.length, witnesses.length]
  }
  assert.deepEqual(await asked(), [1, 1, 4])
  const { facts } = await ledger.fetch([{ kind: 'visit' }])
  const of = (id: string) => facts.find((f) => f.cite.source === id)!.id
  const apart = await judge(
    ledger,
    [of('doc:2'), of('hsg-travels')],
    { is: 'not-same', because: 'another stop', by: 'ana' },
    NOW,
  )
  assert.deepEqual(await asked(), [2, 2, 4])
  await ledger.retract(apart.id, on(NOW, 'ana'))
  assert.deepEqual(await asked(), [1, 1, 4])
})

test('two copies of one list tell its events once', async () => {
  const ledger = memoryLedger()
  const rows = (author: string) => [
    visit('joe-biden', 'BOL', '2022-05-20/2022-05-22', {
      note: author,
      cite: { source: 'hsg-travels', locator: 'trip 1' },
    }),
    visit('joe-biden', 'CHL', '2022-05-22', { note: author, cite: { source: 'hsg-travels', locator: 'trip 2' } }),
  ]
  for (const author of ['pack/us-travels', 'pull/historian-travels'])
    await ledger.add({ facts: rows(author), sources: [source('hsg-travels')] }, on(NOW, author))
  const { readings } = await askLedger(ledger, 'How many times did Joe Biden visit Bolivia?', { today: '2026-11-22' })
  assert.deepEqual(readings[0]!.answer.members.length, 1)
})
