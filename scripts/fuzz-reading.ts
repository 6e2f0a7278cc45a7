/**
 * `node scripts/fuzz-reading.ts [RUNS] [SEED]`: reads RUNS (100,000) mutated pieces of 1 KB of the texts of
 * `$CHANCERY_SHARED/corpora` (default `../shared`); a throw, a quote that is not the text's, or a piece that takes more than two
 * seconds of processor time ends the run with the piece. Then reads texts of 1 to 64 KB and prints the time per KB.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { read } from '../src/read/index.ts'
import { mutate, random } from './scoring/mutate.ts'

const [runs = 100_000, seed = 1] = process.argv.slice(2).map(Number)
const corpus = join(process.env.CHANCERY_SHARED ?? '../shared', 'corpora/news-and-releases.jsonl.gz')
const texts = gunzipSync(readFileSync(corpus))
  .toString('utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => (JSON.parse(line) as { text: string }).text)
const next = random(seed)
const cpu = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

let [claims, slowest] = [0, 0]
for (let i = 0; i < runs; i++) {
  const whole = texts[Math.floor(next() * texts.length)]!
  const at = Math.floor(next() * Math.max(1, whole.length - 1024))
  const text = mutate(whole.slice(at, at + 1024), next)
  const start = cpu()
  try {
    for (const { span, quote } of read({ id: 'doc:f', text, date: '2022-05-12' }).claims) {
      claims++
      if (text.slice(span.start, span.end) !== quote) throw new Error(`quote: ${quote}`)
    }
  } catch (error) {
    console.log(`run ${i}: ${error}\n${JSON.stringify(text)}`)
    process.exit(1)
  }
  const took = cpu() - start
  slowest = Math.max(slowest, took)
  if (took > 2000) {
    console.log(`run ${i}: ${took.toFixed(0)} ms\n${JSON.stringify(text)}`)
    process.exit(1)
  }
  if (i % 5000 === 4999) console.error(`${i + 1} pieces, ${claims} claims, slowest ${slowest.toFixed(0)} ms`)
}
console.log(`${runs} pieces of 1 KB: no throw, ${claims} claims with exact quotes, slowest ${slowest.toFixed(0)} ms`)

const all = texts.join('\n\n')
for (const kb of [1, 4, 16, 64]) {
  const rounds = Math.ceil(64 / kb)
  const start = cpu()
  for (let r = 0; r < rounds; r++)
    read({ id: 'doc:l', text: all.slice(r * kb * 1024, (r + 1) * kb * 1024), date: '2022-05-12' })
  console.log(
    `${String(kb).padStart(3)} KB: ${((cpu() - start) / (rounds * kb)).toFixed(1)} ms of processor time per KB`,
  )
}
