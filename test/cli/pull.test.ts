import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { CATALOGUE } from '../../src/sources/catalogue.ts'

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts')
const home = mkdtempSync(join(tmpdir(), 'chancery-pull-'))
after(() => rmSync(home, { recursive: true, force: true }))
const LEDGER = join(home, 'ledger.db')

function chancery(...args: string[]) {
  const env = { ...process.env, CHANCERY_LEDGER: LEDGER, NO_COLOR: '1' }
  return spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...args], {
    env,
    encoding: 'utf8',
  })
}

/** Files of two roll calls of which one is not described. */
function writeVotes(folder: string, choice: string): string {
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'unvotes.csv'),
    `rcid,country,country_code,vote\n1,France,FR,${choice}\n1,Ecuador,EC,yes\n2,France,FR,no\n`,
  )
  writeFileSync(
    join(folder, 'roll_calls.csv'),
    'rcid,session,importantvote,date,unres,amend,para,short,descr\n1,70,0,2015-12-03,R/70/33,NA,NA,NA,NA\n',
  )
  return folder
}

test('the list names every source with its licence, and when it was pulled', () => {
  const { stdout, status } = chancery('pull')
  assert.equal(status, 0)
  for (const name of Object.keys(CATALOGUE)) assert.ok(stdout.includes(`${name} `), name)
  const words = stdout.replace(/\n {2}/g, ' ')
  assert.match(words, /^undl-votes .*non-commercial, never exported; your own download; not pulled$/m)
  for (const line of stdout.split('\n')) assert.ok(line.length <= 80, line)
})

test("a pull of the user's own copy reports, writes its findings beside the ledger, and changes nothing the second time", () => {
  const folder = writeVotes(join(home, 'data/unga'), 'no')
  const first = chancery('pull', 'unga-votes', '--from', folder)
  assert.match(
    first.stdout,
    /^unga-votes: 4 rows read .*\n {2}2 facts told: 2 filed, 0 unchanged, 0 withdrawn\n {2}1 unknown-roll-call\n {6}unvotes\.csv, rcid 2: 1 votes on a roll call that is not described/,
  )
  const findings = /all 1 in (.*\/pulled\/findings\/ledger\.unga-votes\.\d{8}T\d{6}\.\d{3}Z\.jsonl)\n/.exec(
    first.stdout,
  )![1]!
  assert.equal(JSON.parse(readFileSync(findings, 'utf8').trim()).kind, 'unknown-roll-call')
  assert.match(chancery('pull', 'unga-votes', '--from', folder).stdout, /are those of the last pull, 2 facts/)
  assert.match(chancery('pull').stdout, /pulled \d{4}-\d\d-\d\d: 2 facts/)
})

test('a corrected file: what changed is told, and the claim is checked by it', () => {
  const before = new Date().toISOString()
  const claim = ['check', '--claim', 'France voted against resolution 70/33.', '--date', '2020-01-01']
  assert.match(chancery(...claim).stdout, /1 supported/)
  chancery('pull', '--all', '--from', writeVotes(join(home, 'data/unga'), 'abstain').replace(/unga$/, ''))
  assert.match(chancery(...claim).stdout, /1 refuted/)
  assert.match(chancery(...claim, '--known-on', before).stdout, /1 supported/)
  const { stdout } = chancery('pull', 'unga-votes', '--changes')
  assert.match(stdout, /1 filed\n {6}France abstained on A\/RES\/70\/33.*\n {2}1 withdrawn\n {6}France voted against/)
})

test('what cannot be pulled is said in a line', () => {
  mkdirSync(join(home, 'empty'))
  const table: [string[], number, RegExp][] = [
    [['nothing'], 4, /no source of that name \(nothing\): unga-votes, /],
    [['unga-votes', '--from', join(home, 'nowhere')], 4, /no such file or folder/],
    [['unga-votes', '--from', join(home, 'empty')], 4, /there are no files of unga-votes/],
    [['unga-votes', '--all', '--from', home], 2, /one source or several/],
    [['--all'], 2, /no folder is named/],
    [['--all', '--from', join(home, 'empty')], 4, /no source is recognised/],
    [['undl-votes'], 3, /accepted by each user.*download it from https:\/\/digitallibrary\.un\.org/],
    [['desta', '--changes'], 4, /was never pulled/],
  ]
  for (const [args, code, says] of table) {
    const { status, stderr } = chancery('pull', ...args)
    assert.match(stderr, says)
    assert.equal(status, code, stderr)
    assert.equal(stderr.trim().split('\n').length, 1)
  }
  assert.ok(!existsSync(join(home, 'pulled/undl-votes/files')))
})
