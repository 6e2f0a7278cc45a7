import { isUtf8 } from 'node:buffer'
import { accessSync, constants, statSync } from 'node:fs'
import { endOf } from '../keep/instant.ts'
import { ChanceryError } from '../model/error.ts'
import { type Day, isDay } from '../model/when.ts'
import { nameOf, refusal, streamOf } from '../run/path.ts'

export const MIB = 1024 * 1024
/** The longest document, in bytes. */
export const LONGEST_TEXT = 16 * MIB
/** The longest line of a file of lines, in bytes. */
export const LONGEST_LINE = 4 * MIB

const incorrect = (at: string, message: string) => new ChanceryError('incorrect', at, message)
const readable = (bytes: number): string => (bytes < MIB ? `${bytes} bytes` : `${bytes / MIB} MiB`)

/**
 * The text of a file, or of standard input for `-`, exactly as it stands: a byte-order mark and CRLF stay, so that offsets hold.
 * Throws `not-found` for a missing file, `unsupported` for another format, `incorrect` for what is empty, too long or no UTF-8.
 */
export async function readText(path: string, longest = LONGEST_TEXT): Promise<string> {
  const bytes = await readBytes(path, longest)
  const at = nameOf(path)
  refuseFormats(bytes, at)
  const text = decode(bytes, at)
  if (!text.replace('\uFEFF', '').trim()) throw incorrect(at, 'the text is empty: give a file with words in it')
  return text
}

async function readBytes(path: string, longest: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of streamOf(path)) {
    size += chunk.length
    if (size > longest)
      throw incorrect(nameOf(path), `longer than ${readable(longest)}: split it, or give only the article`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** That every file is there and may be read, before anything is done with the first. Throws as `readText` does. */
export function requireReadable(paths: readonly string[]): void {
  for (const path of paths) requirePath(path, false)
}

/** The same of what articles are taken from: folders too, and addresses of the web, of which nobody knows before. */
export function requireOpenable(paths: readonly string[]): void {
  for (const path of paths) if (!/^https?:/i.test(path)) requirePath(path, true)
}

function requirePath(path: string, folders: boolean): void {
  if (path === '-') return
  try {
    accessSync(path, constants.R_OK)
    if (!folders && statSync(path).isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
  } catch (error) {
    throw refusal(error as NodeJS.ErrnoException, path)
  }
}

const FORMATS: readonly [name: string, signature: Buffer][] = [
  ['a PDF', Buffer.from('%PDF-')],
  ['a ZIP, DOCX or similar', Buffer.from('PK\x03\x04')],
  ['compressed (gzip)', Buffer.from([0x1f, 0x8b])],
  ['UTF-16', Buffer.from([0xff, 0xfe])],
  ['UTF-16', Buffer.from([0xfe, 0xff])],
]

function refuseFormats(bytes: Buffer, at: string): void {
  const format = FORMATS.find(([, signature]) => bytes.subarray(0, signature.length).equals(signature))
  if (format) throw new ChanceryError('unsupported', at, `the file is ${format[0]}: give its text as UTF-8`)
  refuseNul(bytes, at)
}

function refuseNul(bytes: Buffer, at: string): void {
  const nul = bytes.indexOf(0)
  if (nul >= 0) throw incorrect(at, `binary data, a NUL at byte ${nul}: give a text file`)
}

function decode(bytes: Buffer, at: string): string {
  if (!isUtf8(bytes)) throw incorrect(at, `no UTF-8 from byte ${brokenAt(bytes)}: save it as UTF-8`)
  return bytes.toString('utf8')
}

/** The offset of the first byte that starts no UTF-8 character. */
export function brokenAt(bytes: Uint8Array): number {
  let [sound, broken] = [0, bytes.length]
  while (sound < broken) {
    const middle = (sound + broken + 1) >>> 1
    if (soFarUtf8(bytes.subarray(0, middle))) sound = middle
    else broken = middle - 1
  }
  while (!isUtf8(bytes.subarray(0, sound))) sound--
  return sound
}

/** Whether the bytes are UTF-8, or its beginning, cut within a character. */
function soFarUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** A line of a file of lines with its number from 1, or what is wrong with it: one bad line never ends a stream. */
export type Line = { n: number; text: string } | { n: number; error: ChanceryError }

/**
 * The lines of a file or of standard input, blank ones left out, in bounded memory. A byte-order mark before the first
 * line and a CR at the end of a line are no part of them.
 */
export async function* lines(path: string, longest = LONGEST_LINE): AsyncGenerator<Line> {
  let n = 1
  let held: Buffer[] = []
  let size = 0
  const hold = (piece: Buffer) => {
    size += piece.length
    if (size <= longest) held.push(piece)
    else held = []
  }
  for await (const chunk of streamOf(path)) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      hold(chunk.subarray(from, end))
      from = end + 1
      const line = lineOf(held, size, n, longest, path)
      if (line) yield line
      n++
      held = []
      size = 0
    }
    hold(chunk.subarray(from))
  }
  const line = lineOf(held, size, n, longest, path)
  if (line) yield line
}

function lineOf(held: Buffer[], size: number, n: number, longest: number, path: string): Line | undefined {
  const at = `${nameOf(path)}:${n}`
  if (size > longest) return { n, error: incorrect(at, `a line longer than ${readable(longest)}: split it`) }
  try {
    const bytes = Buffer.concat(held)
    if (n === 1) refuseFormats(bytes, at)
    else refuseNul(bytes, at)
    const text = decode(bytes, at)
      .replace(/^\uFEFF/, '')
      .replace(/\r$/, '')
    return text.trim() ? { n, text } : undefined
  } catch (error) {
    return { n, error: error as ChanceryError }
  }
}

/** The lines of a JSON Lines file as values, with a line that is no JSON as its error. */
export async function* jsonLines(
  path: string,
  longest = LONGEST_LINE,
): AsyncGenerator<{ n: number; value: unknown } | { n: number; error: ChanceryError }> {
  for await (const line of lines(path, longest)) {
    if ('error' in line) yield line
    else yield parse(line, path)
  }
}

function parse({ n, text }: { n: number; text: string }, path: string) {
  try {
    return { n, value: JSON.parse(text) as unknown }
  } catch {
    return { n, error: incorrect(`${nameOf(path)}:${n}`, 'no JSON: write one JSON value on each line') }
  }
}

/** Reads an option that may not be empty. */
export const filled =
  (flag: string) =>
  (value: string): string => {
    if (value.trim()) return value
    throw incorrect(flag, 'its value is empty: give one, or leave the option out')
  }

/** Reads the value of `--known-on`: a real day, taken to its end, or an instant. */
export function knownOn(value: string): string {
  endOf(value, '--known-on')
  return value
}

/** Reads the value of a date option: `option('--date <day>', …, dayOption('--date'))`. */
export const dayOption =
  (flag: string) =>
  (value: string): Day => {
    if (isDay(value)) return value
    throw incorrect(flag, `no such day, ${JSON.stringify(value)}: write a real day as YYYY-MM-DD`)
  }
