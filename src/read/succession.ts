import type { Draft } from './draft.ts'
import { type Entity, fillerOf } from './entity.ts'

/** Marks the plain claim beside which stands the one of whom somebody followed. */
export const FOLLOWED = 'office/followed'
const FOLLOWING = new Set(['succeed', 'replace', 'precede', 'follow', 'take over', 'take over from'])

/**
 * "Amin succeeded Obote as president": beside the plain claim that he took the office, that he was the first to take it since the other
 * one did. Of several who may be the other one, nothing more is made.
 */
export function withPredecessor(d: Draft): Draft[] {
  const { line, clause, refs } = d.match.site
  if (d.kind !== 'office' || d.is !== 'so' || d.fixed.step !== 'took-office' || !FOLLOWING.has(clause.lemma)) return [d]
  const [own, ...more] = d.roles.person ?? []
  const around = [
    ...clause.subjects,
    ...clause.objects,
    ...clause.obliques.filter((o) => o.prep === 'from').map((o) => o.np),
  ]
  const others = new Map(
    around
      .flatMap((np) => refs.resolve(line, np))
      .filter((e): e is Entity & { id: string } => e.type === 'person' && e.id !== undefined && e.id !== own?.id)
      .map((e) => [e.id, e]),
  )
  const [other] = others.values()
  const filler = other && fillerOf(other)
  if (!own || more.length || others.size !== 1 || filler?.is !== 'entity') return [d]
  const first: Draft = { ...d, is: 'first', since: { person: filler }, rules: [...d.rules, 'succession'] }
  return [{ ...d, rules: [...d.rules, FOLLOWED] }, first]
}
