// Pictures of the desk's views, wide and narrow, light and dark: node scripts/screenshots.ts FOLDER [LEDGER [VIEWS [wide-light]]]
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { webFiles } from '../src/http/build.ts'
import { listen } from '../src/http/serve.ts'
import { openLedger } from '../src/run/ledger.ts'
import { launch } from './desk-browser.ts'

const [folder = 'screenshots', path = ':memory:', only = '', variant = ''] = process.argv.slice(2)
const ROOT = join(import.meta.dirname, '..')
const article = readFileSync(join(ROOT, 'examples/havana.txt'), 'utf8')
const meta = JSON.parse(readFileSync(join(ROOT, 'examples/havana.meta.json'), 'utf8')) as {
  title: string
  date: string
}

/** Every picture: where it is, and what is done first. */
const SHOTS: readonly { name: string; at: string; first?: (page: Page) => Promise<void> }[] = [
  { name: 'start', at: '/' },
  { name: 'read', at: '/', first: read },
  {
    name: 'read-open',
    at: '/',
    first: async (page) => {
      await read(page)
      await page.locator('.claim .row').first().click()
      await page.locator('.evidence summary').first().click()
      await page.locator('.evidence dd li').first().waitFor()
      await page.evaluate('scrollTo(0, 0)')
    },
  },
  {
    name: 'read-found',
    at: '/',
    first: async (page) => {
      await read(page)
      await page.locator('.claim.not-covered .row').first().click()
      await page.getByRole('button', { name: 'I found it' }).click()
    },
  },
  {
    name: 'read-mend',
    at: '/',
    first: async (page) => {
      await read(page)
      await page.locator('.claim.not-covered .row').first().click()
      await page.getByRole('button', { name: 'Correct' }).click()
    },
  },
  {
    name: 'read-flipped',
    at: '/',
    first: async (page) => {
      await read(page)
      await page.locator('.claim.not-covered .row').first().click()
      await page.getByRole('button', { name: 'I found it' }).click()
      await page.getByLabel('visitor').fill('Jacques Chirac')
      await page.getByLabel('When').fill('1999-04-13')
      await page.getByLabel('Where it stands').fill('https://archive.example/visits')
      await page.getByLabel('The words that say it').fill('He came in April.')
      await page.getByRole('button', { name: 'Add it' }).click()
      await page.locator('.changes').waitFor()
    },
  },
  {
    name: 'read-same',
    at: '/',
    first: async (page) => {
      await read(page)
      await page.locator('.claim', { hasText: 'Coolidge came to Havana' }).locator('.row').click()
      await page.keyboard.press('s')
      await page.locator('.pair').first().waitFor()
    },
  },
  { name: 'pair', at: '/pair/CUB/USA' },
  { name: 'roll', at: '/roll/A-RES-181(II)' },
  { name: 'ask', at: '/ask' },
  {
    name: 'ask-answer',
    at: '/ask',
    first: async (page) => {
      await page.getByRole('textbox').first().fill('Which presidents of the United States have visited Cuba?')
      await page.keyboard.press('Enter')
      await page.waitForURL(/link|q=/)
      await page.waitForLoadState('networkidle')
    },
  },
  { name: 'briefing', at: '/briefing' },
  {
    name: 'briefing-sheet',
    at: '/briefing/Cuba/United%20States?on=2016-03-20',
    first: (page) => page.locator('.sheet').waitFor(),
  },
  { name: 'research', at: '/research' },
  { name: 'sources', at: '/sources' },
  { name: 'watches', at: '/sources/watches' },
  { name: 'history', at: '/sources/history' },
  { name: 'nothing', at: '/no-such-page' },
]

async function read(page: Page): Promise<void> {
  await page.getByLabel('The text, as published').fill(article)
  await page.getByLabel('Title').fill(meta.title)
  await page.getByLabel('Day it was published').fill(meta.date)
  await page.getByRole('button', { name: 'Read', exact: true }).click()
  await page.locator('mark').first().waitFor()
}

mkdirSync(folder, { recursive: true })
const web = await webFiles(console.error)
const browser = await launch()
for (const [size, viewport] of [
  ['wide', { width: 1280, height: 900 }],
  ['narrow', { width: 390, height: 844 }],
] as const)
  for (const colorScheme of ['light', 'dark'] as const) {
    if (variant && variant !== `${size}-${colorScheme}`) continue
    // A ledger of its own for each: what is added in one would change nothing in the next.
    const ledger = await openLedger({ path })
    const services = { ledger, now: () => new Date().toISOString(), today: () => '2026-11-22', by: 'reader' }
    const serving = await listen({ ...services, web }, 0)
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' })
    for (const { name, at, first } of SHOTS) {
      if (only && !only.split(',').includes(name)) continue
      const page = await context.newPage()
      await page.goto(new URL('/api/openapi.json', serving.address).href)
      await page.evaluate(() => localStorage.clear())
      await page.goto(new URL(at, serving.address).href, { waitUntil: 'networkidle' })
      await first?.(page)
      await page.waitForTimeout(150)
      await page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`) })
      await page.close()
    }
    await context.close()
    await serving.close()
    await ledger.close()
  }
await browser.close()
