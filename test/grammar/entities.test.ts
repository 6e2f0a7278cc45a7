import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { entities } from '../../src/grammar/entities/index.ts'
import { namesIn } from '../../src/grammar/entities/recognise.ts'
import { factsOf, openNames, packNames } from '../../src/grammar/entities/table.ts'
import { readLayer } from '../../src/grammar/entities/train/layer.ts'
import { trainNames } from '../../src/grammar/entities/train/train.ts'
import { analyse, analyseTokens } from '../../src/grammar/index.ts'
import { treebankFolder } from '../../src/grammar/train/corpus.ts'

const TABLE: [text: string, ...names: string[]][] = [
  ['Guillermo Moss visited Israel.', 'person Guillermo Moss', 'place Israel'],
  ['Ms. Berg joined the Labour Party in 1990.', 'person Ms. Berg', 'organization the Labour Party'],
  [
    'The University of Haifa and the Ministry of Foreign Affairs signed the agreement in Jerusalem.',
    'organization The University of Haifa',
    'place Haifa',
    'organization the Ministry of Foreign Affairs',
    'place Jerusalem',
  ],
  [
    'The United Nations and NATO were founded after World War II.',
    'organization The United Nations',
    'organization NATO',
    'event World War II',
  ],
  ['Microsoft opened an office in Quito, Ecuador.', 'organization Microsoft', 'place Quito, Ecuador', 'place Ecuador'],
  ['Prime Minister Narendra Berg spoke in Oslo.', 'person Prime Minister Narendra Berg', 'place Oslo'],
  ['The ministers signed an agreement on trade.'],
]

test('names with their types; a name may hold others', () => {
  for (const [text, ...names] of TABLE)
    assert.deepEqual(
      entities(analyse(text)).map((e) => `${e.type} ${text.slice(e.start, e.end)}`),
      names,
    )
})

test('names of any text lie in their sentence and cross no other', () => {
  const sentences = analyse('The "U.S. (Berg" Moss]) X. of Y. and Z 1 2 of The A\u0301 \ud83d 東京 Oslo '.repeat(60))
  for (const e of entities(sentences)) {
    const { tokens } = sentences[e.sentence]!
    assert.ok(e.first <= e.head && e.head <= e.last && e.last < tokens.length)
    assert.equal(e.start, tokens[e.first]!.start)
    assert.equal(e.end, tokens[e.last]!.end)
    assert.ok(e.score > 0 && e.score <= 1)
  }
})

test('bytes that are no weights are refused', () =>
  assert.throws(() => openNames(new Uint8Array(40)), { name: 'ChanceryError', code: 'incorrect' }))

test('the entity layer: nested, whole and one-word mentions', () => {
  const row = (id: number, form: string, upos: string, head: number, entity: string) =>
    [id, form, form, upos, '_', '_', head, head ? 'dep' : 'root', '_', entity ? `Entity=${entity}` : '_'].join('\t')
  const [s] = readLayer(
    `# newdoc id = one\n${row(1, 'Bank', 'PROPN', 0, '(1-organization-new-n-c-1-sgl-Bank_of_Oslo')}
${row(2, 'of', 'ADP', 3, '')}\n${row(3, 'Oslo', 'PROPN', 1, '(2-place-new-n-c-1-sgl)1)')}\n\n`,
  )
  assert.deepEqual(
    s!.mentions.map((m) => [m.type, m.first, m.last, m.head, m.proper, m.linked]),
    [
      ['place', 2, 2, 2, true, false],
      ['organization', 0, 2, 0, true, true],
    ],
  )
})

test('training gives the same bytes for the same seed and learns what it is shown', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-names-'))
  const rows = [
    'Oslo\tPROPN\t0\t(1-place-new-n-c-1-sgl)',
    'met\tVERB\t1\t_',
    'Dahl\tPROPN\t2\t(2-person-new-n-c-1-sgl)',
  ]
  const sentence = rows.map((row, i) => {
    const [form, upos, head, entity] = row.split('\t')
    return [i + 1, form, form, upos, '_', '_', head, 'dep', '_', entity === '_' ? '_' : `Entity=${entity}`].join('\t')
  })
  writeFileSync(join(folder, 'en_gum-train.conllu'), `${sentence.join('\n')}\n\n`.repeat(40))
  const none = new Uint16Array(0)
  const lexicon = { words: new Int32Array(0), classes: none, kinds: none, fines: none }
  const one = trainNames(folder, lexicon, 3, () => {})
  const bytes = packNames(one)
  assert.ok(Buffer.compare(packNames(trainNames(folder, lexicon, 3, () => {})), bytes) === 0)
  rmSync(folder, { recursive: true })
  const weights = openNames(bytes)
  const { tokens } = analyseTokens(['Oslo', 'met', 'Dahl'])
  assert.deepEqual(
    namesIn(tokens, weights.tables.first, factsOf(weights))
      .map((n) => `${n.type} ${n.first}`)
      .sort(),
    ['person 2', 'place 0'],
  )
})

for (const [type, floor] of [
  ['person', 63],
  ['organization', 60],
  ['place', 69],
] as const)
  test(`proper names on en_gum-test, ${type}: F1 at least ${floor}`, (t) => {
    const file = join(treebankFolder(), 'en_gum-test.conllu')
    if (!existsSync(file)) return t.skip(`${file} is not there`)
    const layer = readLayer(readFileSync(file, 'utf8'))
    const key = (s: number, first: number, last: number) => `${s} ${first} ${last}`
    const gold = new Set(
      layer.flatMap((s, i) =>
        s.mentions.filter((m) => m.proper && m.type === type).map((m) => key(i, m.first, m.last)),
      ),
    )
    const numbered = [...Map.groupBy(layer.entries(), ([, s]) => s.document).values()]
    const own = numbered.flatMap((d) =>
      entities(d.map(([, s]) => analyseTokens(s.forms)))
        .filter((e) => e.type === type)
        .map((e) => key(d[e.sentence]![0], e.first, e.last)),
    )
    const right = own.filter((e) => gold.has(e)).length
    assert.ok((200 * right) / (gold.size + own.length) >= floor, `${right} of ${gold.size}`)
  })
