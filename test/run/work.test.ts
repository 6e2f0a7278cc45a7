import assert from 'node:assert/strict'
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, type TestContext, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { parquetReadObjects } from 'hyparquet'
import { ChanceryError } from '../../src/model/error.ts'
import { documentOf } from '../../src/run/document.ts'
import { openLedger } from '../../src/run/ledger.ts'
import { DeadFile } from '../../src/run/workers/dead.ts'
import { folderFeed } from '../../src/run/workers/folder.ts'
import { parquetSink } from '../../src/run/workers/parquet.ts'
import { statePath, targetOf } from '../../src/run/workers/place.ts'
import { type WorkOptions, work } from '../../src/run/workers/run.ts'
import { ledgerSink, linesSink } from '../../src/run/workers/sinks.ts'
import { State } from '../../src/run/workers/state.ts'
import { metricsOf, rateLine, Tally } from '../../src/run/workers/tally.ts'
import type { Feed, Outcome, Result, Sink, Unit } from '../../src/run/workers/types.ts'
import { scratch } from '../keep/stores.ts'
import { articleOf, harried, worker } from './work-articles.ts'

const nothing = { claims: [], unread: [] }
const read = () => nothing
const idOf = ({ doc }: Result): string => doc.id

/** A folder of so many articles, some of them in a web archive, and what a worker needs. */
function setting(t: TestContext, files: number, pages = 0) {
  const home = scratch(t)
  const folder = join(home, 'in')
  mkdirSync(folder)
  for (let n = 0; n < files; n++) writeFileSync(join(folder, `a${n}.txt`), articleOf(n))
  if (pages)
    writeFileSync(join(folder, 'crawl.warc.gz'), warcOf(Array.from({ length: pages }, (_, n) => articleOf(files + n))))
  const state = new State(join(home, 'state.work'))
  t.after(() => state.close())
  const wanted = Array.from({ length: files + pages }, (_, n) => documentOf(articleOf(n)).id).sort()
  return { home, folder, state, wanted, out: join(home, 'out.ndjson') }
}

/** A web archive of plain pages, each packed for itself. */
const warcOf = (texts: readonly string[]): Buffer =>
  Buffer.concat(
    texts.map((text, n) => {
      const http = `HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}`
      const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://news.example/${n}\r\nWARC-Date: 2024-03-01T00:00:00Z`
      return gzipSync(`${head}\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`)
    }),
  )

const optionsOf = (more: Partial<WorkOptions> = {}): WorkOptions => ({
  ...{ read, tally: new Tally(), stop: new AbortController().signal, pauses: [1, 1] },
  ...more,
})

const linesIn = (path: string): string[] => readFileSync(path, 'utf8').trimEnd().split('\n').filter(Boolean).sort()

