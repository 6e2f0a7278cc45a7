import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { before, describe, test } from 'node:test'
import type { Filler } from '../../src/model/claim.ts'
import { read } from '../../src/read/index.ts'
import type { Holders } from '../../src/read/ports.ts'
import { holdersOf } from '../../src/run/holders.ts'
import { openLedger } from '../../src/run/ledger.ts'

const weights = existsSync(new URL('../../src/grammar/en/weights.bin', import.meta.url))

/** Sentences whose offices or states only a ledger or a date can tell, and whom the first claim names. */
const TABLE: readonly (readonly [string, string])[] = [
  ['Ronald Reagan became president on January 20, 1981.', 'person:ronald-reagan state:USA'],
  ['Dean Acheson was secretary of state in 1950.', 'person:dean-acheson state:USA'],
  ['Gerald Ford was the first president to visit Japan.', 'person:gerald-ford@president/USA state:USA state:JPN'],
  [
    'Cordell Hull was the first secretary of state to visit Peru.',
    'person:cordell-hull@secretary-of-state/USA state:USA state:PER',
  ],
  ['President Harry Truman recognised Israel in May 1948.', 'state:USA state:ISR'],
  ['Harry Truman recognised Israel in May 1948.', 'state:USA state:ISR'],
  ['Angela Merkel was the first chancellor to visit Chad.', 'person:angela-merkel@chancellor/DEU state:DEU state:TCD'],
  [
    'The first US president to visit Chile was Herbert Hoover.',
    'person:herbert-hoover@president/USA state:USA state:CHL',
  ],
  ['The president of France visited Chile in 1964.', 'person:charles-de-gaulle@president/FRA state:FRA state:CHL'],
]

const idsOf = (f: Filler): string[] =>
  f.is === 'list' ? f.of.flatMap(idsOf) : f.is === 'entity' ? [f.id + (f.as ? f.as.replace('office:', '@') : '')] : []

describe('offices by the starter ledger', () => {
  let holders: Holders
  before(async () => {
    const ledger = await openLedger({ path: ':memory:' })
    holders = await holdersOf(ledger)
    await ledger.close()
  })
  for (const [text, expected] of TABLE)
    test(text, (t) => {
      if (!weights) return t.skip('no weights of the parser')
      const { claims } = read({ id: 'doc:office', text, date: '2022-05-12' }, holders)
      assert.equal(
        Object.values(claims[0]?.roles ?? {})
          .flatMap(idsOf)
          .join(' '),
        expected,
      )
    })

  test('a title given before its term is kept as told', (t) => {
    if (!weights) return t.skip('no weights of the parser')
    const text = 'President Trump visited Mexico.'
    const { claims } = read({ id: 'doc:office', text, date: '2016-12-15' }, holders)
    assert.deepEqual(idsOf(claims[0]!.roles.visitor!), ['person:donald-trump@president/USA'])
  })
})
