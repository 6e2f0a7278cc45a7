import type { Ballot } from '../model/ballot.ts'
import type { Document } from '../model/claim.ts'
import type { Coverage, Source } from '../model/coverage.ts'
import type { Fact, NewFact, Roles } from '../model/fact.ts'
import type { Judgement, NewJudgement } from '../model/judgement.ts'
import type { KeptReview, Review } from '../model/review.ts'
import { pairKey } from '../model/telling.ts'
import { orderedVotes } from './ballots.ts'
import { canonical, hashOf } from './content.ts'
import type { Batch, Name } from './port.ts'

/** `redacted`: a tombstone, which no question is asked for. */
export type Sort = 'fact' | 'coverage' | 'source' | 'name' | 'document' | 'judgement' | 'review' | 'ballot' | 'redacted'

/** What a ledger keeps, whatever it is: content under the hash of that content. */
export interface Filed {
  /** `fact:<hash>`, `coverage:<hash>`, … */
  id: string
  sort: Sort
  /** What the content is about, where there may be several of one: a source, a name, a document, a pair of tellings; of a review, its document. */
  subject: string
  /** Of facts, coverage and judgements. */
  kind: string
  source: string
  standing: string
  body: Fact | Coverage | Source | Name | Document | Judgement | KeptReview | Ballot
}

/** The content of a batch, each record once, in the batch's order. */
export function filedOf(batch: Batch): { records: Filed[]; facts: string[] } {
  const facts = (batch.facts ?? []).map(factRecord)
  const all = [
    ...(batch.sources ?? []).map((body) => plain('source', body.id, body)),
    ...facts,
    ...(batch.coverage ?? []).map(coverageRecord),
    ...(batch.names ?? []).map((body) => plain('name', body.id, body)),
    ...(batch.judgements ?? []).map(judgementRecord),
    ...(batch.reviews ?? []).map(reviewRecord),
    ...(batch.ballots ?? []).map(ballotRecord),
    ...[...(batch.document ? [batch.document] : []), ...(batch.documents ?? [])].map((body) =>
      plain('document', body.id, body),
    ),
  ]
  const records = [...new Map(all.map((record) => [record.id, record])).values()]
  return { records, facts: facts.map((record) => record.id) }
}

/** The facts of records, the votes of ballots each. */
export const factsIn = (records: readonly Filed[]): number =>
  records.reduce(
    (sum, { sort, body }) => sum + (sort === 'fact' ? 1 : sort === 'ballot' ? (body as Ballot).votes.length : 0),
    0,
  )

/** The id under which a fact is kept. The order of a list of parties makes no other fact. */
export const factId = (fact: NewFact): string => factRecord(fact).id

function factRecord(fact: NewFact): Filed {
  const content = { ...fact, id: undefined }
  const id = `fact:${hashOf(canonical({ ...content, roles: inOrder(fact.roles) }))}`
  const { kind, standing, cite } = fact
  return { id, sort: 'fact', subject: '', kind, source: cite.source, standing, body: { ...content, id } }
}

function coverageRecord(coverage: NonNullable<Batch['coverage']>[number]): Filed {
  const content = { ...coverage, id: undefined }
  const id = `coverage:${hashOf(canonical({ ...content, roles: inOrder(coverage.roles) }))}`
  const { kind, cite } = coverage
  return { id, sort: 'coverage', subject: '', kind, source: cite.source, standing: '', body: { ...content, id } }
}

function judgementRecord(judgement: NewJudgement): Filed {
  const id = `judgement:${hashOf(canonical({ ...judgement, id: undefined }))}`
  const subject = judgement.is === 'lacks' ? id : pairKey(...judgement.tellings)
  const body = { ...judgement, id }
  return { id, sort: 'judgement', subject, kind: judgement.kind, source: '', standing: '', body }
}

function reviewRecord(review: Review): Filed {
  const id = `review:${hashOf(canonical({ ...review, id: undefined }))}`
  const body = { ...review, id }
  return { id, sort: 'review', subject: review.document, kind: '', source: '', standing: '', body }
}

function ballotRecord(ballot: Ballot): Filed {
  const votes = orderedVotes(ballot)
  const { roll, source } = ballot
  const told = votes.map(([voter, choice]) => `${voter} ${choice}`).join('\n')
  const id = `ballot:${hashOf(`${canonical({ ...ballot, votes: undefined })}\n${told}`)}`
  return { id, sort: 'ballot', subject: roll, kind: 'vote', source, standing: 'data', body: { ...ballot, votes } }
}

function plain(sort: Sort, subject: string, body: Source | Name | Document): Filed {
  return { id: `${sort}:${hashOf(canonical(body))}`, sort, subject, kind: '', source: '', standing: '', body }
}

const inOrder = (roles: Roles): Roles =>
  Object.fromEntries(
    Object.entries(roles).map(([role, value]) => [role, Array.isArray(value) ? value.toSorted() : value]),
  )

/** A fact as snapshots show it: a report that a person accepted stands as such. */
export const decided = (fact: Fact, decision: string | undefined): Fact =>
  decision === 'accept' && fact.standing === 'reported' ? { ...fact, standing: 'accepted' } : fact

export const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Sorts of which an author's new content takes the place of the same author's old. */
export const REPLACING: ReadonlySet<Sort> = new Set(['source', 'document', 'judgement'])

/**
 * One description a source. Where authors differ on the day for which it speaks, the earliest holds: a state of affairs is
 * not taken to last longer than any of them says. Of equal days, the one recorded last.
 */
export function oneOfEach(told: readonly Source[]): Source[] {
  const chosen = new Map<string, Source>()
  for (const source of told) {
    const known = chosen.get(source.id)
    if (!known || source.asOf <= known.asOf) chosen.set(source.id, source)
  }
  return [...chosen.values()].sort(byId)
}

/** The last told of each id, in order of id. */
export const lastOfEach = <T extends { id: string }>(told: readonly T[]): T[] =>
  [...new Map(told.map((item) => [item.id, item])).values()].sort(byId)
