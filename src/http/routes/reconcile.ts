import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { ChanceryError } from '../../model/error.ts'
import { entitiesFor } from '../entities.ts'
import { isOwnOrigin } from '../guard.ts'
import { manifestAt, previewOf, queriesIn, reconciled, suggested } from '../reconciling.ts'
import type { Routes } from '../routes.ts'
import { answers, Id, view } from '../schemas.ts'

const LONGEST = 512 * 1024

const manifestRoute = createRoute({
  method: 'get',
  path: '/reconcile',
  summary: 'The reconciliation service (OpenRefine, API 0.2): what it is, or with queries their candidates',
  request: { query: z.object({ queries: z.string().max(LONGEST).optional() }) },
  responses: answers('The manifest, or candidates by query', view('Reconciled')),
})
const batchRoute = createRoute({
  method: 'post',
  path: '/reconcile',
  summary: 'Whom names of states, offices and persons mean: a batch of queries',
  request: {
    body: {
      required: true,
      content: { 'application/x-www-form-urlencoded': { schema: z.object({ queries: z.string().max(LONGEST) }) } },
    },
  },
  responses: answers('Candidates by query, likeliest first', view('Reconciled')),
})
const suggestRoute = createRoute({
  method: 'get',
  path: '/reconcile/suggest/{of}',
  summary: 'Entities, types or properties by the first letters of a name',
  request: {
    params: z.object({ of: z.enum(['entity', 'type', 'property']) }),
    query: z.object({ prefix: z.string().max(300).default('') }),
  },
  responses: answers('What may be meant', view('Suggested')),
})
const previewRoute = createRoute({
  method: 'get',
  path: '/reconcile/preview',
  summary: 'An entity as a small page, to be shown in a frame',
  request: { query: z.object({ id: Id }) },
  responses: { 200: { description: 'A page', content: { 'text/html': { schema: z.string() } } } },
})

/** A frame of a program on this machine may show it. */
const FRAMES = ["'self'", ...['127.0.0.1', 'localhost'].map((host) => `http://${host}:*`)].join(' ')
const FRAMED = `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors ${FRAMES}`

/** A page that a program on this machine shows may read the answer. */
function opened(c: Context): void {
  c.header('vary', 'origin')
  const origin = c.req.header('origin')
  if (isOwnOrigin(origin)) c.header('access-control-allow-origin', origin!)
}

export const reconcile: Routes = (api, { ledger }) => {
  api.openapi(manifestRoute, async (c) => {
    opened(c)
    const { queries } = c.req.valid('query')
    if (queries === undefined) return c.json(manifestAt(new URL(c.req.url).origin))
    return c.json(reconciled(await entitiesFor(ledger), queriesIn(queries)))
  })
  api.openapi(batchRoute, async (c) => {
    opened(c)
    return c.json(reconciled(await entitiesFor(ledger), queriesIn(c.req.valid('form').queries)))
  })
  api.openapi(suggestRoute, async (c) => {
    opened(c)
    const { prefix } = c.req.valid('query')
    return c.json({ result: suggested(await entitiesFor(ledger), c.req.valid('param').of, prefix) })
  })
  api.openapi(previewRoute, async (c) => {
    const { id } = c.req.valid('query')
    const entity = (await entitiesFor(ledger)).get(id)
    if (!entity) throw new ChanceryError('not-found', id, `nobody here is known as ${id}`)
    return c.html(previewOf(entity), 200, { 'content-security-policy': FRAMED })
  })
}
