import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import type { Ledger } from '../../src/keep/port.ts'
import { mcpServer } from '../../src/mcp/server.ts'
import { openLedger } from '../../src/run/ledger.ts'

let ledger: Ledger
before(async () => {
  ledger = await openLedger({ path: ':memory:' })
})
after(() => ledger.close())

/** A client of a server on the ledger of the starter packs. */
async function client(mayWrite = false): Promise<Client> {
  const [ours, theirs] = InMemoryTransport.createLinkedPair()
  await mcpServer(ledger, { version: '0', mayWrite, today: () => '2026-11-22' }).connect(theirs)
  const made = new Client({ name: 'test', version: '0' })
  await made.connect(ours)
  return made
}

interface Called {
  content: { text: string }[]
  structuredContent?: Record<string, never>
  isError?: boolean
}
const call = async (made: Client, name: string, args: Record<string, unknown>): Promise<Called> =>
  (await made.callTool({ name, arguments: args })) as unknown as Called

describe('an assistant', () => {
  test('finds four tools that only read', async () => {
    const { tools } = await (await client()).listTools()
    assert.deepEqual(
      tools.map((t) => [t.name, t.annotations?.readOnlyHint]),
      [
        ['read', true],
        ['check', true],
        ['ask', true],
        ['dossier', true],
      ],
    )
  })

  test('reads rows with exact spans', async () => {
    const text = 'Barack Obama visited Cuba in March 2016.'
    const { structuredContent } = await call(await client(), 'read', { text, date: '2016-04-01' })
    const [row] = structuredContent!.rows as unknown as { kind: string; start: number; end: number; quote: string }[]
    assert.equal(row?.kind, 'visit')
    assert.equal(text.slice(row.start, row.end), row.quote)
  })

  test('hears a verdict in words and as data', async () => {
    const text = 'No president of the United States had ever visited Cuba.'
    const { content, structuredContent } = await call(await client(), 'check', { text, date: '2016-03-22' })
    assert.match(content[0]!.text, /refuted/)
    assert.match(content[0]!.text, /Coolidge/)
    const [claim] = structuredContent!.claims as unknown as { verdict: string }[]
    assert.equal(claim?.verdict, 'refuted')
  })

  test('asks, and looks up a pair', async () => {
    const made = await client()
    const asked = await call(made, 'ask', { question: 'Which presidents of the United States visited Cuba?' })
    assert.match(asked.content[0]!.text, /Coolidge/)
    const pair = await call(made, 'dossier', { a: 'Cuba', b: 'United States' })
    assert.match(pair.content[0]!.text, /Relations/)
    assert.ok((pair.structuredContent!.sources as unknown as unknown[]).length > 0)
  })

  test('is told what was wrong', async () => {
    const made = await client()
    for (const [name, args, says] of [
      ['dossier', { a: 'Atlantis', b: 'Cuba' }, /no state of that name/],
      ['dossier', { a: 'Cuba', b: 'cuba' }, /same state/],
      ['check', { text: '' }, /text/],
      ['check', { text: 'x', date: 'yesterday' }, /date/],
    ] as const) {
      const { content, isError } = await call(made, name, args)
      assert.equal(isError, true, name)
      assert.match(content[0]!.text, says)
    }
  })

  test('files reports only where that is allowed, and they decide nothing', async () => {
    const text = 'Barack Obama visited Tonga in May 2011.'
    const refused = await call(await client(), 'file', { text })
    assert.equal(refused.isError, true)
    assert.equal((await ledger.documents()).length, 0)
    const filed = await call(await client(true), 'file', { text, date: '2011-06-01' })
    assert.match(filed.content[0]!.text, /1 reports filed/)
    const checked = await call(await client(), 'check', { text: 'Barack Obama visited Tonga.', date: '2016-03-22' })
    assert.notEqual((checked.structuredContent!.claims as unknown as { verdict: string }[])[0]?.verdict, 'supported')
  })
})
