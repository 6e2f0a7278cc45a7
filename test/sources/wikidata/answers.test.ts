import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import type { NewFact } from '../../../src/model/fact.ts'
import { folderFiles, memoryFiles } from '../../../src/sources/files.ts'
import { validTold } from '../../../src/sources/valid.ts'
import { answerOf, faultOfAnswer } from '../../../src/sources/wikidata/answer.ts'
import { scopeOf, wikidata } from '../../../src/sources/wikidata/index.ts'
import { officeOf } from '../../../src/sources/wikidata/office.ts'
import { queriesOf, TOPICS } from '../../../src/sources/wikidata/queries.ts'
import { itemsOf, stateOfItem } from '../../../src/sources/wikidata/states.ts'
import { partiesOf } from '../../../src/sources/wikidata/tell-ambassador.ts'
import { timeOf } from '../../../src/sources/wikidata/value.ts'
import { answer, label, literal, RECORDED, row, statement, time, uri } from './rows.ts'

describe('an answer', () => {
  const whole = readFileSync(join(RECORDED, 'ECU-ISR/relation-001.srj'), 'utf8')
  const within = whole.replace(
    '"Ecuador"',
    '"SPARQL-QUERY: queryStr=SELECT ?relation\njava.util.concurrent.TimeoutException\n\tat java.util.concurrent.FutureTask.get(FutureTask.java:205)',
  )
  const TABLE: [string, string, RegExp | undefined][] = [
    ['whole', whole, undefined],
    ['empty, and said to be', answer(['relation'], []), undefined],
    ['of no bytes', '', /empty/],
    ['of a blank', ' \n', /empty/],
    ['cut within a row', whole.slice(0, 900), /cut before its end/],
    ['cut at its last brace', whole.trimEnd().slice(0, -1), /cut before its end/],
    [
      'that ends in a trace',
      `${whole.slice(0, 900)}\njava.util.concurrent.TimeoutException\n\tat java.util`,
      /ran out/,
    ],
    ['with a trace within a value', within, /ran out/],
    ['that is a trace', 'SPARQL-QUERY: queryStr=SELECT\njava.util.concurrent.ExecutionException', /ran out/],
    ['that is a web page', '<!DOCTYPE html><html><head><title>Error</title>', /web page/],
    ['that is XML', '<?xml version="1.0"?><sparql/>', /XML/],
    ['that is words', 'Rate limit exceeded', /no JSON/],
    ['that is other JSON', '{"boolean":true}', /no SPARQL result/],
    ['whose rows are none', '{"head":{"vars":[]},"results":{}}', /no SPARQL result: results.bindings/],
    ['whose terms are none', '{"head":{"vars":["a"]},"results":{"bindings":[{"a":"b"}]}}', /no SPARQL result/],
  ]
  for (const [what, text, fault] of TABLE)
    test(what, () => {
      if (!fault) return assert.equal(faultOfAnswer(text), undefined)
      assert.match(faultOfAnswer(text)!, fault)
      assert.throws(() => answerOf(text, 'x.json'), { code: 'incorrect' })
    })
})

describe('a time', () => {
  const TABLE: [string, string | undefined, number | undefined, unknown][] = [
    ['a day', '1957-06-18T00:00:00Z', 11, '1957-06-18'],
    ['a month', '1957-06-01T00:00:00Z', 10, '1957-06'],
    ['a year', '1957-01-01T00:00:00Z', 9, '1957'],
    ['a decade', '1950-01-01T00:00:00Z', 8, '1950/1959'],
    ['a century', '1900-01-01T00:00:00Z', 7, '1801/1900'],
    ['finer than a day', '1957-06-18T10:30:00Z', 14, '1957-06-18'],
    ['of unknown precision', '1957-06-18T00:00:00Z', undefined, 'unknown-precision'],
    ['of a millennium', '1000-01-01T00:00:00Z', 6, 'unknown-precision'],
    ['before our calendar', '-0044-03-15T00:00:00Z', 11, 'before-our-calendar'],
    ['no time', 'soon', 11, 'no-such-day'],
    ['nothing', undefined, undefined, undefined],
  ]
  for (const [what, value, precision, expected] of TABLE)
    test(what, () => {
      const told = {
        ...(value && { start: literal(value) }),
        ...(precision && { startPrecision: literal(String(precision)) }),
      }
      const found = timeOf(told, 'start')
      const is = found?.is === 'value' ? (typeof found.value === 'string' ? found.value : found.value.when) : found
      assert.deepEqual(is, expected)
    })

  test('unknown and none are two other shapes', () => {
    const genid = 'http://www.wikidata.org/.well-known/genid/5f0c'
    assert.deepEqual(timeOf({ start: uri(genid) }, 'start'), { is: 'some' })
    assert.deepEqual(timeOf({ start: { type: 'bnode', value: 't123' } }, 'start'), { is: 'some' })
    assert.deepEqual(timeOf({ startNone: literal('true') }, 'start'), { is: 'none' })
  })

  test('a Julian date is said to be one', () => {
    const julian = {
      startCalendar: uri('Q1985786'),
      startPrecision: literal('11'),
      start: literal('1917-11-07T00:00:00Z'),
    }
    assert.deepEqual(timeOf(julian, 'start'), { is: 'value', value: { when: '1917-11-07', julian: true } })
  })
})

