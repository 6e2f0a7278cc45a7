import { readFeats } from './conllu.ts'
import { type LemmaRules, lemmatise, readLemmaRules } from './lemma.ts'
import { type Feats, type FeatTable, featsOf, featsOfForm } from './morphology.ts'
import { attachPunctuation } from './punctuation.ts'
import { Reader } from './reader.ts'
import type { Weights } from './weights.ts'

/** What is found for the words of one sentence. `head` is an index, -1 at the root. */
export interface Analysis {
  upos: string[]
  xpos: string[]
  lemmas: string[]
  feats: Feats[]
  head: Int32Array
  deprel: string[]
}

/** The net and the tables beside it over one set of weights. Not re-entrant: arrays are reused from sentence to sentence. */
export class Engine {
  private reader: Reader
  private upos: string[]
  private xpos: string[]
  private labels: string[]
  private participle: number
  private past: number
  private lemmas: LemmaRules
  private feats: FeatTable

  constructor(weights: Weights) {
    const { about } = weights
    this.reader = new Reader(weights)
    this.upos = about.tags.map((tag) => tag.split(' ')[0]!)
    this.xpos = about.tags.map((tag) => tag.split(' ')[1]!)
    this.labels = about.labels
    this.participle = about.tags.indexOf('VERB VBN')
    this.past = about.tags.indexOf('VERB VBD')
    this.lemmas = readLemmaRules(about.lemmas, about.verbs)
    this.feats = new Map(about.feats.map((line) => readFeatLine(line)))
  }

  /** Analyses one sentence of at least one word and at most `LONGEST`. */
  read(forms: readonly string[]): Analysis {
    const kept = this.reader.read(forms)
    const { tags } = this.reader
    const upos = forms.map((_, i) => this.upos[tags[i]!]!)
    const xpos = forms.map((_, i) => this.xpos[tags[i]!]!)
    const { head, deprel } = this.tree(forms, kept)
    this.agree(xpos, head, deprel)
    const feats = featsOf({ forms, upos, xpos, head, deprel }, this.feats, (i) => this.featsOfForm(i))
    return { upos, xpos, lemmas: forms.map((_, i) => this.lemma(i)), feats, head, deprel }
  }

  /** A participle that has a subject and no auxiliary is a past tense; a past tense that modifies a noun and has no subject a participle. */
  private agree(xpos: string[], head: Int32Array, deprel: readonly string[]): void {
    const { tags } = this.reader
    const { past, participle } = this
    for (let i = 0; i < head.length; i++) {
      if (tags[i] === participle && hasKid(head, deprel, i, SUBJECT) && !hasKid(head, deprel, i, AUXILIARY))
        tags[i] = past
      else if (tags[i] === past && deprel[i] === 'acl' && !hasKid(head, deprel, i, ANY_SUBJECT)) tags[i] = participle
      else continue
      xpos[i] = this.xpos[tags[i]!]!
    }
  }

  private lemma(i: number): string {
    const { text, lemmas } = this.reader.forms[i]!
    const tag = this.reader.tags[i]!
    lemmas[tag] ??= lemmatise(text, this.xpos[tag]!, this.lemmas)
    return lemmas[tag]
  }

  private featsOfForm(i: number): Feats {
    const { text, feats } = this.reader.forms[i]!
    const tag = this.reader.tags[i]!
    feats[tag] ??= featsOfForm(text, this.upos[tag]!, this.xpos[tag]!, this.feats)
    return feats[tag]
  }

  private tree(forms: readonly string[], n: number): { head: Int32Array; deprel: string[] } {
    const { kept, head: heads, label } = this.reader
    const head = new Int32Array(forms.length).fill(-2)
    const deprel = new Array<string>(forms.length).fill('punct')
    for (let d = 0; d < n; d++) {
      const i = kept[d]!
      const isRoot = heads[d] === n
      head[i] = isRoot ? -1 : kept[heads[d]!]!
      deprel[i] = isRoot ? 'root' : this.labels[label[d]!]!
    }
    attachPunctuation(forms, head)
    return { head, deprel }
  }
}

const SUBJECT = new Set(['nsubj'])
const ANY_SUBJECT = new Set(['nsubj', 'nsubj:pass', 'csubj', 'aux'])
const AUXILIARY = new Set(['aux', 'aux:pass', 'cop', 'nsubj:pass', 'csubj:pass'])

function hasKid(head: Int32Array, deprel: readonly string[], i: number, relations: ReadonlySet<string>): boolean {
  for (let k = 0; k < head.length; k++) if (head[k] === i && relations.has(deprel[k]!)) return true
  return false
}

function readFeatLine(line: string): [string, Feats] {
  const tab = line.lastIndexOf('\t')
  return [line.slice(0, tab), Object.freeze(readFeats(line.slice(tab + 1)))]
}
