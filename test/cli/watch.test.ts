import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts')
const folder = mkdtempSync(join(tmpdir(), 'chancery-watch-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const chancery = (...args: string[]) =>
  spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', MAIN, 'watch', ...args, '--ledger', join(folder, 'ledger.db')],
    { encoding: 'utf8' },
  )

test('a question is watched, listed, run and removed', () => {
  const added = chancery('add', 'Did Ecuador vote for the partition of Palestine?')
  const [, id] = /^(watch:[0-9a-f]{12}) {2}yes {2}Did Ecuador/.exec(added.stdout) ?? []
  assert.ok(id, added.stdout + added.stderr)
  assert.match(chancery('list').stdout, new RegExp(`^${id}  \\d{4}-\\d\\d-\\d\\d  yes  Did Ecuador`))
  const run = chancery('run', '--format', 'json')
  assert.deepEqual([JSON.parse(run.stdout).changed, run.stderr], [false, 'chancery: 0 of 1 changed\n'])
  assert.equal(chancery('remove', id).status, 0)
  assert.deepEqual([chancery('remove', id).status, chancery('list').stdout], [4, ''])
})

test('the bare command says what there is to do', () => {
  const { status, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, 'watch'], {
    encoding: 'utf8',
  })
  assert.deepEqual([status, /watch add, run, list or remove/.test(stderr)], [2, true])
})

test('what cannot be watched is refused with what to do', () => {
  const cases: [string[], number, RegExp][] = [
    [['add', 'Life is good.'], 2, /not understood/],
    [['add', ' '], 2, /nothing to watch/],
    [['add', 'Cuba voted against the partition of Palestine.', '--date', '1950-02-30'], 2, /--date/],
  ]
  for (const [args, code, words] of cases) {
    const { status, stderr } = chancery(...args)
    assert.equal(status, code, stderr)
    assert.match(stderr, words)
  }
})
