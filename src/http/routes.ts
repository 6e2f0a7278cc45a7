import type { Api } from './api.ts'
import { ask } from './routes/ask.ts'
import { briefing } from './routes/briefing.ts'
import { check } from './routes/check.ts'
import { decisions } from './routes/decisions.ts'
import { dossier } from './routes/dossier.ts'
import { entities } from './routes/entities.ts'
import { examples } from './routes/examples.ts'
import { exports } from './routes/export.ts'
import { found } from './routes/found.ts'
import { mcp } from './routes/mcp.ts'
import { me } from './routes/me.ts'
import { metrics } from './routes/metrics.ts'
import { open } from './routes/open.ts'
import { openapi } from './routes/openapi.ts'
import { pair } from './routes/pair.ts'
import { panel } from './routes/panel.ts'
import { read } from './routes/read.ts'
import { reconcile } from './routes/reconcile.ts'
import { record } from './routes/record.ts'
import { review } from './routes/review.ts'
import { roll } from './routes/roll.ts'
import { same } from './routes/same.ts'
import { sources } from './routes/sources.ts'
import { table } from './routes/table.ts'
import { watches } from './routes/watches.ts'
import type { Services } from './services.ts'

/** One group of routes: a file each in `routes/`, named in the table below. */
export type Routes = (api: Api, services: Services) => void

export const ROUTES: readonly Routes[] = [
  check,
  open,
  review,
  same,
  found,
  record,
  exports,
  examples,
  pair,
  roll,
  ask,
  sources,
  briefing,
  table,
  panel,
  read,
  dossier,
  entities,
  decisions,
  me,
  reconcile,
  mcp,
  metrics,
  watches,
  openapi,
]
