import assert from 'node:assert/strict'
import { test } from 'node:test'
import { desk } from './world.ts'

/** An address, the status, and what its answer must have. */
const ROUTES: readonly [string, number, RegExp][] = [
  ['/api/pair/ECU/ISR', 200, /"title":"Relations"/],
  ['/api/pair/Ecuador/israel', 200, /"title":"Relations"/],
  ['/api/pair/ECU/ISR?with=group:arab-states', 200, /"id":"group:arab-states"/],
  ['/api/pair/ECU/ISR?knownOn=2020-01-01', 200, /"knownOn":"2020-01-01"/],
  ['/api/pair/ECU/ISR?today=2020-02-30', 400, /YYYY-MM-DD/],
  ['/api/pair/ECU/ECU', 400, /twice/],
  ['/api/pair/ECU/Qqqq', 404, /no state is known/],
  ['/api/pair/USA/CUB/rolls?year=1947', 200, /"roll":"roll:A-RES-181\(II\)"/],
  ['/api/pair/USA/CUB/rolls?year=47', 400, /four digits/],
  ['/api/rolls?q=partition', 200, /Future government of Palestine/],
  ['/api/rolls?q=', 200, /"rolls":\[/],
  ['/api/roll/A-RES-181(II)', 200, /"yes":33,"no":13,"abstain":10,"absent":1/],
  ['/api/roll/A-RES-181(II)?with=ties:ISR&seats=then', 200, /"id":"ties:ISR"/],
  ['/api/roll/A-RES-181(II)?with=nonsense', 400, /no set/],
  ['/api/roll/A-RES-181(II)?seats=never', 400, /./],
  ['/api/roll/none', 404, /no such roll call/],
  ['/api/sources', 200, /"viewpoint":"as recorded by the United Nations"/],
  ['/api/ask/examples', 200, /"examples":\["/],
  ['/api/ask/link?q=x', 400, /carries no question/],
]

test('what the pair, roll call, ask and sources pages ask for', async (t) => {
  const { request } = await desk(t)
  for (const [path, status, has] of ROUTES) {
    const response = await request(path)
    const body = await response.text()
    assert.deepEqual([path, response.status], [path, status], body.slice(0, 300))
    assert.match(body, has, path)
  }
})

test('a question in words gives a link, and the link the same answer', async (t) => {
  const { post, get } = await desk(t)
  const { body: first } = await post('/api/ask', { text: 'How many states abstained on the partition of Palestine?' })
  const [reading] = first.readings
  assert.deepEqual([reading.answer, reading.shape, reading.outcome], ['10.', 'number', 'supported'])
  const { body: again } = await get(`/api/ask/link?q=${reading.link}`)
  assert.deepEqual(again.readings[0], reading)
  const { status } = await post('/api/ask/data', { link: { question: {} } })
  assert.equal(status, 400)
  assert.equal((await post('/api/ask', { text: ' ' })).status, 400)
  assert.equal((await post('/api/ask', { text: 'x'.repeat(3000) })).status, 400)
})
