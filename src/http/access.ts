import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { matchedRoutes } from 'hono/route'
import { SCOPES, type Scope, type Token } from '../keep/access.ts'
import { type Admission, admit } from '../run/token.ts'
import { COOKIE, loginPage } from './login.ts'
import { Denied } from './problem.ts'
import type { WrongToken } from './rate.ts'
import { routeName, scopeOf } from './scopes.ts'
import type { Services } from './services.ts'

/** What a request carries from the guards to its route. */
export interface Carried {
  Variables: {
    /** Who asks, where tokens are demanded. */
    bearer?: Token | undefined
  }
}

const allows = (has: Scope, wanted: Scope): boolean => SCOPES.indexOf(has) >= SCOPES.indexOf(wanted)

/** The routes of the API that a request is for: none, or one. */
export const routeOf = (c: Context): string | undefined => {
  const found = matchedRoutes(c).findLast(({ method }) => method !== 'ALL')
  return found && routeName(found.method, found.path)
}

/** What the page is made of holds nothing of the ledger. */
const isOpen = (path: string): boolean => path.startsWith('/assets/') || path === '/login' || path === '/logout'
/** Paths of programs: where nothing is there, the page is not either. */
export const isOfApi = (path: string): boolean => /^\/(?:api|mcp|metrics|reconcile)(?:\/|$)/.test(path)

/** Lets in who bears a token of the scope that the route demands. A browser without one is asked for it. */
export const admitted =
  ({ ledger, now }: Pick<Services, 'ledger' | 'now'>, wrong: WrongToken): MiddlewareHandler<Carried> =>
  async (c, next) => {
    const { path, method } = c.req
    if (isOpen(path)) return next()
    const given = secretOf(c)
    const admission: Admission = given === undefined ? { refused: 'unknown' } : await admit(ledger.access, given, now())
    if ('refused' in admission) {
      if (given !== undefined) wrong(c)
      if (!isOfApi(path) && (method === 'GET' || method === 'HEAD'))
        return loginPage(c, path + new URL(c.req.url).search)
      throw unauthorized(given === undefined ? 'none' : admission.refused)
    }
    const { token } = admission
    const name = routeOf(c)
    const wanted = name ? scopeOf(name) : 'read'
    if (!allows(token.scope, wanted))
      throw new Denied(
        'forbidden',
        'authorization',
        `this token is of scope ${token.scope}, and this needs ${wanted}: use another`,
        { more: { scope: wanted } },
      )
    c.set('bearer', token)
    await next()
  }

const WHY = {
  none: 'no token was given: send it as "Authorization: Bearer …", or open the page and give it there',
  unknown: 'this is no token of this server: whoever runs it makes one by chancery token add',
  revoked: 'this token was revoked: ask whoever runs the server for another',
  expired: 'this token has expired: ask whoever runs the server for another',
} as const
const unauthorized = (why: keyof typeof WHY): Denied =>
  new Denied('unauthorized', 'authorization', WHY[why], { headers: { 'www-authenticate': 'Bearer realm="chancery"' } })

/** The secret of the request's header, else that of the page's cookie. Never of its address, which is kept in logs. */
export function secretOf(c: Context): string | undefined {
  const header = c.req.header('authorization')
  return header === undefined ? getCookie(c, COOKIE) : (/^Bearer +(\S+)$/i.exec(header)?.[1] ?? '')
}

/** Who signs what an assistant files. */
export const assistantOf = (c: Context<Carried>): string => {
  const bearer = c.get('bearer')
  return bearer ? `an assistant of ${bearer.name}` : 'an assistant'
}

/** Who signs what a request decides: the bearer of its token, whatever it says; else whom it names. */
export const signer = (c: Context<Carried>, named: string | undefined, { by }: Pick<Services, 'by'>): string =>
  c.get('bearer')?.name ?? named ?? by
