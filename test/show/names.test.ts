import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { ChanceryError } from '../../src/model/error.ts'
import { namesFrom, ownNamesIn } from '../../src/run/briefing-names.ts'
import { labels } from '../../src/show/en/label.ts'
import { sayFact } from '../../src/show/en/say.ts'
import { CASES } from '../../src/show/names.table.ts'
import { namingOf, ownNames } from '../../src/show/names.ts'
import { scratch, told } from '../keep/stores.ts'

const base = labels(new Map())
const HOUSE = ownNames(
  'house.csv',
  [
    { line: 2, id: 'MMR', name: 'Burma', note: 'As the house writes it.' },
    { line: 3, id: 'place:falkland-islands', name: 'Islas Malvinas', note: '' },
  ],
  'house.csv',
)
const AUTHORITIES = { UN: namingOf('UN'), ISO: namingOf('ISO'), source: namingOf('source'), own: namingOf(HOUSE) }

function thrown(act: () => unknown): ChanceryError {
  try {
    act()
  } catch (error) {
    assert.ok(error instanceof ChanceryError)
    return error
  }
  return assert.fail('nothing was refused')
}

describe('names in dispute', () => {
  test('are as each authority writes them', () => {
    const rows = CASES.map(({ id }) =>
      [id, ...Object.values(AUTHORITIES).map((naming) => naming.label(base)(id))].join('\t'),
    )
    const found = `${['id', ...Object.keys(AUTHORITIES)].join('\t')}\n${rows.join('\n')}\n`
    const path = join(import.meta.dirname, 'golden/names.tsv')
    if (process.env.CHANCERY_GOLDEN === 'write') writeFileSync(path, found)
    assert.equal(found, readFileSync(path, 'utf8'))
  })

  test('are sixty and more, each once', () => {
    assert.ok(CASES.length >= 60)
    assert.equal(new Set(CASES.map((c) => c.id)).size, CASES.length)
  })

  const CLAIMS =
    /province|occupied|part of|territory of|colony|capital|illegal|annex|so-called|breakaway|separatist|rebel|liberated|rightful/i
  for (const authority of ['UN', 'source', 'own'] as const)
    test(`no label of ${authority} says whose a territory is`, () => {
      const label = AUTHORITIES[authority].label(base)
      assert.deepEqual(
        CASES.map((c) => label(c.id)).filter((name) => CLAIMS.test(name)),
        [],
      )
    })

  /** A claim on a territory stands only after who makes it. */
  const OURS =
    /(?:^|\. )(?:It|They|The territory|The islands?) (?:is|are|belongs?|remains?) (?:\w+ )?(?:part of|the territory|a province|an? integral|occupied|illegally)/i
  for (const { id, note } of CASES)
    test(`the note on ${id} says who states what, and judges nothing`, () => {
      assert.doesNotMatch(note, OURS)
      assert.doesNotMatch(
        note,
        /\b(?:rightful|legitimate|so-called|illegally|liberated|terrorist|regime|puppet|clearly|of course|in fact)\b/i,
      )
      if (/\b(?:its|their) (?:territory|province)\b/.test(note)) assert.match(note, /\bstates?\b/)
      assert.ok(note.length > 40 && note.endsWith('.'))
    })

  test('their notes are shown once each, in order, with the label of the authority', () => {
    const notes = AUTHORITIES.own.notes(['state:MMR', 'state:ECU', 'place:crimea', 'state:MMR'])
    assert.deepEqual(
      notes.map((n) => [n.label, n.note.slice(0, 14)]),
      [
        ['Burma', 'As the house w'],
        ['Crimea', 'Held by the Ru'],
      ],
    )
  })
})

