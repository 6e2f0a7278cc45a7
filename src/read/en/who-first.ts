import type { Clause } from '../../grammar/types.ts'
import { hull, type Span } from '../../model/span.ts'
import { timesFor, whenOf } from '../dating.ts'
import type { Draft } from '../draft.ts'
import { type Entity, entityOf } from '../entity.ts'
import { RANKS } from '../rank.ts'
import { make } from './make.ts'
import type { Scene } from './specials.ts'

/** "Five presidents have visited Peru. *The first was Ana Ruiz in 1974*": one of those told of in the sentence before. */
export function whoWasFirst(scene: Scene): Draft[] {
  const { line, memory } = scene
  const model = memory.ofClass
  const office = model?.roles.visitor?.find((e) => e.type === 'office')
  const found = model && office ? rankedName(scene) : undefined
  if (!model || !office || !found) return []
  const { clause, is, who, span, counted } = found
  const when = whenOf(timesFor(line, clause), 'past')
  const told = (visitor: Entity): Draft => {
    const to = (model.roles.to ?? []).map((e) => ({ ...e, span: visitor.span }))
    return make(
      scene,
      'visit/who-first',
      'visit',
      clause.predicate,
      span,
      { ...model.roles, visitor: [visitor], to },
      'happened',
    )
  }
  const plain = { ...told({ ...who, as: office.id!, ...(office.of && { of: office.of }) }), ...(when && { when }) }
  return [
    { ...plain, counted },
    { ...told({ ...office, span: who.span }), is, counted },
  ]
}

interface Ranked {
  clause: Clause
  is: Draft['is']
  who: Entity
  span: Span
  /** The words of the rank. */
  counted: Span
}

/** A sentence that says no more than who was the first, the last: "The most recent was Ana Ruiz". */
function rankedName({ line }: Scene): Ranked | undefined {
  const words = line.tokens.slice(0, 5).map((t) => t.form.toLowerCase())
  const at = words[0] === 'the' || words[0] === 'its' ? 1 : -1
  const recent = words[at] === 'most' && words[at + 1] === 'recent'
  const is = recent || words[at] === 'latest' ? 'last' : at === 1 ? RANKS[words[1]!] : undefined
  const be = recent ? at + 2 : at + 1
  const named = words[be] === 'one' || words[be] === 'visit' ? be + 1 : be
  const by = words[named + 1] === 'by' ? named + 2 : named + 1
  const m = line.mentionAt[by]
  if (!is || is === 'only' || line.tokens[named]?.lemma !== 'be' || m?.type !== 'person') return undefined
  const clause = line.clauses.find((c) => c.form === 'copula' && line.mentionAt[c.predicate] === m)
  if (!clause || line.clauses.some((c) => c.form !== 'noun' && c.host === clause.id && c.joined !== 'coordinate'))
    return undefined
  const counted = hull([line.tokens[0]!, line.tokens[named]!])
  return { clause, is, who: entityOf(m), span: hull([line.tokens[0]!, m]), counted }
}
