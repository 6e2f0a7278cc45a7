import { ChanceryError } from '../model/error.ts'
import { languageTag } from './day.ts'
import { type Extract, known } from './extract.ts'
import { attribute, pieces } from './xml.ts'
import { contentOf, entriesOf } from './zip.ts'

/** A long novel with its markup. */
const LONGEST_PART = 24 * 1024 * 1024
const LONGEST_NOTE = 256 * 1024

/**
 * The text of a Word document: its paragraphs, parted by blank lines, with what was inserted and without what was deleted in a
 * revision. Its title is that of its properties or its title's style; the day on which the file was made is not taken for the
 * article's. Throws `incorrect` for a damaged or overgrown file, `unsupported` for an archive that is no Word document.
 */
export function readDocx(bytes: Buffer, at: string): Extract {
  const entries = entriesOf(bytes, at)
  const part = [...entries.values()].find(({ name }) => /^word\/document\d*\.xml$/.test(name))
  if (!part)
    throw new ChanceryError('unsupported', at, 'an archive, not a Word document: unpack it, and give the files')
  const body = contentOf(bytes, part, LONGEST_PART, at).toString('utf8')
  const note = entries.get('docProps/core.xml')
  const about = note ? propertiesOf(contentOf(bytes, note, LONGEST_NOTE, at).toString('utf8'), at) : {}
  const { paragraphs, title } = paragraphsOf(body, at)
  return known({ text: paragraphs.join('\n\n'), ...about, title: title ?? about.title })
}

function propertiesOf(xml: string, at: string): Pick<Extract, 'title' | 'language'> {
  const found = new Map<string, string>()
  let field = ''
  for (const piece of pieces(xml, at)) {
    if (piece.is === 'open') field = piece.name
    else if (piece.is === 'close') field = ''
    else if (field) found.set(field, (found.get(field) ?? '') + piece.text)
  }
  const title = found.get('title')?.trim()
  return known({ title, language: languageTag(found.get('language')) })
}

/** Elements whose text is no part of the running text: deleted words, fields' orders, drawings, the fallback of what is there twice. */
const SILENT = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'drawing',
  'pict',
  'Fallback',
  'object',
  'rPr',
  'txbxContent',
])

interface Paragraphs {
  paragraphs: string[]
  /** What stands in the style of a title. */
  title?: string
}

function paragraphsOf(xml: string, at: string): Paragraphs {
  const out: Paragraphs = { paragraphs: [] }
  let text = ''
  let style = ''
  let silent = 0
  let within = false
  for (const piece of pieces(xml, at)) {
    if (piece.is === 'text') {
      if (within && !silent) text += piece.text
    } else if (piece.is === 'open') {
      if (SILENT.has(piece.name) && !piece.empty) silent++
      if (piece.name === 't') within = !piece.empty
      if (silent) continue
      text += SIGNS[piece.name] ?? ''
      if (piece.name === 'pStyle') style = attribute(piece.attributes, 'val') ?? ''
    } else {
      if (SILENT.has(piece.name)) silent = Math.max(0, silent - 1)
      if (piece.name === 't') within = false
      if (piece.name === 'p' && !silent) {
        end(text, style)
        text = style = ''
      }
    }
  }
  end(text, style)
  return out

  function end(raw: string, kind: string): void {
    const line = raw
      .replace(/[\u00ad\u200b\ufeff]/g, '')
      .replace(/[^\S\n]+/g, ' ')
      .trim()
    if (!line) return
    if (kind === 'Title' && !out.title && !out.paragraphs.length) out.title = line
    else out.paragraphs.push(line)
  }
}

const SIGNS: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-', tc: ' ' }