describe('a naming authority', () => {
  test('names states, seats and offices alike', () => {
    const label = AUTHORITIES.own.label(base)
    assert.deepEqual(
      ['state:MMR', 'seat:MMR', 'office:president/MMR', 'office:foreign-minister/ECU', 'place:crimea'].map((id) =>
        label(id),
      ),
      ['Burma', 'Burma', 'president of Burma', 'foreign minister of Ecuador', 'Crimea'],
    )
  })

  test('a name of its time stays one', () => {
    assert.equal(AUTHORITIES.ISO.label(base)('state:TWN', '1960-01-01'), 'Republic of China')
    assert.equal(AUTHORITIES.ISO.label(base)('state:TWN', '2020-01-01'), 'Taiwan (Province of China)')
    assert.equal(AUTHORITIES.UN.label(base)('state:MKD', '2005-01-01'), 'The former Yugoslav Republic of Macedonia')
  })

  test('as in the source, a state is named by the words on which the line rests', () => {
    const fact = told('relations', { between: ['state:MMR', 'state:CIV'], step: 'established' }, '1990')
    const label = AUTHORITIES.source.label(base, 'Burma and the Ivory Coast established relations')
    assert.equal(sayFact(fact, label, false), 'Burma and Ivory Coast established diplomatic relations')
    assert.equal(
      sayFact(fact, AUTHORITIES.source.label(base, 'They agreed'), false),
      "Myanmar and Côte d'Ivoire established diplomatic relations",
    )
  })

  test('is set by its name or a file', (t) => {
    assert.equal(namesFrom('un').title, 'United Nations')
    const path = join(scratch(t), 'names.csv')
    writeFileSync(path, 'id,name,note\nMMR,Burma,\n')
    assert.equal(namesFrom(path).label(base)('state:MMR'), 'Burma')
  })

  for (const [what, text, lines] of [
    ['nobody', 'id,name\nBurma,Burma\n', ['2: "Burma" is no id']],
    ['no such state', 'id,name\nXQX,Burma\n', ['2: no state is known as XQX']],
    ['no name', 'id,name\nMMR,\n', ['2: no name for MMR']],
    ['one name twice', 'id,name\nMMR,Burma\n\nstate:MMR,Birma\n', ['4: state:MMR stands on line 2 already']],
    [
      'several faults',
      'id;name;note\nECU;Ecuador\nMMR;Burma;\nfoo;Foo;\n;Bar;\n',
      ['2: 2 cells', '4: "foo"', '5: no id'],
    ],
    ['another layout', 'a,b\n1,2\n', ['1: there is no column id']],
    ['a column too many', 'id,name,colour\nMMR,Burma,red\n', ['1: the column "colour" is unknown']],
    ['no line', 'id,name\n', ['']],
    ['no table', '', ['']],
  ] as const)
    test(`a list of ${what} is refused, and every line that is wrong is told`, () => {
      const wrong = thrown(() => ownNamesIn('house', text, 'names.csv'))
      const told = wrong.message.split('\n')
      assert.deepEqual(told.length, lines.length, wrong.message)
      for (const [i, line] of lines.entries()) assert.ok(told[i]!.includes(line), told[i])
    })
  test('a list may be separated by semicolons, with its columns in any order and case', () => {
    const naming = ownNamesIn('house', 'Name;ID\nBurma;MMR\n')
    assert.equal(naming.label(base)('state:MMR'), 'Burma')
  })
  test('a file that is not there is refused', () => assert.throws(() => namesFrom('/nowhere/names.csv'), ChanceryError))
})

test('whom no record names is named by an id that is a name, or said to be without one; a body’s offices bear its name', () => {
  for (const [id, said] of [
    ['person:ana-able', 'Ana Able'],
    ['person:sukarno', 'Sukarno'],
    ['person:bildt-swe-born-1820', 'a person without a name here'],
    ['place:quito', 'Quito'],
    ['office:president/ECU', 'president of Ecuador'],
  ] as const)
    assert.equal(base(id), said)
  const known = labels(new Map([['body:league', 'League of Examples']]))
  assert.equal(known('office:secretary-general/league'), 'secretary general of League of Examples')
})
