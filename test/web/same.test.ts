import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Opened, open, overflow, requireBrowser, violations } from './browser.ts'
import { until } from './until.ts'

const TEXT = 'John Kerry visited Cuba on 5 September 2014.'
const DIARY = {
  ...{ kind: 'visit', roles: { visitor: ['John Kerry'], to: ['Cuba'] }, when: '2014-09-07' },
  ...{ url: 'https://diary.example/kerry', quote: 'Kerry in Havana' },
}

async function read({ page, address }: Opened): Promise<void> {
  const added = await fetch(new URL('/api/found', address), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(DIARY),
  })
  assert.equal(added.status, 200)
  await page.getByLabel('The text, as published').fill(TEXT)
  await page.getByLabel('Day it was published').fill('2016-03-30')
  await page.getByLabel('The text, as published').press('Control+Enter')
  await page.locator('.claim .row').first().waitFor()
}

const pair = (page: Page) => page.locator('.pair').first()
const standing = (page: Page, words: string) => pair(page).getByText(words, { exact: false }).first().waitFor()

test('same event or not: two tellings side by side, judged, judged anew, taken back, kept over a reload, by keyboard alone', async (t) => {
  if (!requireBrowser(t)) return
  const opened = await open(t)
  const { page, complaints } = opened
  await read(opened)
  await page.locator('.claim', { hasText: 'same event?' }).first().waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('s')
  await page.locator('.pair button:focus', { hasText: 'One event' }).waitFor()
  const told = (await pair(page).textContent()) ?? ''
  for (const words of [
    TEXT.slice(0, -1),
    'Kerry in Havana',
    'Perhaps one event',
    '2 days lie between them',
    'This article',
  ])
    assert.ok(told.includes(words), words)
  assert.deepEqual(await violations(page), [])
  await page.setViewportSize({ width: 320, height: 640 })
  assert.equal(await overflow(page), 0)
  await page.setViewportSize({ width: 1280, height: 900 })

  // Why it is one, then that it is.
  await pair(page).getByText('Say why first').press('Enter')
  await pair(page).getByLabel('Why').focus()
  await page.keyboard.type('the <b>diary</b> is two days late')
  await pair(page).getByRole('button', { name: 'One event' }).press('Enter')
  await standing(page, 'one event')
  await pair(page).getByText('the <b>diary</b> is two days late').waitFor()
  await page.reload()
  await page.locator('.claim .row').first().waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('s')
  await standing(page, 'says ana')
  await page.locator('.pair button:focus', { hasText: 'Two events' }).press('Enter')
  await standing(page, 'two events')
  await page.keyboard.press('s')
  await pair(page).getByRole('button', { name: 'Take it back' }).press('Enter')
  await standing(page, 'Perhaps one event')
  assert.deepEqual(complaints, [])
})

test('of two tabs on one pair, the second is shown what the first said, and says it again', async (t) => {
  if (!requireBrowser(t)) return
  const opened = await open(t)
  const { page, another } = opened
  await read(opened)
  const second = await another()
  await second.locator('.claim .row').first().waitFor()
  for (const each of [page, second]) await each.locator('.claim .row').first().click()
  await page.bringToFront()
  await pair(page).getByRole('button', { name: 'One event' }).click()
  await standing(page, 'says ana')
  await second.bringToFront()
  await pair(second).getByRole('button', { name: 'Two events' }).click()
  const conflict = second.locator('.pair .conflict')
  await conflict.waitFor()
  assert.match((await conflict.textContent()) ?? '', /ana said: one event.*not recorded/s)
  await standing(second, 'one event')
  await pair(second).getByRole('button', { name: 'Two events' }).click()
  await standing(second, 'two events')
})

test('a word that was said without a connection is recorded when the server is back, over a reload too', async (t) => {
  if (!requireBrowser(t)) return
  const opened = await open(t)
  const { page } = opened
  await read(opened)
  await page.locator('.claim .row').first().click()
  let tried = 0
  await page.route('**/api/same', (route) => {
    tried++
    return route.abort()
  })
  await pair(page).getByRole('button', { name: 'Nobody can say' }).click()
  await until(page, 'it was sent in vain', async () => tried > 0)
  await page.getByText('Chancery does not answer').waitFor()
  await page.unroute('**/api/same')
  // While it is sent again, keys go on being heard.
  let free = () => {}
  const held = new Promise<void>((done) => {
    free = done
  })
  await page.route('**/api/same', async (route) => {
    await held
    await route.continue()
  })
  await page.reload()
  await page.locator('.claim .row').first().waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('s')
  await pair(page).waitFor()
  free()
  await standing(page, 'says ana')
  await standing(page, 'nobody can say')
})
