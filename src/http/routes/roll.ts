import { createRoute, z } from '@hono/zod-openapi'
import { findRolls, rollOf } from '../../run/roll.ts'
import { labels } from '../../show/en/label.ts'
import { cursorOf, numberOf, Paged } from '../cursor.ts'
import type { Routes } from '../routes.ts'
import { answers, Day, Id, view } from '../schemas.ts'
import { checkerFor } from '../services.ts'

const knownOn = z.string().max(40).optional()
const searchRoute = createRoute({
  method: 'get',
  path: '/api/rolls',
  summary: 'Roll calls by number, words or day',
  request: { query: z.object({ q: z.string().max(400), knownOn, cursor: Paged.cursor }) },
  responses: answers('Roll calls, an exact number first, then the latest', view('RollCalls')),
})
const rollRoute = createRoute({
  method: 'get',
  path: '/api/roll/{id}',
  summary: 'A roll call with everybody who had a vote, joined with a second set if asked',
  request: {
    params: z.object({ id: Id }),
    query: z.object({
      with: z.string().max(200).optional(),
      seats: z.enum(['now', 'then']).optional(),
      on: Day.optional(),
      today: Day.optional(),
      knownOn,
    }),
  },
  responses: answers('The roll call', view('RollCall')),
})

/** `A-RES-181(II)` of an address is `roll:A-RES-181(II)`. */
const rollId = (text: string): string => (text.startsWith('roll:') ? text : `roll:${text}`)

export const roll: Routes = (api, services) => {
  const { ledger } = services
  api.openapi(searchRoute, async (c) => {
    const { q, knownOn, cursor } = c.req.valid('query')
    const passed = numberOf('rolls', cursor) ?? 0
    const found = await findRolls(ledger, q, knownOn, passed)
    return c.json({ ...found, ...(found.more > 0 && { next: cursorOf('rolls', String(passed + found.rolls.length)) }) })
  })
  api.openapi(rollRoute, async (c) => {
    const { today = services.today(), with: join, seats, on, knownOn } = c.req.valid('query')
    const name = labels((await checkerFor(ledger)).labels)
    const asked = {
      ...(join && { with: join }),
      ...(seats && { seats }),
      ...(on && { on }),
      ...(knownOn && { knownOn }),
    }
    return c.json(await rollOf(ledger, rollId(c.req.valid('param').id), { today, name, ...asked }))
  })
}
