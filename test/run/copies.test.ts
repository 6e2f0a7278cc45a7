import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { memoryLedger } from '../../src/keep/memory.ts'
import { checkerOf } from '../../src/run/check.ts'
import { Copies } from '../../src/run/copies.ts'
import { documentOf } from '../../src/run/document.ts'
import { visit } from '../keep/stores.ts'

const BODY = `President Guillermo Lasso visited Peru on 2 June 2023, where he was received by the president of the congress and
by members of the cabinet. The two governments spoke of roads across the border, of the harvest and of schools in the villages on
either side of the river, which have long asked for a bridge. After lunch the guests planted a tree in the garden of the palace, as
visitors have done for many years, and listened to a choir of children from the north of the country.`
const OTHER = `Guillermo Lasso visited Peru on 2 June 2023. He left in the evening without a word to the reporters who had waited for
him since the morning. Exporters of fruit on both sides had hoped for lower duties, and for fewer papers at the crossing, where lorries
stand for days in the sun. They will have to wait until the next meeting, which nobody has set a day for. In the markets of the border
towns the traders shrugged, and said that ministers had come and gone before without any change in the price of bananas.`

/** Six of ten runs of six words are shared: the plain way to say it. */
function areCopies(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    return new Set(words.length < 60 ? [] : words.slice(5).map((_, i) => words.slice(i, i + 6).join(' ')))
  }) as [Set<string>, Set<string>]
  const fewer = Math.min(one.size, other.size)
  return fewer > 0 && [...one].filter((run) => other.has(run)).length >= 0.6 * fewer
}

const COPIES: [string, string, string, boolean][] = [
  ['itself', BODY, BODY, true],
  ['another headline and a last line', BODY, `LASSO IN LIMA\n\n(Agency) - ${BODY}\n\nReporting by our staff.`, true],
  ['other line ends', BODY, BODY.replaceAll('\n', ' '), true],
  ['cut to its first half, which is still long', BODY, BODY.slice(0, 380), true],
  ['another article about the same', BODY, OTHER, false],
  ['a sentence of it', BODY, 'President Guillermo Lasso visited Peru on 2 June 2023.', false],
  ['nothing', BODY, '', false],
]
for (const [what, a, b, expected] of COPIES)
  test(`${expected ? 'a copy' : 'no copy'}: ${what}`, () => {
    for (const [first, second] of [
      [a, b],
      [b, a],
    ] as const) {
      const copies = new Copies()
      copies.of('first', documentOf(first))
      assert.equal(copies.of('second', documentOf(second)), expected ? 'first' : undefined)
    }
  })

test('a copy of an accepted article is not borne out by it, another article is', async () => {
  const ledger = memoryLedger()
  const filed = documentOf(BODY, { date: '2023-06-05' })
  const fact = visit('guillermo-lasso', 'PER', '2023-06-02', {
    standing: 'accepted',
    cite: { source: filed.id, doc: filed.id, quote: 'President Guillermo Lasso visited Peru on 2 June 2023' },
  })
  await ledger.add({ facts: [fact], document: filed }, { recordedAt: '2023-06-05', by: 'ana' })
  const checker = await checkerOf(ledger)
  const outcome = async (text: string) => {
    const { claims } = await checker.check(documentOf(text, { date: '2023-06-05' }), { today: '2023-06-05' })
    return claims.find((c) => c.claim.quote.includes('Lasso visited Peru'))?.verdict.outcome
  }
  assert.equal(await outcome(`LASSO IN LIMA\n\n${BODY}`), 'not-covered')
  assert.equal(await outcome(OTHER), 'supported')
})

describe('prints of one report among many', () => {
  const words = (n: number, seed: number) =>
    Array.from({ length: n }, (_, i) => `w${(Math.imul(i + 1, 2654435761) ^ Math.imul(seed, 40503)) >>> 12}`)
  const article = (seed: number) => words(300, seed).join(' ')
  const edited = (text: string, every: number) =>
    text
      .split(' ')
      .map((word, i) => (i % every === every - 1 ? `${word}x` : word))
      .join(' ')

  test('are found as the comparison of all with all finds them', () => {
    const copies = new Copies()
    const texts = Array.from({ length: 60 }, (_, seed) => {
      const text = article(seed % 20)
      return seed < 20 ? text : seed < 40 ? edited(text, 25) : text.split(' ').slice(0, 150).join(' ')
    })
    for (const [i, text] of texts.entries()) {
      const expected = texts.slice(0, i).findIndex((other) => areCopies(other, text))
      const found = copies.of(String(i), documentOf(text))
      assert.equal(found, expected < 0 ? undefined : String(expected % 20), String(i))
    }
  })
  test('a formula that every paper prints makes no copies', () => {
    const copies = new Copies()
    const formula = words(60, 999).join(' ')
    for (let i = 0; i < 400; i++) assert.equal(copies.of(String(i), documentOf(`${article(i)} ${formula}`)), undefined)
  })
})
