import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Ledger } from '../../src/keep/port.ts'
import { type Checker, checkerOf, outcomeOf } from '../../src/run/check.ts'
import { documentOf } from '../../src/run/document.ts'
import { openLedger } from '../../src/run/ledger.ts'

let ledger: Ledger
let checker: Checker
before(async () => {
  ledger = await openLedger({ path: ':memory:' })
  checker = await checkerOf(ledger)
})
after(() => ledger.close())

/** Claims on who holds what, from every side. None is judged; those of usual wording are said to be a matter of status. */
const STATUS = `
Taiwan is part of China.
Taiwan is an independent country.
Taiwan is a province of China.
Kosovo is part of Serbia.
Kosovo is an independent state.
Western Sahara is part of Morocco.
Western Sahara belongs to Morocco.
The Sahrawi Republic is a sovereign state.
Palestine is a state.
Jerusalem is the capital of Israel.
Jerusalem is the capital of Palestine.
East Jerusalem is occupied by Israel.
Jerusalem is the undivided capital of Israel.
The West Bank is occupied by Israel.
The West Bank belongs to Israel.
Gaza is part of Palestine.
The Golan Heights are part of Syria.
The Golan Heights belong to Israel.
Crimea is part of Russia.
Crimea is part of Ukraine.
Crimea belongs to Ukraine.
Crimea was annexed by Russia.
Donetsk is part of Russia.
Abkhazia is part of Georgia.
Abkhazia is an independent state.
South Ossetia is a sovereign state.
Transnistria is part of Moldova.
Nagorno-Karabakh is part of Azerbaijan.
Northern Cyprus is part of Cyprus.
Northern Cyprus is occupied by Turkey.
The Turkish Republic of Northern Cyprus is a state.
Somaliland is part of Somalia.
Somaliland is an independent country.
The Falkland Islands belong to Argentina.
Gibraltar is part of Spain.
Gibraltar belongs to the United Kingdom.
The Chagos Islands belong to Mauritius.
Mayotte is part of the Comoros.
Essequibo belongs to Venezuela.
Kashmir is part of India.
Kashmir belongs to Pakistan.
Kashmir is an integral part of India.
Tibet is part of China.
Tibet is a country.
Hong Kong is part of China.
The Spratly Islands belong to Vietnam.
The Paracel Islands belong to China.
The Senkaku Islands are part of Japan.
The Diaoyu Islands belong to China.
Dokdo belongs to South Korea.
The Kuril Islands belong to Japan.
Abu Musa belongs to Iran.
Ceuta is part of Morocco.
Guantanamo Bay belongs to Cuba.
Israel has sovereignty over the Golan Heights.
Morocco has sovereignty over Western Sahara.
Russia owns Crimea.
Tel Aviv is the capital of Israel.
Nicosia is the capital of Northern Cyprus.
Taipei is the capital of China.
Arunachal Pradesh is part of China.
New Caledonia is a colony of France.`
  .trim()
  .split('\n')
/** Wordings that the reader does not take for a claim at all. */
const UNREAD = `
The Golan Heights are Israeli territory.
The Falkland Islands are British territory.
The Malvinas are Argentine.
Takeshima is Japanese territory.
Macedonia is Greek.`
  .trim()
  .split('\n')

const checked = (text: string) => checker.check(documentOf(text, { date: '2024-06-01' }), { today: '2026-11-22' })

describe('a contested status', () => {
  for (const text of STATUS)
    test(`is not judged: ${text}`, async () => {
      const found = await checked(text)
      assert.equal(outcomeOf(found), 'not-checkable')
      for (const { verdict } of found.claims) {
        assert.ok(!['supported', 'refuted', 'disputed'].includes(verdict.outcome))
        assert.equal(verdict.nearest, undefined)
      }
    })
  for (const text of UNREAD)
    test(`is not judged either: ${text}`, async () =>
      assert.ok(['not-understood', 'not-checkable'].includes(outcomeOf(await checked(text)))))

  test('is told in neutral words', async () => {
    for (const text of STATUS) {
      const found = await checked(text)
      const reasons = [...found.unread.map((u) => u.because), ...found.claims.map((c) => c.verdict.reason ?? '')]
      assert.ok(
        reasons.some((why) => /judged by none|never judged/.test(why)),
        `${text}: ${reasons.join('; ')}`,
      )
    }
  })
})
