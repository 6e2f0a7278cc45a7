import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { after, describe, test } from 'node:test'

const LAUNCHER = join(import.meta.dirname, '../chancery')
const LOCK = {
  packages: { '': {}, 'node_modules/zod': { version: '4.0.0' }, 'node_modules/biome': { version: '2', dev: true } },
}
const TOOLS = ['cksum', 'grep', 'ls', 'mkdir', 'mv', 'readlink', 'rm', 'rmdir', 'sh', 'sleep', 'uname', 'cat']

/** A node that says its version to `-p`, compares for `-e` as it is told, and otherwise prints what it was given. */
const fakeNode = (version: number, same: boolean) => `#!/bin/sh
echo "node${version} $1" >>"$LOG"
case $1 in
  -p) echo ${version} ;;
  -e) exit ${same ? 0 : 1} ;;
  *) printf '<%s>' "$@"; cat; exit 7 ;;
esac`
/** An npm that takes a moment and leaves what npm leaves. */
const fakeNpm = (then = 'mkdir -p node_modules/.bin; echo "{}" >node_modules/.package-lock.json') => `#!/bin/sh
echo "npm $*" >>"$LOG"
echo chatter
sleep 0.3
${then}`

interface Setting {
  machine?: number
  own?: number
  npm?: string
  same?: boolean
}

const folders: string[] = []
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A checkout of nothing but the launcher, in a folder whose name has a space, on a machine of fake programs. */
function checkout({ machine, own, npm, same = false }: Setting) {
  const root = mkdtempSync(join(tmpdir(), 'chancery launcher '))
  folders.push(root)
  chmodSync(root, 0o755)
  const [home, bin, log] = [join(root, 'check out'), join(root, 'bin'), join(root, 'log')]
  for (const folder of [home, bin]) mkdirSync(folder)
  const program = (path: string, text: string) => writeFileSync(path, text, { mode: 0o755 })
  for (const tool of TOOLS) symlinkSync(which(tool), join(bin, tool))
  if (machine) program(join(bin, 'node'), fakeNode(machine, same))
  if (npm !== undefined) program(join(bin, 'npm'), npm)
  program(join(home, 'chancery'), readFileSync(LAUNCHER, 'utf8'))
  writeFileSync(join(home, 'package-lock.json'), JSON.stringify(LOCK))
  if (own) {
    mkdirSync(join(home, 'node_modules/.bin'), { recursive: true })
    writeFileSync(join(home, 'node_modules/.package-lock.json'), '{ "dev": true }')
    program(join(home, 'node_modules/.bin/node'), fakeNode(own, same))
  }
  writeFileSync(log, '', { mode: 0o666 })
  chmodSync(log, 0o666)
  const calls = () => readFileSync(log, 'utf8').split('\n').filter(Boolean)
  const start = (args: string[] = [], options: Start = {}) =>
    run(options.file ?? join(home, 'chancery'), args, bin, log, options)
  return { root, home, bin, calls, start, program }
}

const which = (tool: string): string => {
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, tool))
    .find((path) => existsSync(path))
  assert(found, `${tool} is on the PATH`)
  return found
}

interface Start {
  file?: string
  cwd?: string
  input?: string
  uid?: number
  env?: Record<string, string>
}

