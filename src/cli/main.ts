import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// For a start without ./chancery, which has this file itself cached too.
enableCompileCache(join(import.meta.dirname, '../../.cache/compile'))

const { main } = await import('./program.ts')
process.exitCode = await main(process.argv.slice(2))
