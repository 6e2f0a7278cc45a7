import type { Context, MiddlewareHandler } from 'hono'
import { streamSSE } from 'hono/streaming'
import { type Carried, routeOf } from './access.ts'
import type { Pool } from './pool.ts'
import { problemOf } from './problem.ts'
import type { Services } from './services.ts'
import type { Job, Made } from './thread.ts'

/**
 * Routes whose work grows with what they are given or with the ledger, by what they do. What they write they write at once, or within
 * `writing`, so that they may be cancelled.
 */
const HEAVY: Readonly<Record<string, string>> = {
  'POST /api/check': 'check',
  'POST /api/read': 'read',
  'POST /api/keep': 'keep',
  'GET /api/dossier/{a}/{b}': 'dossier',
  'POST /api/export': 'export',
  'POST /api/ask': 'ask',
  'POST /api/ask/data': 'ask',
  'GET /api/ask/link': 'ask',
  'POST /api/briefing': 'briefing',
  'POST /api/briefing/file': 'briefing',
  'GET /api/panel.zip': 'panel',
  'POST /mcp': 'assistant',
  'GET /api/ask/examples': 'ask',
  'GET /api/changes': 'changes',
  'POST /api/decisions': 'decision',
  'POST /api/found': 'addition',
  'POST /api/whole': 'addition',
  'POST /api/review': 'review',
  'POST /api/review/undo': 'review',
  'POST /api/same': 'review',
  'POST /api/same/undo': 'review',
  'POST /api/table': 'table',
  'POST /api/watches': 'watch',
  'POST /api/watches/run': 'watches',
}
export const HEAVY_ROUTES: readonly string[] = Object.keys(HEAVY)

type Asked = Pick<Services, 'by' | 'now' | 'today' | 'mcpWrites'>

/** Has threads do what takes long; to who accepts `text/event-stream`, it is told how far that is. */
export const offloaded =
  (pool: Pool, services: Asked): MiddlewareHandler<Carried> =>
  async (c, next) => {
    const what = HEAVY[routeOf(c) ?? '']
    if (!what) return next()
    const job = await jobOf(c, services)
    // A protocol of its own says what such a stream would be.
    const streams = what !== 'assistant' && c.req.header('accept')?.includes('text/event-stream')
    if (streams) return told(c, pool, job, what)
    return answerOf(await pool.run(job, what, { signal: c.req.raw.signal }))
  }

const HEADERS = ['content-type', 'accept', 'mcp-protocol-version', 'mcp-session-id', 'last-event-id']

async function jobOf(c: Context<Carried>, services: Asked): Promise<Job> {
  const { pathname, search } = new URL(c.req.url)
  const posted = c.req.method === 'POST'
  const bearer = c.get('bearer')
  const own = HEADERS.flatMap((name): [string, string][] => {
    const value = c.req.header(name)
    return value === undefined ? [] : [[name, value]]
  })
  return {
    ...{ path: pathname + search, method: c.req.method, by: services.by },
    ...{ now: services.now(), today: services.today() },
    headers: own,
    mcpWrites: services.mcpWrites === true,
    ...(bearer && { bearer }),
    ...(posted && { body: new Uint8Array(await c.req.arrayBuffer()) }),
  }
}

const answerOf = ({ status, headers, body }: Made): Response =>
  new Response(body as Uint8Array<ArrayBuffer>, { status, headers })

/** A file goes as its name, its type and its bytes in base 64. */
function dataOf({ headers, body }: Made): string {
  const of = new Headers(headers)
  const type = of.get('content-type') ?? ''
  const bytes = Buffer.from(body)
  if (type.includes('json')) return bytes.toString('utf8')
  const name = /filename="([^"]+)"/.exec(of.get('content-disposition') ?? '')?.[1]
  const said = decodeURIComponent(of.get('x-chancery-said') ?? '')
  return JSON.stringify({ ...(name && { name }), type, ...(said && { said }), base64: bytes.toString('base64') })
}

/** How often who waits hears that it goes on, in ms. */
const BEAT = 1000

/**
 * The same as events: `queued` with how many come first, `begun`, `working` with the ms gone by and the budget, and at the end `done` with the
 * answer, or `problem`.
 */
function told(c: Context, pool: Pool, job: Job, what: string): Response {
  return streamSSE(c, async (stream) => {
    const say = (event: string, data: unknown) => stream.writeSSE({ event, data: JSON.stringify(data) })
    let since: number | undefined
    const beat = setInterval(() => {
      if (since !== undefined)
        void say('working', { ms: Math.round(performance.now() - since), budget: { ms: pool.budget } })
    }, BEAT)
    try {
      const made = await pool.run(job, what, {
        signal: c.req.raw.signal,
        queued: (ahead) => void say('queued', { ahead }),
        begun: () => {
          since = performance.now()
          void say('begun', { of: what, budget: { ms: pool.budget } })
        },
      })
      await stream.writeSSE({ event: made.status < 400 ? 'done' : 'problem', data: dataOf(made) })
    } catch (error) {
      await say('problem', problemOf(error))
    } finally {
      clearInterval(beat)
    }
  })
}
