/** What a rule does: cut so many characters off the end and add others; `keep` leaves capitals as they are. */
export interface LemmaRule {
  cut: number
  add: string
  keep: boolean
}

export type LemmaRules = ReadonlyMap<string, LemmaRule>

const LONGEST = 6

/**
 * Keys by which a form is looked up, most telling first: the whole word, then its endings from long to short, each with its
 * Penn tag.
 */
export function* lemmaKeys(form: string, xpos: string): Generator<string> {
  const lower = form.toLowerCase()
  yield `^${lower}\t${xpos}`
  for (let k = Math.min(LONGEST, lower.length); k >= 0; k--) yield `${lower.slice(lower.length - k)}\t${xpos}`
}

/** The dictionary form of a word under its Penn tag. */
export function lemmatise(form: string, xpos: string, rules: LemmaRules): string {
  for (const key of lemmaKeys(form, xpos)) {
    const rule = rules.get(key)
    if (rule && rule.cut <= form.length) return applied(form, rule)
  }
  return form.toLowerCase()
}

export function applied(form: string, rule: LemmaRule): string {
  const base = rule.keep ? form : form.toLowerCase()
  return base.slice(0, base.length - rule.cut) + rule.add || form
}

export function readLemmaRules(lines: readonly string[]): LemmaRules {
  const out = new Map<string, LemmaRule>()
  for (const line of lines) {
    const [suffix, xpos, cut, add, keep] = line.split('\t')
    out.set(`${suffix}\t${xpos}`, { cut: Number(cut), add: add!, keep: keep === '1' })
  }
  return out
}
