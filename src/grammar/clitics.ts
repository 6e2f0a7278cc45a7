import { isApostrophe } from './characters.ts'

const WHOLE: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['gotta', 3],
  ['wanna', 3],
  ['gimme', 3],
  ['lemme', 3],
  ['dont', 2],
  ['didnt', 3],
  ['doesnt', 4],
  ['isnt', 2],
  ['wasnt', 3],
  ['couldnt', 5],
  ['wouldnt', 5],
  ['arent', 3],
  ['havent', 4],
  ['cant', 2],
  ['wont', 2],
  ['thats', 4],
  ['theres', 5],
  ['heres', 4],
  ['theyre', 4],
  ['youre', 3],
  ['im', 1],
  ['ive', 1],
])

/** Words with an apostrophe that are one word. */
const UNDIVIDED: ReadonlySet<string> = new Set(["o'clock", "ma'am", "y'all", "o'er", "ne'er"])

const ENDINGS: ReadonlySet<string> = new Set(['s', 'm', 'd', 'll', 're', 've'])

/** Where a word is divided before its clitic ("do|n't", "Lasso|'s", "can|not"), counted from its start; -1 nowhere. */
export function cliticOf(word: string): number {
  if (word.length > 40) return -1
  const lower = word.toLowerCase().replaceAll('\u2019', "'")
  if (lower.length !== word.length) return -1
  const whole = WHOLE.get(lower)
  if (whole !== undefined) return isName(word) ? -1 : whole
  if (UNDIVIDED.has(lower)) return -1
  if (lower.endsWith("n't") && lower.length > 3) return lower.length - 3
  const at = lastApostrophe(word)
  return at > 0 && ENDINGS.has(lower.slice(at + 1)) ? at : -1
}

/** "Im" and "Ive" begin a sentence; "IM" and "IVE" name something. */
const isName = (word: string): boolean => word.length > 1 && word === word.toUpperCase()

function lastApostrophe(word: string): number {
  for (let i = word.length - 1; i >= 0; i--) if (isApostrophe(word.charCodeAt(i))) return i
  return -1
}
