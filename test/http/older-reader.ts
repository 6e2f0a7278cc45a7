import type { Ledger } from '../../src/keep/port.ts'
import type { Claim } from '../../src/model/claim.ts'
import type { Review } from '../../src/model/review.ts'
import { checkerOf } from '../../src/run/check.ts'
import { documentOf } from '../../src/run/document.ts'
import { fileDocument } from '../../src/run/file.ts'
import { on } from '../keep/stores.ts'

export const ARTICLE = {
  text: 'John Kerry visited Cuba on 5 September 2014. The garden was green. Barack Obama visited Cuba in March 2016.',
  date: '2016-03-30',
}

/** Files the article as an earlier reader read it, with what ana settled then: other ids, and what `otherwise` makes of the claims. */
export async function settledBefore(
  ledger: Ledger,
  otherwise: (claim: Claim) => Partial<Claim>,
  is: Review['is'] = 'accepted',
): Promise<void> {
  const doc = documentOf(ARTICLE.text, { date: ARTICLE.date })
  const { claims } = (await checkerOf(ledger)).read(doc)
  const older = claims.map((claim, i): Claim => ({ ...claim, id: `claim:older-${i}`, ...otherwise(claim) }))
  await fileDocument(ledger, doc, older, on('2016-04-01', 'ana'))
  const reviews = older.map((read): Review => ({ document: doc.id, claim: read.id, is, read, by: 'ana' }))
  await ledger.add({ reviews }, on('2016-04-01', 'ana'))
}
