import { lemmaKeys } from '../lemma.ts'
import type { Gold } from './corpus.ts'

/** Learns lemma rules: every ending or word whose commonest rule differs from what its shorter endings say. */
export function trainLemmas(sentences: readonly Gold[]): string[] {
  const votes = new Map<string, Map<string, number>>()
  const types = new Map<string, { form: string; xpos: string; rule: string; n: number }>()
  for (const s of sentences)
    s.forms.forEach((form, i) => {
      const rule = ruleOf(form, s.lemmas[i]!)
      const id = `${form}\t${s.xpos[i]}\t${rule}`
      const known = types.get(id)
      if (known) known.n++
      else types.set(id, { form, xpos: s.xpos[i]!, rule, n: 1 })
    })
  for (const { form, xpos, rule, n } of types.values())
    for (const key of lemmaKeys(form, xpos)) vote(votes, key, rule, key.startsWith('^') ? n : 1)
  return kept(votes)
}

function vote(votes: Map<string, Map<string, number>>, key: string, rule: string, n: number): void {
  const counts = votes.get(key) ?? new Map<string, number>()
  counts.set(rule, (counts.get(rule) ?? 0) + n)
  votes.set(key, counts)
}

/** The shortest change from form to lemma, as `cut add keep`. */
function ruleOf(form: string, lemma: string): string {
  const keep = lemma !== lemma.toLowerCase() ? 1 : 0
  const base = keep ? form : form.toLowerCase()
  let same = 0
  while (same < base.length && same < lemma.length && base[same] === lemma[same]) same++
  return `${base.length - same}\t${lemma.slice(same)}\t${keep}`
}

function kept(votes: ReadonlyMap<string, Map<string, number>>): string[] {
  const out = new Map<string, string>()
  const keys = [...votes.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
  const isWord = (key: string) => key.startsWith('^') && key.indexOf('\t') > 1
  for (const key of [...keys.filter((k) => !isWord(k)), ...keys.filter(isWord)]) {
    const counts = [...votes.get(key)!].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    const total = counts.reduce((sum, [, n]) => sum + n, 0)
    const [rule, n] = counts[0]!
    const [suffix, xpos] = key.split('\t') as [string, string]
    if (!isWord(key) && suffix !== '' && (total < 4 || n < total * 0.8)) continue
    if (isWord(key) && !/^\^\p{L}[\p{L}\p{N}.'\u2019-]*$/u.test(suffix)) continue
    if (says(out, isWord(key) ? suffix.slice(1) : suffix, xpos, isWord(key)) !== rule) out.set(key, rule)
  }
  return [...out].map(([key, rule]) => `${key}\t${rule}`).sort()
}

/** What the rules learned so far say of a word or ending. */
function says(rules: ReadonlyMap<string, string>, ending: string, xpos: string, whole: boolean): string | undefined {
  for (const key of lemmaKeys(ending, xpos)) {
    const rule = rules.get(key)
    if (rule !== undefined && (whole || !key.startsWith('^'))) return rule
  }
  return undefined
}
