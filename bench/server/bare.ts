/**
 * The measure of a server: Hono with nothing but the SQL of a page, as the other process wrote it down. `node bench/server/bare.ts LEDGER
 * QUERIES` prints its address; `QUERIES` holds for each pair its statements with their values.
 */
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

const [ledger, queries] = process.argv.slice(2) as [string, string]
const asked = JSON.parse(readFileSync(queries, 'utf8')) as Record<string, [sql: string, values: SQLInputValue[]][]>
const db = new DatabaseSync(ledger, { readOnly: true, timeout: 10_000 })
const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>()
const statement = (sql: string) => {
  const known = prepared.get(sql) ?? db.prepare(sql)
  prepared.set(sql, known)
  return known
}

const app = new Hono()
app.get('/api/pair/:a/:b', (c) => {
  const { a, b } = c.req.param()
  db.exec('BEGIN')
  const rows = asked[`${a}/${b}`]!.map(([sql, values]) => statement(sql).all(...values))
  db.exec('COMMIT')
  return c.json(rows)
})
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }: AddressInfo) =>
  console.log(`http://127.0.0.1:${port}/`),
)
