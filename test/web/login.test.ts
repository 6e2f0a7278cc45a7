import assert from 'node:assert/strict'
import { test } from 'node:test'
import { webFiles } from '../../src/http/build.ts'
import { listen } from '../../src/http/serve.ts'
import { openLedger } from '../../src/run/ledger.ts'
import { secrets } from '../http/tokens.ts'
import { ownLedger } from '../http/world.ts'
import { open, overflow, ownBrowser, requireBrowser, violations } from './browser.ts'

test('a browser beyond this machine gives its token once, and then the desk is there, also in another tab', async (t) => {
  if (!requireBrowser(t)) return
  const ledger = await openLedger({ path: await ownLedger(), packs: null })
  const { read } = await secrets(ledger.access)
  const base = { ledger, web: await webFiles(() => {}), now: () => new Date().toISOString(), by: 'ana' }
  const serving = await listen({ ...base, today: () => '2026-11-22', beyond: { names: [] } }, 0)
  const context = await (await ownBrowser()).newContext()
  t.after(async () => {
    await context.close()
    await serving.close()
    await ledger.close()
  })
  const page = await context.newPage()
  await page.goto(new URL('/sources', serving.address).href)
  assert.deepEqual(await violations(page), [])
  await page.getByLabel('Token').fill('wrong')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Token').fill(read!)
  await page.getByRole('button').click()
  await page.waitForURL('**/sources')
  await page.getByRole('heading', { level: 1 }).waitFor()
  assert.equal(page.url().includes('chancery_'), false)
  const tab = await context.newPage()
  await tab.goto(new URL('/api/sources', serving.address).href)
  assert.match(await tab.content(), /sources/)
  const kept = await page.evaluate('document.cookie + JSON.stringify(localStorage) + JSON.stringify(sessionStorage)')
  assert.equal(String(kept).includes('chancery_'), false, 'no script reaches it')

  // Out again, by keyboard, and with no way back.
  await page.getByText('read', { exact: true }).waitFor()
  assert.deepEqual(await violations(page), [])
  await page.setViewportSize({ width: 320, height: 640 })
  assert.equal(await overflow(page), 0)
  await page.getByRole('button', { name: 'Sign out' }).press('Enter')
  await page.getByLabel('Token').waitFor()
  await page.goto(new URL('/sources', serving.address).href)
  await page.getByLabel('Token').waitFor()
  assert.equal((await context.request.get(new URL('/api/sources', serving.address).href)).status(), 401)
  assert.deepEqual(await context.cookies(), [])
})

test('on one’s own machine there is nothing to sign out of', async (t) => {
  if (!requireBrowser(t)) return
  const { page } = await open(t, '/sources')
  await page.getByRole('heading', { level: 1 }).waitFor()
  assert.equal(await page.getByRole('button', { name: 'Sign out' }).count(), 0)
})
