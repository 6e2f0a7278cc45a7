import type { Claim } from '../model/claim.ts'
import type { EntityId } from '../model/ids.ts'
import type { CheckedPart, Evidence, Outcome, Verdict } from '../model/verdict.ts'
import { EVER } from '../model/when.ts'
import { sayDoubts } from './en/doubt.ts'
import { PHRASES } from './en/kinds.ts'
import type { Label } from './en/label.ts'
import { sayMargins } from './en/margin.ts'
import { sayFact, sayGap, sayQuestion } from './en/say.ts'

/** A telling as it is shown: who is meant, what is told, by whom, in which words. */
export interface ShownFact {
  entity: EntityId
  fact: string
  say: string
  /** Whether it is what is meant is open. */
  perhaps?: true
  source: string
  url?: string
  quote?: string
  when?: string
}
export interface ShownGap {
  say: string
  kind: string
  who: string
  from: string
  to: string
}

/** A verdict in the form that commands print and programs read. */
export interface ShownVerdict {
  verdict: Outcome
  reason?: string
  readings: { say: string; verdict: Outcome }[]
  parts: { say: string; start: number; end: number; presupposed: boolean; verdict: Outcome }[]
  witnesses: ShownFact[]
  against: ShownFact[]
  missing: ShownGap[]
  /** Lists whose silence proves nothing here, with the reason; absent: none. */
  doubts?: string[]
  /** By how much a number may move before the verdict turns, or misses what is said; a source that alone tells otherwise. */
  margins?: string[]
  nearest: string | null
  today: { verdict: Outcome; on: string }
  /** The content id of the verdict; of a text with several claims, that of the one that decides. */
  verdictId?: string
}

const shown = ({ entity, fact, perhaps }: Evidence, label: Label): ShownFact => ({
  entity,
  fact: fact.id,
  say: sayFact(fact, label),
  ...(perhaps && { perhaps }),
  source: fact.cite.source,
  ...(fact.cite.url && { url: fact.cite.url }),
  ...(fact.cite.quote && { quote: fact.cite.quote }),
  ...(fact.when && { when: fact.when }),
})

const once = <T>(items: readonly T[], key: (item: T) => string): T[] => [
  ...new Map(items.map((i) => [key(i), i])).values(),
]

export const showEvidence = (list: readonly Evidence[], label: Label): ShownFact[] =>
  once(
    list.map((e) => shown(e, label)),
    (f) => f.entity + f.fact,
  )

const sayReading = (parts: readonly CheckedPart[], definition: string | undefined, label: Label): string => {
  const say = parts.map((p) => sayQuestion(p.question, label)).join('; ')
  return definition ? `${say || 'the claim'} (${definition})` : say
}

/** The verdict of one claim. */
export function showVerdict(claim: Claim, verdict: Verdict, label: Label): ShownVerdict {
  const main = verdict.readings[0]!
  const doubts = sayDoubts(verdict, (id) => id)
  const margins = sayMargins(verdict, (id) => id)
  return {
    verdict: verdict.outcome,
    ...(verdict.reason && { reason: verdict.reason }),
    readings: verdict.readings.map((r) => ({
      say: sayReading(r.parts, r.definition, label) || claim.quote,
      verdict: r.outcome,
    })),
    parts: main.parts.map((p) => ({
      say: sayQuestion(p.question, label),
      start: p.span.start,
      end: p.span.end,
      presupposed: p.presupposed,
      verdict: p.answer.outcome,
    })),
    witnesses: showEvidence(
      main.parts.flatMap((p) => p.answer.witnesses),
      label,
    ),
    against: showEvidence(
      main.parts.flatMap((p) => p.answer.against),
      label,
    ),
    missing: showGaps(claim, verdict, label),
    ...(doubts.length && { doubts }),
    ...(margins.length && { margins }),
    nearest: verdict.nearest ? sayQuestion(verdict.nearest.question, label) : null,
    today: { verdict: verdict.today.outcome, on: verdict.today.on },
    verdictId: verdict.id,
  }
}

function showGaps(claim: Claim, verdict: Verdict, label: Label): ShownGap[] {
  const parts = verdict.readings[0]!.parts
  if (!parts.length && verdict.outcome === 'not-covered') return [unknownWords(claim, verdict)]
  const gaps = parts.flatMap((p) => p.answer.gaps)
  const said = gaps.map((g) => ({ ...sayGap(g, label), kind: g.kind, from: g.from, to: g.to }))
  return once(said, (g) => `${g.say}|${g.from}|${g.to}`)
}

/** The gap where a name in the claim is nobody's that a source tells of. */
const unknownWords = (claim: Claim, verdict: Verdict): ShownGap => ({
  say: verdict.reason ?? 'no source here knows its words',
  kind: claim.kind,
  who: PHRASES[claim.kind].keeper({}),
  from: EVER.from,
  to: verdict.asOf,
})

/** "Calvin Coolidge visited Cuba, 15–17 January 1928 (Office of the Historian)". */
export const cited = (fact: ShownFact, source: (id: string) => string): string =>
  `${fact.perhaps ? 'perhaps: ' : ''}${fact.say} (${source(fact.source)})`
