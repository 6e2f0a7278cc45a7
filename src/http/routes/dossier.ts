import { createRoute, z } from '@hono/zod-openapi'
import { ChanceryError } from '../../model/error.ts'
import { dossierOf } from '../../run/dossier.ts'
import { stateCalled } from '../../run/pair.ts'
import { labels } from '../../show/en/label.ts'
import { showDossier } from '../../show/json.ts'
import type { Routes } from '../routes.ts'
import { answers, view } from '../schemas.ts'
import { checkerFor } from '../services.ts'

const State = z.string().min(1).max(200)
const route = createRoute({
  method: 'get',
  path: '/api/dossier/{a}/{b}',
  summary: 'All that the ledger holds of two states, each fact with its source, and what no source here covers',
  request: {
    params: z.object({ a: State, b: State }),
    query: z.object({ knownOn: z.string().max(40).optional() }),
  },
  responses: answers('The dossier', view('Dossier')),
})

export const dossier: Routes = (api, { ledger }) => {
  api.openapi(route, async (c) => {
    const [a, b] = [stateCalled(c.req.valid('param').a), stateCalled(c.req.valid('param').b)]
    if (a === b) throw new ChanceryError('incorrect', 'b', 'both are the same state: name two')
    const label = labels((await checkerFor(ledger)).labels)
    return c.json(showDossier(await dossierOf(ledger, a, b, c.req.valid('query').knownOn), label))
  })
}
