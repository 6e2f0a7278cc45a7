/**
 * Reads every article of a folder of gold rows and writes NAME.jsonl files beside each other for its scorer:
 * `node scripts/read-dev.ts [DEV_DIR] [OUT_DIR]`, by default $CHANCERY_SHARED/reading/dev and a temporary folder.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read, toRow } from '../src/read/index.ts'

const shared = process.env.CHANCERY_SHARED ?? '../shared'
const dev = process.argv[2] ?? join(shared, 'reading/dev')
const out = process.argv[3] ?? join(tmpdir(), 'chancery-dev')
mkdirSync(out, { recursive: true })
const manifest = readFileSync(join(dev, 'manifest.tsv'), 'utf8')
  .split('\n')
  .map((line) => line.split('\t'))
const dates = new Map(manifest.map(([name, date]) => [name, date]))
for (const file of readdirSync(dev).filter((name) => name.endsWith('.txt'))) {
  const name = file.slice(0, -'.txt'.length)
  const text = readFileSync(join(dev, file), 'utf8')
  const date = dates.get(name)
  const { claims } = read({ id: `doc:${name}`, text, ...(date && { date }) })
  writeFileSync(join(out, `${name}.jsonl`), claims.map((c) => `${JSON.stringify(toRow(c))}\n`).join(''))
}
process.stdout.write(`${out}\n`)
