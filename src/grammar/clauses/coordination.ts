import { type Draft, share, type Work } from './draft.ts'
import { INTRANSITIVE } from './lexicon.ts'
import { kidsBy, rel } from './tree.ts'

/** Spreads over coordinate verbs what the tree hangs on one of them: trailing objects and phrases, both ways. */
export function shareAcross(work: Work): void {
  for (const d of work.drafts) {
    const first = conjoinedTo(work, d)
    if (!first || d.form === 'copula' || first.form === 'copula') continue
    if (first.passive === d.passive || !d.passive) shareForward(first, d)
    shareBack(work, first, d)
  }
}

export function conjoinedTo(work: Work, d: Draft): Draft | undefined {
  if (d.form === 'noun' || rel(work.tree, d.predicate) !== 'conj') return undefined
  return work.verbs.get(work.tree.up[d.predicate]!)
}

/** "signed and ratified *the treaty* in Oslo" */
function shareForward(first: Draft, d: Draft): void {
  if (d.ownSubject) return
  const trailing = first.objects.filter((p) => p.head > d.predicate || p.shared === 'relative')
  if (d.objects.length === 0 && !d.passive && !INTRANSITIVE.has(d.lemma)) d.objects = share(trailing, 'coordination')
  if (d.passive && d.agents.length === 0)
    d.agents = share(
      first.agents.filter((p) => p.head > d.predicate),
      'coordination',
    )
  const after = first.obliques.filter((o) => o.np.head > d.predicate)
  d.obliques.push(...after.map((o) => ({ ...o, np: { ...o.np, shared: 'coordination' as const } })))
}

/** The same where the parser gave the object to the second verb, which follows the first at once. */
function shareBack(work: Work, first: Draft, d: Draft): void {
  if (d.ownSubject || !adjacent(work, first, d)) return
  if (first.passive && d.passive && first.agents.length === 0) first.agents = share(d.agents, 'coordination')
  if (first.passive || d.passive || first.objects.length > 0 || INTRANSITIVE.has(first.lemma)) return
  first.objects = share(d.objects, 'coordination')
}

function adjacent({ tree }: Work, first: Draft, d: Draft): boolean {
  const joins = kidsBy(tree, d.predicate, 'cc', 'advmod', 'aux')
  for (let i = first.predicate + 1; i < d.predicate; i++) if (!joins.includes(i)) return false
  return d.predicate - first.predicate <= 4
}
