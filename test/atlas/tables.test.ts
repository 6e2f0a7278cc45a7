import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { scoreNames } from '../../src/atlas/score.ts'
import { allStates, existed, spells } from '../../src/atlas/states.ts'
import { firstDay, itemsOf, lastDay, readTable } from '../../src/atlas/table.ts'
import { daysOf } from '../../src/model/when.ts'

const TABLES = [
  'states',
  'spells',
  'places',
  'capitals',
  'metonyms',
  'bodies',
  'phrases',
  'seats',
  'members',
  'groups',
  'observers',
  'cities',
  'labels',
]

describe('the tables', () => {
  for (const name of TABLES)
    test(`${name}: every row names its sources and has sound dates`, () => {
      for (const row of readTable(name)) {
        assert.ok(row.sources, JSON.stringify(row))
        for (const date of [row.from, row.to]) assert.ok(!date || daysOf(date), JSON.stringify(row))
        assert.ok(firstDay(row.from) <= lastDay(row.to), JSON.stringify(row))
      }
    })

  test('every state named by another table is in the table of states', () => {
    const ids = new Set(readTable('states').map((row) => row.id))
    const named = [
      ...readTable('spells').map((row) => row.id),
      ...readTable('capitals').map((row) => row.id),
      ...readTable('seats').map((row) => row.occupant),
      ...readTable('members').flatMap((row) => row.states!.split(' ')),
      ...readTable('observers').map((row) => row.state),
      ...readTable('cities').map((row) => row.state),
      ...readTable('states').flatMap((row) => itemsOf(row.follows)),
    ]
    assert.deepEqual(
      named.filter((id) => !ids.has(id)),
      [],
    )
  })

  test('every state has a spell, and the spells of one list do not overlap', () => {
    for (const { id } of allStates()) {
      assert.ok(spells(id).length, id)
      for (const list of ['cow', 'gw', 'own'] as const) {
        const own = spells(id, list)
        for (let i = 1; i < own.length; i++) assert.ok(own[i - 1]!.to < own[i]!.from, `${id} ${list}`)
      }
    }
  })

  test('no two states hold one number of a list on one day', () => {
    for (const list of ['cow', 'gw'] as const) {
      const all = allStates().flatMap(({ id }) => spells(id, list).map((spell) => ({ id, spell })))
      const clash = all.filter((a) =>
        all.some((b) => a.id < b.id && a.spell.number === b.spell.number && existed(b.id, a.spell.from, list)),
      )
      assert.deepEqual(clash, [])
    }
  })
})

test('at least 96 % of a table of names resolve right', (t) => {
  const file = join(
    process.env.CHANCERY_SHARED ?? join(import.meta.dirname, '../../../shared'),
    'data/names/name-tests.tsv',
  )
  if (!existsSync(file)) return t.skip(`no table of names at ${file}`)
  const { total, right, wrong } = scoreNames(readFileSync(file, 'utf8'))
  assert.ok(total > 500)
  assert.ok(right / total >= 0.96, `${right} of ${total}: ${wrong.join('; ')}`)
})

test('names written before they were tried', () => {
  for (const file of ['unseen-names', 'unseen-names-2']) {
    const { total, right, wrong } = scoreNames(readFileSync(join(import.meta.dirname, `${file}.tsv`), 'utf8'))
    assert.ok(right / total >= 0.97, `${file}: ${right} of ${total}: ${wrong.join('; ')}`)
  }
})
