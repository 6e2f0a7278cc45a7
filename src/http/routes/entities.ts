import { createRoute, z } from '@hono/zod-openapi'
import { ChanceryError } from '../../model/error.ts'
import { Paged, partOf } from '../cursor.ts'
import { entitiesFor } from '../entities.ts'
import type { Routes } from '../routes.ts'
import { answers, Day, Id, view } from '../schemas.ts'

const Class = z.enum(['state', 'seat', 'office', 'person', 'body', 'place', 'people', 'group', 'roll'])
const listRoute = createRoute({
  method: 'get',
  path: '/api/entities',
  summary: 'Whom and what the ledger and the atlas know; with q, whom a name may mean, likeliest first',
  request: {
    query: z.object({
      q: z.string().trim().min(1).max(300).optional(),
      class: Class.optional(),
      on: Day.optional(),
      ...Paged,
    }),
  },
  responses: answers('Entities, in order of id', view('Entities')),
})
const oneRoute = createRoute({
  method: 'get',
  path: '/api/entity/{id}',
  summary: 'An entity: its names, and of a state its codes, its time and what it succeeded',
  request: { params: z.object({ id: Id }) },
  responses: answers('The entity', view('EntityMore')),
})

export const entities: Routes = (api, { ledger }) => {
  api.openapi(listRoute, async (c) => {
    const { q, class: kind, on, limit, cursor } = c.req.valid('query')
    const known = await entitiesFor(ledger)
    if (q !== undefined) {
      const sought = { ...(kind && { classes: [kind] }), ...(on && { on }), most: limit }
      return c.json({ entities: known.search(q, sought) })
    }
    const all = kind ? known.all.filter((e) => e.class === kind) : known.all
    const { items, ...more } = partOf('entities', all, (e) => e.id, { limit, cursor })
    return c.json({ entities: items, ...more })
  })
  api.openapi(oneRoute, async (c) => {
    const { id } = c.req.valid('param')
    const entity = (await entitiesFor(ledger)).get(id)
    if (!entity) throw new ChanceryError('not-found', id, `nobody here is known as ${id}: see /api/entities?q=`)
    return c.json(entity)
  })
}
