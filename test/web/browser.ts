import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, type TestContext } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { chromiumPath, launch } from '../../scripts/desk-browser.ts'
import { webFiles } from '../../src/http/build.ts'
import { listen, type Serving } from '../../src/http/serve.ts'
import type { Ledger } from '../../src/keep/port.ts'
import { openLedger } from '../../src/run/ledger.ts'
import { ownLedger } from '../http/world.ts'
import { settled } from './until.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let browser: Promise<Browser> | undefined
after(async () => (await browser)?.close())

/** The machine's browser, one for all tests of the process. In CI there must be one; elsewhere the test is left out, and says so. */
export function requireBrowser(t: TestContext): boolean {
  if (browser) return true
  const path = chromiumPath()
  if (path) browser = launch(path)
  else if (process.env.CI === 'true') assert.fail('no chromium on the PATH: apt-get install chromium')
  else t.skip('no chromium on the PATH')
  return path !== undefined
}

/** The browser that `requireBrowser` found. */
export const ownBrowser = (): Promise<Browser> => browser!

export interface Opened {
  page: Page
  address: string
  /** Refusals of the content security policy and errors of scripts, as they came. */
  complaints: string[]
  another(): Promise<Page>
  serving: Serving
  ledger: Ledger
  /** Ends the server and its ledger; what it gives starts them again on the same file and port. */
  restart(): Promise<() => Promise<void>>
}

/** The desk on a ledger of its own, open in a browser profile of its own. */
export async function open(t: TestContext, at = '/', options: BrowserContextOptions = {}): Promise<Opened> {
  const path = await ownLedger()
  let ledger = await openLedger({ path, packs: null })
  const web = await webFiles(() => {})
  const rest = { web, now: () => new Date().toISOString(), today: () => '2026-11-22', by: 'ana' }
  let serving = await listen({ ...rest, ledger }, 0)
  const context = await (await browser!).newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const complaints: string[] = []
  context.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  context.on('weberror', (error) => complaints.push(String(error.error())))
  t.after(async () => {
    await context.close()
    await serving.close()
    await ledger.close()
  })
  const another = async () => {
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    await page.goto(new URL(at, serving.address).href)
    // A view's code comes after the page itself, and what it shows after that.
    await settled(page)
    return page
  }
  const { address } = serving
  const restart = async () => {
    await serving.close()
    await ledger.close()
    return async () => {
      ledger = await openLedger({ path, packs: null })
      serving = await listen({ ...rest, ledger }, Number(new URL(address).port))
    }
  }
  return { page: await another(), address, complaints, another, serving, ledger, restart }
}

/** What axe finds wrong, in light and in dark, in a line each. */
export async function violations(page: Page): Promise<string[]> {
  const out: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate(AXE)
    const found = await page.evaluate(async () => {
      type Result = { violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }
      const { axe } = globalThis as unknown as { axe: { run(): Promise<Result> } }
      const { violations } = await axe.run()
      return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html} ${n.failureSummary ?? ''}`))
    })
    out.push(...found.map((line) => `${colorScheme} ${line}`))
  }
  return out
}

/** By how many pixels the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
