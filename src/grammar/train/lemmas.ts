import { IRREGULAR } from '../irregular.ts'
import { lemmaKeys, lemmatise, readLemmaRules } from '../lemma.ts'
import type { Gold } from './corpus.ts'

/** Verbs that were met at least twice, by their base. */
export function trainVerbs(sentences: readonly Gold[]): string[] {
  const counts = new Map<string, number>()
  for (const s of sentences)
    s.lemmas.forEach((lemma, i) => {
      if (s.upos[i] === 'VERB' && /^[a-z]+(?:-[a-z]+)*$/.test(lemma)) counts.set(lemma, (counts.get(lemma) ?? 0) + 1)
    })
  return [...counts]
    .filter(([, n]) => n >= 2)
    .map(([lemma]) => lemma)
    .sort()
}

interface Type {
  form: string
  xpos: string
  lemma: string
  rule: string
  n: number
}

/** Learns lemma rules: endings whose commonest rule differs from that of shorter ones, then words that all this judges wrongly. */
export function trainLemmas(sentences: readonly Gold[], verbs: readonly string[]): string[] {
  const types = typesOf(sentences)
  const votes = new Map<string, Map<string, number>>()
  for (const { form, xpos, rule } of types)
    for (const key of lemmaKeys(form, xpos)) if (!key.startsWith('^')) vote(votes, key, rule, 1)
  const lines = endings(votes)
  return [...lines, ...words(types, lines, verbs)].sort()
}

function typesOf(sentences: readonly Gold[]): Type[] {
  const types = new Map<string, Type>()
  for (const s of sentences)
    s.forms.forEach((form, i) => {
      const rule = ruleOf(form, s.lemmas[i]!)
      const id = `${form}\t${s.xpos[i]}\t${rule}`
      const known = types.get(id)
      if (known) known.n++
      else types.set(id, { form, xpos: s.xpos[i]!, lemma: s.lemmas[i]!, rule, n: 1 })
    })
  return [...types.values()]
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

type Votes = ReadonlyMap<string, ReadonlyMap<string, number>>

function winner(votes: Votes, key: string): { rule: string; n: number; total: number } {
  const counts = [...votes.get(key)!].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return { rule: counts[0]![0], n: counts[0]![1], total: counts.reduce((sum, [, n]) => sum + n, 0) }
}

function endings(votes: Votes): string[] {
  const out = new Map<string, string>()
  const keys = [...votes.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
  for (const key of keys) {
    const { rule, n, total } = winner(votes, key)
    const [suffix, xpos] = key.split('\t') as [string, string]
    if (suffix !== '' && (total < 4 || n < total * 0.8)) continue
    if (says(out, suffix, xpos) !== rule) out.set(key, rule)
  }
  return [...out].map(([key, rule]) => `${key}\t${rule}`)
}

/** What the rules learned so far say of an ending. */
function says(rules: ReadonlyMap<string, string>, ending: string, xpos: string): string | undefined {
  for (const key of lemmaKeys(ending, xpos)) {
    const rule = rules.get(key)
    if (rule !== undefined) return rule
  }
  return undefined
}

/** Penn tags of verb forms, where a single exception is more likely a misspelling. */
const INFLECTED = new Set(['VBD', 'VBN', 'VBG', 'VBZ'])

function words(types: readonly Type[], lines: readonly string[], verbs: readonly string[]): string[] {
  const votes = new Map<string, Map<string, number>>()
  const forms = new Map<string, string[]>()
  for (const { form, xpos, lemma, n } of types) {
    if (!/^['\u2019]?\p{L}[\p{L}\p{N}.'\u2019-]*$/u.test(form) || (INFLECTED.has(xpos) && IRREGULAR.has(form))) continue
    const key = `${form.toLowerCase()}\t${xpos}`
    vote(votes, key, lemma, n)
    if (n >= 3 || !forms.has(key)) forms.set(key, [...(forms.get(key) ?? []), form])
  }
  const lemmas = readLemmaRules(lines, verbs)
  return [...votes.keys()].flatMap((key) => {
    const { rule: lemma, total } = winner(votes, key)
    const [lower, xpos] = key.split('\t') as [string, string]
    if (INFLECTED.has(xpos) && total < 2) return []
    const wrong = forms.get(key)!.find((form) => lemmatise(form, xpos, lemmas) !== lemma)
    return wrong === undefined ? [] : [`^${key}\t${ruleOf(lower, lemma)}`]
  })
}
