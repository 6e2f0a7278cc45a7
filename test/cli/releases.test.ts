import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts')
const RECORDED = join(import.meta.dirname, '../sources/wikidata/recorded')
const home = mkdtempSync(join(tmpdir(), 'chancery-releases-'))
after(() => rmSync(home, { recursive: true, force: true }))

function chancery(args: readonly string[], input = '') {
  const env = { ...process.env, CHANCERY_LEDGER: join(home, 'ledger.db'), NO_COLOR: '1' }
  const all = ['--disable-warning=ExperimentalWarning', MAIN, ...args]
  return spawnSync(process.execPath, all, { env, input, encoding: 'utf8' })
}

const folder = join(home, 'Releases of 2023')
mkdirSync(folder)
writeFileSync(
  join(folder, 'lima.txt'),
  'Lima, 5 June 2023\n\nJane Doe visited Peru on 2 June 2023. Jane Doe visited Chile on 3 June 2023.\n',
)
const AS = ['--accept-as', 'Ministry of Foreign Affairs of Peru']
const BATCH = 'releases/ministry-of-foreign-affairs-of-peru/releases-of-2023'
const claim = (country: string) =>
  chancery(['check', '--claim', `Jane Doe visited ${country} in June 2023.`, '--date', '2024-01-01']).stdout

test('a folder of releases is accepted after a look, told in the ledger, and taken back', () => {
  const unfinished = chancery(['file', folder, ...AS], 'y\n')
  assert.equal(unfinished.status, 2)
  assert.match(unfinished.stderr, /the review was not finished, and nothing is filed/)
  const done = chancery(['file', folder, ...AS, '--by', 'ana'], 'y\nwhat\ny\n')
  assert.equal(done.status, 0)
  assert.match(done.stdout, /^1\/2 .*lima\.txt, 5 June 2023\n {6}“Jane Doe visited /)
  assert.match(
    done.stdout,
    /1 release of the Ministry of Foreign Affairs of Peru: 2 claims accepted, 0 left as reports/,
  )
  assert.match(done.stdout, /review: 2 of 2 sampled claims confirmed by ana \(100 %; 34 % to 100 % of all\)/)
  const figures = chancery(['ledger']).stdout.replace(/\s+/g, ' ')
  assert.match(figures, new RegExp(`2 claims in 1 release, 2 of 2 .*${BATCH}`))
  assert.match(claim('Peru'), /✓ supported/)
  assert.match(chancery(['file', folder, ...AS]).stdout, /^unchanged: 2 claims were accepted before, 2 of 2/)
  const undone = chancery(['ledger', 'undo', BATCH])
  assert.match(undone.stdout, /2 facts withdrawn/)
  assert.match(claim('Peru'), /\? not covered/)
  assert.equal(chancery(['ledger', 'undo', 'releases/none']).status, 4)
})

test('accepted unseen is said to be so, and what is half said is refused', () => {
  const unseen = chancery([
    'file',
    folder,
    ...AS,
    '--yes',
    '--covers',
    'visits',
    '--from',
    '2023-01-01',
    '--to',
    '2023-12-31',
  ])
  assert.match(unseen.stdout, /review: accepted unseen: nobody looked at the sample of 2\n/)
  assert.match(unseen.stdout, /their silence proves nothing/)
  const refused: string[][] = [
    ['file', folder, ...AS, '--yes', '--covers', 'visits'],
    ['file', folder, ...AS, '--yes', '--covers', 'gossip', '--from', '2023-01-01', '--to', '2023-12-31'],
    ['file', folder, folder, ...AS, '--yes'],
    ['file', folder, ...AS, '--yes', '--date', '2023-01-01'],
    ['file', folder, ...AS, '--yes', '--sample', 'all'],
    ['file', folder, '--accept-as', '!', '--yes'],
    ['file', folder, '--covers', 'visits'],
  ]
  for (const args of refused) assert.equal(chancery(args).status, 2, args.join(' '))
  assert.equal(chancery(['file', RECORDED, ...AS, '--yes']).status, 4)
})

test('two tellings are judged by their ids, and a judgement is taken back', () => {
  const write = (name: string, value: unknown): string => {
    writeFileSync(join(home, name), JSON.stringify(value))
    return join(home, name)
  }
  const trip = (when: string) => ({ kind: 'visit', roles: { visitor: 'person:jane-doe', to: 'state:BOL' }, when })
  const cite = (n: number) => ['--source', `https://example.org/${n}`, '--quote', 'landed']
  const ids = ['1975-06-01', '1975-06-03'].map((when, n) => {
    const { stdout } = chancery(['add', write(`${n}.json`, trip(when)), ...cite(n)])
    return /fact:\w+/.exec(stdout)![0]
  })
  assert.match(chancery(['reconcile']).stdout, /^1 pair to be judged[\s\S]*dated 2 days apart/)
  const same = chancery(['same', ...ids, '--because', 'the same ship', '--by', 'ana'])
  const [judgement] = /judgement:\w+/.exec(same.stdout)!
  assert.match(same.stdout, /tell one event, says ana/)
  assert.match(chancery(['reconcile']).stdout, /^0 pairs to be judged[\s\S]*one event, says ana: the same ship/)
  assert.equal(chancery(['ledger', 'undo', judgement]).status, 0)
  assert.match(chancery(['reconcile']).stdout, /^1 pair to be judged/)
  assert.match(chancery(['same', ...ids, '--unsure']).stdout, /may be one event or two/)
  assert.match(chancery(['reconcile']).stdout, /^1 pair to be judged[\s\S]*nobody can say/)
  assert.equal(chancery(['same', ids[0]!, 'fact:none']).status, 4)
  assert.equal(chancery(['not-same', ids[0]!, ids[0]!]).status, 2)
})

test('Wikidata is asked of a pair or a state, by saved answers too', () => {
  const pulled = chancery(['pull', 'wikidata', '--from', join(RECORDED, 'JPN-KOR')])
  assert.match(pulled.stdout, /^wikidata\/JPN-KOR: 24 rows read/)
  assert.match(
    chancery(['dossier', 'Japan', 'South Korea']).stdout,
    /7 May 2023 +Fumio Kishida visited the Republic of Korea/,
  )
  const queries = chancery(['pull', 'wikidata', '--pair', 'Ecuador', 'Israel', '--queries'])
  assert.equal(queries.stdout.match(/^SELECT /gm)?.length, 6)
  for (const args of [
    ['wikidata'],
    ['wikidata', '--pair', 'Ecuador'],
    ['wikidata', '--pair', 'Peru', 'Chile', '--state', 'Cuba'],
    ['desta', '--state', 'Cuba'],
  ])
    assert.equal(chancery(['pull', ...args]).status, 2, args.join(' '))
})
