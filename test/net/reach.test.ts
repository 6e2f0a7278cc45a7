import assert from 'node:assert/strict'
import { createServer as createHttp } from 'node:http'
import { type AddressInfo, createServer, Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import { after, before, describe, type TestContext, test } from 'node:test'
import { ChanceryError } from '../../src/model/error.ts'
import { isPublic } from '../../src/net/address.ts'
import type { Reach } from '../../src/net/dial.ts'
import { exchange } from '../../src/net/exchange.ts'

/** A raw listener on every address of this machine: whatever reaches it was connected. */
const listener = createServer((socket) => {
  reached++
  socket.destroy()
})
let reached = 0
let port = 0
before(async () => {
  await new Promise<void>((done) => listener.listen(0, '::', done))
  port = (listener.address() as AddressInfo).port
})
after(() => listener.close())

const own = Object.values(networkInterfaces()).flatMap((all) => all?.map(({ address }) => address) ?? [])
const V4 =
  `127.0.0.1 127.0.0.2 127.1.2.3 127.255.255.254 0.0.0.0 10.0.0.1 10.255.0.255 100.64.0.1 100.100.100.200 168.63.129.16
  169.254.0.1 169.254.169.254 172.16.0.1 172.31.255.1 192.0.0.192 192.168.0.1 192.168.255.255 198.18.0.1 224.0.0.1 255.255.255.255`
    .split(/\s+/)
    .concat(own.filter((address) => /^\d/.test(address) && address.includes('.')))
const V6 = '::1 :: fe80::1 fc00::1 fd00:ec2::254 ff02::1 fec0::1 100::1 2001:db8::1'.split(' ')

const numberOf = (v4: string): number => v4.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
const hex = (v4: string): string => `${(numberOf(v4) >>> 16).toString(16)}:${(numberOf(v4) & 65535).toString(16)}`
const wide = (text: string): string => text.replace(/[!-~]/g, (c) => String.fromCodePoint(c.codePointAt(0)! + 0xfee0))
const zeros = (text: string, n: number): string => '0'.repeat(n) + text

/** The ways to write an IPv4 address that a URL's reader, a resolver or a socket takes for it. */
function formsOf(v4: string): string[] {
  const [a, b, c, d] = v4.split('.').map(Number) as [number, number, number, number]
  const n = numberOf(v4)
  const octal = (x: number, width = 0) => zeros(x.toString(8), 1 + width)
  return [
    v4,
    `${v4}.`,
    `${n}`,
    `0x${n.toString(16)}`,
    `0X${n.toString(16).toUpperCase()}`,
    octal(n),
    octal(n, 7),
    `0x${zeros(n.toString(16), 9)}`,
    [a, b, c, d].map((x) => `0x${x.toString(16)}`).join('.'),
    [a, b, c, d].map((x) => octal(x)).join('.'),
    [a, b, c, d].map((x) => octal(x, 4)).join('.'),
    `${a}.${(b << 16) | (c << 8) | d}`,
    `${a}.${b}.${(c << 8) | d}`,
    `0x${a.toString(16)}.${octal(b)}.${(c << 8) | d}`,
    `${a}。${b}．${c}｡${d}`,
    wide(v4),
    wide(`${n}`),
    v4.replaceAll('.', '%2e'),
    `%3${Math.floor(a / 100) || a % 10}${v4.slice(1)}`,
    `${v4.slice(0, 1)}\u00ad${v4.slice(1)}`,
    `${v4.slice(0, 1)}\t${v4.slice(1)}`,
    ...['::ffff:', '::', '::ffff:0:', '64:ff9b::', '2002:', '2001:0:'].flatMap((prefix) =>
      prefix === '2002:' || prefix === '2001:0:'
        ? [`[${prefix}${hex(v4)}::1]`]
        : [`[${prefix}${v4}]`, `[${prefix}${hex(v4)}]`],
    ),
    `[0:0:0:0:0:ffff:${v4}]`,
    `[0000:0000:0000:0000:0000:FFFF:${hex(v4).toUpperCase()}]`,
    `[::ffff:${v4}%25lo]`,
  ]
}

/** What stands around a host, to be taken for another: names, paths, other schemes, slashes and controls. */
const AROUND: readonly ((host: string, port: number) => string)[] = [
  (h, p) => `http://${h}:${p}/`,
  (h, p) => `https://${h}:${p}/a?b#c`,
  (h, p) => `http://example.org@${h}:${p}/`,
  (h, p) => `http://example.org:80@${h}:${p}/`,
  (h, p) => `http://a%40b@${h}:${p}/`,
  (h, p) => `HTTP:\\\\${h}:${p}\\`,
  (h, p) => `http:////${h}:${p}//x`,
  (h, p) => `http:${h}:${p}/`,
  (h, p) => ` \n\thttp://${h}:0${p}/`,
  (h, p) => `http://${h}:${p}\\@example.org/`,
  (h, p) => `http://${h}:${p}#@example.org/`,
  (h, p) => `http://${h}:${p}?@example.org/`,
]

const NAMES = ['localhost', 'LOCALHOST', 'localhost.', wide('localhost'), 'local\u00adhost', 'loc%61lhost']

const UNENDING = new AbortController().signal
async function refusal(url: string, reach: Reach = {}): Promise<string> {
  try {
    await exchange(url, { signal: UNENDING, reach, redirects: 5 })
    return 'an answer'
  } catch (error) {
    return error instanceof ChanceryError ? error.code : ((error as NodeJS.ErrnoException).code ?? String(error))
  }
}

/** Counts what any code of this process asks the system to connect. */
function watched(t: TestContext): () => number {
  const connect = t.mock.method(Socket.prototype, 'connect')
  return () => connect.mock.callCount()
}

/** Nothing is asked for a name on the way: what is no address of this machine by itself has none. */
const NOBODY: Reach = { resolve: async (host) => (/^[\d.]+$|:/.test(host) ? [host] : []) }

describe('what is not public gets no connection', () => {
  test('the listener can be reached', async () => {
    const permits = () => true
    await refusal(`http://127.0.0.1:${port}/`, { permits })
    assert.equal(reached, 1)
    reached = 0
  })

  test('at least 4,000 forms of its address', async (t) => {
    const calls = watched(t)
    const hosts = [...V4.flatMap(formsOf), ...V6.map((v6) => `[${v6}]`)]
    const urls = [...new Set(hosts.flatMap((host) => AROUND.map((around) => around(host, port))))]
    assert.ok(urls.length >= 4000, String(urls.length))
    const told = new Map<string, number>()
    for (const url of urls) {
      const why = await refusal(url, NOBODY)
      told.set(why, (told.get(why) ?? 0) + 1)
    }
    assert.deepEqual([calls(), reached], [0, 0])
    assert.ok(told.get('unsupported')! > 2000, JSON.stringify([...told]))
    assert.equal(told.get('an answer'), undefined)
    t.diagnostic(`${urls.length} forms: ${JSON.stringify(Object.fromEntries(told))}`)
  })

  test('nor do names of this machine, by the resolver of the system', async (t) => {
    const calls = watched(t)
    for (const name of NAMES)
      for (const around of AROUND.slice(0, 3)) assert.notEqual(await refusal(around(name, port)), 'an answer')
    assert.deepEqual([calls(), reached], [0, 0])
  })

  test('a name of several addresses of which one is closed', async (t) => {
    const calls = watched(t)
    for (const closed of [...V4, ...V6, ...V4.map((v4) => `::ffff:${v4}`), 'no address', ''])
      for (const all of [[closed], ['93.184.216.34', closed], [closed, '93.184.216.34']])
        assert.equal(await refusal(`http://news.example:${port}/`, { resolve: async () => all }), 'unsupported', closed)
    assert.deepEqual([calls(), reached], [0, 0])
  })

  test('a mail server of the public internet', async () => {
    for (const closed of [1, 22, 25, 110, 143, 587])
      assert.equal(await refusal(`http://93.184.216.34:${closed}/`), 'unsupported')
  })

  test('a page that leads there', async (t) => {
    let to = ''
    const server = createHttp((_, response) => response.writeHead(302, { location: to }).end())
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    t.after(() => server.close())
    const door = (server.address() as AddressInfo).port
    // The page's own server is the only one that may be reached; all else is as it is for everybody.
    const permits = (address: string, at: number) => at === door || isPublic(address)
    const schemes = ['file:///etc/passwd', 'ftp://127.0.0.1/', 'data:text/html,x', 'gopher://127.0.0.1:1/', 'unix:/x']
    const urls = [
      ...[...V4, ...V6.map((v6) => `[${v6}]`)].flatMap((host) => AROUND.map((around) => around(host, port))),
      ...formsOf('127.0.0.1').map((host) => `http://${host}:${port}/`),
      ...schemes,
      `//127.0.0.1:${port}/`,
    ].filter((url) => !/[^\x20-\x7e]/.test(url) && url === url.trim())
    for (to of urls) {
      const why = await refusal(`http://127.0.0.1:${door}/`, { ...NOBODY, permits })
      assert.ok(!['an answer'].includes(why), to)
    }
    assert.equal(reached, 0)
    t.diagnostic(`${urls.length} redirects`)
    to = '/'
    assert.equal(await refusal(`http://127.0.0.1:${door}/`, { permits }), 'unsupported', 'a circle')
  })

  test('a name that changes its address between a look and a call', async (t) => {
    const calledTo: (string | undefined)[] = []
    t.mock.method(Socket.prototype, 'connect', function (this: Socket, ...given: unknown[]) {
      const [options] = given.flat() as { host?: string }[]
      calledTo.push(options?.host)
      process.nextTick(() => this.destroy(new Error('nobody there')))
      return this
    })
    for (const closed of [...V4, ...V6]) {
      // At the first look a public address, then a closed one: whoever looks twice is led astray.
      let looks = 0
      const resolve = async () => [looks++ ? closed : '93.184.216.34']
      await refusal(`http://rebind.example:${port}/`, { resolve })
      assert.equal(looks, 1, 'one look a connection')
    }
    assert.equal(calledTo.length, V4.length + V6.length)
    assert.deepEqual([...new Set(calledTo)], ['93.184.216.34'])
    assert.equal(reached, 0)
  })

  test('a connection that ends elsewhere than it was sent', async () => {
    const permits = (() => {
      let looks = 0
      return () => looks++ === 0
    })()
    reached = 0
    assert.equal(await refusal(`http://127.0.0.1:${port}/`, { permits }), 'unsupported')
  })

  test('a resolver that never answers ends with its request', async () => {
    const resolve = () => new Promise<never>(() => {})
    await assert.rejects(
      exchange('http://slow.example/', { signal: AbortSignal.timeout(20), reach: { resolve } }),
      (error: Error) => error.name === 'TimeoutError',
    )
  })
})
