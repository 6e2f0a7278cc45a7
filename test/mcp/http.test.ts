import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { Pool } from '../../src/http/pool.ts'
import { listen } from '../../src/http/serve.ts'
import type { Services } from '../../src/http/services.ts'
import { mcpOverHttp } from '../../src/mcp/http.ts'
import { openLedger } from '../../src/run/ledger.ts'
import { secrets } from '../http/tokens.ts'
import { ownLedger } from '../http/world.ts'

/** A server of assistants, with or without threads. */
async function served(t: TestContext, more: Partial<Services> = {}, threads = 0) {
  const path = await ownLedger()
  const ledger = await openLedger({ path, packs: null })
  const about = { version: '0', today: () => '2026-11-22' }
  const assistants = { module: import.meta.resolve('../../src/mcp/http.ts'), version: '0' }
  const pool = threads ? new Pool({ ledger: path, threads, budget: 60_000, most: 8, assistants }) : undefined
  const base = { ledger, now: () => new Date().toISOString(), today: about.today, by: 'ana' }
  const serving = await listen({ ...base, mcp: mcpOverHttp(ledger, about), ...(pool && { pool }), ...more }, 0)
  t.after(async () => {
    await serving.close()
    await pool?.close()
    await ledger.close()
  })
  const client = async (token?: string) => {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
    const made = new Client({ name: 'test', version: '0' })
    await made.connect(
      new StreamableHTTPClientTransport(new URL('mcp', serving.address), { requestInit: { headers } }) as never,
    )
    t.after(() => made.close())
    return made
  }
  return { ledger, client, at: new URL('mcp', serving.address) }
}
const names = async (client: Client): Promise<string> =>
  (await client.listTools()).tools.map(({ name }) => name).join(' ')

for (const threads of [0, 1])
  test(`an assistant over HTTP reads, checks and asks, and finds no tool that writes${threads ? ', in a thread' : ''}`, async (t) => {
    const { client } = await served(t, {}, threads)
    const made = await client()
    assert.equal(await names(made), 'read check ask dossier')
    const text = 'No president of the United States had ever visited Cuba.'
    const { content, structuredContent } = await made.callTool({
      name: 'check',
      arguments: { text, date: '2016-03-22' },
    })
    assert.match((content as { text: string }[])[0]!.text, /refuted.*|Coolidge/s)
    assert.equal((structuredContent as { claims: { verdict: string }[] }).claims[0]?.verdict, 'refuted')
  })

for (const threads of [0, 1])
  test(`with leave to write, those whose token allows it file, signed with their name${threads ? ', in a thread' : ''}`, async (t) => {
    const { ledger, client } = await served(t, { beyond: { names: [] }, mcpWrites: true }, threads)
    const { read, review } = await secrets(ledger.access)
    assert.equal(await names(await client(read)), 'read check ask dossier')
    const made = await client(review)
    assert.equal(await names(made), 'read check ask dossier file')
    const { structuredContent } = await made.callTool({
      name: 'file',
      arguments: { text: 'Barack Obama visited Bhutan in November 2016.' },
    })
    const { ids } = structuredContent as { ids: string[] }
    assert.deepEqual(
      (await ledger.history(ids[0]!)).map(({ by }) => by),
      ['an assistant of review'],
    )
  })

test('without leave to write nobody files, and without a token nobody is let in', async (t) => {
  const { ledger, client, at } = await served(t, { beyond: { names: [] } })
  const { admin, expired, revoked } = await secrets(ledger.access)
  assert.equal(await names(await client(admin)), 'read check ask dossier')
  for (const token of [undefined, expired, revoked, 'x']) await assert.rejects(client(token), /401|token/)
  const headers = {
    authorization: `Bearer ${admin}`,
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
  }
  assert.equal((await fetch(at, { headers: { ...headers, accept: 'text/event-stream' } })).status, 405)
  assert.equal((await fetch(at, { method: 'DELETE', headers })).status, 405)
  for (const body of ['', '{', 'null', '{"jsonrpc":"2.0"}', '['.repeat(50_000)]) {
    const { status } = await fetch(at, { method: 'POST', headers, body })
    assert.ok(status >= 400 && status < 500, `${body.slice(0, 20)}: ${status}`)
  }
  const other = await fetch(at, { method: 'POST', headers: { ...headers, origin: 'https://evil.example' }, body: '{}' })
  assert.equal(other.status, 400, 'no page of another site speaks to it')
})
