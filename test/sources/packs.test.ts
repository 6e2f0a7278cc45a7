import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readPack } from '../../src/sources/packs.ts'
import { starterPacks } from '../../src/sources/starter.ts'
import { description, scratch, type Tables, writePack } from './pack-folder.ts'

test('a pack is read into facts, coverage, names and sources', (t) => {
  const folder = writePack(scratch(t), 'trips', {
    visit:
      '\uFEFFvisitor,to,when,telling,source,url,quote,locator,note\r\n' +
      'person:a,state:ECU,1950-03-01/1950-03-04,,list,https://example.org,"came, saw, ""left""",row 1,by sea\r\n' +
      'person:b,state:ECU,,no,list,,,,\r\n',
    relations: 'between,step,when,source\nstate:CUB;state:USA,severed,1961-01-03,list\n',
    community: 'people,host,least,most,when,source,speaker\npeople:cuban,state:USA,14000,,2013,list,The bureau\n',
    remark: 'speaker,stance,when,modality,source\nperson:a,thank,1950,planned,list\n',
    coverage:
      'kind,roles,from,to,grade,by,source\nvisit,visitor=office:president/USA&to=state:ECU;state:PER,1900-01-01,1999-12-31,lower-bound,The list,list\n' +
      'visit,,1900-01-01,1999-12-31,,The list,list\n',
    names: 'id,label,aliases,day\nroll:R1,A/RES/1(I),the first; resolution 1,1947-11-29\nperson:a,A. Able,,\n',
  })
  const { facts, coverage, names, sources } = readPack(folder)
  const plain = { telling: 'yes', modality: 'happened', standing: 'data' }
  const cite = { source: 'list' }
  assert.deepEqual(withoutAbsent(facts), [
    {
      ...plain,
      kind: 'visit',
      roles: { visitor: 'person:a', to: 'state:ECU' },
      when: '1950-03-01/1950-03-04',
      note: 'by sea',
      cite: { source: 'list', url: 'https://example.org', quote: 'came, saw, "left"', locator: 'row 1' },
    },
    { ...plain, kind: 'visit', roles: { visitor: 'person:b', to: 'state:ECU' }, telling: 'no', cite },
    {
      ...plain,
      kind: 'relations',
      roles: { between: ['state:CUB', 'state:USA'], step: 'severed' },
      when: '1961-01-03',
      cite,
    },
    {
      ...plain,
      kind: 'community',
      roles: { people: 'people:cuban', host: 'state:USA' },
      when: '2013',
      amount: { least: 14000, most: null },
      speaker: 'The bureau',
      cite,
    },
    {
      ...plain,
      kind: 'remark',
      roles: { speaker: 'person:a', stance: 'thank' },
      when: '1950',
      modality: 'planned',
      cite,
    },
  ])
  const century = { from: '1900-01-01', to: '1999-12-31', by: 'The list', cite }
  assert.deepEqual(withoutAbsent(coverage), [
    {
      kind: 'visit',
      roles: { visitor: 'office:president/USA', to: ['state:ECU', 'state:PER'] },
      grade: 'lower-bound',
      ...century,
    },
    { kind: 'visit', roles: {}, grade: 'complete', ...century },
  ])
  assert.deepEqual(names, [
    { id: 'roll:R1', label: 'A/RES/1(I)', aliases: ['the first', 'resolution 1'], day: '1947-11-29' },
    { id: 'person:a', label: 'A. Able', aliases: [] },
  ])
  assert.deepEqual(
    sources.map((s) => s.id),
    ['list'],
  )
})

const withoutAbsent = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const VISIT = 'visitor,to,when,source\nperson:a,state:ECU,1950,list\n'
const VOTE = 'voter,roll,choice,when,source\nseat:ECU,roll:R1,yes,1947,list\n'
const COVERAGE = 'kind,roles,from,to,by,source\nvisit,to=state:ECU,1900-01-01,1999-12-31,The list,list\n'

