import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRoute } from '@hono/zod-openapi'
import { metaBeside } from '../../run/document.ts'
import type { Routes } from '../routes.ts'
import { answers, view } from '../schemas.ts'

const FOLDER = join(import.meta.dirname, '../../../examples')

const route = createRoute({
  method: 'get',
  path: '/api/examples',
  summary: 'The articles that come with Chancery, to try',
  responses: answers('Articles', view('Examples')),
})

export const examples: Routes = (api) => {
  api.openapi(route, (c) => {
    const files = globSync('*.txt', { cwd: FOLDER }).sort()
    return c.json({
      examples: files.map((file) => {
        const path = join(FOLDER, file)
        const { source: _, ...about } = metaBeside(path)
        return { text: readFileSync(path, 'utf8'), ...about }
      }),
    })
  })
}
