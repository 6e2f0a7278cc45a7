import type { Pattern, Snapshot } from '../ask/index.ts'
import type { Ledger, Meta } from '../keep/port.ts'
import { factId } from '../keep/record.ts'
import type { Claim, Document } from '../model/claim.ts'
import type { Source } from '../model/coverage.ts'
import { ChanceryError } from '../model/error.ts'
import type { Fact, NewFact } from '../model/fact.ts'
import { classOf, nameOf } from '../model/ids.ts'
import type { Judgement, Sameness } from '../model/judgement.ts'
import { definitionOf, type Kind, keyRoles } from '../model/kinds/index.ts'
import { pairKey, tellingKey } from '../model/telling.ts'
import { EVENT_KINDS, type Pair, pairsWith } from '../reconcile/index.ts'
import { factOf, fileDocument, sourceOfDocument } from './file.ts'
import { judge, reconcile } from './reconcile.ts'
import { inTurn } from './review.ts'
import type { Reviewed } from './settle.ts'

/** A pair with the instant at which it was judged. */
type DatedPair = Omit<Pair, 'judged'> & { judged?: NonNullable<Pair['judged']> & { at: string } }

/** What an article's claims tell that may be one event with another telling, by claim; and whose records these are. */
export interface PairsOfArticle {
  byClaim: ReadonlyMap<string, readonly DatedPair[]>
  sources: ReadonlyMap<string, Source>
}

/** Of evidence, so much is looked through for each claim. */
const MOST_EVIDENCE = 60
const isEvent = (kind: Kind): boolean => EVENT_KINDS.includes(kind)

/** Which tellings may be one event with what an article's claims tell, or with each other among the evidence on one. */
export async function pairsOfArticle(
  ledger: Ledger,
  doc: Document,
  claims: readonly Reviewed[],
): Promise<PairsOfArticle> {
  const asked = claims.flatMap((one) => askedOf(one, doc))
  const all = asked.flatMap(({ own, around }) => [...own, ...around])
  if (!all.length) return { byClaim: new Map(), sources: new Map() }
  const offices = await ledger.fetch(officesOf(all))
  const alike = await alikeTo(ledger, all, offices.facts)
  const held = await ledger.fetch(patternsOf(all, alike))
  // A report as the ledger has it, where it was accepted perhaps, comes before the one that was just read.
  const facts = [...new Map([...all, ...held.facts].map((f) => [f.id, f])).values()]
  const byKind = Map.groupBy(facts, (f) => f.kind)
  const pairs = asked.map(async ({ claim, own, around }) => {
    const snapshot: Snapshot = { ...held, facts: [...(byKind.get(claim.kind) ?? []), ...offices.facts] }
    const found = pairsWith(snapshot, idsOf(own), idsOf(around))
    return [claim.id, await Promise.all(found.map((pair) => withDay(ledger, pair)))] as const
  })
  const sources = [sourceOfDocument(doc, doc.date ?? ''), ...held.sources]
  return { byClaim: new Map(await Promise.all(pairs)), sources: new Map(sources.map((s) => [s.id, s])) }
}

async function withDay(ledger: Ledger, { judged, ...pair }: Pair): Promise<DatedPair> {
  if (!judged) return pair
  const at = (await ledger.history(judged.id)).findLast((entry) => entry.act === 'recorded')?.at ?? ''
  return { ...pair, judged: { ...judged, at } }
}

const idsOf = (facts: readonly Fact[]): Set<string> => new Set(facts.map((f) => f.id))

interface Asked {
  claim: Claim
  own: Fact[]
  around: Fact[]
}

function askedOf({ claim, verdict, review }: Reviewed, doc: Document): Asked[] {
  if (!isEvent(claim.kind) || review?.is === 'rejected') return []
  const told = factOf(claim, doc)
  const own = told ? [withId(told)] : []
  const parts = verdict.readings[0]?.parts ?? []
  const evidence = parts.flatMap(({ answer }) => [...answer.witnesses, ...answer.against].map((e) => e.fact))
  const around = evidence.filter((f) => f.kind === claim.kind).slice(0, MOST_EVIDENCE)
  return own.length || around.length ? [{ claim, own, around }] : []
}

const withId = (fact: NewFact): Fact => ({ ...fact, id: factId(fact) })

/** The key roles that are open: where another telling of an event names the same or somebody alike. */
const anchorsOf = (kind: Kind): string[] =>
  keyRoles(kind).filter((r) => definitionOf(kind).roles[r]!.holds !== 'closed')

function patternsOf(facts: readonly Fact[], alike: (id: string) => readonly string[]): Pattern[] {
  return [...Map.groupBy(facts, (f) => f.kind)].map(([kind, own]) => {
    const named = (role: string) => [...new Set(own.flatMap((f) => [f.roles[role] ?? []].flat().flatMap(alike)))]
    return { kind, roles: Object.fromEntries(anchorsOf(kind).map((role) => [role, named(role)])) }
  })
}

