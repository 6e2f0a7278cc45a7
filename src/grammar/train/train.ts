import { join } from 'node:path'
import { tagsetOf } from '../view.ts'
import type { Weights } from '../weights.ts'
import { Words } from '../words.ts'
import { hashed, readRaw, wordClasses } from './classes.ts'
import { type Gold, readGold } from './corpus.ts'
import { exampleOf } from './examples.ts'
import { trainFeats } from './feats.ts'
import { trainLemmas, trainVerbs } from './lemmas.ts'
import { pack } from './pack.ts'
import { goldTags, tagset, trainTagger } from './tags.ts'
import { trainParser } from './trees.ts'

export const TREEBANKS = ['en_ewt-train.conllu', 'en_gum-train.conllu']
const RAW = '../corpora/news-and-releases.jsonl.gz'
const FOLDS = 5
/** Sentences that stay together in a fold, so that a text is seldom on both sides. */
const BLOCK = 40
const KINDS = { classes: 200, least: 4, rounds: 10 }
const FINES = { classes: 600, least: 5, rounds: 6 }
const EPOCHS = { fold: 4, tags: 7, trees: 7 }
/** Bytes of the packed models. */
const BYTES = { tags: 2_100_000, moves: 3_200_000, labels: 2_300_000 }

/** Trains everything: tagger, parser on the tags of a tagger that did not see the sentence, lemmas and features. */
export function train(folder: string, seed: number, report: (line: string) => void): Weights {
  const sentences = TREEBANKS.flatMap((file) => readGold(join(folder, file)))
  const tags = tagset(sentences, 10)
  const gold = sentences.map((s) => goldTags(s, tags))
  const labels = labelsOf(sentences)
  const { kinds, fines } = kindsOf(folder, sentences, report)
  const words = new Words({
    coarse: (hash) => kinds.get(hash) ?? 0,
    fine: (hash) => fines.get(hash) ?? 0,
  })
  const guessed = jackknife(sentences, gold, tags.length, seed, words, report)
  const set = tagsetOf(tags)
  const examples = sentences.map((s, i) => exampleOf(s, words.read(s.forms), guessed[i]!, set, labels))
  const options = { epochs: EPOCHS.trees, explore: 0.9, report }
  const trees = trainParser(examples, labels.length, { ...options, seed })
  const again = trainParser(examples, labels.length, {
    ...options,
    seed: seed + 1,
  })
  trees.moves.add(again.moves)
  trees.relations.add(again.relations)
  const tagger = trainTagger(sentences, gold, tags.length, EPOCHS.tags, seed, report, words)
  tagger.model.add(trainTagger(sentences, gold, tags.length, EPOCHS.tags, seed + 1, report, words).model)
  const verbs = trainVerbs(sentences)
  return {
    about: {
      tags,
      labels,
      sure: tagger.lexicon.sure,
      lemmas: trainLemmas(sentences, verbs),
      verbs,
      feats: trainFeats(sentences),
      seed,
    },
    lexicon: lexiconArrays(tagger.lexicon.classes, kinds, fines),
    models: {
      tags: pack(tagger.model, { dense: false, bytes: BYTES.tags }),
      moves: pack(trees.moves, { dense: true, bytes: BYTES.moves }),
      labels: pack(trees.relations, { dense: false, bytes: BYTES.labels }),
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
  words: Words,
  report: (line: string) => void,
): Int32Array[] {
  const out: Int32Array[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const foldOf = (i: number) => Math.floor(i / BLOCK) % FOLDS
    const others = (_: unknown, i: number) => foldOf(i) !== fold
    const { tagger } = trainTagger(
      sentences.filter(others),
      gold.filter(others),
      classes,
      EPOCHS.fold,
      seed + fold,
      undefined,
      words,
    )
    for (let i = 0; i < sentences.length; i++) {
      if (foldOf(i) !== fold) continue
      const tags = new Int32Array(sentences[i]!.forms.length)
      tagger.tag(words.read(sentences[i]!.forms), tags)
      out[i] = tags
    }
    report(`fold ${fold + 1} of ${FOLDS} tagged`)
  }
  return out
}

function lexiconArrays(
  lexicon: ReadonlyMap<number, number>,
  kinds: ReadonlyMap<number, number>,
  fines: ReadonlyMap<number, number>,
): Weights['lexicon'] {
  const words = Int32Array.from(new Set([...lexicon.keys(), ...kinds.keys()])).sort()
  return {
    words,
    classes: Uint16Array.from(words, (w) => lexicon.get(w) ?? 0),
    kinds: Uint16Array.from(words, (w) => kinds.get(w) ?? 0),
    fines: Uint16Array.from(words, (w) => fines.get(w) ?? 0),
  }
}

/** Word classes from the treebanks' words and, where it is there, raw news beside the treebanks. */
function kindsOf(folder: string, sentences: readonly Gold[], report: (line: string) => void) {
  const raw = readRaw(join(folder, RAW))
  report(`${raw.length} sentences of raw text`)
  const corpus = [...raw, ...sentences.map((s) => hashed(s.forms))]
  return {
    kinds: wordClasses(corpus, KINDS.classes, KINDS.least, KINDS.rounds, report),
    fines: wordClasses(corpus, FINES.classes, FINES.least, FINES.rounds, report),
  }
}