describe('items of states', () => {
  test('every label of the table is a name of its state', () => {
    const lines = readFileSync(join(import.meta.dirname, '../../../src/sources/wikidata/states.tsv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
    const rows = lines.map((line) => line.split('\t') as [string, string, string, string])
    assert.ok(rows.length > 240)
    assert.equal(new Set(rows.map(([item]) => item)).size, rows.length)
    const wrong = rows.filter(([item, , name]) => !('state' in stateOfItem(item, name)))
    assert.deepEqual(wrong, [])
  })

  const TABLE: [string, string | undefined, string][] = [
    ['Q736', 'Ecuador', 'state:ECU'],
    ['Q736', 'Republic of Ecuador', 'state:ECU'],
    ['Q736', 'Peru', 'label-mismatch'],
    ['Q736', undefined, 'label-mismatch'],
    ['Q16957', 'East Germany', 'state:DDR'],
    ['Q16957', 'Germany', 'label-mismatch'],
    ['Q458', 'European Union', 'unknown-state'],
  ]
  for (const [item, name, expected] of TABLE)
    test(`${item}, called ${name}`, () => {
      const found = stateOfItem(item, name)
      assert.equal('state' in found ? found.state : found.fault, expected)
    })

  test('a state of several items is asked for by each, the usual one first', () => {
    assert.deepEqual(itemsOf('state:DEU')[0], { item: 'Q183', state: 'state:DEU', label: 'Germany' })
    assert.deepEqual(itemsOf('state:XXX'), [])
    assert.throws(() => queriesOf(['state:XXX']), { code: 'unsupported' })
  })
})

const OFFICES: [string, string, string | undefined][] = [
  ['President of Ecuador', 'head of state', 'office:president/ECU'],
  ['President of the French Republic', 'head of state', 'office:president/ECU'],
  ['Vice President of Ecuador', 'head of state', undefined],
  ['Deputy Prime Minister of Israel', 'head of government', undefined],
  ['Federal Chancellor of Germany', 'head of government', 'office:chancellor/ECU'],
  ['President of the Government of Spain', 'head of government', 'office:prime-minister/ECU'],
  ['Taoiseach', 'head of government', 'office:prime-minister/ECU'],
  ['Emperor of Japan', 'head of state', 'office:monarch/ECU'],
  ['Federal Minister for Foreign Affairs', 'foreign minister', 'office:foreign-minister/ECU'],
  ['Captain Regent of San Marino', 'head of state', 'office:captain-regent/ECU'],
  ['Council', 'head of state', undefined],
]
for (const [name, role, expected] of OFFICES)
  test(`the office of a ${name}`, () => assert.equal(officeOf(name, role, 'state:ECU')?.office, expected))

const ENVOYS: [string, string | undefined][] = [
  ['ambassador of Japan to South Korea', 'state:JPN state:KOR'],
  ['Ambassador of the United States to the United Kingdom', 'state:USA state:GBR'],
  ['South Korean ambassador to Japan', 'state:KOR state:JPN'],
  ['High Commissioner of Australia to India', 'state:AUS state:IND'],
  ['ambassador of Germany', undefined],
  ['ambassador of Japan to the United Nations', undefined],
  ['ambassador of Japan to Japan', undefined],
]
for (const [name, expected] of ENVOYS)
  test(`whose envoy a ${name} is`, () => {
    const found = partiesOf(name)
    assert.equal(found && `${found.sender} ${found.host}`, expected)
  })

const lineOf = ({ kind, roles, when }: NewFact): string =>
  [
    kind,
    ...Object.values(roles)
      .flat()
      .map((v) => v.replace(/^\w+:/, '')),
    when ?? 'undated',
  ].join(' ')
const told = (pages: Record<string, string>) => {
  const { facts, findings } = validTold(wikidata.tell(memoryFiles('x', pages)))
  return { facts: facts.map(lineOf), findings: findings.map((f) => f.kind) }
}
const ECU = { subject: uri('Q736'), subjectLabel: label('Ecuador') }
const ISR = { object: uri('Q801'), objectLabel: label('Israel') }
const relation = (...more: object[]) => answer(['relation'], [row('relation', statement('Q736'), ECU, ISR, ...more)])

const RELATIONS: [string, string, string[], string[]][] = [
  ['since when', relation(time('start', '1950')), ['relations ECU ISR established 1950'], []],
  ['without a time', relation(), ['relations ECU ISR held undated'], []],
  ['until when', relation(time('end', '1967-06')), ['relations ECU ISR severed 1967-06'], []],
  [
    'from when to when',
    relation(time('start', '1950'), time('end', '1967-06')),
    ['relations ECU ISR established 1950', 'relations ECU ISR severed 1967-06', 'relations ECU ISR held 1950/1967-06'],
    [],
  ],
  [
    'ended at a time unknown',
    relation(time('start', '1950'), time('end', 'some')),
    ['relations ECU ISR established 1950', 'relations ECU ISR severed 1950/2026-11-20'],
    [],
  ],
  [
    'told to have no end',
    relation(time('start', '1950'), time('end', 'none')),
    ['relations ECU ISR established 1950', 'relations ECU ISR held 1950/2026-11-20'],
    [],
  ],
  ['that began at a time unknown', relation(time('start', 'some')), ['relations ECU ISR held undated'], []],
  [
    'that ended before they began',
    relation(time('start', '1967'), time('end', '1950')),
    ['relations ECU ISR established 1967', 'relations ECU ISR severed 1950'],
    ['end-before-start'],
  ],
  ['known to be wrong', relation({ rank: uri('http://wikiba.se/ontology#DeprecatedRank') }), [], []],
  ['with nobody', relation({ object: undefined, objectNone: literal('true') }), [], ['no-counterpart']],
  ['with somebody unknown', relation({ object: { type: 'bnode', value: 't1' } }), [], ['no-counterpart']],
  ['with an item of another name', relation({ objectLabel: label('Peru') }), [], ['label-mismatch']],
  ['with no state', relation({ object: uri('Q458'), objectLabel: label('European Union') }), [], ['unknown-state']],
  ['with itself', relation({ object: uri('Q736'), objectLabel: label('Ecuador') }), [], ['same-state']],
]
for (const [what, page, facts, findings] of RELATIONS)
  test(`relations ${what}`, () => assert.deepEqual(told({ 'relation-001.json': page }), { facts, findings }))

test('a state that ends takes its relations with it, and nobody severs them', () => {
  const page = relation(time('start', '1973-02-09'), time('end', '1990-10-02'), {
    object: uri('Q16957'),
    objectLabel: label('East Germany'),
  })
  const { facts } = told({ 'relation-001.json': page })
  assert.deepEqual(facts, ['relations DDR ECU established 1973-02-09', 'relations DDR ECU held 1973-02-09/1990-10-02'])
})

test('two statements of one thing are one telling that names both; what has no time gives way to what has one', () => {
  const dated = (of: string) => row('relation', statement(of), ECU, ISR, time('start', '1950'))
  const page = answer(['relation'], [dated('Q736'), dated('Q801'), row('relation', statement('Q736', 'b'), ECU, ISR)])
  const { facts } = wikidata.tell(memoryFiles('x', { 'a.json': page }))
  assert.equal(facts.length, 1)
  assert.match(facts[0]!.cite.locator!, /Q736-.*; Q801-/)
})

const head = (start: string | undefined, end: string | undefined, rank = 'Normal', property = 'P35') =>
  row(
    'tenure',
    statement('Q736', `${start}${end}`),
    {
      rank: uri(`http://wikiba.se/ontology#${rank}Rank`),
      property: literal(property),
      role: literal('head of state'),
      state: uri('Q736'),
    },
    {
      stateLabel: label('Ecuador'),
      person: uri('Q7'),
      personLabel: label('Ana Able'),
      position: uri('Q8'),
      positionLabel: label('President of Ecuador'),
    },
    ...(start ? [time('start', start)] : []),
    ...(end ? [time('end', end)] : []),
  )
const TENURES: [string, object[], string[]][] = [
  ['a whole term', [head('2007-01-15', '2017-05-24')], ['serving 2007-01-15/2017-05-24']],
  ['the head of state now', [head('2023-11-23', undefined)], ['serving 2023-11-23/']],
  [
    'one of whom the list prefers another',
    [head('2007', undefined), head('2023', undefined, 'Preferred')],
    ['took-office 2007', 'serving 2023/'],
  ],
  ['a person of whom no end is told', [head('2007', undefined, 'Normal', 'P39')], ['took-office 2007']],
  ['a person of whom no end is known', [head('2007', 'some', 'Normal', 'P39')], ['took-office 2007']],
  ['a person who is told to serve on', [head('2007', 'none', 'Normal', 'P39')], ['serving 2007/']],
  ['an end alone', [head(undefined, '2017')], ['left 2017']],
  ['no time', [head(undefined, undefined)], []],
]
for (const [what, rows, expected] of TENURES)
  test(`an office: ${what}`, () => {
    const { facts } = told({ 'tenure-001.json': answer(['tenure'], rows) })
    assert.deepEqual(
      facts.map((f) => f.replace('office ana-able president ECU president/ECU ', '')),
      expected,
    )
  })

test('two persons of one name stay two', () => {
  const other = { ...head('2017', '2021'), person: uri('Q9') }
  const { facts } = told({ 'tenure-001.json': answer(['tenure'], [head('2007', '2017'), other]) })
  assert.deepEqual(
    facts.map((f) => f.split(' ')[1]),
    ['ana-able', 'ana-able-q9'],
  )
})

const RECORDINGS: [string, number, string[]][] = [
  ['ECU-ISR', 20, ['unknown-office', 'no-label', 'unknown-parties']],
  ['DEU-FRA', 28, ['undated', 'unknown-state']],
  ['JPN-KOR', 22, ['unknown-state']],
]
for (const [scope, facts, findings] of RECORDINGS)
  test(`what is told of ${scope}`, () => {
    const files = wikidata.recognise(folderFiles(join(RECORDED, scope)))!
    const all = wikidata.tell(files)
    const valid = validTold(all)
    assert.equal(scopeOf(files), scope)
    assert.deepEqual([valid.facts.length, valid.findings.map((f) => f.kind).toSorted()], [facts, findings.toSorted()])
    assert.equal(all.facts.length, valid.facts.length)
    assert.deepEqual([...new Set(valid.coverage.map((c) => c.grade))], ['lower-bound'])
    assert.equal(valid.sources[0]!.asOf, '2026-11-20')
    const shuffled = Object.fromEntries(
      readdirSync(join(RECORDED, scope))
        .toReversed()
        .map((name) => [`z${name}`, readFileSync(join(RECORDED, scope, name), 'utf8')]),
    )
    assert.equal(wikidata.tell(memoryFiles('x', shuffled)).facts.length, facts)
  })

test('answers that are none of ours are left out and named, and what may be cut is', () => {
  const other = answer(['item'], [])
  const page = answer(
    ['relation'],
    Array.from({ length: 500 }, (_, i) => row('relation', statement('Q736', String(i)), ECU, ISR)),
  )
  assert.deepEqual(told({ 'a.json': other, 'b.json': page }).findings, ['unknown-answer', 'perhaps-cut'])
  assert.equal(wikidata.recognise(memoryFiles('x', { 'a.json': other, 'visit-1.txt': '' })), undefined)
})

test('a row that does not say when it was asked is refused', () => {
  const page = relation({ asked: undefined })
  assert.throws(() => told({ 'a.json': page }), { code: 'incorrect' })
})

test('every question names its topic, its scope and an order, and closes its braces', () => {
  for (const scope of [['state:ECU'], ['state:DEU', 'state:FRA']] as const)
    for (const query of queriesOf(scope)) {
      const text = query.text(100, 'http://www.wikidata.org/entity/Q1"')
      assert.ok(TOPICS.includes(query.topic))
      assert.equal(text.split('{').length, text.split('}').length)
      assert.match(text, new RegExp(`^SELECT \\?${query.topic} `, 'm'))
      assert.match(text, /ORDER BY STR\(\?\w+\) LIMIT 100$/)
      assert.ok(text.includes('> "http://www.wikidata.org/entity/Q1\\"")'))
    }
})
