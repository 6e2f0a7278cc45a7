import { CommanderError } from 'commander'
import { ChanceryError, EXIT_CODES } from '../model/error.ts'
import { harmless } from '../show/harmless.ts'

/** What to print of a failure, in one line, and the exit code that it maps to. */
export function explain(error: unknown): { line: string; exitCode: number } {
  if (error instanceof ChanceryError) return { line: line(error), exitCode: EXIT_CODES[error.code] }
  if (error instanceof CommanderError) return { line: `chancery: ${misuse(error)}`, exitCode: EXIT_CODES.incorrect }
  if (process.env.CHANCERY_TRACE) console.error(error)
  const message = error instanceof Error ? error.message : String(error)
  return {
    line: `chancery: ${oneLine(message)} (a fault of ours): run it again with CHANCERY_TRACE=1 and report what it prints`,
    exitCode: EXIT_CODES.fault,
  }
}

/** `chancery: <what> (<where>): <what to do>`; a message keeps what to do after its last colon. */
function line({ message, at }: ChanceryError): string {
  const text = oneLine(message)
  const colon = text.lastIndexOf(': ')
  const [what, remedy] = colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon)]
  // A message that names the place itself does not have it told again.
  const place = oneLine(at)
  return `chancery: ${what}${place && !text.includes(place) ? ` (${place})` : ''}${remedy}`
}

/** `error: unknown command 'chek'\n(Did you mean check?)` as one line. */
function misuse({ code, message }: CommanderError): string {
  if (code === 'commander.help') return 'no such command: see chancery --help'
  const [what = '', hint] = message.replace(/^error: /, '').split('\n')
  const remedy = hint ? hint.slice(1, -1).replace(/^Did/, 'did') : 'see chancery --help'
  return oneLine(`${what.replace(/\.$/, '')}: ${remedy}`)
}

/** No line ends and no control characters: a file name must not steer the terminal. */
const oneLine = (text: string): string => harmless(text.replace(/(?<!\s)\s*\n\s*/g, ' '))
