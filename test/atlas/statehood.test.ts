import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { allStates, type StateList, spells } from '../../src/atlas/states.ts'
import { EVER } from '../../src/model/when.ts'

const FOLDER = join(process.env.CHANCERY_SHARED ?? join(import.meta.dirname, '../../../shared'), 'data/states')

interface Listed {
  number: string
  code: string
  from: string
  to: string
}

const two = (n: string): string => n.padStart(2, '0')

const cow = (): Listed[] =>
  lines('cow_statelist2024.csv', ',').map(([code, number, , y, m, d, y2, m2, d2]) => ({
    ...{ code: code!, number: number! },
    from: `${y}-${two(m!)}-${two(d!)}`,
    to: open(`${y2}-${two(m2!)}-${two(d2!)}`, '2024-12-31'),
  }))

const gw = (): Listed[] =>
  ['ksgmdw.txt', 'microstates.txt'].flatMap((file) =>
    lines(file, '\t').map(([number, code, , from, to]) => ({
      ...{ code: code!, number: number!, from: from! },
      to: open(to!, '2020-12-31'),
    })),
  )

const open = (day: string, close: string): string => (day === close ? EVER.to : day)
const lines = (file: string, by: string): string[][] =>
  readFileSync(join(FOLDER, file), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(by))

/** Our spells by number, those that follow one another without a gap joined: one list's state may be several of ours. */
function ours(list: StateList): Set<string> {
  const all = allStates().flatMap(({ id }) => spells(id, list).map(({ number, from, to }) => ({ number, from, to })))
  all.sort((a, b) => a.number.localeCompare(b.number) || (a.from < b.from ? -1 : 1))
  const joined: typeof all = []
  for (const spell of all) {
    const last = joined.at(-1)
    const next = last && last.number === spell.number && Date.parse(spell.from) - Date.parse(last.to) <= 86_400_000
    if (next) last.to = spell.to
    else joined.push({ ...spell })
  }
  return new Set(joined.map(({ number, from, to }) => `${number} ${from} ${to}`))
}

/** The list's spells, joined in the same way. */
function theirs(listed: Listed[]): Set<string> {
  const all = [...listed].sort((a, b) => a.number.localeCompare(b.number) || (a.from < b.from ? -1 : 1))
  const joined: Listed[] = []
  for (const spell of all) {
    const last = joined.at(-1)
    if (last && last.number === spell.number && Date.parse(spell.from) - Date.parse(last.to) <= 86_400_000)
      last.to = spell.to
    else joined.push({ ...spell })
  }
  return new Set(joined.map(({ number, from, to }) => `${number} ${from} ${to}`))
}

describe('the two definitions of statehood, day for day', () => {
  for (const [list, read] of [
    ['cow', cow],
    ['gw', gw],
  ] as const)
    test(list, (t) => {
      if (!existsSync(FOLDER)) return t.skip(`no lists of states at ${FOLDER}`)
      const [mine, listed] = [ours(list), theirs(read())]
      assert.deepEqual(
        [...listed].filter((spell) => !mine.has(spell)),
        [],
        'in the list, not in the atlas',
      )
      assert.deepEqual(
        [...mine].filter((spell) => !listed.has(spell)),
        [],
        'in the atlas, not in the list',
      )
    })
})
