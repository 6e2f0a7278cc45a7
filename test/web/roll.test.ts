import assert from 'node:assert/strict'
import { test } from 'node:test'
import { open, overflow, requireBrowser, violations } from './browser.ts'
import { settled } from './until.ts'

test('a roll call: searched, by choice, joined with ties, a cell named, a voter opened to its row, by keyboard', async (t) => {
  if (!requireBrowser(t)) return
  const { page, complaints } = await open(t, '/roll')
  const search = page.getByLabel('Find a roll call by number, words or day')
  await search.fill('partition of palestine')
  await search.press('Enter')
  const found = page.locator('.found a', { hasText: 'Future government of Palestine' })
  await found.press('Enter')
  await page.getByRole('heading', { level: 1, name: /Future government of Palestine/ }).waitFor()
  assert.match(
    (await page.locator('header .soft').textContent()) ?? '',
    /29 November 1947\. 33 in favour, 13 against, 10 abstained; 1 absent/,
  )

  await page.getByLabel('Join the voters with').selectOption('ties')
  await page.getByLabel('State', { exact: true }).fill('Israel')
  await page.getByRole('button', { name: 'Join' }).press('Enter')
  await page.getByRole('heading', { name: /Diplomatic relations with Israel/ }).waitFor()
  assert.match(page.url(), /with=ties/)
  const four = page.getByRole('button', { name: '4: against, ties' })
  await four.press('Enter')
  assert.match((await page.locator('section p[role=status]').textContent()) ?? '', /^Egypt, Greece, India, Turkey\./)

  await page.getByRole('button', { name: 'Union of Soviet Socialist Republics' }).press('Enter')
  const voter = page.locator('.one-voter')
  assert.match(
    (await voter.textContent()) ?? '',
    /in favour\. Now Russian Federation\..*as recorded by the United Nations/s,
  )
  assert.equal((await voter.getByRole('link', { name: 'The source' }).count()) > 0, true)
  await voter.getByRole('button', { name: 'History' }).first().press('Enter')
  await voter.locator('.history').first().waitFor()
  assert.deepEqual(complaints, [])
})

test('on the map each voter is one dot, and no border is drawn', async (t) => {
  if (!requireBrowser(t)) return
  const { page } = await open(t, '/roll/A-RES-181(II)')
  await page.locator('svg.map .land').waitFor()
  assert.deepEqual(
    [await page.locator('svg.map .spot').count(), await page.locator('svg.map path.land').count()],
    [57, 1],
  )
  const dots = await page.locator('svg.map .spot').evaluateAll((all) => all.map((n) => n.getAttribute('transform')))
  assert.equal(new Set(dots).size, 57)
  await page.locator('svg.map .spot', { hasText: 'Ecuador' }).dispatchEvent('click')
  await page.locator('.one-voter', { hasText: 'Ecuador' }).waitFor()
})

test('what is no roll call, and what is no set, is said', async (t) => {
  if (!requireBrowser(t)) return
  const { page } = await open(t, '/roll/%3Cscript%3E')
  assert.match((await page.locator('.refusal').textContent()) ?? '', /no such roll call/)
  await page.goto(new URL('/roll/A-RES-181(II)?with=nonsense', page.url()).href)
  assert.match((await page.locator('.refusal').textContent()) ?? '', /no set, "nonsense"/)
})

test('nothing is wrong for axe in light and dark, and nothing is wider than 320 pixels', async (t) => {
  if (!requireBrowser(t)) return
  for (const at of ['/roll', '/roll/A-RES-181(II)?with=ties:ISR', '/roll/A-RES-47-19?with=regions']) {
    const { page } = await open(t, at, { viewport: { width: 320, height: 800 } })
    await settled(page)
    const cell = page.locator('button.number').first()
    if (await cell.count()) await cell.click()
    const voter = page.locator('button.voter').first()
    if (await voter.count()) await voter.click()
    assert.equal(await overflow(page), 0, at)
    assert.deepEqual(await violations(page), [], at)
  }
})
