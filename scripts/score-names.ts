/** Scores `resolve` on a table of names: `node scripts/score-names.ts [FILE] [--show]`. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { scoreNames } from '../src/atlas/score.ts'

const [given] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const file = given ?? join(process.env.CHANCERY_SHARED ?? '../shared', 'data/names/name-tests.tsv')
if (!existsSync(file)) {
  process.stderr.write(`no table of names at ${file}: give its path\n`)
  process.exit(4)
}
const { total, right, wrong } = scoreNames(readFileSync(file, 'utf8'))
if (process.argv.includes('--show')) for (const row of wrong) process.stdout.write(`${row}\n`)
process.stdout.write(`${right} of ${total} right (${((100 * right) / total).toFixed(1)} %)\n`)
