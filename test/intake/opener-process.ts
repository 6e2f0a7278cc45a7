/** `opener-process.ts FILE`: opens a file and prints what came of it, how long it took and how much memory the process had at most. */
import { readFileSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// As the command line does.
enableCompileCache(join(import.meta.dirname, '../../.cache/compile'))

const [path] = process.argv.slice(2)
const { openAll } = await import('../../src/run/open.ts')
const [from, before] = [performance.now(), process.cpuUsage()]
const out = { articles: 0, errors: [] as string[], thrown: '', message: '', ms: 0, cpu: 0, megabytes: 0 }
try {
  for await (const one of openAll([path!]))
    if ('error' in one) out.errors.push(`${one.error.code}: ${one.error.message}`)
    else out.articles++
} catch (error) {
  out.thrown = (error as { code?: string }).code ?? 'unknown'
  out.message = (error as Error).message
}
out.ms = Math.round(performance.now() - from)
const { user, system } = process.cpuUsage(before)
out.cpu = Math.round((user + system) / 1000)
out.megabytes = Math.round(mostKilobytes() / 1024)
process.stdout.write(JSON.stringify(out))

/** The system counts the memory of the process that started this one as its own, except where Linux tells of it apart. */
function mostKilobytes(): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))![1])
  } catch {
    return process.memoryUsage.rss() / 1024
  }
}