/** Whom another telling may name where one names somebody: persons of one surname, an office and who held it. */
async function alikeTo(
  ledger: Ledger,
  facts: readonly Fact[],
  offices: readonly Fact[],
): Promise<(id: string) => readonly string[]> {
  const surname = (id: string) => nameOf(id).slice(nameOf(id).lastIndexOf('-') + 1)
  const named = new Set(facts.flatMap((f) => Object.values(f.roles).flat()))
  const surnames = [...named].flatMap((id) => (classOf(id) === 'person' ? surname(id) : []))
  const names = surnames.length ? await ledger.lookupNames([...new Set(surnames)]) : []
  const bearers = Map.groupBy(
    names.map(({ id }) => id).filter((id) => classOf(id) === 'person'),
    surname,
  )
  const held = Map.groupBy(offices, (f) => String(f.roles.person))
  const holders = Map.groupBy(offices, (f) => String(f.roles.office))
  return (id) => {
    if (classOf(id) === 'office') return [id, ...(holders.get(id) ?? []).map((f) => String(f.roles.person))]
    if (classOf(id) !== 'person') return [id]
    return [id, ...(bearers.get(surname(id)) ?? []), ...(held.get(id) ?? []).map((f) => String(f.roles.office))]
  }
}

/** Who held the offices, and which offices the persons held, that tellings name. */
function officesOf(facts: readonly Fact[]): Pattern[] {
  const named = [...new Set(facts.flatMap((f) => Object.values(f.roles).flat()))]
  return (['office', 'person'] as const).flatMap((role): Pattern[] => {
    const ids = named.filter((id) => classOf(id) === role)
    return ids.length ? [{ kind: 'office', roles: { [role]: ids } }] : []
  })
}

/** A word on two tellings, as a person gives it. */
export interface PairWord {
  pair: readonly [string, string]
  is: Sameness['is']
  because?: string
  /** The judgement that stood when the person decided; absent: none. */
  seen?: string
}

/** Somebody else's word on the same two tellings came first. */
export class Forestalled extends ChanceryError {
  readonly other: Judgement | undefined
  constructor(at: string, other: Judgement | undefined) {
    const what = other ? `${other.by} said "${other.is}"` : 'the word on it was taken back'
    super('conflict', at, `the two were judged meanwhile, ${what}: look at them and decide again`)
    this.other = other
  }
}

const UNSAID = 'so judged by a person'

/**
 * Records whether two tellings are one event, and compares the lists anew. What the article tells is filed first. Throws `conflict`
 * (`Forestalled`) where another word stands than the one seen, `not-found` for a telling that is neither on record nor in the article.
 */
export const judgePair = (
  ledger: Ledger,
  article: { doc: Document; claims: readonly Claim[] },
  { pair, is, because = UNSAID, seen }: PairWord,
  meta: Meta,
): Promise<Judgement> =>
  inTurn(ledger, async () => {
    await fileOwn(ledger, article, pair, meta)
    const now = await wordOn(ledger, pair)
    if (now && now.id !== seen && now.is === is && now.by === meta.by && now.because === because) return now
    if (now?.id !== seen) throw new Forestalled(pair[0], now)
    const made = await judge(ledger, pair, { is, because, by: meta.by }, meta.recordedAt)
    await reconcile(ledger, meta.recordedAt)
    return made
  })

/** Takes a word back: the two stand as before it was said. Throws `conflict` where it stands no longer. */
export const unjudgePair = (ledger: Ledger, judgement: string, meta: Meta): Promise<void> =>
  inTurn(ledger, async () => {
    if (!judgement.startsWith('judgement:'))
      throw new ChanceryError('incorrect', 'seen', 'this is no judgement: give the id of one')
    const stood = await ledger.retract(judgement, { ...meta, note: 'taken back' })
    if (!stood) throw new Forestalled(judgement, undefined)
    await reconcile(ledger, meta.recordedAt)
  })

/** The word in force on two tellings. */
async function wordOn(ledger: Ledger, pair: readonly [string, string]): Promise<Judgement | undefined> {
  const [a, b] = [await ledger.fact(pair[0]), await ledger.fact(pair[1])]
  if (!a || !b) return undefined
  const { judgements = [] } = await ledger.fetch([{ kind: a.kind, roles: { [anchorsOf(a.kind)[0]!]: [] } }])
  const key = pairKey(tellingKey(a), tellingKey(b))
  return judgements.findLast((j) => j.is !== 'lacks' && pairKey(...j.tellings) === key)
}

/** Files the article, or what a reader of today finds in one that was filed before, so far as the pair needs it. */
async function fileOwn(
  ledger: Ledger,
  { doc, claims }: { doc: Document; claims: readonly Claim[] },
  pair: readonly [string, string],
  meta: Meta,
): Promise<void> {
  const missing: string[] = []
  for (const id of pair) if (!(await ledger.fact(id))) missing.push(id)
  if (!missing.length) return
  const told = claims.flatMap((claim) => factOf(claim, doc) ?? []).filter((fact) => missing.includes(factId(fact)))
  if (!told.length) return
  if (!(await ledger.document(doc.id))) await fileDocument(ledger, doc, claims, meta)
  else await ledger.add({ sources: [sourceOfDocument(doc, meta.recordedAt.slice(0, 10))], facts: told }, meta)
}
