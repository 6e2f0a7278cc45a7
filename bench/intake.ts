/**
 * What intake costs: bombs, each in a process of its own (time to the refusal, the process's most memory), and ordinary pages a
 * second for each form. `node bench/intake.ts [bombs|forms]`
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { intake, Parser } from '../src/intake/index.ts'
import { ARTICLE, PAGES, PARAGRAPHS } from '../test/intake/articles.ts'
import { BOMBS } from '../test/intake/bombs.ts'
import { docx, http, pages, record } from '../test/intake/build.ts'

const [only] = process.argv.slice(2)
const OPENER = join(import.meta.dirname, '../test/intake/opener-process.ts')

function bombs(): void {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'))
  const all: { ms: number; cpu: number; megabytes: number }[] = []
  for (const [name, build] of Object.entries(BOMBS)) {
    const [file, bytes] = [join(folder, 'bomb'), build()]
    writeFileSync(file, bytes)
    const { stdout } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', OPENER, file])
    const found = JSON.parse(String(stdout)) as {
      ms: number
      cpu: number
      megabytes: number
      thrown: string
      errors: string[]
    }
    all.push(found)
    const kilobytes = Math.ceil(bytes.length / 1000)
    const how = found.thrown || found.errors[0]?.split(':')[0] || 'taken'
    console.log(
      `${name}\t${kilobytes} kB\t${how}\t${found.ms} ms\t${found.cpu} ms of processors\t${found.megabytes} MB`,
    )
  }
  rmSync(folder, { recursive: true })
  const most = (of: 'ms' | 'cpu' | 'megabytes') => Math.max(...all.map((one) => one[of]))
  console.log(
    `${all.length} bombs\tat most ${most('ms')} ms\tat most ${most('cpu')} ms of processors\tat most ${most('megabytes')} MB`,
  )
}

async function forms(): Promise<void> {
  const html = Buffer.from(PAGES[0]!.html)
  const feed = `<rss version="2.0"><channel><title>T</title>${PARAGRAPHS.map((text) => `<item><description>${text}</description></item>`).join('')}</channel></rss>`
  const lines = PARAGRAPHS.flatMap((text, i) =>
    (text.match(/.{1,80}(?: |$)/g) ?? []).map(
      (line, n) => [72, 700 - i * 80 - n * 14, line.replace(/[^ -~]/g, '')] as const,
    ),
  )
  const archive = Buffer.concat(
    Array.from({ length: 100 }, (_, i) => record(`https://g.example/${i}`, http('text/html', html))),
  )
  const inputs: [string, Buffer, number][] = [
    ['text', Buffer.from(ARTICLE), 2000],
    ['HTML', html, 300],
    ['PDF', pages(lines), 100],
    ['DOCX', docx(PARAGRAPHS), 300],
    ['feed', Buffer.from(feed), 100],
    ['WARC', archive, 3],
  ]
  const parser = new Parser()
  for (const [name, bytes, times] of inputs) {
    const run = async () => {
      let n = 0
      for await (const _ of intake({ stream: once(bytes), hint: { name } }, { parser })) n++
      return n
    }
    await run()
    const from = performance.now()
    let articles = 0
    for (let i = 0; i < times; i++) articles += await run()
    console.log(`${name}\t${Math.round((articles / (performance.now() - from)) * 1000)} articles/s`)
  }
  await parser.close()
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

if (only !== 'forms') bombs()
if (only !== 'bombs') await forms()
