import assert from 'node:assert/strict'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { embeddedLedger } from '../../src/keep/embedded.ts'
import type { Ledger } from '../../src/keep/port.ts'
import type { Ballot } from '../../src/model/ballot.ts'
import { closing, on, scratch, visit } from './stores.ts'

const ballot = (n: number, ...voters: string[]): Ballot => ({
  roll: `roll:${n}`,
  when: '1950',
  source: 'list',
  locator: `row ${n}`,
  votes: voters.map((voter) => [`seat:${voter}`, 'yes'] as const),
})
const voters = async (ledger: Ledger) => {
  const { facts } = await ledger.fetch([{ kind: 'vote' }])
  return facts
    .map((f) => `${f.roles.roll} ${f.roles.voter}`.replaceAll(/roll:|seat:/g, ''))
    .sort()
    .join(', ')
}

test('a ledger sees ballots that another process writes, whatever it had read before', async (t) => {
  const path = join(scratch(t), 'ledger.db')
  const [one, other] = [closing(t, embeddedLedger(path)), closing(t, embeddedLedger(path))]
  assert.equal(await voters(one), '')
  await other.add({ ballots: [ballot(1, 'ECU')] }, on('2024-01-01'))
  assert.equal(await voters(one), '1 ECU')
  await one.add({ ballots: [ballot(2, 'FRA', 'ECU')] }, on('2024-01-02'))
  await other.add({ ballots: [ballot(3, 'ISR')] }, on('2024-01-03'))
  await one.add({ ballots: [ballot(4, 'CUB', 'ISR')] }, on('2024-01-04'))
  const all = '1 ECU, 2 ECU, 2 FRA, 3 ISR, 4 CUB, 4 ISR'
  assert.deepEqual([await voters(one), await voters(other)], [all, all])
})

test('an entry that fails leaves no voter numbered', async (t) => {
  const path = join(scratch(t), 'ledger.db')
  const ledger = closing(t, embeddedLedger(path))
  const broken = { ...visit('b', 'ECU'), kind: null } as never
  const both = { ballots: [ballot(1, 'ECU', 'FRA')], facts: [visit('a', 'ECU')] }
  await assert.rejects(ledger.add({ ...both, facts: [broken] }, on('2024-01-01')))
  assert.equal(await voters(ledger), '')
  await ledger.add(both, on('2024-01-01'))
  await ledger.add({ ballots: [ballot(2, 'ISR')] }, on('2024-01-02'))
  assert.equal(await voters(ledger), '1 ECU, 1 FRA, 2 ISR')
})

test('a ledger of format 1 is taken up: what it kept is there, and ballots may be added', async (t) => {
  const path = join(scratch(t), 'ledger.db')
  const first = embeddedLedger(path)
  await first.add({ facts: [visit('a', 'ECU')] }, on('2024-01-01'))
  await first.close()
  const db = new DatabaseSync(path)
  db.exec(
    'DROP TABLE link; DROP TABLE act; DROP TABLE ballot; DROP TABLE voter; DROP INDEX filing_by; PRAGMA user_version = 1',
  )
  db.close()
  const ledger = closing(t, embeddedLedger(path))
  assert.equal((await ledger.fetch([{ kind: 'visit' }])).facts.length, 1)
  await ledger.add({ ballots: [ballot(1, 'ECU')] }, on('2024-01-02'))
  assert.equal(await voters(ledger), '1 ECU')
})
