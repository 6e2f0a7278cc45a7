import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { WriteStream } from 'node:tty'
import { styleText } from 'node:util'
import type { ChanceryError } from '../model/error.ts'
import { harmless } from '../show/harmless.ts'

/** Writes to stdout and waits while its reader is slower than we are. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** Text for people: nothing in it steers the terminal but the styles that `paint` gave. */
export const print = (text: string): Promise<void> => write(onlyOurs(text))

/** Rows for programs, as they stand. */
export const printRaw = (text: string): Promise<void> => write(text)

const ASTRAY = /[\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g
const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
/** JSON in which what steers a terminal is escaped; the value is the same. */
export const jsonOf = (value: unknown): string => JSON.stringify(value).replace(ASTRAY, escaped)

/** One value as one line of JSON. */
export const printJson = (value: unknown): Promise<void> => write(`${jsonOf(value)}\n`)

/** A line for the person who waits, on stderr, so that stdout holds results alone. */
export const note = (text: string): void => void process.stderr.write(`chancery: ${harmless(text)}\n`)

/** The answer to a line that could not be taken, in its place among the answers; the command then exits with 1. */
export function printProblem(
  line: Readonly<Record<string, unknown>>,
  { code, at, message }: ChanceryError,
): Promise<void> {
  process.exitCode = 1
  return printJson({ ...line, error: { code, at, message } })
}

/** Colours only a terminal whose owner did not forbid it (no-color.org). */
export const coloured = (stream: Pick<WriteStream, 'isTTY'> = process.stdout, env = process.env): boolean =>
  stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'

type Style = Parameters<typeof styleText>[0]
/** Marks the escapes that are ours; no text of others can know it. */
const OURS = `\x1b${randomBytes(9).toString('base64')}`
/** The text in a style where colours are wanted, else as it is. */
export const paint = (style: Style, text: string): string => (coloured() ? styled(style, onlyOurs(text)) : text)
const styled = (style: Style, text: string): string =>
  styleText(style, text, { validateStream: false }).replaceAll('\x1b', OURS)

/** The text made harmless, with our own styles left in it. */
export const onlyOurs = (text: string): string => text.split(OURS).map(harmless).join('\x1b')

const WIDEST = 120
/** Columns to wrap at: the terminal's, at most 120; 80 where there is none. */
export const width = (stream: Pick<WriteStream, 'isTTY' | 'columns'> = process.stdout): number =>
  stream.isTTY && stream.columns ? Math.min(stream.columns, WIDEST) : 80
