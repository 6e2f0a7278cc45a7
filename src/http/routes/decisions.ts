import { createRoute, z } from '@hono/zod-openapi'
import { reconcile } from '../../run/reconcile.ts'
import { signer } from '../access.ts'
import { cursorOf, numberOf, Paged } from '../cursor.ts'
import type { Routes } from '../routes.ts'
import { answers, By, body, view } from '../schemas.ts'
import { forget, written } from '../services.ts'

const logRoute = createRoute({
  method: 'get',
  path: '/api/decisions',
  summary: 'What was done to the ledger and by whom, the latest first, each entry with its link in the chain',
  request: { query: z.object(Paged) },
  responses: answers('Entries, in parts', view('Log')),
})
const decideRoute = createRoute({
  method: 'post',
  path: '/api/decisions',
  summary: 'Accept a reported fact as evidence, or reject a fact: it is hidden, and kept',
  request: body(
    z.object({
      id: z
        .string()
        .max(300)
        .regex(/^fact:\S+$/, { error: 'no fact: give an id such as fact:…' }),
      is: z.enum(['accept', 'reject']),
      because: z.string().trim().min(1).max(2000).optional(),
      by: By,
    }),
  ),
  responses: answers('What is on record of the fact now', view('Decided')),
})

export const decisions: Routes = (api, services) => {
  const { ledger } = services
  api.openapi(logRoute, async (c) => {
    const { limit, cursor } = c.req.valid('query')
    const before = numberOf('decisions', cursor)
    const entries = await ledger.log({ most: limit, ...(before !== undefined && { before }) })
    const last = entries.at(-1)
    return c.json({ entries, ...(last && last.n > 1 && { next: cursorOf('decisions', String(last.n)) }) })
  })
  api.openapi(decideRoute, async (c) => {
    const { id, is, because, by } = c.req.valid('json')
    const meta = { recordedAt: services.now(), by: signer(c, by, services) }
    await written(services, async () => {
      await ledger.decide(id, is, { ...meta, ...(because && { note: because }) })
      await reconcile(ledger, meta.recordedAt)
    })
    forget(ledger)
    return c.json({ id, history: await ledger.history(id) })
  })
}
