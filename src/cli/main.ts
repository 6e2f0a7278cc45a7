import { enableCompileCache } from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'

// Stripping types costs more than all the rest of a start; the checkout's own cache first, the user's when it is read-only.
const FAILED = 0
const places = [join(import.meta.dirname, '../../.cache/compile'), join(homedir(), '.cache/chancery/compile')]
places.find((place) => enableCompileCache(place).status !== FAILED)

const { main } = await import('./program.ts')
process.exitCode = await main(process.argv.slice(2))
