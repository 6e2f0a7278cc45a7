import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { memoryLedger } from '../../src/keep/memory.ts'
import type { Ledger } from '../../src/keep/port.ts'
import { ChanceryError } from '../../src/model/error.ts'
import { definitionOf, KIND_NAMES, type Kind } from '../../src/model/kinds/index.ts'
import { addFact } from '../../src/run/add.ts'
import { undoBatch } from '../../src/run/batches.ts'
import { documentOf } from '../../src/run/document.ts'
import { fileDocument } from '../../src/run/file.ts'
import { holdersOf } from '../../src/run/holders.ts'
import { mappingOf } from '../../src/run/import-columns.ts'
import { dateOf, orderOf } from '../../src/run/import-dates.ts'
import { fileImport, type ImportOptions, readImport } from '../../src/run/import-file.ts'
import { tableOf } from '../../src/run/import-table.ts'
import { PERSONAL_COLUMN, tellsPersonal, withoutPersonal } from '../../src/run/personal.ts'
import { readDocument } from '../../src/run/read.ts'
import { on, source, told } from '../keep/stores.ts'

const TODAY = '2024-06-01'
const imported = (text: string, more: Partial<ImportOptions> = {}, ledger: Ledger = memoryLedger()) =>
  readImport(ledger, text, 'table.csv', { kind: 'visit', today: TODAY, ...more })

describe('the columns of a table', () => {
  const TABLE: readonly [what: string, kind: Kind, text: string, roles: string][] = [
    ['plain names', 'visit', 'visitor,to,date\nJane Doe,Peru,2020-01-02', 'visitor to when'],
    [
      'a country visited, and a leader',
      'visit',
      'Leader Name,Country Visited,Start Date,End Date\nJane Doe,Peru,2020-01-02,2020-01-03',
      'visitor to start end',
    ],
    [
      'home and destination',
      'visit',
      'name,title,home country,destination,year\nJane Doe,President,Ecuador,Peru,2020',
      'visitor title from to year',
    ],
    ['dyads by codes', 'visit', 'leader,ccode1,ccode2,year\nJane Doe,130,135,2020', 'visitor from to year'],
    ['a column without a role', 'visit', 'visitor;to;date;Kilometres\nJane Doe;Peru;2020;700', 'visitor to when kept'],
    [
      'what tells of religion',
      'visit',
      'visitor;to;date;Religious affiliation\nJane Doe;Peru;2020;none',
      'visitor to when ignore',
    ],
    ['values where the name tells nothing', 'visit', 'visitor,x1,x2\nJane Doe,Peru,2020-01-02', 'visitor to when'],
    [
      'a name that its values belie',
      'visit',
      'visitor,to,date,from\nJane Doe,Peru,2020-01-02,abc',
      'visitor to when kept',
    ],
    [
      'both parties',
      'agreement',
      'state1,state2,signed,step,topic\nPeru,Ecuador,2020,signed,water',
      'between between when step topic',
    ],
    [
      'missions',
      'mission',
      'sender,host,type,step,date\nPeru,Ecuador,embassy,opened,1950',
      'sender host type step when',
    ],
    [
      'envoys',
      'envoy',
      'ambassador,sending state,receiving state,event,date\nJane Doe,Peru,Ecuador,appointed,1950',
      'person sender host step when',
    ],
  ]
  for (const [what, kind, text, roles] of TABLE)
    test(`${what}: ${roles}`, () =>
      assert.equal(
        mappingOf(tableOf(text, 't'), kind)
          .map((m) => m.role)
          .join(' '),
        roles,
      ))

  test('are as given, over what is guessed', async () => {
    const { mapping } = await imported('a,b,c\nJane Doe,Peru,2020', { map: 'a=visitor, B=to,c=when' })
    assert.deepEqual(
      mapping.map((m) => [m.role, m.why]),
      [
        ['visitor', 'given'],
        ['to', 'given'],
        ['when', 'given'],
      ],
    )
  })
  for (const map of ['nobody=to', 'a', 'a=emperor', '=to'])
    test(`--map ${map} is refused`, () => assert.rejects(imported('a,b\n1,2', { map }), ChanceryError))
})