/** The table with a fault, where it is, and what is said of it. */
const FAULTS: [string, Tables, string, RegExp][] = [
  ['a time that is none', { visit: VISIT.replace('1950', '1950-02-30') }, 'visit.csv:2, column when', /not a time/],
  [
    'a state that is no id',
    { visit: VISIT.replace('state:ECU', 'Ecuador') },
    'visit.csv:2, column to',
    /"Ecuador" is no id/,
  ],
  [
    'a person for a state',
    { visit: VISIT.replace('state:ECU', 'person:b') },
    'visit.csv:2, column to',
    /write state:…/,
  ],
  ['a missing key role', { visit: VISIT.replace('person:a', '') }, 'visit.csv:2, column visitor', /missing/],
  [
    'a value outside the closed list',
    { vote: VOTE.replace('yes', 'aye') },
    'vote.csv:2, column choice',
    /none of yes, no/,
  ],
  [
    'a source that the pack does not name',
    { visit: VISIT.replace(',list', ',lost') },
    'visit.csv:2, column source',
    /"lost"/,
  ],
  [
    'an unknown column',
    { visit: VISIT.replace('when', 'date') },
    'visit.csv:1, column date',
    /unknown; known are visitor/,
  ],
  ['a column that stands twice', { visit: VISIT.replace('when', 'to') }, 'visit.csv:1, column to', /twice/],
  ['a row too short', { visit: `${VISIT}person:b,state:ECU\n` }, 'visit.csv:3', /check commas and quotes/],
  ['a quote that does not close', { visit: `${VISIT}"person:b,state:ECU,1950,list\n` }, 'visit.csv', /check commas/],
  [
    'a fault after a value of two lines',
    { visit: 'visitor,to,note,source\nperson:a,state:ECU,"one\ntwo",list\nperson:b,Peru,,list\n' },
    'visit.csv:4, column to',
    /"Peru"/,
  ],
  [
    'a modality that is none',
    { visit: 'visitor,to,modality,source\nperson:a,state:ECU,maybe,list\n' },
    'visit.csv:2, column modality',
    /happened/,
  ],
  [
    'a telling that is none',
    { visit: 'visitor,to,telling,source\nperson:a,state:ECU,perhaps,list\n' },
    'visit.csv:2, column telling',
    /yes/,
  ],
  [
    'an amount that is none',
    { community: 'people,host,least,source\npeople:a,state:ECU,"14,000",list\n' },
    'community.csv:2, column least',
    /write digits/,
  ],
  [
    'bounds the wrong way round',
    { community: 'people,host,least,most,source\npeople:a,state:ECU,9,8,list\n' },
    'community.csv:2, column most',
    /below/,
  ],
  ['coverage of no kind', { coverage: COVERAGE.replace('visit', 'visits') }, 'coverage.csv:2, column kind', /no kind/],
  [
    'coverage of no role',
    { coverage: COVERAGE.replace('to=', 'into=') },
    'coverage.csv:2, column roles',
    /names no role/,
  ],
  [
    'a role without a value',
    { coverage: COVERAGE.replace('state:ECU', '') },
    'coverage.csv:2, column roles',
    /no value/,
  ],
  [
    'coverage from no day',
    { coverage: COVERAGE.replace('1900-01-01', '1900') },
    'coverage.csv:2, column from',
    /not a day/,
  ],
  [
    'coverage that ends before it begins',
    { coverage: COVERAGE.replace('1999', '1899') },
    'coverage.csv:2, column to',
    /before/,
  ],
  [
    'coverage that nobody states',
    { coverage: COVERAGE.replace('The list', '') },
    'coverage.csv:2, column by',
    /nobody/,
  ],
  ['a name of no id', { names: 'id,label\nable,A. Able\n' }, 'names.csv:2, column id', /no id/],
  ['a name without a label', { names: 'id,label\nperson:a,\n' }, 'names.csv:2, column label', /missing/],
  ['a day that is none', { names: 'id,label,day\nroll:R1,One,1947\n' }, 'names.csv:2, column day', /no day/],
]

for (const [what, tables, place, says] of FAULTS)
  test(`${what} is refused with its place`, (t) => {
    const folder = writePack(scratch(t), 'trips', tables)
    assert.throws(
      () => readPack(folder),
      (error: { code: string; at: string; message: string }) => {
        assert.equal(error.code, 'incorrect')
        assert.ok(error.at.startsWith(join(folder, place)), error.at)
        assert.match(error.message, says)
        return true
      },
    )
  })

const DESCRIPTIONS: [string, object | string, RegExp][] = [
  ['no JSON', '{', /no JSON/],
  ['no source', { sources: [] }, /^sources/],
  ['a path out of the pack', { resources: [{ name: 'x', path: '../x.csv', kind: 'visit' }] }, /^resources\.0\.path/],
  ['an unknown kind', { resources: [{ name: 'x', path: 'x.csv', kind: 'visits' }] }, /^resources\.0\.kind/],
  ['a name that is no folder name', { name: '../x' }, /^name/],
  ['a day that is none', { sources: [{ ...description('x', {}).sources[0], asOf: '2020' }] }, /^sources\.0\.asOf/],
]

for (const [what, wrong, says] of DESCRIPTIONS)
  test(`a description with ${what} is refused`, (t) => {
    const folder = writePack(scratch(t), 'trips', { visit: VISIT }, typeof wrong === 'string' ? {} : wrong)
    if (typeof wrong === 'string') writeFileSync(join(folder, 'datapackage.json'), wrong)
    assert.throws(() => readPack(folder), { name: 'ChanceryError', code: 'incorrect', message: says })
  })

test('a file that the description names must be there', (t) => {
  const folder = writePack(scratch(t), 'trips', { visit: VISIT }, description('trips', { visit: '', vote: '' }))
  assert.throws(() => readPack(folder), { code: 'not-found', at: join(folder, 'vote.csv') })
})

test('folders without a description are no packs', (t) => {
  const folder = scratch(t)
  mkdirSync(join(folder, 'empty'))
  writePack(folder, 'b', { visit: VISIT })
  writePack(folder, 'a', { visit: VISIT })
  assert.deepEqual(
    starterPacks(folder).map((pack) => pack.name),
    ['a', 'b'],
  )
  assert.deepEqual(starterPacks(join(folder, 'none')), [])
})

test('every starter pack reads, tells something, and describes its sources as the others do', () => {
  const described = new Map<string, string>()
  const differing: string[] = []
  for (const { name, path } of starterPacks()) {
    const pack = readPack(path)
    assert.equal(pack.description.name, name)
    assert.ok(pack.facts.length + pack.coverage.length > 0, name)
    for (const source of pack.sources) {
      const text = JSON.stringify(source, Object.keys(source).sort())
      if ((described.get(source.id) ?? text) !== text) differing.push(`${name}: ${source.id}`)
      described.set(source.id, described.get(source.id) ?? text)
    }
  }
  assert.deepEqual(differing, [])
})
