import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, type TestContext } from 'node:test'
import { app } from '../../src/http/app.ts'
import type { WebFiles } from '../../src/http/assets.ts'
import type { Services } from '../../src/http/services.ts'
import type { Ledger } from '../../src/keep/port.ts'
import { openLedger } from '../../src/run/ledger.ts'

const EXAMPLES = join(import.meta.dirname, '../../examples')

/** An example as the page sends it. */
export const example = (name: 'havana' | 'state-visit') => ({
  text: readFileSync(join(EXAMPLES, `${name}.txt`), 'utf8'),
  date: name === 'havana' ? '2016-03-22' : '2023-08-22',
})

export const PAGE: WebFiles = new Map([
  ['/index.html', { type: 'text/html; charset=utf-8', etag: '"1"', body: Buffer.from('<!doctype html>page') }],
  [
    '/assets/a.js',
    { type: 'text/javascript', etag: '"2"', body: Buffer.from('long '.repeat(9)), gzip: Buffer.from('gz') },
  ],
])

// biome-ignore lint/suspicious/noExplicitAny: whatever the server sends, as a test expects it.
export type Json = any

export interface Desk {
  ledger: Ledger
  request(path: string, init?: RequestInit): Promise<Response>
  post(path: string, body: unknown): Promise<{ status: number; body: Json }>
  get(path: string): Promise<{ status: number; body: Json }>
}

const folder = mkdtempSync(join(tmpdir(), 'chancery-http-'))
after(() => rmSync(folder, { recursive: true, force: true }))
let made: Promise<string> | undefined
let copies = 0

/** A ledger of the starter packs, made once for all tests of the process. */
async function starter(): Promise<string> {
  const path = join(folder, 'starter.db')
  await (await openLedger({ path })).close()
  return path
}

/** A copy of the starter ledger, of the test's own. */
export async function ownLedger(): Promise<string> {
  made ??= starter()
  const path = join(folder, `${copies++}.db`)
  copyFileSync(await made, path)
  return path
}

/** A server without a port, on a ledger of the starter packs unless another is given. */
export async function desk(t: TestContext, more: Partial<Services> = {}): Promise<Desk> {
  const ledger = more.ledger ?? (await openLedger({ path: await ownLedger(), packs: null }))
  if (!more.ledger) t.after(() => ledger.close())
  const now = () => new Date().toISOString()
  const server = app({ ledger, now, today: () => '2026-11-22', by: 'ana', web: PAGE, ...more })
  const request = async (path: string, init?: RequestInit) => server.request(`http://127.0.0.1${path}`, init)
  const json = async (response: Response) => ({ status: response.status, body: await response.json() })
  return {
    ledger,
    request,
    get: async (path) => json(await request(path)),
    post: async (path, body) =>
      json(
        await request(path, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      ),
  }
}