describe('a folder', () => {
  test('is read once, an archive in it too; again it gives nothing, and what is new or changed is read', async (t) => {
    const { folder, state, wanted, out } = setting(t, 40, 100)
    const go = async () => {
      const options = optionsOf()
      const feed = folderFeed(folder, { state, lease: 60_000, pause: 1 })
      await work(feed, linesSink(out, state, idOf), options)
      await feed.close()
      const { kept, known, dead } = options.tally
      return [kept, known, dead]
    }
    assert.deepEqual(await go(), [140, 0, 0])
    assert.deepEqual(linesIn(out), wanted)
    assert.deepEqual(await go(), [0, 0, 0])
    writeFileSync(join(folder, 'a0.txt'), articleOf(1000))
    writeFileSync(join(folder, 'b.txt'), articleOf(1))
    assert.deepEqual(await go(), [1, 1, 0], 'one is new, one says what another says')
    assert.equal(linesIn(out).length, 141)
  })

  test('is shared by two workers, who take turns', async (t) => {
    const { folder, state, wanted, out } = setting(t, 60, 80)
    const each = [0, 1].map(async () => {
      const options = optionsOf({ batch: 4 })
      const feed = folderFeed(folder, { state, lease: 60_000, pause: 1 })
      await work(feed, linesSink(out, state, idOf), options)
      await feed.close()
      return options.tally.kept
    })
    const kept = await Promise.all(each)
    assert.equal(kept[0]! + kept[1]!, 140)
    assert.deepEqual(linesIn(out), wanted)
  })

  test('gives dead letters with reasons, and retry reads them alone', async (t) => {
    const { home, folder, state, out } = setting(t, 3)
    writeFileSync(join(folder, 'empty.txt'), '  ')
    writeFileSync(join(folder, 'bad.pdf'), '%PDF-1.4 nothing')
    const dead = new DeadFile(join(home, 'dead.ndjson'), state)
    const sink = linesSink(out, state, idOf)
    const go = async () => {
      const options = optionsOf()
      const feed = folderFeed(folder, { state, lease: 60_000, pause: 1 })
      await work(feed, sink, options)
      await feed.close()
      dead.write()
      return [options.tally.kept, options.tally.dead]
    }
    assert.deepEqual(await go(), [3, 2])
    const letters = linesIn(join(home, 'dead.ndjson')).map(
      (line) => JSON.parse(line) as { name: string; code: string; reason: string },
    )
    assert.deepEqual(
      letters.map(({ name, code }) => [name, code]),
      [
        [join(folder, 'bad.pdf'), 'incorrect'],
        [join(folder, 'empty.txt'), 'incorrect'],
      ],
    )
    assert.match(letters[1]!.reason, /the text is empty/)
    assert.deepEqual(await go(), [0, 0])
    writeFileSync(join(folder, 'empty.txt'), articleOf(9))
    assert.equal(state.retry(), 2)
    assert.deepEqual(await go(), [1, 1])
    assert.equal(linesIn(join(home, 'dead.ndjson')).length, 1)
  })

  test('of an archive that is damaged within, what stands before is read, and the rest is a dead letter', async (t) => {
    const { folder, state, out } = setting(t, 0, 40)
    appendFileSync(join(folder, 'crawl.warc.gz'), gzipSync('WARC/1.0\r\nContent-Length: many\r\n\r\n'))
    const options = optionsOf()
    const feed = folderFeed(folder, { state, lease: 60_000, pause: 1 })
    await work(feed, linesSink(out, state, idOf), options)
    await feed.close()
    assert.deepEqual([options.tally.kept, options.tally.dead], [40, 1])
    assert.match(state.dead()[0]!.reason, /a damaged web archive/)
  })

  for (const to of ['ndjson', 'ledger'])
    test(`two workers, each killed five times, lose nothing and double nothing (${to})`, async (t) => {
      const { home, folder, wanted, out } = setting(t, 600, 300)
      const ledger = join(home, 'ledger.db')
      await (await openLedger({ path: ledger })).close()
      const state = new State(statePath(targetOf(to === 'ledger' ? to : out, ledger)))
      t.after(() => state.close())
      const of = to === 'ledger' ? to : out
      const killed = await harried(() => worker('--from', folder, '--to', of, '--ledger', ledger), {
        ...{ workers: 2, kills: 5, all: 900 },
        // An archive is done by runs of 32 pages.
        count: () =>
          Number(
            state.get(
              "SELECT sum(CASE WHEN path LIKE '%.gz' THEN 32 ELSE 1 END) AS n FROM unit WHERE state = 'done' AND part >= 0",
            )!.n,
          ),
      })
      assert.equal(killed, 10)
      const opened = await openLedger({ path: ledger })
      t.after(() => opened.close())
      const found =
        to === 'ledger'
          ? (await opened.documents()).map(({ id }) => id)
          : linesIn(out).map((line) => (JSON.parse(line) as { document: string }).document)
      assert.deepEqual(found.sort(), wanted)
    })

  test('a worker that is asked to end gives back what it has not read', async (t) => {
    const { folder, state, wanted, out } = setting(t, 50)
    const [controller, sink] = [new AbortController(), linesSink(out, state, idOf)]
    let n = 0
    const feed = () => folderFeed(folder, { state, lease: 60_000, pause: 1, stop: controller.signal })
    const reading = () => {
      if (++n === 20) controller.abort()
      return nothing
    }
    const options = optionsOf({ read: reading, stop: controller.signal })
    await work(feed(), sink, options)
    assert.deepEqual([options.tally.kept, options.tally.givenBack], [20, 12])
    assert.equal(state.get("SELECT count(*) AS n FROM unit WHERE state = 'held'")!.n, 0)
    await work(folderFeed(folder, { state, lease: 60_000, pause: 1 }), sink, optionsOf())
    assert.deepEqual(linesIn(out), wanted)
  })

  test('SIGTERM ends a worker in good order', async (t) => {
    const { home, folder, out } = setting(t, 400)
    const one = worker('--from', folder, '--to', out, '--ledger', join(home, 'ledger.db'))
    while (!existsSync(out) || !readFileSync(out).length) await new Promise((done) => setTimeout(done, 20))
    one.kill('SIGTERM')
    const { code, err } = await one.ended
    assert.equal(code, 0, err)
    const ids = linesIn(out).map((line) => (JSON.parse(line) as { document: string }).document)
    assert.equal(new Set(ids).size, ids.length)
    const state = new State(`${out}.work`)
    t.after(() => state.close())
    assert.deepEqual({ ...state.get("SELECT count(*) AS n FROM unit WHERE state = 'done'") }, { n: ids.length })
    assert.equal(state.get("SELECT count(*) AS n FROM unit WHERE state = 'held'")!.n, 0)
  })
})

