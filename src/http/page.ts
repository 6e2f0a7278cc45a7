import type { Context } from 'hono'
import { ChanceryError } from '../model/error.ts'
import type { WebFile, WebFiles } from './assets.ts'

/** Serves the built page: its files by name, and the page itself for every address that its router knows. */
export function servePage(c: Context, files: WebFiles): Response {
  const { path } = c.req
  const file = files.get(path) ?? (path.startsWith('/assets/') ? undefined : files.get('/index.html'))
  if (!file) throw new ChanceryError('not-found', path, `there is nothing at ${path}: open /`)
  const lasting = path.startsWith('/assets/')
  const headers = {
    'content-type': file.type,
    etag: file.etag,
    vary: 'accept-encoding',
    'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
  }
  if (c.req.header('if-none-match')?.includes(file.etag)) return c.body(null, 304, headers)
  const { body, encoding } = encoded(file, c.req.header('accept-encoding') ?? '')
  return c.body(body as Uint8Array<ArrayBuffer>, 200, { ...headers, ...(encoding && { 'content-encoding': encoding }) })
}

function encoded(file: WebFile, accepted: string): { body: Uint8Array; encoding?: string } {
  if (file.brotli && /\bbr\b/.test(accepted)) return { body: file.brotli, encoding: 'br' }
  if (file.gzip && /\bgzip\b/.test(accepted)) return { body: file.gzip, encoding: 'gzip' }
  return { body: file.body }
}
