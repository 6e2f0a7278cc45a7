import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read, toRow } from '../../src/read/index.ts'

/** Rows of a sentence in an article of 12 May 2022: kind, roles, time, and the modality where it is not plain. */
function rowsOf(text: string): string[] {
  return read({ id: 'doc:told', text, date: '2022-05-12' }).claims.map((claim) => {
    const { kind, roles, when, modality } = toRow(claim) as unknown as Record<string, string>
    const list = Object.entries(roles as unknown as Record<string, string | string[]>)
      .filter(([role]) => role !== 'topic' && role !== 'title' && role !== 'about' && role !== 'from')
      .map(([role, v]) => `${role}=${[v].flat().join('+')}`)
    const how = modality === 'happened' || modality === 'holds' ? '' : modality
    return [kind, ...list, when ?? '', how].filter(Boolean).join(' ')
  })
}

const TABLE: readonly (readonly [string, ...string[]])[] = [
  // What was voted, aimed at or is under way has not happened.
  ['Britain voted to leave the European Union.', 'membership state=GBR body=European Union step=left planned'],
  ['Togo is in the process of leaving the African Union.', 'membership state=TGO body=African Union step=left planned'],
  ['The idea of leaving NATO was raised by Togo.', 'membership state=TGO body=NATO step=left proposed'],
  [
    'They met with the goal of ousting President Ana Ruiz of Peru.',
    'office person=Ana Ruiz state=PER step=left proposed',
  ],
  [
    'The vote to remove President Ana Ruiz of Peru from office failed.',
    'office person=Ana Ruiz state=PER step=left denied',
  ],
  // Who is asked for a resignation would resign, not who asks.
  [
    'President Tarja Halonen of Finland met Foreign Minister John Hall and asked John for his resignation.',
    'meeting parties=Tarja Halonen+John Hall',
  ],
  ['President Anna Tamm asked Prime Minister Peter Maurer of Chile for his resignation.'],
  // Whom one joins in an act is no body that one enters, and both do it.
  [
    'France will join NATO in condemning the attack.',
    'remark speaker=FRA stance=criticise planned',
    'remark speaker=NATO stance=criticise planned',
  ],
  [
    'The United Kingdom joined the United States in imposing sanctions on Mali.',
    'sanction by=GBR target=MLI what=sanctions step=imposed',
    'sanction by=USA target=MLI what=sanctions step=imposed',
  ],
  [
    'On Wednesday Togo became the tenth state to sign the Mine Ban Treaty.',
    'agreement between=TGO step=signed 2022-05-11',
    'agreement between=TGO step=signed',
  ],
  // What is done in a place that one travels to is done then; a time may only begin.
  [
    'Prime Minister Helen Clark will travel on 23 June to Peru, where she will meet President Ana Ruiz.',
    'visit visitor=Helen Clark to=PER 2022-06-23 planned',
    'meeting parties=Helen Clark+Ana Ruiz place=PER 2022-06-23 planned',
  ],
  [
    'Prime Minister Helen Clark will travel to Peru starting 23 June.',
    'visit visitor=Helen Clark to=PER 2022-06-23/ planned',
  ],
  // Who leads her state's delegation stands for it.
  [
    'Foreign Minister Ana Ruiz of Chile will lead the Chilean delegation to the Chile-Peru Strategic Dialogue.',
    'meeting parties=Ana Ruiz+PER planned',
  ],
  ['France joined NATO in 1949.', 'membership state=FRA body=NATO step=joined 1949'],
  // A month before a name is a given name; a full stop after a month is the sentence's.
  ['Dutch Prime Minister Jan Peter Balkenende visited Kenya.', 'visit visitor=Jan Peter Balkenende to=KEN'],
  ['In June President Tarja Halonen visited Kenya.', 'visit visitor=Tarja Halonen to=KEN 2021-06'],
  ['On 4 June Prime Minister Helen Clark visited Peru.', 'visit visitor=Helen Clark to=PER 2021-06-04'],
  [
    'Prime Minister Helen Clark met President Ana Ruiz of Kenya in March.',
    'meeting parties=Helen Clark+Ana Ruiz 2022-03',
  ],
  // The sign of a resolution is whole; bodies do not vote.
  [
    'Chad voted for resolution ES-11/1 on 2 March 2022.',
    'vote voter=TCD roll=resolution ES-11/1 choice=yes 2022-03-02',
  ],
  ['Chad abstained on A/RES/217(III)A.', 'vote voter=TCD roll=A/RES/217(III)A choice=abstain'],
  ['The United Nations and Togo voted against the draft.', 'vote voter=TGO roll=draft choice=no'],
  ['NATO abstained on resolution 68/262.'],
  // What is important is said; what it is important to do is urged.
  [
    'President Tarja Halonen underscored the importance of the alliance with Peru.',
    'remark speaker=Tarja Halonen stance=say',
  ],
  [
    'President Tarja Halonen underscored the importance of rebuilding the port.',
    'remark speaker=Tarja Halonen stance=urge',
  ],
  [
    'President Tarja Halonen and Prime Minister Helen Clark agreed on the need for a truce.',
    'remark speaker=Tarja Halonen stance=urge',
    'remark speaker=Helen Clark stance=urge',
  ],
  ['Prime Minister Helen Clark spoke out against the blockade.', 'remark speaker=Helen Clark stance=criticise'],
  // Who answers for what is told.
  ['According to Prime Minister Helen Clark, the harvest was poor.', 'remark speaker=Helen Clark stance=say'],
  ['According to Reuters, the harvest was poor.'],
  [
    'In a letter, Prime Minister Helen Clark justified the closure: "The port of Apia was unsafe for all ships that call there."',
    'remark speaker=Helen Clark stance=say',
  ],
  // A deed called brutal is criticised by who calls it so, and nobody calls his own so.
  [
    'President Ana Ruiz of Peru spoke. Norwegian Foreign Minister Anna Tamm said that President Ruiz’s unprovoked war had ruined harvests.',
    'remark speaker=Anna Tamm stance=say',
    'remark speaker=Anna Tamm stance=criticise',
  ],
  ['Chad’s brutal war went on.'],
]

for (const [text, ...rows] of TABLE) test(text, () => assert.deepEqual(rowsOf(text), rows))
