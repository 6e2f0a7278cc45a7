import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { unzipped } from '../../src/show/files/zip.ts'
import { scratch } from '../keep/stores.ts'
import { open, overflow, requireBrowser, violations } from './browser.ts'

async function drawUp(page: Page): Promise<void> {
  await page.getByLabel('State', { exact: true }).fill('Cuba')
  await page.keyboard.press('Tab')
  await page.keyboard.type('United States')
  await page.getByLabel('Day of the visit').fill('2016-03-20')
  await page.keyboard.press('Enter')
  await page.locator('.sheet').waitFor()
}

async function saved(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).press('Enter'),
  ])
  return readFileSync(await download.path())
}

test('the desk officer: two states, a day, and the paper in three forms, in the house’s template, and its differences, by keyboard alone', async (t) => {
  if (!requireBrowser(t)) return
  const { page, complaints } = await open(t, '/briefing')
  await drawUp(page)
  assert.match(page.url(), /\/briefing\/Cuba\/United%20States\?on=2016-03-20/)
  const sheet = (await page.locator('.sheet').textContent()) ?? ''
  for (const words of ['The pair at a glance', 'Calvin Coolidge', 'Points to check', 'Not known here'])
    assert.ok(sheet.includes(words), words)

  const word = new Uint8Array(await saved(page, 'Word'))
  assert.ok(unzipped(word, 'word').some((e) => e.name === 'word/footnotes.xml'))
  assert.equal((await saved(page, 'PDF')).subarray(0, 5).toString(), '%PDF-')
  assert.match((await saved(page, 'Markdown')).toString(), /^# Cuba and the United States/)

  const { Document, Packer, Paragraph } = await import('docx')
  const house = join(scratch(t), 'house.docx')
  writeFileSync(
    house,
    await Packer.toBuffer(
      new Document({ sections: [{ children: [new Paragraph('MINISTRY'), new Paragraph('{{background}}')] }] }),
    ),
  )
  await page.getByLabel('House template').setInputFiles(house)
  const filled = unzipped(new Uint8Array(await saved(page, 'Word')), 'word').find(
    (e) => e.name === 'word/document.xml',
  )!
  assert.ok(/MINISTRY[\s\S]*severed diplomatic relations/.test(Buffer.from(filled.bytes).toString()))

  const issue = JSON.parse((await saved(page, 'Data for the next issue')).toString())
  const changed = join(scratch(t), 'before.json')
  issue.sections[1].groups[0].lines.pop()
  writeFileSync(changed, JSON.stringify(issue))
  await page.getByLabel('Earlier issue').setInputFiles(changed)
  await page.locator('.differs', { hasText: '1 new' }).waitFor()

  await page.locator('sup a').first().press('Enter')
  assert.match(page.url(), /#n1$/)
  await page.locator('.notes .history').first().press('Enter')
  await page.locator('.notes li ul li', { hasText: 'recorded' }).first().waitFor()
  assert.deepEqual(complaints, [])
})

test('a briefing has no fault that axe finds, light and dark, and fits 320 pixels', async (t) => {
  if (!requireBrowser(t)) return
  const { page } = await open(t, '/briefing')
  await drawUp(page)
  assert.deepEqual(await violations(page), [])
  await page.setViewportSize({ width: 320, height: 800 })
  assert.ok((await overflow(page)) <= 0)
})

test('of nobody, it says what is wrong', async (t) => {
  if (!requireBrowser(t)) return
  const { page } = await open(t, '/briefing/Atlantis/Peru?on=2020-01-01')
  await page.getByRole('alert').filter({ hasText: 'Atlantis' }).waitFor()
})

const TABLE =
  'Leader,Office,Country,Host,When,<b>Weather</b>\nJane Doe,President,Ecuador,Peru,2020-01-02,=1+1\nJohn Roe,,Ecuador,Atlantis,2020,rain\n'

test('the researcher: a table read, its columns mended, filed; the panel taken away twice in the same bytes', async (t) => {
  if (!requireBrowser(t)) return
  const { page, complaints } = await open(t, '/research')
  const file = join(scratch(t), 'visits.csv')
  writeFileSync(file, TABLE)
  await page.getByLabel('Who vouches for it').fill('The desk')
  await page.getByLabel('File', { exact: true }).setInputFiles(file)
  await page.getByText('Jane Doe visited Peru, 2 January 2020').waitFor()
  assert.ok((await page.getByText('Atlantis').count()) > 0)
  await page.getByLabel('Role of Country').selectOption('ignore')
  await page.getByText('as you say').waitFor()
  await page.getByLabel('Role of Country').selectOption('from')
  assert.deepEqual(await violations(page), [])
  await page.setViewportSize({ width: 320, height: 800 })
  assert.ok((await overflow(page)) <= 0)
  await page.getByRole('button', { name: /^File 1 of 2 rows/ }).press('Enter')
  await page.getByText(/Filed: 2 new facts/).waitFor()

  await page.getByLabel('Who', { exact: true }).fill('Cuba, USA')
  await page.getByLabel('From', { exact: true }).fill('1990')
  const [one, two] = [await saved(page, 'Take it away'), await saved(page, 'Take it away')]
  assert.ok(one.equals(two))
  assert.deepEqual(complaints, [])
})

test('names by a list of one’s own: wrong lines are told each, the list is kept by the browser, and files bear its names', async (t) => {
  if (!requireBrowser(t)) return
  const { page, complaints } = await open(t, '/briefing')
  const list = join(scratch(t), 'house <b>names.csv')
  const choose = async (text: string) => {
    writeFileSync(list, text)
    await page.getByLabel('Our list').setInputFiles(list)
  }
  await page.getByRole('combobox', { name: 'Names' }).selectOption('own')
  await choose('id,name\nXQX,Nowhere\nUSA,Estados Unidos\nUSA,EE. UU.\n')
  await page.getByLabel('State', { exact: true }).fill('Cuba')
  await page.getByLabel('and', { exact: true }).fill('United States')
  await page.getByLabel('Day of the visit').fill('2016-03-20')
  await page.getByLabel('Day of the visit').press('Enter')
  const wrong = page.getByRole('alert')
  await wrong.filter({ hasText: 'names.csv:2: no state is known as XQX' }).waitFor()
  assert.match((await wrong.textContent()) ?? '', /names\.csv:4: USA stands on line 3 already/)
  assert.deepEqual(await violations(page), [])
  await page.setViewportSize({ width: 320, height: 800 })
  assert.ok((await overflow(page)) <= 0)
  await choose('id;name;note\nUSA;Estados Unidos;So in this house.\n')
  await page.locator('.sheet', { hasText: 'Estados Unidos' }).waitFor()
  await page.reload()
  await page.locator('.sheet', { hasText: 'So in this house.' }).waitFor()
  assert.match((await saved(page, 'Markdown')).toString(), /Estados Unidos/)
  // Refused requests are told by the browser too.
  assert.deepEqual(
    complaints.filter((words) => !/400/.test(words)),
    [],
  )
})
