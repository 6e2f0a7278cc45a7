import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConllu, wordRows } from '../conllu.ts'
import type { GoldToken } from '../evaluate.ts'

/** A gold sentence. `head` is an index, -1 at the root; relations keep their subtypes. */
export interface Gold {
  forms: string[]
  lemmas: string[]
  upos: string[]
  xpos: string[]
  feats: string[]
  head: number[]
  deprel: string[]
  /** The `# text` of the sentence. */
  text: string
  paragraph: boolean
  document: boolean
}

export const treebankFolder = (): string => join(process.env.CHANCERY_SHARED ?? '../shared', 'treebank')

export function readGold(file: string): Gold[] {
  return readConllu(readFileSync(file, 'utf8')).map((sentence) => {
    const rows = wordRows(sentence)
    const column = (i: number) => rows.map((row) => row[i]!)
    const text = sentence.comments.find((c) => c.startsWith('# text = ')) ?? ''
    return {
      forms: column(1),
      lemmas: column(2),
      upos: column(3),
      xpos: column(4),
      feats: column(5),
      head: rows.map((row) => Number(row[6]) - 1),
      deprel: column(7),
      text: text.slice('# text = '.length),
      paragraph: sentence.comments.some((c) => c.startsWith('# newpar')),
      document: sentence.comments.some((c) => c.startsWith('# newdoc')),
    }
  })
}

/** The raw text of a file of sentences, blank lines between paragraphs, and the gold words with their offsets in it. */
export function goldText(gold: readonly Gold[]): {
  text: string
  sentences: GoldToken[][]
} {
  let text = ''
  const sentences = gold.map((s) => {
    text += text === '' ? '' : s.paragraph || s.document ? '\n\n' : ' '
    const start = text.length
    text += s.text
    return placed(s, start)
  })
  return { text, sentences }
}

function placed(s: Gold, start: number): GoldToken[] {
  let at = 0
  return s.forms.map((form, i) => {
    const found = s.text.indexOf(form, at)
    at = found + form.length
    const word = {
      upos: s.upos[i]!,
      xpos: s.xpos[i]!,
      lemma: s.lemmas[i]!,
      head: s.head[i]!,
      deprel: s.deprel[i]!,
    }
    return { ...word, start: start + found, end: start + at }
  })
}
