import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRoute, z } from '@hono/zod-openapi'
import { ChanceryError } from '../../model/error.ts'
import { panelOf } from '../../run/panel.ts'
import { panelFiles } from '../../run/panel-files.ts'
import { zipped } from '../../show/files/zip.ts'
import type { Routes } from '../routes.ts'

const Year = z.coerce.number().int().min(1816).max(2100)
/** More rows are for `chancery panel`, which writes them year by year. */
const MOST_ROWS = 60_000

const route = createRoute({
  method: 'get',
  path: '/api/panel.zip',
  summary: 'The panel of pairs of states by year, with codebook, sums and citation, as one archive',
  request: {
    query: z.object({
      states: z.string().max(4000).optional(),
      group: z.string().max(200).optional(),
      from: Year.default(1946),
      to: Year.default(2020),
      knownOn: z.string().max(40).optional(),
    }),
  },
  responses: {
    200: {
      description: 'A ZIP archive',
      content: { 'application/zip': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
})

export const panel: Routes = (api, services) => {
  api.openapi(route, async (c) => {
    const asked = c.req.valid('query')
    const made = await panelOf(services.ledger, asked)
    const n = made.states.length
    if (((n * (n - 1)) / 2) * (asked.to - asked.from + 1) > MOST_ROWS)
      throw new ChanceryError(
        'incorrect',
        'states',
        `more than ${MOST_ROWS} rows: take fewer states or years, or use chancery panel`,
      )
    const of = asked.group ?? asked.states ?? ''
    const folder = mkdtempSync(join(tmpdir(), 'chancery-panel-'))
    try {
      await panelFiles(made, folder, { of, ...(asked.knownOn && { knownOn: asked.knownOn }) })
      const entries = readdirSync(folder)
        .sort()
        .map((name) => ({ name: `panel/${name}`, bytes: readFileSync(join(folder, name)) }))
      return c.body(zipped(entries) as Uint8Array<ArrayBuffer>, 200, {
        'content-type': 'application/zip',
        'content-disposition': 'attachment; filename="panel.zip"',
      })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
}