describe('dates', () => {
  const TABLE: readonly [string, 'dmy' | 'mdy' | 'unknown', string][] = [
    ['2022-05-10', 'unknown', '2022-05-10'],
    ['2022-05', 'unknown', '2022-05'],
    ['2022', 'unknown', '2022'],
    ['2022/5/9', 'unknown', '2022-05-09'],
    ['2022-05-10T00:00:00Z', 'unknown', '2022-05-10'],
    ['2022-05-10/2022-05-12', 'unknown', '2022-05-10/2022-05-12'],
    ['10 May 2022', 'unknown', '2022-05-10'],
    ['May 10th, 2022', 'unknown', '2022-05-10'],
    ['10–12 May 2022', 'unknown', '2022-05-10/2022-05-12'],
    ['May 10-12, 2022', 'unknown', '2022-05-10/2022-05-12'],
    ['Sept. 2022', 'unknown', '2022-09'],
    ['03/04/2022', 'dmy', '2022-04-03'],
    ['03/04/2022', 'mdy', '2022-03-04'],
    ['03/04/2022', 'unknown', '2022 coarse'],
    ['25/04/2022', 'unknown', '2022-04-25'],
    ['25.4.2022', 'dmy', '2022-04-25'],
    ['13/13/2022', 'unknown', 'no-such-day'],
    ['25/04/2022', 'mdy', 'no-such-day'],
    ['31 February 2022', 'unknown', 'no-such-day'],
    ['2022-02-30', 'unknown', 'no-such-day'],
    ['12–10 May 2022', 'unknown', 'end-before-start'],
    ['44691', 'unknown', 'no-date'],
    ['spring 2022', 'unknown', 'no-date'],
    ['10 May 22', 'unknown', 'no-date'],
    ['10 Mai 2022 x', 'unknown', 'no-date'],
    ['0000000000000000000000000000000000000000/', 'unknown', 'no-date'],
  ]
  for (const [cell, order, expected] of TABLE)
    test(`${cell} (${order}): ${expected}`, () => {
      const read = dateOf(cell, order)
      assert.equal('fault' in read ? read.fault : `${read.when}${read.coarse ? ' coarse' : ''}`, expected)
    })

  test('a column tells its order by the dates that can be read only one way', () => {
    assert.equal(orderOf(['03/04/2022', '25/04/2022']), 'dmy')
    assert.equal(orderOf(['03/04/2022', '04/25/2022']), 'mdy')
    assert.equal(orderOf(['25/04/2022', '04/25/2022']), 'unknown')
  })
})

const HEAD = 'visitor,title,from,to,date,place,note\n'
const rows = (...lines: string[]): string => HEAD + lines.join('\n')
const said = async (text: string, more: Partial<ImportOptions> = {}, ledger?: Ledger) => {
  const { facts, findings } = await imported(text, more, ledger)
  const one = facts.find((f) => f.kind === 'visit')
  return [
    ...(one ? [`${one.roles.visitor} ${one.roles.from ?? '-'} ${one.roles.to} ${one.when ?? '-'}`] : []),
    ...findings.map((f) => `${f.line} ${f.kind}${f.filed ? '' : ' lost'}`),
  ]
}

