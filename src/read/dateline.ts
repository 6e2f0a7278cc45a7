import type { Span } from '../model/span.ts'

/** A place in capitals, perhaps a date and an agency, and a dash: "GENEVA, March 3 (Reuters) -". Every part is bounded. */
const DATELINE =
  /^(\p{Lu}[\p{Lu}.' -]{1,30})(?:, ?[\p{L}.]{2,20}){0,2}(?:,? ?\d{1,2}(?:, ?\d{4})?)? ?(?:\([\p{L}. /]{1,24}\) ?)?[-–—]{1,2} /u
/** The same before a colon, or a place in plain letters with a day: "MOSCOW: …", "Dhaka, March 15 : …". A speaker's name is no place. */
const BEFORE_COLON =
  /^(\p{Lu}[\p{L}.'-]{1,24}(?: \p{Lu}[\p{L}.'-]{1,24}){0,2})((?:, ?[\p{L}.]{2,20}){0,2}(?:,? ?\d{1,2}(?:, ?\d{4})?)? ?(?:\([\p{L}. /]{1,24}\) ?)?) ?(?::|[-–—]{1,2}) /u
const LONGEST = 120

/**
 * Where the text says from which place it was sent: at the start of a paragraph, and no part of what it tells. `isPlace` knows
 * places by their names.
 */
export function datelinesIn(text: string, isPlace: (name: string) => boolean = () => false): Span[] {
  const out: Span[] = []
  for (let start = 0; start < text.length; start = nextParagraph(text, start)) {
    const end = endOf(text.slice(start, start + LONGEST), isPlace)
    if (end) out.push({ start, end: start + end })
  }
  return out
}

function endOf(opening: string, isPlace: (name: string) => boolean): number | undefined {
  const found = DATELINE.exec(opening)
  if (found) return found[0].length
  const [all, place, rest] = BEFORE_COLON.exec(opening) ?? []
  if (!all || !place || !isPlace(place)) return undefined
  const shouted = place === place.toUpperCase()
  return shouted || /\d|\(/.test(rest ?? '') ? all.length : undefined
}

const nextParagraph = (text: string, from: number): number => {
  let at = text.indexOf('\n', from)
  if (at < 0) return text.length
  while (at < text.length && /\s/.test(text[at]!)) at++
  return at
}
