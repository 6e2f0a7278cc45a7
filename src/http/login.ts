import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { admit } from '../run/token.ts'
import { escapeHtml } from '../show/files/escape.ts'
import type { Api } from './api.ts'
import type { WrongToken } from './rate.ts'
import type { Services } from './services.ts'

/** Where the browser holds the token: out of reach of scripts, sent to this server alone, gone when the browser is closed. */
export const COOKIE = 'chancery'

const MESSAGES = {
  unknown: 'This is no token of this server.',
  revoked: 'This token was revoked.',
  expired: 'This token has expired.',
} as const

/** The page that asks for a token, in the place of the one that was asked for. */
export function loginPage(c: Context, next: string, refused?: keyof typeof MESSAGES): Response {
  const said = refused ? `<p role="alert"><strong>${MESSAGES[refused]}</strong></p>` : ''
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>Chancery: token</title></head>
<body><main><h1>Chancery</h1>${said}
<form method="post" action="/login">
<p><label for="token">Token</label></p>
<p><input id="token" name="token" type="password" required autocomplete="off" spellcheck="false" size="56"></p>
<input type="hidden" name="next" value="${escapeHtml(next)}">
<p><button>Open the desk</button></p></form>
<p>The browser keeps it until it is closed. Whoever runs this server makes tokens by <code>chancery token add</code>.</p>
</main></body></html>
`
  // Without a referrer a browser would not say that the form is of this origin.
  return c.html(html, 401, { 'cache-control': 'no-store', 'referrer-policy': 'same-origin' })
}

/** A path of this server; whatever else was given is the first page. */
const within = (next: unknown): string =>
  typeof next === 'string' && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(next) ? next : '/'

/** Signing in and out of the page. */
export function login(api: Api, { ledger, now }: Pick<Services, 'ledger' | 'now'>, wrong: WrongToken): void {
  api.post('/login', async (c) => {
    const { token: given, next } = await c.req.parseBody()
    const admission = await admit(ledger.access, typeof given === 'string' ? given.trim() : '', now())
    if ('refused' in admission) {
      wrong(c)
      return loginPage(c, within(next), admission.refused)
    }
    setCookie(c, COOKIE, (given as string).trim(), {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: isSecure(c),
    })
    return c.redirect(within(next), 303)
  })
  api.post('/logout', (c) => {
    deleteCookie(c, COOKIE, { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(c) })
    return c.redirect('/', 303)
  })
}

/** Whether the browser speaks by TLS, to this server or to one before it. */
const isSecure = (c: Context): boolean =>
  c.req.url.startsWith('https:') || c.req.header('x-forwarded-proto') === 'https'
