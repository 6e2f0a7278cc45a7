import type { Clause } from '../grammar/types.ts'
import type { Is } from '../model/claim.ts'
import type { Amount, Modality } from '../model/fact.ts'
import { definitionOf, type Kind } from '../model/kinds/index.ts'
import { hull, type Span } from '../model/span.ts'
import { daysOf, type When } from '../model/when.ts'
import { timesFor, whenOf } from './dating.ts'
import { phrasesIn } from './slots.ts'
import { textOf } from './article.ts'
import { distinct, type Entity } from './entity.ts'
import type { Match } from './match.ts'
import { modalityOf } from './modality.ts'
import type { Attribution } from './speaker.ts'
import { attributionOf } from './speaker.ts'
import type { TimeHit } from './when.ts'

/** A claim before its roles take their final shape. */
export interface Draft {
  kind: Kind
  is: Is
  roles: Record<string, Entity[]>
  fixed: Record<string, string>
  count?: Amount
  except?: Entity[]
  when?: When
  modality: Modality
  attribution: Attribution
  span: Span
  match: Match
  rules: string[]
}

/** What all claims of one match share: its time, its modality, whose words it is, where it stands. */
export function baseOf(match: Match): Draft {
  const { site, frame, kind } = match
  const { line, clause, article } = site
  const told = frame.negated ? undefined : modalityOf(line, clause)
  const modality = told ?? frame.modality ?? plain(kind, frame.fixed?.step)
  const when = whenOf(timesFor(line, clause), sideOf(modality))
  const roles: Record<string, Entity[]> = {}
  for (const [role, filled] of Object.entries(match.roles)) {
    const found = distinct(filled.flatMap((f) => f.entities))
    if (found.length) roles[role] = found
  }
  return {
    ...{ kind, is: 'so', roles, fixed: { ...frame.fixed, ...wordsOf(match) }, rules: [match.rule] },
    ...(when && { when }),
    modality: ahead(article.date, when) && modality === 'happened' ? 'planned' : modality,
    attribution: attributionOf(article, site.refs, line, clause),
    span: spanOf(match),
    match,
  }
}

/** Roles that take the frame's own words: an embassy's type. */
function wordsOf({ frame, site }: Match): Record<string, string> {
  const out: Record<string, string> = {}
  for (const [role, slot] of Object.entries(frame.words ?? {})) {
    const np = phrasesIn(site.line, site.clause, slot)[0]
    if (np) out[role] = role === 'type' ? site.line.tokens[np.head]!.lemma.toLowerCase() : textOf(site.article, np.span)
  }
  return out
}

const sideOf = (m: Modality) => (m === 'planned' || m === 'proposed' ? 'future' : 'past') as 'future' | 'past'
/** A state of affairs holds; anything else happened. */
const plain = (kind: Kind, step: string | undefined): Modality => {
  const { holding, opinion } = definitionOf(kind)
  return step && (holding?.includes(step) || opinion?.includes(step)) ? 'holds' : 'happened'
}
const ahead = (today: string | undefined, when: When | undefined): boolean =>
  !!today && !!when && (daysOf(when)?.from ?? '') > today

/** The words that say it: the clause, with the noun before a relative clause and the verb that acts an event noun out. */
export function spanOf(match: Match): Span {
  const { line, clause } = match.site
  const spans = [clause.span]
  const light = clause.light === undefined ? undefined : line.clauses[clause.light]
  if (light) spans.push(light.span)
  if (clause.modifies && clause.modifies.span.end <= clause.span.start) spans.push(clause.modifies.span)
  const filled = Object.values(match.roles).flat()
  for (const f of filled) if (f.np && near(f.np.span, clause.span)) spans.push(f.np.span)
  return hull(spans)
}
const near = (a: Span, b: Span): boolean => a.start - b.end < 60 && b.start - a.end < 60

/** Times of a clause, for windows such as "since 1996". */
export const timesOf = (line: Match['site']['line'], clause: Clause): readonly TimeHit[] => timesFor(line, clause)
