import { readConllu, wordRows } from '../../conllu.ts'

/** A mention of the entity layer: first and last word, type, gold head and its universal tag. */
export interface Mention {
  first: number
  last: number
  type: string
  head: number
  proper: boolean
  linked: boolean
}

/** A sentence of GUM with the mentions of its entity layer. */
export interface Layered {
  document: string
  forms: string[]
  mentions: Mention[]
}

/** Reads the `Entity=` brackets of the last column (`(7-person-…`, `7)`), which nest; interrupted mentions (`7[1/2]`) give their parts. */
export function readLayer(text: string): Layered[] {
  let document = ''
  return readConllu(text).map((sentence) => {
    const doc = sentence.comments.find((c) => c.startsWith('# newdoc id = '))
    if (doc) document = doc.slice('# newdoc id = '.length)
    const rows = wordRows(sentence)
    return { document, forms: rows.map((row) => row[1]!), mentions: mentionsOf(rows) }
  })
}

const BRACKETS = /\(([^()]+)(\)?)|(?<![^()])([^()]+)\)/g

function mentionsOf(rows: readonly string[][]): Mention[] {
  const open = new Map<string, { first: number; fields: string[] }[]>()
  const out: Mention[] = []
  rows.forEach((row, i) => {
    const entity = /(?:^|\|)Entity=([^|]+)/.exec(row[9]!)?.[1] ?? ''
    for (const [, opened, closed, id] of entity.matchAll(BRACKETS)) {
      if (opened) {
        const fields = opened.split('-')
        const list = open.get(fields[0]!) ?? []
        open.set(fields[0]!, [...list, { first: i, fields }])
      }
      const name = opened ? opened.split('-')[0]! : id!
      const started = opened && !closed ? undefined : open.get(name)?.pop()
      if (started) out.push(mention(rows, started.first, i, started.fields))
    }
  })
  return out
}

function mention(rows: readonly string[][], first: number, last: number, fields: readonly string[]): Mention {
  const head = goldHead(rows, first, last)
  return { first, last, type: fields[1]!, head, proper: rows[head]![3] === 'PROPN', linked: fields.length > 7 }
}

/** The first word whose own head is outside. */
function goldHead(rows: readonly string[][], first: number, last: number): number {
  for (let i = first; i <= last; i++) {
    const head = Number(rows[i]![6]) - 1
    if ((head < first || head > last) && rows[i]![7] !== 'punct') return i
  }
  return first
}
