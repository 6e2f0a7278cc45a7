import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { webFiles } from '../../src/http/build.ts'
import { ownLedger } from './world.ts'

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts')

/** `chancery serve` as a process of its own, with its address. */
async function serve(t: TestContext, ...args: string[]) {
  const all = ['--disable-warning=ExperimentalWarning', MAIN, 'serve', '--ledger', await ownLedger(), ...args]
  const child = spawn(process.execPath, all, { stdio: ['ignore', 'pipe', 'pipe'] })
  t.after(() => child.kill('SIGKILL'))
  let said = ''
  child.stderr.on('data', (piece) => {
    said += piece
  })
  const left = once(child, 'exit')
  const told = once(child.stdout, 'data').then(([piece]) => String(piece).trim())
  return { child, left, address: await Promise.race([told, left.then(() => '')]), said: () => said }
}

test('serve prints its address, serves the page to this machine alone, and ends on a signal though a browser holds on', async (t) => {
  const { child, left, address } = await serve(t, '--port', '0', '--no-open')
  assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/$/)
  const page = await fetch(address)
  assert.match(await page.text(), /<title>Chancery<\/title>/)
  assert.equal((await fetch(new URL('/api/examples', address))).status, 200)
  child.kill('SIGTERM')
  assert.deepEqual(await left, [0, null])
})

test('a port that is taken is a conflict, and says what to do', async (t) => {
  const { address } = await serve(t, '--port', '0', '--no-open')
  const second = await serve(t, '--port', new URL(address).port, '--no-open')
  assert.deepEqual(await second.left, [5, null])
  assert.match(second.said(), /port \d+ is taken.*--port/)
})

test('the page is built once for its sources, each file with a tag and compressed, and holds no inline code', async () => {
  const first = await webFiles(() => {})
  const said: string[] = []
  const second = await webFiles((words) => said.push(words))
  assert.deepEqual(said, [])
  assert.deepEqual([...second.keys()], [...first.keys()])
  const index = Buffer.from(first.get('/index.html')!.body).toString()
  assert.doesNotMatch(index, /<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=/)
  for (const [name, { etag, type }] of first) assert.ok(etag.length > 10 && type, name)
})

test('beyond this machine a token opens what its scope allows, and is said nowhere', async (t) => {
  const ledger = await ownLedger()
  const made = spawn(process.execPath, [
    ...['--disable-warning=ExperimentalWarning', MAIN, 'token', 'add', '--for', 'Ana', '--ledger', ledger],
  ])
  const secret = String((await once(made.stdout, 'data'))[0]).trim()
  await once(made, 'exit')
  const all = ['--disable-warning=ExperimentalWarning', MAIN, 'serve', '--ledger', ledger, '--listen', '0.0.0.0:0']
  const child = spawn(process.execPath, [...all, '--rate', '1000', '--no-open'], { stdio: ['ignore', 'pipe', 'pipe'] })
  t.after(() => child.kill('SIGKILL'))
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece) => {
      said += piece
    })
  await once(child.stdout, 'data')
  const at = new URL(said.split('\n')[0]!.replace('0.0.0.0', '127.0.0.1'))
  const ask = (path: string, token?: string) =>
    fetch(new URL(path, at), token ? { headers: { authorization: `Bearer ${token}` } } : {})
  assert.equal((await ask('/api/documents')).status, 401)
  assert.equal((await ask('/api/documents', secret)).status, 200)
  const check = await fetch(new URL('/api/check', at), {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'Barack Obama visited Cuba in March 2016.' }),
  })
  assert.equal(check.status, 200)
  const left = once(child, 'exit')
  child.kill('SIGTERM')
  assert.deepEqual(await left, [0, null])
  assert.match(said, /one of 1 tokens/)
  assert.match(said, /tokens travel as they are written/)
  assert.equal(said.includes(secret), false)
})
