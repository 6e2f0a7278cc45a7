import type { Ledger, Meta } from '../keep/port.ts'
import { factId } from '../keep/record.ts'
import type { Claim, Document, Filler, Named } from '../model/claim.ts'
import { ChanceryError } from '../model/error.ts'
import { classOf } from '../model/ids.ts'
import { definitionOf } from '../model/kinds/index.ts'
import { Correction, type KeptReview, type Review } from '../model/review.ts'
import { overlaps } from '../model/span.ts'
import { checkRoles } from './add-roles.ts'
import type { Checked, CheckedClaim, Checker, CheckOptions } from './check.ts'
import { factOf, fileDocument, sourceOfDocument } from './file.ts'
import { idOf } from './found.ts'

/** A checked claim with what a person said of it. */
export interface Reviewed extends CheckedClaim {
  review?: KeptReview
  /** What the reader makes of the same words now, where a person settled on what it read before. */
  now?: Claim
}

export interface CheckedReviewed extends Omit<Checked, 'claims'> {
  claims: Reviewed[]
}

/** Of the reviews in force on each claim, the one that stands: the last recorded. */
export const standing = (reviews: readonly KeptReview[]): Map<string, KeptReview> =>
  new Map(reviews.map((review) => [review.claim, review]))

/**
 * Checks a document as persons settled its claims. A claim that was accepted or mended stays as it was settled, also where the
 * reader now reads its words otherwise; that other reading is given beside it, and checked by nobody.
 */
export async function checkReviewed(
  ledger: Ledger,
  checker: Checker,
  doc: Document,
  options: CheckOptions,
): Promise<CheckedReviewed> {
  const reviews = standing(await ledger.reviews(doc.id))
  const others = new Map<string, Claim>()
  const checked = await checker.check(doc, options, (read) => settled(read, [...reviews.values()], doc, others))
  return {
    ...checked,
    claims: checked.claims.map((one) => {
      const review = reviews.get(one.claim.id)
      const now = others.get(one.claim.id)
      return { ...one, ...(review && { review }), ...(now && { now }) }
    }),
  }
}

function settled(
  read: readonly Claim[],
  reviews: readonly KeptReview[],
  doc: Document,
  others: Map<string, Claim>,
): Claim[] {
  const known = new Map(read.map((claim) => [claim.id, claim]))
  const outdated = reviews.filter((review) => !known.has(review.claim))
  for (const { claim, read: then } of outdated) {
    const now = read.find((c) => c.kind === then.kind && c.is === then.is && overlaps(c.span, then.span))
    if (now) others.set(claim, now)
  }
  const superseded = new Set([...others.values()].map((claim) => claim.id))
  const kept = outdated.filter((review) => review.is !== 'rejected' || others.has(review.claim))
  const mends = new Map(reviews.map((review) => [review.claim, review]))
  return [...read.filter((claim) => !superseded.has(claim.id)), ...kept.map((review) => review.read)].map((claim) =>
    mended(claim, mends.get(claim.id), doc),
  )
}

/** A claim as a review has it; its id stays that of the claim as read. */
export function mended(claim: Claim, review: Pick<Review, 'correction' | 'by'> | undefined, doc: Document): Claim {
  const correction = review?.correction
  if (!correction) return claim
  const { span = claim.span, when = claim.when ?? null, roles = {} } = correction
  const { when: _, ...rest } = claim
  const filled = Object.entries(roles).map(([role, named]) => [role, fillerOf(claim, role, named)] as const)
  return {
    ...rest,
    span,
    quote: doc.text.slice(span.start, span.end),
    ...(when !== null && { when }),
    roles: { ...claim.roles, ...Object.fromEntries(filled) },
    rules: [...claim.rules, `mended by ${review.by}`],
  }
}

function fillerOf(claim: Claim, role: string, named: readonly { id: string; label: string }[]): Filler {
  const definition = definitionOf(claim.kind).roles[role]
  const list = named.map(({ id, label }) =>
    classOf(id) ? ({ is: 'entity', id, label } satisfies Named) : ({ is: 'words', label: id } as const),
  )
  return definition?.list ? { is: 'list', of: list } : list[0]!
}

export interface Word {
  claim: string
  is: Review['is']
  correction?: Correction
  because?: string
  /** The review that stood when the person decided; absent: none. */
  seen?: string
}

/** Somebody else's review of the same claim came first. */
export class Outrun extends ChanceryError {
  readonly other: KeptReview | undefined
  constructor(claim: string, other: KeptReview | undefined) {
    const what = other ? `${other.by} ${other.is} it` : 'the decision on it was taken back'
    super('conflict', claim, `the claim was decided meanwhile, ${what}: look at it and decide again`)
    this.other = other
  }
}

const turns = new WeakMap<Ledger, Promise<unknown>>()

/** One write of reviews after another, so that of two that saw the same state the second is told of the first. */
function inTurn<T>(ledger: Ledger, work: () => Promise<T>): Promise<T> {
  const before = turns.get(ledger) ?? Promise.resolve()
  const mine = before.then(work, work)
  turns.set(
    ledger,
    mine.catch(() => {}),
  )
  return mine
}

/**
 * Records what a person says of a claim; the first word on an article files it. Throws `conflict` (`Outrun`) where another word
 * stands than the one seen, `incorrect` for a correction that cannot be, `not-found` for a claim that is not in the article.
 */
