import { STARTERS } from './abbreviations.ts'
import { isLower } from './characters.ts'
import type { Piece } from './tokenise.ts'

/** Lines longer than this are paragraphs, not wrapped lines. */
const WRAP = 100

interface Line {
  start: number
  end: number
}
/** Lines that stand together, without a blank one between. */
interface Block {
  /** Length of the longest line. */
  widest: number
  /** Several lines after the first, each of which ends as a paragraph does. */
  paragraphs: boolean
}

/** No sentence ends after these. */
const GOES_ON = new Set(
  `a an the this that these those his her its their our my your of in on at to for from by with as and or nor but than between
   into against over under after before since until about through during within without among toward towards upon per via is are
   was were be been being has have had will would can could may might must shall should do does did not no mr mrs ms dr sir
   president minister king queen prince princess ambassador secretary chancellor premier general
   january february march april may june july august september october november december`.split(/\s+/),
)
const LIST_MARK = /^(?:[-*•‣◦▪·]\s|[–—]\s+["“]?\p{Lu}|\(?\d{1,2}[.)]\s+["“]?\p{Lu})/u

/** Tells line ends that end a sentence (of a paragraph, a heading, an item of a list) from those of wrapped lines. */
export class Lines {
  readonly #text: string
  readonly #lines: readonly Line[]
  readonly #blocks: readonly Block[]
  #at = 0
  constructor(text: string) {
    this.#text = text
    this.#lines = linesOf(text)
    this.#blocks = blocksOf(text, this.#lines)
  }

  /** Whether a sentence ends between two neighbouring words because of a line end; asked from left to right. */
  breaksBetween(a: Piece, b: Piece): boolean {
    while (this.#at < this.#lines.length - 1 && this.#lines[this.#at + 1]!.start <= a.start) this.#at++
    const line = this.#lines[this.#at]!
    if (b.start < line.end) return false
    const next = this.#lines[this.#at + 1]!
    return b.start >= next.end || this.#endsLine(line, next, a, b, this.#blocks[this.#at]!)
  }

  #endsLine(line: Line, next: Line, a: Piece, b: Piece, block: Block): boolean {
    const [here, after] = [this.#text.slice(line.start, line.end).trimEnd(), this.#text.slice(b.start, next.end)]
    const full = here.length + 1 + b.form.length > block.widest
    if (LIST_MARK.test(after) && !(full && /^\d/.test(after))) return true
    if (isLower(b.form.codePointAt(0)!)) return false
    // Where the next word did not fit, the stop alone tells.
    if (isFinal(here, a)) return !full
    if (GOES_ON.has(a.form.toLowerCase()) || /[,;–—-]$/u.test(here)) return false
    if (b.form.length > 1 && STARTERS.has(b.form.toLowerCase())) return true
    if (isShouted(here) && !isShouted(after)) return true
    return block.paragraphs || block.widest > (full ? 2 : 1) * WRAP
  }
}

const FINAL = /[.!?…。]["'”’»)\]]*$/u
/** "Gen." at the end of a line ends no sentence. */
const isFinal = (line: string, last: Piece): boolean => FINAL.test(line.slice(-20)) && !/^\p{L}.*\.$/u.test(last.form)
const isShouted = (line: string): boolean => /\p{Lu}{2}/u.test(line) && !/\p{Ll}/u.test(line)

/** A paragraph separator counts as a blank line. */
function linesOf(text: string): Line[] {
  const out: Line[] = []
  let start = 0
  for (const { 0: mark, index } of text.matchAll(/\r\n|[\n\r\u0085\u2028\u2029]/gu)) {
    out.push({ start, end: index })
    start = index + mark.length
    if (mark === '\u2029') out.push({ start, end: start })
  }
  return [...out, { start, end: text.length }]
}

/** The block of each line. */
function blocksOf(text: string, lines: readonly Line[]): Block[] {
  const words = lines.map((line) => text.slice(line.start, line.end).trim())
  const out: Block[] = []
  for (let from = 0; from < lines.length; ) {
    let to = from + 1
    while (to < lines.length && words[from] && words[to]) to++
    const own = words.slice(from, to)
    const block: Block = {
      widest: own.reduce((most, line) => Math.max(most, line.length), 0),
      paragraphs: own.length > 2 && own.slice(1).every((line) => FINAL.test(line.slice(-20))),
    }
    for (; from < to; from++) out.push(block)
  }
  return out
}