describe('rows', () => {
  const TABLE: readonly [what: string, row: string, expected: string[]][] = [
    [
      'a whole one',
      'Jane Doe,President,Ecuador,Peru,2020-01-02,Lima,',
      ['person:jane-doe state:ECU state:PER 2020-01-02'],
    ],
    ['surname first', '"Doe, Jane",,Ecuador,Peru,2020,,', ['person:jane-doe state:ECU state:PER 2020']],
    ['codes', 'Jane Doe,,ECU,135,2020,,', ['person:jane-doe state:ECU state:PER 2020']],
    ['an office for a visitor', 'President of Ecuador,,,Peru,2020,,', ['office:president/ECU - state:PER 2020']],
    [
      'an office by its title alone',
      ',President,Ecuador,Peru,2020,,',
      ['office:president/ECU state:ECU state:PER 2020'],
    ],
    ['a state for a visitor', ',,Ecuador,Peru,2020,,', ['state:ECU state:ECU state:PER 2020']],
    ['a name by its time', 'Jane Doe,,Persia,Siam,1930,,', ['person:jane-doe state:IRN state:THA 1930']],
    ['one word', 'Doe,,Ecuador,Peru,2020,,', ['person:doe-ecu state:ECU state:PER 2020', '2 surname-alone']],
    ['no such state', 'Jane Doe,,Ecuador,Atlantis,2020,,', ['2 unknown-state lost']],
    ['nobody visited', 'Jane Doe,,Ecuador,,2020,,', ['2 role-missing lost']],
    [
      'a state that had ended',
      'Jane Doe,,Ecuador,Yugoslavia,2020,,',
      ['person:jane-doe state:ECU state:YUG 2020', '2 outside-lifetime'],
    ],
    ['an impossible day', 'Jane Doe,,Ecuador,Peru,2021-02-30,,', ['2 no-such-day lost']],
    ['no date at all', 'Jane Doe,,Ecuador,Peru,,,', ['person:jane-doe state:ECU state:PER -', '2 undated']],
    ['a day to come', 'Jane Doe,,Ecuador,Peru,2031-01-01,,', ['2 in-the-future lost']],
    ['the state of the visitor', 'Jane Doe,,Ecuador,Ecuador,2020,,', ['2 own-state lost']],
    ['no name', '???,,Ecuador,Peru,2020,,', ['2 no-name lost']],
    ['too few cells', 'Jane Doe,,Ecuador', ['2 broken-row lost']],
  ]
  for (const [what, row, expected] of TABLE) test(what, async () => assert.deepEqual(await said(rows(row)), expected))

  test('told twice are filed once', async () =>
    assert.deepEqual(await said(rows('Jane Doe,,ECU,PER,2020,,', 'Jane Doe,,ECU,PER,2020,,')), [
      'person:jane-doe state:ECU state:PER 2020',
      '3 told-twice',
    ]))

  test('that are lost stand whole in their finding', async () => {
    const { findings } = await imported(rows('Jane Doe,,Ecuador,Atlantis,2020,,kept'))
    assert.deepEqual(findings[0]!.row, {
      visitor: 'Jane Doe',
      title: '',
      from: 'Ecuador',
      to: 'Atlantis',
      date: '2020',
      place: '',
      note: 'kept',
    })
  })

  test('of a person whom the ledger knows are that person’s, of another state they are not', async () => {
    const ledger = memoryLedger()
    const office = told(
      'office',
      { person: 'person:j-d', title: 'president', state: 'state:ECU', office: 'office:president/ECU', step: 'serving' },
      '2019/2021',
    )
    await ledger.add(
      { facts: [office], sources: [source('list')], names: [{ id: 'person:j-d', label: 'Jane Doe', aliases: [] }] },
      on('2024-01-01'),
    )
    assert.deepEqual(await said(rows('Jane Doe,,Ecuador,Peru,2020,,'), {}, ledger), [
      'person:j-d state:ECU state:PER 2020',
    ])
    assert.deepEqual(await said(rows('Doe,,Ecuador,Peru,2020-05-05,,'), {}, ledger), [
      'person:j-d state:ECU state:PER 2020-05-05',
    ])
    assert.deepEqual(await said(rows('Jane Doe,,Chile,Peru,2020,,'), {}, ledger), [
      'person:jane-doe state:CHL state:PER 2020',
    ])
  })

  test('keep what no role takes in the note, and where they stand', async () => {
    const { facts } = await imported('visitor,to,date,Kilometres\nJane Doe,Peru,2020,700')
    assert.deepEqual([facts[0]!.note, facts[0]!.cite.locator], ['Kilometres: 700', 'line 2'])
  })

  test('of an agreement take both parties', async () => {
    const { facts } = await imported('state1,state2,date,step\nPeru,Ecuador,2020,signed', { kind: 'agreement' })
    assert.deepEqual(facts[0]!.roles, { between: ['state:PER', 'state:ECU'], step: 'signed' })
  })
})

describe('a table is refused', () => {
  const TABLE: readonly [string, string, Partial<ImportOptions>?][] = [
    ['of one column', 'visitor\nJane'],
    ['of words', 'This is a text. It has no columns'],
    ['without the state visited', 'visitor,date\nJane Doe,2020'],
    ['of votes', 'a,b\n1,2', { kind: 'vote' }],
    ['of no kind', 'a,b\n1,2', { kind: 'constructor' }],
    ['by nobody', 'visitor,to,date\nJane Doe,Peru,2020', { authority: '***' }],
    [
      'with coverage of no role',
      'visitor,to,date\nJane Doe,Peru,2020',
      { covers: { where: 'planet=Mars', from: '2020-01-01', to: '2020-12-31', grade: 'complete' } },
    ],
    [
      'with coverage of nobody',
      'visitor,to,date\nJane Doe,Peru,2020',
      { covers: { where: 'to=Mars', from: '2020-01-01', to: '2020-12-31', grade: 'complete' } },
    ],
  ]
  for (const [what, text, more] of TABLE) test(what, () => assert.rejects(imported(text, more), ChanceryError))
})

