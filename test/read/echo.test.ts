import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read, toRow } from '../../src/read/index.ts'

const told = (text: string): string[] =>
  read({ id: 'doc:echo', text, date: '2022-05-12' }).claims.map((claim) => {
    const { kind, roles, when, modality } = toRow(claim) as {
      kind: string
      roles: Record<string, unknown>
      when?: string
      modality: string
    }
    return [kind, ...Object.values(roles), when ?? '', modality].map(String).join(' ')
  })

/** Pro-verbs tell the act before them of somebody else, with their own time and modality. */
const CASES: readonly (readonly [string, readonly string[]])[] = [
  [
    'Chile signed the treaty in 1990; Peru followed suit in 1995, and Ghana did so in 1996.',
    [
      'agreement CHL treaty signed 1990 happened',
      'agreement PER treaty signed 1995 happened',
      'agreement GHA treaty signed 1996 happened',
    ],
  ],
  [
    'Kazakhstan joined the World Trade Organization in 2015. Uzbekistan did so in 2020.',
    [
      'membership KAZ World Trade Organization joined 2015 happened',
      'membership UZB World Trade Organization joined 2020 happened',
    ],
  ],
  [
    'President Ana Ruiz visited Togo in 2010, as did King Harald of Norway in 2012.',
    ['visit Ana Ruiz TGO 2010 happened', 'visit Harald NOR TGO 2012 happened'],
  ],
  [
    'Peru established relations with Israel in 1950. Mexico did the same in 1952.',
    ['relations PER,ISR established 1950 happened', 'relations MEX,ISR established 1952 happened'],
  ],
  ['The minister did so well that the treaty was signed by Peru.', ['agreement PER treaty signed  happened']],
  ['Chile thanked the team. Peru did so too.', []],
]

for (const [text, expected] of CASES)
  test(text, () =>
    assert.deepEqual(
      told(text)
        .filter((t) => !t.startsWith('remark'))
        .toSorted(),
      expected.toSorted(),
    ),
  )
