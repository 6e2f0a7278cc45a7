import { createRoute, z } from '@hono/zod-openapi'
import { labels } from '../../show/en/label.ts'
import { claimReviews } from '../../show/files/claim-review.ts'
import { readHtml } from '../../show/files/read-html.ts'
import { readMarkdown } from '../../show/files/read-markdown.ts'
import { harmless } from '../../show/harmless.ts'
import { checkNow, documentIn, viewOf } from '../articles.ts'
import type { Routes } from '../routes.ts'
import { Article, answers, By, body } from '../schemas.ts'

const Wanted = z.object({ article: Article, as: z.enum(['claimreview', 'markdown', 'html']), by: By })

const route = createRoute({
  method: 'post',
  path: '/api/export',
  summary: 'The review of an article as a file: schema.org ClaimReview, or a report',
  request: body(Wanted),
  responses: answers('A file', z.object({ name: z.string(), type: z.string(), content: z.string() })),
})

export const exports: Routes = (api, services) => {
  api.openapi(route, async (c) => {
    const { article, as, by } = c.req.valid('json')
    const checked = await checkNow(services, documentIn(article))
    const kept = { ...checked, claims: checked.claims.filter(({ review }) => review?.is !== 'rejected') }
    const name = `check-${checked.doc.id.slice(4, 12)}`
    if (as === 'claimreview') {
      const input = { ...kept, today: checked.times.today, ...(by && { author: by }) }
      const source = (id: string) => checked.sources.get(id)?.title ?? id
      const reviews = claimReviews(input, labels(checked.labels), source)
      const content = `${JSON.stringify(reviews, null, 2)}\n`
      return c.json({ name: `${name}.json`, type: 'application/ld+json', content })
    }
    const view = viewOf(kept)
    return as === 'html'
      ? c.json({ name: `${name}.html`, type: 'text/html', content: harmless(readHtml(view)) })
      : c.json({ name: `${name}.md`, type: 'text/markdown', content: harmless(readMarkdown(view)) })
  })
}
