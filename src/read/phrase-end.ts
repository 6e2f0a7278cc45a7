import { overlaps } from '../model/span.ts'
import type { Line } from './article.ts'

/** To the end of the phrase of `h`: what hangs on it, without a comma between. */
export function phraseEnd(line: Line, k: number, h: number): number {
  let end = line.tokens[Math.max(k, Math.min(h, line.tokens.length - 1))]!.end
  for (let i = h + 1; i < line.tokens.length; i++) {
    const t = line.tokens[i]!
    if (t.form === ',' || line.times.some((x) => overlaps(x, t)) || !hangsOn(line, i, h)) break
    end = t.end
  }
  return end
}
function hangsOn(line: Line, i: number, h: number): boolean {
  for (let k = i, n = 0; k >= 0 && n < 12; k = line.tokens[k]!.head, n++) if (k === h) return true
  return false
}
