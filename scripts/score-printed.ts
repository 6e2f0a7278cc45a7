/**
 * `node scripts/score-printed.ts [LEDGER] [--show]`: sentences as printed, by their places in
 * $CHANCERY_SHARED/corpora/news-and-releases.jsonl.gz, against what a person made of each before the reader saw it
 * (scripts/scoring/printed.tsv: place, hash of the words, whether it is true, what it says in the algebra). A sentence is read when
 * each of its gists is a claim that the checker takes; a claim that it takes and that the sentence does not make is a wrong reading.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type CheckedClaim, checkerOf, outcomeOf } from '../src/run/check.ts'
import { documentOf } from '../src/run/document.ts'
import { openLedger } from '../src/run/ledger.ts'
import { gistsOf, says } from './scoring/gist.ts'

const shared = process.env.CHANCERY_SHARED ?? join(import.meta.dirname, '../../shared')
const show = process.argv.includes('--show')
const path = process.argv[2]?.startsWith('--') ? undefined : process.argv[2]
const corpus = gunzipSync(readFileSync(join(shared, 'corpora/news-and-releases.jsonl.gz')))
  .toString('utf8')
  .split('\n')
const dayOf = (date: string): string => {
  const time = Date.parse(/^\d{4}-\d\d-\d\d$/.test(date) ? `${date}T00:00:00Z` : date)
  return new Date(time).toISOString().slice(0, 10)
}

const rows = readFileSync(join(import.meta.dirname, 'scoring/printed.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
const ledger = await openLedger(path ? { path } : {})
const checker = await checkerOf(ledger)
const n = {
  all: 0,
  tell: 0,
  read: 0,
  quiet: 0,
  left: 0,
  claims: 0,
  wrong: 0,
  wrongIn: 0,
  known: 0,
  decided: 0,
  right: 0,
}

const taken = ({ claim, verdict }: CheckedClaim): boolean =>
  verdict.outcome !== 'not-understood' && (verdict.outcome !== 'not-checkable' || claim.modality === 'planned')

for (const row of rows) {
  const [line, start, end, hash, truth, cell = ''] = row.split('\t')
  const { text, date } = JSON.parse(corpus[Number(line)]!) as { text: string; date: string }
  const words = text.slice(Number(start), Number(end))
  if (createHash('sha256').update(words).digest('hex').slice(0, 12) !== hash) throw new Error(`${line}: other words`)
  const checked = await checker.check(documentOf(words, { date: dayOf(date) }), { today: '2026-11-22' })
  const gists = gistsOf(cell)
  const wanted = gists.filter((g) => !g.optional)
  const claims = checked.claims.filter((c) => c.claim.kind !== 'remark' && taken(c))
  const wrong = claims.filter(({ claim }) => !gists.some((g) => says(claim, g)))
  const missed = wanted.filter((g) => !claims.some(({ claim }) => says(claim, g)))
  n.all++
  n.claims += claims.length
  n.wrong += wrong.length
  if (wrong.length) n.wrongIn++
  if (wanted.length) n.tell++
  else n.quiet++
  if (wanted.length && !missed.length) n.read++
  if (!wanted.length && !wrong.length) n.left++
  const outcome = outcomeOf({ claims: checked.claims.filter((c) => c.claim.kind !== 'remark'), unread: checked.unread })
  const decided = outcome === 'supported' || outcome === 'refuted'
  if (wanted.length && truth !== 'U') n.known++
  if (wanted.length && truth !== 'U' && decided) n.decided++
  const right = (outcome === 'supported') === (truth === 'T')
  if (wanted.length && truth !== 'U' && decided && right) n.right++
  if (show && (wrong.length || missed.length || (decided && truth !== 'U' && !right))) {
    console.log(
      `\n${line}:${start} ${dayOf(date)} ${words}\n   ${cell}  → ${outcome}${decided && truth !== 'U' && !right ? ' NOT RIGHT' : ''}`,
    )
    for (const g of missed) console.log(`   missed ${g.kind}.${g.is} ${JSON.stringify(g.fields)}`)
    for (const { claim, verdict } of wrong) console.log(`   wrong ${gistText(claim)} ${verdict.outcome}`)
    for (const { claim, verdict } of checked.claims.filter((c) => !claims.includes(c) && c.claim.kind !== 'remark'))
      console.log(`   set aside ${gistText(claim)} ${verdict.outcome}${claim.unread ? ` (${claim.unread.quote})` : ''}`)
    for (const u of checked.unread) console.log(`   unread “${u.quote.slice(0, 80)}” ${u.because}`)
  }
}
await ledger.close()

function gistText(claim: CheckedClaim['claim']): string {
  const label = (f: (typeof claim.roles)[string]): string =>
    'of' in f && f.is === 'list' ? f.of.map((x) => x.label).join(',') : (f as { label: string }).label
  const roles = Object.entries(claim.roles).map(([name, f]) => `${name}=${label(f)}`)
  return [
    `${claim.kind}.${claim.is}`,
    ...roles,
    claim.when && `when=${claim.when}`,
    claim.count && JSON.stringify(claim.count),
    claim.modality,
    claim.mentioned && 'mentioned',
  ]
    .filter(Boolean)
    .join(' ')
}
const share = (a: number, of: number): string => `${a} of ${of} (${((100 * a) / Math.max(1, of)).toFixed(1)} %)`
console.log(`${n.all} sentences; ${n.claims} claims taken`)
console.log(`read into the right algebra: ${share(n.read, n.tell)}`)
console.log(`wrong readings: ${share(n.wrong, n.claims)}, in ${share(n.wrongIn, n.all)} sentences`)
console.log(`nothing to read, and nothing wrong read: ${share(n.left, n.quiet)}`)
console.log(
  `known to be true or false: decided ${share(n.decided, n.known)}, of those right ${share(n.right, n.decided)}`,
)
