import type { Span } from '../model/span.ts'

/** Words between quotation marks; the span is of the words, `outer` with the marks. */
export interface Quotation extends Span {
  outer: Span
  /** Fewer than five words inside a sentence: a phrase taken into the article's own sentence ("the 'deepest sympathies'"). */
  scare: boolean
  /** Who speaks, as a transcript's label has it: "PRESIDENT RUIZ". */
  label?: string
}

const LABEL = /^(\p{Lu}[\p{Lu}\p{M}.’'\- ]{2,60}):[ \t]/gmu

/** The turns of a transcript: what stands after a label in capitals, up to the next; none where there are fewer than two. */
function turnsIn(text: string): Quotation[] {
  const labels = [...text.matchAll(LABEL)]
  if (labels.length < 2) return []
  return labels.map((m, i) => {
    const [start, end] = [m.index + m[0].length, labels[i + 1]?.index ?? text.length]
    return { start, end, outer: { start, end }, scare: false, label: m[1]! }
  })
}

const OPEN: Readonly<Record<string, string>> = { '“': '”', '«': '»', '„': '“' }

/**
 * Quotations in the text. A mark that never closes ends with its paragraph; a paragraph that opens with a mark while the one
 * before it did not close goes on quoting.
 */
export function quotationsIn(text: string): Quotation[] {
  const out: Quotation[] = turnsIn(text)
  if (out.length) return out
  let open: { at: number; close: string } | undefined
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if (open) {
      const ends = c === open.close || (c === '\n' && text[i + 1] === '\n') || (open.close === '”' && c === '"')
      if (ends) {
        push(out, text, open.at, i, c !== '\n')
        open = undefined
      }
    } else if (c === '"') open = { at: i, close: '"' }
    else if (OPEN[c]) open = { at: i, close: OPEN[c]! }
  }
  if (open) push(out, text, open.at, text.length, false)
  return out
}

/** Whether the last mark before an offset ends a sentence or leads to a quotation, or there is nothing before it. */
function opensSentence(text: string, at: number): boolean {
  let before = at - 1
  while (before >= 0 && text[before] !== '\n' && /\s/.test(text[before]!)) before--
  return before < 0 || '.,:!?\n'.includes(text[before]!)
}

function push(out: Quotation[], text: string, open: number, close: number, closed: boolean): void {
  const start = open + 1
  let end = close
  while (end > start && /[\s,.;!?]/.test(text[end - 1]!)) end--
  if (end <= start) return
  const words = text.slice(start, end).split(/\s+/).length
  const whole = opensSentence(text, open) && /[.,!?]$/.test(text.slice(start, close).trimEnd()) && words > 1
  out.push({ start, end, outer: { start: open, end: closed ? close + 1 : close }, scare: words < 5 && !whole })
}
