/** Small deterministic changes to a text, as broken sources make them. */

/** A generator of numbers in [0, 1), the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const NOISE = [
  '“',
  '”',
  '"',
  '(',
  ')',
  ',',
  ';',
  '.',
  '—',
  '-',
  '’s',
  '\n',
  '\n\n',
  '\r\n',
  '\u00a0',
  '\u200b',
  '😀',
  '\ud83d',
  'é',
  ' of ',
  ' and ',
  ' said ',
  ' not ',
  ' 33 ',
  '%',
  ':',
  '…',
  '[',
  '/',
]

/** A text with up to six places changed: cut, doubled, swapped, upper-cased, or with noise between. */
export function mutate(text: string, next: () => number): string {
  const edits = 1 + Math.floor(next() * 6)
  let out = text
  for (let k = 0; k < edits; k++) out = edit(out, next)
  return out
}

function edit(text: string, next: () => number): string {
  const at = Math.floor(next() * (text.length + 1))
  const to = Math.min(text.length, at + Math.floor(next() * 30))
  const part = text.slice(at, to)
  switch (Math.floor(next() * 6)) {
    case 0:
      return text.slice(0, at) + text.slice(to)
    case 1:
      return text.slice(0, to) + part + text.slice(to)
    case 2:
      return text.slice(0, at) + part.toUpperCase() + text.slice(to)
    case 3:
      return text.slice(to) + text.slice(0, to)
    case 4:
      return text.slice(0, at) + part.split('').reverse().join('') + text.slice(to)
    default:
      return text.slice(0, at) + NOISE[Math.floor(next() * NOISE.length)]! + text.slice(at)
  }
}
