import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, test } from 'node:test'

const ROOT = join(import.meta.dirname, '..')

/** What each folder of src/ may import besides itself. Everything may import `model`. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  model: [],
  net: [],
  ask: [],
  grammar: [],
  atlas: [],
  check: ['ask'],
  read: ['grammar', 'atlas', 'ask'],
  keep: ['ask'],
  reconcile: ['ask', 'atlas'],
  sources: ['atlas', 'net'],
  intake: ['net'],
  show: ['check', 'atlas', 'ask'],
  run: ['net', 'ask', 'grammar', 'atlas', 'check', 'read', 'keep', 'reconcile', 'sources', 'intake', 'show'],
  cli: ['*'],
  http: ['*'],
  mcp: ['*'],
  // The library.
  'index.ts': ['*'],
  // Runs in a browser too: it may take types from everywhere, and nothing else.
  client: [],
}
const SHELLS = ['cli', 'http', 'mcp', 'index.ts']
/** Only these open sockets. */
const NETWORKED = ['net', 'http', 'mcp', 'client']
const SOCKETS = /^(?:node:)?(?:https?|http2|net|tls|dgram|undici)$/

/** The runtime's own clients, called or passed on; a method of that name ("ledger.fetch") is something else. */
const CALLS =
  /globalThis\.fetch\b|(?:\b(?:await|return|yield)|[=(,?:>])\s*fetch\s*[(,)\n]|\bnew (?:WebSocket|EventSource)\b/

const LONGEST_FILE = 300
/** Tables of data and generated files, which a reader does not read line by line. */
const TABLES = /(?:^|\/)data\/|\.generated\.ts$|table\.ts$/

interface Import {
  from: string
  name: string
  /** Gone before anything runs. */
  type: boolean
}

const sources = (): string[] => globSync('src/**/*.ts', { cwd: ROOT }).sort()
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')
const folderOf = (file: string): string => relative('src', file).split('/')[0]!

const STATIC = /^(?:import|export)\s+(type\s+)?(?:[\w$*\s{},]+?\sfrom\s+)?['"]([^'"\n]+)['"]/gm
const DYNAMIC = /(?<![.\w])import\(\s*['"]([^'"\n]+)['"]/g

/** Imports of values that come before anything is done. */
const stillImportsOf = (file: string): Import[] =>
  [...read(file).matchAll(STATIC)].flatMap(([, type, name]) => (type ? [] : [{ from: file, name: name!, type: false }]))

/** Static and dynamic imports, re-exports too. */
function importsOf(file: string): Import[] {
  const code = read(file)
  const still = [...code.matchAll(STATIC)].map(([, type, name]) => ({
    from: file,
    name: name!,
    type: type !== undefined,
  }))
  return [...still, ...[...code.matchAll(DYNAMIC)].map(([, name]) => ({ from: file, name: name!, type: false }))]
}

const inner = ({ from, name }: Import): string => join(dirname(from), name)
const all = (): Import[] => sources().flatMap(importsOf)

function allowed(from: string, to: string): boolean {
  if (from === to || to === 'model') return true
  const may = MAY[from] ?? []
  // The command line starts the other shells.
  return may.includes('*') ? from === 'cli' || !SHELLS.includes(to) : may.includes(to)
}

describe('layers', () => {
  test('the walk sees every form of import', () => {
    const names = importsOf('src/cli/commands.ts').map(({ name }) => name)
    assert(names.includes('commander') && names.includes('./commands/resolve.ts'), names.join())
    assert(importsOf('src/cli/commands/parse.ts').some(({ name }) => name === '../../grammar/index.ts'))
    assert(
      importsOf('src/atlas/index.ts').some(({ name }) => name === './find.ts'),
      're-exports',
    )
  })

  test('every folder of src has its place', () => {
    assert.deepEqual(
      [...new Set(sources().map(folderOf))].filter((folder) => !MAY[folder]),
      [],
    )
  })

  test('imports run one way', () => {
    const wrong = all()
      .filter(({ name }) => name.startsWith('.'))
      .filter((one) => !inner(one).startsWith('src/') || !allowed(folderOf(one.from), folderOf(inner(one))))
      .filter((one) => !/^package\.json$/.test(inner(one)))
      .filter(({ from, type }) => !(type && folderOf(from) === 'client'))
    assert.deepEqual(
      wrong.map(({ from, name }) => `${from} imports ${name}`),
      [],
    )
  })

  test('the client runs without Node and without a package', () => {
    const values = sources()
      .filter((file) => folderOf(file) === 'client')
      .flatMap(importsOf)
      .filter(({ type }) => !type)
    assert.ok(values.length > 1)
    assert.deepEqual(
      values.filter(({ name }) => !name.startsWith('./')),
      [],
    )
  })

  test('every file that is imported is there', () => {
    const missing = all().filter((one) => one.name.startsWith('.') && !existsSync(join(ROOT, inner(one))))
    assert.deepEqual(
      missing.map(({ from, name }) => `${from} imports ${name}`),
      [],
    )
  })

  test('packages that are imported are dependencies', () => {
    type Listed = Record<'dependencies' | 'peerDependencies', Record<string, string>>
    const { dependencies, peerDependencies } = JSON.parse(read('package.json')) as Listed
    const known = { ...dependencies, ...peerDependencies }
    const foreign = all().filter(({ name }) => !/^(?:\.|node:)/.test(name))
    const packageOf = (name: string) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/')
    assert.deepEqual(
      foreign.filter(({ name }) => !Object.hasOwn(known, packageOf(name))),
      [],
    )
  })

  test('only net, http and mcp open sockets', () => {
    const quiet = sources().filter((file) => !NETWORKED.includes(folderOf(file)))
    const dialling = quiet.flatMap(importsOf).filter(({ name }) => SOCKETS.test(name))
    assert.deepEqual(
      dialling.map(({ from, name }) => `${from} imports ${name}`),
      [],
    )
    const calling = quiet.filter((file) => CALLS.test(read(file)))
    assert.deepEqual(calling, [])
  })

  /** What is loaded before anything is done, from a file on. */
  function loadedBy(file: string): string[] {
    const seen = new Set([file])
    for (const one of seen)
      if (one.startsWith('src/'))
        for (const { name } of stillImportsOf(one)) seen.add(name.startsWith('.') ? join(dirname(one), name) : name)
    return [...seen]
  }

  test('checking a sentence loads no schemas and no readers of files, and saying what a ledger holds no reader at all', () => {
    const foreign = (file: string, folders: RegExp) => loadedBy(file).filter((name) => folders.test(name))
    assert.deepEqual(
      foreign('src/cli/commands/check.ts', /^zod$|^src\/(?:intake|sources\/packs|net|show\/files)\b/),
      [],
    )
    assert.deepEqual(foreign('src/cli/commands/ledger.ts', /^zod$|^src\/(?:intake|net|read|grammar|atlas|check)\//), [])
    assert.ok(loadedBy('src/cli/commands/check.ts').length > 200)
  })

  test(`no file is longer than ${LONGEST_FILE} lines`, () => {
    const pages = globSync('web/src/**/*.{ts,tsx}', { cwd: ROOT })
    assert.ok(pages.length > 20)
    const long = [...sources(), ...pages].filter(
      (file) => !TABLES.test(file) && read(file).split('\n').length - 1 > LONGEST_FILE,
    )
    assert.deepEqual(long, [])
  })
})

/** Words that name a machine, a registry or a way of working, and say nothing of the project. Split, so that they are not found here. */
const FORBIDDEN = [
  '/wo' + 'rk/',
  '/ho' + 'me/',
  '/ro' + 'ot/',
  '/tmp/' + 'bash',
  'registry' + '.npmjs',
  '"resol' + 'ved":',
  'local' + 'host:',
]

describe('committed files', () => {
  test('name no machine and no registry', (t) => {
    if (!existsSync(join(ROOT, '.git'))) return t.skip('no git checkout')
    const files = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0').filter(Boolean)
    const found = files
      .filter((file) => existsSync(join(ROOT, file)))
      .flatMap((file) => FORBIDDEN.filter((word) => read(file).includes(word)).map((word) => `${file}: ${word}`))
    assert(files.includes('package-lock.json'), 'the lock file is committed')
    assert.deepEqual(found, [])
  })
})
