import { isUtf8 } from 'node:buffer'
import { ChanceryError } from '../model/error.ts'

export interface Decoded {
  text: string
  /** The encoding, as the Encoding Standard names it. */
  encoding: string
  /** Nothing said so: it was guessed. */
  guessed?: true
}

/** How much of a page is looked through for its own word on its encoding, in bytes; browsers look at 1,024. */
const PRESCAN = 4096

/**
 * The text of bytes: by their byte-order mark, else as declared by a server or the page itself, else UTF-8 if they are, else
 * windows-1252. A byte-order mark stays in the text (offsets hold). Throws `incorrect` for what is no text in any of these.
 */
export function decode(bytes: Uint8Array, at: string, declared?: string): Decoded {
  const marked = byMark(bytes)
  if (marked) return decodeAs(bytes, marked, at)
  const utf16 = looksUtf16(bytes)
  if (utf16) return { ...decodeAs(bytes, utf16, at), guessed: true }
  refuseNul(bytes, at)
  if (isUtf8(bytes)) return { text: utf8(bytes), encoding: 'utf-8' }
  // Who declares UTF-8 and sends something else sends windows-1252 most often.
  const label = declared && !/utf-?8/i.test(declared) ? labelled(declared) : undefined
  if (label && !label.startsWith('utf-16')) return decodeAs(bytes, label, at)
  if (mostlyUtf8(bytes)) return { text: utf8(bytes), encoding: 'utf-8', guessed: true }
  refuseControls(bytes, at)
  return { ...decodeAs(bytes, 'windows-1252', at), guessed: true }
}

const utf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

function byMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** Text of Latin letters in UTF-16 has a NUL at every other byte. */
function looksUtf16(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 1000)
  if (head.length < 4) return undefined
  const nuls = [0, 0]
  for (const [i, byte] of head.entries()) if (byte === 0) nuls[i % 2]!++
  const [even, odd] = nuls as [number, number]
  if (odd > head.length * 0.35 && even === 0) return 'utf-16le'
  return even > head.length * 0.35 && odd === 0 ? 'utf-16be' : undefined
}

function decodeAs(bytes: Uint8Array, encoding: string, at: string): Decoded {
  try {
    const text = new TextDecoder(encoding, { ignoreBOM: true, fatal: encoding.startsWith('utf-16') }).decode(bytes)
    return { text, encoding }
  } catch {
    throw new ChanceryError('incorrect', at, `no text in ${encoding}: save it as UTF-8`)
  }
}

const labelled = (label: string): string | undefined => {
  try {
    return new TextDecoder(label.trim()).encoding
  } catch {
    return undefined
  }
}

function refuseNul(bytes: Uint8Array, at: string): void {
  const nul = bytes.indexOf(0)
  if (nul >= 0) throw new ChanceryError('incorrect', at, `binary data, a NUL at byte ${nul}: give a text file`)
}

const LINE_ENDS = new Set([9, 10, 12, 13])
/** The escape of some terminals' texts, and marks of the end of a file. */
const HARMLESS = new Set([0x1a, 0x1b])

function refuseControls(bytes: Uint8Array, at: string): void {
  const bad = bytes.findIndex((byte) => byte < 32 && !LINE_ENDS.has(byte) && !HARMLESS.has(byte))
  if (bad >= 0) throw new ChanceryError('incorrect', at, `binary data, a control at byte ${bad}: give a text file`)
}

/** Whether bytes are UTF-8 but for a few broken characters: more of them are sound than not. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let sound = 0
  let broken = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    if (byte < 0x80) continue
    const more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0
    let n = 0
    while (n < more && bytes[i + 1 + n]! >> 6 === 2) n++
    if (more && n === more) {
      sound++
      i += more
    } else broken++
  }
  return sound > broken * 4
}

/** The character set of a `Content-Type`. */
export const charsetOf = (type: string | undefined): string | undefined =>
  /;\s*charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(type ?? '')?.[1]

/** The character set that a page or an XML file declares of itself. */
export function declaredIn(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, PRESCAN)).toString('latin1')
  const xml = /^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head)
  if (xml) return xml[1]
  for (const [tag] of head.matchAll(/<meta\b[^>]{0,500}>/gi)) {
    const found = /\bcharset\s*=\s*(?:["']\s*)?([\w.:-]{1,40})/i.exec(tag)
    if (found) return found[1]
  }
  return undefined
}
