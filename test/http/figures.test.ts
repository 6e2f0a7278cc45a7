import assert from 'node:assert/strict'
import { request } from 'node:http'
import { test } from 'node:test'
import { serveMetrics } from '../../src/http/figures.ts'

/** A status and a text, with a `Host` of one's own. */
const ask = (url: string, method = 'GET', host?: string) =>
  new Promise<[number, string]>((done, failed) => {
    const sent = request(url, { method, ...(host && { headers: { host } }) }, (response) => {
      let text = ''
      response.on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () => done([response.statusCode!, text]))
    })
    sent.on('error', failed)
    sent.end()
  })

test('figures are shown to this machine alone, as they are when asked for', async (t) => {
  let n = 0
  const served = await serveMetrics(0, () => `count ${++n}\n`)
  t.after(served.close)
  assert.match(served.address, /^http:\/\/127\.0\.0\.1:\d+\/metrics$/)
  assert.deepEqual(await ask(served.address), [200, 'count 1\n'])
  assert.deepEqual(await ask(served.address), [200, 'count 2\n'])
  assert.equal((await ask(served.address, 'GET', 'evil.example'))[0], 421)
  assert.equal((await ask(served.address, 'POST'))[0], 405)
  assert.equal((await ask(served.address.replace('/metrics', '/')))[0], 404)
  const { port } = new URL(served.address)
  await assert.rejects(
    serveMetrics(Number(port), () => ''),
    { code: 'conflict' },
  )
})
