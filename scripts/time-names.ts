/** Times the atlas on a text: `node scripts/time-names.ts FILE`. */
import { readFileSync } from 'node:fs'
import { findNames, resolve } from '../src/atlas/index.ts'

const [file] = process.argv.slice(2)
if (!file) {
  process.stderr.write('usage: node scripts/time-names.ts FILE (a text of some megabytes)\n')
  process.exit(2)
}
const text = readFileSync(file, 'utf8')
const timed = (run: () => unknown): number => {
  const start = performance.now()
  run()
  return performance.now() - start
}
const first = timed(() => resolve('Ecuador'))
const second = timed(() => findNames('Ecuador'))
const find = timed(() => findNames(text))
const speed = text.length / 1e6 / (find / 1000)
process.stdout.write(
  `tables and names ${first.toFixed(0)} ms, trie ${second.toFixed(0)} ms, ${speed.toFixed(1)} million characters a second\n`,
)
