import { atoms, type Node } from './parse.ts'

/** Characters of every sort that classes tell apart; those that a pattern names itself are added. */
const COMMON = [
  ...Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i)),
  ...'\n\t\r\0éÉßŁ中אاñ\u0301\u2019\u201c\u00a0\u2028\ufeff²٣—',
]
const ASTRAL = '😀'

/** The characters that a pattern tells apart: one for each way in which its atoms take them or not. */
export interface Alphabet {
  /** One character of each class. */
  letters: string[]
  /** For the text of each atom, the classes that it takes. */
  taken: ReadonlyMap<string, readonly boolean[]>
  /** Classes of `\w`, and of the ends of lines. */
  word: readonly boolean[]
  line: readonly boolean[]
}

export function alphabetOf(tree: Node, source: string, flags: string): Alphabet {
  const texts = [...new Set([...atoms(tree), '\\w', '[\\n\\r\\u2028\\u2029]'])]
  const kept = flags.replace(/[gymd]/g, '')
  const tests = texts.map((text) => new RegExp(`^(?:${text})$`, kept))
  const own = [...source].flatMap((char) => [char, after(char, 1), after(char, -1)])
  const escaped = [...source.matchAll(/\\(?:u\{?|x)([0-9a-fA-F]{2,6})/g)].flatMap(([, hex]) => {
    const char = String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(hex!, 16)))
    return [char, after(char, 1), after(char, -1)]
  })
  const all = new Set([...COMMON, ...own, ...escaped, ...(/[uv]/.test(flags) ? [ASTRAL] : [])])
  const classes = new Map<string, { letter: string; bits: boolean[] }>()
  for (const letter of all) {
    if (letter.length > 1 && !/[uv]/.test(flags)) continue
    const bits = tests.map((test) => test.test(letter))
    const key = bits.map(Number).join('')
    if (!classes.has(key)) classes.set(key, { letter, bits })
  }
  const list = [...classes.values()]
  const taken = new Map(texts.map((text, i) => [text, list.map(({ bits }) => bits[i]!)]))
  return {
    letters: list.map(({ letter }) => letter),
    taken,
    word: taken.get('\\w')!,
    line: taken.get('[\\n\\r\\u2028\\u2029]')!,
  }
}

const after = (char: string, by: number): string =>
  String.fromCodePoint(Math.max(0, Math.min(0x10ffff, char.codePointAt(0)! + by)))
