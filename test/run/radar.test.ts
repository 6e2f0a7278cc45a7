import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Ledger } from '../../src/keep/port.ts'
import { type Checker, checkerOf } from '../../src/run/check.ts'
import { documentOf } from '../../src/run/document.ts'
import { openLedger } from '../../src/run/ledger.ts'
import { type Blip, blipsOf } from '../../src/run/radar.ts'
import { labels } from '../../src/show/en/label.ts'
import { showBlip } from '../../src/show/radar.ts'

const TODAY = '2026-06-01'

describe('the archive radar', () => {
  let ledger: Ledger
  let checker: Checker
  before(async () => {
    ledger = await openLedger({ path: ':memory:' })
    checker = await checkerOf(ledger)
  })
  after(() => ledger.close())
  const blips = (text: string, date: string): Promise<Blip[]> =>
    blipsOf(ledger, checker, documentOf(text, { date }), TODAY)

  const TABLE: [string, string, string, string[]][] = [
    ['true when printed, and still', 'Barack Obama visited Cuba in March 2016.', '2016-04-01', []],
    ['ties that were cut later', 'Colombia has diplomatic relations with Israel.', '2022-05-12', ['no-longer 2024-05']],
    [
      'ties that were cut before',
      'Colombia has diplomatic relations with Israel.',
      '2024-06-01',
      ['never-was 2024-05'],
    ],
    ['never so', 'No president of the United States has ever visited Cuba.', '2015-01-01', ['never-was 1928-01-15']],
    [
      'a first that was taken away by nobody',
      'Barack Obama was the first sitting president of the United States to visit Hiroshima.',
      '2016-06-01',
      [],
    ],
    ['what no source covers', 'No president of Tonga has ever visited Tuvalu.', '2020-01-01', []],
    ['an opinion', 'The visit to Cuba was a mistake.', '2016-04-01', []],
  ]
  for (const [name, text, date, expected] of TABLE)
    test(name, async () => {
      const found = (await blips(text, date)).map((b) => `${b.turn} ${b.since}`)
      assert.equal(found.length, expected.length)
      for (const [i, one] of expected.entries()) assert.ok(found[i]!.startsWith(one), found[i])
    })

  test('the note says what was printed, what changed and by whose record', async () => {
    const [blip] = await blips('Colombia has diplomatic relations with Israel.', '2022-05-12')
    const { note } = showBlip(blip!, '2022-05-12', labels(checker.labels), (id) => `source ${id}`)
    assert.match(
      note,
      /^This article, of 12 May 2022, says: “Colombia has diplomatic relations with Israel”\. That was so/,
    )
    assert.match(note, /It no longer is since 2 May 2024: Colombia and Israel severed diplomatic relations/)
    assert.match(note, /\(source [^)]+\)/)
  })
})
