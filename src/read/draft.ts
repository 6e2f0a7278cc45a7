import type { Clause } from '../grammar/types.ts'
import type { Is, Since } from '../model/claim.ts'
import type { Amount, Modality } from '../model/fact.ts'
import { definitionOf, type Kind } from '../model/kinds/index.ts'
import { hull, overlaps, type Span, within } from '../model/span.ts'
import { daysOf, type When } from '../model/when.ts'
import { textOf } from './article.ts'
import { timesFor, whenOf } from './dating.ts'
import { distinct, type Entity } from './entity.ts'
import { governorOf, type Match } from './match.ts'
import { askedFor, modalityOf, stillOn } from './modality.ts'
import { partOf } from './quantifier.ts'
import { enclosing, phrasesIn } from './slots.ts'
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
  /** The words of a number that stands with none of the roles. */
  counted?: Span
  except?: Entity[]
  when?: When
  since?: Since
  modality: Modality
  attribution: Attribution
  span: Span
  match: Match
  rules: string[]
  /** Words that narrow it and that nothing of it accounts for. */
  left?: Span
  /** Made of a noun phrase that its sentence says something else of. */
  mentioned?: true
}

/** What all claims of one match share: its time, its modality, whose words it is, where it stands. */
export function baseOf(match: Match): Draft {
  const { site, frame, kind } = match
  const { line, article } = site
  const clause = (frame.within && enclosing(line, site.clause)) || (frame.under && governorOf(site)) || site.clause
  const told = frame.negated || frame.holder ? undefined : (unmade(match) ?? modalityOf(line, clause))
  const soft = clause.form === 'noun' && frame.modality !== undefined && (told === 'planned' || told === 'proposed')
  const weak = soft && !(ASKED.has(kind) && askedFor(line, clause))
  const done = kind === 'agreement' && frame.modality === 'holds' && clause.perfect && !clause.progressive
  const past = clause.form !== 'noun' && clause.tense === 'past' && !clause.perfect && clause.governor === undefined
  const over = told === undefined && past && frame.modality === undefined
  const settled = done || over ? 'happened' : (frame.modality ?? plain(kind, frame.fixed?.step))
  const modality = (weak ? undefined : told) ?? settled
  const times = frame.holder ? [] : sinceThen(line, frame.under ? site.clause : clause)
  const dated = whenOf(outside(times, clause), sideOf(modality)) ?? match.when
  // "Since her election in 2014": the event itself was then.
  const event = clause.form === 'noun' && frame.modality === undefined && kind === 'office'
  const when = event && times[0]?.stance === 'since' ? dated?.split('/')[0] : dated
  const roles: Record<string, Entity[]> = {}
  for (const [role, filled] of Object.entries(match.roles)) {
    const found = distinct(filled.flatMap((f) => f.entities))
    if (found.length) roles[role] = kind === 'meeting' && role === 'parties' ? withoutHomes(found) : found
  }
  return {
    ...{ kind, is: 'so', roles, fixed: { ...frame.fixed, ...wordsOf(match) }, rules: [match.rule] },
    ...(when && { when }),
    attribution: attributionOf(article, site.refs, line, site.clause),
    span: spanOf(match),
    match,
    ...shifted(match, modality),
    ...(ahead(article.date, when) &&
      modality === 'happened' &&
      clause.tense !== 'past' && { modality: 'planned' as const }),
    ...(modality === 'happened' &&
      kind === 'visit' &&
      clause.tense === 'present' &&
      !clause.perfect &&
      (SENDING.has(clause.lemma) || ongoing(article.date, when)) && { modality: 'planned' as const }),
  }
}

/** "Ruiz will lead the Chilean delegation to the Chile–Peru dialogue": she stands for her state. */
function withoutHomes(parties: Entity[]): Entity[] {
  const homes = new Set(parties.flatMap((e) => (e.type === 'person' || e.type === 'office' ? (e.of ?? []) : [])))
  const rest = parties.filter((e) => e.type !== 'state' || !homes.has(e.id!))
  return rest.length > 1 ? rest : parties
}

/** "Since 1960, *when it was a member*": since when is told of the clause above. */
const outside = (times: readonly TimeHit[], c: Clause): readonly TimeHit[] =>
  c.mark === 'when' ? times.filter((t) => t.stance !== 'since' || within(t, c.span)) : times

/** "Broke them off in 1960 *and have restored them*": what has happened since takes no date of the clause before it. */
function sinceThen(line: Match['site']['line'], c: Clause): readonly TimeHit[] {
  const host = c.host === undefined || c.joined !== 'coordinate' ? undefined : line.clauses[c.host]
  const later = c.perfect && c.tense === 'present' && host?.tense === 'past' && !host.perfect
  return later ? timesFor(line, c).filter((t) => within(t, c.span)) : timesFor(line, c)
}

