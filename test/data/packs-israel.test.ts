import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { classOf } from '../../src/model/ids.ts'
import { isKind, KINDS, type Kind } from '../../src/model/kinds/index.ts'
import type { RoleDefinition } from '../../src/model/kinds/kind.ts'
import { daysOf, isDay } from '../../src/model/when.ts'

type Row = Record<string, string>
interface Pack {
  sources: { id: string; title: string; licence: string; viewpoint: string; asOf: string }[]
  resources: { name: string; path: string; kind: string; schema: { fields: { name: string }[] } }[]
}

const PACKS = ['ecuador-israel', 'israel-relations', 'palestine-partition', 'states-and-offices']
const pathOf = (pack: string, file: string): string =>
  fileURLToPath(new URL(`../../data/${pack}/${file}`, import.meta.url))
const packOf = (name: string): Pack => JSON.parse(readFileSync(pathOf(name, 'datapackage.json'), 'utf8'))
const rowsOf = (pack: string, file: string): Row[] => parse(readFileSync(pathOf(pack, file)), { columns: true })
const files = PACKS.flatMap((name) =>
  packOf(name).resources.map((resource) => ({ name, resource, pack: packOf(name) })),
)
const allOf = (kind: string): Row[] =>
  files.flatMap(({ name, resource }) => (resource.kind === kind ? rowsOf(name, resource.path) : []))

test('every resource tells its columns as the file has them, with one row a line', () => {
  for (const { name, resource } of files) {
    const lines = readFileSync(pathOf(name, resource.path), 'utf8').trimEnd().split('\n')
    const told = resource.schema.fields.map((field) => field.name)
    assert.deepEqual(told, lines[0]!.split(','), `${name}/${resource.path}`)
    assert.equal(rowsOf(name, resource.path).length, lines.length - 1, `${name}/${resource.path}`)
  }
})

test('every source says whose record it is, under what licence, and to what day', () => {
  for (const name of PACKS)
    for (const source of packOf(name).sources) {
      assert.ok(source.title && source.licence && source.viewpoint, `${name}: ${source.id}`)
      assert.ok(isDay(source.asOf), `${name}: ${source.id}: ${source.asOf}`)
    }
})

