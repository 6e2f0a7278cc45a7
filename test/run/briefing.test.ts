import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { memoryLedger } from '../../src/keep/memory.ts'
import { ChanceryError } from '../../src/model/error.ts'
import type { NewFact } from '../../src/model/fact.ts'
import { type BriefingOptions, briefingOf } from '../../src/run/briefing.ts'
import { briefingFiles, briefingIn, earlierIssue } from '../../src/run/briefing-files.ts'
import { chromium } from '../../src/run/briefing-print.ts'
import { briefingMarkdown } from '../../src/show/files/briefing-markdown.ts'
import { inVisualOrder } from '../../src/show/files/pdf-setter.ts'
import { unzipped, zipped } from '../../src/show/files/zip.ts'
import { namingOf } from '../../src/show/names.ts'
import { allLines, type Briefing } from '../../src/show/views/briefing.ts'
import { on, scratch, source, told } from '../keep/stores.ts'
import { briefed, FACTS } from './briefing-world.ts'

const DAY = { on: '2004-03-10', today: '2004-02-01', names: namingOf('UN') }
const drawn = async (facts = FACTS, more: Partial<BriefingOptions> = {}): Promise<Briefing> =>
  briefingOf(await briefed(facts), 'state:ECU', 'state:PER', { ...DAY, ...more })

/** Compares with a file beside the tests; `CHANCERY_GOLDEN=write` writes it. */
function golden(name: string, found: string): void {
  const path = join(import.meta.dirname, 'golden', name)
  if (process.env.CHANCERY_GOLDEN === 'write') writeFileSync(path, found)
  assert.ok(existsSync(path), `${path} is missing`)
  assert.equal(found, readFileSync(path, 'utf8'))
}

describe('a briefing', () => {
  test('says what is on record, what may be said, what to check and what is not known', async () =>
    golden('briefing.md', briefingMarkdown(await drawn())))

  test('footnotes every line that tells a fact, in order', async () => {
    const { sections, notes } = await drawn()
    const told = sections.filter((s) => ['background', 'ahead', 'say', 'check'].includes(s.id))
    const bare = told.flatMap((s) => s.groups.flatMap((g) => g.lines)).filter((line) => line.note === undefined)
    assert.deepEqual(bare, [])
    const numbers = allLines({ sections }).flatMap((line) => line.note ?? [])
    assert.deepEqual(
      numbers,
      notes.map((note) => note.n),
    )
    assert.ok(notes.every((note) => note.same !== undefined || note.cites.every((c) => c.source && c.viewpoint)))
  })

  test('counts votes told one by one beside those kept packed', async () => {
    const vote = (voter: string, choice: string) =>
      told('vote', { voter: `seat:${voter}`, roll: 'roll:single', choice }, '1999-12-01', { cite: { source: 'paper' } })
    const line = async (votes: NewFact[]) => {
      const ledger = await briefed([...FACTS, ...votes])
      await ledger.add(
        { names: [{ id: 'roll:single', label: 'Single', aliases: [], day: '1999-12-01' }] },
        on('2004-01-01'),
      )
      const { sections } = await briefingOf(ledger, 'state:ECU', 'state:PER', DAY)
      return allLines({ sections }).find((l) => l.id === 'glance|votes')!.text
    }
    const [before, after] = [await line([]), await line([vote('ECU', 'yes'), vote('PER', 'yes')])]
    const counted = (text: string) => (/^Alike in (\d+) of (\d+)/.exec(text) ?? ['', '0', '0']).slice(1).map(Number)
    assert.deepEqual(
      counted(after),
      counted(before).map((n) => n + 1),
      `${before} ${after}`,
    )
  })

  test('is refused of one state alone', async () =>
    assert.rejects(briefingOf(await briefed(), 'state:ECU', 'state:ECU', DAY), ChanceryError))
})

describe('in our own voice', () => {
  const textOfAll = async (facts: NewFact[], a: string, b: string) => {
    const ledger = memoryLedger()
    await ledger.add({ facts, sources: [source('list', { viewpoint: 'as recorded by Ruritania' })] }, on('2020-01-01'))
    return allLines(await briefingOf(ledger, a, b, DAY)).map((line) => `${line.lead}: ${line.text}`)
  }

  test('that a state on whose status others differ began is told as its source’s word', async () => {
    const began = (state: string, day: string) => told('statehood', { state, step: 'independence' }, day)
    const lines = await textOfAll(
      [began('state:XKX', '2000-02-17'), began('state:PER', '1821-07-28')],
      'state:XKX',
      'state:PER',
    )
    assert.ok(
      lines.includes('17 February 2000: As recorded by Ruritania: Kosovo became independent.'),
      lines.join('\n'),
    )
    assert.ok(lines.includes('28 July 1821: Peru became independent.'))
  })

  test('of an agreement of several parties it is told how many, and apart from those of the two', async () => {
    const between = ['state:ECU', 'state:PER', 'state:COL', 'state:BOL']
    const facts = [told('agreement', { between, step: 'in-force', topic: 'Andean Pact' }, '1969')]
    const lines = await textOfAll(facts, 'state:ECU', 'state:PER')
    assert.ok(lines.includes('1969: In force, among 4 parties: “Andean Pact”.'), lines.join('\n'))
  })
})

