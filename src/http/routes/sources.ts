import { createRoute } from '@hono/zod-openapi'
import { sourcesHeld } from '../../run/sources-held.ts'
import { labels } from '../../show/en/label.ts'
import type { SourcesView } from '../../show/views/sources.ts'
import type { Routes } from '../routes.ts'
import { answers, view } from '../schemas.ts'
import { checkerFor } from '../services.ts'

const route = createRoute({
  method: 'get',
  path: '/api/sources',
  summary: 'What the ledger holds by source, and what each covers',
  responses: answers('The sources, the largest first', view('Sources')),
})

export const sources: Routes = (api, { ledger }) => {
  let made: { of: string | undefined; view: SourcesView } | undefined
  api.openapi(route, async (c) => {
    const { lastRecorded } = await ledger.summary()
    if (!made || made.of !== lastRecorded) {
      const label = labels((await checkerFor(ledger)).labels)
      made = { of: lastRecorded, view: await sourcesHeld(ledger, label) }
    }
    return c.json(made.view)
  })
}
