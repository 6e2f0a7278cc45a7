import { ChanceryError } from '../model/error.ts'
import type { Form, Hint } from './extract.ts'

/** What bytes are by themselves; `gzip` is unpacked and looked at again, `warc` holds many. */
export type Sniffed = Form | 'gzip' | 'warc' | 'zip'

/** So many bytes of a beginning tell what it is. */
export const HEAD = 8192

const ascii = (head: Uint8Array): string => Buffer.from(head.subarray(0, HEAD)).toString('latin1')
const starts = (head: Uint8Array, ...bytes: number[]): boolean => bytes.every((byte, i) => head[i] === byte)

/** Formats that hold no article, or none that we read, by their first bytes. */
const FOREIGN: readonly (readonly [name: string, RegExp])[] = [
  ['an image', /^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|II\*\0|MM\0\*|BM.{4}\0\0\0\0)/s],
  ['a film or sound', /^(?:....ftyp|OggS|ID3|.E\xdf\xa3|RIFF....(?:WAVE|AVI ))/s],
  ['a Word file of the old form', /^\xd0\xcf.\xe0\xa1/],
  ['an RTF file', /^\{\\rtf/],
  ['a database', /^SQLite format 3/],
  ['packed in a way that is not read', /^(?:BZh|\xfd7zXZ|7z\xbc\xaf|Rar!|\x28\xb5\x2f\xfd)/],
  ['a program', /^(?:\x7fELF|MZ\x90)/],
]

/**
 * The form of a file by its content; its name and the type that a server gave it decide only where the content does not. Throws
 * `unsupported` for a format that is none of ours.
 */
export function sniff(head: Uint8Array, hint: Hint): Sniffed {
  const text = ascii(head)
  const foreign = FOREIGN.find(([, pattern]) => pattern.test(text))
  if (foreign)
    throw new ChanceryError(
      'unsupported',
      hint.name,
      `it is ${foreign[0]}: save the article as text, HTML, PDF or DOCX`,
    )
  if (starts(head, 0x1f, 0x8b)) return 'gzip'
  if (/^WARC\/\d/.test(text)) return 'warc'
  // Some writers put a line or two before it; more than a kilobyte no reader takes.
  if (text.slice(0, 1024).includes('%PDF-')) return 'pdf'
  if (starts(head, 0x50, 0x4b, 3, 4))
    return /word\/|\[Content_Types\]\.xml/.test(text) || isNamed(hint, 'docx') ? 'docx' : 'zip'
  return markup(withoutNul(head, text), hint)
}

/** UTF-16 shows as its letters with NULs between. */
const withoutNul = (head: Uint8Array, text: string): string =>
  starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff) || text.includes('\0') ? text.replaceAll('\0', '') : text

const isNamed = ({ name }: Hint, ending: string): boolean =>
  name.split(/[?#]/, 1)[0]!.toLowerCase().endsWith(`.${ending}`)

const FEED = /<(?:rss|feed|rdf:RDF)[\s>]/i
const PAGE = /<(?:!doctype html|html|head|body|article|main|section|div|p|table|ul|ol|h[1-6]|meta|title)[\s>/]/i
/** A text may speak of HTML: a page begins with it. */
const TAG_FIRST = /^[\s\u00ef\u00bb\u00bf\u00fe\u00ff]*<(?:!|\?|[a-z])/i

function markup(text: string, hint: Hint): Form {
  const type = hint.type?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (TAG_FIRST.test(text)) {
    const feed = FEED.exec(text)
    const page = PAGE.exec(text)
    if (feed && !(page && page.index < feed.index)) return 'feed'
    if (page || /html/.test(type)) return 'html'
  }
  if (
    /^\s*(?:\u00ef\u00bb\u00bf\s*)?\{/.test(text) &&
    /"version"\s*:\s*"https?:(?:\\?\/){2}jsonfeed\.org\\?\//.test(text)
  )
    return 'feed'
  if (type === 'text/html' || type === 'application/xhtml+xml' || isNamed(hint, 'html') || isNamed(hint, 'htm'))
    return 'html'
  if (type === 'text/markdown' || isNamed(hint, 'md') || isNamed(hint, 'markdown')) return 'markdown'
  return 'text'
}
