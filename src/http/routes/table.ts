import { createRoute, z } from '@hono/zod-openapi'
import { columnRoles } from '../../run/import-columns.ts'
import { fileRead, type Imported, type ImportOptions, readImport } from '../../run/import-file.ts'
import { reconcile } from '../../run/reconcile.ts'
import { labels } from '../../show/en/label.ts'
import { sayFact } from '../../show/en/say.ts'
import type { TableView } from '../../show/views/table.ts'
import type { Routes } from '../routes.ts'
import { answers, body, Day, KindName } from '../schemas.ts'
import { checkerFor, forget, type Services, written } from '../services.ts'

const line = z.string().trim().min(1).max(300)
export const Asked = z.object({
  text: z.string().max(5 * 1024 * 1024, { error: 'longer than 5 MiB: split the table, or use chancery import' }),
  file: line.default('table.csv'),
  kind: KindName.default('visit'),
  /** What each column is, over what is guessed. */
  map: z.record(z.string().max(300), z.string().max(40)).optional(),
  authority: line.optional(),
  viewpoint: line.optional(),
  url: z.string().max(2000).optional(),
  licence: line.optional(),
  dates: z.enum(['dmy', 'mdy']).optional(),
  covers: z
    .object({ where: line, from: Day, to: Day, grade: z.enum(['complete', 'complete-but']).default('complete-but') })
    .optional(),
  /** Files it; absent: it is only read. */
  file_it: z.boolean().optional(),
})

const route = createRoute({
  method: 'post',
  path: '/api/table',
  summary: 'A table of one’s own: how it is read, and with file_it, filed',
  request: body(Asked),
  responses: answers('The mapping of its columns, its first facts, findings with their lines', z.any()),
})

export const table: Routes = (api, services) => {
  api.openapi(route, async (c) => {
    const { text, file, file_it: fileIt, map, ...asked } = c.req.valid('json')
    const columns = Object.entries(map ?? {}).map(([column, role]) => `${column}=${role}`)
    const options = {
      ...asked,
      today: services.today(),
      ...(columns.length && { map: columns.join(',') }),
    } as ImportOptions
    if (!fileIt) return c.json(await shown(services, await readImport(services.ledger, text, file, options)))
    const { ledger, now } = services
    const read = await readImport(ledger, text, file, options)
    const done = await written(services, async () => {
      const filed = await fileRead(ledger, read, file, { recordedAt: now() })
      await reconcile(ledger, now())
      return filed
    })
    forget(ledger)
    const { added, unchanged, withdrawn } = done
    return c.json({ ...(await shown(services, done)), filedIn: { added, unchanged, withdrawn } })
  })
}

const SHOWN = 20
async function shown(services: Services, { facts, names, coverage: _, ...done }: Imported): Promise<TableView> {
  const known = (await checkerFor(services.ledger)).labels
  const own = new Map(names.map((n) => [n.id, n.label]))
  const label = labels({ get: (id) => known.get(id) ?? own.get(id) })
  return {
    ...done,
    roles: columnRoles(done.kind),
    facts: facts.length,
    first: facts
      .filter((f) => f.kind === done.kind)
      .slice(0, SHOWN)
      .map((f) => sayFact(f, label)),
  }
}
