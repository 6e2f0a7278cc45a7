import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyseTokens } from '../../analyse.ts'
import type { kindsOf } from '../../weights.ts'
import type { WordFacts } from '../features.ts'
import { BUCKETS, type Table, WIDTH } from '../model.ts'
import { factsOf, type NameWeights } from '../table.ts'
import { examplesOf, type Parsed } from './examples.ts'
import { readLayer } from './layer.ts'
import { type LearnOptions, learn } from './learn.ts'
import { listBits } from './lists.ts'
import { usageIn } from './usage.ts'

const SETS = ['en_gum-train.conllu', 'en_gum-dev.conllu']
const RAW = '../corpora/news-and-releases.jsonl.gz'
/** The mean of models with different seeds judges better than one. */
const MODELS = 4
const OPTIONS = { epochs: 8, rate: 0.1, drop: 0.4, blind: 0.15 }

export interface TrainedNames extends NameWeights {
  table: { weights: Int8Array; unit: number }
}

/** Trains twice: the first model reads raw news, and how the news uses words is known to the second. */
export function trainNames(
  folder: string,
  lexicon: ReturnType<typeof kindsOf>,
  seed: number,
  report: (line: string) => void,
): TrainedNames {
  const sentences = SETS.map((set) => join(folder, set))
    .filter((file) => existsSync(file))
    .flatMap(parsed)
  report(`names: ${sentences.length} sentences`)
  const lists = listBits()
  const first = wordTable(lexicon, lists, new Map())
  const options: LearnOptions = { ...OPTIONS, seed, report }
  const model = fit(sentences, factsOf({ ...first, table: EMPTY }), { ...options, blind: 0.3 })
  const usage = usageIn(join(folder, RAW), model, factsOf({ ...first, table: EMPTY }))
  report(`names: ${usage.size} words of raw text`)
  const words = wordTable(lexicon, lists, usage)
  return { ...words, table: fit(sentences, factsOf({ ...words, table: EMPTY }), options) }
}

const EMPTY: Table = { weights: new Int8Array(0), unit: 1 }

function parsed(file: string): Parsed[] {
  return readLayer(readFileSync(file, 'utf8')).map((s) => ({ ...s, tokens: analyseTokens(s.forms).tokens }))
}

function fit(sentences: readonly Parsed[], facts: WordFacts, options: LearnOptions): TrainedNames['table'] {
  const examples = sentences.flatMap((s) => examplesOf(s, facts))
  const sum = new Float32Array(BUCKETS * WIDTH)
  for (let k = 0; k < MODELS; k++)
    learn(examples, { ...options, seed: options.seed + k }).forEach((w, i) => {
      sum[i]! += w / MODELS
    })
  return quantised(sum)
}

/** Weights as bytes of one unit. */
function quantised(weights: Float32Array): TrainedNames['table'] {
  let most = 0
  for (const w of weights) most = Math.max(most, Math.abs(w))
  const unit = most / 127
  return { weights: Int8Array.from(weights, (w) => Math.round(w / unit)), unit }
}

function wordTable(
  lexicon: ReturnType<typeof kindsOf>,
  lists: ReadonlyMap<number, number>,
  usage: ReadonlyMap<number, number>,
): Omit<NameWeights, 'table'> {
  const kinds = new Map<number, number>()
  lexicon.words.forEach((hash, i) => {
    const kind = lexicon.kinds[i]!
    if (kind > 0 && kind < 256) kinds.set(hash, kind)
  })
  const words = Int32Array.from(new Set([...kinds.keys(), ...lists.keys(), ...usage.keys()])).sort()
  return {
    words,
    kinds: Uint8Array.from(words, (w) => kinds.get(w) ?? 0),
    lists: Uint16Array.from(words, (w) => lists.get(w) ?? 0),
    usual: Uint16Array.from(words, (w) => usage.get(w) ?? 0),
  }
}
