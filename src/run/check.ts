import { ALWAYS, besidesAlways, type Snapshot, widen } from '../ask/index.ts'
import { checkClaim, outcomeOfText, patternsOf, severity, type Times } from '../check/index.ts'
import type { Ledger } from '../keep/port.ts'
import type { Claim, Document, Reading, Unread } from '../model/claim.ts'
import type { Source } from '../model/coverage.ts'
import type { Fact } from '../model/fact.ts'
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

/** Names by id. */
export type Labels = Pick<ReadonlyMap<EntityId, string>, 'get'>

/** A document with the verdict of each claim, worst first, and what is needed to word them. */
export interface Checked {
  doc: Document
  times: Times
  claims: CheckedClaim[]
  unread: Unread[]
  sources: ReadonlyMap<string, Source>
  labels: Labels
}

export type Settle = (claims: readonly Claim[]) => readonly Claim[]

/** A checker on one ledger: what reading needs is loaded once, what each document needs when it comes. */
export interface Checker {
  /** `settle`: what persons made of the claims as read, before they are checked. */
  check(doc: Document, options: CheckOptions, settle?: Settle): Promise<Checked>
  /** A document's claims as they are read, checked by nobody yet. */
  read(doc: Document): Reading
  labels: ReadonlyMap<EntityId, string>
}

export async function checkerOf(ledger: Ledger, knownOn?: string): Promise<Checker> {
  const holders = await holdersOf(ledger, knownOn)
  const joined = await joinedOf(ledger, knownOn)
  const read = (doc: Document): Reading => readDocument(doc, holders)
  const check = async (doc: Document, options: CheckOptions, settle: Settle = (as) => as): Promise<Checked> => {
    const { claims: found, unread } = read(doc)
    const claims = settle(found)
    const same = options.knownOn === knownOn ? joined : undefined
    return { ...(await checkClaims(ledger, doc, claims, holders.labels, options, same)), unread }
  }
  return { check, read, labels: holders.labels }
}

/** What every evaluation joins, fetched once: lifetimes of states and occupants of seats. */
interface Joined {
  always: Snapshot
  occupancy: readonly Fact[]
}

async function joinedOf(ledger: Ledger, knownOn: string | undefined): Promise<Joined> {
  const always = await ledger.fetch(ALWAYS, knownOn ? { knownOn } : {})
  return { always, occupancy: always.facts.filter((f) => f.kind === 'occupancy') }
}

/** Check claims that are already read. */
export async function checkClaims(
  ledger: Ledger,
  doc: Document,
  claims: readonly Claim[],
  labels: Labels,
  options: CheckOptions,
  joined?: Joined,
): Promise<Checked> {
  const date = doc.date ?? options.today
  const times: Times = {
    date,
    asOf: options.asOf ?? date,
    today: options.today,
    knownOn: options.knownOn ?? options.today,
  }
  const at = options.knownOn ? { knownOn: options.knownOn } : {}
  const { always, occupancy } = joined ?? (await joinedOf(ledger, options.knownOn))
  const patterns = besidesAlways(widen(patternsOf(claims, times), occupancy))
  const snapshot: Snapshot = { ...(await ledger.fetch(patterns, at)), always }
  const copies = await copiesOf(ledger, doc, snapshot.facts)
  const own = { docs: [doc.id, ...copies], ...(doc.source && { url: doc.source }) }
  const checked = claims.map((claim) => ({ claim, verdict: checkClaim(claim, claims, snapshot, times, own) }))
  checked.sort(
    (a, b) => severity(a.verdict.outcome) - severity(b.verdict.outcome) || a.claim.span.start - b.claim.span.start,
  )
  const sources = new Map([...always.sources, ...snapshot.sources].map((s) => [s.id, s]))
  return { doc, times, claims: checked, unread: [], sources, labels: withOwnNames(labels, claims) }
}

/** The ledger's labels, and the article's own for those whom the ledger does not know. */
function withOwnNames(known: Labels, claims: readonly Claim[]): Labels {
  const fillers = claims.flatMap((c) => Object.values(c.roles).flatMap((f) => (f.is === 'list' ? f.of : [f])))
  const own = new Map(
    fillers.flatMap((f) =>
      f.is === 'entity' && !['state', 'office'].includes(classOf(f.id) ?? '') ? [[f.id, f.label] as const] : [],
    ),
  )
  return { get: (id) => known.get(id) ?? own.get(id) }
}

/** The outcome of everything that a text says, taken together; a text without a claim is not understood. */
export const outcomeOf = (checked: Pick<Checked, 'claims' | 'unread'>): Outcome =>
  outcomeOfText(checked.claims, checked.unread)
