import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { z } from 'zod'
import type { Ledger } from '../keep/port.ts'
import { ChanceryError } from '../model/error.ts'
import type { Day } from '../model/when.ts'
import { askTool, checkTool, dossierTool, fileTool, readTool, type Said } from './tools.ts'

export interface McpOptions {
  version: string
  /** Whether an assistant may file articles, as reports that decide nothing until a person accepts them. */
  mayWrite: boolean
  today: () => Day
  /** Who files: an assistant, unless said. */
  by?: string
}

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('a day, YYYY-MM-DD')
const text = z.string().min(1).max(2_000_000)
const date = day.optional().describe('the day the words were written, to which "today" and "last week" are tied')

/**
 * The Model Context Protocol's side of a ledger: an assistant reads, checks, asks and looks up against what is recorded here, and what it
 * gets back says where the record ends. Nothing writes unless `mayWrite`.
 */
export function mcpServer(ledger: Ledger, options: McpOptions): McpServer {
  const server = new McpServer({ name: 'chancery', version: options.version }, { instructions: INSTRUCTIONS })
  const reads = { readOnlyHint: true, openWorldHint: false }
  const { today } = options
  server.registerTool(
    'read',
    {
      title: 'Read an article',
      description:
        'Reads English news prose about relations between states into dated, attributed claims, each with its exact span.',
      inputSchema: { text, date },
      annotations: reads,
    },
    (given) => answered(() => readTool(ledger, given)),
  )
  server.registerTool(
    'check',
    {
      title: 'Check claims',
      description:
        'Checks the claims of an article or of one sentence ("the first", "never", "all but", "13 of") against the ledger. ' +
        'Verdicts: supported, refuted, disputed, not-covered (the record does not reach so far: this is not "false"), ' +
        'not-checkable (opinion, cause, forecast, status), not-understood (no safe reading).',
      inputSchema: { text, date, as_of: day.optional().describe('what held on this day; by default that of the text') },
      annotations: reads,
    },
    (given) => answered(() => checkTool(ledger, given, today())),
  )
  server.registerTool(
    'ask',
    {
      title: 'Ask the ledger',
      description: 'Answers a question in English about relations between states, with witnesses and gaps.',
      inputSchema: { question: z.string().min(1).max(2000), as_of: day.optional() },
      annotations: reads,
    },
    (given) => answered(() => askTool(ledger, given, today())),
  )
  server.registerTool(
    'dossier',
    {
      title: 'The dossier of two states',
      description: 'What the ledger holds of two states, each fact with its source, and what no source here covers.',
      inputSchema: { a: z.string().min(1).max(200), b: z.string().min(1).max(200) },
      annotations: reads,
    },
    (given) => answered(() => dossierTool(ledger, given)),
  )
  if (options.mayWrite)
    server.registerTool(
      'file',
      {
        title: 'File an article',
        description: 'Files what an article tells as reports. A report decides nothing until a person accepts it.',
        inputSchema: { text, date, title: z.string().max(1000).optional(), outlet: z.string().max(200).optional() },
        annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
      },
      (given) => answered(() => fileTool(ledger, given, options.by)),
    )
  return server
}

const INSTRUCTIONS =
  'Chancery is a record of relations between states. Its verdicts rest on the sources that it names, and end where these end: ' +
  '"not-covered" means that the record does not reach so far, never that something is false. Quote the source of what you pass on.'

/** What a tool says, as text and as data; a refusal is told to the assistant, so that it can do better. */
async function answered(work: () => Promise<Said>): Promise<CallToolResult> {
  try {
    const { words, data } = await work()
    return { content: [{ type: 'text', text: words }], structuredContent: data }
  } catch (error) {
    if (!(error instanceof ChanceryError)) throw error
    return { content: [{ type: 'text', text: error.message }], isError: true }
  }
}
