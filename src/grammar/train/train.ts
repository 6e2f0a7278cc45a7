import { join } from 'node:path'
import { tagsetOf } from '../view.ts'
import type { Weights } from '../weights.ts'
import { Words } from '../words.ts'
import { type Gold, readGold } from './corpus.ts'
import { exampleOf } from './examples.ts'
import { trainFeats } from './feats.ts'
import { trainLemmas } from './lemmas.ts'
import { pack } from './pack.ts'
import { goldTags, tagset, trainTagger } from './tags.ts'
import { trainParser } from './trees.ts'

export const TREEBANKS = ['en_ewt-train.conllu', 'en_gum-train.conllu']
const FOLDS = 5
const EPOCHS = { fold: 4, tags: 6, trees: 7 }
const ROWS = { tags: 160_000, moves: 600_000, labels: 180_000 }

/** Trains everything: tagger, parser on the tags of a tagger that did not see the sentence, lemmas and features. */
export function train(folder: string, seed: number, report: (line: string) => void): Weights {
  const sentences = TREEBANKS.flatMap((file) => readGold(join(folder, file)))
  const tags = tagset(sentences, 10)
  const gold = sentences.map((s) => goldTags(s, tags))
  const labels = labelsOf(sentences)
  const guessed = jackknife(sentences, gold, tags.length, seed, report)
  const words = new Words()
  const set = tagsetOf(tags)
  const examples = sentences.map((s, i) => exampleOf(s, words.read(s.forms), guessed[i]!, set, labels))
  const trees = trainParser(examples, labels.length, { epochs: EPOCHS.trees, seed, explore: 0.9, report })
  const tagger = trainTagger(sentences, gold, tags.length, EPOCHS.tags, seed, report)
  return {
    about: { tags, labels, lemmas: trainLemmas(sentences), feats: trainFeats(sentences), seed },
    lexicon: lexiconArrays(tagger.lexicon),
    models: {
      tags: pack(tagger.model, { dense: false, rows: ROWS.tags }),
      moves: pack(trees.moves, { dense: true, rows: ROWS.moves }),
      labels: pack(trees.relations, { dense: false, rows: ROWS.labels }),
    },
  }
}

function labelsOf(sentences: readonly Gold[]): string[] {
  const counts = new Map<string, number>()
  for (const s of sentences) for (const label of s.deprel) counts.set(label, (counts.get(label) ?? 0) + 1)
  counts.delete('punct')
  counts.delete('root')
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([label]) => label)
}

/** Tags every sentence by a tagger trained on the others. */
function jackknife(
  sentences: readonly Gold[],
  gold: readonly Int32Array[],
  classes: number,
  seed: number,
  report: (line: string) => void,
): Int32Array[] {
  const out: Int32Array[] = []
  const words = new Words()
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = (_: unknown, i: number) => i % FOLDS !== fold
    const { tagger } = trainTagger(sentences.filter(others), gold.filter(others), classes, EPOCHS.fold, seed + fold)
    for (let i = fold; i < sentences.length; i += FOLDS) {
      const tags = new Int32Array(sentences[i]!.forms.length)
      tagger.tag(words.read(sentences[i]!.forms), tags)
      out[i] = tags
    }
    report(`fold ${fold + 1} of ${FOLDS} tagged`)
  }
  return out
}

function lexiconArrays(lexicon: ReadonlyMap<number, number>): Weights['lexicon'] {
  const entries = [...lexicon].sort((a, b) => a[0] - b[0])
  return { words: Int32Array.from(entries, ([w]) => w), classes: Uint16Array.from(entries, ([, c]) => c) }
}
