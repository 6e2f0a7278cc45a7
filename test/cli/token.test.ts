import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { memoryLedger } from '../../src/keep/memory.ts'
import { admit, issueToken } from '../../src/run/token.ts'

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts')

function commandLine(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-token-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'ledger.db')
  const run = (...args: string[]) => {
    const all = ['--disable-warning=ExperimentalWarning', MAIN, 'token', ...args, '--ledger', path]
    const { status, stdout, stderr } = spawnSync(process.execPath, all, { encoding: 'utf8' })
    return { status, out: stdout, said: stderr }
  }
  return { path, run }
}

test('a token is shown once, is nowhere in the ledger, and is listed and revoked by its id', (t) => {
  const { path, run } = commandLine(t)
  const made = run('add', '--for', 'The desk', '--scope', 'review', '--expires', '30d')
  assert.equal(made.status, 0)
  const secret = made.out.trim()
  assert.match(secret, /^chancery_[\w-]{43}$/)
  assert.match(made.said, /token:\w{12} for The desk, scope review/)
  const listed = run('list')
  const [id] = /token:\w{12}/.exec(listed.out)!
  assert.match(listed.out, /review +until .* The desk/)
  assert.equal(listed.out.includes(secret), false)
  assert.equal(readFileSync(path).includes(secret.slice('chancery_'.length)), false)
  assert.match(run('revoke', id).said, /lets nobody in/)
  assert.match(run('revoke', id).said, /revoked already/)
  assert.match(run('list').out, /revoked/)
  assert.equal(run('revoke', 'token:none').status, 4)
})

test('an end that is past or none, an unknown scope and an empty name are refused', async (t) => {
  const { run } = commandLine(t)
  assert.equal(run('add', '--for', 'A', '--scope', 'root').status, 2)
  assert.equal(run('add').status, 2)
  const { access } = memoryLedger()
  const now = new Date('2026-11-22T10:00:00Z')
  for (const [name, expires] of [
    ['A', '2026-11-21'],
    ['A', '0d'],
    ['A', '2026-02-30'],
    ['A', 'soon'],
    ['A', ''],
    [' ', '90d'],
    ['a'.repeat(121), '90d'],
  ] as const)
    await assert.rejects(issueToken(access, { name, scope: 'read', expires }, now), { code: 'incorrect' }, expires)
  assert.deepEqual(await access.list(), [])
})

test('a secret lets its bearer in until the end of its last day, or until it is revoked', async () => {
  const { access } = memoryLedger()
  const now = new Date('2026-11-22T10:00:00Z')
  const { secret, token } = await issueToken(access, { name: 'A', scope: 'read', expires: '2026-11-22' }, now)
  assert.deepEqual(await admit(access, secret, '2026-11-22T23:59:59.999Z'), { token })
  assert.deepEqual(await admit(access, secret, '2026-11-23T00:00:00.000Z'), { refused: 'expired' })
  for (const other of ['', secret.slice(1), `${secret} `, secret.toUpperCase(), 'chancery_'.padEnd(52, 'a'), token.id])
    assert.deepEqual(await admit(access, other, now.toISOString()), { refused: 'unknown' }, other)
  await access.revoke(token.id, now.toISOString())
  assert.deepEqual(await admit(access, secret, now.toISOString()), { refused: 'revoked' })
})