/** "Has *no* relations", "*cancelled* her trip": the verb or the word before its noun says that it was not. */
function unmade({ frame, site }: Match): Modality | undefined {
  const { line, clause } = site
  if (!frame.needs || clause.form === 'noun') return undefined
  if (CALLED_OFF.has(clause.lemma)) return stillOn(clause) ? 'planned' : 'cancelled'
  const nps = Object.keys(frame.needs).flatMap((slot) => phrasesIn(line, clause, slot))
  return nps.some((np) => np.tokens.some((k) => line.tokens[k]!.form.toLowerCase() === 'no')) ? 'denied' : undefined
}
const ASKED = new Set(['aid', 'agreement', 'mission'])
const CALLED_OFF = new Set(['cancel', 'call off', 'postpone', 'scrap', 'abandon'])

/** A gift that is promised is pledged; an embassy that is to be opened is announced: the telling is what happened. */
function shifted({ kind, frame, site }: Match, modality: Modality): { modality: Modality; fixed?: Draft['fixed'] } {
  const { under } = site.clause
  const step = frame.fixed?.step
  if (kind === 'aid' && step === 'delivered' && under.some((w) => PLEDGING.has(w))) {
    return { modality: 'happened', fixed: { ...frame.fixed, step: 'pledged' } }
  }
  if (kind === 'aid' && step === 'delivered' && under[0] === 'offer')
    return { modality, fixed: { ...frame.fixed, ...wordsOf({ frame, site } as Match), step: 'offered' } }
  if (kind === 'mission' && step === 'opened' && under.some((w) => ANNOUNCING.has(w))) {
    return { modality: 'happened', fixed: { ...frame.fixed, ...wordsOf({ frame, site } as Match), step: 'announced' } }
  }
  return { modality }
}
/** "Is sending her envoy to Peru": who is sent has yet to come there. */
const SENDING = new Set(['send', 'dispatch'])
const PLEDGING = new Set(['pledge', 'promise', 'commit', 'vow'])
const ANNOUNCING = new Set(['announce', 'announcement'])

/** Roles that take the frame's own words: an embassy's type. */
function wordsOf({ frame, site }: Match): Record<string, string> {
  const out: Record<string, string> = {}
  for (const [role, slot] of Object.entries(frame.words ?? {})) {
    const np = phrasesIn(site.line, site.clause, slot)[0]
    if (np)
      out[role] =
        role === 'type' || role === 'title'
          ? site.line.tokens[np.head]!.lemma.toLowerCase()
          : textOf(site.article, np.span)
  }
  return out
}

const sideOf = (m: Modality) => (m === 'planned' || m === 'proposed' ? 'future' : 'past') as 'future' | 'past'
/** A state of affairs holds; anything else happened. */
const plain = (kind: Kind, step: string | undefined): Modality => {
  const { holding, opinion } = definitionOf(kind)
  return step && (holding?.includes(step) || (opinion?.includes(step) && step !== 'upgraded')) ? 'holds' : 'happened'
}
const ahead = (today: string | undefined, when: When | undefined): boolean =>
  !!today && !!when && (daysOf(when)?.from ?? '') > today

const ongoing = (today: string | undefined, when: When | undefined): boolean =>
  !!today && !!when && when.includes('/') && (daysOf(when)?.to ?? '') > today

/** The words that say it: the predicate with what fills its roles and its time, and all that stands between. */
export function spanOf(match: Match): Span {
  const { line, clause } = match.site
  const at = line.tokens[clause.predicate]!
  const spans: Span[] = [at]
  const light = clause.light === undefined ? undefined : line.clauses[clause.light]
  if (light) spans.push(line.tokens[light.predicate]!)
  if (clause.form === 'verb') {
    for (const s of clause.subjects) if (!s.shared && close(s.span, at) && s.span.end <= at.start) spans.push(s.span)
  }
  for (const [slot, words] of Object.entries(match.frame.needs ?? {})) {
    const all = phrasesIn(line, clause, slot)
    // Of "as ambassador and as deputy secretary" the one that it is about.
    const meant = all.filter((np) => words.split('|').includes(line.tokens[np.head]!.lemma.toLowerCase()))
    for (const np of meant.length ? meant : all)
      if (close(np.span, at) && within(np.span, line.sentence)) spans.push(np.span)
  }
  for (const f of Object.values(match.roles).flat()) {
    if (f.np && within(f.np.span, line.sentence) && close(f.np.span, at)) {
      spans.push(f.np.span)
      const part = f.quantity.inner && partOf(line, f.np.tokens[0] ?? f.np.head)
      if (part) spans.push(part)
      for (const e of f.entities)
        if (e.type === 'person' && overlaps(e.span, f.np.span) && within(e.span, line.sentence)) spans.push(e.span)
    } else if (!f.np)
      for (const e of f.entities) if (within(e.span, line.sentence) && close(e.span, at)) spans.push(e.span)
  }
  // The body before which it happened is part of what is said ("at the United Nations").
  for (const { prep, np } of clause.form === 'verb' ? [...clause.obliques, ...clause.nearby] : [])
    if (prep === 'at' && line.mentionAt[np.head]?.type === 'body' && close(np.span, at)) spans.push(np.span)
  for (const t of timesFor(line, clause)) if (within(t, clause.span)) spans.push(t)
  return hull(spans)
}
const close = (a: Span, b: Span): boolean => Math.max(a.start - b.end, b.start - a.end) < 160
