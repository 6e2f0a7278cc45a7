import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { gistsOf, says } from '../../scripts/scoring/gist.ts'
import { read } from '../../src/read/index.ts'

/** What sentences of the kind that newspapers and releases print are read as; `~`: nothing that a checker would take. */
const WORDINGS: readonly (readonly [string, string])[] = [
  ['This year, Chile and Kenya celebrate 55 years of diplomatic relations.', 'relations.years between=CHL,KEN n=55'],
  [
    'Peru and the Kingdom of Norway have enjoyed 120 years of unbroken diplomatic relations.',
    'relations.years between=PER,NOR n=120',
  ],
  [
    'The ministers noted the 50-year anniversary on May 4 of diplomatic relations between Peru and Norway.',
    'relations.years between=PER,NOR n=50',
  ],
  [
    'In the 30 years since Peru and Norway established diplomatic relations, trade has grown.',
    'relations.years between=PER,NOR n=30',
  ],
  [
    'The talks come as Peru and Norway mark the 40th anniversary of diplomatic relations.',
    'relations.years between=PER,NOR n=40',
  ],
  [
    'Kenyan President William Ruto came to mark 60 years of diplomatic relations with Chile.',
    'relations.years between=KEN,CHL n=60',
  ],
  ['In Peru, the minister spoke of Norway and of the 40th anniversary of diplomatic relations.', '~'],
  [
    'This is the first time in nearly 40 years that a secretary of state has visited Fiji.',
    'visit.first visitor=secretary of state to=FJI',
  ],
  ['It is the second time that a U.S. president has visited Laos.', 'visit.count visitor=president of USA to=LAO n=2'],
  ['This is the first time that Antony Blinken has visited Fiji.', '~'],
  ['It was the first time Norway hosted the summit since 1994.', '~'],
  ['Peru was the first country in the world to recognise Kenya.', 'relations.first between=PER,KEN step=recognised'],
  ['The convention was the first treaty ratified by every member of the African Union.', '~'],
  ['The council adopted a resolution to expel Norway from the Arctic Council.', '~'],
  ['Peru and Norway were alone in voting against the resolution on Kenya.', 'vote.only voter=PER,NOR choice=no'],
  ['Peru alone abstained on the resolution on Kenya.', 'vote.only voter=PER choice=abstain'],
  ['Ana Ruiz was succeeded by Juan Mora as president of Peru.', 'office.first person=Mora state=PER'],
  ['Ana Ruiz preceded Juan Mora as president of Peru.', 'office.first person=Mora state=PER'],
  [
    'Minister Retno Marsudi will embark on her first trip to Fiji on Monday.',
    'visit visitor=Marsudi to=FJI mod=planned',
  ],
]

describe('wordings', () => {
  for (const [text, cell] of WORDINGS)
    test(text, () => {
      const { claims } = read({ id: 'doc:wording', text, date: '2022-02-09' })
      const taken = claims.filter((c) => c.kind !== 'remark' && !c.unread && !c.mentioned && c.modality !== 'proposed')
      const gists = gistsOf(cell)
      const told = taken.map((c) => `${c.kind}.${c.is} “${c.quote}”`).join('; ')
      for (const gist of gists)
        assert.ok(
          taken.some((c) => says(c, gist)),
          `${cell}: ${told}`,
        )
      if (!gists.length) assert.deepEqual(taken, [], told)
    })
})
