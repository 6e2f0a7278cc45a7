import assert from 'node:assert/strict'
import type { Pattern } from '../../src/ask/snapshot.ts'
import type { Ledger } from '../../src/keep/port.ts'
import type { Ballot } from '../../src/model/ballot.ts'
import { holdsInEveryStore, on, source, told } from './stores.ts'

const ballot = (roll: string, votes: string, more: Partial<Ballot> = {}): Ballot => ({
  roll: `roll:${roll}`,
  when: '1947-11',
  source: 'list',
  locator: `row ${roll}`,
  votes: votes.split(' ').map((v) => [`seat:${v.slice(0, 3)}`, CHOICES[v[3]!]!] as const),
  ...more,
})
const CHOICES: Record<string, string> = { '+': 'yes', '-': 'no', '0': 'abstain', x: 'absent' }
const SIGNS = Object.fromEntries(Object.entries(CHOICES).map(([sign, choice]) => [choice, sign]))

/** Votes that match, in one line: `A:ECU+ B:ISR-`. */
async function votes(ledger: Ledger, roles: Pattern['roles'] = {}, knownOn?: string): Promise<string> {
  const { facts } = await ledger.fetch([{ kind: 'vote', roles }], { knownOn })
  const name = (value: unknown) => String(value).split(':')[1]
  return facts
    .map((f) => `${name(f.roles.roll)}:${name(f.roles.voter)}${SIGNS[String(f.roles.choice)]}`)
    .sort()
    .join(' ')
}

const A = ballot('A', 'ECU+ ISR- EGY0 THAx')
const B = ballot('B', 'ECU- ISR-')
const meta = (day: string) => on(day, 'pull/list')
const mark = (content: string) => ({ content, stamp: '' })
const idOf = async (ledger: Ledger, roll: string, voter: string) =>
  (await ledger.fetch([{ kind: 'vote', roles: { roll: [`roll:${roll}`], voter: [`seat:${voter}`] } }])).facts[0]!.id

