import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

const EVERY = 50
const LONGEST = 30_000

/** Waits until something is so; the page's own rules forbid scripts that would look for it there. */
export async function until(page: Page, what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + LONGEST
  while (Date.now() < end) {
    if (await isSo()) return
    await page.waitForTimeout(EVERY)
  }
  assert.fail(`waited in vain until ${what}`)
}

/** Waits until nothing is waited for any more. */
export const settled = (page: Page): Promise<void> =>
  until(
    page,
    'the page is there',
    async () => (await page.locator('main h1').count()) > 0 && (await page.locator('.waiting').count()) === 0,
  )
