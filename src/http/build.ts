import {
  accessSync,
  constants,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { brotliCompressSync, gzipSync, constants as zlib } from 'node:zlib'
import { canonical, hashOf } from '../keep/content.ts'
import { ChanceryError } from '../model/error.ts'
import type { WebFile, WebFiles } from './assets.ts'

const ROOT = join(import.meta.dirname, '../..')
/** What the page is made of: its own sources, and those of `src` that it bundles. */
const SOURCES = ['web/**/*', 'src/show/**/*.ts', 'src/model/**/*.ts', 'package-lock.json', 'src/http/build.ts']

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
}

/** Where a package has the page, built. */
const BUILT = join(import.meta.dirname, '../web')

/**
 * The page: as a package has it; in a checkout built by Vite when its sources are new and kept by their hash in `.cache` (or the
 * user's own cache folder, where the installation may not be written). `say` hears that it is being built. Throws `fault` when it
 * cannot be.
 */
export async function webFiles(say: (words: string) => void): Promise<WebFiles> {
  const packed = read(BUILT)
  if (packed.has('/index.html')) return packed
  const hash = hashOfSources()
  const folder = join(cacheFolder(), 'web', hash)
  const kept = read(folder)
  if (kept.has('/index.html')) return kept
  say('building the page, once for these sources')
  await build(folder)
  return read(folder)
}

function hashOfSources(): string {
  const files = globSync(SOURCES, { cwd: ROOT, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return hashOf(canonical(files.sort().map((file) => [file.slice(ROOT.length), hashOf(readFileSync(file, 'utf8'))])))
}

function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const own = join(ROOT, '.cache')
  try {
    mkdirSync(own, { recursive: true })
    accessSync(own, constants.W_OK)
    return own
  } catch {
    return join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'chancery')
  }
}

/** Builds the page into a folder, each file also compressed. */
export async function buildPage(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const vite = await import('vite')
  await vite.build({
    root: join(ROOT, 'web'),
    configFile: false,
    logLevel: 'error',
    cacheDir: join(folder, '.vite'),
    build: { outDir: folder, emptyOutDir: true, modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  })
  for (const file of filesIn(folder)) compress(join(folder, file))
}

/** Moves a page that was built into its place, unless another was sooner with the same: that one may be being read. */
export function place(making: string, folder: string): void {
  try {
    renameSync(making, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    if (!existsSync(join(folder, 'index.html.gz'))) {
      rmSync(folder, { recursive: true, force: true })
      renameSync(making, folder)
    } else rmSync(making, { recursive: true, force: true })
  }
}

/** Builds beside the folder and renames: of two that build at once, each finds a whole page. */
async function build(folder: string): Promise<void> {
  const making = `${folder}.${process.pid}`
  try {
    await buildPage(making)
    place(making, folder)
    sweep(dirname(folder))
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    if (read(folder).has('/index.html')) return
    throw new ChanceryError(
      'fault',
      folder,
      `the page cannot be built (${(error as Error).message}): check that ${folder} can be written and node_modules is whole`,
    )
  }
}

/** Pages of sources that are no longer there go after a week. */
function sweep(folder: string): void {
  const old = Date.now() - 7 * 24 * 3600 * 1000
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (statSync(path).mtimeMs < old) rmSync(path, { recursive: true, force: true })
  }
}

const filesIn = (folder: string): string[] =>
  globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))

function compress(file: string): void {
  const body = readFileSync(file)
  writeFileSync(`${file}.br`, brotliCompressSync(body, { params: { [zlib.BROTLI_PARAM_SIZE_HINT]: body.length } }))
  writeFileSync(`${file}.gz`, gzipSync(body, { level: 9 }))
}

function read(folder: string): WebFiles {
  const names = filesIn(folder).filter((name) => extname(name) in TYPES)
  return new Map(names.map((name) => [`/${name.replaceAll('\\', '/')}`, fileOf(join(folder, name))]))
}

const fileOf = (path: string): WebFile => {
  const body = readFileSync(path)
  const [brotli, gzip] = [readFileSync(`${path}.br`), readFileSync(`${path}.gz`)]
  return {
    type: TYPES[extname(path)]!,
    etag: `"${hashOf(body.toString('latin1'))}"`,
    body,
    ...(brotli.length < body.length && { brotli }),
    ...(gzip.length < body.length && { gzip }),
  }
}
