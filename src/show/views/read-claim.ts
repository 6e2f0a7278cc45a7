import type { Claim, Filler } from '../../model/claim.ts'
import { definitionOf } from '../../model/kinds/index.ts'
import type { Evidence, Outcome } from '../../model/verdict.ts'
import type { Label } from '../en/label.ts'
import { sayQuestion } from '../en/say.ts'
import { phrase, point } from '../en/time.ts'
import { showVerdict } from '../verdict.ts'
import { notesOf } from './notes.ts'
import { OUTCOME_MARKS, OUTCOME_WORDS } from './outcome.ts'
import { rereadView } from './read-again.ts'
import { gapViews, listsOf, yearsAsked } from './read-cover.ts'
import { draftOf } from './read-draft.ts'
import { pairViews } from './read-pairs.ts'
import type { Article, Judged, NamedRole, ReadClaim, ReviewedClaim, Told } from './read-types.ts'
import { toldView } from './told.ts'

export const judged = (outcome: Outcome): Judged => ({
  outcome,
  word: OUTCOME_WORDS[outcome],
  mark: OUTCOME_MARKS[outcome],
})

/** One claim with its verdict as data for a page: nothing is left to be derived there. */
export function claimView(checked: ReviewedClaim, n: number, article: Article): ReadClaim {
  const { claim, verdict, review } = checked
  const { label } = article
  const shown = showVerdict(claim, verdict, label)
  const main = verdict.readings[0]!
  const told = (list: readonly Evidence[]) => tellings(list, article)
  return {
    ...judged(verdict.outcome),
    id: claim.id,
    n,
    kind: claim.kind,
    remark: claim.kind === 'remark',
    start: claim.span.start,
    end: claim.span.end,
    quote: claim.quote,
    ...(claim.speaker && { speaker: claim.speaker.label }),
    voice: claim.voice,
    ...(claim.when && { when: claim.when, whenSay: phrase(claim.when) }),
    roles: namedRoles(claim, label),
    rules: claim.rules,
    ...(shown.reason && { reason: shown.reason }),
    notes: notesOf(claim, verdict, label, (id) => article.sources.get(id)?.title ?? id),
    readings: shown.readings.map((r) => ({ ...judged(r.verdict), say: r.say })),
    parts: shown.parts.map(({ verdict: outcome, ...part }) => ({ ...judged(outcome), ...part })),
    said: { on: verdict.asOf, say: point(verdict.asOf) },
    now: { ...judged(verdict.today.outcome), on: verdict.today.on, say: point(verdict.today.on) },
    witnesses: told(main.parts.flatMap((p) => p.answer.witnesses)),
    against: told(main.parts.flatMap((p) => p.answer.against)),
    lists: listsOf(verdict, article),
    years: yearsAsked(verdict),
    gaps: gapViews(claim, verdict, article),
    ...(verdict.nearest && {
      nearest: { say: sayQuestion(verdict.nearest.question, label), told: told(verdict.nearest.answer.witnesses) },
    }),
    pairs: pairViews(article.pairs, claim.id, label),
    ...draftOf(claim, verdict, label),
    verdict: verdict.id,
    ...(review && { review: reviewView(review) }),
    ...(checked.now && { reread: rereadView(claim, checked.now, label) }),
  }
}

const reviewView = ({ id, is, by, at, because }: NonNullable<ReviewedClaim['review']>) => ({
  id,
  is,
  by,
  ...(at && { at }),
  ...(because && { because }),
})

const fillersOf = (filler: Filler) => (filler.is === 'list' ? filler.of : [filler])

const namedRoles = (claim: Claim, label: Label): NamedRole[] =>
  Object.entries(claim.roles).map(([role, filler]) => ({
    role,
    holds: definitionOf(claim.kind).roles[role]?.holds ?? 'label',
    value: fillersOf(filler).map((f) => ({
      label: f.is === 'entity' ? label(f.id) : f.label,
      ...(f.is === 'entity' && { id: f.id }),
      ...(f.span && { start: f.span.start, end: f.span.end }),
    })),
  }))

/** Each telling once, in the order of the evidence. */
function tellings(list: readonly Evidence[], { sources, label }: Article): Told[] {
  const once = new Map(list.map((one) => [one.fact.id, one]))
  return [...once.values()].map(({ fact, perhaps }) => ({
    ...toldView(fact, label, sources.get(fact.cite.source)),
    ...(perhaps && { perhaps }),
  }))
}
