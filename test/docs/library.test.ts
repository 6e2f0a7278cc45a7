import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { listen } from '../../src/http/serve.ts'
import { openLedger } from '../../src/run/ledger.ts'
import { ownLedger } from '../http/world.ts'

const ROOT = join(import.meta.dirname, '../..')
const page = readFileSync(join(ROOT, 'docs/library.md'), 'utf8')
/** Each example with what it prints. */
const examples = [...page.matchAll(/```ts\n([\s\S]*?)```\n\n```\n([\s\S]*?)```/g)].map(([, code, out]) => ({
  code,
  out,
}))
const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { exports: Record<string, string> }

const folder = mkdtempSync(join(tmpdir(), 'chancery-library-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** The example with the checkout in the place of the package. */
const here = (code: string, address: string): string =>
  code
    .replace(/from 'chancery(\/\w+)?'/g, (_, part = '') => {
      const file = exports[`.${part}`]
      assert.ok(file, part)
      return `from '${pathToFileURL(join(ROOT, file)).href}'`
    })
    .replace('http://127.0.0.1:4180', address.replace(/\/$/, ''))

describe('the examples of docs/library.md', () => {
  test('are there', () => assert.equal(examples.length, 3))
  for (const [i, { code = '', out = '' }] of examples.entries())
    test(`${i + 1}: ${/import .*/.exec(code)?.[0]}`, async (t) => {
      let address = ''
      if (code.includes('http://')) {
        const ledger = await openLedger({ path: await ownLedger(), packs: null })
        const server = await listen(
          { ledger, now: () => new Date().toISOString(), today: () => '2026-11-22', by: 'ana' },
          0,
        )
        t.after(async () => {
          await server.close()
          await ledger.close()
        })
        address = server.address
      }
      const file = join(folder, `${i}.mts`)
      writeFileSync(file, here(code, address))
      const args = ['--disable-warning=ExperimentalWarning', file]
      const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: folder })
      assert.deepEqual([stdout, stderr], [out, ''])
    })
})
