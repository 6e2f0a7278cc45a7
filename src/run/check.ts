import { widen } from '../ask/index.ts'
import { checkClaim, outcomeOfText, patternsOf, severity, type Times } from '../check/index.ts'
import type { Ledger } from '../keep/port.ts'
import type { Claim, Document, Unread } from '../model/claim.ts'
import type { Source } from '../model/coverage.ts'
import { classOf, type EntityId } from '../model/ids.ts'
import type { Outcome, Verdict } from '../model/verdict.ts'
import type { Day } from '../model/when.ts'
import { copiesOf } from './copies.ts'
import { holdersOf } from './holders.ts'
import { readDocument } from './read.ts'

export interface CheckOptions {
  /** What held at this day is asked; absent: the document's date, else today. */
  asOf?: Day
  /** What the ledger had recorded by this day or instant; absent: by now. */
  knownOn?: string
  today: Day
}

export interface CheckedClaim {
  claim: Claim
  verdict: Verdict
}

/** A document with the verdict of each claim, worst first, and what is needed to word them. */
export interface Checked {
  doc: Document
  times: Times
  claims: CheckedClaim[]
  unread: Unread[]
  sources: ReadonlyMap<string, Source>
  labels: ReadonlyMap<EntityId, string>
}

/** A checker on one ledger: what reading needs is loaded once, what each document needs when it comes. */
export interface Checker {
  check(doc: Document, options: CheckOptions): Promise<Checked>
  labels: ReadonlyMap<EntityId, string>
}

export async function checkerOf(ledger: Ledger, knownOn?: string): Promise<Checker> {
  const holders = await holdersOf(ledger, knownOn)
  const check = async (doc: Document, options: CheckOptions): Promise<Checked> => {
    const { claims, unread } = readDocument(doc, holders)
    return { ...(await checkClaims(ledger, doc, claims, holders.labels, options)), unread }
  }
  return { check, labels: holders.labels }
}

/** Check claims that are already read. */
export async function checkClaims(
  ledger: Ledger,
  doc: Document,
  claims: readonly Claim[],
  labels: ReadonlyMap<EntityId, string>,
  options: CheckOptions,
): Promise<Checked> {
  const date = doc.date ?? options.today
  const times: Times = {
    date,
    asOf: options.asOf ?? date,
    today: options.today,
    knownOn: options.knownOn ?? options.today,
  }
  const at = options.knownOn ? { knownOn: options.knownOn } : {}
  const { facts: occupancy } = await ledger.fetch([{ kind: 'occupancy' }], at)
  const snapshot = await ledger.fetch(widen(patternsOf(claims, times), occupancy), at)
  const copies = await copiesOf(ledger, doc, snapshot.facts)
  const own = { docs: [doc.id, ...copies], ...(doc.source && { url: doc.source }) }
  const checked = claims.map((claim) => ({ claim, verdict: checkClaim(claim, claims, snapshot, times, own) }))
  checked.sort(
    (a, b) => severity(a.verdict.outcome) - severity(b.verdict.outcome) || a.claim.span.start - b.claim.span.start,
  )
  const sources = new Map(snapshot.sources.map((s) => [s.id, s]))
  return { doc, times, claims: checked, unread: [], sources, labels: withOwnNames(labels, claims) }
}

/** The ledger's labels, and the article's own for those whom the ledger does not know. */
function withOwnNames(known: ReadonlyMap<EntityId, string>, claims: readonly Claim[]): Map<EntityId, string> {
  const fillers = claims.flatMap((c) => Object.values(c.roles).flatMap((f) => (f.is === 'list' ? f.of : [f])))
  const own = fillers.flatMap((f) =>
    f.is === 'entity' && !['state', 'office'].includes(classOf(f.id) ?? '') ? [[f.id, f.label] as const] : [],
  )
  return new Map([...own, ...known])
}

/** The outcome of everything that a text says, taken together; a text without a claim is not understood. */
export const outcomeOf = (checked: Pick<Checked, 'claims' | 'unread'>): Outcome =>
  outcomeOfText(checked.claims, checked.unread)
