import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import type { Pattern } from '../../src/ask/snapshot.ts'
import type { NewJudgement } from '../../src/model/judgement.ts'
import { covers, holdsInEveryStore, on, source, told, visit, visitorsOf } from './stores.ts'

const judged = (is: 'same' | 'not-same', a: string, b: string, by = 'ana'): NewJudgement => ({
  is,
  kind: 'visit',
  tellings: [a, b],
  because: 'the same ship',
  by,
})

/** Origins: packs kept in step, sources, coverage, names, documents, counts. */
holdsInEveryStore({
  'a fact that two told stands until neither tells it': async (ledger) => {
    const facts = [visit('a', 'ECU')]
    const mark = (content: string) => ({ content, stamp: content })
    await ledger.replace({ facts }, on('2024-01-01', 'pack/one'), mark('1'))
    const second = await ledger.replace({ facts }, on('2024-01-02', 'pack/two'), mark('1'))
    assert.deepEqual([second.added, second.unchanged], [0, 1])
    assert.equal((await ledger.replace({}, on('2024-01-03', 'pack/one'), mark('2'))).retracted, 0)
    assert.equal(await visitorsOf(ledger), 'a')
    assert.equal((await ledger.replace({}, on('2024-01-04', 'pack/two'), mark('2'))).retracted, 1)
    assert.equal(await visitorsOf(ledger), '')
    assert.equal(await visitorsOf(ledger, {}, '2024-01-03'), 'a')
  },

  'replacing files what is new and withdraws what is gone; the same mark changes nothing': async (ledger) => {
    const by = (day: string) => on(day, 'pack/one')
    await ledger.add({ facts: [visit('own', 'ECU')] }, on('2024-01-01'))
    await ledger.replace({ facts: [visit('a', 'ECU'), visit('b', 'ECU')] }, by('2024-01-01'), {
      content: '1',
      stamp: 's',
    })
    const same = await ledger.replace({ facts: [] }, by('2024-01-02'), { content: '1', stamp: 't' })
    assert.deepEqual([same.added, same.retracted], [0, 0])
    assert.deepEqual(await ledger.marks(), [{ by: 'pack/one', content: '1', stamp: 't' }])
    const next = await ledger.replace({ facts: [visit('b', 'ECU'), visit('c', 'ECU')] }, by('2024-01-03'), {
      content: '2',
      stamp: 'u',
    })
    assert.deepEqual([next.added, next.unchanged, next.retracted], [1, 1, 1])
    assert.equal(await visitorsOf(ledger), 'b c own')
    assert.equal(await visitorsOf(ledger, {}, '2024-01-02'), 'a b own')
    await ledger.restamp('pack/one', 'v')
    assert.deepEqual(await ledger.marks(), [{ by: 'pack/one', content: '2', stamp: 'v' }])
  },

  'what a person withdrew, a later version of the pack does not bring back': async (ledger) => {
    const by = (day: string) => on(day, 'pack/one')
    const facts = [visit('a', 'ECU'), visit('b', 'ECU')]
    const { ids } = await ledger.replace({ facts }, by('2024-01-01'), { content: '1', stamp: '' })
    await ledger.retract(ids[0]!, on('2024-01-02', 'ana'))
    await ledger.replace({ facts: [...facts, visit('c', 'ECU')] }, by('2024-01-03'), { content: '2', stamp: '' })
    assert.equal(await visitorsOf(ledger), 'b c')
  },

  'what a pack withdrew itself, it may tell again': async (ledger) => {
    const facts = [visit('a', 'ECU')]
    for (const [content, told] of [
      ['1', facts],
      ['2', []],
      ['3', facts],
    ] as const)
      await ledger.replace({ facts: told }, on('2024-01-01', 'pack/one'), { content, stamp: '' })
    assert.equal(await visitorsOf(ledger), 'a')
  },

  'coverage comes with the patterns that it may bear on': async (ledger) => {
    const coverage = [
      covers('visit', {}),
      covers('visit', { to: 'state:ECU' }),
      covers('visit', { to: ['state:ISR', 'state:PER'] }),
      covers('visit', { visitor: 'office:president/ECU', to: 'state:PER' }),
      covers('meeting', {}),
    ]
    await ledger.add({ coverage }, on('2024-01-01'))
    const table: [Pattern, number[]][] = [
      [{ kind: 'visit' }, [0, 1, 2, 3]],
      [{ kind: 'visit', roles: { to: ['state:ECU'] } }, [0, 1]],
      [{ kind: 'visit', roles: { to: ['state:PER'] } }, [0, 2, 3]],
      [{ kind: 'visit', roles: { visitor: ['person:a'] } }, [0, 1, 2, 3]],
      [{ kind: 'visit', roles: { visitor: ['office:president/USA'] } }, [0, 1, 2]],
      [{ kind: 'meeting', roles: { parties: ['state:ECU'] } }, [4]],
    ]
    for (const [pattern, expected] of table) {
      const found = (await ledger.fetch([pattern])).coverage.map(({ id, ...rest }) => rest)
      const at = coverage.flatMap((c, i) => (found.some((f) => isDeepStrictEqual(f, c)) ? [i] : []))
      assert.deepEqual(at, expected, JSON.stringify(pattern))
      assert.equal(found.length, expected.length)
    }
    assert.deepEqual((await ledger.fetch([{ kind: 'visit' }], { knownOn: '2023-12-31' })).coverage, [])
  },

  'a snapshot has the sources that it cites, as each author last described them; of two authors, the more careful':
    async (ledger) => {
      const sources = [source('list'), source('other', { asOf: '2021-01-01' }), source('unused')]
      const facts = [visit('a', 'ECU', '1950', { cite: { source: 'other' } })]
      await ledger.add({ sources, facts, coverage: [covers('visit', {})] }, on('2024-01-01'))
      const newer = [source('list', { asOf: '2022-01-01' }), source('other', { asOf: '2019-01-01' })]
      await ledger.add({ sources: newer }, on('2024-01-02'))
      const another = source('list', { asOf: '2023-01-01' })
      await ledger.add({ sources: [another] }, on('2024-01-03', 'ana'))
      assert.deepEqual((await ledger.fetch([{ kind: 'visit' }])).sources, newer)
      assert.deepEqual(
        (await ledger.fetch([{ kind: 'visit' }], { knownOn: '2024-01-01' })).sources,
        sources.slice(0, 2),
      )
    },

  'names are found by any of their words, whatever the case and accents': async (ledger) => {
    const names = [
      { id: 'person:raul-castro', label: 'Raúl Castro', aliases: ['Raul Castro Ruz'] },
      { id: 'person:fidel-castro', label: 'Fidel Castro', aliases: [] },
      { id: 'roll:R1', label: 'A/RES/1(I)', aliases: ['the partition of Ruritania'], day: '1947-11-29' },
    ]
    await ledger.add({ names }, on('2024-01-01', 'pack/one'))
    await ledger.add({ names: [{ id: 'person:raul-castro', label: 'R. Castro', aliases: [] }] }, on('2024-01-02'))
    const raul = { ...names[0], aliases: ['Raul Castro Ruz', 'R. Castro'] }
    const table: [string[], unknown[]][] = [
      [['raul castro'], [raul]],
      [['Castro'], [names[1], raul]],
      [['RUZ'], [raul]],
      [['Raúl'], []],
      [['Partition of Ruritania', 'nothing'], [names[2]]],
      [['a/res/1 (I)'], [names[2]]],
      [['Ruritania'], []],
      [[''], []],
      [[], []],
    ]
    for (const [keys, expected] of table) assert.deepEqual(await ledger.lookupNames(keys), expected, keys.join())
    assert.deepEqual(await ledger.allNames(), [names[1], raul, names[2]])
    assert.deepEqual(await ledger.allNames({ knownOn: '2024-01-01' }), [names[1], names[0], names[2]])
    assert.deepEqual(await ledger.lookupNames(['Ruz'], { knownOn: '2024-01-01' }), [names[0]])
    assert.deepEqual(await ledger.lookupNames(['Ruz'], { knownOn: '2023-12-31' }), [])
  },

  'a document filed with better particulars is shown with these, and may be withdrawn': async (ledger) => {
    await ledger.add({ document: { id: 'doc:1', text: 'x' } }, on('2024-01-01'))
    await ledger.add({ document: { id: 'doc:1', text: 'x', date: '2023-12-31' } }, on('2024-01-02'))
    assert.equal((await ledger.document('doc:1'))?.date, '2023-12-31')
    assert.equal((await ledger.summary()).documents, 1)
    await ledger.add({ document: { id: 'doc:0', text: 'y' } }, on('2024-01-02'))
    const listed = (await ledger.documents()).map(({ id, date }) => [id, date])
    assert.deepEqual(listed.sort(), [
      ['doc:0', undefined],
      ['doc:1', '2023-12-31'],
    ])
    assert.equal(await ledger.retract('doc:1', on('2024-01-03')), true)
    assert.equal(await ledger.document('doc:1'), undefined)
    const acts = (await ledger.history('doc:1')).map((entry) => entry.act)
    assert.deepEqual(acts, ['recorded', 'recorded', 'retracted', 'retracted'])
  },

  'judgements come with their kind, an author replaces his own, and what was withdrawn is gone': async (ledger) => {
    const same = judged('same', 'a', 'b')
    const doubt: NewJudgement = {
      is: 'lacks',
      kind: 'visit',
      list: 'list|visit|',
      from: '1950-01-01',
      to: '1950-12-31',
      tellings: ['a'],
      because: 'another tells it',
      by: 'rule',
    }
    await ledger.add({ judgements: [same, doubt] }, on('2024-01-01', 'ana'))
    const wordsOf = async (knownOn?: string) =>
      ((await ledger.fetch([{ kind: 'visit' }], { knownOn })).judgements ?? []).map((j) => `${j.is} ${j.by}`)
    assert.deepEqual(await wordsOf(), ['same ana', 'lacks rule'])
    assert.equal((await ledger.fetch([{ kind: 'meeting' }])).judgements, undefined)
    await ledger.add({ judgements: [judged('not-same', 'a', 'b')] }, on('2024-01-02', 'ana'))
    assert.deepEqual(await wordsOf(), ['lacks rule', 'not-same ana'])
    await ledger.add({ judgements: [judged('same', 'a', 'b', 'ben')] }, on('2024-01-03', 'ben'))
    assert.deepEqual(await wordsOf(), ['lacks rule', 'not-same ana', 'same ben'])
    const { judgements } = await ledger.fetch([{ kind: 'visit' }])
    assert.equal(await ledger.retract(judgements![0]!.id, on('2024-01-04', 'ana')), true)
    assert.deepEqual(await wordsOf(), ['not-same ana', 'same ben'])
    assert.deepEqual(await wordsOf('2024-01-01'), ['same ana', 'lacks rule'])
  },

  'the articles of a folder are filed and withdrawn as a whole': async (ledger) => {
    const by = (day: string) => on(day, 'releases/desk')
    const documents = ['doc:1', 'doc:2'].map((id) => ({ id, text: id }))
    const facts = documents.map(({ id }) => visit('a', 'ECU', '1950', { cite: { source: id, doc: id } }))
    await ledger.replace({ facts, documents }, by('2024-01-01'), { content: '1', stamp: '' })
    assert.deepEqual(
      (await ledger.documents()).map(({ id }) => id),
      ['doc:1', 'doc:2'],
    )
    const gone = await ledger.replace({}, by('2024-01-02'), { content: '2', stamp: '' })
    assert.equal(gone.retracted, 2)
    assert.deepEqual(await ledger.documents(), [])
  },

  'the summary counts what is in force': async (ledger) => {
    const facts = [
      visit('a', 'ECU'),
      visit('b', 'ECU', '1950', { standing: 'reported', cite: { source: 'doc:1' } }),
      told('meeting', { parties: ['person:a'] }),
      told('office', { person: 'person:a', state: 'state:ECU', step: 'left' }),
    ]
    const coverage = [covers('visit', {})]
    const { ids } = await ledger.add({ facts, coverage, sources: [source('list')] }, on('2024-01-01'))
    await ledger.retract(ids[3]!, on('2024-01-02'))
    const summary = await ledger.summary()
    assert.deepEqual(
      { ...summary, coverage: summary.coverage.length },
      {
        facts: 3,
        kinds: [
          { kind: 'meeting', facts: 1 },
          { kind: 'visit', facts: 2 },
        ],
        sources: [
          { source: 'doc:1', title: 'doc:1', facts: 1, kinds: [{ kind: 'visit', facts: 1 }] },
          {
            ...{ source: 'list', title: 'The list', facts: 2, asOf: '2020-12-31', viewpoint: source('list').viewpoint },
            kinds: [
              { kind: 'meeting', facts: 1 },
              { kind: 'visit', facts: 1 },
            ],
          },
        ],
        described: [source('list')],
        reported: 1,
        accepted: 0,
        rejected: 0,
        documents: 0,
        coverage: 1,
        lastRecorded: '2024-01-02T00:00:00.000Z',
        marks: [],
      },
    )
  },
})
