import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, type TestContext, test } from 'node:test'
import type { Ledger } from '../../src/keep/port.ts'
import { openLedger } from '../../src/run/ledger.ts'
import { lastPulls, pullFrom } from '../../src/run/pull.ts'
import { folderFiles, memoryFiles } from '../../src/sources/files.ts'
import type { OpenSource, Told } from '../../src/sources/source.ts'
import { nothingTold } from '../../src/sources/telling.ts'
import { ungaVotes } from '../../src/sources/unga.ts'
import { scratch } from '../sources/pack-folder.ts'

/** A data set of lines `visitor to when`. */
const lines: OpenSource = {
  name: 'lines',
  title: 'Lines',
  holds: 'visits',
  viewpoint: 'as told',
  licence: { name: 'CC0-1.0', exports: true },
  covers: 'the fifties',
  faults: [],
  megabytes: 0,
  recommended: false,
  publisher: { kind: 'by-hand', page: 'https://example.org', how: 'it is a trial' },
  recognise: (files) => (files.list('visits.txt').length ? files : undefined),
  tell(files): Told {
    const rows = files.text('visits.txt').trim().split('\n')
    const facts = rows.map((row, i): Told['facts'][number] => {
      const [visitor = '', to = '', when = ''] = row.split(' ')
      const roles = { visitor: `person:${visitor}`, to: `state:${to}` }
      return {
        kind: 'visit',
        roles,
        when,
        telling: 'yes',
        modality: 'happened',
        standing: 'data',
        cite: { source: 'lines', locator: `line ${i + 1}` },
      }
    })
    const source = { id: 'lines', title: 'Lines', licence: 'CC0-1.0', viewpoint: 'as told', asOf: '1959-12-31' }
    return { ...nothingTold(), sources: [source], facts, rows: rows.length }
  },
}

const open = async (t: TestContext): Promise<Ledger> => {
  const ledger = await openLedger({ path: ':memory:', packs: null })
  t.after(() => ledger.close())
  return ledger
}
const files = (text: string) => memoryFiles('m', { 'visits.txt': text })
const pull = (ledger: Ledger, text: string, now: string, again = false) =>
  pullFrom(ledger, lines, files(text), { now, again })
const visitors = async (ledger: Ledger, knownOn?: string) => {
  const { facts } = await ledger.fetch([{ kind: 'visit' }], { knownOn })
  return facts
    .map((f) => String(f.roles.visitor).slice(7))
    .sort()
    .join(' ')
}
const FIVE = ['ana ECU 1951', 'ben ISR 1952', 'cay USA 1953', 'dan CUB 1954', 'eve FRA 1955'].join('\n')

describe('a pull', () => {
  test('files what the files tell; the same again changes nothing', async (t) => {
    const ledger = await open(t)
    const first = await pull(ledger, FIVE, '2024-01-01')
    assert.deepEqual([first.outcome, first.rows, first.facts, first.added], ['filed', 5, 5, 5])
    const second = await pull(ledger, FIVE, '2024-01-02')
    assert.deepEqual([second.outcome, second.facts, second.added, second.unchanged], ['unchanged', 5, 0, 5])
    const third = await pull(ledger, FIVE, '2024-01-03', true)
    assert.deepEqual([third.outcome, third.added, third.unchanged, third.withdrawn], ['filed', 0, 5, 0])
    assert.equal((await lastPulls(ledger)).get('lines')?.facts, 5)
    assert.equal(await visitors(ledger), 'ana ben cay dan eve')
  })

  test('a corrected file is told anew, the earlier state stays answerable, and what changed is told', async (t) => {
    const ledger = await open(t)
    await pull(ledger, FIVE, '2024-01-01')
    const done = await pull(ledger, FIVE.replace('ben', 'bob'), '2024-02-01')
    assert.deepEqual([done.added, done.unchanged, done.withdrawn], [1, 4, 1])
    assert.equal(await visitors(ledger), 'ana bob cay dan eve')
    assert.equal(await visitors(ledger, '2024-01-15'), 'ana ben cay dan eve')
    const changes = await ledger.changes('pull/lines')
    const said = [changes?.filed, changes?.withdrawn].map((list) => list?.map((f) => f.roles.visitor))
    assert.deepEqual(said, [['person:bob'], ['person:ben']])
  })

  test('a file that tells far less is taken for cut, and nothing is changed unless it is said again', async (t) => {
    const ledger = await open(t)
    await pull(ledger, FIVE, '2024-01-01')
    await assert.rejects(pull(ledger, 'ana ECU 1951', '2024-01-02'), {
      code: 'conflict',
      message: /may be cut.*--again/,
    })
    assert.equal(await visitors(ledger), 'ana ben cay dan eve')
    await pull(ledger, 'ana ECU 1951', '2024-01-03', true)
    assert.equal(await visitors(ledger), 'ana')
  })

  test('what breaks the rules of its kind is a finding, and the rest is filed', async (t) => {
    const ledger = await open(t)
    const done = await pull(ledger, `${FIVE}\nfay ECU 1951-13\ngus  1950`, '2024-01-01')
    assert.deepEqual(
      [done.facts, done.findings.map((f) => `${f.kind} ${f.locator}`)],
      [5, ['not-filed line 6', 'not-filed line 7']],
    )
  })

  test('files of something else are refused', async (t) => {
    const ledger = await open(t)
    await assert.rejects(pullFrom(ledger, lines, memoryFiles('m', { 'other.txt': 'x' }), { now: '2024-01-01' }), {
      code: 'not-found',
    })
    await assert.rejects(pull(ledger, 'x y z', '2024-01-01'), { code: 'incorrect', message: /tell nothing/ })
    assert.equal((await ledger.summary()).facts, 0)
  })

  test('what a person withdrew stays withdrawn', async (t) => {
    const ledger = await open(t)
    await pull(ledger, FIVE, '2024-01-01')
    const [ana] = (await ledger.fetch([{ kind: 'visit', roles: { visitor: ['person:ana'] } }])).facts
    await ledger.retract(ana!.id, { recordedAt: '2024-01-02', by: 'desk' })
    await pull(ledger, FIVE, '2024-01-03', true)
    assert.equal(await visitors(ledger), 'ben cay dan eve')
  })
})

