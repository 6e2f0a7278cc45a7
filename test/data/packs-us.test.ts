import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { ROLLS } from '../../scripts/pack-us-cuba-rolls.ts'
import { classOf } from '../../src/model/ids.ts'
import { isKind, KINDS, type Kind } from '../../src/model/kinds/index.ts'
import { daysOf, inside, isDay } from '../../src/model/when.ts'

type Row = Record<string, string>
interface Pack {
  sources: { id: string; title: string; licence: string; viewpoint: string; asOf: string }[]
  resources: { name: string; path: string; kind: string; schema: { fields: { name: string }[] } }[]
}

const PACKS = ['us-cuba', 'us-travels', 'visits-to-us'].filter((name) => existsSync(packPath(name, 'datapackage.json')))
function packPath(pack: string, file: string): string {
  return fileURLToPath(new URL(`../../data/${pack}/${file}`, import.meta.url))
}
const packOf = (name: string): Pack => JSON.parse(readFileSync(packPath(name, 'datapackage.json'), 'utf8'))
const rowsOf = (pack: string, file: string): Row[] => parse(readFileSync(packPath(pack, file)), { columns: true })
const all = PACKS.flatMap((name) => packOf(name).resources.map((resource) => ({ name, resource, pack: packOf(name) })))
const facts = all.filter(({ resource }) => isKind(resource.kind))
const where = (name: string, path: string, at: number): string => `${name}/${path} line ${at + 2}`

test('every resource tells its columns as the file has them', () => {
  for (const { name, resource } of all) {
    const header = readFileSync(packPath(name, resource.path), 'utf8').split('\n')[0]!.split(',')
    const told = resource.schema.fields.map((field) => field.name)
    assert.deepEqual(told, header, `${name}/${resource.path}`)
  }
})

test('every source says whose record it is, under what licence, and to what day', () => {
  for (const name of PACKS)
    for (const source of packOf(name).sources) {
      assert.ok(source.title && source.licence && source.viewpoint, `${name}: ${source.id}`)
      assert.ok(isDay(source.asOf), `${name}: ${source.id}: ${source.asOf}`)
    }
})

const CLASSES: Record<string, string[]> = {
  state: ['state', 'place'],
  person: ['person'],
  party: ['person', 'state', 'body', 'office'],
  body: ['body', 'seat'],
  place: ['place'],
  people: ['people'],
  roll: ['roll'],
}

test('every row has a source of its pack, a time, and well-formed ids', () => {
  for (const { name, resource, pack } of facts) {
    const roles = KINDS[resource.kind as Kind].roles as Record<
      string,
      { holds: string; list?: true; values?: readonly string[] }
    >
    const known = new Set(pack.sources.map((source) => source.id))
    for (const [at, row] of rowsOf(name, resource.path).entries()) {
      const line = where(name, resource.path, at)
      assert.ok(known.has(row.source!), `${line}: source ${row.source}`)
      assert.ok(daysOf(row.when!), `${line}: when ${row.when}`)
      for (const [role, { holds, list, values }] of Object.entries(roles)) {
        if (!row[role]) continue
        if (values) assert.ok(values.includes(row[role]!), `${line}: ${role} ${row[role]}`)
        const allowed = role === 'voter' ? ['seat'] : CLASSES[holds]
        if (!allowed) continue
        for (const id of list ? row[role]!.split(';') : [row[role]!]) {
          assert.ok(allowed.includes(classOf(id) ?? ''), `${line}: ${role} ${id}`)
          assert.match(
            id,
            /^(?:(?:state|seat):[A-Z]{3}|state:[\p{Ll}-]+|(?:person|place|people|body):[\p{Ll}\p{Lm}\p{N}-]+|(?:roll|office):\S+)$/u,
            line,
          )
        }
      }
    }
  }
})

test('no row is told twice', () => {
  for (const { name, resource } of facts) {
    const lines = readFileSync(packPath(name, resource.path), 'utf8').trim().split('\n').slice(1)
    assert.equal(new Set(lines).size, lines.length, `${name}/${resource.path}`)
  }
})

test('every coverage names who says it, and days in order', () => {
  for (const { name, resource } of all.filter((one) => one.resource.kind === 'coverage'))
    for (const [at, row] of rowsOf(name, resource.path).entries()) {
      const line = where(name, resource.path, at)
      assert.ok(isKind(row.kind!) && row.by && row.source, line)
      assert.ok(isDay(row.from!) && isDay(row.to!) && row.from! <= row.to!, line)
      assert.ok(['complete', 'complete-but', 'lower-bound', 'sample'].includes(row.grade!), line)
    }
})

const votes = rowsOf('us-cuba', 'votes.csv')
const covered = rowsOf('us-cuba', 'coverage-votes.csv').filter((row) => row.grade === 'complete')
const roleOf = (row: Row, role: string): string | undefined =>
  new RegExp(`(?:^|&)${role}=([^&]*)`).exec(row.roles!)?.[1]

