import { createRoute, z } from '@hono/zod-openapi'
import { type Asked, askLedger } from '../../run/ask.ts'
import { examplesOf } from '../../run/ask-examples.ts'
import { answerLink, decodeLink, encodeLink, type Link, linkOf } from '../../run/ask-link.ts'
import { labels } from '../../show/en/label.ts'
import { type AskView, askView } from '../../show/views/ask.ts'
import type { Routes } from '../routes.ts'
import { answers, body, Day, view } from '../schemas.ts'

const knownOn = z.string().max(40).optional()
const Words = z.object({
  text: z
    .string()
    .trim()
    .min(1, { error: 'the question is empty' })
    .max(2000, { error: 'longer than 2,000 characters' }),
  asOf: Day.optional(),
  today: Day.optional(),
  knownOn,
})
const wordsRoute = createRoute({
  method: 'post',
  path: '/api/ask',
  summary: 'Ask a question in English: how it was read, and the answer',
  request: body(Words),
  responses: answers('The readings with their answers', view('Answer')),
})
const dataRoute = createRoute({
  method: 'post',
  path: '/api/ask/data',
  summary: 'Ask a question that is given as data, as a reading has it',
  request: body(z.object({ link: z.unknown() })),
  responses: answers('The answer', view('Answer')),
})
const linkRoute = createRoute({
  method: 'get',
  path: '/api/ask/link',
  summary: 'The answer of a permalink, as it was',
  request: { query: z.object({ q: z.string().min(1).max(16_000) }) },
  responses: answers('The answer', view('Answer')),
})
const examplesRoute = createRoute({
  method: 'get',
  path: '/api/ask/examples',
  summary: 'Questions that what is loaded answers',
  responses: answers('Questions', z.object({ examples: z.array(z.string()) })),
})

export const ask: Routes = (api, services) => {
  const { ledger } = services
  const shown = async (asked: Asked, times: { today: string; knownOn: string }): Promise<AskView> =>
    askView(asked, labels(asked.labels), times, ({ question, definition }) =>
      encodeLink({
        ...{ text: asked.text, form: asked.form, question, on: asked.on, ...times },
        ...(definition && { definition }),
        ...(asked.lastKnown && { lastKnown: true as const }),
      }),
    )
  const again = async (link: Link): Promise<AskView> => {
    const names = await ledger.allNames({ knownOn: link.knownOn })
    const known = new Map(names.map((name) => [name.id, name.label]))
    return shown(await answerLink(ledger, link, known), { today: link.today, knownOn: link.knownOn })
  }
  api.openapi(wordsRoute, async (c) => {
    const { text, asOf, today = services.today(), knownOn = services.now() } = c.req.valid('json')
    const asked = await askLedger(ledger, text, { today, ...(asOf && { asOf }), knownOn })
    return c.json(await shown(asked, { today, knownOn }))
  })
  api.openapi(dataRoute, async (c) => c.json(await again(linkOf(c.req.valid('json').link))))
  api.openapi(linkRoute, async (c) => c.json(await again(decodeLink(c.req.valid('query').q))))
  api.openapi(examplesRoute, async (c) => c.json({ examples: await examplesOf(ledger, services.today()) }))
}
