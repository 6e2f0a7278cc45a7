import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { ChanceryError } from '../model/error.ts'
import type { Files } from './source.ts'
import { isStata, stataAsCsv } from './stata.ts'
import { sheetAsCsv } from './xlsx.ts'

const MIB = 1024 * 1024
/** The longest text that is taken, unpacked: ten times the largest file of the catalogue. */
export const LONGEST = 256 * MIB

/** A folder of the user's own, or one file of it. Throws `not-found`. */
export function folderFiles(path: string, longest = LONGEST): Files {
  const stat = statOf(path)
  if (!stat) throw new ChanceryError('not-found', path, 'no such file or folder')
  const folder = stat.isFile() ? dirname(path) : path
  const paths = lazy(() => (stat.isFile() ? [basename(path)] : walk(path)))
  return filesOf(path, paths, (name) => readFileSync(join(folder, name)), longest)
}

/** Files that are already in memory, by path. */
export function memoryFiles(at: string, contents: Readonly<Record<string, string | Uint8Array>>): Files {
  const paths = Object.keys(contents).sort()
  return filesOf(
    at,
    () => paths,
    (name) => Buffer.from(contents[name]!),
    LONGEST,
  )
}

type Read = (path: string) => Buffer

function filesOf(at: string, paths: () => readonly string[], from: Read, longest: number): Files {
  const known = lazy(() => new Set(paths()))
  const read = (path: string): Buffer => {
    if (!known().has(path)) throw new ChanceryError('not-found', join(at, path), `there is no file ${path} in ${at}`)
    return readable(at, path, from)
  }
  return {
    at,
    list: (prefix = '') => paths().filter((path) => path.startsWith(prefix)),
    text: (path) => textOf(join(at, path), read(path), longest),
    bytes: read,
    within: (folder) => {
      const head = folder === '' || folder === '.' ? '' : `${folder.replace(/(?<!\/)\/+$/, '')}/`
      const inner = lazy(() => paths().flatMap((path) => (path.startsWith(head) ? [path.slice(head.length)] : [])))
      return filesOf(join(at, head), inner, (path) => read(head + path), longest)
    },
  }
}

function readable(at: string, path: string, read: Read): Buffer {
  try {
    return read(path)
  } catch (error) {
    throw new ChanceryError('not-found', join(at, path), `${path} cannot be read: ${(error as Error).message}`)
  }
}

const GZIP = [0x1f, 0x8b]
const isGzip = (bytes: Uint8Array): boolean => GZIP.every((byte, i) => bytes[i] === byte)

const ZIP = [0x50, 0x4b, 3, 4]
const isZip = (bytes: Uint8Array): boolean => ZIP.every((byte, i) => bytes[i] === byte)

function textOf(at: string, bytes: Buffer, longest: number): string {
  if (isStata(bytes)) return stataAsCsv(at, bytes)
  if (isZip(bytes)) {
    if (/\.xlsx$/i.test(at)) return sheetAsCsv(at, bytes, longest)
    throw wrong(at, 'is a zip archive or a spreadsheet under another name: unpack it, or call it .xlsx')
  }
  const plain = isGzip(bytes) ? unpacked(at, bytes, longest) : bytes
  if (!isGzip(bytes) && at.endsWith('.gz')) throw wrong(at, 'is called .gz and is not packed by gzip')
  if (plain.length > longest) throw tooLong(at, longest)
  if (plain.length === 0) throw wrong(at, 'is empty')
  const other = UTF_16.find((mark) => mark.every((byte, i) => plain[i] === byte))
  if (other) throw wrong(at, 'is in UTF-16, where UTF-8 is expected: save it as UTF-8')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(plain)
  } catch {
    throw wrong(at, `is no UTF-8 (${firstFault(plain)}): it was saved in another encoding; save it as UTF-8`)
  }
}

const UTF_16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
]

/** The first line that is no UTF-8. */
function firstFault(bytes: Buffer): string {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let from = 0, line = 1; from < bytes.length; line++) {
    const end = bytes.indexOf(10, from)
    const to = end < 0 ? bytes.length : end
    try {
      decoder.decode(bytes.subarray(from, to))
    } catch {
      return `line ${line}`
    }
    from = to + 1
  }
  return 'at its end'
}

function unpacked(at: string, bytes: Buffer, longest: number): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: longest })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLong(at, longest)
    throw wrong(at, `is cut or damaged and cannot be unpacked (${message}): fetch it again`)
  }
}

const wrong = (at: string, message: string): ChanceryError => new ChanceryError('incorrect', at, `the file ${message}`)
const tooLong = (at: string, longest: number): ChanceryError =>
  wrong(at, `unpacks to more than ${longest / MIB} MiB, which no file of the catalogue does: it is not taken`)

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** Deeper or wider folders are none of a data set's. */
const DEEPEST = 12
const MOST = 200_000

/** Every file under a folder, by its path with `/`, sorted; folders behind links are left aside, hidden ones too. */
function walk(folder: string): string[] {
  const out: string[] = []
  let level = ['']
  for (let depth = 0; level.length && depth < DEEPEST; depth++) {
    const next: string[] = []
    for (const head of level)
      for (const entry of readdirSync(join(folder, head), { withFileTypes: true })) {
        if (entry.name.startsWith('.')) continue
        const path = head + entry.name
        if (entry.isDirectory()) next.push(`${path}/`)
        else if (entry.isFile() || statOf(join(folder, path))?.isFile()) out.push(path)
      }
    if (out.length > MOST)
      throw new ChanceryError(
        'incorrect',
        folder,
        `${folder} holds more than ${MOST} files: name the folder of the data`,
      )
    level = next
  }
  return out.sort()
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