/** Roll calls kept packed: each vote is a fact as any other. */
holdsInEveryStore({
  'votes are found by roll call, by voter, by choice, by several and in all': async (ledger) => {
    const added = await ledger.add({ sources: [source('list')], ballots: [A, B] }, meta('2024-01-01'))
    assert.deepEqual([added.added, added.unchanged, added.ids.length], [6, 0, 0])
    const table: [Pattern['roles'], string][] = [
      [{}, 'A:ECU+ A:EGY0 A:ISR- A:THAx B:ECU- B:ISR-'],
      [{ roll: ['roll:B'] }, 'B:ECU- B:ISR-'],
      [{ voter: ['seat:ECU', 'state:ECU'] }, 'A:ECU+ B:ECU-'],
      [{ choice: ['no', 'absent'] }, 'A:ISR- A:THAx B:ECU- B:ISR-'],
      [{ roll: ['roll:A', 'roll:B', 'roll:A'], voter: ['seat:ISR', 'seat:ISR'] }, 'A:ISR- B:ISR-'],
      [{ roll: ['roll:C'] }, ''],
      [{ voter: ['seat:FRA'] }, ''],
      [{ place: ['x'] }, ''],
      [{ constructor: ['x'] }, ''],
    ]
    for (const [roles, expected] of table) assert.equal(await votes(ledger, roles), expected, JSON.stringify(roles))
    const { facts, sources } = await ledger.fetch([{ kind: 'vote', roles: { voter: ['seat:EGY'] } }, { kind: 'vote' }])
    assert.deepEqual(
      facts.map((f) => f.id),
      facts.map((f) => f.id).toSorted(),
    )
    assert.deepEqual(
      sources.map((s) => s.id),
      ['list'],
    )
    const egypt = facts.find((f) => f.roles.voter === 'seat:EGY')!
    assert.deepEqual(egypt, {
      id: egypt.id,
      kind: 'vote',
      roles: { roll: 'roll:A', voter: 'seat:EGY', choice: 'abstain' },
      when: '1947-11',
      telling: 'yes',
      modality: 'happened',
      standing: 'data',
      cite: { source: 'list', locator: 'row A' },
    })
    assert.deepEqual(await ledger.fact(egypt.id), egypt)
    assert.equal(await ledger.fact(`${egypt.id.slice(0, -1)}g`), undefined)
  },

  'they are counted, and told again they are unchanged': async (ledger) => {
    await ledger.replace({ sources: [source('list')], ballots: [A, B] }, meta('2024-01-01'), mark('1'))
    const again = await ledger.replace({ sources: [source('list')], ballots: [B, A] }, meta('2024-01-02'), mark('2'))
    assert.deepEqual([again.added, again.unchanged, again.retracted], [0, 6, 0])
    const { facts, kinds, sources } = await ledger.summary()
    assert.deepEqual([facts, kinds, sources[0]?.facts], [6, [{ kind: 'vote', facts: 6 }], 6])
  },

  'a corrected ballot changes what differs alone, and the earlier state stays answerable': async (ledger) => {
    await ledger.replace({ ballots: [A, B] }, meta('2024-01-01'), mark('1'))
    const [before, kept] = [await idOf(ledger, 'A', 'ISR'), await idOf(ledger, 'A', 'ECU')]
    const corrected = ballot('A', 'ECU+ ISR+ THAx', { when: '1947-11-29' })
    const done = await ledger.replace({ ballots: [corrected] }, meta('2024-02-01'), mark('2'))
    assert.deepEqual([done.added, done.unchanged, done.retracted], [1, 2, 4])
    assert.equal(await votes(ledger), 'A:ECU+ A:ISR+ A:THAx')
    assert.equal(await votes(ledger, {}, '2024-01-15'), 'A:ECU+ A:EGY0 A:ISR- A:THAx B:ECU- B:ISR-')
    assert.equal(await votes(ledger, {}, '2023-01-15'), '')
    assert.equal(await idOf(ledger, 'A', 'ECU'), kept)
    assert.equal((await ledger.fact(kept))?.when, '1947-11-29')
    const acts = async (id: string) => (await ledger.history(id)).map((e) => `${e.at.slice(0, 10)} ${e.act}`)
    assert.deepEqual(await acts(before), ['2024-01-01 recorded', '2024-02-01 retracted'])
    assert.deepEqual(await acts(kept), ['2024-01-01 recorded'])
    const changes = await ledger.changes('pull/list')
    const said = (list: { roles: Record<string, unknown> }[] = []) =>
      list.map((f) => `${f.roles.roll} ${f.roles.voter} ${f.roles.choice}`).sort()
    assert.deepEqual(said(changes?.filed), ['roll:A seat:ISR yes'])
    assert.deepEqual(said(changes?.withdrawn), [
      'roll:A seat:EGY abstain',
      'roll:A seat:ISR no',
      'roll:B seat:ECU no',
      'roll:B seat:ISR no',
    ])
    assert.equal((await ledger.summary()).facts, 3)
  },

  'one vote is rejected and accepted again, across corrections of its ballot': async (ledger) => {
    await ledger.replace({ ballots: [A] }, meta('2024-01-01'), mark('1'))
    const id = await idOf(ledger, 'A', 'ISR')
    await ledger.decide(id, 'reject', on('2024-01-02'))
    assert.equal(await votes(ledger), 'A:ECU+ A:EGY0 A:THAx')
    await ledger.replace({ ballots: [ballot('A', 'ECU+ ISR- EGY0')] }, meta('2024-01-03'), mark('2'))
    assert.equal(await votes(ledger), 'A:ECU+ A:EGY0')
    assert.equal(await votes(ledger, {}, '2024-01-01'), 'A:ECU+ A:EGY0 A:ISR- A:THAx')
    const { facts, rejected } = await ledger.summary()
    assert.deepEqual([facts, rejected], [3, 1])
    await ledger.decide(id, 'accept', on('2024-01-04'))
    assert.equal(await votes(ledger), 'A:ECU+ A:EGY0 A:ISR-')
    assert.deepEqual(
      (await ledger.history(id)).map((e) => e.act),
      ['recorded', 'rejected', 'accepted'],
    )
    assert.equal((await ledger.summary()).accepted, 1)
    assert.equal((await ledger.ballots()).columns.length, 1)
  },

  'one vote is withdrawn, and stays so however it is told again': async (ledger) => {
    await ledger.replace({ ballots: [A] }, meta('2024-01-01'), mark('1'))
    const id = await idOf(ledger, 'A', 'ISR')
    assert.equal(await ledger.retract(id, on('2024-01-02')), true)
    assert.equal(await ledger.retract(id, on('2024-01-02')), false)
    assert.equal(await votes(ledger), 'A:ECU+ A:EGY0 A:THAx')
    await ledger.replace({ ballots: [ballot('A', 'ECU+ ISR- EGY-')] }, meta('2024-01-03'), mark('2'))
    assert.equal(await votes(ledger), 'A:ECU+ A:EGY-')
    assert.equal(await votes(ledger, {}, '2024-01-01'), 'A:ECU+ A:EGY0 A:ISR- A:THAx')
    assert.deepEqual(
      (await ledger.history(id)).map((e) => e.act),
      ['recorded', 'retracted'],
    )
    assert.equal((await ledger.fact(id))?.roles.choice, 'no')
    assert.equal((await ledger.summary()).facts, 2)
    await assert.rejects(ledger.retract(`${id.slice(0, -3)}zzz`, on('2024-01-04')), { code: 'not-found' })
  },

  'a choice whose votes come to its stated total is complete by count': async (ledger) => {
    const stated = ballot('A', 'ECU+ ISR- EGY0', { stated: { yes: 1, no: 1, abstain: 2 } })
    await ledger.add({ sources: [source('list')], ballots: [stated, B] }, meta('2024-01-01'))
    const cover = async (roles: Pattern['roles']) => (await ledger.fetch([{ kind: 'vote', roles }])).coverage
    const [found, ...none] = await cover({ roll: ['roll:A', 'roll:B'] })
    assert.deepEqual(none, [])
    assert.deepEqual(
      [found?.roles, found?.from, found?.to, found?.grade],
      [{ roll: 'roll:A', choice: ['yes', 'no'] }, '1947-11-01', '1947-11-30', 'complete'],
    )
    assert.deepEqual(await cover({ roll: ['roll:A'], choice: ['abstain'] }), [])
    assert.deepEqual(await cover({ voter: ['seat:ECU'] }), [])
    assert.equal(await ledger.retract(found!.id, on('2024-01-02')), true)
    assert.deepEqual(await cover({ roll: ['roll:A'] }), [])
    assert.equal(
      (await ledger.fetch([{ kind: 'vote', roles: { roll: ['roll:A'] } }], { knownOn: '2024-01-01' })).coverage.length,
      1,
    )
  },

  'all in a table, a byte a vote': async (ledger) => {
    await ledger.add({ ballots: [{ ...B, when: '1948' }, A] }, meta('2024-01-01'))
    const { voters, columns, choices, names } = await ledger.ballots()
    assert.deepEqual(
      columns.map((c) => c.roll),
      ['roll:A', 'roll:B'],
    )
    const row = (voter: string) => {
      const n = voters.indexOf(voter)
      return [...choices.subarray(n * 2, n * 2 + 2)].map((c) => names[c - 1] ?? '')
    }
    assert.deepEqual(
      [row('seat:ECU'), row('seat:THA')],
      [
        ['yes', 'no'],
        ['absent', ''],
      ],
    )
    assert.equal((await ledger.ballots({ knownOn: '2023-01-01' })).columns.length, 0)
  },

  'a vote that is told singly and in a ballot of the same source is one telling, also where it is rejected': async (
    ledger,
  ) => {
    const single = told('vote', { roll: 'roll:A', voter: 'seat:ISR', choice: 'no' }, '1947-11', {
      cite: { source: 'list', locator: 'row A', url: 'https://example.org/a' },
    })
    const { ids } = await ledger.add({ facts: [single], ballots: [A] }, meta('2024-01-01'))
    assert.equal(await votes(ledger, { roll: ['roll:A'] }), 'A:ECU+ A:EGY0 A:ISR- A:THAx')
    assert.equal(await votes(ledger, { voter: ['seat:ISR'] }), 'A:ISR-')
    await ledger.decide(ids[0]!, 'reject', on('2024-01-02'))
    assert.equal(await votes(ledger, { roll: ['roll:A'] }), 'A:ECU+ A:EGY0 A:THAx')
  },

  'a voter who stands twice, or a choice that is none, is refused whole': async (ledger) => {
    for (const votes of ['ECU+ ECU-', 'ISR- ECU+ ISR-'])
      await assert.rejects(ledger.add({ ballots: [B, ballot('A', votes)] }, meta('2024-01-01')), { code: 'incorrect' })
    const odd = { ...A, votes: [['seat:ECU', 'perhaps']] as const }
    await assert.rejects(ledger.add({ ballots: [odd] }, meta('2024-01-01')), { code: 'incorrect' })
    assert.equal(await votes(ledger), '')
  },

  'what is no vote has no history': async (ledger) => {
    await ledger.add({ ballots: [A] }, meta('2024-01-01'))
    for (const id of ['fact:0', 'fact:', 'coverage:0', 'x']) {
      await assert.rejects(ledger.history(id), { code: 'not-found' })
      await assert.rejects(ledger.decide(id, 'reject', on('2024-01-02')), { code: 'not-found' })
    }
  },
})
