import { execFile } from 'node:child_process'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { closure, lockOf } from '../../scripts/package/lock.ts'
import { type Manifest, packed } from '../../scripts/package/manifest.ts'

export const ROOT = join(import.meta.dirname, '../..')
export const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest

const TAKEN = ['src', 'web', 'data', 'docs', 'examples', 'scripts', '.npmrc']
const FILES = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', '*.md', 'LICENSE*']

export interface Ran {
  code: number
  out: string
  err: string
}

/** As a user has it: no project around, this Node first, a home of its own, no articles to measure on. */
export function envOf(home: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^npm_|^NODE_|^CHANCERY_/i.test(name))
  const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter)
  const folders = { HOME: home, XDG_CACHE_HOME: join(home, 'cache'), XDG_DATA_HOME: join(home, 'data') }
  return {
    ...Object.fromEntries(own),
    PATH,
    ...folders,
    npm_config_cache: join(home, 'npm'),
    npm_config_offline: 'true',
  }
}

export async function run(cwd: string, env: NodeJS.ProcessEnv, command: string, ...args: string[]): Promise<Ran> {
  try {
    const { stdout, stderr } = await promisify(execFile)(command, args, { cwd, env, maxBuffer: 1e8 })
    return { code: 0, out: stdout, err: stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, out: stdout, err: stderr }
  }
}

/** A copy of the checkout without its tests, packed by `npm pack`: the path of the tarball. */
export async function packCopy(folder: string, env: NodeJS.ProcessEnv): Promise<string> {
  for (const path of [...TAKEN, ...globSync(FILES, { cwd: ROOT })])
    if (existsSync(join(ROOT, path))) cpSync(join(ROOT, path), join(folder, path), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  const { code, out, err } = await run(folder, env, 'npm', 'pack', '--loglevel=error')
  if (code !== 0) throw new Error(`npm pack: ${err}`)
  return join(folder, out.trim().split('\n').at(-1)!)
}

/** Installs a tarball by npm, without a network: the packages that it needs, and no other, already lie there. */
export async function install(tarball: string, folder: string, env: NodeJS.ProcessEnv): Promise<Ran> {
  const paths = closure(lockOf(ROOT), Object.keys(packed(manifest).dependencies))
  const there = paths.filter((path) => existsSync(join(ROOT, path)))
  for (const path of there.filter((one) => !there.some((outer) => one.startsWith(`${outer}/`))))
    cpSync(join(ROOT, path), join(folder, path), { recursive: true })
  linkCommands(folder)
  writeFileSync(join(folder, 'package.json'), '{"name":"empty","private":true,"type":"module"}\n')
  return run(folder, env, 'npm', 'install', '--no-audit', '--no-fund', '--loglevel=error', tarball)
}

/** npm fetches a package anew whose command is not linked. */
function linkCommands(folder: string): void {
  const bin = 'node_modules/.bin'
  mkdirSync(join(folder, bin), { recursive: true })
  for (const name of globSync('*', { cwd: join(ROOT, bin) })) {
    const target = readlinkSync(join(ROOT, bin, name))
    if (existsSync(join(folder, bin, target))) symlinkSync(target, join(folder, bin, name))
  }
}
