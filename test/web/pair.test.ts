import assert from 'node:assert/strict'
import { test } from 'node:test'
import { open, overflow, requireBrowser, violations } from './browser.ts'
import { settled, until } from './until.ts'

test('a pair: at a glance, one timeline, its lists, votes; from a line to its quote and history by keyboard', async (t) => {
  if (!requireBrowser(t)) return
  const { page, complaints } = await open(t, '/pair/ECU/ISR')
  await page.getByRole('heading', { name: 'Ecuador and Israel', level: 1 }).waitFor()
  const lanes = page.locator('.lane h3')
  await lanes.first().waitFor()
  assert.match(
    (await lanes.allTextContents()).join('|'),
    /Relations .*Visits, Ecuador to Israel .*Missions, Israel to Ecuador/,
  )
  const [drawn, told] = [page.locator('svg.strip'), page.locator('.lane')]
  await until(page, 'each lane is drawn', async () => (await told.count()) === (await drawn.count()))

  const line = page.locator('.glance > div', { hasText: 'Last visit, Ecuador to Israel' })
  await line.getByRole('button', { name: 'Evidence' }).press('Enter')
  const open1 = page.locator('.items details[open]')
  await open1.waitFor()
  assert.match((await open1.textContent()) ?? '', /visited Israel.*as (reported|told)/s)
  assert.equal(await open1.locator('summary').evaluate((node) => node === node.ownerDocument.activeElement), true)
  await open1.getByRole('button', { name: 'History' }).first().press('Enter')
  await open1.locator('.history').first().waitFor()
  assert.match((await open1.locator('.history').first().textContent()) ?? '', /^recorded on \d{4}-\d\d-\d\d by /)
  assert.deepEqual(complaints, [])
})

test('a mark of the timeline opens its line in the list', async (t) => {
  if (!requireBrowser(t)) return
  const { page } = await open(t, '/pair/USA/CUB')
  const mark = page.locator('svg.strip .item').first()
  await mark.waitFor()
  const title = (await mark.locator('title').textContent()) ?? ''
  await mark.locator('.catch').dispatchEvent('click')
  const item = page.locator('.items details[open] .what').first()
  await item.waitFor()
  assert(title.includes((await item.textContent()) ?? '-'), title)
})

test('years are chosen, two other states too, and votes by year open their roll calls', async (t) => {
  if (!requireBrowser(t)) return
  const { page, complaints } = await open(t, '/pair')
  await page.getByLabel('One state').fill('United States')
  await page.getByLabel('Another').fill('Cuba')
  await page.getByLabel('Another').press('Enter')
  await page.getByRole('heading', { name: /United States of America and Cuba/ }).waitFor()
  assert.match(page.url(), /\/pair\/[^/]+\/[^/]+$/)
  await page.locator('svg.strip .item').first().waitFor()
  const before = await page.locator('svg.strip .item').count()
  await page.getByLabel('From the year').fill('1990')
  await page.getByLabel('From the year').press('Tab')
  await until(page, 'fewer are drawn', async () => (await page.locator('svg.strip .item').count()) < before)
  await page.getByText('The figures by year, each with its roll calls').press('Enter')
  await page.getByRole('button', { name: '1947', exact: true }).press('Enter')
  const roll = page.locator('.rolls a').first()
  await roll.waitFor()
  assert.match((await roll.getAttribute('href')) ?? '', /^\/roll\//)
  assert.deepEqual(complaints, [])
})

test('states that nobody knows, or one twice, are refused in words', async (t) => {
  if (!requireBrowser(t)) return
  const { page } = await open(t, '/pair/ECU/ECU')
  assert.match((await page.locator('.refusal').textContent()) ?? '', /twice/)
  await page.goto(new URL('/pair/%3Cb%3E/%E2%80%AEISR', page.url()).href)
  assert.match((await page.locator('.refusal').textContent()) ?? '', /no state is known/)
  assert.equal(await page.locator('.refusal b').count(), 0)
})

test('nothing is wrong for axe in light and dark, and nothing is wider than 320 pixels', async (t) => {
  if (!requireBrowser(t)) return
  for (const at of ['/pair', '/pair/ECU/ISR', '/pair/USA/CUB']) {
    const { page } = await open(t, at, { viewport: { width: 320, height: 800 } })
    await settled(page)
    for (const list of await page.locator('details > summary').all()) await list.click()
    assert.equal(await overflow(page), 0, at)
    assert.deepEqual(await violations(page), [], at)
  }
})
