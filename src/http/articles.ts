import type { z } from '@hono/zod-openapi'
import type { Document } from '../model/claim.ts'
import { documentOf } from '../run/document.ts'
import { type PairsOfArticle, pairsOfArticle } from '../run/same-event.ts'
import { type CheckedReviewed, checkReviewed } from '../run/settle.ts'
import { labels } from '../show/en/label.ts'
import { type ReadView, readView } from '../show/views/read.ts'
import type { Article } from './schemas.ts'
import { checkerFor, type Services } from './services.ts'

/** The document that a request gives: its text exactly, with what is known of it. */
export const documentIn = ({ text, ...about }: z.infer<typeof Article>): Document => documentOf(text, about)

/** A document checked on what the ledger holds now, with what persons said of its claims. */
export async function checkNow(
  services: Services,
  doc: Document,
): Promise<CheckedReviewed & { pairs: PairsOfArticle }> {
  const checker = await checkerFor(services.ledger)
  const checked = await checkReviewed(services.ledger, checker, doc, { today: services.today() })
  return { ...checked, pairs: await pairsOfArticle(services.ledger, doc, checked.claims) }
}

export function viewOf(checked: CheckedReviewed & { pairs?: PairsOfArticle }): ReadView {
  return readView({ ...checked, label: labels(checked.labels) })
}
