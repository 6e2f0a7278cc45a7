import type { Span } from '../model/span.ts'

/** A word for rules over dates and numbers: hyphens and ranges are words of their own, so "600-800" is three. */
export interface Word extends Span {
  /** As written. */
  text: string
  /** Lower case. */
  low: string
}

const WORD =
  /\d{1,40}(?:,\d{3})+(?:\.\d+)?|\d{1,40}\.\d+|\d{1,40}(?:st|nd|rd|th|s)?\b|\p{L}[\p{L}\p{M}]*(?:\.\p{L}[\p{L}\p{M}]*)*|[^\s]/gu

/** The words of `text` within a span, with offsets into the whole text. */
export function wordsOf(text: string, span: Span = { start: 0, end: text.length }): Word[] {
  const out: Word[] = []
  for (const m of text.slice(span.start, span.end).matchAll(WORD)) {
    const start = span.start + m.index
    out.push({ text: m[0], low: m[0].toLowerCase(), start, end: start + m[0].length })
  }
  return out
}
