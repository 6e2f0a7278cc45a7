/** A run of text on a page, as a PDF places it: its baseline from the lower left corner, in points. */
export interface Run {
  text: string
  x: number
  y: number
  width: number
  /** The height of its letters. */
  size: number
}

/** Runs on one baseline, from left to right. */
export interface Line {
  text: string
  x: number
  right: number
  y: number
  size: number
}

/** Runs as a page draws them, as lines: a run goes on where the last ended, or begins a line. */
export function linesOf(runs: readonly Run[]): Line[] {
  const lines: Line[] = []
  for (const run of runs) {
    const last = lines.at(-1)
    if (last && continues(last, run)) extend(last, run)
    else if (run.text.trim())
      lines.push({ text: run.text, x: run.x, right: run.x + run.width, y: run.y, size: run.size })
  }
  return lines.map((line) => ({ ...line, text: line.text.replace(/[\s\u00a0]+/g, ' ').trim() }))
}

/** On the same baseline, or raised like the mark of a note, and not across the gutter of two columns. */
const continues = (line: Line, run: Run): boolean =>
  Math.abs(run.y - line.y) <= line.size * 0.4 && run.x >= line.right - line.size && run.x - line.right <= line.size * 3

function extend(line: Line, run: Run): void {
  const apart = run.x - line.right > line.size * 0.15 && !line.text.endsWith(' ') && !run.text.startsWith(' ')
  line.text += `${apart ? ' ' : ''}${run.text}`
  line.right = Math.max(line.right, run.x + run.width)
  line.size = Math.max(line.size, run.size)
}

/** Where heads and feet of pages stand: this part of its height. */
const EDGE = 0.1

/** Pages without heads, feet and page numbers: what stands at an edge of at least half of them in the same words, digits aside. */
export function withoutEdges(pages: readonly { lines: readonly Line[]; height: number }[]): Line[][] {
  const seen = new Map<string, number>()
  const isEdge = (line: Line, height: number) => line.y < height * EDGE || line.y > height * (1 - EDGE)
  const key = (line: Line) => line.text.replace(/\d+/g, '#').toLowerCase()
  for (const { lines, height } of pages)
    for (const one of new Set(lines.filter((line) => isEdge(line, height)).map(key)))
      seen.set(one, (seen.get(one) ?? 0) + 1)
  const often = Math.max(2, pages.length / 2)
  return pages.map(({ lines, height }) =>
    lines.filter((line) => !(isEdge(line, height) && ((seen.get(key(line)) ?? 0) >= often || isNumber(line.text)))),
  )
}

const isNumber = (text: string): boolean =>
  /^(?:page )?[-–— ]{0,2}\d{1,4}(?:(?: of |\/)\d{1,4})?[-–— ]{0,2}$/i.test(text)

/** Paragraphs of lines in reading order, of one page after the other. */
export function paragraphsOf(pages: readonly (readonly Line[])[]): string[] {
  const out: string[] = []
  let text = ''
  let before: Line | undefined
  const leading = leadingOf(pages)
  const right = Math.max(0, ...pages.flat().map((line) => line.right))
  for (const page of pages)
    for (const [i, line] of page.entries()) {
      const next = page[i + 1]
      const begins =
        before && (i === 0 || line.y > before.y + line.size)
          ? isEnded(text)
          : begun(before, line, next, leading, right, text)
      if (begins && text) {
        out.push(text)
        text = ''
      }
      text = joined(text, line.text)
      before = line
    }
  if (text) out.push(text)
  return out
}

/** The usual distance of two baselines, in parts of the letters' height. */
function leadingOf(pages: readonly (readonly Line[])[]): number {
  const steps = pages.flatMap((page) =>
    page.slice(1).flatMap((line, i) => {
      const step = (page[i]!.y - line.y) / line.size
      return step > 0.5 && step < 4 ? [step] : []
    }),
  )
  steps.sort((a, b) => a - b)
  return steps[Math.floor(steps.length / 2)] ?? 1.2
}

const isEnded = (text: string): boolean => /[.!?:]["”’)\]]{0,3}$/.test(text.slice(-4))

const BULLET = /^[•▪◦‣●○■] /

/** Whether a line begins a paragraph below the one before it. */
function begun(
  before: Line | undefined,
  line: Line,
  next: Line | undefined,
  leading: number,
  right: number,
  text: string,
): boolean {
  if (!before || BULLET.test(line.text)) return true
  if (Math.abs(line.size - before.size) > before.size * 0.15) return true
  if (before.y - line.y > leading * line.size * 1.35) return true
  // An indent: further right than the line above and the line below.
  const indent = line.x - before.x
  if (indent > line.size * 0.8 && (!next || line.x - next.x > line.size * 0.8)) return isEnded(text)
  // The last line of a paragraph ends early.
  return isEnded(text) && before.right < right - before.size * 6
}

/** A word that was cut at the end of a line is whole again. */
function joined(text: string, line: string): string {
  if (!text) return line
  // A paragraph may be long: only its end is looked at.
  const end = text.slice(-3)
  if (/\p{Ll}[-\u00ad\u2010]$/u.test(end) && /^\p{Ll}/u.test(line)) return text.slice(0, -1) + line
  // "Vice-" and "President": the hyphen is the word's own.
  return /\p{L}[-\u2010]$/u.test(end) && /^\p{L}/u.test(line) ? text + line : `${text} ${line}`
}
