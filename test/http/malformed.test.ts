import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Desk, desk, type Json } from './world.ts'

type Schema = Json
interface Route {
  method: string
  path: string
  schema: Schema
  /** Whether it takes a body. */
  takes: boolean
}

/** Every route that does something, with the schema that the description gives its body. */
async function posts({ get }: Desk): Promise<Route[]> {
  const { body } = await get('/api/openapi.json')
  const whole = body as Json
  return Object.entries(whole.paths as Record<string, Json>).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Json>)
      .filter(([method]) => method !== 'get')
      .map(([method, { requestBody }]) => ({
        method: method.toUpperCase(),
        path,
        takes: requestBody !== undefined,
        schema: resolved(requestBody?.content?.['application/json']?.schema ?? {}, whole),
      })),
  )
}

const resolved = (schema: Schema, whole: Json, depth = 0): Schema => {
  if (typeof schema !== 'object' || schema === null || depth > 8) return schema
  if (typeof schema.$ref === 'string')
    return resolved(whole.components.schemas[schema.$ref.split('/').at(-1)!], whole, depth + 1)
  if (Array.isArray(schema)) return schema.map((one) => resolved(one, whole, depth + 1))
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, resolved(value, whole, depth + 1)]))
}

const deep = (n: number, open: string, close: string): string => open.repeat(n) + close.repeat(n)
/** Bodies that are no JSON, or not of this shape, as they are sent. */
const RAW: readonly (string | Uint8Array)[] = [
  ...[
    '',
    ' ',
    '{',
    '}',
    '[',
    ']',
    '"',
    'nul',
    'undefined',
    'NaN',
    'Infinity',
    '-',
    '1e',
    '0x1',
    "{'a':1}",
    '{a:1}',
    '{"a":1,}',
    '[1,]',
  ],
  ...[
    '{"a":1}{"a":1}',
    '{"a":1} x',
    '// x\n{}',
    '\uFEFF{}',
    '{"a":"\n"}',
    '{"a":"\\x"}',
    '{"a":"\\u12"}',
    '{"a"}',
    '{"a":}',
    '{:1}',
  ],
  ...['null', 'true', '0', '-0', '1e400', '-1e400', '"text"', '[]', '[[]]', '[null]', '{}', '{"":""}'],
  ...[
    '{"__proto__":{"text":"x"}}',
    '{"constructor":{"prototype":{"text":"x"}}}',
    '{"text":"a","text":1}',
    '{"toString":1,"valueOf":2}',
  ],
  deep(100_000, '[', ']'),
  `{"text":${deep(50_000, '[', ']')}}`,
  `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
  `{"roles":${deep(20_000, '{"a":', '').slice(0, -1)}`,
  '9'.repeat(100_000),
  `"${'\\u0000'.repeat(10_000)}"`,
  new Uint8Array([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]),
  new Uint8Array([0xc3, 0x28]),
  new Uint8Array([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x7d]),
  new Uint8Array(1000),
  new Uint8Array([0x1f, 0x8b, 0x08, 0x00]),
]

/** Values that no field expects, or that look like ones that it does. */
const ODD: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1.5, 1e308, -1e308, 2 ** 53, '', ' ', '\u0000', '\ud800', '💥'],
  ...[[], {}, [[]], [null], [{}], { length: 1e9 }, { 0: 'a', length: 1 }, '__proto__', 'constructor', 'toString'],
  ...['0000-00-00', '9999-12-31', '2024-02-30', '-0001-01-01', '2024-01-01T00:00:00Z', 'x'.repeat(5000)],
  ...['state:', 'state:XXX', ':', 'person:', 'roll:', 'fact:x', 'doc:x', 'claim:x', '%00', '../../etc/passwd', 'all'],
  ...[
    { start: -1, end: -1 },
    { start: 1e12, end: 0 },
    { start: 0.5, end: 'x' },
    { start: 0, end: 1, text: null },
  ],
]

/** A value that fits a schema, or nearly. */
function fitting(schema: Schema): fc.Arbitrary<unknown> {
  if (schema === undefined || typeof schema !== 'object' || schema === null) return fc.jsonValue()
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(fitting))
  if (schema.format === 'date') return fc.constantFrom('2016-03-22', '1947-11-29', '9999-12-31', '0001-01-01')
  if (schema.type === 'string')
    return fc.oneof(
      fc.constantFrom('Obama visited Cuba in 2016.', 'USA', 'CUB', 'state:CUB'),
      fc.string({ maxLength: 40, unit: 'grapheme' }),
    )
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'integer' || schema.type === 'number') return fc.oneof(fc.integer(), fc.double())
  if (schema.type === 'array') return fc.array(fitting(schema.items), { maxLength: 3 })
  if (schema.properties) {
    const required = Object.keys(schema.properties).filter((key) => schema.required?.includes(key))
    return fc.record(Object.fromEntries(Object.entries(schema.properties).map(([key, of]) => [key, fitting(of)])), {
      requiredKeys: required,
    })
  }
  if (schema.type === 'object')
    return fc.dictionary(fc.string({ maxLength: 12 }), fitting(schema.additionalProperties), { maxKeys: 3 })
  return fc.jsonValue({ maxDepth: 3 })
}

/** The value with something odd in the place of one of its parts, or with one left out. */
const mangled = (value: unknown, path: readonly number[], odd: unknown): unknown => {
  const [first, ...rest] = path
  if (first === undefined || typeof value !== 'object' || value === null) return odd
  const keys = Object.keys(value)
  if (!keys.length) return odd
  const key = keys[first % keys.length]!
  const copy: Json = Array.isArray(value) ? [...value] : { ...value }
  const part = mangled(copy[key], rest, odd)
  if (part === undefined) delete copy[key]
  else copy[key] = part
  return copy
}

const send = ({ request }: Desk, { method, path }: Route, body: string | Uint8Array, type = 'application/json') =>
  request(path, { method, headers: { 'content-type': type }, body: body as Uint8Array<ArrayBuffer> })

async function neverAFault(response: Response, what: string, refused: boolean): Promise<void> {
  const { status } = response
  assert.ok(status < 500, `${what}: ${status} ${status < 500 ? '' : await response.text()}`)
  if (refused) assert.ok(status >= 400, `${what} was taken`)
  if (status < 400) return
  assert.equal(response.headers.get('content-type'), 'application/problem+json', what)
  const problem = (await response.json()) as Json
  assert.deepEqual([problem.status, typeof problem.detail, typeof problem.code], [status, 'string', 'string'], what)
}

test('no body that is malformed is a fault of the server, on any route', async (t) => {
  const server = await desk(t)
  const routes = await posts(server)
  assert.ok(routes.length >= 12)
  for (const route of routes)
    for (const raw of RAW) {
      const what = `${route.path} ${String(raw).slice(0, 40)}`
      await neverAFault(await send(server, route, raw), what, route.takes)
    }
})

test('a body of another type is refused, on any route', async (t) => {
  const server = await desk(t)
  for (const route of await posts(server))
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
      '',
      'x',
      'application/json; charset=utf-16',
    ])
      await neverAFault(
        await send(server, route, '{"text":"x"}', type),
        `${route.path} ${type}`,
        route.takes && !type.startsWith('application/json'),
      )
})

test('no body that fits its schema but in one part, or wholly by chance, is a fault of the server', async (t) => {
  const server = await desk(t)
  for (const route of (await posts(server)).filter(({ takes }) => takes)) {
    const given = fc.tuple(
      fitting(route.schema),
      fc.array(fc.nat(20), { maxLength: 4 }),
      fc.constantFrom(undefined, ...ODD),
    )
    await fc.assert(
      fc.asyncProperty(given, async ([value, path, odd]) => {
        const body = JSON.stringify(path.length ? mangled(value, path, odd) : value) ?? ''
        await neverAFault(await send(server, route, body), `${route.path} ${body.slice(0, 300)}`, false)
      }),
      { numRuns: 60, seed: 8 },
    )
  }
})
