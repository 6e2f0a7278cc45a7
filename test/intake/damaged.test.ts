import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { intake, Parser } from '../../src/intake/index.ts'
import { ChanceryError } from '../../src/model/error.ts'
import { PAGES, PARAGRAPHS } from './articles.ts'
import { docx, http, pages, record } from './build.ts'

const parser = new Parser()
after(() => parser.close())

const HTML = PAGES[0]!.html
const feed = `<rss version="2.0"><channel><title>T</title><item><description>${PARAGRAPHS[0]}</description></item></channel></rss>`
const archive = record('https://g.example/1', http('text/html', HTML, 'Transfer-Encoding: chunked\r\n'))
const SOUND: [string, Buffer][] = [
  ['page', Buffer.from(HTML)],
  ['Word document', docx(PARAGRAPHS)],
  ['PDF', pages([[72, 700, 'Hello there.']], [[72, 700, 'Page two.']])],
  ['feed', Buffer.from(feed)],
  ['web archive', archive],
  ['packed web archive', gzipSync(archive)],
]

/** The same numbers each time (a linear congruence). */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Bytes changed, taken out, doubled or cut off. */
function damaged(sound: Buffer, seed: number): Buffer {
  const next = numbers(seed)
  let bytes = Buffer.from(sound)
  for (let i = next(6); i >= 0; i--) {
    const [at, length] = [next(bytes.length), next(40)]
    const [before, behind] = [bytes.subarray(0, at), bytes.subarray(at)]
    if (next(4) === 0) bytes = Buffer.concat([before, behind.subarray(length)])
    else if (next(3) === 0) bytes = Buffer.concat([before, behind.subarray(0, length), behind])
    else if (next(12) === 0) bytes = Buffer.from(before)
    else if (bytes.length) bytes[at] = next(256)
  }
  return bytes
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

const ROUNDS = 60
for (const [name, sound] of SOUND)
  test(`a damaged ${name} is read or refused, and nothing else`, async () => {
    let read = 0
    for (let seed = 0; seed < ROUNDS; seed++) {
      const bytes = damaged(sound, seed * 7919 + name.length)
      try {
        for await (const item of intake({ stream: once(bytes), hint: { name } }, { parser }))
          if ('text' in item) {
            assert.ok(item.text.trim())
            read++
          } else assert.ok(item.error instanceof ChanceryError)
      } catch (error) {
        assert.ok(
          error instanceof ChanceryError && error.code !== 'fault',
          `${name} ${seed}: ${(error as Error).stack}`,
        )
      }
    }
    // What is packed is whole or nothing.
    assert.ok(read > 0 || name.startsWith('packed'))
  })
