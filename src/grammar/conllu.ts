import { ChanceryError } from '../model/error.ts'

/**
 * A sentence of a CoNLL-U file as it stands there: comment lines and rows of ten columns, with multiword (`1-2`) and empty
 * (`1.1`) rows in their places.
 */
export interface ConlluSentence {
  comments: string[]
  rows: string[][]
}

export const COLUMNS = { id: 0, form: 1, lemma: 2, upos: 3, xpos: 4, feats: 5, head: 6, deprel: 7, deps: 8, misc: 9 }

/** Reads CoNLL-U (LF or CRLF, with or without BOM). Throws `incorrect` with the line where a row has not ten columns. */
export function readConllu(text: string): ConlluSentence[] {
  const out: ConlluSentence[] = []
  let current: ConlluSentence = { comments: [], rows: [] }
  const close = () => {
    if (current.rows.length > 0 || current.comments.length > 0) out.push(current)
    current = { comments: [], rows: [] }
  }
  let number = 0
  for (const raw of lines(text.startsWith('\ufeff') ? text.slice(1) : text)) {
    number++
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw
    if (line === '') close()
    else if (line.startsWith('#')) current.comments.push(line)
    else current.rows.push(columns(line, number))
  }
  close()
  return out
}

function* lines(text: string): Generator<string> {
  let from = 0
  while (from < text.length) {
    const to = text.indexOf('\n', from)
    yield text.slice(from, to < 0 ? text.length : to)
    from = to < 0 ? text.length : to + 1
  }
}

function columns(line: string, number: number): string[] {
  const row = line.split('\t')
  if (row.length !== 10 || !isId(row[0]!))
    throw new ChanceryError('incorrect', `line ${number}`, 'a CoNLL-U row has ten columns, the first of them an id')
  return row
}

const isId = (id: string): boolean => /^\d{1,9}([-.]\d{1,9})?$/.test(id)

export function writeConllu(sentences: readonly ConlluSentence[]): string {
  return sentences.map((s) => `${[...s.comments, ...s.rows.map((row) => row.join('\t'))].join('\n')}\n\n`).join('')
}

/** The rows of syntactic words, without multiword and empty rows. */
export const wordRows = (sentence: ConlluSentence): string[][] =>
  sentence.rows.filter((row) => !row[0]!.includes('-') && !row[0]!.includes('.'))

/** `Number=Sing|Person=3` as a record, and back; `_` is none. */
export const readFeats = (text: string): Record<string, string> =>
  text === '_' ? {} : Object.fromEntries(text.split('|').map((pair) => pair.split('=') as [string, string]))

export function writeFeats(feats: Readonly<Record<string, string>>): string {
  const names = Object.keys(feats).sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
  return names.length === 0 ? '_' : names.map((name) => `${name}=${feats[name]}`).join('|')
}
