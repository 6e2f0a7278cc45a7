import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { memoryLedger } from '../../src/keep/memory.ts'
import { holdersOf } from '../../src/run/holders.ts'

const NAMES: [string, string, string[]][] = [
  ['person:noah-bryson-mamet', 'Noah Bryson Mamet', []],
  ['person:charles-parker-ries', 'Charles Parker Ries', []],
  ['person:horacio-rivero-jr', 'Horacio Rivero Jr.', []],
  ['person:john-adams', 'John Adams', []],
  ['person:john-quincy-adams', 'John Quincy Adams', []],
  ['person:john-f-kerry', 'John Forbes Kerry', ['John Kerry']],
  ['person:ann-b-smith', 'Ann B. Smith', []],
  ['person:ann-c-smith', 'Ann C. Smith', []],
]

describe('whom a name means, by the names of a ledger', async () => {
  const ledger = memoryLedger()
  const names = NAMES.map(([id, label, aliases]) => ({ id, label, aliases }))
  await ledger.add({ names }, { recordedAt: '2026-01-01', by: 'test' })
  const { persons } = await holdersOf(ledger)
  const table: [string, string[]][] = [
    ['Noah Bryson Mamet', ['person:noah-bryson-mamet']],
    ['Noah Mamet', ['person:noah-bryson-mamet']],
    ['Charles P. Ries', ['person:charles-parker-ries']],
    ['Charles Q. Ries', []],
    ['Horacio Rivero', ['person:horacio-rivero-jr']],
    ['John Adams', ['person:john-adams']],
    ['John Q. Adams', ['person:john-quincy-adams']],
    ['John Kerry', ['person:john-f-kerry']],
    ['Ann Smith', ['person:ann-b-smith', 'person:ann-c-smith']],
    ['Ann C. Smith', ['person:ann-c-smith']],
    ['Nobody Known', []],
  ]
  for (const [name, ids] of table)
    test(name, () =>
      assert.deepEqual(
        persons(name)
          .map((p) => p.id)
          .sort(),
        ids,
      ),
    )
})
