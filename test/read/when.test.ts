import assert from 'node:assert/strict'
import { test } from 'node:test'
import { timesIn } from '../../src/read/when.ts'

/** Words, and their time when the article of 2022-05-12 (a Thursday) looks back and ahead. */
const TABLE: readonly (readonly [string, string, string?])[] = [
  ['on Wednesday', '2022-05-11', '2022-05-18'],
  ['on Monday', '2022-05-09', '2022-05-16'],
  ['this week', '2022-05-09/2022-05-15'],
  ['last week', '2022-05-02/2022-05-08'],
  ['next month', '2022-06'],
  ['a year ago', '2021'],
  ['last year', '2021'],
  ['in March', '2022-03', '2023-03'],
  ['in the second half of 2014', '2014-07/2014-12'],
  ['early November', '2021-11-01/2021-11-10', '2022-11-01/2022-11-10'],
  ['mid-November', '2021-11-11/2021-11-20', '2022-11-11/2022-11-20'],
  ['late in November', '2021-11-21/2021-11-30', '2022-11-21/2022-11-30'],
  ['the 1990s', '1990/1999'],
  ['between 14 and 17 July', '2021-07-14/2021-07-17', '2022-07-14/2022-07-17'],
  ['since 1999', '1999/2022-05-12'],
  ['over the past 50 years', '1972/2022'],
  ['before 2022', '/2022'],
  ['previously', '/2022-05-12'],
  ['over sixty years ago', '/1962'],
  ['now', '2022-05-12'],
  ['tomorrow', '2022-05-13'],
  ['July 30 to August 2, 2021', '2021-07-30/2021-08-02'],
  ['May 10-14', '2022-05-10/2022-05-14'],
  ['29 November 1947', '1947-11-29'],
  ['Wednesday, July 10, 2019', '2019-07-10'],
  ['from 2018 to 2020', '2018/2020'],
  ['(in 2030)', '2030'],
]

test('times are resolved as the codebook says, no finer than the text', () => {
  for (const [words, past, future = past] of TABLE) {
    const [hit, more] = timesIn(words, { start: 0, end: words.length }, { date: '2022-05-12' })
    assert.equal(more, undefined, words)
    assert.deepEqual([hit?.at('past'), hit?.at('future')], [past, future], words)
  }
})

test('without a date, what is relative to one stays open', () => {
  for (const words of ['on Wednesday', 'last week', 'a year ago', 'now', 'in March']) {
    const hits = timesIn(words, { start: 0, end: words.length }, {})
    assert.deepEqual(
      hits.map((h) => h.at('past')),
      [undefined],
      words,
    )
  }
})

test('what is no time gives none', () => {
  for (const words of ['2000 troops may go', 'in the coming months', 'on February 30']) {
    const hits = timesIn(words, { start: 0, end: words.length }, { date: '2022-05-12' })
    assert.ok(!hits.some((h) => h.at('past')), words)
  }
})
