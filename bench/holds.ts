// How long each request holds the one thread that answers everybody, the longest first: node bench/holds.ts LEDGER [THREADS]
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app } from '../src/http/app.ts'
import { tiedPool } from '../src/http/tied.ts'
import { openLedger } from '../src/run/ledger.ts'

const [from = '', threads = '1'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'chancery-holds-'))
const path = join(folder, 'ledger.db')
copyFileSync(from, path)

const PRESIDENT = 'Barack Obama visited Cuba in March 2016. No president of the United States had ever visited Cuba. '
const ARTICLE = { text: `${PRESIDENT}John Kerry visited Cuba on 5 September 2014. `.repeat(30), date: '2016-03-30' }
const LONG = 'He spoke of the weather and of the road. '.repeat(45_000)
const VISITS = `visitor,to,when\n${Array.from({ length: 20_000 }, (_, i) => `Jane Doe ${i},${['Cuba', 'Peru', 'Chad'][i % 3]},${1900 + (i % 120)}-0${1 + (i % 9)}-11`).join('\n')}\n`
const table = (text: string) => ({ text, file: 'own.csv', authority: 'the desk' })
const found = (when: string) => ({
  ...{ kind: 'visit', roles: { visitor: ['Barack Obama'], to: ['Cuba'] }, when },
  ...{ url: 'https://example.org/a', quote: 'He came.' },
})
const names = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`q${i}`, { query: `Republic of Cuba ${i}` }]))

const post = (at: string, body: unknown): [string, RequestInit] => [
  at,
  { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
]

/** Every request with what makes it long. */
const ASKED: readonly [string, RequestInit?][] = [
  ['/api/sources'],
  ['/api/pair/USA/GBR'],
  ['/api/pair/USA/GBR/rolls?year=2015'],
  ['/api/dossier/USA/GBR'],
  ['/api/roll/A-RES-181(II)?with=ties:ISR'],
  ['/api/roll/A-RES-181(II)?with=regions'],
  ['/api/rolls?q=nuclear+weapons'],
  ['/api/entities?limit=1000'],
  ['/api/entities?q=president'],
  ['/api/entity/state:USA'],
  ['/api/names?q=president&holds=person'],
  ['/api/decisions?limit=1000'],
  ['/api/documents'],
  ['/api/ask/examples'],
  ['/api/examples'],
  ['/api/panel.zip?states=all&from=2015&to=2016'],
  ['/metrics'],
  ['/api/openapi.json'],
  ['/api/docs'],
  post('/api/keep', ARTICLE),
  post('/api/check', ARTICLE),
  post('/api/check', { text: LONG }),
  ['/api/changes?since=2026-11-22T00:00:00.000Z'],
  post('/api/found', found('2016-03-21')),
  post('/api/found', {
    ...found('2016-03-21'),
    kind: 'relations',
    roles: { between: ['Cuba', 'Peru'], step: ['severed'] },
  }),
  post('/api/whole', {
    kind: 'visit',
    roles: { to: 'state:CUB' },
    from: '1900-01-01',
    to: '2020-01-01',
    authority: 'a ministry',
  }),
  ['/api/changes?since=2026-11-22T00:00:00.000Z'],
  post('/api/review', { article: ARTICLE, claim: 'CLAIM', is: 'accepted' }),
  post('/api/review/undo', { article: ARTICLE, claim: 'CLAIM', seen: 'REVIEW' }),
  post('/api/same', { article: ARTICLE, pair: ['PAIR', 'PAIR'], is: 'same' }),
  post('/api/watches', { text: 'Which presidents of the United States have visited Cuba?' }),
  post('/api/watches', { text: 'No president of the United States has ever visited Cuba.' }),
  post('/api/watches/run', {}),
  post('/api/table', table(VISITS)),
  post('/api/table', { ...table(VISITS), file_it: true }),
  post('/api/decisions', { id: 'FACT', is: 'reject' }),
  post('/api/open', { name: 'a.txt', bytes: Buffer.from(LONG).toString('base64') }),
  post('/api/open', { name: 'a.md', bytes: Buffer.from(`# a\n\n${LONG}`).toString('base64') }),
  post('/api/open', { name: 'a.html', bytes: Buffer.from(`<p>${LONG}`).toString('base64') }),
  post('/api/briefing', { a: 'USA', b: 'GBR', on: '2016-03-20' }),
  [
    '/reconcile?queries='.concat(
      encodeURIComponent(JSON.stringify(Object.fromEntries(Object.entries(names).slice(0, 50)))),
    ),
  ],
  ['/reconcile', { method: 'POST', body: new URLSearchParams({ queries: JSON.stringify(names) }) }],
  ['/reconcile/suggest/entity?prefix=Pres'],
]

/** What only an answer before tells. */
const seen: Record<string, string> = {}
const put = (init: RequestInit | undefined): RequestInit | undefined =>
  typeof init?.body === 'string'
    ? {
        ...init,
        body: init.body
          .replace(/"(CLAIM|REVIEW|FACT)"/g, (all, name: string) => (seen[name] ? JSON.stringify(seen[name]) : all))
          .replace('["PAIR","PAIR"]', seen.PAIR ?? '["fact:a","fact:b"]'),
      }
    : init
// biome-ignore lint/suspicious/noExplicitAny: whatever the server sends.
function remember(body: any): void {
  const given = body.claims ?? body.view?.claims
  const claims = Array.isArray(given) ? given : undefined
  // biome-ignore lint/suspicious/noExplicitAny: the same.
  const claim = claims?.find((one: any) => one.review)
  if (claim) seen.REVIEW = claim.review.id
  seen.CLAIM ??= claims?.[0]?.id
  seen.FACT ??= body.facts?.[0]
  // biome-ignore lint/suspicious/noExplicitAny: the same.
  const [pair] = claims?.flatMap((one: any) => one.pairs) ?? []
  if (pair) seen.PAIR = JSON.stringify([pair.a.fact, pair.b.fact])
}

/** The longest that a timer of 5 ms came late while work was done, in ms. */
async function heldBy(work: () => Promise<void>): Promise<number> {
  let [last, most] = [performance.now(), 0]
  const look = () => {
    const now = performance.now()
    most = Math.max(most, now - last - 5)
    last = now
  }
  const timer = setInterval(look, 5)
  await work()
  await new Promise((done) => setTimeout(done, 20))
  look()
  clearInterval(timer)
  return most
}

const ledger = await openLedger({ path, packs: null })
const pool =
  Number(threads) > 0
    ? tiedPool(ledger, { ledger: path, threads: Number(threads), budget: 120_000, most: 64 })
    : undefined
const server = app({
  ledger,
  now: () => new Date().toISOString(),
  today: () => '2026-11-22',
  by: 'ana',
  ...(pool && { pool }),
})
const rows: { ms: number; all: number; what: string; status: number }[] = []
for (const [at, init] of ASKED) {
  let status = 0
  const started = performance.now()
  const ms = await heldBy(async () => {
    const response = await server.request(`http://127.0.0.1${at}`, put(init))
    status = response.status
    const text = await response.text()
    if (response.headers.get('content-type')?.startsWith('application/json')) remember(JSON.parse(text))
  })
  rows.push({ ms, all: performance.now() - started, what: `${init?.method ?? 'GET'} ${at.slice(0, 60)}`, status })
}
await pool?.close()
await ledger.close()
rmSync(folder, { recursive: true, force: true })
rows.sort((a, b) => b.ms - a.ms)
for (const { ms, all, what, status } of rows)
  console.log(`${ms.toFixed(0).padStart(6)} ms of ${all.toFixed(0).padStart(6)} ms  ${status}  ${what}`)
