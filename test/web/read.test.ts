import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { example } from '../http/world.ts'
import { open, overflow, requireBrowser, violations } from './browser.ts'

const HAVANA = example('havana')

/** Pastes an article and reads it, by keyboard alone. */
async function paste(page: Page, { text, date }: { text: string; date: string }, title = ''): Promise<void> {
  await page.getByLabel('The text, as published').fill(text)
  await page.getByLabel('Title').fill(title)
  await page.getByLabel('Day it was published').fill(date)
  await page.getByLabel('The text, as published').press('Control+Enter')
  await page.locator('.claim .row').first().waitFor()
}

const row = (page: Page, words: string) =>
  page.locator('.claim').filter({ has: page.locator('.quote', { hasText: words }) })
const HOLLANDE = /^François Hollande visited Cuba in May 2015$/
const exact = (page: Page, words: RegExp) =>
  page.locator('.claim').filter({ has: page.locator('.quote').filter({ hasText: words }) })

/** Goes down the list with j, or up with k, until a claim is chosen. */
async function goTo(page: Page, words: RegExp, key: 'j' | 'k' = 'j'): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press(key)
    const quote = page.locator('.row:focus .quote')
    if (words.test((await quote.textContent()) ?? '')) return
  }
  assert.fail(`${key} never reached ${words}`)
}

/** Types into the fields of a form one after another, moving by Tab; `undefined` leaves a field as it is. */
async function typeFields(page: Page, values: readonly (string | undefined)[]): Promise<void> {
  for (const [i, value] of values.entries()) {
    if (i) await page.keyboard.press('Tab')
    if (value !== undefined) await page.keyboard.type(value)
  }
}

test('the fact-checker: paste, worst first, evidence, a fact that flips verdicts, correct, reject, undo, take away, by keyboard alone', async (t) => {
  if (!requireBrowser(t)) return
  const { page, complaints } = await open(t)
  await paste(page, HAVANA, 'Obama in Havana')

  assert.match(
    (await page.locator('.claim').first().textContent()) ?? '',
    /refuted.*no president of the United States/s,
  )
  assert.equal(await page.locator('.folded[open]').count(), 0, 'remarks are folded')
  assert.equal(
    (await page.locator('mark').evaluateAll((all) => all.map((m) => m.textContent).join(' '))).includes('<'),
    false,
  )

  await goTo(page, /was the first French president/)
  await page.keyboard.press('Enter')
  const first = row(page, 'was the first French president')
  const panel = first.locator('.panel')
  await panel.getByText('no source here covers visits by a president of France to Cuba').waitFor()
  await panel.getByText('What was searched').waitFor()
  assert.match((await panel.locator('.years').first().textContent()) ?? '', /not covered: 1898–2015/)
  assert.match((await panel.textContent()) ?? '', /Ask the foreign ministry of Cuba/)

  // A visit before it: the claim to be the first falls. Then the visit itself.
  await page.keyboard.press('f')
  await page.locator('.panel form input:focus').waitFor()
  const source = 'https://archive.example/visits'
  await typeFields(page, ['Jacques Chirac', undefined, undefined, undefined, '1999-04-13', source, 'He came in April.'])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('.panel form').waitFor({ state: 'detached' })
  const changes = page.locator('.changes')
  assert.match((await changes.textContent()) ?? '', /One verdict changes.*not covered → refuted: François Hollande/s)
  assert.match((await first.locator('.row').textContent()) ?? '', /refuted.*was not covered/s)
  await page.keyboard.press('Escape')
  await goTo(page, HOLLANDE)
  await page.keyboard.press('f')
  await page.locator('.panel form').waitFor()
  for (const label of ['When', 'Where it stands', 'The words that say it'] as const) {
    const field = page.getByLabel(label)
    await field.focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.type(
      { When: '2015-05-11', 'Where it stands': source, 'The words that say it': 'He came.' }[label],
    )
  }
  await page.getByLabel('Where it stands').press('Enter')
  await page.locator('.panel form').waitFor({ state: 'detached' })
  await exact(page, HOLLANDE).locator('.verdict.supported').first().waitFor()
  assert.match((await changes.textContent()) ?? '', /not covered → supported: François Hollande/)

  // Correct a span, a date and a name.
  await goTo(page, /^Pope Francis, who had helped/, 'k')
  await page.keyboard.press('e')
  const mend = page.locator('form.mend')
  await mend.waitFor()
  await mend.getByRole('button', { name: 'End a word earlier' }).focus()
  await page.keyboard.press('Enter')
  const when = mend.getByLabel('When')
  await when.focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('2015-10')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Pope Benedict XVI')
  await page.keyboard.press('Enter')
  const mended = row(page, 'Pope Francis, who had helped')
  await mended.getByText('corrected', { exact: true }).first().waitFor()
  assert.match((await mended.textContent()) ?? '', /visited Cuba in September(?! 2015).*Pope Benedict XVI/s)

  // Reject and undo, and all of it is there after a reload.
  await page.keyboard.press('r')
  await page.getByText('1 claim rejected in review').waitFor()
  await page.keyboard.press('u')
  await page.getByText('1 claim rejected in review').waitFor({ state: 'detached' })
  await page.reload()
  await mended.getByText('corrected', { exact: true }).first().waitFor()

  await page.keyboard.press('?')
  await page.getByRole('dialog').getByLabel('Single keys are shortcuts').press('Space')
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  assert.equal(await page.locator('.row:focus').count(), 0, 'switched off, a single key does nothing')

  const takeAway = async (name: string) => {
    if (!(await page.locator('.menu[open]').count())) await page.getByText('Take away').press('Enter')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).press('Enter'),
    ])
    return readFileSync(await download.path(), 'utf8')
  }
  const reviews = JSON.parse(await takeAway('ClaimReview')) as { claimReviewed: string }[]
  assert.ok(reviews.some((r) => /first French president/.test(r.claimReviewed)))
  assert.match(await takeAway('Report (Markdown)'), /✗ refuted: “François Hollande/)
  assert.deepEqual(complaints, [])
})

