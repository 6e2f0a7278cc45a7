import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreementText } from '../../src/show/agreement.ts'
import { labels } from '../../src/show/en/label.ts'
import type { AgreementView } from '../../src/show/views/agreement.ts'

const sat = [{ seat: 'seat:X', from: '0000-01-01', to: '9999-12-31' }]
const year = (y: number, rolls: number, both: number, alike: number) => ({ year: y, rolls, both, alike })
const VIEW: AgreementView = {
  ...{ rolls: 20, both: 12, alike: 9, sources: ['list'], seats: { one: sat, other: sat } },
  table: [
    [7, 1, 0],
    [2, 2, 0],
    [0, 0, 0],
  ],
  years: [year(1950, 9, 6, 5), year(1951, 9, 6, 4), year(1954, 2, 0, 0)],
  compare: [{ id: 'group:all', label: 'all', definition: 'treaty', one: [year(1950, 0, 30, 15)], other: [] }],
}
const text = (view: AgreementView, byYear = false): string =>
  agreementText(view, ['state:ECU', 'state:PER'], {
    ...{ byYear, label: labels(new Map()), title: (id) => `The ${id}`, width: 80, strong: (s) => s },
  })

test('how two voted: the share with its counts, who chose what, others, and what is held', () =>
  assert.equal(
    text(VIEW, true),
    `Ecuador and Peru in the General Assembly

They chose alike in 9 of the 12 roll calls in which both took part (75.0 %).

                    Peru: yes  Peru: no  Peru: abstain
  Ecuador: yes              7         1              0
  Ecuador: no               2         2              0
  Ecuador: abstain          0         0              0

For comparison, alike with the members of:
  all: Ecuador 50.0 %, Peru –

  year  held  both  alike    share
  1950     9     6      5   83.3 %
  1951     9     6      4   66.7 %

Held here: 20 roll calls, 1950–1954, as The list tell. Absence is no choice.
None of: 1952–1953.
Fewer than 5 a year: 1954.
`,
  ))

test('who never sat, and of whom nothing is held, is said', () => {
  const none = { ...VIEW, both: 0, alike: 0 }
  assert.match(text({ ...none, seats: { one: [], other: sat } }), /Ecuador never sat in the General Assembly/)
  assert.match(text(none), /took part in none of the roll calls held here/)
  assert.match(text({ ...none, rolls: 0, years: [] }), /No roll calls of these years are held here/)
})
