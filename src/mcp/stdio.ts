import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import type { Ledger } from '../keep/port.ts'
import { type McpOptions, mcpServer } from './server.ts'

/** Serves one assistant over standard input and output until the input ends. */
export async function serveStdio(ledger: Ledger, options: McpOptions): Promise<void> {
  const server = mcpServer(ledger, options)
  const ended = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve)
    process.stdin.once('close', resolve)
  })
  await server.connect(new StdioServerTransport())
  await ended
  await server.close()
}
