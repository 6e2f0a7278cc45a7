import type { Ledger, Meta } from '../keep/port.ts'
import { factId } from '../keep/record.ts'
import type { Claim, Document } from '../model/claim.ts'
import { ChanceryError } from '../model/error.ts'
import { definitionOf } from '../model/kinds/index.ts'
import { Correction, type KeptReview, type Review } from '../model/review.ts'
import { checkRoles } from './add-roles.ts'
import { factOf, fileDocument, sourceOfDocument } from './file.ts'
import { idOf } from './found.ts'
import { mended, standing } from './settle.ts'

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

/** One write of decisions after another, so that of two that saw the same state the second is told of the first. */
export function inTurn<T>(ledger: Ledger, work: () => Promise<T>): Promise<T> {
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
