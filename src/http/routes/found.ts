import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { When } from '../../model/fact.ts'
import type { Kind } from '../../model/kinds/index.ts'
import { changedSince } from '../../run/changes.ts'
import { addFound, addWhole, suggest } from '../../run/found.ts'
import { type Carried, signer } from '../access.ts'
import type { Routes } from '../routes.ts'
import { answers, By, body, Day, Id, KindName, view } from '../schemas.ts'
import { forget, written } from '../services.ts'

const words = z.string().max(300)
const Found = z.object({
  kind: KindName,
  roles: z.record(z.string(), z.array(words)),
  when: When,
  url: z.string().max(2000),
  quote: z.string().trim().min(1, { error: 'the words that say it are missing: copy them from the source' }).max(5000),
  by: By,
})
const Whole = z.object({
  kind: KindName,
  roles: z.record(z.string(), z.union([words, z.array(words).min(1)])),
  from: Day,
  to: Day,
  authority: z.string().trim().min(1, { error: 'nobody says so: name the authority' }).max(300),
  note: z.string().max(2000).optional(),
  by: By,
})
const Added = z.object({ id: z.string().optional(), added: z.boolean(), recordedAt: z.string() })

const foundRoute = createRoute({
  method: 'post',
  path: '/api/found',
  summary: 'Add a fact that somebody found, with its source and its words',
  request: body(Found),
  responses: answers('The fact, and whether it is new', Added),
})
const wholeRoute = createRoute({
  method: 'post',
  path: '/api/whole',
  summary: 'Add what an authority confirms to be all there is',
  request: body(Whole),
  responses: answers('Whether it is new', Added),
})
const changesRoute = createRoute({
  method: 'get',
  path: '/api/changes',
  summary: 'The verdicts on filed articles that what was recorded after an instant changed',
  request: {
    query: z.object({
      besides: Id.optional(),
      since: z
        .string()
        .max(40)
        .regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    }),
  },
  responses: answers('Changed verdicts', view('Changes')),
})
const namesRoute = createRoute({
  method: 'get',
  path: '/api/names',
  summary: 'Whom a name may mean in a role',
  request: {
    query: z.object({
      q: z.string().min(1).max(120),
      holds: z.enum(['state', 'person', 'party', 'body', 'place', 'people', 'roll', 'label', 'closed']),
      on: Day.optional(),
    }),
  },
  responses: answers('Names, the likeliest first', view('Names')),
})

/** Kinds that every reading joins, and that are loaded once. */
const JOINED: ReadonlySet<Kind> = new Set<Kind>(['office', 'occupancy', 'statehood'])

/** The instant before one, to which what was known until then is asked. */
const before = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString()

export const found: Routes = (api, services) => {
  const { ledger } = services
  const meta = (c: Context<Carried>, by: string | undefined) => ({
    recordedAt: services.now(),
    by: signer(c, by, services),
  })
  api.openapi(foundRoute, async (c) => {
    const { by, ...filled } = c.req.valid('json')
    const { added, facts, recordedAt } = await written(services, () => addFound(ledger, filled, meta(c, by)))
    if (JOINED.has(filled.kind)) forget(ledger)
    return c.json({ id: facts[0], added: added > 0, recordedAt })
  })
  api.openapi(wholeRoute, async (c) => {
    const { by, authority, ...whole } = c.req.valid('json')
    const { recordedAt } = await written(services, () => addWhole(ledger, whole, authority, meta(c, by)))
    if (JOINED.has(whole.kind)) forget(ledger)
    return c.json({ added: true, recordedAt })
  })
  api.openapi(changesRoute, async (c) => {
    const { since, besides } = c.req.valid('query')
    const changes = await changedSince(ledger, before(since), services.today(), besides)
    return c.json({ changes })
  })
  api.openapi(namesRoute, async (c) => {
    const { q, holds, on } = c.req.valid('query')
    return c.json({ names: await suggest(ledger, q, holds, on) })
  })
}
