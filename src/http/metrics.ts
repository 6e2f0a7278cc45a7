import type { Context, MiddlewareHandler } from 'hono'
import type { Ledger } from '../keep/port.ts'
import { routeOf } from './access.ts'
import type { Pool } from './pool.ts'

/** Upper ends of what durations are counted in, in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const

interface Series {
  counts: number[]
  sum: number
  of: number
}

/** Requests by route, status and time; bounded, whatever is asked for: what is no route counts as `other`. */
export class Metrics {
  readonly #requests = new Map<string, number>()
  readonly #durations = new Map<string, Series>()

  note(route: string, method: string, status: number, seconds: number): void {
    const key = labels({ route, method, status: String(status) })
    this.#requests.set(key, (this.#requests.get(key) ?? 0) + 1)
    const series = this.#durations.get(route) ?? { counts: BUCKETS.map(() => 0), sum: 0, of: 0 }
    this.#durations.set(route, series)
    for (const [i, end] of BUCKETS.entries()) if (seconds <= end) series.counts[i]!++
    series.sum += seconds
    series.of++
  }

  lines(): string[] {
    return [
      ...head('chancery_http_requests_total', 'counter', 'Requests answered.'),
      ...[...this.#requests].map(([key, n]) => `chancery_http_requests_total${key} ${n}`),
      ...head('chancery_http_request_duration_seconds', 'histogram', 'How long requests took.'),
      ...[...this.#durations].flatMap(([route, series]) => histogram(route, series)),
    ]
  }
}

const NAME = 'chancery_http_request_duration_seconds'
const histogram = (route: string, { counts, sum, of }: Series): string[] => [
  ...BUCKETS.map((end, i) => `${NAME}_bucket${labels({ route, le: String(end) })} ${counts[i]}`),
  `${NAME}_bucket${labels({ route, le: '+Inf' })} ${of}`,
  `${NAME}_sum${labels({ route })} ${sum.toFixed(6)}`,
  `${NAME}_count${labels({ route })} ${of}`,
]

const head = (name: string, type: string, help: string): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
]

const labels = (of: Readonly<Record<string, string>>): string =>
  `{${Object.entries(of)
    .map(([name, value]) => `${name}="${value.replace(/[\\"\n]/g, (c) => (c === '\n' ? '\\n' : `\\${c}`))}"`)
    .join(',')}}`

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Counts every request, refusals too. */
export const measured =
  (metrics: Metrics): MiddlewareHandler =>
  async (c, next) => {
    const start = performance.now()
    await next()
    const method = METHODS.has(c.req.method) ? c.req.method : 'other'
    metrics.note(nameOf(c), method, c.res.status, (performance.now() - start) / 1000)
  }

const nameOf = (c: Context): string => routeOf(c)?.split(' ')[1] ?? 'other'

/** What stands in the ledger, and what goes on here. */
export async function gauges(ledger: Ledger, pool: Pool | undefined): Promise<string[]> {
  const { kinds, documents, accepted, rejected } = await ledger.summary()
  const gauge = (name: string, help: string, values: readonly (readonly [string, number])[]): string[] => [
    ...head(name, 'gauge', help),
    ...values.map(([of, n]) => `${name}${of} ${n}`),
  ]
  return [
    ...gauge(
      'chancery_ledger_facts',
      'Facts in force, by kind.',
      kinds.map(({ kind, facts }) => [labels({ kind }), facts] as const),
    ),
    ...gauge('chancery_ledger_documents', 'Articles filed.', [['', documents]]),
    ...gauge('chancery_ledger_entries', 'Entries of the chain.', [['', await ledger.head()]]),
    ...gauge('chancery_ledger_decided_facts', 'Facts that a person decided on.', [
      [labels({ is: 'accepted' }), accepted],
      [labels({ is: 'rejected' }), rejected],
    ]),
    ...gauge('chancery_waiting_jobs', 'Checks and questions that wait for a thread.', [['', pool?.waiting ?? 0]]),
    ...gauge('process_resident_memory_bytes', 'Memory of the process.', [['', process.memoryUsage.rss()]]),
    ...gauge('process_start_time_seconds', 'When the process began.', [
      ['', Math.round(Date.now() / 1000 - process.uptime())],
    ]),
  ]
}
