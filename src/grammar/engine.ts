import { readFeats } from './conllu.ts'
import { type LemmaRules, lemmatise, readLemmaRules } from './lemma.ts'
import { type FeatTable, featsOf } from './morphology.ts'
import { PackedScorer } from './packed.ts'
import { Parser } from './parser.ts'
import { attachPunctuation } from './punctuation.ts'
import { Tagger } from './tagger.ts'
import { bare, type Tagset, tagsetOf } from './view.ts'
import type { Weights } from './weights.ts'
import { Words } from './words.ts'

/** What is found for the words of one sentence. `head` is an index, -1 at the root. */
export interface Analysis {
  upos: string[]
  xpos: string[]
  lemmas: string[]
  feats: Readonly<Record<string, string>>[]
  head: Int32Array
  deprel: string[]
}

/** Tagger, parser and tables over one set of weights. Not re-entrant: arrays are reused from sentence to sentence. */
export class Engine {
  private words: Words
  private tags = new Int32Array(512)
  private tagger: Tagger
  private parser: Parser
  private set: Tagset
  private upos: string[]
  private xpos: string[]
  private labels: string[]
  private lemmas: LemmaRules
  private feats: FeatTable

  constructor({ about, models, lexicon }: Weights) {
    const place = new Map<number, number>()
    lexicon.words.forEach((hash, i) => {
      place.set(hash, i)
    })
    const { classes, kinds, fines } = lexicon
    const lookUp = (table: Uint16Array) => (hash: number) => table[place.get(hash) ?? -1] ?? 0
    this.words = new Words({ coarse: lookUp(kinds), fine: lookUp(fines) })
    this.tagger = new Tagger(new PackedScorer(models.tags!), {
      classOf: lookUp(classes),
      sure: about.sure,
    })
    this.parser = new Parser(new PackedScorer(models.moves!), new PackedScorer(models.labels!))
    this.set = tagsetOf(about.tags)
    this.upos = about.tags.map((tag) => tag.split(' ')[0]!)
    this.xpos = about.tags.map((tag) => tag.split(' ')[1]!)
    this.labels = about.labels
    this.lemmas = readLemmaRules(about.lemmas, about.verbs)
    this.feats = new Map(about.feats.map((line) => readFeatLine(line)))
  }

  /** Analyses one sentence of at least one word. */
  read(forms: readonly string[]): Analysis {
    const words = this.words.read(forms)
    if (this.tags.length < forms.length) this.tags = new Int32Array(forms.length * 2)
    this.tagger.tag(words, this.tags)
    const upos = forms.map((_, i) => this.upos[this.tags[i]!]!)
    const xpos = forms.map((_, i) => this.xpos[this.tags[i]!]!)
    const { head, deprel } = this.tree(words)
    const feats = featsOf({ forms, upos, xpos, head, deprel }, this.feats)
    const lemmas = forms.map((form, i) => lemmatise(form, xpos[i]!, this.lemmas))
    return { upos, xpos, lemmas, feats, head, deprel }
  }

  private tree(words: Words): { head: Int32Array; deprel: string[] } {
    const view = bare(words, this.tags, this.set)
    this.parser.parse(view)
    const { state } = this.parser
    const head = new Int32Array(words.count).fill(-2)
    const deprel = new Array<string>(words.count).fill('punct')
    for (let k = 0; k < view.n; k++) {
      const i = view.index[k]!
      const isRoot = state.head[k] === view.n
      head[i] = isRoot ? -1 : view.index[state.head[k]!]!
      deprel[i] = isRoot ? 'root' : this.labels[state.label[k]!]!
    }
    attachPunctuation(words.forms, head)
    return { head, deprel }
  }
}

function readFeatLine(line: string): [string, Readonly<Record<string, string>>] {
  const tab = line.lastIndexOf('\t')
  return [line.slice(0, tab), Object.freeze(readFeats(line.slice(tab + 1)))]
}
