import assert from 'node:assert/strict'
import { test } from 'node:test'
import { factsIn, withReadings } from '../../src/run/read-source.ts'
import type { Prose, Told } from '../../src/sources/source.ts'

const prose = (text: string, country = 'Ecuador', state = 'state:ECU'): Prose => ({
  text,
  country,
  about: () => state,
  file: 'a.xml',
  cite: { source: 'list', locator: 'entry' },
})

const ROWS: [text: string, expected: string[]][] = [
  ['The United States severed diplomatic relations with Ecuador on June 7, 1967.', ['relations severed 1967-06-07']],
  ['The United States opened an embassy in Ecuador on March 5, 1942.', ['mission opened 1942-03-05']],
  ['The United States will open an embassy in Ecuador on March 5, 2042.', []],
  ['Peru severed diplomatic relations with Ecuador on June 7, 1967.', []],
  ['The United States severed diplomatic relations with Peru on June 7, 1967.', []],
  ['The United States severed diplomatic relations with Ecuador in 1967.', []],
]

for (const [text, expected] of ROWS)
  test(`prose: ${text}`, () => {
    const facts = factsIn(prose(text))
    assert.deepEqual(
      facts.map(({ kind, roles, when }) => `${kind} ${roles.step} ${when}`),
      expected,
    )
    for (const { cite } of facts) assert.equal(text.slice(cite.start, cite.end), cite.quote)
  })

test('what is told already is not told again', () => {
  const told = { facts: [], prose: [ROWS[0]![0], ROWS[0]![0]].map((text) => prose(text)) } as unknown as Told
  const once = withReadings(told)
  assert.equal(once.facts.length, 1)
  assert.equal(withReadings(once).facts.length, 1)
})