/** How often a child is killed: `CHANCERY_KILLS=100` for a long run. */
const KILLS = Number(process.env.CHANCERY_KILLS ?? 4)
const [CALLS, VOTERS] = [
  400,
  ['France', 'Ecuador', 'Israel', 'Cuba', 'Egypt', 'India', 'Norway', 'Peru', 'Chile', 'China'],
]

/** Files of roll calls; every other choice differs between versions. */
function writeRollCalls(folder: string, version: number): void {
  mkdirSync(folder, { recursive: true })
  const calls = Array.from(
    { length: CALLS },
    (_, i) => `${i + 1},70,0,2015-12-${String((i % 28) + 1).padStart(2, '0')},R/70/${i + 1},NA,NA,NA,NA`,
  )
  writeFileSync(
    join(folder, 'roll_calls.csv'),
    `rcid,session,importantvote,date,unres,amend,para,short,descr\n${calls.join('\n')}\n`,
  )
  const choice = (i: number, n: number) => (i % 2 && (n + version) % 2 ? 'no' : 'yes')
  const rows = calls.flatMap((_, i) => VOTERS.map((voter, n) => `${i + 1},${voter},XX,${choice(i, n)}`))
  writeFileSync(join(folder, 'unvotes.csv'), `rcid,country,country_code,vote\n${rows.join('\n')}\n`)
}

test(`a pull that is killed ${KILLS} times at random moments leaves all or nothing, and the next one ends it`, async (t) => {
  const folder = scratch(t)
  const path = join(folder, 'ledger.db')
  for (const version of [0, 1]) writeRollCalls(join(folder, String(version)), version)
  let killed = 0
  for (let run = 0; killed < KILLS && run < 4 * KILLS; run++) {
    const child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        join(import.meta.dirname, 'puller-process.ts'),
        path,
        join(folder, String(run % 2)),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
    const timer = setTimeout(() => child.kill('SIGKILL'), Math.random() * 250)
    const [, signal] = await once(child, 'exit')
    clearTimeout(timer)
    if (signal === 'SIGKILL') killed++
    const ledger = await openLedger({ path, packs: null })
    const { facts, kinds } = await ledger.summary()
    assert.ok(facts === 0 || facts === CALLS * VOTERS.length, `run ${run}: ${facts}`)
    const told = await ledger.fetch([{ kind: 'vote' }])
    assert.equal(told.facts.length, facts)
    assert.equal(kinds[0]?.facts ?? 0, facts)
    const no = told.facts.filter((f) => f.roles.choice === 'no').length
    assert.ok(facts === 0 || no === (CALLS / 2) * (VOTERS.length / 2), `run ${run}: ${no} against`)
    await ledger.close()
  }
  t.diagnostic(`${killed} pulls were killed`)
  const ledger = await openLedger({ path, packs: null })
  const done = await pullFrom(ledger, ungaVotes, folderFiles(join(folder, '1')), { now: new Date().toISOString() })
  assert.equal(done.facts, CALLS * VOTERS.length)
  const { facts } = await ledger.fetch([{ kind: 'vote' }])
  assert.equal(facts.length, CALLS * VOTERS.length)
  assert.equal(
    facts.filter((f) => f.roles.roll === 'roll:A-RES-70-2' && f.roles.choice === 'no').length,
    VOTERS.length / 2,
  )
  await ledger.close()
})
