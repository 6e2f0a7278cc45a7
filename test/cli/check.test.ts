import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts')
const home = mkdtempSync(join(tmpdir(), 'chancery-check-'))
after(() => rmSync(home, { recursive: true, force: true }))

function chancery(args: string[], input = '') {
  const env = { ...process.env, CHANCERY_LEDGER: join(home, 'ledger.db'), NO_COLOR: '1' }
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', MAIN, ...args],
    { input, env, encoding: 'utf8' },
  )
  return {
    status,
    stdout,
    stderr,
    lines: stdout
      .split('\n')
      .filter(Boolean)
      .map((l) => (l.startsWith('{') ? JSON.parse(l) : l)),
  }
}
const line = (value: unknown) => `${JSON.stringify(value)}\n`

describe('check --each', () => {
  test('one object a line, in order; bad lines in their place with their errors', () => {
    const { lines, status } = chancery(
      ['check', '--each', '-', '--today', '2026-11-22'],
      line({ id: 'a', text: 'Cuba voted against the partition of Palestine.', date: '2022-05-12' }) +
        '{ not json\n' +
        line({ id: 'c' }) +
        line({ id: 'd', text: 'Peru visited Chile.', date: '2022-02-30' }) +
        line({ id: 5, text: 'The weather was fine.' }),
    )
    assert.deepEqual(
      lines.map((l) => l.id),
      ['a', null, 'c', 'd', 5],
    )
    assert.deepEqual(
      lines.map((l) => l.error?.code),
      [undefined, 'incorrect', 'incorrect', 'incorrect', undefined],
    )
    assert.match(lines[3].error.message, /2022-02-30/)
    assert.equal(lines[0].verdict, 'supported')
    assert.equal(lines[4].verdict, 'not-understood')
    assert.equal(status, 1)
  })

  test('an object has every field, and the same inputs give the same bytes', () => {
    const input = line({ id: 1, text: 'No president of the United States has ever visited Cuba.', date: '2016-04-01' })
    const args = ['check', '--each', '-', '--today', '2026-11-22', '--known-on', '2030-01-01']
    const [one, two] = [chancery(args, input), chancery(args, input)]
    assert.equal(one.stdout, two.stdout)
    const [verdict] = one.lines
    const fields = [
      'id',
      'verdict',
      'readings',
      'parts',
      'witnesses',
      'against',
      'missing',
      'nearest',
      'today',
      'verdictId',
    ]
    assert.deepEqual(Object.keys(verdict), fields)
    assert.equal(verdict.verdict, 'refuted')
    assert.ok(verdict.against.some((f: { entity: string; say: string }) => /Coolidge/.test(f.say)))
    assert.deepEqual(Object.keys(verdict.parts[0]), ['say', 'start', 'end', 'presupposed', 'verdict'])
    assert.match(verdict.nearest, /1928/)
  })
})

describe('check as ClaimReview', () => {
  const reviews = (text: string, ...more: string[]) =>
    chancery(
      ['check', '--claim', text, '--date', '2016-04-01', '--today', '2026-11-22', '--format', 'claimreview', ...more],
      '',
    ).lines

  test('what the records decide, with the evidence and who signs', () => {
    const [review] = reviews('No president of the United States has ever visited Cuba.', '--author', 'The Desk')
    assert.equal(review['@type'], 'ClaimReview')
    assert.equal(review.author.name, 'The Desk')
    assert.equal(review.reviewRating.alternateName, 'Refuted by the records')
    assert.match(review.reviewRating.ratingExplanation, /Coolidge.*1928/)
    assert.match(review.identifier, /^verdict:[0-9a-f]{16}$/)
    assert.ok(review.isBasedOn.every((url: string) => /^https:/.test(url)))
  })
  test('unsigned, it says that a program found it', () => {
    const [review] = reviews('Barack Obama visited Cuba in March 2016.')
    assert.match(review.author.description, /unsigned/)
  })
  test('what is open, or an opinion, is no review', () => {
    assert.deepEqual(reviews('No president of Tonga has ever visited Tuvalu. The visit to Cuba was a mistake.'), [])
  })
})

describe('check of an article', () => {
  const article = join(home, 'article.txt')
  writeFileSync(article, 'Cuba voted against the partition of Palestine in 1947. Sixty states voted for it.\n')

  test('worst first, and the details of a line', () => {
    const { stdout, status } = chancery(['check', article, '--date', '2022-05-12'])
    assert.equal(status, 0)
    assert.ok(stdout.indexOf('refuted') < stdout.indexOf('supported'))
    const detail = chancery(['check', article, '--date', '2022-05-12', '--explain', '1']).stdout
    assert.match(detail, /True nearby/)
    assert.match(detail, /Coverage used/)
  })

  test('ten megabytes on one line are refused at once', () => {
    const long = join(home, 'long.txt')
    writeFileSync(long, 'Cuba and Israel met. '.repeat(500_000))
    const { status, stdout, stderr } = chancery(['check', long, '--date', '2022-05-12'])
    assert.deepEqual([status, stdout], [2, ''])
    assert.match(stderr, /longer than 2 MiB .*: split it/)
  })

  test('no such line, no such file, no date', () => {
    assert.equal(chancery(['check', article, '--date', '2022-05-12', '--explain', '99']).status, 4)
    assert.equal(chancery(['check', join(home, 'none.txt')]).status, 4)
    assert.match(chancery(['check', article]).stderr, /no date is known/)
    assert.equal(chancery(['check']).status, 2)
  })
})
