import { createRoute } from '@hono/zod-openapi'
import { factOf, fileDocument } from '../../run/file.ts'
import { toRow } from '../../run/read.ts'
import { signer } from '../access.ts'
import { documentIn } from '../articles.ts'
import type { Routes } from '../routes.ts'
import { Article, answers, By, body, view } from '../schemas.ts'
import { checkerFor } from '../services.ts'

const readRoute = createRoute({
  method: 'post',
  path: '/api/read',
  summary: 'Read an article into dated, attributed claims with exact spans: nothing is checked or kept',
  request: body(Article),
  responses: answers('Its claims, in order of the text, and what was not read', view('Reading')),
})
const keepRoute = createRoute({
  method: 'post',
  path: '/api/keep',
  summary: 'File an article and what it tells, as reports: they decide nothing until a person accepts them',
  request: body(Article.extend({ by: By }).openapi('ArticleToKeep')),
  responses: answers('The ids of what it tells, and how much was new', view('Kept')),
})

export const read: Routes = (api, services) => {
  const { ledger } = services
  api.openapi(readRoute, async (c) => {
    const doc = documentIn(c.req.valid('json'))
    const { claims, unread } = (await checkerFor(ledger)).read(doc)
    return c.json({ document: doc.id, rows: claims.map((claim) => toRow(claim)), unread })
  })
  api.openapi(keepRoute, async (c) => {
    const { by, ...article } = c.req.valid('json')
    const doc = documentIn(article)
    const { claims } = (await checkerFor(ledger)).read(doc)
    const meta = { recordedAt: services.now(), by: signer(c, by, services) }
    const { added, unchanged, facts, recordedAt } = await fileDocument(ledger, doc, claims, meta)
    const silent = claims.filter((claim) => !factOf(claim, doc)).length
    return c.json({ document: doc.id, facts, added, unchanged, claims: claims.length, silent, recordedAt })
  })
}
