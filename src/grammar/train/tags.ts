import { isShouting, type Lexicon, Tagger } from '../tagger.ts'
import { Words } from '../words.ts'
import type { Gold } from './corpus.ts'
import { Perceptron } from './perceptron.ts'
import { randomFrom, shuffle } from './random.ts'

/** The joint tags: universal and Penn tag with a space between, those seen at least `least` times. */
export function tagset(sentences: readonly Gold[], least: number): string[] {
  const counts = new Map<string, number>()
  for (const s of sentences)
    for (let i = 0; i < s.forms.length; i++) {
      const tag = `${s.upos[i]} ${s.xpos[i]}`
      counts.set(tag, (counts.get(tag) ?? 0) + 1)
    }
  return [...counts]
    .filter(([, n]) => n >= least)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([tag]) => tag)
}

/** The index of each word's tag, or of the commonest tag with the same universal part where the pair is rare. */
export function goldTags(sentence: Gold, tags: readonly string[]): Int32Array {
  return Int32Array.from(sentence.forms, (_, i) => {
    const at = tags.indexOf(`${sentence.upos[i]} ${sentence.xpos[i]}`)
    return at >= 0
      ? at
      : Math.max(
          0,
          tags.findIndex((tag) => tag.startsWith(`${sentence.upos[i]} `)),
        )
  })
}

/** Classes of words by their hash, and the one tag of classes that have but one. */
export interface TagClasses {
  classes: Map<number, number>
  sure: number[]
}

/** How often a word must be seen, always with one tag, to be taken as sure. */
const SURE = 25

/** The class of every word seen at least `least` times: the set of tags that it took. */
export function buildLexicon(sentences: readonly Gold[], gold: readonly Int32Array[], least: number): TagClasses {
  const names = new Map<string, number>()
  const classes = new Map<number, number>()
  const sure = [-1]
  for (const [hash, counts] of tagCounts(sentences, gold)) {
    const total = [...counts.values()].reduce((a, b) => a + b, 0)
    if (total < least) continue
    const kept = [...counts].filter(([, n]) => n >= total * 0.08).sort((a, b) => b[1] - a[1] || a[0] - b[0])
    const only = counts.size === 1 && total >= SURE ? kept[0]![0] : -1
    const name = only < 0 ? kept.map(([tag]) => tag).join(' ') : `= ${only}`
    if (!names.has(name)) {
      names.set(name, names.size + 1)
      sure.push(only)
    }
    classes.set(hash, names.get(name)!)
  }
  return { classes, sure }
}

function tagCounts(sentences: readonly Gold[], gold: readonly Int32Array[]): Map<number, Map<number, number>> {
  const seen = new Map<number, Map<number, number>>()
  const words = new Words()
  sentences.forEach((s, k) => {
    words.read(s.forms)
    for (let i = 0; i < s.forms.length; i++) {
      const counts = seen.get(words.lower[i]!) ?? new Map<number, number>()
      counts.set(gold[k]![i]!, (counts.get(gold[k]![i]!) ?? 0) + 1)
      seen.set(words.lower[i]!, counts)
    }
  })
  return seen
}

export const lexiconOf = ({ classes, sure }: TagClasses): Lexicon => ({
  classOf: (hash) => classes.get(hash) ?? 0,
  sure,
})

/** Trains a tagger; its weights are averaged. */
export function trainTagger(
  sentences: readonly Gold[],
  gold: readonly Int32Array[],
  classes: number,
  epochs: number,
  seed: number,
  report = (_: string) => {},
  words = new Words(),
): { tagger: Tagger; model: Perceptron; lexicon: TagClasses } {
  const lexicon = buildLexicon(sentences, gold, 3)
  const model = new Perceptron(classes)
  const tagger = new Tagger(model, lexiconOf(lexicon))
  const random = randomFrom(seed)
  const order = sentences.map((_, i) => i)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    let wrong = 0
    for (const k of order) wrong += learn(tagger, model, words.read(sentences[k]!.forms), gold[k]!)
    report(`tagger, epoch ${epoch + 1}: ${wrong} wrong`)
  }
  model.average()
  return { tagger, model, lexicon }
}

function learn(tagger: Tagger, model: Perceptron, words: Words, gold: Int32Array): number {
  const tags = new Int32Array(words.count)
  const caps = isShouting(words) ? 1 : 0
  let wrong = 0
  for (let i = 0; i < words.count; i++) {
    tags[i] = tagger.sure(words.lower[i]!)
    if (tags[i]! >= 0) continue
    tagger.look(words, tags, i, caps)
    const guess = tagger.best()
    if (guess !== gold[i]) {
      model.update(tagger.features, tagger.featureCount, gold[i]!, 1)
      model.update(tagger.features, tagger.featureCount, guess, -1)
      wrong++
    }
    tags[i] = guess
    model.time++
  }
  return wrong
}
