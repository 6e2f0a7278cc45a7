import assert from 'node:assert/strict'
import type { Pattern } from '../../src/ask/snapshot.ts'
import { covers, holdsInEveryStore, on, source, told, visit, visitorsOf } from './stores.ts'

/** Facts: found, kept whole, known by a day, withdrawn, decided on. */
holdsInEveryStore({
  'a new ledger is empty': async (ledger) => {
    assert.deepEqual(await ledger.fetch([{ kind: 'visit' }]), { facts: [], coverage: [], sources: [] })
    const { facts, kinds, marks, lastRecorded } = await ledger.summary()
    assert.deepEqual({ facts, kinds, marks, lastRecorded }, { facts: 0, kinds: [], marks: [], lastRecorded: undefined })
  },

  'facts are found by kind and by what every listed role holds': async (ledger) => {
    const meeting = told('meeting', { parties: ['person:a', 'person:b'] }, '1951')
    const facts = [visit('a', 'ECU', '1950'), visit('b', 'ECU', '1951'), visit('a', 'ISR', '1952'), meeting]
    await ledger.add({ facts }, on('2024-01-01'))
    const table: [Partial<Pattern>, string][] = [
      [{}, 'a a b'],
      [{ roles: {} }, 'a a b'],
      [{ roles: { to: ['state:ECU'] } }, 'a b'],
      [{ roles: { to: ['state:ECU', 'state:ISR'] } }, 'a a b'],
      [{ roles: { to: ['state:ECU'], visitor: ['person:a'] } }, 'a'],
      [{ roles: { to: [] } }, ''],
      [{ roles: { place: ['place:quito'] } }, ''],
      [{ roles: { constructor: ['x'] } }, ''],
    ]
    for (const [pattern, expected] of table)
      assert.equal(await visitorsOf(ledger, pattern), expected, JSON.stringify(pattern))
    const met = await ledger.fetch([{ kind: 'meeting', roles: { parties: ['person:b'] } }])
    assert.deepEqual(met.facts[0]?.roles, meeting.roles)
    const twice = await ledger.fetch([{ kind: 'visit' }, { kind: 'visit', roles: { to: ['state:ECU'] } }])
    assert.equal(twice.facts.length, 3)
  },

  'a fact comes back with every word of its citation, so that its span can be opened': async (ledger) => {
    const text = 'Ana visited Ruritania in 1950.'
    const document = { id: 'doc:1', text, date: '1950-06-01', title: 'A visit', outlet: 'The Gazette' }
    const cite = {
      source: 'doc:1',
      doc: 'doc:1',
      start: 4,
      end: 21,
      quote: 'visited Ruritania',
      url: 'https://example.org/1',
    }
    const fact = visit('ana', 'ECU', '1950', { cite, standing: 'reported', speaker: 'The Gazette', note: 'once' })
    const { ids } = await ledger.add({ facts: [fact], document }, on('2024-01-01'))
    const [kept] = (await ledger.fetch([{ kind: 'visit' }])).facts
    assert.deepEqual(kept, { ...fact, id: ids[0] })
    const opened = await ledger.document(kept!.cite.doc!)
    assert.deepEqual(opened, document)
    assert.equal(opened!.text.slice(kept!.cite.start, kept!.cite.end), kept!.cite.quote)
    assert.equal(await ledger.document('doc:2'), undefined)
    assert.deepEqual(await ledger.fact(ids[0]!), kept)
    assert.equal(await ledger.fact('fact:none'), undefined)
  },

  'filing twice changes nothing': async (ledger) => {
    const batch = {
      facts: [
        visit('a', 'ECU'),
        visit('a', 'ECU'),
        told('relations', { between: ['state:A', 'state:B'], step: 'held' }),
      ],
      coverage: [covers('visit', { to: 'state:ECU' })],
      sources: [source('list')],
      names: [{ id: 'person:a', label: 'A. Able', aliases: [] }],
      document: { id: 'doc:1', text: 'x' },
    }
    const first = await ledger.add(batch, on('2024-01-01'))
    assert.deepEqual([first.added, first.unchanged, first.ids.length, first.facts.length], [2, 0, 2, 3])
    assert.equal(first.facts[0], first.facts[1])
    const before = [await ledger.summary(), await ledger.allNames(), await ledger.history(first.ids[0]!)]
    const again = await ledger.add(batch, on('2024-02-01'))
    assert.deepEqual([again.added, again.unchanged, again.ids], [0, 2, []])
    assert.deepEqual([await ledger.summary(), await ledger.allNames(), await ledger.history(first.ids[0]!)], before)
    const swapped = told('relations', { between: ['state:B', 'state:A'], step: 'held' })
    assert.equal((await ledger.add({ facts: [swapped] }, on('2024-02-01'))).added, 0)
  },

  'one word of difference is another telling': async (ledger) => {
    const facts = [
      visit('a', 'ECU', '1950'),
      visit('a', 'ECU', '1950-03'),
      visit('a', 'ECU', '1950', { telling: 'no' }),
    ]
    const other = visit('a', 'ECU', '1950', { cite: { source: 'other' } })
    assert.equal((await ledger.add({ facts: [...facts, other] }, on('2024-01-01'))).added, 4)
  },

  'known-on gives what had been recorded by the end of a day, or by an instant': async (ledger) => {
    await ledger.add({ facts: [visit('a', 'ECU')] }, on('2024-01-01T12:00:00Z'))
    const { ids } = await ledger.add({ facts: [visit('b', 'ECU')] }, on('2024-01-02T12:00:00Z'))
    await ledger.retract(ids[0]!, on('2024-01-04T12:00:00Z'))
    const table: [string | undefined, string][] = [
      ['2023-12-31', ''],
      ['2024-01-01T11:59:59Z', ''],
      ['2024-01-01T12:00:00Z', 'a'],
      ['2024-01-01', 'a'],
      ['2024-01-02T14:00:00+02:00', 'a b'],
      ['2024-01-03', 'a b'],
      ['2024-01-04T12:00:00Z', 'a'],
      [undefined, 'a'],
    ]
    for (const [knownOn, expected] of table) assert.equal(await visitorsOf(ledger, {}, knownOn), expected, knownOn)
    for (const wrong of ['yesterday', '2024-02-30', '2024-02-30T00:00:00Z', '2024-01-01T25:00:00Z', ''])
      await assert.rejects(ledger.fetch([{ kind: 'visit' }], { knownOn: wrong }), { code: 'incorrect' }, wrong)
  },

  'the clock never runs back: a late entry does not change what was known': async (ledger) => {
    await ledger.add({ facts: [visit('a', 'ECU')] }, on('2024-05-01'))
    const late = await ledger.add({ facts: [visit('b', 'ECU')] }, on('2024-01-01'))
    assert.equal(late.recordedAt, '2024-05-01T00:00:00.000Z')
    assert.equal(await visitorsOf(ledger, {}, '2024-02-01'), '')
    await assert.rejects(ledger.add({ facts: [visit('c', 'ECU')] }, on('soon')), { code: 'incorrect' })
    assert.equal(await visitorsOf(ledger), 'a b')
  },

  'a withdrawn fact may be told again; its history keeps every entry': async (ledger) => {
    const facts = [visit('a', 'ECU')]
    const { ids } = await ledger.add({ facts }, on('2024-01-01'))
    assert.equal(await ledger.retract(ids[0]!, { ...on('2024-01-02', 'ana'), note: 'wrong person' }), true)
    assert.equal(await ledger.retract(ids[0]!, on('2024-01-03')), false)
    assert.equal(await visitorsOf(ledger), '')
    assert.equal((await ledger.add({ facts }, on('2024-01-04'))).added, 1)
    assert.equal(await visitorsOf(ledger), 'a')
    assert.deepEqual(await ledger.history(ids[0]!), [
      { at: '2024-01-01T00:00:00.000Z', by: 'desk', act: 'recorded' },
      { at: '2024-01-02T00:00:00.000Z', by: 'ana', act: 'retracted', note: 'wrong person' },
      { at: '2024-01-04T00:00:00.000Z', by: 'desk', act: 'recorded' },
    ])
  },

  'a report that a person accepts counts as evidence from then on; a rejected fact is hidden; the last decision stands':
    async (ledger) => {
      const facts = [visit('r', 'ECU', '1950', { standing: 'reported' }), visit('d', 'ECU')]
      const [report, datum] = (await ledger.add({ facts }, on('2024-01-01'))).ids
      await ledger.decide(report!, 'accept', on('2024-01-02', 'ana'))
      await ledger.decide(datum!, 'accept', on('2024-01-02', 'ana'))
      await ledger.decide(report!, 'reject', on('2024-01-03', 'ben'))
      await ledger.decide(report!, 'accept', on('2024-01-04', 'ana'))
      await ledger.decide(datum!, 'reject', on('2024-01-05', 'ana'))
      const table: [string, string][] = [
        ['2024-01-01', 'd r'],
        ['2024-01-02', 'd r+'],
        ['2024-01-03', 'd'],
        ['2024-01-04', 'd r+'],
        ['2024-01-05', 'r+'],
      ]
      for (const [knownOn, expected] of table) assert.equal(await visitorsOf(ledger, {}, knownOn), expected, knownOn)
      const acts = (await ledger.history(report!)).map(({ act, by }) => `${act} ${by}`)
      assert.deepEqual(acts, ['recorded desk', 'accepted ana', 'rejected ben', 'accepted ana'])
      assert.equal((await ledger.fact(report!))?.standing, 'accepted')
      const { reported, accepted, rejected } = await ledger.summary()
      assert.deepEqual({ reported, accepted, rejected }, { reported: 1, accepted: 1, rejected: 1 })
    },

  'what the ledger does not have is not found': async (ledger) => {
    await assert.rejects(ledger.retract('fact:none', on('2024-01-01')), { code: 'not-found', at: 'fact:none' })
    await assert.rejects(ledger.decide('fact:none', 'accept', on('2024-01-01')), { code: 'not-found' })
    await assert.rejects(ledger.history('fact:none'), { code: 'not-found' })
    await ledger.add({ document: { id: 'doc:1', text: 'x' } }, on('2024-01-01'))
    await assert.rejects(ledger.decide('doc:1', 'accept', on('2024-01-01')), { code: 'not-found' })
  },

  'text is kept to the last code unit, however odd': async (ledger) => {
    const odd = [
      'a\u0000b',
      '\ud83d',
      '\udc00x',
      '🇪🇨',
      'e\u0301',
      '\ufeffBOM\r\n',
      "'; DROP TABLE record; --",
      '__proto__',
    ]
    for (const text of odd) {
      const id = `doc:${text}`
      const topic = told('agreement', { between: ['state:A'], step: 'signed', topic: text }, '1950', { note: text })
      const { ids } = await ledger.add({ document: { id, text, title: text }, facts: [topic] }, on('2024-01-01', text))
      assert.deepEqual((await ledger.document(id))?.text, text)
      assert.deepEqual(await ledger.fact(ids[0]!), { ...topic, id: ids[0] })
    }
    assert.equal(
      (await ledger.fetch([{ kind: 'agreement', roles: { between: ['state:A'] } }])).facts.length,
      odd.length,
    )
  },

  'many writers at once: each entry is kept once': async (ledger) => {
    const batches = Array.from({ length: 20 }, (_, i) => ({ facts: [visit(`v${i % 10}`, 'ECU')] }))
    const done = await Promise.all(batches.map((batch) => ledger.add(batch, on('2024-01-01'))))
    assert.equal(
      done.reduce((sum, d) => sum + d.added, 0),
      10,
    )
    assert.equal((await ledger.summary()).facts, 10)
  },

  'what is handed out is not the record itself': async (ledger) => {
    const fact = told('meeting', { parties: ['person:a', 'person:b'] })
    await ledger.add({ facts: [fact] }, on('2024-01-01'))
    ;(fact.roles.parties as string[]).push('person:c')
    const [kept] = (await ledger.fetch([{ kind: 'meeting' }])).facts
    assert.deepEqual(kept?.roles.parties, ['person:a', 'person:b'])
  },
})
