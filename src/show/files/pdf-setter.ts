import { CUTS, type Cut, fontFile, type Weight } from './fonts.ts'
import { type Element, type Role, Tags, type Target } from './pdf-tags.ts'

/** Points. */
export const PAGE = { width: 595.28, height: 841.89, left: 57, right: 57, top: 62, bottom: 62 }
export const WIDTH = PAGE.width - PAGE.left - PAGE.right

interface Look {
  weight?: Weight
  size?: number
  colour?: string
  strike?: boolean
  /** A link within the document or to the world. */
  target?: Target
  raised?: boolean
}
export interface Piece extends Look {
  text: string
}

/** What fits on a line is measured and set piece by piece: several fonts, and two directions. */
export class Setter {
  readonly doc: PDFKit.PDFDocument
  readonly tags: Tags
  #fonts = new Map<string, { name: string; has(point: number): boolean }>()
  y = PAGE.top

  constructor(doc: PDFKit.PDFDocument) {
    this.doc = doc
    this.tags = new Tags(doc)
  }

  #font(cut: Cut, weight: Weight) {
    const name = `${cut.cut}-${weight}`
    const known = this.#fonts.get(name)
    if (known) return known
    this.doc.registerFont(name, Buffer.from(fontFile(cut, weight, 'woff')) as unknown as PDFKit.Mixins.PDFFontSource)
    this.doc.font(name)
    const face = (this.doc as unknown as { _font: { font: { hasGlyphForCodePoint(point: number): boolean } } })._font
      .font
    const font = { name, has: (point: number) => face.hasGlyphForCodePoint(point) }
    this.#fonts.set(name, font)
    return font
  }

  /** The first cut that has a character; what no cut has is shown as U+FFFD. */
  #cutFor(char: string, weight: Weight): { name: string; char: string } {
    const point = char.codePointAt(0)!
    for (const cut of CUTS) {
      const font = this.#font(cut, weight)
      if (font.has(point)) return { name: font.name, char }
    }
    return { name: this.#font(CUTS[0], weight).name, char: '\uFFFD' }
  }

  /** Characters in a row that one font sets. A space is Latin: within a run from right to left it would be turned with a word. */
  runs(text: string, weight: Weight): { name: string; text: string }[] {
    const out: { name: string; text: string }[] = []
    for (const char of text) {
      const last = out.at(-1)
      const { name, char: set } = /\p{M}/u.test(char) && last ? { name: last.name, char } : this.#cutFor(char, weight)
      if (last?.name === name) last.text += set
      else out.push({ name, text: set })
    }
    return out
  }

  measure(text: string, { weight = '400-normal', size = 10 }: Look): number {
    return this.runs(text, weight).reduce(
      (sum, run) => sum + this.doc.font(run.name).fontSize(size).widthOfString(run.text),
      0,
    )
  }

  #set(text: string, look: Look, x: number, y: number): number {
    const { weight = '400-normal', size = 10, colour = '#1a1a1a', strike = false, raised } = look
    let at = x
    for (const run of this.runs(text, weight)) {
      this.doc.font(run.name).fontSize(size).fillColor(colour)
      const width = this.doc.widthOfString(run.text)
      this.doc.text(run.text, at, y - (raised ? 3 : 0), {
        lineBreak: false,
        baseline: 'alphabetic',
        strike,
      })
      at += width
    }
    return at - x
  }

  /** Lines of words that fit a width. */
  lines(pieces: readonly Piece[], width: number): Piece[][] {
    const out: Piece[][] = [[]]
    let used = 0
    for (const piece of pieces)
      for (const word of piece.text.split(/(?<=[\s\u200B])/u)) {
        for (const part of this.#parts(word, piece, width)) {
          const size = this.measure(part.trimEnd(), piece)
          if (used + size > width && out.at(-1)!.length && !piece.raised) {
            out.push([])
            used = 0
          }
          out.at(-1)!.push({ ...piece, text: part })
          used += this.measure(part, piece)
        }
      }
    return out
  }

  /** A word as it stands, or in pieces where it is wider than a line. */
  #parts(word: string, look: Look, width: number): string[] {
    if (this.measure(word.trimEnd(), look) <= width) return [word]
    const parts = ['']
    for (const char of word) {
      if (this.measure(parts.at(-1)! + char, look) > width) parts.push('')
      parts[parts.length - 1] += char
    }
    return parts
  }

  room(height: number): void {
    if (this.y + height <= PAGE.height - PAGE.bottom) return
    this.doc.addPage()
    this.y = PAGE.top
  }

  /** Sets one line whose baseline is `y`; words from right to left stand in their order. */
  line(pieces: readonly Piece[], x: number, y: number, element?: Element): void {
    let at = x
    for (const piece of inVisualOrder(pieces)) {
      const { target, actual, size = 10 } = piece
      const draw = () => {
        const width = this.#set(piece.text, piece, at, y)
        const box = { x: at, y: y - size - (piece.raised ? 3 : 0), width, height: size * 1.3 }
        at += width
        return box
      }
      this.tags.text(draw, { element, target, actual })
    }
  }

  /** A paragraph from the present height on; with a `lead` to its left it is the item of a list. */
  paragraph(
    pieces: readonly Piece[],
    {
      x = PAGE.left,
      width = WIDTH,
      leading = 1.42,
      after = 0,
      lead = [] as readonly Piece[],
      leadWidth = 0,
      destination = '',
      role = 'P' as Role,
    } = {},
  ): void {
    const lines = this.lines(pieces, width)
    const leads = lead.length ? this.lines(lead, leadWidth - 10) : []
    const size = Math.max(...pieces.map((p) => p.size ?? 10))
    const step = size * leading
    const rows = Math.max(lines.length, leads.length)
    this.room(step * Math.min(rows, 4))
    if (destination) this.doc.addNamedDestination(destination, 'XYZ', 0, this.y, null as unknown as number)
    this.tags.within(leads.length ? 'LI' : role, () => {
      const own = leads.length ? { lead: this.tags.child('Lbl'), body: this.tags.child('LBody') } : undefined
      for (let i = 0; i < rows; i++) {
        this.room(step)
        const base = this.y + size
        if (leads[i]) this.line(leads[i]!, x - leadWidth, base, own?.lead)
        if (lines[i]) this.line(lines[i]!, x, base, own?.body)
        this.y += step
      }
      own?.lead.end()
      own?.body.end()
    })
    this.y += after
  }

  rule(weight: number, colour: string): void {
    const draw = () =>
      this.doc
        .moveTo(PAGE.left, this.y)
        .lineTo(PAGE.width - PAGE.right, this.y)
        .lineWidth(weight)
        .strokeColor(colour)
        .stroke()
    this.tags.artifact('Layout', draw)
  }
}

