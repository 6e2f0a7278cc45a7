import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { Correction } from '../../model/review.ts'
import { Outrun, review as record, undo } from '../../run/review.ts'
import { type Carried, signer } from '../access.ts'
import { checkNow, documentIn, viewOf } from '../articles.ts'
import { ConflictError } from '../problem.ts'
import type { Routes } from '../routes.ts'
import { Article, answers, By, body, Id, view } from '../schemas.ts'
import { checkerFor, written } from '../services.ts'

const Seen = z.object({ article: Article, claim: Id, seen: Id.optional(), by: By })
const Decision = Seen.extend({
  is: z.enum(['accepted', 'corrected', 'rejected']),
  correction: Correction.optional(),
  because: z.string().max(2000).optional(),
})
const answer = answers('The article as it stands now', view('ReadView'))

const decideRoute = createRoute({
  method: 'post',
  path: '/api/review',
  summary: 'Accept, mend or reject a claim as read; the first word on an article files it',
  request: body(Decision),
  responses: answer,
})

const undoRoute = createRoute({
  method: 'post',
  path: '/api/review/undo',
  summary: 'Take back the decision that stands on a claim; the one before it stands again',
  request: body(Seen),
  responses: answer,
})

export const review: Routes = (api, services) => {
  const meta = (c: Context<Carried>, by: string | undefined) => ({
    recordedAt: services.now(),
    by: signer(c, by, services),
  })
  api.openapi(decideRoute, async (c) => {
    const { article, by, ...word } = c.req.valid('json')
    const doc = documentIn(article)
    const { claims } = (await checkerFor(services.ledger)).read(doc)
    await told(() => written(services, () => record(services.ledger, { doc, claims }, word, meta(c, by))))
    return c.json(viewOf(await checkNow(services, doc)))
  })
  api.openapi(undoRoute, async (c) => {
    const { article, by, claim, seen } = c.req.valid('json')
    const doc = documentIn(article)
    await told(() =>
      written(services, () => undo(services.ledger, doc.id, { claim, ...(seen && { seen }) }, meta(c, by))),
    )
    return c.json(viewOf(await checkNow(services, doc)))
  })
}

/** Runs a write; where another came first, says what the other did. */
async function told(write: () => Promise<unknown>): Promise<void> {
  try {
    await write()
  } catch (error) {
    if (!(error instanceof Outrun)) throw error
    const { other } = error
    const review = other && { id: other.id, is: other.is, by: other.by, correction: other.correction }
    throw new ConflictError(error.at, error.message, { other: review ?? null })
  }
}
