import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { unzipped } from '../../src/show/files/zip.ts'
import { allLines, type Briefing } from '../../src/show/views/briefing.ts'
import { desk } from './world.ts'

const ASKED = { a: 'Cuba', b: 'USA', on: '2016-03-20', today: '2016-03-01' }

describe('a briefing over HTTP', () => {
  test('is the view that files are made of', async (t) => {
    const { post } = await desk(t)
    const { status, body } = await post('/api/briefing', ASKED)
    assert.equal(status, 200)
    const briefing = body as Briefing
    assert.match(briefing.title, /Cuba and the United States/)
    assert.ok(allLines(briefing).some((line) => /Calvin Coolidge/.test(line.text)))
    assert.ok(briefing.notes.every((note) => note.cites.length > 0))
  })

  test('compares with an earlier issue that is given whole', async (t) => {
    const { post } = await desk(t)
    const { body: since } = await post('/api/briefing', ASKED)
    const { body } = await post('/api/briefing', { ...ASKED, since })
    assert.deepEqual([body.since.new, body.since.changed, body.since.gone], [0, 0, 0])
  })

  test('by a house’s own names', async (t) => {
    const { post } = await desk(t)
    const { body } = await post('/api/briefing', {
      ...ASKED,
      ownNames: 'id,name,note\nUSA,Estados Unidos,As the house writes.\n',
    })
    assert.match(body.title, /Estados Unidos/)
  })

  for (const [format, type] of [
    ['docx', /wordprocessingml/],
    ['md', /markdown/],
    ['html', /html/],
  ] as const)
    test(`as ${format} is a file to take away`, async (t) => {
      const { request } = await desk(t)
      const response = await request('/api/briefing/file', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...ASKED, format }),
      })
      assert.equal(response.status, 200)
      assert.match(response.headers.get('content-type')!, type)
      assert.match(
        response.headers.get('content-disposition')!,
        new RegExp(`attachment; filename="briefing-CUB-USA-2016-03-20.${format}"`),
      )
      assert.ok((await response.arrayBuffer()).byteLength > 1000)
    })

  for (const [what, more, code] of [
    ['of no such day', { on: '2016-02-30' }, 'incorrect'],
    ['of nobody', { a: 'Atlantis' }, 'not-found'],
    ['of one state', { a: 'United States' }, 'incorrect'],
    ['against what is no issue', { since: { format: 'chancery-briefing/1' } }, 'incorrect'],
    ['by names that are none', { ownNames: 'x,y\n1,2' }, 'incorrect'],
  ] as const)
    test(`${what} is refused: ${code}`, async (t) => {
      const { post } = await desk(t)
      const { body } = await post('/api/briefing', { ...ASKED, ...more })
      assert.equal(body.code, code)
    })

  test('in a template that is none is refused', async (t) => {
    const { post } = await desk(t)
    const template = Buffer.from('no document').toString('base64')
    for (const format of ['docx', 'md'])
      assert.equal((await post('/api/briefing/file', { ...ASKED, format, template })).body.code, 'incorrect')
  })
})

describe('a table over HTTP', () => {
  const text = 'Leader,Country,Host,Date\nJane Doe,Ecuador,Peru,2020-01-02\nJohn Roe,Ecuador,Atlantis,2020\n'
  test('is shown as it is read, and filed when asked', async (t) => {
    const { post, ledger } = await desk(t)
    const { body } = await post('/api/table', { text })
    assert.deepEqual(
      body.mapping.map((m: { role: string }) => m.role),
      ['visitor', 'from', 'to', 'when'],
    )
    assert.deepEqual([body.filed, body.rows, body.findings[0].line], [1, 2, 3])
    assert.equal(body.first[0], 'Jane Doe visited Peru, 2 January 2020')
    const before = (await ledger.summary()).facts
    const { body: done } = await post('/api/table', { text, authority: 'The desk', file_it: true })
    assert.deepEqual([done.filedIn.added, (await ledger.summary()).facts - before], [1, 1])
  })
  test('takes a mapping', async (t) => {
    const { post } = await desk(t)
    const { body } = await post('/api/table', { text, map: { Country: 'ignore' } })
    assert.equal(body.mapping[1].why, 'given')
  })
  test('that is none is refused', async (t) => {
    const { post } = await desk(t)
    for (const wrong of [{ text: 'one column' }, { text, map: { Nobody: 'to' } }, { text, kind: 'vote' }])
      assert.equal((await post('/api/table', wrong)).body.code, 'incorrect')
  })
})

describe('a panel over HTTP', () => {
  test('is one archive, the same bytes again', async (t) => {
    const { request } = await desk(t)
    const get = async () =>
      new Uint8Array(await (await request('/api/panel.zip?states=CUB,USA&from=1990&to=1995')).arrayBuffer())
    const [one, two] = [await get(), await get()]
    assert.deepEqual(one, two)
    assert.deepEqual(
      unzipped(one, 't').map((e) => e.name),
      ['CITATION.cff', 'SHA256SUMS', 'codebook.md', 'datapackage.json', 'panel.csv', 'panel.parquet'].map(
        (n) => `panel/${n}`,
      ),
    )
  })
  test('too large, or of nobody, is refused', async (t) => {
    const { get } = await desk(t)
    for (const query of ['states=all', 'states=Atlantis,Peru', 'from=1990'])
      assert.ok((await get(`/api/panel.zip?${query}`)).status >= 400)
  })
})
