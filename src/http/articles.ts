import type { z } from '@hono/zod-openapi'
import type { Document } from '../model/claim.ts'
import { documentOf } from '../run/document.ts'
import { type CheckedReviewed, checkReviewed } from '../run/settle.ts'
import { labels } from '../show/en/label.ts'
import { type ReadView, readView } from '../show/views/read.ts'
import type { Article } from './schemas.ts'
import { checkerFor, type Services } from './services.ts'

/** The document that a request gives: its text exactly, with what is known of it. */
export const documentIn = ({ text, ...about }: z.infer<typeof Article>): Document => documentOf(text, about)

/** A document checked on what the ledger holds now, with what persons said of its claims. */
export async function checkNow(services: Services, doc: Document): Promise<CheckedReviewed> {
  const checker = await checkerFor(services.ledger)
  return checkReviewed(services.ledger, checker, doc, { today: services.today() })
}

export function viewOf(checked: CheckedReviewed): ReadView {
  return readView({ ...checked, label: labels(checked.labels) })
}
