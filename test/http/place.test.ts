import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { whereOf } from '../../src/http/place.ts'
import { listen } from '../../src/http/serve.ts'
import { memoryLedger } from '../../src/keep/memory.ts'
import { lackingOpenssl } from '../run/certificates.ts'

const of = (listenAt?: string, more: object = {}) =>
  whereOf({ port: 4180, name: ['Chancery.Example'], ...(listenAt !== undefined && { listen: listenAt }), ...more })

test('an address beyond this machine demands tokens, one of it does not', () => {
  const rows: [string | undefined, string, number, boolean][] = [
    [undefined, '127.0.0.1', 4180, false],
    ['127.0.0.1', '127.0.0.1', 4180, false],
    ['127.8.9.1:80', '127.8.9.1', 80, false],
    ['localhost', 'localhost', 4180, false],
    ['[::1]:82', '::1', 82, false],
    ['::1', '::1', 4180, false],
    ['0.0.0.0', '0.0.0.0', 4180, true],
    ['0.0.0.0:0', '0.0.0.0', 0, true],
    ['[::]:83', '::', 83, true],
    ['::', '::', 4180, true],
    ['127.example.org', '127.example.org', 4180, true],
    ['::ffff:127.0.0.1', '::ffff:127.0.0.1', 4180, true],
    ['192.168.1.7:84', '192.168.1.7', 84, true],
  ]
  for (const [given, host, port, guarded] of rows) {
    const where = of(given)
    assert.deepEqual(
      [where.place.host, where.port, where.beyond !== undefined],
      [host, port, guarded],
      given ?? 'nothing',
    )
    if (guarded) assert.ok(where.beyond!.names.includes('chancery.example') && where.beyond!.names.includes(host))
  }
})

test('what is no address, half a certificate, and files that are none are refused', () => {
  for (const given of ['', ':80', 'a:b', '1.2.3.4:99999', '[x]:80', 'http://a', 'a b', '[::1'])
    assert.throws(() => of(given), { code: 'incorrect', at: '--listen' }, given)
  assert.throws(() => of('0.0.0.0', { cert: 'a' }), { code: 'incorrect' })
  assert.throws(() => of('0.0.0.0', { cert: '/none', key: '/none' }), { code: 'not-found' })
  assert.throws(() => of('0.0.0.0', { cert: import.meta.filename, key: import.meta.filename }), { code: 'incorrect' })
})

test('with a certificate it serves encrypted', async (t) => {
  const missing = lackingOpenssl()
  if (missing) return t.skip(missing)
  const folder = mkdtempSync(join(tmpdir(), 'chancery-tls-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  const ask = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-subj', '/CN=localhost']
  execFileSync('openssl', ['req', ...ask, '-keyout', key, '-out', cert], { stdio: 'ignore' })
  const { place } = of('127.0.0.1:0', { cert, key })
  const services = { ledger: memoryLedger(), now: () => '', today: () => '2026-11-22', by: '' }
  const serving = await listen(services, 0, place)
  t.after(() => serving.close())
  const status = await new Promise((resolve, reject) => {
    const options = { ca: readFileSync(cert), servername: 'localhost' }
    const asked = request(new URL('/api/documents', serving.address), options, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    asked.on('error', reject).end()
  })
  assert.match(serving.address, /^https:\/\/127/)
  assert.equal(status, 200)
})
