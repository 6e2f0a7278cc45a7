import { hashText } from '../hash.ts'
import type { Gold } from './corpus.ts'

/** The joint tags: universal and Penn tag with a space between, those seen at least `least` times. */
export function tagset(sentences: readonly Gold[], least: number): string[] {
  const counts = new Map<string, number>()
  for (const s of sentences)
    for (let i = 0; i < s.forms.length; i++) {
      const tag = `${s.upos[i]} ${s.xpos[i]}`
      counts.set(tag, (counts.get(tag) ?? 0) + 1)
    }
  return [...counts]
    .filter(([, n]) => n >= least)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([tag]) => tag)
}

/** The index of each word's tag, or of the commonest tag with the same universal part where the pair is rare. */
export function goldTags(sentence: Gold, tags: readonly string[]): Int32Array {
  return Int32Array.from(sentence.forms, (_, i) => {
    const at = tags.indexOf(`${sentence.upos[i]} ${sentence.xpos[i]}`)
    return at >= 0
      ? at
      : Math.max(
          0,
          tags.findIndex((tag) => tag.startsWith(`${sentence.upos[i]} `)),
        )
  })
}

/** A tag that a word took more seldom than this is not among those of its class. */
const SELDOM = 0.08

/** For every word seen at least `least` times, by its hash, the number of the set of tags that it took. */
export function tagClasses(
  sentences: readonly Gold[],
  gold: readonly Int32Array[],
  least: number,
): Map<number, number> {
  const names = new Map<string, number>()
  const classes = new Map<number, number>()
  for (const [hash, counts] of tagCounts(sentences, gold)) {
    const total = [...counts.values()].reduce((a, b) => a + b, 0)
    if (total < least) continue
    const kept = [...counts].filter(([, n]) => n >= total * SELDOM).sort((a, b) => b[1] - a[1] || a[0] - b[0])
    const name = kept.map(([tag]) => tag).join(' ')
    if (!names.has(name)) names.set(name, names.size + 1)
    classes.set(hash, names.get(name)!)
  }
  return classes
}

function tagCounts(sentences: readonly Gold[], gold: readonly Int32Array[]): Map<number, Map<number, number>> {
  const seen = new Map<number, Map<number, number>>()
  sentences.forEach((s, k) => {
    s.forms.forEach((form, i) => {
      const hash = hashText(form.toLowerCase())
      const counts = seen.get(hash) ?? new Map<number, number>()
      counts.set(gold[k]![i]!, (counts.get(gold[k]![i]!) ?? 0) + 1)
      seen.set(hash, counts)
    })
  })
  return seen
}