export const review = (
  ledger: Ledger,
  checked: { doc: Document; claims: readonly Claim[] },
  word: Word,
  meta: Meta,
): Promise<KeptReview> =>
  inTurn(ledger, async () => {
    const { doc } = checked
    const stands = standing(await ledger.reviews(doc.id)).get(word.claim)
    if (stands && saysAgain(stands, word, meta.by)) return stands
    const before = requireSeen(stands, word)
    const current = checked.claims.find((claim) => claim.id === word.claim)
    const read = before?.read ?? current
    if (!read)
      throw new ChanceryError('not-found', word.claim, 'the article has no such claim as it is read now: load it anew')
    const correction = word.is === 'corrected' ? await merged(ledger, before, word, read, doc) : keptBy(word, before)
    if (!(await ledger.document(doc.id))) await fileDocument(ledger, doc, checked.claims, meta)
    const made: Review = {
      document: doc.id,
      claim: word.claim,
      is: word.is,
      read,
      by: meta.by,
      ...(correction && { correction }),
      ...(word.because && { because: word.because }),
      ...(before && { after: before.id }),
    }
    await ledger.add({ reviews: [made] }, { ...meta, ...(word.because && { note: word.because }) })
    await settleReport(ledger, doc, read, before, made, meta)
    return standing(await ledger.reviews(doc.id)).get(word.claim)!
  })

/** Who accepts a claim accepts it as it was mended. */
const keptBy = ({ is }: Word, before: KeptReview | undefined): Correction | undefined =>
  is === 'accepted' && before?.is !== 'rejected' ? before?.correction : undefined

/** What the article is on record to tell, in step with its reviews: nothing by a claim that was rejected. */
async function settleReport(
  ledger: Ledger,
  doc: Document,
  read: Claim,
  before: Review | undefined,
  now: Review | undefined,
  meta: Meta,
): Promise<void> {
  const told = (by: Review | undefined) => (by?.is === 'rejected' ? undefined : factOf(mended(read, by, doc), doc))
  const [old, fresh] = [told(before), told(now)]
  const id = old && factId(old)
  if (id && id !== (fresh && factId(fresh)) && (await ledger.fact(id)))
    await ledger.retract(id, { ...meta, note: `${now?.is ?? 'taken back'} in review` })
  if (fresh) await ledger.add({ sources: [sourceOfDocument(doc, meta.recordedAt.slice(0, 10))], facts: [fresh] }, meta)
}

function requireSeen(now: KeptReview | undefined, { claim, seen }: Pick<Word, 'claim' | 'seen'>) {
  if (now?.id !== seen) throw new Outrun(claim, now)
  return now
}

/** Whether a word was recorded already, and only its acknowledgement was lost on the way. */
const saysAgain = (now: KeptReview, word: Word, by: string): boolean =>
  now.after === word.seen && now.is === word.is && now.by === by && now.is !== 'corrected' && now.id !== word.seen

/** Names that are given in words, with whom they mean. */
async function withIds(
  ledger: Ledger,
  claim: Claim,
  given: NonNullable<Correction['roles']>,
  day?: string,
): Promise<Correction['roles']> {
  const out: NonNullable<Correction['roles']> = {}
  for (const [role, named] of Object.entries(given)) {
    const holds = definitionOf(claim.kind).roles[role]?.holds ?? 'label'
    const ids = named.map(async ({ id, label }) => ({ id: await idOf(ledger, id, holds, role, day), label }))
    out[role] = await Promise.all(ids)
  }
  return out
}

/** A correction on top of the one that stands, checked. */
async function merged(
  ledger: Ledger,
  before: KeptReview | undefined,
  word: Word,
  read: Claim,
  doc: Document,
): Promise<Correction> {
  const { roles: named, ...rest } = word.correction ?? {}
  const given: Correction = { ...rest, ...(named && { roles: await withIds(ledger, read, named, doc.date) }) }
  if (!Object.keys(given).length)
    throw new ChanceryError('incorrect', 'correction', 'nothing is corrected: give a span, a time or a name')
  const earlier = before?.is === 'corrected' ? before.correction : undefined
  const whole = Correction.parse({
    ...earlier,
    ...given,
    ...(given.roles && { roles: { ...earlier?.roles, ...given.roles } }),
  })
  const { span, roles } = whole
  if (span && (span.start >= span.end || span.end > doc.text.length))
    throw new ChanceryError('incorrect', 'span', `no words of the text from ${span.start} to ${span.end}: mark some`)
  if (roles)
    checkRoles(
      { kind: read.kind, roles: Object.fromEntries(Object.entries(roles).map(([r, v]) => [r, v.map((x) => x.id)])) },
      'roles',
      true,
    )
  return whole
}

/**
 * Takes back the review that stands on a claim: the one before it stands again. Both stay in the history. Throws `conflict` where
 * another stands than the one seen, `not-found` where none does.
 */
export const undo = (
  ledger: Ledger,
  doc: string,
  asked: Pick<Word, 'claim' | 'seen'>,
  meta: Meta,
): Promise<KeptReview | undefined> =>
  inTurn(ledger, async () => {
    const now = requireSeen(standing(await ledger.reviews(doc)).get(asked.claim), asked)
    if (!now) throw new ChanceryError('not-found', asked.claim, 'there is no decision on it to take back')
    await ledger.retract(now.id, { ...meta, note: 'taken back' })
    const before = standing(await ledger.reviews(doc)).get(asked.claim)
    const filed = await ledger.document(doc)
    if (filed) await settleReport(ledger, filed, now.read, now, before, meta)
    return before
  })
