import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from 'node:test'
import { Chancery } from '../../src/client/index.ts'
import { openLedger, tablesAt } from '../../src/run/ledger.ts'
import { verifyLedger } from '../../src/run/verify.ts'
import { scratch } from '../keep/stores.ts'
import { articleOf } from '../run/work-articles.ts'

/** `CHANCERY_KILLS=10000` makes the long run. */
const KILLS = Number(process.env.CHANCERY_KILLS ?? 200)
/** So many servers at once, each with a ledger of its own. */
const LANES = 2
/** So many requests are under way when a server is killed. */
const CLIENTS = 4

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts')
const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const server of running) server.kill('SIGKILL')
})

async function serve(ledger: string): Promise<{ url: string; kill(): Promise<void> }> {
  const args = ['serve', '--port', '0', '--no-open', '--threads', '1', '--ledger', ledger]
  const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(server)
  let said = ''
  server.stderr.on('data', (part: Buffer) => {
    said += part
  })
  const ended = once(server, 'exit').finally(() => running.delete(server))
  const early = ended.then(() => assert.fail(`the server ended before it served: ${said}`))
  const [line] = (await Promise.race([once(server.stdout, 'data'), early])) as [Buffer]
  const kill = async () => {
    server.kill('SIGKILL')
    await ended
  }
  return { url: String(line).trim(), kill }
}

/** What was acknowledged: the article, and what it tells. */
type Acknowledged = Map<string, readonly string[]>

/** Sends article after article, four at once, until so many are acknowledged; what is not is to be sent again. */
async function sendUntil(url: string, most: number, again: number[], next: () => number, kept: Acknowledged) {
  const client = new Chancery({ url, retries: 0 })
  let [left, killed] = [most, false]
  const done = Promise.withResolvers<void>()
  const each = async () => {
    while (!killed) {
      const n = again.shift() ?? next()
      try {
        const { document, facts } = await client.keep({ text: articleOf(n), date: '2024-03-01' })
        kept.set(document, facts)
        if (--left <= 0) done.resolve()
      } catch {
        again.push(n)
        if (!killed) await new Promise((wait) => setImmediate(wait))
      }
    }
  }
  const all = Promise.all(Array.from({ length: CLIENTS }, each))
  await done.promise
  // A few turns more or less: requests are at every place of their way.
  for (let turns = Math.random() * 40; turns > 0; turns--) await new Promise((wait) => setImmediate(wait))
  return async (kill: () => Promise<void>) => {
    killed = true
    await kill()
    await all
  }
}

async function lane(path: string, kills: number): Promise<{ sent: number; kept: Acknowledged }> {
  const kept: Acknowledged = new Map()
  const again: number[] = []
  let sent = 0
  const next = () => sent++
  for (let n = 0; n < kills; n++) {
    const server = await serve(path)
    const end = await sendUntil(server.url, 1 + Math.floor(Math.random() * 6), again, next, kept)
    await end(server.kill)
  }
  const last = await serve(path)
  const client = new Chancery({ url: last.url })
  for (const n of again) {
    const { document, facts } = await client.keep({ text: articleOf(n), date: '2024-03-01' })
    kept.set(document, facts)
  }
  await last.kill()
  return { sent, kept }
}

test(`a server that is killed ${KILLS} times while it writes loses nothing it acknowledged, tears nothing, doubles nothing`, async (t) => {
  const folder = scratch(t)
  const paths = Array.from({ length: LANES }, (_, i) => join(folder, `${i}.db`))
  const lanes = await Promise.all(paths.map((path) => lane(path, Math.ceil(KILLS / LANES))))
  for (const [i, { sent, kept }] of lanes.entries()) {
    const path = paths[i]!
    assert.deepEqual((await verifyLedger(path)).damages, [], 'nothing is torn')
    const ledger = await openLedger({ path })
    t.after(() => ledger.close())
    const documents = (await ledger.documents()).map(({ id }) => id)
    assert.deepEqual(documents.sort(), [...kept.keys()].sort(), 'each article sent is there, once')
    assert.equal(kept.size, sent)
    const lost: string[] = []
    for (const facts of kept.values()) for (const id of facts) if (!(await ledger.fact(id))) lost.push(id)
    assert.deepEqual(lost, [], 'what was acknowledged is there')
    assert.deepEqual(await filedTwice(path), [], 'nothing is told twice')
  }
})

async function filedTwice(path: string): Promise<unknown[]> {
  const tables = await tablesAt(path, 'read')
  const filings = new Map<string, number>()
  for await (const rows of tables.rows('filing'))
    for (const [record, by] of rows) filings.set(`${record} ${by}`, (filings.get(`${record} ${by}`) ?? 0) + 1)
  await tables.close()
  return [...filings].filter(([, n]) => n > 1)
}