function run(
  file: string,
  args: string[],
  bin: string,
  log: string,
  { cwd = '/', input = '', uid, env: more = {} }: Start,
) {
  const env = { PATH: bin, LOG: log, ...more }
  return new Promise<{ code: number | null; out: string; err: string }>((done) => {
    const child = spawn(file, args, { cwd, env, ...(uid ? { uid, gid: uid } : {}) })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk) => (out += chunk))
    child.stderr.on('data', (chunk) => (err += chunk))
    child.on('close', (code) => done({ code, out, err }))
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

const main = (home: string) => `<--disable-warning=ExperimentalWarning><${home}/src/cli/main.ts>`
/** An ordinary user where the tests run as root, for whom no folder is read-only. */
const ordinary = process.getuid?.() === 0 ? 65534 : undefined

describe('the launcher', () => {
  test('installs once, without development packages, and says so on stderr alone', async () => {
    const { home, calls, start } = checkout({ machine: 24, npm: fakeNpm() })
    const first = await start(['read', '-', ''], { input: 'an article' })
    assert.deepEqual([first.code, first.out], [7, `${main(home)}<read><-><>an article`])
    assert.match(first.err, /^chancery: first use, or an update: installing packages into .*check out\/node_modules\n$/)
    assert.equal(calls().filter((call) => call.startsWith('npm')).length, 1)
    assert.match(calls().find((call) => call.startsWith('npm'))!, /^npm install --omit=dev --no-save --ignore-scripts /)
    const again = await start(['--version'])
    assert.deepEqual([again.out, again.err], [`${main(home)}<--version>`, ''])
    assert.deepEqual(calls().slice(2), [
      'node24 --disable-warning=ExperimentalWarning',
      'node24 --disable-warning=ExperimentalWarning',
    ])
  })

  test('takes what npm itself has installed as it is', async () => {
    const { calls, start } = checkout({ machine: 24, own: 24, same: true, npm: fakeNpm() })
    assert.equal((await start()).code, 7)
    assert.deepEqual(calls(), ['node24 -e', 'node24 -p', 'node24 --disable-warning=ExperimentalWarning'])
  })

  test('installs again when the lock file changes, and keeps development packages that are there', async () => {
    const { home, calls, start } = checkout({ machine: 24, own: 24, same: false, npm: fakeNpm() })
    await start()
    writeFileSync(join(home, 'node_modules/.package-lock.json'), '{}')
    await start()
    writeFileSync(join(home, 'package-lock.json'), '{}')
    await start()
    const npm = calls().filter((call) => call.startsWith('npm'))
    assert.deepEqual(
      npm.map((call) => call.split(' ')[2]),
      ['--include=dev', '--omit=dev'],
    )
  })

  test('starts over after an installation that was cut short', async () => {
    const { home, start } = checkout({ machine: 24, own: 24, same: true, npm: fakeNpm() })
    writeFileSync(join(home, 'node_modules/.chancery-installed'), 'installing\n')
    writeFileSync(join(home, 'node_modules/half'), '')
    assert.equal((await start()).code, 7)
    assert.equal(existsSync(join(home, 'node_modules/half')), false)
  })

  test('starts over after an installation that a signal ended', async () => {
    const { home, bin, start, program } = checkout({
      machine: 24,
      npm: fakeNpm('echo "npm error signal SIGINT"; exit 1'),
    })
    const { code, err } = await start()
    assert.equal(code, 70)
    assert.match(err, /interrupted: run this again/)
    writeFileSync(join(home, 'node_modules/half'), '')
    rmSync(join(bin, 'npm'))
    program(join(bin, 'npm'), fakeNpm())
    assert.equal((await start()).code, 7)
    assert.equal(existsSync(join(home, 'node_modules/half')), false)
  })

  test('leaves what is there when npm fails', async () => {
    const { home, bin, calls, start, program } = checkout({ machine: 24, own: 24, npm: fakeNpm('exit 1') })
    writeFileSync(join(home, 'node_modules/kept'), '')
    assert.equal((await start()).code, 70)
    rmSync(join(bin, 'npm'))
    program(join(bin, 'npm'), fakeNpm())
    assert.equal((await start()).code, 7)
    assert.equal(existsSync(join(home, 'node_modules/kept')), true)
    assert.equal(calls().filter((call) => call.startsWith('npm')).length, 2)
  })

  test('two first runs install once', async () => {
    const { calls, start } = checkout({ machine: 24, npm: fakeNpm() })
    const both = await Promise.all([start(['a']), start(['b']), start(['c'])])
    assert.deepEqual(
      both.map(({ code }) => code),
      [7, 7, 7],
    )
    assert.equal(calls().filter((call) => call.startsWith('npm')).length, 1)
  })

  test('takes over the lock of a process that is no more', async () => {
    const { home, start } = checkout({ machine: 24, npm: fakeNpm() })
    mkdirSync(join(home, '.cache/installing'), { recursive: true })
    writeFileSync(join(home, '.cache/installing/4194305'), '')
    assert.equal((await start()).code, 7)
    assert.equal(existsSync(join(home, '.cache/installing')), false)
  })

  for (const { name, machine, own, runs } of [
    { name: "the machine's Node when it is 24", machine: 24, own: 24, runs: 'node24' },
    { name: "the machine's Node when it is later", machine: 26, own: 24, runs: 'node26' },
    { name: "the project's own when the machine's is older", machine: 20, own: 24, runs: 'node24' },
    { name: "the project's own when the machine has none", own: 24, runs: 'node24' },
  ])
    test(`starts ${name}`, async () => {
      const { calls, start } = checkout({ machine, own, same: true })
      for (let i = 0; i < 2; i++) assert.equal((await start()).code, 7)
      const last = calls().slice(-2)
      assert.deepEqual(last, Array(2).fill(`${runs} --disable-warning=ExperimentalWarning`))
    })

  test('looks again when the machine has another Node', async () => {
    const { bin, calls, start, program } = checkout({ machine: 24, own: 25, same: true })
    await start()
    rmSync(join(bin, 'node'))
    program(join(bin, 'node'), fakeNode(18, true))
    await start()
    assert.equal(calls().at(-1), 'node25 --disable-warning=ExperimentalWarning')
  })

  test('follows symlinks, relative ones too', async () => {
    const { root, home, start } = checkout({ machine: 24, own: 24, same: true })
    mkdirSync(join(root, 'links'))
    symlinkSync('../check out/chancery', join(root, 'links/relative'))
    symlinkSync('relative', join(root, 'links/again'))
    assert.equal((await start(['x'], { file: join(root, 'links/again') })).out, `${main(home)}<x>`)
    assert.equal((await start(['x'], { file: './again', cwd: join(root, 'links') })).out, `${main(home)}<x>`)
  })

  test("gives Node a cache for compiled code: its own, the one it is told, or the user's when its own cannot be", async (t) => {
    const { home, bin, start, program } = checkout({ own: 24, same: true })
    rmSync(join(home, 'node_modules/.bin/node'))
    program(join(bin, 'node'), '#!/bin/sh\ncase $1 in -p) echo 24 ;; -e) ;; *) printf %s "$NODE_COMPILE_CACHE" ;; esac')
    assert.equal((await start()).out, join(home, '.cache/compile'))
    assert.equal((await start([], { env: { NODE_COMPILE_CACHE: '/elsewhere' } })).out, '/elsewhere')
    chmodSync(home, 0o555)
    t.after(() => chmodSync(home, 0o755))
    assert.equal(
      (await start([], { uid: ordinary, env: { HOME: '/users/x' } })).out,
      '/users/x/.cache/chancery/compile',
    )
  })

  test('runs from a folder that may not be written', async (t) => {
    const { home, start } = checkout({ machine: 20, own: 24, same: true, npm: fakeNpm() })
    for (const folder of ['node_modules', '']) chmodSync(join(home, folder), 0o555)
    t.after(() => chmodSync(home, 0o755))
    const { out, err } = await start(['x'], { uid: ordinary })
    assert.deepEqual([out, err], [`${main(home)}<x>`, ''])
  })

  for (const { name, setting, spoil, code, says } of [
    { name: 'no npm', setting: { machine: 24 }, code: 70, says: /no npm: install Node.js with npm/ },
    {
      name: 'no connection',
      setting: { machine: 24, npm: fakeNpm('echo "npm error code EAI_AGAIN"; exit 1') },
      code: 70,
      says: /cannot reach its registry: connect once/,
    },
    {
      name: 'another failure of npm',
      setting: { machine: 24, npm: fakeNpm('echo "npm error code EBROKEN"; exit 1') },
      code: 70,
      says: /npm error code EBROKEN\nchancery: npm could not install the packages: see .*install\.log/,
    },
    {
      name: 'no Node that is new enough',
      setting: { machine: 20, own: 22, same: true },
      code: 3,
      says: /install Node 24 or later/,
    },
    {
      name: 'a folder that may not be written',
      setting: { machine: 24, npm: fakeNpm() },
      spoil: (home: string) => writeFileSync(join(home, '.cache'), ''),
      code: 70,
      says: /may not be written: run \.\/chancery there once as a user who may/,
    },
    {
      name: 'no lock file',
      setting: { machine: 24, npm: fakeNpm() },
      spoil: (home: string) => rmSync(join(home, 'package-lock.json')),
      code: 70,
      says: /^chancery: there is no package-lock.json in .*: take the whole checkout\n$/,
    },
  ])
    test(`says what to do: ${name}`, async () => {
      const { home, start } = checkout(setting)
      spoil?.(home)
      const result = await start()
      assert.deepEqual([result.code, result.out], [code, ''])
      assert.match(result.err, says)
    })
})
