import { outcomeOfText, together } from '../check/index.ts'
import type { Claim, Unread } from '../model/claim.ts'
import type { Verdict } from '../model/verdict.ts'
import { type Asked, sayAnswer } from './answer.ts'
import type { Dossier } from './dossier.ts'
import type { Label } from './en/label.ts'
import { sayFact } from './en/say.ts'
import { type ShownVerdict, showEvidence, showVerdict } from './verdict.ts'

interface Input {
  doc: { id: string; title?: string; date?: string }
  times: { date: string; asOf: string; today: string; knownOn: string }
  claims: readonly { claim: Claim; verdict: Verdict }[]
  unread: readonly Unread[]
}

/** An article's verdicts, worst first, each with its claim. */
export const showArticle = (input: Input, label: Label) => ({
  document: input.doc.id,
  ...(input.doc.title && { title: input.doc.title }),
  ...input.times,
  claims: input.claims.map(({ claim, verdict }) => ({
    id: claim.id,
    kind: claim.kind,
    is: claim.is,
    start: claim.span.start,
    end: claim.span.end,
    quote: claim.quote,
    modality: claim.modality,
    voice: claim.voice,
    ...(claim.when && { when: claim.when }),
    ...(claim.speaker && { speaker: claim.speaker.label }),
    ...showVerdict(claim, verdict, label),
  })),
  unread: input.unread.map((u) => ({ start: u.span.start, end: u.span.end, quote: u.quote, because: u.because })),
})

/**
 * One verdict for a short text: the parts of all its claims together. The readings are those of the claim that decides. A text
 * without a claim is not understood, with the words that were not read.
 */
export function showText(input: Input, label: Label): ShownVerdict {
  const verdict = outcomeOfText(input.claims, input.unread)
  const told = input.claims.filter((c) => !c.claim.mentioned)
  const shown = (told.length ? told : input.claims).map(({ claim, verdict: v }) => showVerdict(claim, v, label))
  const deciding = shown.find((s) => s.verdict === verdict)
  const because = input.unread.map((u) => `“${u.quote}”: ${u.because}`).join('; ')
  const nothing = shown.length
    ? 'the sentence mentions this, and what it says of it was not read'
    : 'no claim about relations between states was found in it'
  const reason = deciding?.reason ?? (because || (deciding ? '' : nothing))
  const today = shown.filter((s) => s.verdict !== 'not-checkable' || shown.every((x) => x.verdict === 'not-checkable'))
  return {
    verdict,
    ...(reason && { reason }),
    readings: deciding?.readings ?? [],
    parts: shown.flatMap((s) => s.parts),
    witnesses: shown.flatMap((s) => s.witnesses),
    against: shown.flatMap((s) => s.against),
    missing: shown.flatMap((s) => s.missing),
    nearest: deciding?.nearest ?? null,
    today: {
      verdict: deciding ? together(today.map((s) => s.today.verdict)) : verdict,
      on: today.map((s) => s.today.on).sort()[0] ?? input.times.today,
    },
    ...(deciding?.verdictId && { verdictId: deciding.verdictId }),
  }
}

/** A question as read, with the answer of each reading. */
export const showAsked = (asked: Asked, label: Label) => ({
  question: asked.text,
  form: asked.form,
  on: asked.on,
  lastKnown: asked.lastKnown,
  ...(asked.reason && { reason: asked.reason }),
  readings: asked.readings.map(({ definition, question: q, answer }) => ({
    ...(definition && { definition }),
    question: q,
    answer: sayAnswer(asked.form, q, answer, label),
    outcome: answer.outcome,
    members: answer.members,
    contested: answer.contested,
    open: answer.open,
    othersPossible: answer.othersPossible,
    ...(answer.value && { value: answer.value }),
    witnesses: showEvidence(answer.witnesses, label),
    against: showEvidence(answer.against, label),
    gaps: answer.gaps,
  })),
})

/** What a ledger holds of two states, each fact with its words. */
export function showDossier<D extends Dossier>({ sources, ...dossier }: D, label: Label) {
  const facts = dossier.facts.map(({ kind, facts }) => ({
    kind,
    facts: facts.map((fact) => ({ ...fact, say: sayFact(fact, label) })),
  }))
  return { ...dossier, facts, sources: [...sources.values()] }
}
