import type { Line } from './article.ts'
import type { Filled, Site } from './slots.ts'

const SIDES = new Set(['for', 'against', 'favor', 'favour'])
/** How far from "voted" its side may stand: "voted by a large majority *against*". */
const REACH = 9

/** The side that a verb of voting takes: the first "for", "against" or "in favor of" after it, not one inside what was voted on. */
export function sideAfter(line: Line, predicate: number): string | undefined {
  const from = afterPlace(line, predicate + 1)
  for (const t of line.tokens.slice(from, from + REACH)) {
    const word = t.form.toLowerCase()
    if (SIDES.has(word)) return word === 'favour' ? 'favor' : word
    if (t.upos === 'VERB' || t.form === ';') return undefined
  }
  return undefined
}

/** "Voted *at the United Nations* in favour": the token after where they voted. */
function afterPlace(line: Line, from: number): number {
  if (!/^(?:at|in)$/i.test(line.tokens[from]?.form ?? '')) return from
  let k = line.tokens[from + 1]?.upos === 'DET' ? from + 2 : from + 1
  const m = line.mentionAt[k]
  if (m?.type !== 'body' && m?.type !== 'name') return from
  while (line.mentionAt[k] === m) k++
  return k
}

/** "Resolution *ES-11/1*", whatever the tagger takes the sign for. */
const isNumbered = (form: string): boolean => /^[A-Z]{1,3}[-/].*\d|^\d+[-/]\d/.test(form)
const INSIDE = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'SYM', 'PART', 'PRON'])
const LINKS = new Set(['of', 'on', 'against', 'for', 'to', 'with', 'concerning', 'about', 'regarding', 'over'])

/**
 * What was voted on as the text names it, with the phrases that follow it ("the resolution *against the embargo on Cuba*"); a time
 * ends it. A pronoun names nothing by itself.
 */
export function rollPhrase({ line, article }: Site, found: Filled): Filled[] {
  const { np } = found
  if (!np) return [found]
  const first = np.tokens[0] ?? np.head
  if (line.tokens[np.head]!.upos === 'PRON') return []
  const start = line.tokens[first]!.upos === 'DET' && first < np.head ? first + 1 : first
  const isTime = (k: number) =>
    line.times.some((t) => t.start <= line.tokens[k]!.start && line.tokens[k]!.start < t.end)
  if (isTime(np.head)) return []
  let end = np.tokens.at(-1) ?? np.head
  for (let k = end + 1; k < line.tokens.length; k++) {
    const t = line.tokens[k]!
    const next = line.tokens[k + 1]
    const goesOn = LINKS.has(t.form.toLowerCase()) && next !== undefined && INSIDE.has(next.upos)
    if (isTime(k) || (goesOn && isTime(k + 1)) || !(goesOn || INSIDE.has(t.upos) || isNumbered(t.form))) break
    end = k
  }
  const span = { start: line.tokens[start]!.start, end: line.tokens[end]!.end }
  return [{ ...found, entities: [{ type: 'group', label: article.text.slice(span.start, span.end), span }] }]
}
