import { featKeys } from '../morphology.ts'
import type { Gold } from './corpus.ts'

/** The commonest features under every key that was seen three times and says other than the keys behind it. */
export function trainFeats(sentences: readonly Gold[]): string[] {
  const votes = new Map<string, Map<string, number>>()
  const behind = new Map<string, string[]>()
  for (const s of sentences)
    featKeys(s).forEach((keys, i) => {
      keys.forEach((key, k) => {
        const counts = votes.get(key) ?? new Map<string, number>()
        counts.set(s.feats[i]!, (counts.get(s.feats[i]!) ?? 0) + 1)
        votes.set(key, counts)
        if (!behind.has(key)) behind.set(key, keys.slice(k + 1))
      })
    })
  const said = new Map<string, string>()
  const order = [...votes.keys()].sort((a, b) => behind.get(a)!.length - behind.get(b)!.length || (a < b ? -1 : 1))
  for (const key of order) {
    const [feats, n] = [...votes.get(key)!].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!
    const general = behind.get(key)!.find((k) => said.has(k))
    if (general !== undefined && (n < 3 || said.get(general) === feats)) continue
    said.set(key, feats)
  }
  return [...said].map(([key, feats]) => `${key}\t${feats}`).sort()
}
