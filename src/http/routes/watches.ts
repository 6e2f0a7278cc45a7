import { createRoute, z } from '@hono/zod-openapi'
import type { Watch } from '../../keep/watches.ts'
import { ChanceryError } from '../../model/error.ts'
import { addWatch, runWatches, type WatchState } from '../../run/watch.ts'
import { labels } from '../../show/en/label.ts'
import { sayRun, sayState } from '../../show/watch.ts'
import { signer } from '../access.ts'
import type { Routes } from '../routes.ts'
import { answers, By, body, Day, Id, view } from '../schemas.ts'
import { written } from '../services.ts'
import type { Writing } from '../turn.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/api/watches',
  summary: 'What is watched, and what it came to last',
  responses: answers('Watches, in order of their making', view('Watches')),
})
const addRoute = createRoute({
  method: 'post',
  path: '/api/watches',
  summary: 'Watch a question, or the verdict of a sentence',
  request: body(
    z.object({
      text: z.string().trim().min(1, { error: 'nothing to watch' }).max(2000),
      date: Day.optional(),
      by: By,
    }),
  ),
  responses: answers('The watch, and what it comes to', view('Watch')),
})
const runRoute = createRoute({
  method: 'post',
  path: '/api/watches/run',
  summary: 'Ask everything that is watched again, and say what changed since the last time, and why',
  responses: answers('What each comes to now', view('WatchRuns')),
})
const removeRoute = createRoute({
  method: 'delete',
  path: '/api/watches/{id}',
  summary: 'Watch it no longer',
  request: { params: z.object({ id: Id }) },
  responses: answers('Whether it was watched', z.object({ removed: z.boolean() })),
})

const shown = ({ last, ...watch }: Watch) => {
  const state = JSON.parse(last.state) as WatchState
  return { ...watch, last: { at: last.at, state, says: sayState(state, watch.form) } }
}

export const watches: Routes = (api, services) => {
  const { ledger } = services
  api.openapi(listRoute, async (c) => c.json({ watches: (await ledger.watches.list()).map(shown) }))
  api.openapi(addRoute, async (c) => {
    const { text, date, by } = c.req.valid('json')
    const about = { text, by: signer(c, by, services), today: services.today(), now: services.now() }
    const { watch } = await addWatch(ledger, { ...about, ...(date && { date }) })
    return c.json(shown(watch))
  })
  api.openapi(runRoute, async (c) => {
    const within: Writing = (work) => written(services, work)
    const runs = await runWatches(ledger, services.today(), services.now(), within)
    return c.json({ runs: runs.map(({ labels: known, ...one }) => ({ ...one, says: sayRun(one, labels(known)) })) })
  })
  api.openapi(removeRoute, async (c) => {
    const { id } = c.req.valid('param')
    if (!(await ledger.watches.remove(id))) throw new ChanceryError('not-found', id, `nothing is watched as ${id}`)
    return c.json({ removed: true })
  })
}
