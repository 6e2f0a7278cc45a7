import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ARTICLE, PAGES, PARAGRAPHS, TITLE } from '../intake/articles.ts'
import { BOMBS } from '../intake/bombs.ts'
import { docx } from '../intake/build.ts'
import { desk } from './world.ts'

const opened = (name: string, bytes: Uint8Array | string) => ({ name, bytes: Buffer.from(bytes).toString('base64') })

test('a file of any form becomes the text that is read, with what it says of itself', async (t) => {
  const { post } = await desk(t)
  const word = await post('/api/open', opened('a.docx', docx(PARAGRAPHS, TITLE)))
  assert.equal(word.status, 200)
  assert.equal(word.body.text, ARTICLE)
  const [page] = PAGES
  const web = await post('/api/open', opened('page.html', page!.html))
  assert.equal(web.status, 200)
  assert.ok(web.body.text.includes(PARAGRAPHS[0]!))
  const plain = await post('/api/open', opened('a.md', ARTICLE))
  assert.ok(plain.body.text.includes(PARAGRAPHS[1]!))
})

test('what is no article, or would harm, is refused in words', async (t) => {
  const { post } = await desk(t)
  for (const [name, bytes] of [
    ['cut.pdf', '%PDF-1.7\n'],
    ['empty.txt', ''],
    ['bomb', Object.values(BOMBS)[0]!()],
  ] as const) {
    const { status, body } = await post('/api/open', opened(name, bytes))
    assert.ok(status === 400 || status === 415, `${name}: ${status}`)
    assert.ok(body.detail.length > 10, name)
  }
  assert.equal((await post('/api/open', { name: 'a.txt', bytes: 'no base64 !' })).status, 400)
})