test('the sceptic: from a verdict two clicks to the quoted words, their viewpoint, and every decision', async (t) => {
  if (!requireBrowser(t)) return
  const { page } = await open(t)
  await paste(page, HAVANA)
  for (const words of ['had ever visited Cuba', 'In November 2012, only', 'Coolidge came to Havana']) {
    const claim = row(page, words)
    await claim.locator('.row').click()
    await claim.locator('.evidence summary').first().click()
    const record = claim.locator('.evidence li').first()
    await record
      .getByText(/^recorded 20/)
      .first()
      .waitFor()
    const told = (await record.textContent()) ?? ''
    assert.match(told, /as recorded by|as compiled|as published|as packaged/i, words)
    assert.match(told, /fact:[0-9a-f]{32}/)
  }
})

test('nothing that axe knows is wrong with any state of the view, light or dark, and it flows at 320 pixels', async (t) => {
  if (!requireBrowser(t)) return
  const { page } = await open(t)
  const states: [string, () => Promise<void>][] = [
    ['empty', async () => {}],
    ['read', () => paste(page, HAVANA, 'Obama in Havana')],
    ['a claim', () => row(page, 'was the first French president').locator('.row').click()],
    ['found', () => page.getByRole('button', { name: 'I found it' }).click()],
    ['all is told', () => page.getByRole('button', { name: 'An authority says' }).click()],
    ['mend', () => page.getByRole('button', { name: 'Correct' }).click()],
    ['evidence', () => row(page, 'had ever visited Cuba').locator('.row').click()],
    ['help', () => page.getByRole('button', { name: 'Keys' }).click()],
  ]
  for (const [name, reach] of states) {
    await page.setViewportSize({ width: 1280, height: 900 })
    await reach()
    if (name === 'evidence') await page.locator('.evidence summary').first().click()
    assert.deepEqual(await violations(page), [], name)
    await page.setViewportSize({ width: 320, height: 640 })
    assert.equal(await overflow(page), 0, `${name} at 320 pixels`)
  }
})

