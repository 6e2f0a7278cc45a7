import assert from 'node:assert/strict'
import { test } from 'node:test'
import { open, overflow, requireBrowser, violations } from './browser.ts'
import { until } from './until.ts'

test('sources: whose record each is, its licence, what it covers; found by words', async (t) => {
  if (!requireBrowser(t)) return
  const { page, complaints } = await open(t, '/sources')
  await page.locator('.held > li').first().waitFor()
  const all = await page.locator('.held > li').count()
  await page.getByLabel('Sources whose title, viewpoint or kind has').fill('Yearbook')
  await until(page, 'fewer are shown', async () => (await page.locator('.held > li').count()) < all)
  const one = page.locator('.held > li').first()
  assert.match(
    (await one.textContent()) ?? '',
    /Yearbook of the United Nations.*as recorded by the United Nations.*Licence: /s,
  )
  await one.locator('summary').press('Enter')
  assert.match((await one.textContent()) ?? '', /vote of .*Future government of Palestine: whole, 29 November 1947/)
  assert.deepEqual(complaints, [])
})

test('nothing is wrong for axe in light and dark, and nothing is wider than 320 pixels', async (t) => {
  if (!requireBrowser(t)) return
  const { page } = await open(t, '/sources', { viewport: { width: 320, height: 800 } })
  await page.locator('.held > li').first().waitFor()
  for (const list of (await page.locator('details > summary').all()).slice(0, 5)) await list.click()
  assert.deepEqual([await overflow(page), await violations(page)], [0, []])
})
