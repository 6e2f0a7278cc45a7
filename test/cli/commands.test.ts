import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { type ConlluSentence, readConllu } from '../../src/grammar/index.ts'

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts')
const chancery = (args: string[], input: string) =>
  spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...args], { input, encoding: 'utf8' })
const jsonOf = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('resolve', () => {
  test('prints candidates with the codes of their day', () => {
    const { stdout, status } = chancery(['resolve', 'Burma', '--date', '1950-01-01'], '')
    const [{ name, candidates }] = jsonOf(stdout)
    assert.deepEqual([status, name, Object.keys(candidates[0])], [0, 'Burma', ['id', 'label', 'codes', 'why']])
    assert.deepEqual([candidates[0].id, candidates[0].codes.iso3], ['state:MMR', 'MMR'])
  })

  test('answers every line, and one that is wrong with its error', () => {
    const { stdout, stderr, status } = chancery(
      ['resolve', '--each', '-'],
      'USSR\t1960-01-01\r\n\nFrance\nUSSR\t1960-13-01\nQqqq\n',
    )
    const rows = jsonOf(stdout)
    assert.deepEqual(
      rows.map((row) => row.candidates?.[0]?.id ?? row.error?.code ?? 'nobody'),
      ['state:SUN', 'state:FRA', 'incorrect', 'nobody'],
    )
    assert.equal(rows[2].error.at, 'line 4')
    assert.deepEqual([status, stderr], [1, ''])
  })
})

const columns = (sentences: ConlluSentence[], ...wanted: number[]) =>
  sentences.map(({ rows }) => rows.map((row) => wanted.map((i) => row[i])))

describe('parse', () => {
  test('prints trees whose offsets are those of the text', () => {
    const text = '\uFEFFThe minister didn’t go.\r\nShe stayed in “Quito”.'
    const sentences = readConllu(chancery(['parse', '-'], text).stdout)
    assert.equal(sentences.length, 2)
    for (const row of sentences.flatMap(({ rows }) => rows)) {
      const [, start, end] = /TokenRange=(\d+):(\d+)$/.exec(row[9]!)!
      assert.equal(text.slice(Number(start), Number(end)), row[1])
    }
    for (const { rows } of sentences) assert.equal(rows.filter((row) => row[6] === '0' && row[7] === 'root').length, 1)
  })

  test('keeps the words and rows of CoNLL-U and writes its own trees', () => {
    const blank = (id: string, form: string, misc = '_') => `${id}\t${form}${'\t_'.repeat(7)}\t${misc}`
    const rows = [
      blank('1', 'He'),
      blank('2-3', "didn't"),
      blank('2', 'did'),
      blank('3', "n't"),
      blank('3.1', 'ghost'),
      blank('4', 'go', 'SpaceAfter=No'),
      blank('5', '.'),
    ]
    const given = `# newdoc\n# text = He didn't go.\n${rows.join('\n')}\n\n`
    const { stdout } = chancery(['parse', '--conllu', '-'], given)
    const found = readConllu(stdout)
    assert.deepEqual(found[0]!.comments, ['# newdoc', "# text = He didn't go."])
    assert.deepEqual(columns(found, 0, 1, 9), columns(readConllu(given), 0, 1, 9))
    assert.deepEqual(columns(found, 3)[0]!.flat(), ['PRON', '_', 'AUX', 'PART', '_', 'VERB', 'PUNCT'])
    assert.deepEqual(columns(found, 6)[0]!.flat(), ['4', '_', '4', '4', '_', '0', '4'])
  })
})
