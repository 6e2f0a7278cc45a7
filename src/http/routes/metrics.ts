import { gauges } from '../metrics.ts'
import type { Routes } from '../routes.ts'

/** What happens here, as Prometheus reads it (text format 0.0.4). */
export const metrics: Routes = (api, services) => {
  api.get('/metrics', async (c) => {
    const lines = [...(services.metrics?.lines() ?? []), ...(await gauges(services.ledger, services.pool))]
    return c.body(`${lines.join('\n')}\n`, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
  })
}
