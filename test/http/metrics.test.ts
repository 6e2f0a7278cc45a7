import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Metrics } from '../../src/http/metrics.ts'
import { desk } from './world.ts'

/** A line of the format, as its description has it. */
const LINE =
  /^(?:# (?:HELP|TYPE) [a-z_]+ .+|[a-z_]+(?:\{[a-z]+="(?:[^"\\]|\\.)*"(?:,[a-z]+="(?:[^"\\]|\\.)*")*\})? -?\d+(?:\.\d+)?)$/

test('requests are counted by route and status, refusals too, and what is no route as one', async (t) => {
  const { request, post } = await desk(t)
  await request('/api/documents')
  await request('/api/pair/USA/CUB')
  await request('/api/pair/USA/Nowhere')
  await post('/api/check', '{')
  for (const path of ['/api/a', '/api/b', '/x"y\\z']) await request(path)
  await request('/api/documents', { headers: { host: 'evil.example' } })
  const response = await request('/metrics')
  assert.match(response.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/)
  const text = await response.text()
  const lines = text.trimEnd().split('\n')
  for (const line of lines) assert.match(line, LINE)
  for (const wanted of [
    'chancery_http_requests_total{route="/api/documents",method="GET",status="200"} 1',
    'chancery_http_requests_total{route="/api/documents",method="GET",status="400"} 1',
    'chancery_http_requests_total{route="/api/pair/{a}/{b}",method="GET",status="200"} 1',
    'chancery_http_requests_total{route="/api/pair/{a}/{b}",method="GET",status="404"} 1',
    'chancery_http_requests_total{route="/api/check",method="POST",status="400"} 1',
    'chancery_http_requests_total{route="other",method="GET",status="404"} 2',
    'chancery_http_request_duration_seconds_count{route="/api/pair/{a}/{b}"} 2',
    'chancery_ledger_documents 0',
    'chancery_waiting_jobs 0',
  ])
    assert.ok(lines.includes(wanted), wanted)
  assert.match(text, /^chancery_ledger_facts\{kind="visit"\} [1-9]/m)
})

test('durations are counted up to each end, and the last holds all', () => {
  const metrics = new Metrics()
  for (const seconds of [0.001, 0.02, 99]) metrics.note('/a"b\\', 'GET', 200, seconds)
  const lines = metrics.lines()
  const bucket = (end: string) =>
    lines
      .find((line) => line.includes(`le="${end}"`))
      ?.split(' ')
      .at(-1)
  assert.deepEqual([bucket('0.005'), bucket('0.025'), bucket('30'), bucket('+Inf')], ['1', '2', '2', '3'])
  for (const line of lines) assert.match(line, LINE)
})
