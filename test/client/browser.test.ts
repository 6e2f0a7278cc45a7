import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { runInNewContext } from 'node:vm'
import { build, type Rolldown } from 'vite'

test('bundled for a browser the client needs no Node and no package, and works there', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-bundle-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const built = (await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    cacheDir: folder,
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, '../../src/client/index.ts'), formats: ['iife'], name: 'client' },
    },
  })) as Rolldown.RolldownOutput[]
  const chunks = built.flatMap(({ output }) => output)
  assert.equal(chunks.length, 1)
  const [{ code, imports, moduleIds }] = chunks as [Rolldown.OutputChunk]
  assert.deepEqual(imports, [])
  assert.deepEqual(
    moduleIds.filter((id) => !/\/src\/client\/\w+\.ts$/.test(id)),
    [],
  )
  assert.doesNotMatch(code, /node:|\brequire\(|\bprocess\.|\bBuffer\b/)
  assert.ok(code.length < 40_000, String(code.length))

  // What a browser has, and nothing of Node.
  const asked: string[] = []
  const fetch = async (url: string) => {
    asked.push(url)
    return new Response('{"examples":["Who?"]}')
  }
  const context = { fetch, URL, URLSearchParams, AbortSignal, setTimeout, clearTimeout, TextDecoderStream }
  const work = `${code}; new client.Chancery({ url: 'http://127.0.0.1:4180/' }).questions()`
  assert.deepEqual([...(await runInNewContext(work, context))], ['Who?'])
  assert.deepEqual(asked, ['http://127.0.0.1:4180/api/ask/examples'])
})
