import { createRoute } from '@hono/zod-openapi'
import { checkNow, documentIn, viewOf } from '../articles.ts'
import type { Routes } from '../routes.ts'
import { Article, answers, body, view } from '../schemas.ts'

const route = createRoute({
  method: 'post',
  path: '/api/check',
  summary: 'Check the claims of an article: nothing is kept of it',
  request: body(Article),
  responses: answers('The article with its claims and their verdicts, worst first', view('ReadView')),
})

export const check: Routes = (api, services) => {
  api.openapi(route, async (c) => c.json(viewOf(await checkNow(services, documentIn(c.req.valid('json'))))))
}
