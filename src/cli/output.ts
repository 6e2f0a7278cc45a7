import { once } from 'node:events'
import type { WriteStream } from 'node:tty'
import { styleText } from 'node:util'
import type { ChanceryError } from '../model/error.ts'

/** Writes to stdout and waits while its reader is slower than we are. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** One value as one line of JSON. */
export const printJson = (value: unknown): Promise<void> => print(`${JSON.stringify(value)}\n`)

/** A line for the person who waits, on stderr, so that stdout holds results alone. */
export const note = (text: string): void => void process.stderr.write(`chancery: ${text}\n`)

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
/** The text in a style where colours are wanted, else as it is. */
export const paint = (style: Style, text: string): string =>
  coloured() ? styleText(style, text, { validateStream: false }) : text

const WIDEST = 120
/** Columns to wrap at: the terminal's, at most 120; 80 where there is none. */
export const width = (stream: Pick<WriteStream, 'isTTY' | 'columns'> = process.stdout): number =>
  stream.isTTY && stream.columns ? Math.min(stream.columns, WIDEST) : 80

/** Text of others without the characters that steer a terminal; line ends and tabs stay. */
export const harmless = (text: string): string => text.replace(/[^\P{Cc}\n\t]/gu, '\uFFFD')
