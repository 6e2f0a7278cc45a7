import type { Clause } from '../../grammar/types.ts'
import type { Modality } from '../../model/fact.ts'
import type { Kind } from '../../model/kinds/index.ts'
import type { Span } from '../../model/span.ts'
import type { Draft } from '../draft.ts'
import type { Entity } from '../entity.ts'
import type { Match } from '../match.ts'
import { attributionOf } from '../speaker.ts'
import type { Scene } from './specials.ts'

/** A clause that stands for a place in a sentence where no predicate is. */
export function clauseAt(scene: Scene, token: number): Clause {
  const { line } = scene
  const at = line.tokens[token]!
  const around = line.clauses
    .filter((c) => c.span.start <= at.start && at.end <= c.span.end)
    .toSorted((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))
  const noun = line.clauses.find((c) => c.form === 'noun' && c.predicate === token)
  const base = noun ?? around[0] ?? line.clauses[0]
  return { ...(base ?? EMPTY), form: 'noun', predicate: token }
}
const EMPTY: Clause = {
  ...{ id: -1, form: 'noun', predicate: 0, lemma: '', voice: 'active' },
  ...{
    subjects: [],
    objects: [],
    recipients: [],
    obliques: [],
    possessors: [],
    modifiers: [],
    predicatives: [],
    nearby: [],
  },
  ...{ complements: [], under: [], negated: false, never: false, tense: 'none', perfect: false, progressive: false },
  ...{ modals: [], adverbs: [], span: { start: 0, end: 0 } },
}

/** A claim that no frame made, at a token of the sentence. */
export function make(
  scene: Scene,
  rule: string,
  kind: Kind,
  token: number,
  span: Span,
  roles: Record<string, Entity[]>,
  modality: Modality,
): Draft {
  const clause = clauseAt(scene, token)
  const { article, refs, line } = scene
  const match: Match = {
    ...{ rule, kind, roles: {} },
    frame: { on: '', form: 'noun', roles: {} },
    site: { article, refs, line, clause },
  }
  const attribution = attributionOf(article, refs, line, clause)
  return { kind, is: 'so', roles, fixed: {}, modality, attribution, span, match, rules: [rule] }
}
