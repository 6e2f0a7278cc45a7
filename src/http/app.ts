import { bodyLimit } from 'hono/body-limit'
import { ChanceryError } from '../model/error.ts'
import { admitted, isOfApi } from './access.ts'
import { type Api, newApi } from './api.ts'
import { fresh } from './fresh.ts'
import { ownHost, safeHeaders } from './guard.ts'
import { offloaded } from './heavy.ts'
import { login } from './login.ts'
import { Metrics, measured } from './metrics.ts'
import { servePage } from './page.ts'
import { refuse } from './problem.ts'
import { limited, wrongTokens } from './rate.ts'
import { ROUTES } from './routes.ts'
import type { Services } from './services.ts'

/** The longest body: an article of 2 MiB as JSON may be three times as long. */
const LONGEST_BODY = 8 * 1024 * 1024

/** The whole HTTP side: guards, the routes of `/api`, and the page. Opens no port; tests call `request`. */
export function app(given: Services): Api {
  const metrics = given.metrics ?? new Metrics()
  // What the others add is theirs, also what they are asked for each time.
  const services: Services = Object.create(given, { metrics: { value: metrics, enumerable: true } })
  const api = newApi()
  api.onError(refuse)
  api.use(measured(metrics))
  api.use(safeHeaders)
  api.use(ownHost(services.beyond))
  if (services.beyond) {
    const wrong = wrongTokens()
    api.use(admitted(services, wrong))
    login(api, services, wrong)
  }
  if (services.bearer)
    api.use((c, next) => {
      c.set('bearer', services.bearer?.())
      return next()
    })
  if (services.rate) api.use(limited(services.rate))
  api.use(
    bodyLimit({
      maxSize: LONGEST_BODY,
      onError: () => {
        throw new ChanceryError('incorrect', 'body', 'longer than 8 MiB: give one article')
      },
    }),
  )
  api.use(fresh(services))
  if (services.pool) api.use(offloaded(services.pool, services))
  for (const routes of ROUTES) routes(api, services)
  api.notFound((c) => {
    const { web } = services
    const asked = c.req.method === 'GET' || c.req.method === 'HEAD'
    if (web && asked && !isOfApi(c.req.path)) return servePage(c, web)
    return refuse(new ChanceryError('not-found', c.req.path, `there is nothing at ${c.req.path}: see docs/desk.md`), c)
  })
  return api
}
