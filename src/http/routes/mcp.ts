import { ChanceryError } from '../../model/error.ts'
import { assistantOf } from '../access.ts'
import type { Routes } from '../routes.ts'

/** Assistants, by the Model Context Protocol: its own description says what they may ask. */
export const mcp: Routes = (api, services) => {
  api.on(['GET', 'POST', 'DELETE'], '/mcp', async (c) => {
    if (!services.mcp) throw new ChanceryError('not-found', '/mcp', 'this server serves no assistants')
    const mayWrite = services.mcpWrites === true && c.get('bearer')?.scope !== 'read'
    return services.mcp(c.req.raw, { mayWrite, by: assistantOf(c) })
  })
}
