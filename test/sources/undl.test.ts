import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { folderFiles, memoryFiles } from '../../src/sources/files.ts'
import type { Told } from '../../src/sources/source.ts'
import { symbolIn, undl } from '../../src/sources/undl.ts'

const tell = (text: string): Told => undl.tell(undl.recognise(memoryFiles('m', { 'x/undl-votes.csv': text }))!)
const said = (told: Told) =>
  told.ballots.map((b) => `${b.roll.slice(5)} ${b.when}: ${b.votes.map(([v, c]) => `${v.slice(5)} ${c}`).join(', ')}`)
const kinds = (told: Told) => told.findings.map((f) => f.kind)

const WIDE =
  'id,Council,Date,Title,Resolution,CHN,CZE,RUS,SRB,THA,TOTAL VOTES,NO-VOTE COUNT,ABSTAIN COUNT,NO COUNT,YES COUNT,Link,token\n'
const LONG =
  'undl_id,ms_code,ms_name,ms_vote,date,session,resolution,title,total_yes,total_no,total_abstentions,total_non_voting,undl_link\n'

describe('voting data of the United Nations Digital Library', () => {
  test('a row a resolution: codes of today stand for those who sat then', () => {
    const told = tell(
      `${WIDE}1,General Assembly,1947-11-29,"Future of X : resolution / adopted",A/RES/181(II)[A],ABSTAIN,YES,YES,ABSTAIN,,5.0,1.0,2.0,0.0,2.0,https://x/1,671195\n` +
        '2,Security Council,1947-11-29,Y,S/RES/1(1947),YES,,,,,,,,,,,\n' +
        '3,General Assembly,2010-01-05,Z,A/RES/64/1,YES,YES,NO,PERHAPS,YES,5,0,1,1,3,https://x/3,3\n',
    )
    assert.deepEqual(said(told), [
      'A-RES-181(II) 1947-11-29: CHN abstain, CSK yes, RUS yes, YUG abstain',
      'A-RES-64-1 2010-01-05: CHN yes, CZE yes, RUS no, THA yes',
    ])
    assert.deepEqual(told.ballots[0]?.stated, { yes: 2, no: 0, abstain: 2 })
    assert.deepEqual(kinds(told), ['unknown-choice', 'does-not-cross-foot'])
    assert.deepEqual(told.names[0], {
      id: 'roll:A-RES-181(II)',
      label: 'A/RES/181(II): Future of X',
      aliases: told.names[0]!.aliases,
      day: '1947-11-29',
    })
    assert.deepEqual([told.sources[0]?.asOf, undl.licence.exports], ['2010-01-05', false])
  })

  test('a row a vote', () => {
    const row = (code: string, vote: string) =>
      `9,${code},A name,${vote},1975-11-10,30,A/RES/3379(XXX),Racism,1,1,1,1,https://x/9\n`
    const told = tell(LONG + row('SUN', 'Y') + row('ISR', 'N') + row('YUG', 'A') + row('ROU', 'X') + row('XXX', 'Y'))
    assert.deepEqual(said(told), ['A-RES-3379(XXX) 1975-11-10: ISR no, ROU absent, RUS yes, YUG abstain'])
    assert.deepEqual(told.ballots[0]?.stated, { yes: 1, no: 1, abstain: 1, absent: 1 })
    assert.deepEqual(kinds(told), ['unknown-voter'])
  })

  const SYMBOLS: [string, string | undefined][] = [
    ['A/RES/181(II)[A]', '181(II)'],
    ['A/RES/217(III)[A]', '217(III)A'],
    ['A/RES/74/7', '74/7'],
    ['A/RES/38/73[B]', '38/73B'],
    ['A/RES/ES-10/23', 'ES-10/23'],
    ['S/RES/242(1967)', undefined],
    ['', undefined],
  ]
  for (const [text, symbol] of SYMBOLS)
    test(`${text || 'nothing'} is ${symbol ?? 'no symbol'}`, () => assert.equal(symbolIn(text), symbol))

  test('another layout and an empty one are refused', () => {
    assert.throws(() => tell('a,b\n1,2\n'), { code: 'incorrect', message: /expected the columns Council/ })
    assert.throws(() => tell(LONG), { code: 'incorrect', message: /no vote on a resolution/ })
  })

  test('the real row: partition, by state', (t) => {
    const shared = process.env.CHANCERY_SHARED ?? join(import.meta.dirname, '../../../shared')
    const folder = join(shared, 'data/unga/UN-terms-do-not-ship')
    if (!existsSync(folder)) return t.skip('no shared data')
    const told = undl.tell(undl.recognise(folderFiles(folder))!)
    assert.deepEqual(kinds(told), [])
    assert.equal(told.ballots[0]?.roll, 'roll:A-RES-181(II)')
    assert.equal(told.ballots[0]?.votes.length, 56)
    assert.deepEqual(told.ballots[0]?.stated, { yes: 33, no: 13, abstain: 10 })
  })
})
