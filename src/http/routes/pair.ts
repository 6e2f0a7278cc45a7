import { createRoute, z } from '@hono/zod-openapi'
import { jointRolls, pairOf, stateCalled } from '../../run/pair.ts'
import { labels } from '../../show/en/label.ts'
import type { Routes } from '../routes.ts'
import { answers, Day, view } from '../schemas.ts'
import { checkerFor } from '../services.ts'

const Pair = z.object({ a: z.string().max(200), b: z.string().max(200) })

const one = createRoute({
  method: 'get',
  path: '/api/pair/{a}/{b}',
  summary: 'What the ledger holds of a pair of states, and how they voted',
  request: {
    params: Pair,
    query: z.object({
      today: Day.optional(),
      knownOn: z.string().max(40).optional(),
      with: z.string().max(100).optional(),
    }),
  },
  responses: answers('What the ledger holds of a pair of states', view('Pair')),
})

const rolls = createRoute({
  method: 'get',
  path: '/api/pair/{a}/{b}/rolls',
  summary: 'The roll calls of a year in which both took part',
  request: {
    params: Pair,
    query: z.object({
      year: z.string().regex(/^\d{4}$/, { error: 'a year of four digits' }),
      knownOn: z.string().max(40).optional(),
    }),
  },
  responses: answers('Roll calls, the latest first', view('JointRolls')),
})

export const pair: Routes = (api, services) => {
  const { ledger } = services
  api.openapi(one, async (c) => {
    const { a, b } = c.req.valid('param')
    const { today = services.today(), knownOn, with: group } = c.req.valid('query')
    const { labels: names } = await checkerFor(ledger)
    const asked = {
      today,
      label: labels(names),
      ids: names.keys(),
      ...(knownOn && { knownOn }),
      ...(group && { with: group }),
    }
    return c.json(await pairOf(ledger, stateCalled(a), stateCalled(b), asked))
  })
  api.openapi(rolls, async (c) => {
    const { a, b } = c.req.valid('param')
    const { year, knownOn } = c.req.valid('query')
    const label = labels((await checkerFor(ledger)).labels)
    const window = { from: `${year}-01-01`, to: `${year}-12-31` }
    const found = await jointRolls(ledger, stateCalled(a), stateCalled(b), { window, ...(knownOn && { knownOn }) })
    return c.json(found.map((roll) => ({ ...roll, label: label(roll.roll) })))
  })
}
