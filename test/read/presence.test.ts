import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read, toRow } from '../../src/read/index.ts'

const rowsOf = (text: string): string[] =>
  read({ id: 't', text, date: '2022-05-12' }).claims.map((c) => {
    const { kind, is, roles, when, modality } = toRow(c)
    return JSON.stringify([kind, is ?? 'so', roles, when ?? '', modality])
  })

const TOLD: readonly [text: string, ...rows: unknown[][]][] = [
  [
    'LIMA, May 12 (Agency) - The president of Chile, Ana Ruiz, arrived here on Monday.',
    ['visit', 'so', { visitor: 'Ana Ruiz', from: 'CHL', to: 'PER', place: 'Lima' }, '2022-05-09', 'happened'],
  ],
  [
    'President Ana Ruiz of Chile visited Oman on Monday. She was accompanied by Foreign Minister Juan Soto.',
    ['visit', 'so', { visitor: 'Juan Soto', to: 'OMN' }, '2022-05-09', 'happened'],
  ],
  [
    'Two presidents of Chile have visited Oman. The first was Ana Ruiz in 1994.',
    ['visit', 'so', { visitor: 'Ana Ruiz', from: 'CHL', to: 'OMN' }, '1994', 'happened'],
    ['visit', 'first', { visitor: 'president of CHL', from: 'CHL', to: 'OMN' }, '', 'happened'],
  ],
  [
    'President Ana Ruiz of Chile will preside over the opening of her country’s embassy in Oman on 20 July.',
    ['mission', 'so', { sender: 'CHL', host: 'OMN', type: 'embassy', step: 'opened' }, '2022-07-20', 'planned'],
  ],
]

for (const [text, ...rows] of TOLD) {
  test(`told: ${text}`, () => {
    const found = rowsOf(text).map((r) => JSON.parse(r))
    for (const row of rows)
      assert.ok(
        found.some((f) => same(f, row)),
        `${JSON.stringify(row)} not in ${JSON.stringify(found)}`,
      )
  })
}

const same = (a: unknown[], b: unknown[]): boolean => a.every((x, i) => key(x) === key(b[i]))
const key = (x: unknown): string =>
  typeof x === 'object' && x !== null ? JSON.stringify(Object.entries(x).toSorted()) : JSON.stringify(x)
