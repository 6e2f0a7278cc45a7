import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { ChanceryError } from '../../src/model/error.ts'
import { type PanelOptions, panelOf } from '../../src/run/panel.ts'
import { panelFiles } from '../../src/run/panel-files.ts'
import { PANEL_COLUMNS } from '../../src/show/files/panel-columns.table.ts'
import { csvLine } from '../../src/show/files/table.ts'
import { scratch } from '../keep/stores.ts'
import { briefed } from './briefing-world.ts'

const PAIR: PanelOptions = { states: 'Ecuador,Peru', from: 2001, to: 2004 }
const made = async (options: PanelOptions = PAIR) => panelOf(await briefed(), options)
const rowsOf = async (options?: PanelOptions) => [...(await made(options)).years()].flatMap(({ rows }) => rows)

describe('the panel', () => {
  const TABLE: readonly [year: number, column: string, value: unknown, why: string][] = [
    [2002, 'visits_ab', 1, 'two tellings of one visit are one'],
    [2002, 'visits_whole_ab', 'false', 'no list of all visits is whole'],
    [2001, 'visits_ab', null, 'what nobody tells and no list covers is unknown, not zero'],
    [2003, 'visits_ba', 1, 'a visit the other way'],
    [2003, 'visits_ab', null, 'a mere report counts for nothing'],
    [2002, 'leader_visits_ba', 0, 'a zero rests on a list that is whole'],
    [2002, 'leader_visits_whole_ba', 'true', 'as the ministry states'],
    [2003, 'leader_visits_ba', 1, 'by a sitting president'],
    [2004, 'leader_visits_ba', null, 'the list ends before, and a plan is no visit'],
    [2002, 'relations', 'yes', 'restored in 1911, and held'],
    [2004, 'relations', null, 'the list ends in 2003'],
    [2002, 'embassy_ab', null, 'opened, but by dates that differ, with no list that it lasted'],
    [2003, 'envoy_ba', 'yes', 'told to have served in the year'],
    [2002, 'envoy_ba', null, 'not told'],
    [2002, 'agreements', null, 'none told, none covered'],
    [2003, 'un_both', 12, 'roll calls on which both voted'],
    [2003, 'un_alike', 7, 'on which both said yes'],
    [2003, 'un_share', 0.583333, 'the share'],
    [2002, 'un_both', null, 'no roll call of the year is held'],
    [2003, 'bodies', 1, 'the one to which both belong'],
    [2004, 'bodies', null, 'the list of members ends on 1 January'],
    [2003, 'cow_a', 'ECU', 'its code in another list'],
  ]
  for (const [year, column, value, why] of TABLE)
    test(`${column} of ${year}: ${why}`, async () => {
      const row = (await rowsOf()).find((r) => r.year === year)!
      assert.equal(row[column], value)
    })

  test('an agreement that is told counts', async () =>
    assert.equal((await rowsOf({ ...PAIR, from: 1999, to: 1999 }))[0]!.agreements, 1))

  test('has every column of its codebook, and no other', async () => {
    const names = PANEL_COLUMNS.map((c) => c.name)
    for (const row of await rowsOf()) assert.deepEqual(Object.keys(row).sort(), [...names].sort())
  })

  test('has a row for each pair of states that existed', async () => {
    const rows = await rowsOf({ states: 'Ecuador,Peru,Soviet Union', from: 1990, to: 1993 })
    assert.deepEqual(
      rows.map((r) => `${r.a} ${r.b} ${r.year}`).filter((r) => r.includes('SUN')),
      ['ECU SUN 1990', 'PER SUN 1990', 'ECU SUN 1991', 'PER SUN 1991'],
    )
  })

  test('of a grouping has who belonged to it', async () => {
    const rows = await rowsOf({ group: 'Benelux', from: 1990, to: 1990 })
    assert.deepEqual(
      rows.map((r) => `${r.a} ${r.b}`),
      ['BEL LUX', 'BEL NLD', 'LUX NLD'],
    )
  })

  for (const [what, options] of [
    ['no states', { from: 2000, to: 2001 }],
    ['states and a grouping', { states: 'Peru,Chile', group: 'Benelux', from: 2000, to: 2001 }],
    ['one state', { states: 'Peru', from: 2000, to: 2001 }],
    ['nobody', { states: 'Peru,Atlantis', from: 2000, to: 2001 }],
    ['no grouping', { group: 'Atlantis', from: 2000, to: 2001 }],
    ['years that run back', { states: 'Peru,Chile', from: 2001, to: 2000 }],
    ['years out of bounds', { states: 'Peru,Chile', from: 1, to: 9000 }],
  ] as const)
    test(`of ${what} is refused`, async () => assert.rejects(made(options), ChanceryError))
})