/** A feed of given units, each given anew until it is done. */
function given(units: Unit[]): Feed & { outcomes: Outcome[] } {
  const left = new Set(units)
  const outcomes: Outcome[] = []
  return {
    outcomes,
    take: async (most) => (left.size ? [...left].slice(0, most) : undefined),
    done: async (done) => {
      for (const one of done) {
        outcomes.push(one)
        left.delete(one.unit)
      }
    },
    ...{ giveBack: async () => {}, hold: async () => {}, close: async () => {} },
  }
}

const unitOf = (part: number, text: string, tries = 1): Unit => ({
  ...{ path: 'made', part, tries },
  async *articles() {
    yield { name: `made ${part}`, doc: documentOf(text), among: true }
  },
})

describe('a worker', () => {
  test('gives up what was begun too often, and keeps what may do harm alone', async () => {
    const feed = given([unitOf(1, 'a'), unitOf(2, 'b', 11), unitOf(3, 'c', 4), unitOf(4, 'd', 5)])
    const kept: string[][] = []
    const sink: Sink = {
      has: async () => false,
      keep: async (results) => {
        kept.push(results.map(({ doc }) => doc.text))
        return results.length
      },
      close: async () => {},
    }
    await work(feed, sink, optionsOf())
    assert.deepEqual(
      kept
        .filter((k) => k.length)
        .flat()
        .sort(),
      ['a', 'c', 'd'],
    )
    assert.equal(kept.filter((k) => k.length).length, 3)
    const [dead] = feed.outcomes.filter(({ failures }) => failures.length)
    assert.deepEqual([dead!.unit.part, dead!.failures[0]!.code], [2, 'fault'])
    assert.match(dead!.failures[0]!.reason, /begun 10 times and never done/)
  })

  test('an article that makes the reader fail is a dead letter, and the next is read', async () => {
    const feed = given([unitOf(1, 'a'), unitOf(2, 'b')])
    const tally = new Tally()
    const reading = ({ text }: { text: string }) => {
      if (text === 'a') throw new TypeError('x is not a function')
      return nothing
    }
    const sink: Sink = { has: async () => false, keep: async (r) => r.length, close: async () => {} }
    await work(feed, sink, optionsOf({ read: reading, tally }))
    assert.deepEqual([tally.kept, tally.dead], [1, 1])
    assert.deepEqual(feed.outcomes[0]!.failures, [{ name: 'made 1', code: 'fault', reason: 'x is not a function' }])
  })

  test('waits for a sink that is away, and gives all back where it stays so', async () => {
    for (const [times, ends] of [
      [2, true],
      [9, false],
    ] as const) {
      let [failures, back] = [times, 0]
      const feed = {
        ...given([unitOf(1, 'a'), unitOf(2, 'b')]),
        giveBack: async (units: readonly Unit[]) => {
          back += units.length
        },
      }
      const sink: Sink = {
        has: async () => false,
        keep: async (results) => {
          if (failures-- > 0) throw new ChanceryError('fault', 'sink', 'no space is left')
          return results.length
        },
        close: async () => {},
      }
      const tally = new Tally()
      const done = work(feed, sink, optionsOf({ tally }))
      if (ends) await done
      else await assert.rejects(done, { code: 'fault', message: 'no space is left' })
      assert.deepEqual([tally.kept, tally.again, back], ends ? [2, 2, 0] : [0, 2, 2])
    }
  })

  test('figures are what Prometheus reads, and what people read', () => {
    const tally = new Tally()
    Object.assign(tally, { kept: 1200, known: 30, dead: 4 })
    tally.took(0.02)
    const text = metricsOf(tally)
    for (const line of [
      'chancery_work_articles_total{result="dead"} 4',
      'chancery_work_read_seconds_bucket{le="0.025"} 1',
      'chancery_work_read_seconds_bucket{le="0.01"} 0',
    ])
      assert.ok(text.split('\n').includes(line), line)
    const says = '1,234 articles, 56 a second: 1,200 kept, 30 known, 4 dead'
    assert.equal(rateLine(tally, { articles: 1234 - 560, at: 0 }, 10_000), says)
  })
})

