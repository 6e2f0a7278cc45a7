import assert from 'node:assert/strict'
import { type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { Command } from 'commander'
import { COMMANDS } from '../../src/cli/commands.ts'
import { explain } from '../../src/cli/failure.ts'
import { ChanceryError } from '../../src/model/error.ts'

const ROOT = join(import.meta.dirname, '../..')
const NODE = [process.execPath, '--disable-warning=ExperimentalWarning', join(ROOT, 'src/cli/main.ts')]

/** Runs one command line in a process of its own. */
function run(args: string[], input = '', options: SpawnOptions = {}) {
  return new Promise<{ code: number | null; out: string; err: string }>((done) => {
    const child = spawn(NODE[0]!, [...NODE.slice(1), ...args], { ...options, stdio: 'pipe' })
    const text = { out: '', err: '' }
    child.stdout.on('data', (chunk) => {
      text.out += chunk
    })
    child.stderr.on('data', (chunk) => {
      text.err += chunk
    })
    child.on('close', (code) => done({ code, ...text }))
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

describe('a command line', () => {
  const wrong: [args: string[], says: RegExp][] = [
    [[], /^chancery: no command: see chancery --help\n$/],
    [['reslove', 'Burma'], /^chancery: unknown command 'reslove': did you mean resolve\?\n$/],
    [['--frob'], /^chancery: unknown option '--frob'/],
    [['help', 'nothing'], /^chancery: no such command: see chancery --help\n$/],
    [['resolve'], /^chancery: one name or --each is needed/],
    [
      ['resolve', 'Burma', '--date', '2023-02-29'],
      /^chancery: no such day, "2023-02-29" \(--date\): write a real day as YYYY-MM-DD\n$/,
    ],
    [['parse'], /^chancery: missing required argument 'file'/],
    [['parse', '-', '--format', 'xml'], /Allowed choices are conllu, json/],
    [['resolve', ''], /^chancery: the name is empty/],
    [['ledger', '--ledger', ''], /^chancery: its value is empty \(--ledger\): give one/],
    [['ledger', '--ledger', 'file:/tmp/x.db'], /^chancery: a URL, not a path .*: write the path alone/],
    [['ledger', '--ledger', '/dev/null'], /^chancery: .* is no ordinary file.*: name another/],
    [['check', '--claim', 'x', '--known-on', ''], /^chancery: "" is no day or instant \(--known-on\)/],
    [['check', '--claim', 'x', '--known-on', '2026-02-30'], /no day or instant \(--known-on\)/],
  ]
  for (const [args, says] of wrong)
    test(`is wrong: ${args.join(' ') || 'nothing'}`, async () => {
      const { code, out, err } = await run(args)
      assert.deepEqual([code, out], [2, ''])
      assert.match(err, says)
      assert.equal(err.split('\n').length, 2, 'one line')
    })

  test('asks for help and version', async () => {
    const help = await run(['--help'])
    assert.deepEqual([help.code, help.err], [0, ''])
    for (const name of Object.keys(COMMANDS)) assert.match(help.out, new RegExp(`^ +${name} .*[a-z]`, 'm'))
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
    assert.equal((await run(['--version'])).out, `${version}\n`)
  })

  test('names a file that is not there with exit code 4', async () => {
    const { code, err } = await run(['parse', join(ROOT, 'no', 'such')])
    assert.equal(code, 4)
    assert.match(err, /^chancery: no such file \(.*such\): check the path/)
  })

  test('does nothing where one of its files is missing', async () => {
    const file = join(import.meta.dirname, 'program.test.ts')
    for (const args of [
      ['read', file, join(ROOT, 'nothing')],
      ['file', file, join(ROOT, 'nothing')],
    ]) {
      const { code, out } = await run([...args, '--ledger', ':memory:'])
      assert.deepEqual([code, out], [4, ''])
    }
  })

  test('whose results cannot be written says so in one line', async (t) => {
    if (!existsSync('/dev/full')) return t.skip('no /dev/full here')
    const full = openSync('/dev/full', 'w')
    t.after(() => closeSync(full))
    const child = spawnSync(NODE[0]!, [...NODE.slice(1), 'resolve', 'Burma'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    })
    assert.equal(child.status, 70)
    assert.match(child.stderr, /^chancery: the results cannot be written, ENOSPC \(standard output\): .*\n$/)
  })

  test('whose reader leaves early ends in silence', async () => {
    const child = spawn(NODE[0]!, [...NODE.slice(1), 'resolve', '--each', '-'], { stdio: 'pipe' })
    let err = ''
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.stdin.on('error', () => {})
    child.stdout.once('data', () => child.stdout.destroy())
    child.stdin.end('Burma\n'.repeat(50_000))
    const code = await new Promise((done) => child.on('close', done))
    assert.deepEqual([code, err], [0, ''])
  })
})

describe('a failure in one line', () => {
  const rows: [error: unknown, line: string, exitCode: number][] = [
    [
      new ChanceryError('conflict', 'claim:1', 'already decided: read it again'),
      'chancery: already decided (claim:1): read it again',
      5,
    ],
    [
      new ChanceryError('unsupported', '', 'no such language: give English'),
      'chancery: no such language: give English',
      3,
    ],
    [new ChanceryError('not-found', 'x', 'gone'), 'chancery: gone (x)', 4],
    [
      new ChanceryError('incorrect', 'a\x1b[2J\nb', 'bad\nname: mend it'),
      'chancery: bad name (a\uFFFD[2J b): mend it',
      2,
    ],
    [
      new TypeError('x is null'),
      'chancery: x is null (a fault of ours): run it again with CHANCERY_TRACE=1 and report what it prints',
      70,
    ],
  ]
  for (const [error, line, exitCode] of rows) test(line, () => assert.deepEqual(explain(error), { line, exitCode }))
})

test('docs/commands.md tells of every command', () => {
  const docs = readFileSync(join(ROOT, 'docs/commands.md'), 'utf8')
  assert.deepEqual(
    Object.keys(COMMANDS).filter((name) => !docs.includes(`\n## ${name}\n`)),
    [],
  )
})

test('docs/commands.md tells of every option', async () => {
  const docs = readFileSync(join(ROOT, 'docs/commands.md'), 'utf8')
  const [common = '', ...rest] = docs.split(/^## (?=[a-z])/m)
  const sections = new Map(rest.map((text) => [text.slice(0, text.indexOf('\n')), text]))
  for (const [name, { load }] of Object.entries(COMMANDS)) {
    const command = new Command(name)
    const { define } = await load()
    define(command)
    for (const { long } of command.options)
      assert.ok((common + sections.get(name)).includes(long!), `${name} ${long} is not told of`)
  }
})
