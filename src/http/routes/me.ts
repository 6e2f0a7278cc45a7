import { createRoute, z } from '@hono/zod-openapi'
import { getCookie } from 'hono/cookie'
import { SCOPES } from '../../keep/access.ts'
import { COOKIE } from '../login.ts'
import type { Routes } from '../routes.ts'
import { answers } from '../schemas.ts'

const Me = z.object({
  /** Whose the token is; absent: none is needed here. */
  name: z.string().optional(),
  scope: z.enum(SCOPES),
  expires: z.string().optional(),
  /** Whether a browser holds the token, and can let it go by `POST /logout`. */
  page: z.boolean(),
})

const route = createRoute({
  method: 'get',
  path: '/api/me',
  summary: 'Who asks, and what is allowed',
  responses: answers('The name and scope of the token; on this machine, where none is needed, all', Me),
})

export const me: Routes = (api) => {
  api.openapi(route, (c) => {
    const bearer = c.get('bearer')
    if (!bearer) return c.json({ scope: 'admin' as const, page: false })
    const page = c.req.header('authorization') === undefined && getCookie(c, COOKIE) !== undefined
    const { name, scope, expires } = bearer
    return c.json({ name, scope, expires, page })
  })
}
