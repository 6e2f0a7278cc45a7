import { enableCompileCache, registerHooks } from 'node:module'
import { join } from 'node:path'

// For a start without ./chancery, which has this file itself cached too.
enableCompileCache(join(import.meta.dirname, '../../.cache/compile'))

const own = new URL('../', import.meta.url).href
const format = import.meta.url.endsWith('.ts') ? 'module-typescript' : 'module'
// Our files name each other by their whole relative path: to look for them takes a tenth of a start.
registerHooks({
  resolve: (name, context, next) =>
    name.startsWith('.') && context.parentURL?.startsWith(own)
      ? { url: new URL(name, context.parentURL).href, format, shortCircuit: true }
      : next(name, context),
})

const { main } = await import('./program.ts')
process.exitCode = await main(process.argv.slice(2))