describe('its files', () => {
  const written = async (folder: string) => panelFiles(await made(), folder, { of: 'Ecuador and Peru' })

  test('are the same bytes for the same ledger', async (t) => {
    const [one, two] = [join(scratch(t), 'a'), join(scratch(t), 'b')]
    await written(one)
    await written(two)
    const names = readdirSync(one).sort()
    assert.deepEqual(names, [
      'CITATION.cff',
      'SHA256SUMS',
      'codebook.md',
      'datapackage.json',
      'panel.csv',
      'panel.parquet',
    ])
    for (const name of names) assert.ok(readFileSync(join(one, name)).equals(readFileSync(join(two, name))), name)
  })

  test('say the same: Parquet as CSV, sums as files, schema as header', async (t) => {
    const folder = join(scratch(t), 'p')
    await written(folder)
    const text = readFileSync(join(folder, 'panel.csv'), 'utf8')
    const [header, ...lines] = text.trimEnd().split('\n')
    const parquet = (await parquetReadObjects({
      file: await asyncBufferFromFile(join(folder, 'panel.parquet')),
    })) as Record<string, unknown>[]
    const names = PANEL_COLUMNS.map((c) => c.name)
    const again = parquet.map((row) => names.map((name) => String(row[name] ?? '')).join(','))
    assert.deepEqual(again, lines)
    const pack = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'))
    assert.equal(pack.resources[0].schema.fields.map((f: { name: string }) => f.name).join(), header)
    assert.equal(pack.resources[0].hash, `sha256:${createHash('sha256').update(text).digest('hex')}`)
    assert.match(pack.reader, /^chancery .*weights/)
    assert.ok(pack.measured.visit.recall > 0)
    for (const line of readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n')) {
      const [sum, name] = line.split('  ')
      assert.equal(
        createHash('sha256')
          .update(readFileSync(join(folder, name!)))
          .digest('hex'),
        sum,
      )
    }
  })

  test('its codebook tells every column, and every source with its licence', async (t) => {
    const folder = join(scratch(t), 'p')
    await written(folder)
    const codebook = readFileSync(join(folder, 'codebook.md'), 'utf8')
    for (const { name } of PANEL_COLUMNS) assert.ok(codebook.includes(`| \`${name}\` |`), name)
    assert.match(codebook, /\| The ministry \| as stated by Ecuador \| 1 January 2004 \| CC0-1\.0 \|/)
  })

  test('a folder that cannot be made is a failure that says so', async (t) => {
    const { writeFileSync } = await import('node:fs')
    const path = join(scratch(t), 'file')
    writeFileSync(path, '')
    await assert.rejects(written(join(path, 'x')), ChanceryError)
  })

  for (const [given, shown] of [
    ['=1+1', "'=1+1"],
    ['+49', "'+49"],
    ['-x', "'-x"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['plain', 'plain'],
    [-5, '-5'],
  ] as const)
    test(`a cell ${JSON.stringify(given)} is no formula`, () =>
      assert.equal(csvLine(['a'], { a: given }), `${shown}\n`))
})