describe('filing', () => {
  const META = { recordedAt: '2024-06-01T10:00:00Z' }
  const options: ImportOptions = {
    kind: 'visit',
    today: TODAY,
    authority: 'The desk',
    viewpoint: 'as kept by the desk',
    covers: { where: 'to=Peru', from: '2020-01-01', to: '2020-12-31', grade: 'complete' },
  }

  test('the same table twice changes nothing, a corrected one takes its place, and it can be taken back', async () => {
    const ledger = memoryLedger()
    const text = rows('Jane Doe,President,Ecuador,Peru,2020-01-02,,', 'John Roe,,Ecuador,Peru,2020-03-04,,')
    const first = await fileImport(ledger, text, 'a/visits.csv', options, META)
    assert.deepEqual([first.added, first.filed, first.batch], [3, 2, 'import/the-desk-visits'])
    const again = await fileImport(ledger, text, 'a/visits.csv', options, META)
    assert.deepEqual([again.added, again.withdrawn], [0, 0])
    const corrected = await fileImport(ledger, text.replace('2020-03-04', '2020-03-05'), 'a/visits.csv', options, META)
    assert.deepEqual([corrected.added, corrected.withdrawn], [1, 1])
    const { facts, coverage, sources } = await ledger.fetch([{ kind: 'visit' }])
    assert.equal(facts.length, 2)
    assert.deepEqual(
      coverage.map((c) => [c.roles, c.grade, c.by]),
      [[{ to: 'state:PER' }, 'complete', 'The desk']],
    )
    assert.equal(sources[0]!.viewpoint, 'as kept by the desk')
    assert.equal(await undoBatch(ledger, first.batch, { ...META, by: 'ana' }), 3)
  })

  test('whoever it names is called the same when it is told again, and two of one name stay two', async () => {
    const ledger = memoryLedger()
    const text = rows(
      'Jane Doe,,Ecuador,Peru,2020-01-02,,',
      'Jane Doe,,Chile,Peru,2020-03-04,,',
      'Roe,,Chile,Peru,2020-03-04,,',
    )
    const told = async () => {
      await fileImport(ledger, text, 'a/visits.csv', options, META)
      const { facts } = await ledger.fetch([{ kind: 'visit' }])
      const names = (await ledger.allNames()).map((n) => `${n.id} ${n.label}`)
      return [...facts.map((f) => `${f.roles.visitor} ${f.roles.from}`), ...names].sort()
    }
    const first = await told()
    assert.deepEqual(first, [
      'person:jane-doe Jane Doe',
      'person:jane-doe state:ECU',
      'person:jane-doe-chl Jane Doe',
      'person:jane-doe-chl state:CHL',
      'person:roe-chl Roe',
      'person:roe-chl state:CHL',
    ])
    assert.deepEqual(await told(), first)
  })

  test('a table of which nothing can be filed changes nothing', async () => {
    const ledger = memoryLedger()
    await assert.rejects(
      fileImport(ledger, rows('Jane Doe,,Ecuador,Atlantis,2020,,'), 'x.csv', options, META),
      ChanceryError,
    )
    assert.equal((await ledger.summary()).facts, 0)
  })
})

