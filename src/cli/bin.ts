#!/usr/bin/env node
// The command of the installed package. Nothing newer than Node 14 may stand here, so that an old Node can say what is missing.
const NEEDED = 24

if (Number.parseInt(process.versions.node, 10) < NEEDED) {
  process.stderr.write(
    `chancery: Node ${process.versions.node} is too old: install Node ${NEEDED} or later, and run this again\n`,
  )
  process.exitCode = 3
} else {
  await start()
}

async function start() {
  const [{ enableCompileCache }, { homedir }, { join }] = await Promise.all([
    import('node:module'),
    import('node:os'),
    import('node:path'),
  ])
  const { NODE_COMPILE_CACHE, XDG_CACHE_HOME } = process.env
  // The package's own folder may belong to somebody else.
  enableCompileCache(NODE_COMPILE_CACHE || join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'chancery', 'compile'))
  withoutExperimental()
  await import('./main.ts')
}

/** Earlier versions of Node 24 call their SQLite experimental, on stderr, at every start. */
function withoutExperimental() {
  const warn = process.emitWarning
  process.emitWarning = ((warning: string | Error, ...rest: unknown[]) => {
    const [type] = rest
    const name = typeof type === 'object' ? (type as { type?: string } | null)?.type : type
    if (name !== 'ExperimentalWarning') (warn as (...args: unknown[]) => void).call(process, warning, ...rest)
  }) as typeof process.emitWarning
}
