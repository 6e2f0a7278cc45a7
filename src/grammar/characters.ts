/** What a character is to the tokeniser. */
export const OTHER = 0
export const SPACE = 1
export const LETTER = 2
export const DIGIT = 3
/** Joins what stands before it: combining marks, variation selectors, zero-width joiners, soft hyphens. */
export const MARK = 4

const ASCII = new Uint8Array(128)
for (let c = 0; c <= 32; c++) ASCII[c] = SPACE
ASCII[127] = SPACE
for (let c = 48; c <= 57; c++) ASCII[c] = DIGIT
for (let c = 65; c <= 90; c++) ASCII[c] = LETTER
for (let c = 97; c <= 122; c++) ASCII[c] = LETTER

/** The class of a code point. No-break and zero-width spaces, BOM and directional marks count as spaces. */
export function classOf(code: number): number {
  if (code < 128) return ASCII[code]!
  if (isSpace(code)) return SPACE
  if (code === 0xad || code === 0x200c || code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f)) return MARK
  if (code >= 0x1f3fb && code <= 0x1f3ff) return MARK
  const char = String.fromCodePoint(code)
  if (/^\p{L}$/u.test(char)) return LETTER
  if (/^\p{Nd}$/u.test(char)) return DIGIT
  return /^\p{M}$/u.test(char) ? MARK : OTHER
}

function isSpace(code: number): boolean {
  if (code === 0x85 || code === 0xa0 || code === 0x1680 || code === 0x3000 || code === 0xfeff) return true
  return (code >= 0x2000 && code <= 0x200b) || isSpaceMark(code)
}

/** Line and paragraph separators, directional marks, narrow and mathematical spaces, word joiner. */
const isSpaceMark = (code: number): boolean =>
  (code >= 0x200e && code <= 0x200f) || (code >= 0x2028 && code <= 0x202f) || (code >= 0x205f && code <= 0x206f)

/** UTF-16 length of a code point. */
export const width = (code: number): number => (code > 0xffff ? 2 : 1)

export const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019

export const isHyphen = (code: number): boolean => code === 45 || code === 0x2010 || code === 0x2011

export const isUpper = (code: number): boolean => {
  if (code < 128) return code >= 65 && code <= 90
  const char = String.fromCodePoint(code)
  return char !== char.toLowerCase()
}

export const isLower = (code: number): boolean => {
  if (code < 128) return code >= 97 && code <= 122
  const char = String.fromCodePoint(code)
  return char !== char.toUpperCase()
}
