import { getDocumentProxy } from 'unpdf'
import { ChanceryError } from '../model/error.ts'
import { languageTag } from './day.ts'
import { type Extract, known, LONGEST_TEXT } from './extract.ts'
import { type Line, linesOf, paragraphsOf, type Run, withoutEdges } from './pdf-lines.ts'

/** More than this is a book. */
const MOST_PAGES = 400

/**
 * The text of a PDF: its paragraphs, parted by blank lines, without heads, feet and page numbers, words cut at a line's end made
 * whole. The day on which the file was made is not taken for the article's. `done` hears of every page. Throws `incorrect` for a
 * damaged file or a book, `unsupported` for one that is locked or holds pictures alone.
 */
export async function readPdf(bytes: Uint8Array, at: string, done: () => void): Promise<Extract> {
  const pdf = await opened(bytes, at)
  if (pdf.numPages > MOST_PAGES)
    throw new ChanceryError(
      'incorrect',
      at,
      `${pdf.numPages} pages, which is more than ${MOST_PAGES}: give the pages of one article`,
    )
  const { info } = (await pdf.getMetadata().catch(() => ({ info: {} }))) as { info: Record<string, unknown> }
  const pages: { lines: Line[]; height: number }[] = []
  let length = 0
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await linesOfPage(pdf, n, at)
    length += page.lines.reduce((sum, line) => sum + line.text.length, 0)
    if (length > LONGEST_TEXT) throw new ChanceryError('incorrect', at, 'the text is too long: give one article')
    pages.push(page)
    done()
  }
  const text = paragraphsOf(withoutEdges(pages)).join('\n\n')
  if (!text)
    throw new ChanceryError('unsupported', at, 'the PDF holds pictures and no text: recognise its text, and give that')
  return known({ text, title: titleOf(info.Title), language: languageTag(info.Language) })
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

async function opened(bytes: Uint8Array, at: string): Promise<Pdf> {
  try {
    return await getDocumentProxy(bytes, {
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: 0,
    })
  } catch (error) {
    if ((error as Error).name === 'PasswordException')
      throw new ChanceryError('unsupported', at, 'the PDF is locked by a password: save it without one')
    throw damaged(at, error)
  }
}

const damaged = (at: string, error: unknown): ChanceryError =>
  new ChanceryError('incorrect', at, `a damaged PDF (${String((error as Error).message).slice(0, 80)}): save it again`)

async function linesOfPage(pdf: Pdf, n: number, at: string): Promise<{ lines: Line[]; height: number }> {
  try {
    const page = await pdf.getPage(n)
    const { items } = await page.getTextContent()
    const runs = items.flatMap((item) => ('str' in item ? [runOf(item)] : []))
    const [, bottom = 0, , top = 0] = page.view
    page.cleanup()
    return { lines: linesOf(runs.map((run) => ({ ...run, y: run.y - bottom }))), height: top - bottom }
  } catch (error) {
    throw damaged(at, error)
  }
}

interface Item {
  str: string
  transform: number[]
  width: number
  height: number
}

function runOf({ str, transform, width, height }: Item): Run {
  const [a = 0, b = 0, , , x = 0, y = 0] = transform
  return { text: str, x, y, width, size: height || Math.hypot(a, b) || 1 }
}

/** A title that a program made of a file's name is none. */
const NO_TITLE = /^(?:microsoft word|untitled|document\d*$|print)|\.(?:docx?|indd|qxd|pdf|pages|rtf|txt|html?)$/i

const titleOf = (value: unknown): string | undefined => {
  const title = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, 300) : ''
  return title && !NO_TITLE.test(title) ? title : undefined
}
