import { isIP } from 'node:net'
import type { MiddlewareHandler } from 'hono'
import { ChanceryError } from '../model/error.ts'

/** The names by which a browser on this machine calls it. Another name may be one that somebody points here to read along. */
const OWN = new Set(['127.0.0.1', 'localhost', '[::1]'])

const isAddress = (name: string): boolean => isIP(name.replace(/^\[|\]$/g, '')) !== 0

const hostOf = (value: string): string | undefined =>
  URL.canParse(`http://${value}`) ? new URL(`http://${value}`).hostname : undefined

/**
 * Refuses requests under a name that is not this machine's own (DNS rebinding), and writes that a page of another site sends.
 * Beyond this machine a token is needed: there an address is as good as a name (nobody points it elsewhere), and `names` are allowed besides.
 */
export const ownHost =
  (beyond?: { names: readonly string[] }): MiddlewareHandler =>
  async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host
    const name = hostOf(host)
    if (!name || !(OWN.has(name) || (beyond && (isAddress(name) || beyond.names.includes(name)))))
      throw new ChanceryError(
        'incorrect',
        'Host',
        beyond
          ? `this server does not go by the name ${host}: start it with --name ${name ?? 'NAME'}`
          : `${host} is not this machine: open http://127.0.0.1 with the port shown`,
      )
    const origin = c.req.header('origin')
    const safe = c.req.method === 'GET' || c.req.method === 'HEAD' || isOwnReconciling(c.req.path, origin)
    if (
      !safe &&
      ((origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) ||
        c.req.header('sec-fetch-site') === 'cross-site')
    )
      throw new ChanceryError('incorrect', 'Origin', 'another site may not write here: use the page of Chancery itself')
    await next()
  }

/** A program on this machine that reconciles names, in its own page: it asks and writes nothing. */
const isOwnReconciling = (path: string, origin: string | undefined): boolean =>
  path === '/reconcile' && isOwnOrigin(origin)

/** Whether a page was sent by this machine, by whatever program. */
export const isOwnOrigin = (origin: string | undefined): boolean =>
  origin !== undefined && URL.canParse(origin) && OWN.has(new URL(origin).hostname)

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CSP,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/** No inline code, no foreign origin, no frame: on every response, refusals too. */
export const safeHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  // A route with a policy of its own says in it who may frame it.
  const framed = c.res.headers.has('content-security-policy')
  for (const [name, value] of Object.entries(HEADERS))
    if (!c.res.headers.has(name) && !(framed && name === 'x-frame-options')) c.header(name, value)
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
}