describe('another issue', () => {
  const LATER = { ...FACTS[9]!, when: '2003-12-24', modality: 'happened' as const }

  test('marks what is new, changed and gone', async () => {
    const before = await drawn()
    const facts = [
      ...FACTS.filter((f) => f.roles.topic !== 'water').map((f) => (f === FACTS[9] ? { ...f, when: '2003-05-25' } : f)),
      LATER,
    ]
    const now = await drawn(facts, { since: before })
    const marked = allLines(now).filter((line) => line.mark)
    const background = now.sections.find((s) => s.id === 'background')!.groups.flatMap((g) => g.lines)
    const of = (mark: string) => background.filter((l) => l.mark === mark).map((l) => `${l.lead}: ${l.text}`)
    assert.deepEqual(of('new'), ['24 December 2003: Berta Brave (president of Peru) visited Ecuador.'])
    assert.deepEqual(of('gone'), ['1 June 1999: Ecuador and Peru signed “water”.'])
    assert.deepEqual(of('changed'), ['25 May 2003: Berta Brave (president of Peru) visited Ecuador.'])
    assert.deepEqual(now.since, {
      drawn: '2004-02-01',
      ...{ new: 0, changed: 0, gone: 0 },
      ...Object.fromEntries(['new', 'changed', 'gone'].map((m) => [m, marked.filter((l) => l.mark === m).length])),
    })
  })

  test('against a day compares with what was on record by it', async () => {
    const ledger = await briefed(FACTS.filter((f) => f.kind !== 'agreement'))
    await ledger.add({ facts: FACTS }, on('2004-01-20'))
    const now = await briefingOf(ledger, 'state:ECU', 'state:PER', { ...DAY, since: '2004-01-10' })
    const fresh = allLines(now).filter((line) => line.mark === 'new')
    assert.ok(fresh.length > 0 && fresh.every((line) => /water/.test(line.text)), JSON.stringify(fresh))
    assert.equal(allLines(now).filter((line) => line.mark === 'gone').length, 0)
  })

  test('against the same ledger marks nothing', async () => {
    const now = await drawn(FACTS, { since: await drawn() })
    assert.deepEqual(
      allLines(now).filter((line) => line.mark),
      [],
    )
  })

  test('of another pair is refused', async () => {
    const other = { ...(await drawn()), pair: ['state:ECU', 'state:COL'] as const }
    await assert.rejects(drawn(FACTS, { since: other }), ChanceryError)
  })
})

describe('the files', () => {
  for (const format of ['md', 'html', 'docx', 'pdf'] as const)
    test(`${format}: the same briefing gives the same bytes`, async () => {
      const [one, two] = [await drawn(), await drawn()]
      const made = [
        await briefingIn(one, format, { printer: 'own' }),
        await briefingIn(two, format, { printer: 'own' }),
      ]
      assert.ok(made[0]!.bytes.length > 1000)
      assert.ok(Buffer.from(made[0]!.bytes).equals(Buffer.from(made[1]!.bytes)))
    })

  test('printed by Chromium, the same bytes too', async (t) => {
    if (!chromium()) return t.skip('no Chromium is on this machine')
    const briefing = await drawn()
    const [one, two] = [
      await briefingIn(briefing, 'pdf', { printer: 'chromium' }),
      await briefingIn(briefing, 'pdf', { printer: 'chromium' }),
    ]
    assert.equal(firstDifference(one.bytes, two.bytes), undefined)
    assert.match(Buffer.from(one.bytes).toString('latin1'), /D:20040201000000\+00'00'/)
  })

  test('a file is written whole, with its data beside it for the next issue', async (t) => {
    const folder = scratch(t)
    const briefing = await drawn()
    await briefingFiles(briefing, [join(folder, 'a.b.md'), join(folder, 'c.docx')])
    assert.deepEqual(earlierIssue(join(folder, 'a.b.json')), JSON.parse(JSON.stringify(briefing)))
    await assert.rejects(briefingFiles(briefing, [join(folder, 'a.odt')]), ChanceryError)
    await assert.rejects(briefingFiles(briefing, [join(folder, 'none/a.md')]), ChanceryError)
  })

  for (const [what, text] of [
    ['no JSON', 'x'],
    ['another JSON', '{"a":1}'],
    ['broken data', '{"format":"chancery-briefing/1","sections":[{"id":"glance"}]}'],
    ['nothing', ''],
  ] as const)
    test(`an earlier issue that is ${what} is refused`, (t) => {
      const path = join(scratch(t), 'x.json')
      writeFileSync(path, text)
      assert.throws(() => earlierIssue(path), ChanceryError)
    })
})

/** Where two files part, and what either has there. */
function firstDifference(one: Uint8Array, two: Uint8Array): string | undefined {
  if (Buffer.from(one).equals(Buffer.from(two))) return undefined
  const at = one.findIndex((byte, i) => byte !== two[i])
  const around = (bytes: Uint8Array) => JSON.stringify(Buffer.from(bytes.slice(at - 60, at + 60)).toString('latin1'))
  return `of ${one.length} and ${two.length} bytes, from byte ${at}: ${around(one)} and ${around(two)}`
}