test('markup, controls, overrides and endless words in every field are shown as text', async (t) => {
  if (!requireBrowser(t)) return
  const hostile = '<img src=x onerror="window.hit=1"><script>window.hit=2</script>\u202Eexe.txt\u0007 {{7*7}} =1+1'
  const long = 'x'.repeat(3000)
  const { page, complaints } = await open(t, '/', { viewport: { width: 320, height: 640 } })
  const text = `${hostile}\n\n"${hostile}" said President Barack Obama, who visited Cuba in March 2016.\n\n${long}\n\n${HAVANA.text}`
  await page.getByLabel('Outlet').fill(hostile)
  await paste(page, { ...HAVANA, text }, hostile)
  assert.match((await page.locator('h1').textContent()) ?? '', /^<img src=x onerror="window\.hit=1"><script>/)
  assert.match((await page.locator('article').textContent()) ?? '', /<script>window\.hit=2<\/script>/)
  assert.doesNotMatch((await page.locator('body').textContent()) ?? '', /\u202E/)
  assert.ok(!(await page.locator('body').textContent())?.includes('\u0007'))
  assert.equal(await page.evaluate(() => 'hit' in globalThis), false)
  assert.equal(await page.locator('main img, main script').count(), 0)
  assert.equal(await overflow(page), 0)
  assert.deepEqual(complaints, [])
  await page.getByRole('button', { name: 'Another article' }).click()
  await page.evaluate(`{
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'a '.repeat(2_500_000))
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.querySelector('textarea').dispatchEvent(paste)
  }`)
  await page.getByText('What was pasted is longer than 2 MiB').waitFor()
})

test('a lost connection is told, and what was decided is recorded when the server is back, a reload between or not', async (t) => {
  if (!requireBrowser(t)) return
  const { page } = await open(t)
  await paste(page, HAVANA)
  await page.keyboard.press('j')
  await page.context().setOffline(true)
  await page.keyboard.press('a')
  await page.getByText('Chancery does not answer').waitFor()
  await page.context().setOffline(false)
  await page.locator('.claim').first().getByText('accepted', { exact: true }).first().waitFor()
  await page.getByText('Chancery does not answer').waitFor({ state: 'detached' })

  // A decision that was under way, and a form half filled in, outlast a reload.
  await page.route('**/api/review', (route) => route.abort())
  await page.keyboard.press('j')
  await page.keyboard.press('r')
  await page.getByText('Chancery does not answer').waitFor()
  await page.reload()
  await page.getByText('Chancery does not answer').waitFor()
  await page.unroute('**/api/review')
  await page.getByText('1 claim rejected in review').waitFor()
  await exact(page, HOLLANDE).locator('.row').click()
  await page.getByRole('button', { name: 'I found it' }).click()
  await page.getByLabel('Where it stands').fill('https://archive.example/half')
  await page.reload()
  await exact(page, HOLLANDE).locator('.row').click()
  await page.getByRole('button', { name: 'I found it' }).click()
  assert.equal(await page.getByLabel('Where it stands').inputValue(), 'https://archive.example/half')
})

test('of two tabs on one claim, the second is shown what the first did and decides anew', async (t) => {
  if (!requireBrowser(t)) return
  const { page, another } = await open(t)
  await paste(page, HAVANA)
  const second = await another()
  await second.locator('.claim .row').first().waitFor()
  await page.bringToFront()
  await page.keyboard.press('j')
  await page.keyboard.press('a')
  await page.locator('.claim').first().getByText('accepted', { exact: true }).first().waitFor()
  await second.bringToFront()
  await second.locator('.claim .row').first().click()
  await second.keyboard.press('r')
  const conflict = second.locator('.conflict')
  await conflict.waitFor()
  assert.match((await conflict.textContent()) ?? '', /ana accepted it/)
  await conflict.getByRole('button', { name: 'Record mine after it' }).click()
  await second.getByText('1 claim rejected in review').waitFor()
})
