import type { Entry, Ledger } from '../keep/port.ts'
import type { Document } from '../model/claim.ts'
import type { Source } from '../model/coverage.ts'
import { ChanceryError } from '../model/error.ts'
import type { Fact } from '../model/fact.ts'
import type { KeptReview } from '../model/review.ts'

/** A fact with its source, and everything that was done to it, oldest first. */
export interface FactRecord {
  fact: Fact
  source?: Source
  history: Entry[]
}

/** Throws `not-found`. */
export async function factRecord(ledger: Ledger, id: string): Promise<FactRecord> {
  const fact = id.startsWith('fact:') ? await ledger.fact(id) : undefined
  if (!fact) throw new ChanceryError('not-found', id, `the ledger has no fact ${id}: check the id`)
  const history = await ledger.history(id)
  const source = await sourceOf(ledger, fact)
  return { fact, ...(source && { source }), history }
}

/** The source of a fact, found by asking for the fact's own roles: a store gives sources with what cites them. */
async function sourceOf(ledger: Ledger, { kind, roles, cite }: Fact): Promise<Source | undefined> {
  const pattern = Object.fromEntries(Object.entries(roles).map(([role, value]) => [role, [value].flat()]))
  const { sources } = await ledger.fetch([{ kind, roles: pattern }])
  return sources.find((source) => source.id === cite.source)
}

/** A filed article with its history, and every review in force of its claims. */
export interface DocumentRecord {
  doc: Document
  history: Entry[]
  reviews: { review: KeptReview; history: Entry[] }[]
}

/** Throws `not-found`. */
export async function documentRecord(ledger: Ledger, id: string): Promise<DocumentRecord> {
  const doc = id.startsWith('doc:') ? await ledger.document(id) : undefined
  if (!doc) throw new ChanceryError('not-found', id, `the ledger has no article ${id}: file it first, or check the id`)
  const reviews = await ledger.reviews(id)
  const withHistory = await Promise.all(
    reviews.map(async (review) => ({ review, history: await ledger.history(review.id) })),
  )
  return { doc, history: await ledger.history(id), reviews: withHistory }
}
