import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { BOMBS } from './bombs.ts'

const folder = mkdtempSync(join(tmpdir(), 'chancery-bombs-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** Of the whole process, in megabytes. */
const MOST = 256

describe('a bomb ends in a refusal, in bounded memory', () => {
  for (const [name, build] of Object.entries(BOMBS))
    test(name, () => {
      const file = join(folder, 'bomb')
      writeFileSync(file, build())
      const { stdout, stderr } = spawnSync(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'opener-process.ts'), file],
        { encoding: 'utf8', timeout: 60_000 },
      )
      assert.equal(stderr, '')
      const found = JSON.parse(stdout) as { articles: number; errors: string[]; thrown: string; megabytes: number }
      assert.equal(found.articles, 0)
      assert.ok(found.errors.length || ['incorrect', 'unsupported'].includes(found.thrown), stdout)
      assert.ok(found.megabytes < MOST, `${found.megabytes} MB`)
    })
})
