import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { open, requireBrowser, violations } from './browser.ts'

/** Stands in for a server that reads for long: it says how far it is, and answers when told to, or hears that it is stopped. */
const SLOW = `
  const real = fetch
  globalThis.slow = { asked: 0, stopped: 0 }
  globalThis.fetch = async (path, init) => {
    if (path !== '/api/check') return real(path, init)
    slow.asked++
    init.signal.addEventListener('abort', () => slow.stopped++)
    const answer = await real(path, { ...init, headers: { ...init.headers, accept: 'application/json' } })
    const done = await answer.text()
    const bytes = (event, data) => new TextEncoder().encode('event: ' + event + '\\ndata: ' + data + '\\n\\n')
    const stream = new ReadableStream({
      start(controller) {
        init.signal.addEventListener('abort', () => controller.error(new DOMException('stopped', 'AbortError')))
        controller.enqueue(bytes('queued', '{"ahead":1}'))
        slow.work = (ms) => controller.enqueue(bytes('working', '{"ms":' + ms + ',"budget":{"ms":30000}}'))
        slow.finish = () => { controller.enqueue(bytes('done', done)); controller.close() }
        slow.refuse = () => {
          const problem = { status: 422, code: 'over-budget', title: 'Longer than its budget', detail: 'give less' }
          controller.enqueue(bytes('problem', JSON.stringify(problem)))
          controller.close()
        }
      },
    })
    return new Response(stream, { headers: { 'content-type': 'text/event-stream' } })
  }
`

async function read(page: Page): Promise<void> {
  await page.addInitScript(SLOW)
  await page.reload()
  await page.getByLabel('The text, as published').fill('Barack Obama visited Cuba in March 2016.')
  await page.getByLabel('The text, as published').press('Control+Enter')
  await page.getByText('Waiting: 1 comes first.').waitFor()
}

test('who waits for a long reading is told how far it is, and the page can be used meanwhile', async (t) => {
  if (!requireBrowser(t)) return
  const { page, complaints } = await open(t)
  await read(page)
  await page.evaluate('slow.work(4000)')
  await page.getByText('Reading for 4 s, at most 30 s.').waitFor()
  await page.getByLabel('Title').fill('Typed meanwhile')
  assert.deepEqual(await violations(page), [])
  await page.evaluate('slow.finish()')
  await page.locator('.claim .row').first().waitFor()
  assert.equal(await page.getByText('Reading for').count(), 0)
  assert.deepEqual(complaints, [])
})

test('a long reading can be stopped, and what was typed is there', async (t) => {
  if (!requireBrowser(t)) return
  const { page } = await open(t)
  await read(page)
  await page.getByRole('button', { name: 'Stop' }).press('Enter')
  await page.getByText('Waiting:').waitFor({ state: 'detached' })
  assert.equal(await page.evaluate('slow.stopped'), 1)
  assert.equal(await page.getByLabel('The text, as published').inputValue(), 'Barack Obama visited Cuba in March 2016.')
  await page.getByRole('button', { name: 'Read', exact: true }).press('Enter')
  await page.getByText('Waiting: 1 comes first.').waitFor()
  await page.evaluate('slow.refuse()')
  await page.getByRole('alert').filter({ hasText: 'Longer than its budget: give less' }).waitFor()
})
