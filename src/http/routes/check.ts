import { createRoute, z } from '@hono/zod-openapi'
import { isDay } from '../../model/when.ts'
import { documentOf } from '../../run/document.ts'
import { labels } from '../../show/en/label.ts'
import { showArticle } from '../../show/json.ts'
import type { Routes } from '../routes.ts'
import { checkerFor } from '../services.ts'

const Day = z.string().refine(isDay, { error: 'not a day: write YYYY-MM-DD' })

const Article = z.object({
  text: z
    .string()
    .min(1)
    .max(2 * 1024 * 1024),
  title: z.string().optional(),
  date: Day.optional(),
  outlet: z.string().optional(),
  source: z.string().optional(),
})

const route = createRoute({
  method: 'post',
  path: '/api/check',
  request: { body: { content: { 'application/json': { schema: Article } }, required: true } },
  responses: {
    200: { description: 'The verdicts, worst first', content: { 'application/json': { schema: z.any() } } },
  },
})

export const check: Routes = (api, services) => {
  api.openapi(route, async (c) => {
    const { text, ...about } = c.req.valid('json')
    const checker = await checkerFor(services.ledger)
    const checked = await checker.check(documentOf(text, about), { today: services.today() })
    return c.json(showArticle(checked, labels(checked.labels)))
  })
}
