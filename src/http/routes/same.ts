import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { Forestalled, judgePair, unjudgePair } from '../../run/same-event.ts'
import { settledClaims } from '../../run/settle.ts'
import { type Carried, signer } from '../access.ts'
import { checkNow, documentIn, viewOf } from '../articles.ts'
import { ConflictError } from '../problem.ts'
import type { Routes } from '../routes.ts'
import { Article, answers, By, body, Id, view } from '../schemas.ts'
import { checkerFor, written } from '../services.ts'

const Word = z.object({
  article: Article,
  pair: z.tuple([Id, Id]),
  is: z.enum(['same', 'not-same', 'unsure']),
  because: z.string().trim().min(1).max(2000).optional(),
  seen: Id.optional(),
  by: By,
})
const Taken = z.object({ article: Article, seen: Id, by: By })
const answer = answers(
  'The article as it stands now, and the instant',
  z.object({ view: view('ReadView'), at: z.string() }),
)

const wordRoute = createRoute({
  method: 'post',
  path: '/api/same',
  summary: 'Say whether two tellings are one event; the first word on what an article tells files it',
  request: body(Word),
  responses: answer,
})
const undoRoute = createRoute({
  method: 'post',
  path: '/api/same/undo',
  summary: 'Take back a word on two tellings: they stand as before it was said',
  request: body(Taken),
  responses: answer,
})

export const same: Routes = (api, services) => {
  const { ledger } = services
  const meta = (c: Context<Carried>, by: string | undefined) => ({
    recordedAt: services.now(),
    by: signer(c, by, services),
  })
  api.openapi(wordRoute, async (c) => {
    const { article, by, pair, ...word } = c.req.valid('json')
    const doc = documentIn(article)
    const claims = await settledClaims(ledger, doc, (await checkerFor(ledger)).read(doc).claims)
    const signed = meta(c, by)
    await told(() => written(services, () => judgePair(ledger, { doc, claims }, { pair, ...word }, signed)))
    return c.json({ view: viewOf(await checkNow(services, doc)), at: signed.recordedAt })
  })
  api.openapi(undoRoute, async (c) => {
    const { article, by, seen } = c.req.valid('json')
    const signed = meta(c, by)
    await told(() => written(services, () => unjudgePair(ledger, seen, signed)))
    return c.json({ view: viewOf(await checkNow(services, documentIn(article))), at: signed.recordedAt })
  })
}

/** Runs a write; where another came first, says what the other said. */
async function told(write: () => Promise<unknown>): Promise<void> {
  try {
    await write()
  } catch (error) {
    if (!(error instanceof Forestalled)) throw error
    const { other } = error
    const word = other && other.is !== 'lacks' ? { id: other.id, is: other.is, by: other.by } : null
    throw new ConflictError(error.at, error.message, { other: word })
  }
}
