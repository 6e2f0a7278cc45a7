import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyseTokens } from '../../analyse.ts'
import type { kindsOf } from '../../weights.ts'
import type { Recalled, WordFacts } from '../features.ts'
import { recall } from '../memory.ts'
import { BUCKETS, type Table, WIDTH } from '../model.ts'
import { factsOf, type NameWeights, type Packed, type PackedNames } from '../table.ts'
import { examplesOf, type Parsed } from './examples.ts'
import { readLayer } from './layer.ts'
import { type LearnOptions, learn } from './learn.ts'
import { listBits } from './lists.ts'
import { usageIn } from './usage.ts'

const SETS = ['en_gum-train.conllu', 'en_gum-dev.conllu']
const RAW = '../corpora/news-and-releases.jsonl.gz'
/** The mean of models with different seeds judges better than one. */
const MODELS = 4
const OPTIONS = { epochs: 12, rate: 0.1, drop: 0.5, blind: 0.15 }

/** Documents are parted into so many lots: each is read first by a model that did not see it. */
const LOTS = 5

/**
 * A first model reads raw news; how the news uses words is known to all others. Then a table for a first reading of each sentence, and one
 * for a second, which knows how the rest of the document was read.
 */
export function trainNames(
  folder: string,
  lexicon: ReturnType<typeof kindsOf>,
  seed: number,
  report: (line: string) => void,
): PackedNames {
  const sentences = SETS.map((set) => join(folder, set))
    .filter((file) => existsSync(file))
    .flatMap(parsed)
  report(`names: ${sentences.length} sentences`)
  const lists = listBits()
  const first = wordTable(lexicon, lists, new Map())
  const options: LearnOptions = { ...OPTIONS, seed, report }
  const model = fit(sentences, factsOf({ ...first, tables: NO_TABLES }), { ...options, blind: 0.3 })
  const usage = usageIn(join(folder, RAW), model, factsOf({ ...first, tables: NO_TABLES }))
  report(`names: ${usage.size} words of raw text`)
  const words = wordTable(lexicon, lists, usage)
  return { ...words, tables: twoTables(sentences, factsOf({ ...words, tables: NO_TABLES }), options) }
}

const EMPTY: Table = { weights: new Int8Array(0), unit: 1 }
const NO_TABLES = { first: EMPTY, second: EMPTY }

function parsed(file: string): Parsed[] {
  return readLayer(readFileSync(file, 'utf8')).map((s) => ({ ...s, tokens: analyseTokens(s.forms).tokens }))
}

function twoTables(sentences: readonly Parsed[], facts: WordFacts, options: LearnOptions): PackedNames['tables'] {
  const documents = [...Map.groupBy(sentences, (s) => s.document).values()]
  const first = fit(sentences, facts, options)
  const recalled = new Map<Parsed, Recalled | undefined>()
  for (let lot = 0; lot < LOTS; lot++) {
    const others = documents.filter((_, i) => i % LOTS !== lot).flat()
    const table = fit(others, facts, { ...options, seed: options.seed + 100 + lot }, 1)
    for (let i = lot; i < documents.length; i += LOTS) {
      const document = documents[i]!
      const own = recall(
        document.map((s) => s.tokens),
        table,
        facts,
      )
      document.forEach((s, k) => {
        recalled.set(s, own[k])
      })
    }
  }
  return { first, second: fit(sentences, facts, { ...options, seed: options.seed + 50 }, MODELS, recalled) }
}

function fit(
  sentences: readonly Parsed[],
  facts: WordFacts,
  options: LearnOptions,
  models = MODELS,
  recalled?: ReadonlyMap<Parsed, Recalled | undefined>,
): Packed {
  const examples = sentences.flatMap((s) => examplesOf(s, facts, recalled?.get(s)))
  const sum = new Float32Array(BUCKETS * WIDTH)
  for (let k = 0; k < models; k++)
    learn(examples, { ...options, seed: options.seed + k }).forEach((w, i) => {
      sum[i]! += w / models
    })
  return quantised(sum)
}

/** Weights as bytes of one unit. */
function quantised(weights: Float32Array): Packed {
  let most = 0
  for (const w of weights) most = Math.max(most, Math.abs(w))
  const unit = most / 127
  return { weights: Int8Array.from(weights, (w) => Math.round(w / unit)), unit }
}

function wordTable(
  lexicon: ReturnType<typeof kindsOf>,
  lists: ReadonlyMap<number, number>,
  usage: ReadonlyMap<number, number>,
): Omit<NameWeights, 'tables'> {
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