const STRONG = '\\p{Script=Arabic}\\p{Script=Hebrew}'
/** A run of words from right to left, with what stands between them. */
const RUN = new RegExp(`([${STRONG}](?:[${STRONG}\\p{M}\\s\\p{P}]*[${STRONG}\\p{M}])?)`, 'u')
const PARTS = new RegExp(`[${STRONG}\\p{M}]+|[^${STRONG}\\p{M}]+`, 'gu')

/** A run from right to left as it stands on paper, from its left: words, and marks between them, in reverse. */
const turned = (run: string): string =>
  run
    .split(/(\s+)/)
    .reverse()
    .map((word) => (word.match(PARTS) ?? []).reverse().join(''))
    .join('')

const alike = <T extends { text: string }>({ text: _, ...a }: T, { text: __, ...b }: T): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/**
 * The pieces of a line in the order in which they stand on paper, where the line as a whole runs from left to right; `actual` are the
 * words of one in their own order, where that is another.
 */
export function inVisualOrder<T extends { text: string }>(pieces: readonly T[]): (T & { actual?: string })[] {
  const joined: T[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last && alike(last, piece)) joined[joined.length - 1] = { ...last, text: last.text + piece.text }
    else joined.push(piece)
  }
  return joined.flatMap((piece) => {
    const text = piece.text
      .split(RUN)
      .map((part, i) => (i % 2 ? turned(part) : part))
      .join('')
    return text ? [{ ...piece, text, ...(text !== piece.text && { actual: piece.text }) }] : []
  })
}