describe('a sink', () => {
  const result = (text: string): Result => ({ ...{ name: text, doc: documentOf(text), claims: [], unread: 0 } })

  test('cuts off what a process that was ended left, and goes on', async (t) => {
    const { state, out } = setting(t, 0)
    const sink = linesSink(out, state, ({ doc }) => doc.text)
    assert.equal(await sink.keep([result('one'), result('two')]), 2)
    appendFileSync(out, 'thr')
    assert.equal(await sink.keep([result('two'), result('four')]), 1)
    assert.equal(readFileSync(out, 'utf8'), 'one\ntwo\nfour\n')
    appendFileSync(out, 'five')
    await sink.close()
    assert.equal(readFileSync(out, 'utf8'), 'one\ntwo\nfour\n')
  })

  test('takes no file of others, and none that is shorter than it was written', async (t) => {
    const { state, out, home } = setting(t, 0)
    writeFileSync(join(home, 'mine.ndjson'), 'mine\n')
    assert.throws(() => linesSink(join(home, 'mine.ndjson'), state, idOf), { code: 'incorrect' })
    await linesSink(out, state, idOf).keep([result('one')])
    rmSync(out)
    assert.throws(() => linesSink(out, state, idOf), { code: 'conflict' })
  })

  test('that cannot be written keeps nothing, and keeps it later', async (t) => {
    const { state, home } = setting(t, 0)
    const out = join(home, 'gone', 'out.ndjson')
    const sink = linesSink(out, state, ({ doc }) => doc.text)
    await assert.rejects(sink.keep([result('one')]), { code: 'fault' })
    mkdirSync(join(home, 'gone'))
    assert.equal(await sink.keep([result('one')]), 1)
    assert.equal(readFileSync(out, 'utf8'), 'one\n')
  })

  test('Parquet: a row a claim, one for an article that tells nothing, and more after a second run', async (t) => {
    const { state, home } = setting(t, 0)
    const out = join(home, 'out.parquet')
    const rowsIn = async () => {
      const bytes = readFileSync(out)
      return parquetReadObjects({
        file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
      })
    }
    for (const [texts, n] of [
      [['one', 'two'], 2],
      [['two', 'three'], 3],
    ] as const) {
      const sink = parquetSink(out, state)
      await sink.keep(texts.map(result))
      await sink.close()
      const rows = await rowsIn()
      assert.deepEqual([rows.length, new Set(rows.map((row) => row.document)).size], [n, n])
    }
  })

  test('a ledger has an article once, whoever brings it', async (t) => {
    const ledger = await openLedger({ path: join(scratch(t), 'l.db'), packs: null })
    t.after(() => ledger.close())
    const sink = ledgerSink(ledger, () => '2026-01-01T00:00:00.000Z')
    await sink.keep([result('one'), result('two')])
    assert.equal(await sink.has(result('one').doc.id), true)
    const before = await ledger.head()
    await sink.keep([result('one'), result('two')])
    assert.equal(await ledger.head(), before)
    assert.equal((await ledger.summary()).documents, 2)
  })

  test('is a ledger, lines or Parquet, and nothing else', () => {
    assert.throws(() => targetOf('out.csv', 'l.db'), { code: 'incorrect' })
    assert.throws(() => statePath(targetOf('ledger', ':memory:')), { code: 'incorrect' })
    assert.match(statePath(targetOf('x.parquet', 'l.db')), /x\.parquet\.work$/)
  })
})

test('what workers share is refused where it is another file', (t) => {
  const path = join(scratch(t), 'x')
  writeFileSync(path, 'a text that is no database of any kind, and long enough to be looked at as one'.repeat(20))
  assert.throws(() => new State(path), { code: 'incorrect' })
})

test('a lease ends with its process, with its time, and by being given back', (t) => {
  const state = new State(join(scratch(t), 's'))
  t.after(() => state.close())
  const part = { path: 'p', part: 0, stamp: '1' }
  assert.deepEqual(state.lease([part], 1000, 0), [{ tries: 1 }])
  assert.deepEqual(state.lease([part], 1000, 10), ['busy'])
  assert.deepEqual(state.lease([part], 1000, 2000), [{ tries: 2 }], 'its time is over')
  state.giveBack([part])
  assert.deepEqual(state.lease([part], 1000, 2010), [{ tries: 2 }])
  state.run("UPDATE unit SET owner = replace(owner, ?, '999999999')", String(process.pid))
  assert.deepEqual(state.lease([part], 1000, 2020), [{ tries: 3 }], 'its process is gone')
  assert.deepEqual(state.lease([{ ...part, stamp: '2' }], 1000, 2030), [{ tries: 1 }], 'another content')
})