const ID =
  /^(?:(?:state|seat):[A-Z]{3}|(?:person|place|people|body):[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*|(?:roll|office):\S+)$/u

function faultOf(kind: Kind, row: Row): string | undefined {
  for (const [role, definition] of Object.entries(KINDS[kind].roles) as [string, RoleDefinition][]) {
    const value = row[role]
    if (!value && definition.key) return `${role} is missing`
    if (!value || definition.holds === 'label') continue
    if (definition.holds === 'closed') {
      if (!definition.values?.includes(value)) return `${role} ${value}`
    } else for (const id of definition.list ? value.split(';') : [value]) if (!ID.test(id)) return `${role} ${id}`
  }
  return undefined
}

test('every row of facts has a known source, a time, its key roles and well-formed ids', () => {
  for (const { name, resource, pack } of files) {
    if (!isKind(resource.kind)) continue
    const known = new Set(pack.sources.map((source) => source.id))
    for (const [at, row] of rowsOf(name, resource.path).entries()) {
      const line = `${name}/${resource.path} line ${at + 2}`
      assert.ok(known.has(row.source!), `${line}: source ${row.source}`)
      assert.ok(daysOf(row.when!), `${line}: when ${row.when}`)
      assert.equal(faultOf(resource.kind, row), undefined, line)
    }
  }
})

test('coverage names who says so, by roles of its kind, over days in order', () => {
  for (const { name, resource, pack } of files) {
    if (resource.kind !== 'coverage') continue
    const known = new Set(pack.sources.map((source) => source.id))
    for (const row of rowsOf(name, resource.path)) {
      const line = `${name}: ${row.roles}`
      assert.ok(isKind(row.kind!) && row.by && known.has(row.source!), line)
      assert.ok(isDay(row.from!) && isDay(row.to!) && row.from! <= row.to!, line)
      for (const part of row.roles!.split('&')) assert.ok(part.split('=')[0]! in KINDS[row.kind as Kind].roles, line)
    }
  }
})

test('every person, office and place that a row names has a name, and no id has two labels', () => {
  const labels = new Map<string, string>()
  for (const { id, label } of allOf('names')) {
    assert.ok(classOf(id!) && label, id)
    assert.equal(labels.get(id!) ?? label, label, id)
    labels.set(id!, label!)
  }
  for (const { name, resource } of files) {
    if (!isKind(resource.kind)) continue
    for (const row of rowsOf(name, resource.path))
      for (const role of ['person', 'visitor', 'office', 'place', 'people', 'parties'])
        for (const id of (row[role] ?? '').split(';')) if (id) assert.ok(labels.has(id), `${name}: ${id}`)
  }
})

const votes = rowsOf('palestine-partition', 'votes.csv')
const seats = (choice: string, source = 'un-yearbook'): string[] =>
  votes.filter((v) => v.choice === choice && v.source === source).map((v) => v.voter!)

test('the roll call on partition cross-foots in both sources', () => {
  const tally = (source: string) => ['yes', 'no', 'abstain', 'absent'].map((choice) => seats(choice, source).length)
  assert.deepEqual(tally('un-yearbook'), [33, 13, 10, 1])
  assert.deepEqual(tally('unvotes'), [33, 13, 10, 0])
  for (const choice of ['yes', 'no', 'abstain']) assert.deepEqual(seats(choice, 'unvotes'), seats(choice), choice)
  assert.equal(new Set(votes.filter((v) => v.source === 'un-yearbook').map((v) => v.voter)).size, 57)
})

const occupancy = rowsOf('palestine-partition', 'occupancy.csv')
const codeOf = (id: string): string => id.slice(id.indexOf(':') + 1)

/** The state that sits in a seat on a day; without a row for the seat, the state of its code; `undefined` if it is empty. */
function occupant(seat: string, day: string): string | undefined {
  const held = occupancy.filter((row) => row.seat === seat)
  if (!held.length) return codeOf(seat)
  const sitting = held.find((row) => daysOf(row.when!)!.from <= day && day <= daysOf(row.when!)!.to)
  return sitting && codeOf(sitting.state!)
}

const relations = rowsOf('israel-relations', 'relations.csv')

/** The last step told by a day, read plainly: whether a state had relations with Israel on it. */
function tied(state: string | undefined, day: string, wide = false): boolean {
  const own = relations.filter(
    (row) =>
      row.between!.split(';').includes(`state:${state}`) && row.modality === '' && (wide || row.level !== 'de-facto'),
  )
  const during = own.filter(
    (row) => row.step === 'held' && daysOf(row.when!)!.from <= day && day <= daysOf(row.when!)!.to,
  )
  if (during.length) return during.every((row) => row.telling !== 'no')
  const { begins, ends } = KINDS.relations as { begins: readonly string[]; ends: readonly string[] }
  const steps = own
    .filter((row) => [...begins, ...ends].includes(row.step!) && daysOf(row.when!)!.to <= day)
    .sort((a, b) => (daysOf(a.when!)!.to < daysOf(b.when!)!.to ? -1 : 1))
  return begins.includes(steps.at(-1)?.step ?? '')
}

const everTied = (state: string, wide = false): boolean =>
  Array.from({ length: 75 }, (_, n) => `${1949 + n}-06-30`).some((day) => tied(state, day, wide))

test('of the ten that abstained, all but Yugoslavia had relations in May 2022, and not Colombia in June 2024', () => {
  const without = (day: string): string[] => seats('abstain').filter((seat) => !tied(occupant(seat, day), day))
  assert.deepEqual(without('2022-05-12'), ['seat:YUG'])
  assert.deepEqual(without('2024-06-15'), ['seat:COL', 'seat:YUG'])
  assert.equal(tied('TWN', '2022-05-12'), false)
})

test('of the thirteen against, four had relations in May 2022, and Cuba and Iran once', () => {
  const against = seats('no').map(codeOf)
  const four = ['EGY', 'GRC', 'IND', 'TUR']
  assert.deepEqual(
    against.filter((state) => tied(state, '2022-05-12')),
    four,
  )
  assert.deepEqual(
    against.filter((state) => everTied(state)),
    ['CUB', ...four],
  )
  assert.deepEqual(
    against.filter((state) => everTied(state, true)),
    ['CUB', 'EGY', 'GRC', 'IND', 'IRN', 'TUR'],
  )
})

test('relations with every voter are covered on the days asked about', () => {
  const covered = (state: string, day: string): boolean =>
    rowsOf('israel-relations', 'coverage.csv').some(
      (row) => row.roles!.split(/[=;]/).includes(`state:${state}`) && row.from! <= day && day <= row.to!,
    )
  for (const seat of ['yes', 'no', 'abstain', 'absent'].flatMap((choice) => seats(choice)))
    for (const day of ['2022-05-12', '2024-06-15']) {
      const state = occupant(seat, day)
      if (state) assert.ok(covered(state, day), `${state} on ${day}`)
    }
})

test('a break or its mending never comes before the first step', () => {
  const { ends } = KINDS.relations as { ends: readonly string[] }
  const ended = relations.filter((row) => ends.includes(row.step!) || row.step === 'restored')
  for (const row of ended) assert.ok(daysOf(row.when!)!.from > '1948-05-14', `${row.between} ${row.when}`)
})

test('nobody holds an office twice at a time, but for the day of a change', () => {
  const byHolder = Map.groupBy(
    allOf('office').filter((row) => row.step === 'serving'),
    (row) => `${row.office} ${row.person} ${row.source}`,
  )
  for (const [holder, terms] of byHolder) {
    const days = terms.map((row) => daysOf(row.when!)!).sort((a, b) => (a.from < b.from ? -1 : 1))
    for (const [at, term] of days.entries()) if (at) assert.ok(term.from >= days[at - 1]!.to, `${holder} ${term.from}`)
  }
})

test('every member of the United Nations has a beginning or exists, and the states that ended have an end', () => {
  const told = allOf('statehood')
  const states = new Set(told.filter((row) => row.step !== 'dissolved').map((row) => row.state))
  assert.equal([...states].filter((id) => !ENDED.includes(codeOf(id!)) && !BESIDES.includes(codeOf(id!))).length, 193)
  for (const code of ENDED)
    assert.ok(
      told.some((row) => row.state === `state:${code}` && row.step === 'dissolved'),
      code,
    )
})

const ENDED = ['YUG', 'SUN', 'CSK', 'DDR', 'SCG', 'YMD', 'VDR']
const BESIDES = ['TWN', 'VAT', 'PSE', 'XKX']
