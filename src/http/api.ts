import { OpenAPIHono } from '@hono/zod-openapi'
import { ChanceryError } from '../model/error.ts'
import type { Carried } from './access.ts'

/** An app whose bodies, paths and queries are checked by their zod schemas; what does not fit is `incorrect`, never a fault. */
export const newApi = (): OpenAPIHono<Carried> =>
  new OpenAPIHono<Carried>({
    defaultHook: (result) => {
      if (result.success) return
      const issue = result.error.issues[0]
      const at = [result.target === 'json' ? 'body' : result.target, ...(issue?.path ?? [])].join('.')
      throw new ChanceryError('incorrect', at, issue?.message ?? 'not as the schema says')
    },
  })

export type Api = ReturnType<typeof newApi>
