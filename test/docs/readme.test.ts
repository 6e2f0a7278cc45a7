import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'

const ROOT = join(import.meta.dirname, '../..')
const page = readFileSync(join(ROOT, 'README.md'), 'utf8')
const home = mkdtempSync(join(tmpdir(), 'chancery-readme-'))
after(() => rmSync(home, { recursive: true, force: true }))

/** A block after `<!-- run: COMMAND -->` is the beginning of what the command prints. */
const blocks = [...page.matchAll(/<!-- run: \.\/chancery (.+) -->\n```\n([\s\S]*?)```/g)].map(
  ([, command = '', shown = '']) => ({ command, shown }),
)

describe('the README', () => {
  test('is at most 120 lines and runs something', () => {
    assert.ok(page.split('\n').length <= 121)
    assert.ok(blocks.length > 0)
  })
  for (const { command, shown } of blocks)
    test(`chancery ${command} prints what it shows`, () => {
      const args = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
      const env = { ...process.env, CHANCERY_LEDGER: join(home, 'ledger.db') }
      const out = execFileSync(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', join(ROOT, 'src/cli/main.ts'), ...args],
        { cwd: ROOT, env, encoding: 'utf8' },
      )
      assert.ok(shown.trim().length > 0)
      assert.equal(out.slice(0, shown.length), shown)
    })
})