test('a roll call is called complete only where it has the announced numbers', () => {
  for (const row of covered) {
    const id = roleOf(row, 'roll')!
    const roll = ROLLS.find((one) => one.id === id)!
    for (const choice of (roleOf(row, 'choice') ?? 'yes;no;abstain').split(';') as (keyof typeof roll.tally)[]) {
      const told = votes.filter((vote) => vote.roll === id && vote.choice === choice)
      const same = told.filter((vote) => inside(daysOf(vote.when!)!, daysOf(`${row.from}/${row.to}`)!))
      const own = same.filter((vote) => vote.source === row.source)
      const count = new Set((own.length === roll.tally[choice] ? own : same).map((vote) => vote.voter)).size
      assert.equal(count, roll.tally[choice], `${id} ${choice} by ${row.source}`)
    }
  }
})

test('nobody votes two ways in one source', () => {
  const choices = Map.groupBy(votes, (row) => `${row.roll} ${row.voter} ${row.source}`)
  for (const [key, rows] of choices) assert.equal(new Set(rows.map((row) => row.choice)).size, 1, key)
})

const TELLS: [choice: string, roll: string, voters: string[]][] = [
  ['no', '70-5', ['ISR', 'USA']],
  ['no', '71-5', []],
  ['abstain', '71-5', ['ISR', 'USA']],
  ['no', '67-4', ['ISR', 'PLW', 'USA']],
  ['no', '47-19', ['ISR', 'ROU', 'USA']],
  ['absent', '73-8', ['MDA', 'UKR']],
]
for (const [choice, roll, voters] of TELLS)
  test(`${roll}: ${choice} ${voters.join(', ') || 'nobody'}`, () => {
    const told = votes.filter((row) => row.roll === `roll:A-RES-${roll}` && row.choice === choice)
    assert.deepEqual([...new Set(told.map((row) => row.voter!.slice(5)))].sort(), voters)
  })

const trips = rowsOf('us-travels', 'visits-of-presidents.csv')
const early = rowsOf('us-travels', 'visits-before-office.csv')

test('two sitting presidents visited Cuba, Coolidge and Obama', () => {
  const cuba = trips.filter((row) => row.to === 'state:CUB').map((row) => [row.when, row.visitor])
  assert.deepEqual(cuba, [
    ['1928-01-15/1928-01-17', 'person:calvin-coolidge'],
    ['2016-03-20/2016-03-22', 'person:barack-obama'],
  ])
  const told = rowsOf('us-cuba', 'visits.csv').filter((row) => row.place === 'place:havana')
  assert.ok(cuba.every(([when]) => told.some((row) => row.when === when)))
})

test('the Cuban pack and the travels tell the same rows in the same words', () => {
  const travels = [...trips, ...rowsOf('us-travels', 'visits-of-secretaries.csv')]
  for (const row of rowsOf('us-cuba', 'visits.csv')) {
    const same = travels.find((trip) => trip.locator === row.locator)!
    for (const key of ['visitor', 'to', 'place', 'when', 'url', 'quote', 'source'])
      assert.equal(row[key] || undefined, same[key] || undefined, `${row.locator} ${key}`)
  }
})

/** First day of each president's first term, of those who travelled as president-elect. */
const TOOK_OFFICE: Record<string, string> = {
  'person:william-howard-taft': '1909-03-04',
  'person:woodrow-wilson': '1913-03-04',
  'person:warren-g-harding': '1921-03-04',
  'person:herbert-hoover': '1929-03-04',
  'person:franklin-d-roosevelt': '1933-03-04',
  'person:dwight-d-eisenhower': '1953-01-20',
  'person:ronald-reagan': '1981-01-20',
}

test('a president-elect is no president', () => {
  assert.ok(early.every((row) => row.when! < TOOK_OFFICE[row.visitor!]!))
  assert.ok(trips.every((row) => row.when! >= (TOOK_OFFICE[row.visitor!] ?? '')))
  assert.equal(trips[0]!.when!.slice(0, 4), '1906')
})

const terms = rowsOf('states-and-offices', 'offices.csv').concat(rowsOf('us-travels', 'offices.csv'))
const served = (office: string, row: Row): boolean =>
  terms.some((term) => {
    const when = daysOf(row.when!)!
    return term.office === office && term.person === row.visitor && inside(when, daysOf(term.when!)!)
  })

test('every traveller held the office on the days of the trip, a president-elect never', () => {
  for (const row of [...trips, ...rowsOf('us-travels', 'visits-not-listed.csv')])
    assert.ok(served('office:president/USA', row), `${row.when} ${row.visitor}`)
  for (const row of rowsOf('us-travels', 'visits-of-secretaries.csv'))
    assert.ok(served('office:secretary-of-state/USA', row), `${row.when} ${row.visitor}`)
  for (const row of early) assert.ok(!served('office:president/USA', row), `${row.when} ${row.visitor}`)
})

const EXAMPLES = ['havana', 'state-visit']
for (const name of EXAMPLES)
  test(`examples/${name}.txt opens with the title of its meta file, and is told to be an example`, () => {
    const read = (file: string): string => readFileSync(new URL(`../../examples/${file}`, import.meta.url), 'utf8')
    const [text, meta] = [read(`${name}.txt`), JSON.parse(read(`${name}.meta.json`))]
    assert.equal(text.split('\n')[0], meta.title)
    assert.ok(isDay(meta.date))
    assert.match(meta.outlet, /example/)
    assert.ok(meta.source)
  })
