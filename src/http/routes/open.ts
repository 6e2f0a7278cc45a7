import { createRoute, z } from '@hono/zod-openapi'
import { ChanceryError } from '../../model/error.ts'
import { openBytes } from '../../run/open.ts'
import type { Routes } from '../routes.ts'
import { answers, body } from '../schemas.ts'

const Asked = z.object({
  name: z.string().trim().min(1).max(300),
  /** The file, in base64. */
  bytes: z.base64(),
})

const Opened = z.object({
  text: z.string(),
  title: z.string().optional(),
  date: z.string().optional(),
  outlet: z.string().optional(),
  source: z.string().optional(),
})

const route = createRoute({
  method: 'post',
  path: '/api/open',
  summary: 'The article of a file: HTML, PDF, DOCX, Markdown or text, and what it says of itself',
  request: body(Asked),
  responses: answers('The text as it is read, and its title, date and outlet', Opened),
})

export const open: Routes = (api) => {
  api.openapi(route, async (c) => {
    const { name, bytes } = c.req.valid('json')
    return c.json(await onlyOne(name, Buffer.from(bytes, 'base64')), 200)
  })
}

async function onlyOne(name: string, bytes: Uint8Array): Promise<z.infer<typeof Opened>> {
  for await (const one of openBytes(bytes, { name })) {
    if ('error' in one) throw one.error
    if (one.among)
      throw new ChanceryError(
        'incorrect',
        name,
        'it holds several articles: give one of them, or file them by chancery file',
      )
    const { text, title, date, outlet, source } = one.doc
    return {
      text,
      ...(title && { title }),
      ...(date && { date }),
      ...(outlet && { outlet }),
      ...(source && { source }),
    }
  }
  throw new ChanceryError('incorrect', name, 'there is no article in it: open it and paste its text')
}
