import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts')
const home = mkdtempSync(join(tmpdir(), 'chancery-decide-'))
after(() => rmSync(home, { recursive: true, force: true }))

function chancery(...args: string[]) {
  const env = { ...process.env, CHANCERY_LEDGER: join(home, 'ledger.db'), NO_COLOR: '1' }
  const options = { env, encoding: 'utf8' } as const
  return spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...args], options)
}
const write = (name: string, text: string): string => {
  writeFileSync(join(home, name), text)
  return join(home, name)
}

test('only facts are decided, and by somebody', () => {
  const table: [string[], RegExp][] = [
    [['accept', 'doc:1'], /^chancery: an article, and only facts are decided \(doc:1\): give an id/],
    [['reject', 'x'], /^chancery: no fact, and only facts are decided \(x\)/],
    [['accept', 'fact:1', '--by', ' '], /^chancery: its value is empty \(--by\)/],
  ]
  for (const [args, says] of table) {
    const { status, stderr } = chancery(...args)
    assert.equal(status, 2)
    assert.match(stderr, says)
  }
})

test('what is added says which verdicts change, and what is still missing of the same', () => {
  const text = 'Jane Doe visited Tuvalu in 1975. No president of Chile has ever visited Tuvalu.\n'
  assert.equal(chancery('file', write('a.txt', text), '--date', '2022-05-12').status, 0)
  const coverage = { kind: 'visit', roles: { to: 'state:TUV' }, from: '1990-01-01', to: '2022-05-12' }
  const some = chancery('add', '--coverage', write('c.json', JSON.stringify(coverage)), '--by', 'the press office')
  assert.match(some.stdout, /^coverage added, as the press office says\n0 verdicts change\nstill not covered:\n/)
  assert.match(some.stdout, /“No president of Chile has ever visited Tuvalu”: no source here covers .*Ask /)
  const fact = { kind: 'visit', roles: { visitor: 'person:jane-doe', to: 'state:TUV' }, when: '1975-06' }
  const source = ['--source', 'https://archive.example/7', '--quote', 'Jane\u202Elanded']
  const more = chancery('add', write('f.json', JSON.stringify(fact)), ...source)
  assert.match(more.stdout, /\n1 verdict changes\n {2}not-covered → supported: “Jane Doe visited Tuvalu in 1975”/)
})

test('text of others cannot steer the terminal in any output', () => {
  const steering = /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/u
  const text =
    'Jane \x1b[31mDoe visited Tuvalu in 1975.\r\n\r\nPeru \u202Evisited\u202C Chile\u009b and \x07met \u2066Cuba\u2069.'
  const file = write('evil.txt', text)
  for (const args of [
    ['check', file],
    ['check', file, '--explain', '1'],
    ['check', file, '--format', 'json'],
    ['read', file],
    ['read', file, '--format', 'rows'],
    ['file', file],
    ['parse', file],
    ['why', text],
    ['ask', text],
    ['dossier', 'Peru', `Chi\u202Ele`],
    ['resolve', text],
    ['accept', `fact:\x1b[2J`],
  ]) {
    const { stdout, stderr } = chancery(...args)
    assert.ok(stdout || stderr)
    for (const out of [stdout, stderr]) assert.ok(!steering.test(out), `${args[0]}: ${JSON.stringify(out)}`)
  }
})
