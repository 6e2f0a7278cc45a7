import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  capitalOf,
  cityState,
  codeOf,
  demonyms,
  existed,
  labelOf,
  membersOf,
  occupant,
  predecessors,
  seatOf,
  spells,
  stateByCode,
  stateLabel,
  statesOfCapital,
  statesOn,
  successors,
} from '../../src/atlas/index.ts'

function same(title: string, rows: [() => unknown, unknown][]): void {
  describe(title, () => {
    for (const [run, expected] of rows)
      test(run.toString().replace('() => ', ''), () => assert.deepEqual(run(), expected))
  })
}

same('existence, by either list', [
  [() => existed('state:SUN', '1947-11-29'), true],
  [() => existed('state:SUN', '2022-01-01'), false],
  [() => existed('state:ISR', '1948-05-13'), false],
  [() => existed('state:ISR', '1948-05-14'), true],
  [() => existed('state:JOR', '1946-04-01', 'cow'), true],
  [() => existed('state:JOR', '1946-04-01', 'gw'), false],
  [() => existed('state:VAT', '2000-01-01', 'cow'), false],
  [() => existed('state:VAT', '2000-01-01'), true],
  [
    () => spells('state:NLD', 'cow').map((s) => `${s.from}/${s.to} ${s.code} ${s.number}`),
    ['1816-01-01/1940-07-14 NTH 210', '1945-06-26/9999-12-31 NTH 210'],
  ],
  [() => spells('state:none'), []],
])

same('labels and codes', [
  [() => stateLabel('state:MMR'), 'Myanmar'],
  [() => stateLabel('state:KOR'), 'Republic of Korea'],
  [() => stateLabel('state:KOR', 'short'), 'South Korea'],
  [() => labelOf('state:MMR', '1960-01-01'), 'Burma'],
  [() => labelOf('state:TWN', '1947-11-29'), 'Republic of China'],
  [() => labelOf('state:SCG', '2000-01-01'), 'Yugoslavia'],
  [() => labelOf('state:ECU', '1960-01-01'), 'Ecuador'],
  [() => labelOf('body:nato'), 'NATO'],
  [() => labelOf('place:hong-kong'), 'Hong Kong'],
  [() => codeOf('state:ECU'), 'ECU'],
  [() => codeOf('state:two-sicilies'), 'Two Sicilies'],
  [() => codeOf('state:SCG', '2000-01-01'), 'YUG'],
  [() => codeOf('state:SCG', '2004-01-01'), 'SCG'],
  [() => demonyms('state:DNK'), ['Danish', 'Dane']],
])

same('codes of lists by day', [
  [() => stateByCode('cow', '365', '1960-01-01'), 'state:SUN'],
  [() => stateByCode('cow', '365', '2010-01-01'), 'state:RUS'],
  [() => stateByCode('gw', 'RUS', '1900-01-01'), 'state:russian-empire'],
  [() => stateByCode('cow', 'AUS', '2000-01-01'), 'state:AUT'],
  [() => stateByCode('cow', '345', '2010-01-01'), 'state:SRB'],
  [() => stateByCode('cow', '260'), 'state:DEU'],
  [() => stateByCode('cow', 'ISR', '1900-01-01'), undefined],
  [() => statesOn('2024-01-01', 'cow').length, 195],
  [() => statesOn('1816-06-01', 'cow').length, 23],
])

same('succession', [
  [() => predecessors('state:CZE'), ['state:CSK']],
  [() => successors('state:CSK'), ['state:CZE', 'state:SVK']],
  [() => successors('state:SCG'), ['state:MNE', 'state:SRB']],
  [() => successors('state:ECU'), []],
])

same('capitals and cities', [
  [() => capitalOf('state:DEU', '1970-01-01'), 'Bonn'],
  [() => capitalOf('state:DEU'), 'Berlin'],
  [() => capitalOf('state:MMR', '2000-01-01'), 'Rangoon'],
  [() => capitalOf('state:BOL'), 'Sucre'],
  [() => capitalOf('state:SGP'), 'Singapore'],
  [() => capitalOf('state:none'), undefined],
  [() => statesOfCapital('Moscow', '1970-01-01'), ['state:SUN']],
  [() => statesOfCapital('Peking', '1960-01-01'), ['state:CHN']],
  [() => statesOfCapital('Geneva'), []],
  [() => cityState('Geneva'), 'state:CHE'],
  [() => cityState('New York'), 'state:USA'],
  [() => cityState('Washington, D.C.'), 'state:USA'],
  [() => cityState('São Paulo'), 'state:BRA'],
  [() => cityState('Jerusalem'), undefined],
  [() => cityState('Hargeisa'), undefined],
  [() => cityState('Kharkiv', '1960-01-01'), 'state:SUN'],
  [() => cityState('Nowhere'), undefined],
])

same('seats of the United Nations', [
  [() => occupant('seat:CHN', '1971-10-24'), 'state:TWN'],
  [() => occupant('seat:CHN', '1971-10-25'), 'state:CHN'],
  [() => seatOf('state:TWN', '1947-11-29'), 'seat:CHN'],
  [() => seatOf('state:TWN', '2000-01-01'), undefined],
  [() => occupant('seat:RUS', '1947-11-29'), 'state:SUN'],
  [() => occupant('seat:SUN', '2000-01-01'), 'state:RUS'],
  [() => occupant('seat:SYR', '1960-01-01'), undefined],
  [() => occupant('seat:EGY', '1960-01-01'), 'state:EGY'],
  [() => occupant('seat:CSK', '1993-01-01'), undefined],
  [() => occupant('seat:DEU', '1972-01-01'), undefined],
  [() => occupant('seat:DDR', '1980-01-01'), 'state:DDR'],
  [() => occupant('seat:YUG', '1995-01-01'), undefined],
  [() => occupant('seat:SRB', '2003-01-01'), 'state:SCG'],
  [() => occupant('seat:IDN', '1966-01-01'), undefined],
  [() => occupant('seat:ECU'), 'state:ECU'],
])

same('members on a day', [
  [() => membersOf('body:united-nations', '1945-12-31')?.length, 51],
  [() => membersOf('body:united-nations', '1947-11-29')?.length, 57],
  [() => membersOf('body:united-nations')?.length, 193],
  [() => membersOf('body:nato', '1950-01-01')?.length, 12],
  [() => membersOf('body:nato', '2025-01-01')?.length, 32],
  [() => membersOf('body:european-union', '2019-01-01')?.length, 28],
  [() => membersOf('body:european-union', '2021-01-01')?.length, 27],
  [() => membersOf('group:baltic-states', '1970-01-01'), []],
  [() => membersOf('group:nowhere'), undefined],
])
