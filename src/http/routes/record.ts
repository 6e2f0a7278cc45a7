import { createRoute, z } from '@hono/zod-openapi'
import { documentRecord, factRecord } from '../../run/record.ts'
import { labels } from '../../show/en/label.ts'
import { toldView } from '../../show/views/told.ts'
import { Paged, partOf } from '../cursor.ts'
import type { Routes } from '../routes.ts'
import { answers, Id, view } from '../schemas.ts'
import { checkerFor } from '../services.ts'

const one = z.object({ id: Id })
const factRoute = createRoute({
  method: 'get',
  path: '/api/fact/{id}',
  summary: 'A fact with its source, its words and every decision on it',
  request: { params: one },
  responses: answers('The fact', view('FactRecord')),
})
const documentRoute = createRoute({
  method: 'get',
  path: '/api/document/{id}',
  summary: 'A filed article with its text, and every decision on its claims',
  request: { params: one },
  responses: answers('The article', view('DocumentRecord')),
})
const documentsRoute = createRoute({
  method: 'get',
  path: '/api/documents',
  summary: 'The filed articles, without their text, in parts',
  request: { query: z.object({ limit: Paged.limit.default(200), cursor: Paged.cursor }) },
  responses: answers('Articles, the latest first', view('Documents')),
})

/** Digits turned round, so that a later day sorts before an earlier one; no day at all is last. */
const latestFirst = (day: string): string => (day ? day.replace(/\d/g, (d) => String(9 - Number(d))) : '~')

export const record: Routes = (api, { ledger }) => {
  api.openapi(factRoute, async (c) => {
    const { fact, source, history } = await factRecord(ledger, c.req.valid('param').id)
    const { labels: names } = await checkerFor(ledger)
    return c.json({ told: toldView(fact, labels(names), source), kind: fact.kind, roles: fact.roles, history })
  })
  api.openapi(documentRoute, async (c) => {
    const { doc, history, reviews } = await documentRecord(ledger, c.req.valid('param').id)
    const told = reviews.map(({ review, history: acts }) => ({
      ...{ id: review.id, claim: review.claim, is: review.is, by: review.by, quote: review.read.quote },
      ...(review.because && { because: review.because }),
      history: acts,
    }))
    return c.json({ document: doc, history, reviews: told })
  })
  api.openapi(documentsRoute, async (c) => {
    const documents = (await ledger.documents()).map(({ text: _, captured: __, ...about }) => about)
    // The latest first, as keys that rise: what a cursor can stand between.
    const keyed = documents.map((doc) => ({ doc, key: `${latestFirst(doc.date ?? '')} ${doc.id}` }))
    keyed.sort((a, b) => (a.key < b.key ? -1 : 1))
    const { items, ...more } = partOf('documents', keyed, ({ key }) => key, c.req.valid('query'))
    return c.json({ documents: items.map(({ doc }) => doc), ...more })
  })
}