const textOf = (bytes: Uint8Array, name: string): string =>
  Buffer.from(unzipped(bytes, 'test').find((entry) => entry.name === name)!.bytes).toString('utf8')
const wordsOf = (xml: string): string => xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '')

describe('Word', () => {
  test('has a real footnote for each number', async () => {
    const briefing = await drawn()
    const { bytes } = await briefingIn(briefing, 'docx')
    const references = [...textOf(bytes, 'word/document.xml').matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map((m) =>
      Number(m[1]),
    )
    assert.deepEqual(
      references,
      briefing.notes.map((note) => note.n),
    )
    assert.match(
      wordsOf(textOf(bytes, 'word/footnotes.xml')),
      /The ministry \(as stated by Ecuador; to 1 January 2004\): “La presidenta Brave llegó a Quito”/,
    )
  })

  test("fills a house's template and says what it left", async () => {
    const { Document, Packer, Paragraph, TextRun } = await import('docx')
    const paragraphs = ['MINISTRY OF {{ title }}', '{{background}}', '{{unheard}}', '{{unknown}}'].map(
      (text) => new Paragraph({ children: [new TextRun(text)] }),
    )
    const template = new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: paragraphs }] })))
    const made = await briefingIn(await drawn(), 'docx', { template })
    assert.match(made.said, /title, background, unknown filled; left as they stood: \{\{unheard\}\}/)
    const text = wordsOf(textOf(made.bytes, 'word/document.xml'))
    assert.match(text, /MINISTRY OF Ecuador and Peru/)
    assert.match(text, /Berta Brave \(president of Peru\) visited Ecuador/)
    assert.match(text, /\{\{unheard\}\}/)
    const again = await briefingIn(await drawn(), 'docx', { template })
    assert.ok(Buffer.from(made.bytes).equals(Buffer.from(again.bytes)))
  })

  for (const [what, bytes] of [
    ['no archive', Buffer.from('hello')],
    ['an archive of something else', zipped([{ name: 'a.txt', bytes: Buffer.from('x') }])],
    ['cut', zipped([{ name: 'word/document.xml', bytes: Buffer.from('<a/>') }]).subarray(0, 40)],
  ] as const)
    test(`a template that is ${what} is refused`, async () => {
      await assert.rejects(briefingIn(await drawn(), 'docx', { template: new Uint8Array(bytes) }), ChanceryError)
    })
})

describe('words from right to left', () => {
  for (const [given, onPaper] of [
    ['plain words', 'plain words'],
    ['He said “אבג דהו” then', 'He said “דהו אבג” then'],
    ['אבג, דהו; x', 'דהו ,אבג; x'],
    ['a אב b גד c', 'a אב b גד c'],
    ['القدس مكتب', 'مكتب القدس'],
  ] as const)
    test(`${JSON.stringify(given)} stand on paper in their order`, () => {
      const words = given.split(/(?<=\s)/).map((text) => ({ text, size: 10 }))
      assert.equal(
        inVisualOrder(words)
          .map((p) => p.text)
          .join(''),
        onPaper,
      )
    })
})

describe('hostile words', () => {
  const NASTY =
    '<script>alert(1)</script> "\u202Eevil\u0007 [x](javascript:1) ``` | =1+1 \uFFFE \uD800 القدس שלום Київ ťčř'
  const nasty = async (): Promise<Briefing> => {
    const ledger = await briefed()
    const cite = { source: 'evil', quote: NASTY, url: 'javascript:alert(1)', locator: NASTY }
    const fact = { ...FACTS[13]!, when: '2000-01-01', roles: { ...FACTS[13]!.roles, topic: NASTY }, cite }
    await ledger.add({ facts: [fact], sources: [source('evil', { title: NASTY, viewpoint: NASTY })] }, on('2004-01-20'))
    return briefingOf(ledger, 'state:ECU', 'state:PER', DAY)
  }

  test('are text in every format', async () => {
    const briefing = await nasty()
    const html = Buffer.from((await briefingIn(briefing, 'html')).bytes).toString('utf8')
    assert.doesNotMatch(html, /<script|javascript:alert|\u202E|\p{Cc}(?<!\n)/u)
    assert.match(html, /&lt;script&gt;/)
    const markdown = briefingMarkdown(briefing)
    assert.doesNotMatch(markdown, /(?<!\\)<script|(?<!\\)\]\(javascript|\u202E|\p{Cc}(?<!\n)/u)
    const { bytes } = await briefingIn(briefing, 'docx')
    assert.doesNotMatch(
      textOf(bytes, 'word/footnotes.xml') + textOf(bytes, 'word/document.xml'),
      /<script|[\u202E\uFFFE]/,
    )
    assert.match(textOf(bytes, 'word/document.xml'), /<w:rtl\/>/)
    assert.ok((await briefingIn(briefing, 'pdf', { printer: 'own' })).bytes.length > 1000)
  })
})
