import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { folderFiles, memoryFiles } from '../../src/sources/files.ts'
import { readPack } from '../../src/sources/packs.ts'
import type { Told } from '../../src/sources/source.ts'
import { starterFolder } from '../../src/sources/starter.ts'
import { isOnAPart, type RollCall, roman } from '../../src/sources/unga/resolutions.ts'
import { ungaVotes } from '../../src/sources/unga.ts'

const tell = (contents: Record<string, string | Uint8Array>): Told => {
  const files = ungaVotes.recognise(memoryFiles('m', contents))
  assert.ok(files, 'recognised')
  return ungaVotes.tell(files)
}

const CALLS_HEADER = 'rcid,session,importantvote,date,unres,amend,para,short,descr'
const votes = (rcid: number, ...said: string[]) => said.map((v) => `${rcid},${v}\n`).join('')
const VOTES_HEADER = 'rcid,country,country_code,vote\n'
const said = (told: Told) =>
  told.ballots.map((b) => `${b.roll.slice(5)} ${b.when}: ${b.votes.map(([v, c]) => `${v.slice(5)} ${c}`).join(', ')}`)
const kinds = (told: Told) => told.findings.map((f) => f.kind)

describe('UN roll calls', () => {
  test('are told by seat, to the month where the day is not to be believed', () => {
    const told = tell({
      'x/unvotes.csv':
        VOTES_HEADER +
        votes(77, 'Taiwan,TW,abstain', 'Belarus,BY,yes', 'Yemen Arab Republic,NA,no', 'Russia,RU,yes') +
        votes(5549, 'China,CN,yes', 'Yugoslavia,YU,no', 'Namibia,NA,abstain'),
      'x/roll_calls.csv': `${CALLS_HEADER}\n77,2,0,1947-11-06,R/2/1424,0,0,PALESTINE,PARTITION\n5549,72,0,2017-11-01,A/RES/72/4,NA,NA,"CUBA, EMBARGO",NA\n`,
    })
    assert.deepEqual(said(told), [
      'unga-2-77 1947-11: BLR yes, CHN abstain, RUS yes, YEM no',
      'A-RES-72-4 2017-11-01: CHN yes, NAM abstain, SRB no',
    ])
    assert.deepEqual(kinds(told), [])
    assert.deepEqual(
      told.names.map((n) => [n.label, n.day]),
      [
        ['General Assembly roll call 2/77: PALESTINE', '1947-11'],
        ['A/RES/72/4: CUBA, EMBARGO', '2017-11-01'],
      ],
    )
    assert.equal(told.sources[0]?.asOf, '2017-11-01')
    assert.deepEqual(
      told.coverage.map((c) => [c.grade, c.from, c.to]),
      [['complete-but', '1947-11-01', '2017-11-01']],
    )
    assert.equal(told.rows, 9)
  })

  const RESOLUTIONS: [session: number, unres: string, amend: string, para: string, expected: string][] = [
    [2, 'R/2/181', '0', '0', 'unga-2-1'],
    [30, 'R/30/3379', '0', '0', 'A-RES-3379(XXX)'],
    [30, 'R/30/3586', '0', '0', 'unga-30-1'],
    [26, 'R/26/2758G', '0', '0', 'unga-26-1'],
    [29, 'R/30/3379', '0', '0', 'unga-29-1'],
    [47, 'R/47/19', 'NA', 'NA', 'A-RES-47-19'],
    [52, 'R/52/38B', 'NA', 'NA', 'A-RES-52-38B'],
    [33, 'R/33/429', '0', '0', 'unga-33-1'],
    [70, 'R/70/33', 'NA', '1', 'unga-70-1'],
    [70, 'R/70/33', '1', '0', 'unga-70-1'],
    [71, 'A/RES/71/5', 'NA', 'NA', 'A-RES-71-5'],
    [34, 'ESS/6/2', '0', '0', 'A-RES-ES-6-2'],
    [11, 'ESS/1/71A', '0', '0', 'unga-11-1'],
    [33, 'SS/9/2', '0', '0', 'A-RES-S-9-2'],
    [18, 'SS/4/23A', '0', '0', 'unga-18-1'],
    [40, '', '0', '0', 'unga-40-1'],
  ]
  for (const [session, unres, amend, para, expected] of RESOLUTIONS)
    test(`session ${session}, ${unres || 'nothing'}${amend === '1' || para === '1' ? ', a part' : ''} is ${expected}`, () => {
      const calls = `${CALLS_HEADER}\n1,${session},0,1960-12-03,${unres},${amend},${para},NA,NA\n`
      const told = tell({ 'un_votes.csv': VOTES_HEADER + votes(1, 'France,FR,yes'), 'un_roll_calls.csv': calls })
      assert.equal(told.ballots[0]?.roll, `roll:${expected}`)
    })

  const PARTS: [descr: string, part: boolean][] = [
    ['TO ADOPT OPERATIVE PARAGRAPH 1 OF THE DRAFT RESOLUTION (A/1473)', true],
    ['TO ADOPT OPERATIVE PARAG. 2 OF DRAFT RESOL. (A/6965)', true],
    ['TO ADOPT A CUBAN AMENDMENT TO THE UK PROPOSAL', true],
    ['TO DELETE THE WORDS "THE POSSIBILITY OF" IN OPERATIVE PARAG. 1', true],
    ['TO ADOPT WHOLE 1ST COMM. DRAFT RESOL., AS VARIOUSLY AMENDED BY PROPOSALS', false],
    ['TO ADOPT 3RD COMM. DRAFT RESOL. A (A/777): THE UK PROPOSAL DELETING ARTICLE III AS PARAGRAPH 2', false],
    ['TO ADOPT 2ND COMMITTEE DRAFT RESOLUTION (A/5344), INCORPORATING THE 13-POWER AMENDMENT', false],
  ]
  for (const [descr, part] of PARTS)
    test(`${part ? 'on a part' : 'on the whole'}: ${descr}`, () => assert.equal(isOnAPart({ descr } as RollCall), part))

  test('of several votes on one resolution none is taken for its adoption', () => {
    const calls = `${CALLS_HEADER}\n1,64,0,2010-09-07,R/64/296,NA,NA,GEORGIA,NA\n2,64,0,2010-09-07,R/64/296,NA,NA,NA,NA\n`
    const told = tell({
      'un_votes.csv': VOTES_HEADER + votes(1, 'France,FR,yes') + votes(2, 'France,FR,no'),
      'un_roll_calls.csv': calls,
    })
    assert.deepEqual(
      told.ballots.map((b) => b.roll),
      ['roll:unga-64-1', 'roll:unga-64-2'],
    )
    assert.deepEqual(kinds(told), ['several-votes-on-a-resolution'])
  })

  test('a release of the Dataverse: numbers for states and choices, totals that are footed, in tabs', () => {
    const header =
      'rcid\tccode\tmember\tvote\tCountry\tsession\tdate\tunres\tyes\tno\tabstain\tamend\tpara\tshort\tdescr'
    const row = (ccode: number, vote: number, country: string, yes = 2) =>
      `9101\t${ccode}\t1\t${vote}\t${country}\t76\t2021-12-06\tA/RES/76/25\t${yes}\t1\t1\tNA\tNA\tNA\tDISARMAMENT\n`
    const rows =
      row(2, 3, 'USA') +
      row(365, 1, 'RUS') +
      row(710, 2, 'CHN') +
      row(900, 1, 'AUL') +
      row(345, 8, 'YUG') +
      row(511, 9, 'ZAN')
    const told = tell({ 'UNVotes-1.tab': `${header}\n${rows}` })
    assert.deepEqual(said(told), ['A-RES-76-25 2021-12-06: AUS yes, CHN abstain, RUS yes, SRB absent, USA no'])
    assert.deepEqual(told.ballots[0]?.stated, { yes: 2, no: 1, abstain: 1 })
    assert.deepEqual(kinds(told), [])
    const partial = tell({ 'UNVotes.tab': `${header}\n${row(2, 1, 'USA', 3)}` })
    assert.deepEqual(kinds(partial), ['does-not-cross-foot', 'does-not-cross-foot', 'does-not-cross-foot'])
  })

  test('what is doubtful is a finding, and the rest is told', () => {
    const told = tell({
      'un_votes.csv':
        VOTES_HEADER +
        votes(
          1,
          'France,FR,yes',
          'Atlantis,XX,yes',
          'Taiwan,TW,no',
          'China,CN,yes',
          'Italy,IT,perhaps',
          'Spain,ES,NA',
        ) +
        votes(2, 'France,FR,yes') +
        '1,France\n' +
        votes(1, 'Syria,SY,no'),
      'un_roll_calls.csv': `${CALLS_HEADER}\n1,15,0,1960-12-14,R/15/1,0,0,NA,NA\n3,15,0,1960-12-14,R/15/2,0,0,NA,NA\n`,
    })
    assert.deepEqual(said(told), ['unga-15-1 1960-12: CHN no, FRA yes, SYR no'])
    assert.deepEqual(kinds(told).sort(), [
      'not-a-member',
      'odd-row',
      'roll-call-without-votes',
      'unknown-choice',
      'unknown-roll-call',
      'unknown-voter',
      'voter-twice',
    ])
  })

  const CALLS = `${CALLS_HEADER}\n1,64,0,2010-09-07,R/64/296,NA,NA,GEORGIA,NA\n`
  const BAD: [string, Record<string, string | Uint8Array>, RegExp][] = [
    ['no description', { 'un_votes.csv': VOTES_HEADER + votes(1, 'France,FR,yes') }, /put roll_calls\.csv/],
    [
      'another layout',
      { 'un_votes.csv': 'id,state,choice\n1,France,yes\n', 'un_roll_calls.csv': CALLS },
      /expected the columns rcid, vote/,
    ],
    ['a file of something else', { 'un_votes.csv': CALLS, 'un_roll_calls.csv': CALLS }, /missing are vote/],
    [
      'cut',
      { 'un_votes.csv': `${VOTES_HEADER}1,France,FR,yes\n1,Ita`, 'un_roll_calls.csv': CALLS },
      /ends within the row/,
    ],
    [
      'of two releases',
      { 'un_votes.csv': VOTES_HEADER + votes(9, 'France,FR,yes'), 'un_roll_calls.csv': CALLS },
      /both files of one release/,
    ],
  ]
  for (const [name, contents, message] of BAD)
    test(`${name}: refused`, () => assert.throws(() => tell(contents), { code: 'incorrect', message }))

  test('numerals', () => assert.deepEqual([1, 4, 9, 14, 30].map(roman), ['I', 'IV', 'IX', 'XIV', 'XXX']))

  test('the real file', async (t) => {
    const shared = process.env.CHANCERY_SHARED ?? join(import.meta.dirname, '../../../shared')
    if (!existsSync(join(shared, 'data/unga'))) return t.skip('no shared data')
    const files = ungaVotes.recognise(folderFiles(join(shared, 'data')))!
    const told = ungaVotes.tell(files)
    assert.equal(told.ballots.length, 6203)
    assert.equal(
      told.ballots.reduce((sum, b) => sum + b.votes.length, 0),
      870_109,
    )
    assert.equal(new Set(told.ballots.map((b) => b.roll)).size, 6203)
    await t.test('partition is of November 1947, with the votes that the starter pack has from it', () => {
      const partition = told.ballots.find((b) => b.roll === 'roll:A-RES-181(II)')!
      assert.equal(partition.when, '1947-11')
      assert.equal(partition.locator, 'rcid 77')
      const pack = readPack(join(starterFolder()!, 'palestine-partition')).facts.filter(
        (f) => f.kind === 'vote' && f.cite.source === 'unvotes',
      )
      assert.deepEqual(
        partition.votes.map(([voter, choice]) => `${voter} ${choice}`),
        pack.map((f) => `${f.roles.voter} ${f.roles.choice}`).sort(),
      )
    })
    await t.test('votes whose day and totals are known elsewhere', () => {
      const known: [string, string][] = [
        ['273(III)', '1949-05'],
        ['377(V)A', '1950-11'],
        ['1514(XV)', '1960-12'],
        ['3379(XXX)', '1975-11'],
        ['37-9', '1982-11'],
        ['47-19', '1992-11'],
        ['53-4', '1998-10'],
        ['57-11', '2002-11'],
        ['58-7', '2003-11-04'],
        ['68-262', '2014-03-27'],
        ['74-7', '2019-11-07'],
      ]
      const whens = new Map(told.ballots.map((b) => [b.roll, b.when]))
      assert.deepEqual(
        known.map(([symbol]) => [symbol, whens.get(`roll:A-RES-${symbol}`)]),
        known,
      )
    })
    await t.test(
      'early resolutions are found by month and totals, also where the vote on an amended whole bears its mark',
      () => {
        const found = new Map(told.ballots.map((b) => [b.roll, b.locator]))
        const early = { '194(III)': 131, '195(III)': 134, '217(III)A': 127, '386(V)': 255, '1761(XVII)': 811 }
        for (const [symbol, rcid] of Object.entries({
          ...early,
          '1803(XVII)': 832,
          '2145(XXI)': 926,
          '2758(XXVI)': 1190,
        }))
          assert.equal(found.get(`roll:A-RES-${symbol}`), `rcid ${rcid}`)
        const lacking = told.findings.filter((f) => f.kind === 'roll-call-not-told').map((f) => f.message.split(' ')[0])
        assert.deepEqual(lacking, ['A/RES/112(II)', 'A/RES/376(V)'])
        const names = told.names.find((n) => n.id === 'roll:A-RES-217(III)A')?.aliases ?? []
        assert.ok(names.includes('resolution 217A (III)') && names.includes('resolution 217'))
      },
    )
    await t.test('a roll call is whole where the Yearbook states its totals, or where every member has a vote', () => {
      const whole = told.ballots.filter((b) => b.stated)
      assert.equal(whole.length, 178)
      assert.equal(whole.filter((b) => b.footing?.startsWith('the Yearbook')).length, 23)
      const partition = told.ballots.find((b) => b.roll === 'roll:A-RES-181(II)')!
      assert.deepEqual(partition.stated, { yes: 33, no: 13, abstain: 10 })
    })
    await t.test('Ecuador and Israel: 5,492 common roll calls, 1,874 alike', () => {
      const pairs = told.ballots.flatMap((b) => {
        const by = new Map(b.votes)
        return by.has('seat:ECU') && by.has('seat:ISR') ? [by.get('seat:ECU') === by.get('seat:ISR')] : []
      })
      assert.deepEqual([pairs.length, pairs.filter(Boolean).length], [5492, 1874])
    })
    await t.test('Namibia is not who has no code; Yugoslavia and Serbia are two seats', () => {
      const on = (roll: string) => new Map(told.ballots.find((b) => b.roll === roll)?.votes)
      assert.ok(!on('roll:A-RES-181(II)').has('seat:NAM'))
      assert.ok(on('roll:A-RES-181(II)').has('seat:YUG') && !on('roll:A-RES-181(II)').has('seat:SRB'))
      assert.ok(on('roll:A-RES-68-262').has('seat:SRB') === false && on('roll:A-RES-74-7').has('seat:SRB'))
      assert.deepEqual([...new Set(told.findings.map((f) => f.kind))].sort(), [
        'not-a-member',
        'roll-call-not-told',
        'several-votes-on-a-resolution',
      ])
    })
  })
})
