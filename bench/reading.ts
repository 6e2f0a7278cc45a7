/**
 * `node --expose-gc bench/reading.ts [TEXTS]`: raw text to claims on one core, against wink-nlp and compromise on the same texts in
 * the same run, in turns. The two stop at part-of-speech tags and phrases: no trees, no claims. Texts are of
 * `$CHANCERY_SHARED/corpora` (default `../shared`), 200 of them unless told; without them the run is skipped.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import nlp from 'compromise'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { analyse } from '../src/grammar/index.ts'
import { read } from '../src/read/index.ts'

const corpus = join(process.env.CHANCERY_SHARED ?? '../shared', 'corpora/news-and-releases.jsonl.gz')
if (!existsSync(corpus)) {
  console.log(`skipped: no ${corpus}`)
  process.exit(0)
}

interface Raw {
  text: string
  date?: string
}

/** Every so-many-th text of the corpus, so that all its parts are there. */
function sample(count: number): Raw[] {
  const lines = gunzipSync(readFileSync(corpus)).toString('utf8').split('\n').filter(Boolean)
  const step = Math.max(1, Math.floor(lines.length / count))
  return lines
    .filter((_, i) => i % step === 0)
    .slice(0, count)
    .map((line) => JSON.parse(line) as Raw)
}

const day = (date: string | undefined): string | undefined => {
  const at = new Date(date ?? '')
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString().slice(0, 10)
}
const docs = sample(Number(process.argv[2] ?? 200)).map(({ text, date }, i) => {
  const on = day(date)
  return { id: `doc:${i}`, text, ...(on && { date: on }) }
})

const wink = winkNLP(model, ['sbd', 'pos', 'ner'])
let claims = 0
const READERS: Record<string, (text: string, i: number) => void> = {
  'chancery: claims': (_, i) => {
    claims += read(docs[i]!).claims.length
  },
  'chancery: trees': (text) => {
    analyse(text)
  },
  'wink-nlp: tags': (text) => {
    wink.readDoc(text).tokens().out(wink.its.pos)
  },
  'compromise: tags, phrases': (text) => {
    nlp(text).chunks?.() ?? nlp(text).json()
  },
}

const tokens = docs.reduce((n, d) => n + analyse(d.text).reduce((m, s) => m + s.tokens.length, 0), 0)
const chars = docs.reduce((n, d) => n + d.text.length, 0)

/** Seconds of processor time that one pass over all texts takes: other processes on the machine do not count. */
function pass(reader: (text: string, i: number) => void): number {
  const start = process.cpuUsage()
  docs.forEach((d, i) => {
    reader(d.text, i)
  })
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

/** Milliseconds from the start of a process to its first claim, its files having been read before. */
function firstClaim(): number {
  const code = `import { read } from '${join(import.meta.dirname, '../src/read/index.ts')}'
const { claims } = read({ id: 'doc:a', text: 'Ghana and Togo established diplomatic relations in 1960.' })
console.log(claims.length, performance.now(), process.memoryUsage.rss())`
  const runs = [0, 1, 2, 3, 4].map(() => {
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' })
    return Number(stdout.split(' ')[1])
  })
  return Math.min(...runs.slice(1))
}

const rounds = 3
const best = new Map(Object.keys(READERS).map((name) => [name, Number.POSITIVE_INFINITY]))
for (let round = 0; round <= rounds; round++)
  for (const [name, reader] of Object.entries(READERS)) {
    const took = pass(reader)
    if (round > 0) best.set(name, Math.min(best.get(name)!, took))
  }

console.log(
  `${docs.length} texts, ${tokens} tokens, ${chars} characters; best of ${rounds} rounds in turns, by processor time`,
)
for (const [name, took] of best) {
  const rate = Math.round(tokens / took)
  console.log(
    `${name.padEnd(26)} ${rate.toString().padStart(8)} tokens/s ${Math.round(chars / took / 1000)
      .toString()
      .padStart(6)} kB/s`,
  )
}
console.log(
  `${claims / (rounds + 1)} claims a pass; most memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, all four readers loaded`,
)
const shortest = docs.filter((d) => d.text.length > 1500).sort((a, b) => a.text.length - b.text.length)[0] ?? docs[0]!
const before = process.cpuUsage()
read(shortest)
const { user } = process.cpuUsage(before)
console.log(`a text of ${shortest.text.length} characters in a warm process: ${(user / 1000).toFixed(0)} ms`)
console.log(`first claim ${firstClaim().toFixed(0)} ms after the start of a process with warm files`)
