import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { Engine } from '../../src/grammar/engine.ts'
import { TREEBANKS, train } from '../../src/grammar/train/train.ts'
import { openWeights, packWeights } from '../../src/grammar/weights.ts'

const SENTENCE = `1\tEnvoys\tenvoy\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t_\t_
2\tvisited\tvisit\tVERB\tVBD\tTense=Past\t0\troot\t_\t_
3\tOslo\tOslo\tPROPN\tNNP\tNumber=Sing\t2\tobj\t_\t_
4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

`

test('training gives the same bytes for the same seed, and what it wrote can be read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-train-'))
  for (const file of TREEBANKS) writeFileSync(join(folder, file), SENTENCE.repeat(120))
  const bytes = packWeights(train(folder, 7, () => {}))
  assert.deepEqual(packWeights(train(folder, 7, () => {})), bytes)
  rmSync(folder, { recursive: true })
  const read = new Engine(openWeights(bytes)).read(['Envoys', 'visited', 'Oslo', '.'])
  assert.deepEqual(read.upos, ['NOUN', 'VERB', 'PROPN', 'PUNCT'])
  assert.deepEqual(read.lemmas, ['envoy', 'visit', 'Oslo', '.'])
  assert.deepEqual([...read.head], [1, -1, 1, 1])
  assert.deepEqual(read.deprel, ['nsubj', 'root', 'obj', 'punct'])
})

test('bytes that are no weights are refused', () => {
  assert.throws(() => openWeights(new Uint8Array(64)), { code: 'incorrect' })
})
