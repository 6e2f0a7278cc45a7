import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { jetstream } from '@nats-io/jetstream'
import type { ChanceryError } from '../../src/model/error.ts'
import { articleStream } from '../../src/net/nats.ts'
import { openLedger } from '../../src/run/ledger.ts'
import { scratch } from '../keep/stores.ts'
import { authority, certified, lackingOpenssl } from './certificates.ts'
import { again, cluster, lacking } from './nats-server.ts'
import { articleOf, worker } from './work-articles.ts'

const OPTIONS = { name: 'chancery', lease: 10_000 }

/** A server that speaks TLS alone, with a stream, and what is needed to believe it. */
async function encrypted(t: TestContext, of = 'IP:127.0.0.1') {
  const folder = scratch(t)
  const ca = authority(folder)
  const nats = await cluster(1, { ...certified(folder, ca, of), ca: ca.cert })
  t.after(() => nats.close())
  await again(() => nats.manager.streams.add({ name: 'NEWS', subjects: ['news.*'] }))
  return { nats, folder, ca: ca.cert, address: nats.address('NEWS').replace('nats:', 'tls:') }
}
const refused = async (work: Promise<{ close(): Promise<void> }>): Promise<ChanceryError> => {
  const got = await work.then(
    async (stream) => {
      await stream.close()
      return undefined
    },
    (error: unknown) => error as ChanceryError,
  )
  assert.ok(got, 'it was let in')
  return got
}
const missing = lackingOpenssl() ?? lacking()

test('a stream by TLS is read by who knows its authority', async (t) => {
  if (missing) return t.skip(missing)
  const { nats, folder, ca, address } = await encrypted(t)
  const js = jetstream(nats.connection)
  for (let n = 0; n < 3; n++) await js.publish('news.a', JSON.stringify(articleOf(n)))
  const ledger = join(folder, 'ledger.db')
  const args = ['--from', address, '--ledger', ledger, '--drain', '--lease', '10', '--ca', ca]
  const { code, err } = await worker(...args).ended
  assert.equal(code, 0, err)
  const kept = await openLedger({ path: ledger, packs: null })
  assert.equal((await kept.documents()).length, 3)
  await kept.close()
})

test('whoever does not know the authority, or is answered by another, sends nothing', async (t) => {
  if (missing) return t.skip(missing)
  const { folder, ca, address } = await encrypted(t)
  const other = authority(folder, 'other').cert
  for (const more of [{}, { ca: other }]) {
    const error = await refused(articleStream(address, { ...OPTIONS, ...more }))
    assert.deepEqual(
      [error.code, /certificate/.test(error.message), /--ca/.test(error.message)],
      ['incorrect', true, true],
    )
  }
  const nothing = await refused(articleStream(address, { ...OPTIONS, ca: join(folder, 'none.pem') }))
  assert.deepEqual([nothing.code, /--ca/.test(nothing.message)], ['not-found', true])
  await (await articleStream(address, { ...OPTIONS, ca })).close()
})

test('a certificate of another name is refused', async (t) => {
  if (missing) return t.skip(missing)
  const { ca, address } = await encrypted(t, 'DNS:news.example')
  const error = await refused(articleStream(address, { ...OPTIONS, ca }))
  assert.deepEqual([error.code, /certificate/.test(error.message)], ['incorrect', true])
})

test('who asks for TLS tells a server without it no password', async (t) => {
  const heard: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('data', (data) => heard.push(data.toString('latin1')))
    socket.write('INFO {"server_id":"s","version":"2.9.0","proto":1,"headers":true,"max_payload":1048576}\r\n')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const { port } = server.address() as { port: number }
  const error = await refused(articleStream(`tls://ana:secret@127.0.0.1:${port}/NEWS`, OPTIONS))
  assert.ok(error.message.includes('127.0.0.1'), error.message)
  assert.equal(heard.join('').includes('secret'), false)
})
