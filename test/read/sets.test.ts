import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { read, toRow } from '../../src/read/index.ts'

const weights = existsSync(new URL('../../src/grammar/en/weights.bin', import.meta.url))

/** A statement on a set, and for each row: kind, `is`, the count, who is left out, and who is in the roles. */
const TABLE: readonly (readonly [string, readonly string[]])[] = [
  ['33 states voted for the partition of Palestine', ['vote count 33 states partition of Palestine yes']],
  ['All but two members voted for the resolution', ['vote every members resolution yes']],
  [
    'Ghana was one of the 40 states that voted against the motion.',
    ['vote so GHA motion no', 'vote count 40 states motion no'],
  ],
  ['Every member but Chad voted for the resolution.', ['vote every member resolution yes except TCD']],
  [
    'All five countries that abstained on the motion, with the exception of Chad, now have diplomatic ties with Togo.',
    [
      'relations every countries that abstained on the motion,TGO held except TCD',
      'vote count 5 countries motion abstain',
    ],
  ],
  [
    'Of the nine states that voted against the motion, Ghana and Togo have entered into relations with Mali.',
    ['vote count 9 states motion no', 'vote among GHA,TGO motion no', 'relations among GHA,TGO,MLI established'],
  ],
  [
    'Helen Clark was the first prime minister of New Zealand to visit Tonga.',
    ['visit so Helen Clark NZL TON', 'visit first prime minister of NZL NZL TON'],
  ],
  ['No president of Peru has visited Fiji.', ['visit none president of PER PER FJI']],
  ['Only Ghana and Togo voted against the motion.', ['vote only GHA,TGO motion no']],
]

const told = (text: string): string[] =>
  read({ id: 'doc:set', text, date: '2022-05-12' })
    .claims.map(toRow)
    .map((row) => {
      const { roles, count, except, is = 'so' } = row
      const number = count ? ` ${count.least}` : ''
      return `${row.kind} ${is}${number} ${Object.values(roles).join(' ')}${except ? ` except ${except}` : ''}`
    })

test('claims about sets', (t) => {
  if (!weights) return t.skip('no weights of the parser')
  for (const [sentence, expected] of TABLE) {
    const found = told(sentence)
    for (const row of expected) assert.ok(found.includes(row), `${sentence}\n${found.join('\n')}`)
  }
})

test('a described set says by which role of which facts it is described', (t) => {
  if (!weights) return t.skip('no weights of the parser')
  const { claims } = read({
    id: 'doc:set',
    text: 'All five countries that abstained on the motion have ties with Togo.',
  })
  const between = claims.find((c) => c.kind === 'relations')?.roles.between
  const set = between?.is === 'list' ? between.of.find((f) => f.is === 'set') : undefined
  assert.equal(set?.is === 'set' ? `${set.by} of ${set.of.kind}` : undefined, 'voter of vote')
})
