import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parquetReadObjects } from 'hyparquet'
import type { Claim, Document, Filler } from '../../../src/model/claim.ts'
import { KINDS } from '../../../src/model/kinds/index.ts'
import { rootOf } from '../../../src/show/files/cameo.ts'
import { csvHead, csvLine, parquetOf, TABLES } from '../../../src/show/files/index.ts'

const DOC: Document = { id: 'doc:1', text: '…', date: '2022-05-12' }
const READER = { version: 'test' }
const state = (code: string): Filler => ({ is: 'entity', id: `state:${code}`, label: code })
const person = (name: string, office?: string): Filler => ({
  ...{ is: 'entity', id: `person:${name}`, label: name },
  ...(office && { as: office }),
})
const words = (label: string): Filler => ({ is: 'words', label })
const list = (...of: Filler[]): Filler => ({ is: 'list', of: of as Extract<Filler, { is: 'list' }>['of'] })
const claim = (kind: Claim['kind'], roles: Claim['roles'], more: Partial<Claim> = {}): Claim => ({
  ...{ id: 'claim:1', kind, is: 'so', roles, modality: 'happened', voice: 'narrator' },
  ...{ span: { start: 0, end: 5 }, quote: 'a "b",\nc', rules: ['r'] },
  ...more,
})

describe('one flat row a claim', () => {
  const given = claim('visit', { visitor: person('x', 'office:president/ECU'), to: state('ISR') }, { when: '2022-05' })
  const [row] = TABLES.claims.rows(DOC, [given], READER)

  test('every column is there, and every cell has a column', () => {
    assert.deepEqual(Object.keys(row!).sort(), [...TABLES.claims.columns].sort())
  })
  test('what the text leaves open is null, not empty', () => {
    assert.deepEqual([row!.role_to, row!.role_place, row!.count_least, row!.when], ['ISR', null, null, '2022-05'])
  })
  test('CSV quotes what holds a quote, a comma or a line break', () => {
    const columns = ['kind', 'quote', 'role_place']
    assert.equal(csvHead(columns) + csvLine(columns, row!), 'kind,quote,role_place\nvisit,"a ""b"",\nc",\n')
  })
  test('Parquet gives back the same rows', async () => {
    const bytes = await parquetOf(TABLES.claims.columns, [row!])
    const file = bytes.buffer as ArrayBuffer
    assert.deepEqual(await parquetReadObjects({ file }), [row])
  })
})

describe('events between states', () => {
  const pairs = (...claims: Claim[]) =>
    TABLES.events.rows(DOC, claims, READER).map((r) => `${r.source_state}>${r.target_state} ${r.cameo} ${r.plover}`)
  const visit = (more: Partial<Claim> = {}) =>
    claim('visit', { visitor: person('x', 'office:president/ECU'), to: state('ISR') }, more)

  const TABLE: [string, Claim[], string[]][] = [
    ['a visit goes from the visitor’s state', [visit()], ['ECU>ISR 4 CONSULT']],
    ['a planned one is an intent', [visit({ modality: 'planned' })], ['ECU>ISR 3 AGREE']],
    ['one called off is no event', [visit({ modality: 'cancelled' })], []],
    ['nor one denied', [visit({ modality: 'denied' })], []],
    ['nor a count of visits', [visit({ is: 'count' })], []],
    ['a visitor of no known state gives none', [claim('visit', { visitor: person('y'), to: state('ISR') })], []],
    [
      'a person known by office elsewhere in the article has that state',
      [visit(), claim('meeting', { parties: list(person('x'), state('CUB')) })],
      ['ECU>ISR 4 CONSULT', 'ECU>CUB 4 CONSULT', 'CUB>ECU 4 CONSULT'],
    ],
    [
      'an envoy is expelled by the host',
      [claim('envoy', { person: person('z'), sender: state('RUS'), host: state('FRA'), step: words('expelled') })],
      ['FRA>RUS 16 SANCTION'],
    ],
    [
      'sanctions that are planned are a threat',
      [claim('sanction', { by: state('USA'), target: state('IRN'), step: words('imposed') }, { modality: 'planned' })],
      ['USA>IRN 13 THREATEN'],
    ],
    [
      'a statement has no PLOVER type',
      [claim('remark', { speaker: state('USA'), stance: words('say'), about: list(state('IRN')) })],
      ['USA>IRN 1 null'],
    ],
  ]
  for (const [name, claims, expected] of TABLE) test(name, () => assert.deepEqual(pairs(...claims), expected))

  test('every step that changes something has a root; what only holds has none', () => {
    const STATES = new Set(['held', 'friendly', 'strained', 'moved', 'exists', 'serving', 'left'])
    const wrong = (['relations', 'agreement', 'mission', 'envoy', 'aid', 'sanction'] as const).flatMap((kind) =>
      KINDS[kind].roles.step.values.filter(
        (step) => (rootOf(claim(kind, { step: words(step) })) === undefined) !== STATES.has(step),
      ),
    )
    assert.deepEqual(wrong, [])
  })
})
