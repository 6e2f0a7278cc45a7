import type { Span } from '../model/span.ts'

/** A place in capitals, perhaps a date and an agency, and a dash: "GENEVA, March 3 (Reuters) -". Every part is bounded. */
const DATELINE =
  /^\p{Lu}[\p{Lu}.' -]{1,30}(?:, ?[\p{L}.]{2,20}){0,2}(?:,? ?\d{1,2}(?:, ?\d{4})?)? ?(?:\([\p{L}. ]{1,20}\) ?)?[-–—]{1,2} /u
const LONGEST = 120

/** Where the text says from which place it was sent: at the start of a paragraph, and no part of what it tells. */
export function datelinesIn(text: string): Span[] {
  const out: Span[] = []
  for (let start = 0; start < text.length; start = nextParagraph(text, start)) {
    const found = DATELINE.exec(text.slice(start, start + LONGEST))
    if (found) out.push({ start, end: start + found[0].length })
  }
  return out
}

const nextParagraph = (text: string, from: number): number => {
  let at = text.indexOf('\n', from)
  if (at < 0) return text.length
  while (at < text.length && /\s/.test(text[at]!)) at++
  return at
}
