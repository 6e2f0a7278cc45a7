import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import type { Ledger } from '../keep/port.ts'
import { type McpOptions, mcpServer } from './server.ts'

/** Who asks: whether it may write is said anew with each request. */
export interface Asker {
  mayWrite: boolean
  by?: string
}

const LONGEST = 8 * 1024 * 1024

/**
 * Serves assistants over HTTP (streamable HTTP, without sessions: each request stands for itself, so that any server of a ledger answers
 * any of them). Answers are JSON; there is no stream that the server begins.
 */
export const mcpOverHttp =
  (ledger: Ledger, options: Pick<McpOptions, 'version' | 'today'>) =>
  async (request: Request, { mayWrite, by }: Asker): Promise<Response> => {
    if (request.method !== 'POST') return new Response(null, { status: 405, headers: { allow: 'POST' } })
    const server = mcpServer(ledger, { ...options, mayWrite, ...(by !== undefined && { by }) })
    const transport = new WebStandardStreamableHTTPServerTransport({
      enableJsonResponse: true,
      maxRequestBodySize: LONGEST,
    })
    await server.connect(transport)
    try {
      const response = await transport.handleRequest(request)
      // The transport goes with its server: what it said is taken first.
      return new Response(await response.arrayBuffer(), response)
    } finally {
      await server.close()
    }
  }
