import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ARTICLE, settledBefore } from '../http/older-reader.ts'
import { open, overflow, requireBrowser, violations } from './browser.ts'

test('a newer reader shows how it differs beside what was settled; taken over and undone by keyboard alone', async (t) => {
  if (!requireBrowser(t)) return
  const { page, ledger, complaints } = await open(t)
  await settledBefore(ledger, (claim) => (claim.quote.includes('Kerry') ? { when: '2014-09' } : {}))
  await page.getByLabel('The text, as published').fill(ARTICLE.text)
  await page.getByLabel('Day it was published').fill(ARTICLE.date)
  await page.getByLabel('The text, as published').press('Control+Enter')
  const kerry = page.locator('.claim', { hasText: 'John Kerry' })
  await kerry.getByText('read otherwise now').waitFor()
  await kerry.locator('.row').press('Enter')
  const again = kerry.locator('.again')
  assert.match((await again.textContent()) ?? '', /stays until you say so.*in September 2014on 5 September 2014/s)
  assert.deepEqual(await violations(page), [])
  await page.setViewportSize({ width: 320, height: 640 })
  assert.equal(await overflow(page), 0)
  await page.setViewportSize({ width: 1280, height: 900 })
  await again.getByRole('button', { name: 'Take the newer reading' }).press('Enter')
  await again.getByText('as they stand here').waitFor()
  await page.keyboard.press('u')
  await again.getByText('stays until you say so').waitFor()
  assert.deepEqual(complaints, [])
})
