import type { Added, Ledger } from '../keep/port.ts'
import type { Claim, Document, Filler } from '../model/claim.ts'
import type { Source } from '../model/coverage.ts'
import type { NewFact, Roles } from '../model/fact.ts'
import { definitionOf } from '../model/kinds/index.ts'
import { EVER } from '../model/when.ts'
import { withoutPersonal } from './personal.ts'

/** The source that an article is: its outlet's viewpoint, its own day. */
export const sourceOfDocument = (doc: Document, today: string): Source => ({
  id: doc.id,
  title: [doc.outlet, doc.title].filter(Boolean).join(': ') || `article ${doc.id.slice(4, 12)}`,
  ...(doc.source && { url: doc.source }),
  licence: 'not stated',
  viewpoint: doc.outlet ? `as reported by ${doc.outlet}` : 'as reported by an article',
  asOf: doc.date ?? today,
})

/** Ids of a role's fillers; `undefined` when words stand where an entity should. */
function idsOf(filler: Filler, holds: string): string | string[] | undefined {
  const list = filler.is === 'list' ? filler.of : [filler]
  const values = list.map((f) => (f.is === 'entity' ? f.id : f.is === 'words' && isFree(holds) ? f.label : undefined))
  if (values.some((v) => v === undefined)) return undefined
  return filler.is === 'list' ? (values as string[]) : values[0]
}
const isFree = (holds: string): boolean => holds === 'label' || holds === 'closed' || holds === 'place'

/**
 * What a claim tells as a single fact: one that is so, that is denied, that there is none of, or a size. A claim about a set of
 * other facts tells none.
 */
export function factOf(claim: Claim, doc: Document): NewFact | undefined {
  if (claim.kind === 'remark' || !['so', 'none', 'size'].includes(claim.is)) return undefined
  const roles: Roles = {}
  for (const [name, filler] of Object.entries(claim.roles)) {
    const role = definitionOf(claim.kind).roles[name]
    const value = role && idsOf(filler, role.holds)
    if (value === undefined) {
      if (role?.key) return undefined
      continue
    }
    roles[name] = role?.list && !Array.isArray(value) ? [value] : value
  }
  const denied = claim.is === 'none' || claim.modality === 'denied'
  const when = claim.when ?? (denied && doc.date ? `${EVER.from}/${doc.date}` : undefined)
  const fact: NewFact = {
    kind: claim.kind,
    roles,
    ...(when && { when }),
    telling: denied ? 'no' : 'yes',
    modality: claim.modality === 'denied' ? 'happened' : claim.modality,
    ...(claim.is === 'size' && claim.count && { amount: claim.count }),
    standing: 'reported',
    ...(claim.speaker && { speaker: claim.speaker.id }),
    cite: {
      source: doc.id,
      ...(doc.source && { url: doc.source }),
      quote: claim.quote,
      doc: doc.id,
      start: claim.span.start,
      end: claim.span.end,
    },
  }
  return withoutPersonal(fact).fact
}

/** Files an article's claims as reports, with its text; filing it twice changes nothing. */
export async function fileDocument(
  ledger: Ledger,
  doc: Document,
  claims: readonly Claim[],
  meta: { recordedAt: string; by: string },
): Promise<Added & { reports: NewFact[] }> {
  const reports = claims.flatMap((claim) => factOf(claim, doc) ?? [])
  const day = meta.recordedAt.slice(0, 10)
  const added = await ledger.add({ sources: [sourceOfDocument(doc, day)], facts: reports, document: doc }, meta)
  return { ...added, reports }
}

/** Files several articles with what each tells, at once; those that are filed already change nothing. */
export function fileDocuments(
  ledger: Ledger,
  read: readonly { doc: Document; claims: readonly Claim[] }[],
  meta: { recordedAt: string; by: string },
): Promise<Added> {
  const day = meta.recordedAt.slice(0, 10)
  const facts = read.flatMap(({ doc, claims }) => claims.flatMap((claim) => factOf(claim, doc) ?? []))
  const documents = read.map(({ doc }) => doc)
  return ledger.add({ sources: documents.map((doc) => sourceOfDocument(doc, day)), facts, documents }, meta)
}
