import assert from 'node:assert/strict'
import { test } from 'node:test'
import { on, source, told } from '../keep/stores.ts'
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

test('watches: a question is watched, asked again, says what changed and why, and is ended', async (t) => {
  if (!requireBrowser(t)) return
  const { page, complaints, ledger } = await open(t, '/sources/watches')
  await page.getByText('Nothing is watched yet').waitFor()
  const words = page.getByLabel('A question, or a sentence')
  await words.fill('Which <b>swans</b> sing the loudest?')
  await words.press('Enter')
  await page.getByRole('alert').waitFor()
  assert.match((await page.getByRole('alert').textContent()) ?? '', /not understood/)
  await words.fill('Which presidents of Mexico have visited Cuba?')
  await words.press('Enter')
  const one = page.locator('.held > li')
  await one.waitFor()
  assert.deepEqual(await violations(page), [])
  const again = page.getByRole('button', { name: 'Ask everything again' })
  await again.press('Enter')
  await page.getByText('Nothing changed of 1.').waitFor()
  const [term, visit] = [
    told(
      'office',
      { person: 'person:x-y', office: 'office:president/MEX', state: 'state:MEX', step: 'serving' },
      '1990/1994',
    ),
    told('visit', { visitor: 'person:x-y', to: 'state:CUB' }, '1992-03-01'),
  ]
  await ledger.add({ facts: [term!, visit!], sources: [source('list')] }, on(new Date().toISOString()))
  await again.press('Enter')
  await page.getByText('1 of 1 changed.').waitFor()
  assert.match((await one.textContent()) ?? '', /come: .*because told since: .* visited Cuba/s)
  await page.setViewportSize({ width: 320, height: 800 })
  assert.deepEqual([await overflow(page), await violations(page)], [0, []])
  await one.getByRole('button', { name: 'Watch it no longer' }).press('Enter')
  await page.getByText('Nothing is watched yet').waitFor()
  assert.deepEqual(
    complaints.filter((words) => !/400/.test(words)),
    [],
  )
})

test('history: who did what, the latest first, in parts, with words of others as text', async (t) => {
  if (!requireBrowser(t)) return
  const { page, complaints, ledger } = await open(t)
  const by = '<img src=x onerror=alert(1)>'
  for (let i = 1; i <= 60; i++)
    await ledger.add(
      { facts: [told('visit', { visitor: 'person:x-y', to: 'state:CUB' }, `19${i + 10}`)] },
      { ...on(new Date().toISOString(), by), note: `note ${i}` },
    )
  await page.goto(new URL('/sources/history', page.url()).href)
  await page.locator('.log li').first().waitFor()
  assert.match(
    (await page.locator('.log li').first().textContent()) ?? '',
    /<img src=x.*filed 1 record: note 60.*link /s,
  )
  assert.equal(await page.locator('.log li').count(), 50)
  assert.deepEqual(await violations(page), [])
  await page.getByRole('button', { name: 'Show earlier' }).press('Enter')
  await until(page, 'more is shown', async () => (await page.locator('.log li').count()) > 60)
  await page.getByText('note 1', { exact: true }).waitFor()
  await page.setViewportSize({ width: 320, height: 800 })
  assert.equal(await overflow(page), 0)
  assert.deepEqual(complaints, [])
})
