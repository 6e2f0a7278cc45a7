import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Debian keeps the server's programs off the PATH. */
const programs = (): string | undefined =>
  globSync('/usr/lib/postgresql/*/bin/initdb')
    .sort()
    .at(-1)
    ?.replace(/\/initdb$/, '') ?? (spawnSync('initdb', ['--version']).status === 0 ? '' : undefined)

/** The server refuses to run as root: then it runs as the user that its package made. */
function ordinary(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

let started: string | undefined
let schemas = 0

/**
 * The address of a fresh schema, with these tables in it, on a server of the tests' own, which is started once and ends with the
 * process; absent: none is installed.
 */
export function freshSchema(tables = ''): string | undefined {
  started ??= start()
  if (!started) return undefined
  const schema = `t${++schemas}`
  sql(started, `CREATE SCHEMA ${schema}; SET search_path = ${schema}; ${tables}`)
  return `postgres://tester@localhost/postgres?host=${encodeURIComponent(started)}&options=-csearch_path%3D${schema}`
}

const sql = (folder: string, text: string): void => {
  execFileSync(join(programs()!, 'psql'), ['-h', folder, '-U', 'tester', '-d', 'postgres', '-qc', text])
}

function start(): string | undefined {
  const bin = programs()
  if (bin === undefined) {
    if (process.env.CI) throw new Error('no PostgreSQL: install it, since nothing is skipped here')
    return undefined
  }
  const folder = mkdtempSync(join(tmpdir(), 'chancery-pg-'))
  const user = ordinary()
  chmodSync(folder, 0o700)
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const run = (program: string, ...args: string[]) =>
    execFileSync(join(bin, program), args, { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  run('initdb', '-D', data, '-U', 'tester', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C')
  const settings = `-k ${folder} -c listen_addresses= -c fsync=off -c max_connections=200`
  run('pg_ctl', '-D', data, '-w', '-o', settings, '-l', join(folder, 'log'), 'start')
  process.on('exit', () => {
    if (existsSync(data)) run('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}
