import { verbBase } from './stems.ts'

/** What a rule does: cut so many characters off the end and add others; `keep` leaves capitals as they are. */
export interface LemmaRule {
  cut: number
  add: string
  keep: boolean
}

export interface LemmaRules {
  rules: ReadonlyMap<string, LemmaRule>
  /** Verbs met in training, by their base. */
  verbs: ReadonlySet<string>
}

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

/** The dictionary form of a word under its Penn tag: as it was met, else by the rules of spelling for verbs, else by its ending. */
export function lemmatise(form: string, xpos: string, lemmas: LemmaRules): string {
  for (const key of lemmaKeys(form, xpos)) {
    const rule = lemmas.rules.get(key)
    if (rule && rule.cut <= form.length) return applied(form, rule)
    if (key[0] !== '^') continue
    const base = verbBase(form.toLowerCase(), xpos, (verb) => lemmas.verbs.has(verb))
    if (base !== undefined) return base
  }
  return form.toLowerCase()
}

export function applied(form: string, rule: LemmaRule): string {
  const base = rule.keep ? form : form.toLowerCase()
  return base.slice(0, base.length - rule.cut) + rule.add || form
}

export function readLemmaRules(lines: readonly string[], verbs: readonly string[]): LemmaRules {
  const rules = new Map<string, LemmaRule>()
  for (const line of lines) {
    const [suffix, xpos, cut, add, keep] = line.split('\t')
    rules.set(`${suffix}\t${xpos}`, { cut: Number(cut), add: add!, keep: keep === '1' })
  }
  return { rules, verbs: new Set(verbs) }
}
