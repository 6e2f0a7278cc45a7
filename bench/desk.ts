// What a reader of the desk waits for, in a real browser: node bench/desk.ts [LEDGER]
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launch } from '../scripts/desk-browser.ts'
import { webFiles } from '../src/http/build.ts'
import { listen } from '../src/http/serve.ts'
import { warm } from '../src/http/services.ts'
import { openLedger } from '../src/run/ledger.ts'

const RUNS = 7
const EXAMPLES = join(import.meta.dirname, '../examples')
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!
const textOf = (name: string) => readFileSync(join(EXAMPLES, `${name}.txt`), 'utf8')

const ledger = await openLedger({ path: process.argv[2] ?? ':memory:' })
const services = { ledger, now: () => new Date().toISOString(), today: () => '2026-11-22', by: 'bench' }
const serving = await listen({ ...services, web: await webFiles(console.error) }, 0)
await warm(services)
const browser = await launch()

/** Bytes as sent for a first visit of a view. */
async function firstLoad(at: string): Promise<number> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await page.goto(new URL(at, serving.address).href, { waitUntil: 'networkidle' })
  await context.close()
  return bytes
}

/** From the key that asks for it to the first marks on the screen, in ms. */
async function toMarks(page: Page, text: string, date: string): Promise<number> {
  await page.goto(new URL('/api/openapi.json', serving.address).href)
  await page.evaluate(() => localStorage.clear())
  await page.goto(serving.address, { waitUntil: 'networkidle' })
  await page.getByLabel('The text, as published').fill(text)
  await page.getByLabel('Day it was published').fill(date)
  return page.evaluate(MEASURE)
}

const MEASURE = `new Promise((done) => {
  const began = performance.now()
  new MutationObserver((_, seen) => {
    if (!document.querySelector('mark')) return
    seen.disconnect()
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)))
  }).observe(document.body, { childList: true, subtree: true })
  document.querySelector('button[type=submit]').click()
})` as unknown as () => Promise<number>

/** The share of frames that come later than 33 ms while the page is scrolled from end to end, and the longest, in ms. */
const SCROLL = `new Promise((done) => {
  const gaps = []
  let last = performance.now()
  const step = (now) => {
    gaps.push(now - last)
    last = now
    scrollBy(0, 60)
    if (innerHeight + scrollY < document.documentElement.scrollHeight - 4 && gaps.length < 900) requestAnimationFrame(step)
    else done({ late: gaps.filter((g) => g > 33).length / gaps.length, longest: Math.max(...gaps), frames: gaps.length })
  }
  requestAnimationFrame(step)
})` as unknown as () => Promise<{ late: number; longest: number; frames: number }>

for (const at of ['/', '/pair/CUB/USA', '/ask'])
  console.log(`first load of ${at}: ${((await firstLoad(at)) / 1000).toFixed(1)} kB as sent`)

const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
const page = await context.newPage()
for (const [name, date] of [
  ['havana', '2016-03-22'],
  ['state-visit', '2023-08-22'],
] as const) {
  const times: number[] = []
  for (let i = 0; i < RUNS; i++) times.push(await toMarks(page, textOf(name), date))
  console.log(
    `${name}: text to marks, median of ${RUNS}: ${median(times).toFixed(0)} ms; the first ${times[0]!.toFixed(0)} ms`,
  )
}

const long = Array.from({ length: 9 }, () => textOf('havana')).join('\n\n')
const words = long.split(/\s+/).length
const waited = await toMarks(page, long, '2016-03-22')
const marks = await page.locator('mark').count()
const { late, longest, frames } = await page.evaluate(SCROLL)
console.log(
  `${words} words, ${marks} marks: ${waited.toFixed(0)} ms to marks; scrolled in ${frames} frames, ${(100 * late).toFixed(1)} % later than 33 ms, the longest ${longest.toFixed(0)} ms`,
)
await browser.close()
await serving.close()
await ledger.close()
