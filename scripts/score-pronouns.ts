/**
 * `node scripts/score-pronouns.ts`: for information, whom the pronouns of `$CHANCERY_SHARED/corpora/gap-development.tsv` (default
 * `../shared`) are taken for. A snippet's two names are A and B; a pronoun is for A, for B or for neither. Reading resolves
 * pronouns for officials and states; names that it does not take for persons count as neither.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { articleOf } from '../src/read/article.ts'
import { TOOLS } from '../src/read/index.ts'
import { NOBODY } from '../src/read/ports.ts'
import { referencesOf } from '../src/read/reference.ts'

const file = join(process.env.CHANCERY_SHARED ?? '../shared', 'corpora/gap-development.tsv')
const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1)
const fold = (s: string): string => s.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const same = (label: string, name: string): boolean => {
  const [a, b] = [fold(label).split(' '), fold(name).split(' ')]
  return a.at(-1) === b.at(-1) || a.includes(b[0]!) || b.includes(a[0]!)
}

let [right, resolved, rightResolved] = [0, 0, 0]
for (const row of rows) {
  const [, text = '', , offset, a = '', , aIs, b = '', , bIs] = row.split('\t')
  const article = articleOf({ id: 'doc:gap', text }, NOBODY, TOOLS)
  const who = referencesOf(article).pronouns.get(Number(offset))?.[0]
  const [forA, forB] = who ? [same(who.label, a), same(who.label, b)] : [false, false]
  const ok = (forA && !forB) === (aIs === 'TRUE') && (forB && !forA) === (bIs === 'TRUE')
  if (ok) right++
  if (!forA && !forB) continue
  resolved++
  if (ok) rightResolved++
}
const pct = (n: number, of: number) => ((100 * n) / of).toFixed(1)
console.log(
  `${rows.length} pronouns: right ${pct(right, rows.length)} %; taken for A or B ${resolved}, of these right ${pct(rightResolved, resolved)} %`,
)
