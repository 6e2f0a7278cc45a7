import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { open, overflow, requireBrowser, violations } from './browser.ts'
import { until } from './until.ts'

async function ask(page: Page, question: string): Promise<string> {
  const field = page.getByLabel('A question in English')
  await field.fill(question)
  await field.press('Enter')
  await until(page, 'it is answered', async () => (await page.title()).startsWith(question.slice(0, 20)))
  await page.locator('.said').waitFor()
  return (await page.locator('.said').textContent()) ?? ''
}

test('a question: asked by keyboard, its reading shown and mended, with an address that gives the same answer later', async (t) => {
  if (!requireBrowser(t)) return
  const { page, complaints, another } = await open(t, '/ask')
  assert.equal(await ask(page, 'How many states voted against the partition of Palestine?'), '13.')
  assert.match((await page.locator('.answer').textContent()) ?? '', /Read as: states that voted against A\/RES\/181/)
  const kept = page.url()

  await page.getByText('Mend the reading').press('Enter')
  await page.getByRole('combobox', { name: 'choice', exact: true }).selectOption('abstain')
  await page.getByLabel('What is asked').selectOption('includes')
  await page.getByRole('button', { name: 'Ask this' }).press('Enter')
  await page.locator('.said', { hasText: 'Yugoslavia' }).waitFor()
  assert.match((await page.locator('.said').textContent()) ?? '', /^Argentina, Chile/)
  assert.notEqual(page.url(), kept)

  const later = await another()
  await later.goto(kept)
  await later.locator('.said').waitFor()
  assert.equal(await later.locator('.said').textContent(), '13.')
  await page.goBack()
  await page.locator('.said', { hasText: '13.' }).waitFor()
  assert.deepEqual(complaints, [])
})

test('an answer is a list, a timeline and a map, and opens its rows', async (t) => {
  if (!requireBrowser(t)) return
  const { page } = await open(t, '/ask')
  await ask(page, 'Which states abstained on the partition of Palestine?')
  await page.locator('.members li').nth(9).waitFor()
  assert.equal(await page.locator('.members li').count(), 10)
  await page.locator('.members button', { hasText: 'Yugoslavia' }).press('Enter')
  assert.match((await page.locator('.items details[open]').textContent()) ?? '', /Yugoslavia abstained.*History/s)
  await page.getByLabel('Map').check()
  await page.locator('svg.map .spot').first().waitFor()
  assert.equal(await page.locator('svg.map .spot').count(), 10)
  await page.getByLabel('Timeline').check()
  await page.locator('svg.strip .item').first().waitFor()
})

test('when and who was first are shown along the years', async (t) => {
  if (!requireBrowser(t)) return
  const { page } = await open(t, '/ask')
  assert.match(await ask(page, 'Who was the first president of the United States to visit Cuba?'), /^Calvin Coolidge/)
  await page.locator('svg.strip .item').first().waitFor()
  assert.equal(await page.locator('svg.strip .item').count(), 1)
})

test('examples are questions that are answered here', async (t) => {
  if (!requireBrowser(t)) return
  const { page } = await open(t, '/ask')
  const example = page.locator('.examples button').first()
  await example.press('Enter')
  await page.locator('.said').waitFor()
  assert.notEqual(await page.locator('.said').textContent(), 'Not covered by the sources here.')
})

test('what is not understood, and an address that was cut, is said', async (t) => {
  if (!requireBrowser(t)) return
  const { page } = await open(t, '/ask')
  await page.getByLabel('A question in English').fill('<img src=x onerror=alert(1)> why \u202E?')
  await page.getByLabel('A question in English').press('Enter')
  await page.locator('.refusal', { hasText: 'Not understood' }).waitFor()
  assert.equal(await page.locator('main img').count(), 0)
  await page.goto(new URL('/ask?q=eyJ0', page.url()).href)
  await page.locator('.refusal', { hasText: 'carries no question' }).waitFor()
})

test('nothing is wrong for axe in light and dark, and nothing is wider than 320 pixels', async (t) => {
  if (!requireBrowser(t)) return
  const { page } = await open(t, '/ask', { viewport: { width: 320, height: 800 } })
  await page.locator('.examples button').first().waitFor()
  assert.deepEqual([await overflow(page), await violations(page)], [0, []])
  await ask(
    page,
    'Which of the states that abstained on the partition of Palestine have diplomatic relations with Israel?',
  )
  for (const list of await page.locator('details > summary').all()) await list.click()
  assert.deepEqual([await overflow(page), await violations(page)], [0, []])
})
