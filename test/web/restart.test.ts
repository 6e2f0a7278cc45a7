import assert from 'node:assert/strict'
import { test } from 'node:test'
import { open, requireBrowser } from './browser.ts'

const TEXT = 'Barack Obama visited Cuba in March 2016. Calvin Coolidge visited Cuba in January 1928.'

test('a server that is ended in mid-review and started again: nothing that was decided or typed is lost', async (t) => {
  if (!requireBrowser(t)) return
  const { page, restart } = await open(t)
  await page.getByLabel('The text, as published').fill(TEXT)
  await page.getByLabel('Day it was published').fill('2016-03-30')
  await page.getByLabel('The text, as published').press('Control+Enter')
  await page.locator('.claim .row').first().waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('a')
  await page.locator('.claim').first().getByText('accepted', { exact: true }).first().waitFor()

  const again = await restart()
  await page.keyboard.press('j')
  await page.keyboard.press('r')
  await page.getByText('Chancery does not answer').waitFor()
  await again()
  await page.getByText('1 claim rejected in review').waitFor()
  await page.getByText('Chancery does not answer').waitFor({ state: 'detached' })

  // A page that was loaded before goes on, and one that is loaded now finds both decisions.
  await page.reload()
  await page.getByText('1 claim rejected in review').waitFor()
  await page.locator('.claim').first().getByText('accepted', { exact: true }).first().waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('u')
  await page.locator('.claim').first().getByText('accepted', { exact: true }).first().waitFor({ state: 'detached' })
})

test('words that are too long for a field are cut or refused, and the page goes on', async (t) => {
  if (!requireBrowser(t)) return
  const { page } = await open(t)
  await page.evaluate(`{
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'y'.repeat(5_000_000))
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.querySelector('textarea').dispatchEvent(paste)
  }`)
  await page.getByText('longer than 2 MiB').waitFor()
  await page.getByLabel('The text, as published').fill(TEXT)
  assert.equal(await page.getByLabel('Title').getAttribute('maxlength'), '2000')
  await page.goto(new URL('/ask', page.url()).href)
  assert.equal(await page.getByLabel('A question in English').getAttribute('maxlength'), '2000')
  await page.goto(new URL(`/briefing/${'z'.repeat(3000)}/Peru?on=2020-01-01`, page.url()).href)
  await page.getByRole('alert').first().waitFor()
  await page.goto(new URL(`/roll/${encodeURIComponent('<script>\u202Ex')}`, page.url()).href)
  await page.getByRole('alert').first().waitFor()
  assert.doesNotMatch((await page.locator('body').textContent()) ?? '', /\u202E/)
})
