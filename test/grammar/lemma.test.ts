import assert from 'node:assert/strict'
import { test } from 'node:test'
import { verbBase } from '../../src/grammar/stems.ts'

const BASES: [tag: string, pairs: string][] = [
  [
    'VBD',
    `expelled expel|travelled travel|paid pay|bought buy|crippled cripple|signalled signal|lied lie|ceded cede|swore swear|overthrew overthrow
     shelled shell|patrolled patrol|compiled compile|fled flee|probed probe|convened convene|deplored deplore|freed free|seized seize
     recalled recall|boycotted boycott|vetoed veto|rebuilt rebuild|waged wage|barred bar|sited site|scrapped scrap|scraped scrape|allied ally
     hosted host|invaded invade|raided raid|aided aid|negotiated negotiate|treated treat|agreed agree|annexed annex|visited visit|invited invite
     declared declare|appeared appear|acquired acquire|repaired repair|referred refer|offered offer|died die|denied deny|killed kill|trafficked traffic
     discussed discuss|bombed bomb|urged urge|prolonged prolong|exchanged exchange|settled settle|met meet|outbid outbid`,
  ],
  [
    'VBG',
    `dying die|signing sign|sharing share|stopping stop|ceding cede|travelling travel|telling tell|making make|seeing see|agreeing agree|using use
     studying study|meeting meet|planning plan|hoping hope|visiting visit|condemning condemn|calling call|controlling control`,
  ],
  ['VBZ', 'denies deny|dies die|vetoes veto|crosses cross|reaches reach|taxes tax|makes make|visits visit|uses use'],
]

test('verbs lose their endings by the rules of spelling', () => {
  for (const [tag, pairs] of BASES)
    for (const pair of pairs.trim().split(/\||\n\s*/)) {
      const [form, base] = pair.split(' ') as [string, string]
      assert.equal(verbBase(form, tag, () => false) ?? form, base)
    }
})

test('a verb met before decides between two bases', () => {
  assert.equal(
    verbBase('scoped', 'VBD', (verb) => verb === 'scope'),
    'scope',
  )
})

test('what is no verb form in letters has no base', () => {
  for (const form of ["'s", 'x2', ''])
    assert.equal(
      verbBase(form, 'VBZ', () => false),
      undefined,
    )
})
