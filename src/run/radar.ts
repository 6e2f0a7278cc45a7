import type { Ledger } from '../keep/port.ts'
import type { Claim, Document } from '../model/claim.ts'
import type { Evidence, Verdict } from '../model/verdict.ts'
import { type Day, daysOf, EVER } from '../model/when.ts'
import { type Checker, checkClaims } from './check.ts'

/** What became of a printed sentence: true then and no longer, or never true by what the ledger holds. */
export type Turn = 'no-longer' | 'never-was'

export interface Blip {
  turn: Turn
  claim: Claim
  /** As of the day of printing. */
  printed: Verdict
  /** As of the last day that the sources speak for. */
  now: Verdict
  /** What makes it untrue: for `no-longer`, the earliest after the day of printing. */
  cause?: Evidence
  /** The day of the cause, no finer than its source. */
  since?: string
}

/**
 * The sentences of an article that were true when printed and no longer are, or never were. What was or is not covered, and
 * remarks, are left out: absence of evidence is no reason to correct.
 */
export async function blipsOf(ledger: Ledger, checker: Checker, doc: Document, today: Day): Promise<Blip[]> {
  const { claims } = await checker.check(doc, { today })
  const turned = claims.flatMap(({ claim, verdict }) => {
    const turn = turnOf(verdict)
    return turn && claim.kind !== 'remark' ? [{ turn, claim, printed: verdict }] : []
  })
  const out: Blip[] = []
  for (const blip of turned) {
    const now = blip.turn === 'never-was' ? blip.printed : await verdictOn(ledger, checker, doc, blip, claims, today)
    out.push({ ...blip, now, ...causeOf(blip.turn, now, doc.date ?? today) })
  }
  return out.sort((a, b) => a.claim.span.start - b.claim.span.start)
}

const turnOf = ({ outcome, today }: Verdict): Turn | undefined =>
  outcome === 'refuted' ? 'never-was' : outcome === 'supported' && today.outcome === 'refuted' ? 'no-longer' : undefined

async function verdictOn(
  ledger: Ledger,
  checker: Checker,
  doc: Document,
  { claim, printed }: Pick<Blip, 'claim' | 'printed'>,
  all: readonly { claim: Claim }[],
  today: Day,
): Promise<Verdict> {
  const context = all.map((c) => c.claim)
  const options = { today, asOf: printed.today.on }
  const { claims } = await checkClaims(ledger, doc, context, checker.labels, options)
  return claims.find((c) => c.claim === claim)!.verdict
}

function causeOf(turn: Turn, now: Verdict, printed: Day): Pick<Blip, 'cause' | 'since'> {
  const against = now.readings[0]!.parts.flatMap((p) => (p.answer.outcome === 'refuted' ? p.answer.against : []))
  const dayOf = ({ fact }: Evidence): Day => (fact.when && daysOf(fact.when)?.from) || EVER.from
  const dated = against.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1))
  const cause = turn === 'no-longer' ? dated.find((e) => dayOf(e) > printed) : dated[0]
  const since = cause?.fact.when?.split('/')[0]
  return { ...(cause && { cause }), ...(since && { since }) }
}
