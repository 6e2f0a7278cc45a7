import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts')
const home = mkdtempSync(join(tmpdir(), 'chancery-papers-'))
after(() => rmSync(home, { recursive: true, force: true }))

function chancery(...args: string[]) {
  const env = { ...process.env, CHANCERY_LEDGER: join(home, 'ledger.db'), NO_COLOR: '1', CHANCERY_CHROMIUM: 'none' }
  return spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...args], {
    env,
    cwd: home,
    encoding: 'utf8',
  })
}
const at = (name: string): string => join(home, name)
const DAYS = ['--on', '2016-03-20', '--today', '2016-03-01']

describe('briefing', () => {
  test('prints Markdown, and writes files with the data for the next issue', () => {
    const { stdout, status } = chancery('briefing', 'Cuba', 'USA', ...DAYS)
    assert.equal(status, 0)
    assert.match(stdout, /^# Cuba and the United States[\s\S]*\[\^1\]: /)
    const written = chancery('briefing', 'Cuba', 'USA', ...DAYS, '-o', 'one.docx', 'one.pdf', 'one.md')
    assert.equal(written.status, 0, written.stderr)
    assert.deepEqual(
      ['one.docx', 'one.pdf', 'one.md', 'one.json'].map((name) => existsSync(at(name))),
      [true, true, true, true],
    )
    assert.equal(readFileSync(at('one.md'), 'utf8'), stdout)
  })

  test('again gives the same bytes, and against its own data marks nothing', () => {
    chancery('briefing', 'Cuba', 'USA', ...DAYS, '-o', 'two.docx', 'two.pdf')
    for (const format of ['docx', 'pdf', 'json'])
      assert.ok(readFileSync(at(`one.${format}`)).equals(readFileSync(at(`two.${format}`))), format)
    const { stdout } = chancery('briefing', 'Cuba', 'USA', ...DAYS, '--since', 'one.json')
    assert.match(stdout, /0 new, 0 changed, 0 gone/)
  })

  for (const [what, args, code] of [
    ['no day', ['Cuba', 'USA'], 2],
    ['nobody', ['Cuba', 'Atlantis', ...DAYS], 4],
    ['one state', ['Cuba', 'Cuba', ...DAYS], 2],
    ['no issue', ['Cuba', 'USA', ...DAYS, '--since', 'nothing.json'], 4],
    ['no format', ['Cuba', 'USA', ...DAYS, '-o', 'x.odt'], 2],
    ['no template', ['Cuba', 'USA', ...DAYS, '-o', 'x.docx', '--template', 'nothing.docx'], 4],
    ['a template without a file', ['Cuba', 'USA', ...DAYS, '--template', 'one.docx'], 2],
    ['no authority', ['Cuba', 'USA', ...DAYS, '--names', 'nobody.csv'], 4],
    ['no Chromium', ['Cuba', 'USA', ...DAYS, '-o', 'x.pdf', '--printer', 'chromium'], 3],
  ] as const)
    test(`of ${what} exits with ${code}`, () => {
      const { status, stderr } = chancery('briefing', ...args)
      assert.equal(status, code, stderr)
      assert.equal(existsSync(at('x.pdf')) || existsSync(at('x.docx')), false)
    })
})

describe('import, person and redact', () => {
  const TABLE =
    'Leader;Office;Country;Host;When\nJane Doe;President;Ecuador;Peru;02/01/2020\nJohn Roe;;Ecuador;Atlantis;25/12/2019\n'
  test('a table is shown, filed, taken back', () => {
    writeFileSync(at('visits.csv'), TABLE)
    const dry = chancery('import', 'visits.csv', '--dry-run')
    assert.match(
      dry.stdout,
      /1 of 2 rows as visit[\s\S]*Jane Doe visited Peru, 2 January 2020[\s\S]*line 3: no state[\s\S]*Nothing was filed/,
    )
    const filed = chancery('import', 'visits.csv', '--authority', 'The desk', '--findings', 'findings.jsonl')
    assert.match(filed.stdout, /2 facts new in the ledger[\s\S]*ledger undo import\/the-desk-visits/)
    assert.equal(JSON.parse(readFileSync(at('findings.jsonl'), 'utf8').split('\n')[0]!).row.Host, 'Atlantis')
    assert.match(chancery('import', 'visits.csv', '--authority', 'The desk').stdout, /0 facts new in the ledger/)
  })

  test('what is on record of a person is told, and redacted for good', () => {
    const { stdout, stderr } = chancery('person', 'Jane Doe')
    const [id] = /fact:\w+/.exec(stdout) ?? assert.fail(stdout + stderr)
    const redacted = chancery('redact', id, '--why', 'asked to', '--by', 'ana')
    assert.match(redacted.stdout, /1 record redacted for good/)
    assert.ok(!chancery('person', 'Jane Doe').stdout.includes(id))
    assert.match(chancery('redact', id, '--why', 'again').stdout, /redacted already/)
    assert.equal(chancery('redact', 'fact:0', '--why', 'x').status, 4)
    assert.equal(chancery('redact', 'person:nobody-here', '--why', 'x').status, 4)
    assert.equal(chancery('verify').status, 0)
    assert.equal(chancery('person', 'Nobody Known').status, 4)
  })

  test('a batch is taken back', () =>
    assert.match(chancery('ledger', 'undo', 'import/the-desk-visits').stdout, /1 facts withdrawn/))
})

describe('panel', () => {
  test('is written once, and over a panel only when told to', () => {
    const args = ['panel', '--states', 'Cuba,USA', '--from', '1990', '--to', '1992', '-o', 'panel']
    assert.match(chancery(...args).stdout, /3 rows: 2 states, 1990–1992/)
    const sums = readFileSync(at('panel/SHA256SUMS'))
    assert.equal(chancery(...args).status, 5)
    assert.equal(chancery(...args, '--again').status, 0)
    assert.ok(readFileSync(at('panel/SHA256SUMS')).equals(sums))
  })
  for (const [what, args, code] of [
    ['of nobody', ['--states', 'Atlantis,Peru', '-o', 'p'], 4],
    ['without states', ['-o', 'p'], 2],
    ['without a folder', ['--states', 'all'], 2],
    ['of no year', ['--states', 'Cuba,USA', '--from', '90', '-o', 'p'], 2],
  ] as const)
    test(`${what} exits with ${code}`, () => assert.equal(chancery('panel', ...args).status, code))
})
