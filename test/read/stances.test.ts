import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read, toRow } from '../../src/read/index.ts'

/** Remarks of an article of 12 May 2022: speaker, stance, voice. */
function remarksOf(text: string): string[] {
  const rows = read({ id: 'doc:stances', text, date: '2022-05-12' }).claims.map((c) => toRow(c))
  return rows
    .filter((r) => r.kind === 'remark')
    .map(({ roles, voice }) => `${roles.speaker} ${roles.stance} ${voice}`)
    .sort()
}

const TABLE: readonly (readonly [string, ...string[]])[] = [
  // Those whom a talk brings together speak as "they", "both", "the two leaders".
  [
    'President Tarja Halonen of Finland spoke today with Prime Minister Helen Clark of New Zealand. They condemned the attack on Togo.',
    'Helen Clark criticise reported',
    'Tarja Halonen criticise reported',
  ],
  [
    'President Tarja Halonen of Finland met with Prime Minister Helen Clark of New Zealand. Both urged Togo to open the border.',
    'Helen Clark urge reported',
    'Tarja Halonen urge reported',
  ],
  [
    'President Tarja Halonen of Finland held talks with Prime Minister Helen Clark of New Zealand. The two leaders urged Togo to open the border.',
    'Helen Clark urge reported',
    'Tarja Halonen urge reported',
  ],
  // A release whose author says "I" is the author's; where nobody says so, its state's.
  [
    'Ana Ruiz, Minister of Foreign Affairs of Chile\n\nI thank Peru for its help. We urge Togo to open the border.',
    'Ana Ruiz thank narrator',
    'Ana Ruiz urge narrator',
  ],
  [
    'Ana Ruiz, Minister of Foreign Affairs of Chile\n\nWe thank Peru for its help. We urge Togo to open the border.',
    'CHL thank narrator',
    'CHL urge narrator',
  ],
  // What a release's own voice praises or refuses needs no state beside it.
  [
    'Ministry of Foreign Affairs of Chile\n\nWe utterly reject their presence in Togo. We call upon Togo to apologise.',
    'CHL criticise narrator',
    'CHL urge narrator',
  ],
  ['Chile will recognise Palestine as a state.'],
  // What a release calls another state, and what it says that one does, is its stance.
  [
    'Ministry of Foreign Affairs of Chile\n\nPeru is a champion of human rights in our region. We thank Peru. The regime in Togo has committed atrocities. It is vital that Togo open the border.',
    'CHL accuse narrator',
    'CHL praise narrator',
    'CHL thank narrator',
    'CHL urge narrator',
  ],
  [
    'Ministry of Foreign Affairs of Chile\n\nOur officials will talk with Peru on how to prevent atrocities in Togo and Peru.',
  ],
  // A colon hands over to the subject of its sentence; a verb of saying may stand before its subject.
  [
    'President Ana Ruiz of Chile opposed the plan: "The proposal that Peru has made is a dangerous mistake for us all." Peru and Chile are neighbours.',
    'Ana Ruiz criticise quoted',
  ],
  // Thanks that one wants to give are given; what is said in quotation marks is quoted.
  ['"I want to thank Peru for its help," said President Ana Ruiz of Chile.', 'Ana Ruiz thank quoted'],
  [
    'President Ana Ruiz of Chile said in a statement: "The decision in Peru concerns us all, and Chile will watch it."',
    'Ana Ruiz criticise quoted',
  ],
  ['President Ana Ruiz of Chile reaffirmed her readiness to talk to Peru.', 'Ana Ruiz offer reported'],
  // A name right after the verb that follows a quotation said it; a statement is its owner's.
  ['"We must all learn from this war," wrote Ana Ruiz, president of Chile, on Monday.', 'Ana Ruiz urge quoted'],
  ['Chile released a statement which said, "Peru must open the border with Chile at once."', 'CHL urge quoted'],
  // An official's "we" in quotation marks, and her state there, is she.
  ['"We urge Peru to open the border," said President Ana Ruiz of Chile.', 'Ana Ruiz urge quoted'],
  ['"Chile thanks Peru for its help," said President Ana Ruiz of Chile.', 'Ana Ruiz thank quoted'],
  // What officials will attend, what a notice asks of the press, and who suffers an attack take no stance.
  [
    'Ministry of Foreign Affairs of Chile\n\nThe delegation will meet in Peru. Our minister will meet hers in Peru on Friday. Media from Peru must register by noon.',
  ],
  ['Ministry of Foreign Affairs of Chile\n\nTogo faces brutal attacks, as we know. We will be in Togo.'],
  [
    'President Ana Ruiz of Chile left Peru. Speaking to Prime Minister Helen Clark of New Zealand, she condemned the attack on Peru.',
    'Ana Ruiz criticise reported',
  ],
  ['The support that Chile has shown Togo is long gone.'],
]

for (const [text, ...want] of TABLE)
  test(`stances: ${text.slice(0, 90)}`, () => assert.deepEqual(remarksOf(text), want))
