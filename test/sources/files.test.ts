import assert from 'node:assert/strict'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { folderFiles, memoryFiles } from '../../src/sources/files.ts'
import { scanTable } from '../../src/sources/scan.ts'
import { scratch } from './pack-folder.ts'

const MIB = 1024 * 1024

describe('files of a data set', () => {
  test('are listed by path, read as text, and narrowed to a folder', (t) => {
    const folder = scratch(t)
    mkdirSync(join(folder, 'a/b'), { recursive: true })
    writeFileSync(join(folder, 'a/b/two.csv'), '\uFEFFx,y\n1,é\n')
    writeFileSync(join(folder, 'a/one.txt.gz'), gzipSync('packed'))
    writeFileSync(join(folder, '.hidden'), 'x')
    symlinkSync(folder, join(folder, 'a/loop'))
    const files = folderFiles(folder)
    assert.deepEqual(files.list(), ['a/b/two.csv', 'a/one.txt.gz'])
    assert.deepEqual(files.list('a/o'), ['a/one.txt.gz'])
    assert.equal(files.text('a/b/two.csv'), 'x,y\n1,é\n')
    assert.equal(files.text('a/one.txt.gz'), 'packed')
    assert.deepEqual(files.within('a').within('b/').list(), ['two.csv'])
    assert.equal(files.within('a/b').text('two.csv'), 'x,y\n1,é\n')
    assert.deepEqual(folderFiles(join(folder, 'a/b/two.csv')).list(), ['two.csv'])
    assert.equal(files.bytes('a/b/two.csv').length, 12)
    assert.throws(() => files.text('a/three.csv'), { code: 'not-found' })
    assert.throws(() => files.text('../a/one.txt.gz'), { code: 'not-found' })
    assert.throws(() => folderFiles(join(folder, 'nowhere')), { code: 'not-found' })
  })

  const BAD: [string, string, Buffer, RegExp][] = [
    ['empty', 'a.csv', Buffer.alloc(0), /is empty/],
    ['latin-1', 'a.csv', Buffer.from('x\nCôte\n', 'latin1'), /no UTF-8 \(line 2\).*another encoding/],
    ['UTF-16', 'a.csv', Buffer.from('\uFEFFx,y', 'utf16le'), /UTF-16/],
    ['a gzip that is cut', 'a.csv.gz', gzipSync('x,y\n1,2\n').subarray(0, 20), /cut or damaged/],
    ['text called .gz', 'a.csv.gz', Buffer.from('x,y\n'), /is not packed by gzip/],
    ['a bomb', 'a.csv.gz', gzipSync(Buffer.alloc(64 * MIB)), /more than 1 MiB/],
    ['a bomb in a bomb', 'a.csv.gz', gzipSync(gzipSync(Buffer.alloc(64 * MIB))), /UTF-8|not packed/],
  ]
  for (const [name, path, bytes, message] of BAD)
    test(`${name} is refused with what to do`, (t) => {
      const folder = scratch(t)
      writeFileSync(join(folder, path), bytes)
      assert.throws(() => folderFiles(folder, MIB).text(path), { code: 'incorrect', message })
    })

  test('files in memory are files', () => {
    assert.equal(memoryFiles('m', { 'b/a.csv': 'x' }).within('b').text('a.csv'), 'x')
  })
})

const rows = (text: string, needed = ['a', 'b'], optional: string[] = []) => {
  const out: string[] = []
  const scanned = scanTable('t.csv', text, { needed, optional }, (values, line) =>
    out.push(`${line}:${values.join('|')}`),
  )
  return { out: out.join(' '), ...scanned }
}

describe('tables of any size', () => {
  const GOOD: [string, string, string][] = [
    ['commas', 'a,b\n1,2\n3,4\n', '2:1|2 3:3|4'],
    ['tabs', 'a\tb\n1\t2\n', '2:1|2'],
    ['no last line end', 'a,b\n1,2', '2:1|2'],
    ['CRLF', 'a,b\r\n1,2\r\n', '2:1|2'],
    ['a byte order mark', '\uFEFFa,b\n1,2\n', '2:1|2'],
    ['other columns, another order, another case', 'z,B,A\n0,2,1\n', '2:1|2'],
    ['quotes', '"a","b"\n"x, y","say ""no"""\n', '2:x, y|say "no"'],
    ['a quoted line end', 'a,b\n"one\ntwo",2\n3,4\n', '2:one\ntwo|2 4:3|4'],
    ['empty values and lines', 'a,b\n,\n\n3,\n', '2:| 4:3|'],
    ['an empty quoted value', 'a,b\n"",""\n', '2:|'],
  ]
  for (const [name, text, expected] of GOOD) test(name, () => assert.equal(rows(text).out, expected))

  test('columns may be absent, or have several names', () => {
    const { out, has } = rows('a,b\n1,2\n', ['a'], ['c', 'b'])
    assert.deepEqual([out, has], ['2:1||2', [false, true]])
    const read: string[] = []
    scanTable('t', 'x,y\n1,2\n', { needed: [['a', 'y']] }, ([value]) => read.push(value!))
    assert.deepEqual(read, ['2'])
  })

  test('a row of another length is left out and named', () => {
    const { out, odd } = rows('a,b\n1\n1,2,3\n4,5\n')
    assert.deepEqual(
      [out, odd],
      [
        '4:4|5',
        [
          { line: 2, found: 1, expected: 2 },
          { line: 3, found: 3, expected: 2 },
        ],
      ],
    )
  })

  const BAD: [string, string, RegExp][] = [
    ['another layout', 'a,c\n1,2\n', /expected the columns a, b; missing are b; found are a, c/],
    ['semicolons', 'a;b\n1;2\n', /semicolons: expected are commas or tabs/],
    ['a web page', '<!DOCTYPE html>\n<p>, ,</p>', /web page/],
    ['no table', 'hello\n', /no table: expected is a header/],
    ['a row that is cut', 'a,b\n1,2\n3', /ends within the row that begins on line 3/],
    ['a quote that is cut', 'a,b\n1,2\n"3,4\n5,6\n', /ends within the row that begins on line 3/],
    ['a quote that is not doubled', 'a,b\n"x"y",2\n', /something after a quoted value/],
  ]
  for (const [name, text, message] of BAD)
    test(`${name} is refused`, () => assert.throws(() => rows(text), { code: 'incorrect', message }))
})
