import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import fc from 'fast-check'
import { brokenAt, dayOption, jsonLines, lines, readText } from '../../src/cli/input.ts'
import { ChanceryError, type ErrorCode } from '../../src/model/error.ts'

const folder = mkdtempSync(join(tmpdir(), 'chancery-input-'))
after(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
function file(content: string | Uint8Array): string {
  const path = join(folder, `${count++}`)
  writeFileSync(path, content)
  return path
}

const bytes = (...parts: (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)))
const isError = (code: ErrorCode, says: RegExp) => (error: unknown) =>
  error instanceof ChanceryError && error.code === code && says.test(error.message)

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const out: T[] = []
  for await (const item of items) out.push(item)
  return out
}

describe('a text', () => {
  for (const text of ['plain', '\uFEFFwith a byte-order mark', 'CRLF\r\nstays\r\n', '𝔘 é \u2028 \u0001'])
    test(`is taken as it is: ${JSON.stringify(text)}`, async () => assert.equal(await readText(file(text)), text))

  const refused: [name: string, path: () => string, code: ErrorCode, says: RegExp][] = [
    ['a missing file', () => join(folder, 'nowhere'), 'not-found', /no such file/],
    ['a file below a file', () => join(file('x'), 'y'), 'not-found', /no such file/],
    ['a folder', () => folder, 'incorrect', /a folder/],
    ['nothing', () => file(''), 'incorrect', /empty/],
    ['blanks', () => file('\uFEFF \r\n\t'), 'incorrect', /empty/],
    ['a NUL', () => file('abc\0def'), 'incorrect', /NUL at byte 3/],
    ['a PDF', () => file('%PDF-1.7 …'), 'unsupported', /a PDF/],
    ['a DOCX', () => file('PK\x03\x04…'), 'unsupported', /ZIP, DOCX/],
    ['gzip', () => file(bytes([0x1f, 0x8b, 8])), 'unsupported', /gzip/],
    ['UTF-16', () => file(bytes([0xff, 0xfe, 0x41, 0])), 'unsupported', /UTF-16/],
    ['Latin-1', () => file(bytes('caf', [0xe9], ' crème')), 'incorrect', /no UTF-8 from byte 3/],
    ['a character cut short', () => file(bytes('é', [0xe2, 0x82])), 'incorrect', /no UTF-8 from byte 2/],
  ]
  for (const [name, path, code, says] of refused)
    test(`is not ${name}`, () => assert.rejects(readText(path()), isError(code, says)))

  test('is not longer than the bound', async () => {
    assert.equal(await readText(file('12345678'), 8), '12345678')
    await assert.rejects(readText(file('123456789'), 8), isError('incorrect', /longer than/))
  })
})

test('the first byte that is no UTF-8 is found, wherever it is', () => {
  const broken = fc.constantFrom([0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xe2, 0x28], [0x80], [0xf0, 0x9f, 0x98])
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), broken, fc.string(), (before, bad, behind) =>
      assert.equal(brokenAt(bytes(before, bad, ` ${behind}`)), Buffer.byteLength(before)),
    ),
  )
})

describe('lines', () => {
  test('come with their numbers, without blank ones, CR and byte-order mark', async () => {
    assert.deepEqual(await all(lines(file('\uFEFFa\r\n\n  \nb\nc'))), [
      { n: 1, text: 'a' },
      { n: 4, text: 'b' },
      { n: 5, text: 'c' },
    ])
    assert.deepEqual(await all(lines(file(''))), [])
  })

  test('that are too long or no UTF-8 are errors of their own', async () => {
    const found = await all(lines(file(bytes('12345678\n123456789\n', [0xff], '\nok\n')), 8))
    assert.deepEqual(
      found.map((line) => ('error' in line ? [line.n, line.error.at.split(':')[1], line.error.message] : line.text)),
      [
        '12345678',
        [2, '2', 'a line longer than 8 bytes: split it'],
        [3, '3', 'no UTF-8 from byte 0: save it as UTF-8'],
        'ok',
      ],
    )
  })

  test('are the same however the file is cut into chunks', async () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `${i} é€𝔘`).join('\n')
    const found = await all(lines(file(text)))
    assert.equal(found.map((line) => 'text' in line && line.text).join('\n'), text)
  })

  test('of JSON are values, or errors with their line', async () => {
    const found = await all(jsonLines(file('{"a":1}\n{"a":\n"b"\n')))
    assert.deepEqual(
      found.map((line) => ('error' in line ? `${line.n} ${line.error.message}` : line.value)),
      [{ a: 1 }, '2 no JSON: write one JSON value on each line', 'b'],
    )
  })
})

describe('a date option', () => {
  test('is a real day', () => assert.equal(dayOption('--date')('2024-02-29'), '2024-02-29'))
  for (const value of ['2023-02-29', '2024-13-01', '2024', 'today', '', ' 2024-02-29', '2024-2-9'])
    test(`is not ${JSON.stringify(value)}`, () =>
      assert.throws(() => dayOption('--date')(value), isError('incorrect', /write a real day as YYYY-MM-DD/)))
})
