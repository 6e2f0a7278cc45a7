/** 32-bit hashes of words and of their letters. */
const MULTIPLIER = 0x9e3779b1

/** Mixes one value into a hash. */
export function mix(hash: number, value: number): number {
  const h = Math.imul(hash ^ value, MULTIPLIER)
  return h ^ (h >>> 15)
}

/** The code unit as features see it: digits are all alike, curly apostrophes straight. */
const plain = (code: number): number => {
  if (code >= 48 && code <= 57) return 48
  if (code === 0x2019 || code === 0x2018) return 39
  return code
}

/** Hash of `text[from, to)`. */
export function hashText(text: string, from = 0, to = text.length): number {
  let h = 0x1234567 + to - from
  for (let i = from; i < to; i++) h = mix(h, plain(text.charCodeAt(i)))
  return h === 0 ? 1 : h
}