describe('of named persons', () => {
  const TOLD = [
    'a devout Catholic',
    'She is Jewish.',
    'the first Muslim president',
    'converted to Islam in 1990',
    'a Druze politician',
    'ethnic Kurd, born in Mosul',
    'of Tutsi origin',
    'was diagnosed with cancer',
    'He tested positive for COVID-19',
    'her health',
    'underwent surgery in Houston',
    'has Parkinson’s disease',
    'an openly gay minister',
    'is a practising Buddhist',
    'the country’s first black president',
  ]
  for (const text of TOLD) test(`is told: ${text}`, () => assert.ok(tellsPersonal(text)))
  const PLAIN = [
    'met the Jewish Agency in Jerusalem',
    'addressed the Organisation of Islamic Cooperation',
    'visited the Western Wall and Al-Aqsa',
    'an audience with the Pope',
    'talks on health and agriculture',
    'signed an agreement on public health',
    'the Islamic Republic of Iran',
    'the Black Sea Fleet',
    'visited the White House',
    'attended the funeral of the Catholic archbishop',
    'opened a hospital',
    'the Kurdistan Region',
    'Muslim World League summit',
    'the first president to visit',
    'Christian Democratic Union congress',
    'delivered vaccines against COVID-19',
    'the country has covid vaccines to give',
    'talks on recovery from COVID-19',
    'cooperation on mental health',
    'a donation of cancer drugs',
    'cooperation with cancer hospitals',
    'a meeting with leaders of the Jewish community',
  ]
  for (const text of PLAIN) test(`is not told: ${text}`, () => assert.ok(!tellsPersonal(text)))

  test('words that tell it are left out of a fact, and where they stood is kept', () => {
    const fact = {
      ...told('visit', { visitor: 'person:a', to: 'state:PER' }, '2020', {
        cite: { source: 's', quote: 'Doe, a devout Catholic, came to Lima', doc: 'doc:1', start: 3, end: 9 },
      }),
      note: 'She is Jewish.',
    }
    assert.deepEqual(withoutPersonal(fact).fact, {
      ...told('visit', { visitor: 'person:a', to: 'state:PER' }, '2020'),
      cite: { source: 's', doc: 'doc:1', start: 3, end: 9 },
    })
    const state = { ...fact, roles: { visitor: 'state:ECU', to: 'state:PER' } }
    assert.equal(withoutPersonal(state).fact, state)
  })

  test('nor where a column that tells it is given a role by hand', () =>
    assert.rejects(imported('visitor,to,date,religion\nJane Doe,Peru,2020,x', { map: 'religion=note' }), ChanceryError))

  test('nothing of it is filed from a table', async () => {
    const { facts, findings } = await imported(
      'visitor,to,date,religion,illness,remarks\nJane Doe,Peru,2020,Zoroastrian,gout,a devout Catholic',
    )
    assert.doesNotMatch(JSON.stringify(facts), /Zoroastrian|gout|Catholic/)
    assert.equal(findings.filter((f) => f.kind === 'personal').length, 3)
  })

  test('nothing of it is filed from an article: the claim stays, the words are left out', async () => {
    const text =
      'President Daniel Noboa of Ecuador, a devout Catholic, visited Israel on 4 May 2025. President Isaac Herzog of Israel was diagnosed with cancer. Noboa is Jewish.'
    const ledger = memoryLedger()
    const doc = documentOf(text, { date: '2025-05-06' })
    const { claims } = readDocument(doc, await holdersOf(ledger))
    const { reports } = await fileDocument(ledger, doc, claims, on('2025-05-07'))
    const visits = reports.filter((f) => f.kind === 'visit')
    assert.equal(visits.length, 1, JSON.stringify(reports))
    assert.deepEqual(
      [visits[0]!.roles.to, visits[0]!.cite.doc, visits[0]!.cite.quote],
      ['state:ISR', doc.id, undefined],
    )
    assert.doesNotMatch(JSON.stringify(reports), /Catholic|cancer|Jewish/)
  })

  for (const [field, value] of [
    ['note', { note: 'She is Jewish.' }],
    ['quote', {}],
  ] as const)
    test(`nothing of it is added by hand: a ${field} that tells it is refused`, async () => {
      const ledger = memoryLedger()
      const fact = { kind: 'visit', roles: { visitor: 'person:jane-doe', to: 'state:PER' }, when: '2020', ...value }
      const quote = field === 'quote' ? 'Doe, who has Parkinson’s disease, came to Lima' : 'Doe came to Lima'
      await assert.rejects(
        addFact(ledger, fact, 'fact.json', { url: 'https://a.example/1', quote }, on('2024-01-01')),
        /religion, ethnicity or health/,
      )
    })

  test('no kind has a role that could hold it', () => {
    const roles = KIND_NAMES.flatMap((kind) => Object.keys(definitionOf(kind).roles))
    assert.deepEqual(
      roles.filter((role) => PERSONAL_COLUMN.test(role)),
      [],
    )
    assert.ok(
      !Object.values(definitionOf('community').roles).some((role) =>
        ['person', 'party'].includes(role.holds as string),
      ),
    )
  })
})
