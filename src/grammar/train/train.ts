import { join } from 'node:path'
import { Vocabulary } from '../vocabulary.ts'
import type { Weights } from '../weights.ts'
import { hashed, readRaw, wordClasses } from './classes.ts'
import { type Gold, readGold } from './corpus.ts'
import { listEntries, rowsOf } from './entries.ts'
import { treeOf } from './examples.ts'
import { trainFeats } from './feats.ts'
import { Gradient } from './gradient.ts'
import { trainLemmas, trainVerbs } from './lemmas.ts'
import { quantise } from './quantise.ts'
import { goldTags, tagClasses, tagset } from './tags.ts'
import { type Lesson, newNet, type TrainedNet, trainNet } from './trainer.ts'

export const TREEBANKS = ['en_ewt-train.conllu', 'en_gum-train.conllu']
const RAW = '../corpora/news-and-releases.jsonl.gz'
const KINDS = { classes: 200, least: 4, rounds: 10 }
const FINES = { classes: 600, least: 5, rounds: 6 }
const SIZES = { width: 224, layers: 3, arc: 64, label: 96 }
const TRAINING = { epochs: 20, rate: 0.002, words: 500, dropIn: 0.25, drop: 0.2, dropWord: 0.5 }

/** What training may be told besides, for trials. */
export interface Trial {
  sizes?: Partial<typeof SIZES>
  training?: Partial<typeof TRAINING>
  after?(weights: () => Weights): void
}

/** Trains everything: the net for tags and trees, lemmas and features. */
export function train(folder: string, seed: number, report: (line: string) => void, trial: Trial = {}): Weights {
  const sentences = TREEBANKS.flatMap((file) => readGold(join(folder, file)))
  const raw = readRaw(join(folder, RAW))
  report(`${sentences.length} sentences, ${raw.length} of raw text`)
  const tags = tagset(sentences, 10)
  const gold = sentences.map((s) => goldTags(s, tags))
  const labels = labelsOf(sentences)
  const forms = sentences.map((s) => s.forms)
  const listing = listEntries(forms, [tagClasses(sentences, gold, 3), ...kindsOf([...raw, ...forms], report)])
  const { words, rows, letters, first } = listing.entries
  const vocabulary = new Vocabulary(listing.entries)
  const lessons = sentences.map(
    (s, i): Lesson => ({
      ...treeOf(s, labels),
      count: s.forms.length,
      rows: rowsOf(s.forms, vocabulary),
      tags: gold[i]!,
    }),
  )
  const verbs = trainVerbs(sentences)
  const lemmas = trainLemmas(sentences, verbs)
  const shape = { rows: listing.size, ...SIZES, ...trial.sizes, tags: tags.length, labels: labels.length }
  const about = { shape, first, kinds: listing.kinds, tags, labels, lemmas, verbs, feats: trainFeats(sentences), seed }
  const weightsOf = (net: TrainedNet): Weights => ({ about, words, rows, letters, ...quantise(net) })

  const training = { ...TRAINING, ...trial.training }
  training.words = Math.min(training.words, Math.ceil(lessons.reduce((sum, l) => sum + l.count, 0) / 50))
  const after = (_: number, net: TrainedNet) => trial.after?.(() => weightsOf(net))
  const options = { ...training, seed, counts: listing.counts, report, after }
  const net = newNet(shape, training.words, seed)
  const gradient = new Gradient(net.net)
  trainNet(net, gradient, lessons, options)
  return weightsOf(net)
}

function labelsOf(sentences: readonly Gold[]): string[] {
  const counts = new Map<string, number>()
  for (const s of sentences) for (const label of s.deprel) counts.set(label, (counts.get(label) ?? 0) + 1)
  counts.delete('punct')
  counts.delete('root')
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([label]) => label)
}

/** Word classes, coarse and fine. */
function kindsOf(sentences: readonly (readonly string[])[], report: (line: string) => void): Map<number, number>[] {
  const corpus = sentences.map(hashed)
  return [KINDS, FINES].map(({ classes, least, rounds }) => wordClasses(corpus, classes, least, rounds, report))
}
