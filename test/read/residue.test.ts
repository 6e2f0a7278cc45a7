import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { read } from '../../src/read/index.ts'

const weights = existsSync(new URL('../../src/grammar/en/weights.bin', import.meta.url))

/** Told plainly: what is left of the sentence changes nothing. */
const PLAIN = [
  'Ghana recognised Togo.',
  'Ghana severed diplomatic relations with Togo in 1982.',
  'Ghana joined the United Nations in 1957.',
  'Ghana never recognised Togo as a sovereign state.',
  'Ghana maintains diplomatic relations with Togo despite the dispute.',
  'Ghana still has diplomatic relations with Togo.',
  'Ghana established diplomatic relations with Togo in 1960 after two years of talks.',
  'Ghana opened an embassy in Togo in 1961.',
  'The Vatican established diplomatic relations with Ghana in 1976.',
  'Chancellor Olaf Scholz visited Senegal in May 2022.',
  'Chancellor Olaf Scholz visited Senegal until May 2022.',
  'Chancellor Olaf Scholz visited Senegal in May 2022 after decades in power.',
  'Chancellor Olaf Scholz visited Senegal to speak at a conference.',
  'Chancellor Olaf Scholz visited Senegal for talks with President Macky Sall.',
  'Chancellor Olaf Scholz visited Senegal because gas was scarce.',
  'Chancellor Olaf Scholz visited Senegal as part of a tour of Africa.',
  'Chancellor Olaf Scholz visited Senegal with a delegation of engineers.',
  'Chancellor Olaf Scholz, who was born in Osnabrück in 1958, visited Senegal in 2022.',
  'In 2022, Chancellor Olaf Scholz visited Senegal and Niger.',
  'President Olaf Scholz of Senegal visited Mali as president.',
  'Helen Clark was the last prime minister of New Zealand to visit Tonga.',
  'Helen Clark was the first sitting prime minister of New Zealand to visit Tonga.',
  'Prime Minister Helen Clark paid a visit to Tonga in 2009.',
  "Prime Minister Helen Clark's visit to Tonga began on 4 May 2009.",
  "Prime Minister Helen Clark's visit to Tonga took place in May 2009.",
  'There was a visit by Prime Minister Helen Clark to Tonga in 2009.',
  'Prime Minister Helen Clark declined to visit Tonga.',
  'More than 20 countries voted for the resolution.',
  'No country abstained on the resolution.',
]

/** The claim stands with the words that narrow it. */
const NARROWED: readonly (readonly [string, string])[] = [
  ['Helen Clark visited Tonga before Jenny Shipley did.', 'before Jenny Shipley did'],
  ['Ghana established diplomatic relations with Togo before Benin did.', 'before Benin did'],
  ['Ghana joined the United Nations before Togo.', 'before Togo'],
  ['Ghana joined the United Nations as a republic.', 'as a republic'],
  ['Helen Clark visited Tonga as a senator.', 'as a senator'],
  ['Helen Clark visited Tonga as governor of Texas.', 'as governor of Texas'],
  ['Helen Clark visited Tonga as president-elect.', 'as president-elect'],
  ['Helen Clark visited Tonga with Jenny Shipley.', 'with Jenny Shipley'],
  ['Helen Clark visited Tonga by ship.', 'by ship'],
  ['Ghana was admitted to the United Nations by acclamation.', 'by acclamation'],
  ['Ghana established diplomatic relations with Togo under President Kwame Nkrumah.', 'under President Kwame Nkrumah'],
  [
    'President Kwame Nkrumah met President Léopold Senghor as chairman of the African Union.',
    'as chairman of the African Union',
  ],
  ['President Kwame Nkrumah met President Léopold Senghor without interpreters.', 'without interpreters'],
  ['Chancellor Olaf Scholz visited Senegal instead of Mali.', 'instead of Mali'],
  ['Chancellor Olaf Scholz visited Senegal, unlike Angela Merkel.', 'unlike Angela Merkel'],
  ['Chancellor Olaf Scholz visited Senegal as well as Niger.', 'as well as Niger'],
  ['Chancellor Olaf Scholz rarely visited Senegal.', 'rarely'],
  ['Chancellor Olaf Scholz visited Senegal annually.', 'annually'],
  ['Chancellor Olaf Scholz visits Senegal every summer.', 'every summer'],
  ['Chancellor Olaf Scholz visited Senegal more often than Mali.', 'often'],
  ['Chancellor Olaf Scholz visited Senegal again.', 'again'],
  ['Chancellor Olaf Scholz first visited Senegal in 2022.', 'first'],
  ['Chancellor Olaf Scholz last visited Senegal in 2022.', 'last'],
  ['Chancellor Olaf Scholz only visited Senegal.', 'only'],
  ['Chancellor Olaf Scholz secretly visited Senegal.', 'secretly'],
  ['Chancellor Olaf Scholz allegedly visited Senegal.', 'allegedly'],
  ['Chancellor Olaf Scholz is said to have visited Senegal.', 'is said to'],
  ['Chancellor Olaf Scholz might have visited Senegal.', 'might have'],
  ['Chancellor Olaf Scholz could not visit Senegal.', 'could not'],
  ['The rumour that Chancellor Olaf Scholz visited Senegal in 2022 spread quickly.', 'rumour that'],
  ['Ghana reportedly severed relations with Togo.', 'reportedly'],
  [
    'Helen Clark was the first prime minister of New Zealand to visit Tonga since relations were restored.',
    'since relations were restored',
  ],
  ['Ghana refused to recognise Togo.', 'refused'],
  ['Ghana declined to open an embassy in Togo.', 'declined'],
  ['Ghana temporarily closed its embassy in Togo in 1966.', 'temporarily'],
  ['Ghana has always had diplomatic relations with Togo.', 'always'],
  ['Ghana voted for the resolution in 1975 like Togo.', 'like Togo'],
  ['Ghana voted for the resolution, as did Togo.', 'as did'],
  ['Only Ghana voted against the resolution before lunch.', 'before lunch'],
  ['No country except Ghana voted against the resolution.', 'except Ghana'],
  ['Chancellor Olaf Scholz visited neither Senegal nor Mali.', 'neither'],
  ['Either Olaf Scholz or Angela Merkel visited Senegal.', 'Either'],
  ['Helen Clark visited Tonga at least twice.', 'at least twice'],
  ['Helen Clark visited Tonga while Jenny Shipley was minister.', 'while Jenny Shipley was minister'],
  ['Helen Clark visited Tonga on behalf of Jenny Shipley.', 'on behalf of'],
  ['Helen Clark pretended to visit Tonga.', 'pretended'],
  ['For the first time, Ghana voted against the resolution.', 'For the first time'],
  ['Ghana left the African Union without notice.', 'without notice'],
  ['Helen Clark was prime minister of New Zealand twice.', 'twice'],
  ['All but two members voted for the resolution.', 'All but two members'],
  ['No chancellor of Germany has officially visited Tonga.', 'officially'],
  ['No chancellor of Germany has made a state visit to Tonga.', 'state'],
  ['No president from Texas has visited Tonga.', 'from Texas'],
  ['No chancellor of Germany has visited Tonga before Olaf Scholz.', 'before Olaf Scholz'],
  ['Helen Clark was the first female prime minister of New Zealand to visit Tonga.', 'female'],
  ['Ghana was the first landlocked country to recognise Togo.', 'landlocked'],
  ['Ghana joined the United Nations, becoming the first African state to do so.', 'the first African state'],
  ['Helen Clark visited Tonga in 2009 and was the first leader to do so.', 'the first leader'],
]

/** Spoken of, not told. */
const MENTIONED = [
  "Prime Minister Helen Clark's visit to Tonga was a mistake.",
  "Critics say Prime Minister Helen Clark's visit to Tonga achieved nothing.",
  "Critics called Prime Minister Helen Clark's visit to Tonga a waste.",
  "Chancellor Olaf Scholz's trip to Senegal angered Mali.",
  'Prime Minister Helen Clark praised the visit of Chancellor Olaf Scholz to Senegal.',
  "Ghana's recognition of Togo surprised Benin.",
  "After Prime Minister Helen Clark's visit to Tonga, Samoa protested.",
]

/** Nothing is told, and the reading says why. */
const DROPPED: readonly (readonly [string, RegExp])[] = [
  ['It is false that Ghana recognised Togo.', /It is false that/],
  ['It is not true that Ghana recognised Togo.', /not true that/],
  ['It is doubtful that Ghana recognised Togo.', /doubtful/],
  ['That Chancellor Olaf Scholz visited Senegal is false.', /is false/],
  ['The claim that Chancellor Olaf Scholz visited Senegal is untrue.', /is untrue/],
  ['Nobody believes that Chancellor Olaf Scholz visited Senegal.', /Nobody believes/],
  ['No one claims that Ghana recognised Togo.', /No one claims/],
  ['There is no evidence that Ghana recognised Togo.', /no evidence/],
  ['Ghana denied having recognised Togo.', /denied/],
  ['Chancellor Olaf Scholz doubts that Helen Clark visited Tonga.', /doubts/],
  ['Chancellor Olaf Scholz did not say that Helen Clark visited Tonga.', /not say/],
  ['Chancellor Olaf Scholz nearly visited Senegal in 2021.', /nearly/],
  ['Ghana has scarcely recognised Togo.', /scarcely/],
  ['Ghana would have recognised Togo.', /would have/],
  ['Whether Ghana recognised Togo is disputed.', /whether/],
]

const BEYOND: readonly (readonly [string, 'status' | 'opinion'])[] = [
  ['Ceuta belongs to Morocco.', 'status'],
  ['Tibet is a province of China.', 'status'],
  ['Sukhumi is the capital of Abkhazia.', 'status'],
  ['The West Bank is occupied by Israel.', 'status'],
  ['Kosovo is an independent state.', 'status'],
  ['Abkhazia is not a country.', 'status'],
  ['Relations between Ghana and Togo are good.', 'opinion'],
  ['Relations between Ghana and Togo are at an all-time low.', 'opinion'],
  ['Relations between Ghana and Togo have never been better.', 'opinion'],
]

const told = (text: string) => {
  const { claims, unread } = read({ id: 'doc:left', text, date: '2022-05-12' })
  return { claims: claims.filter((c) => c.kind !== 'remark'), unread }
}

test('what narrows nothing is passed over', (t) => {
  if (!weights) return t.skip('no weights of the parser')
  for (const text of PLAIN) {
    const { claims } = told(text)
    assert.ok(
      claims.some((c) => !c.unread && !c.mentioned),
      `${text}: ${claims.map((c) => c.unread?.quote)}`,
    )
  }
})

test('what narrows a claim and has no place in it is named', (t) => {
  if (!weights) return t.skip('no weights of the parser')
  for (const [text, words] of NARROWED) {
    const left = told(text).claims.flatMap((c) => (c.unread ? [c.unread.quote] : []))
    assert.ok(left.includes(words), `${text}: ${left}`)
  }
})

test('what a noun phrase mentions is told apart', (t) => {
  if (!weights) return t.skip('no weights of the parser')
  for (const text of MENTIONED) {
    const { claims } = told(text)
    assert.ok(claims.length > 0 && claims.every((c) => c.mentioned), text)
  }
})

test('what is mentioned takes no date of the verb', (t) => {
  if (!weights) return t.skip('no weights of the parser')
  const { claims } = told('Ghana voted against the resolution on the U.S. embargo on Cuba in 2019.')
  assert.equal(claims.find((c) => c.kind === 'vote')?.when, '2019')
  assert.equal(claims.find((c) => c.kind === 'sanction')?.when, undefined)
})

test('what is taken back is not told', (t) => {
  if (!weights) return t.skip('no weights of the parser')
  for (const [text, because] of DROPPED) {
    const { claims, unread } = told(text)
    assert.deepEqual(claims, [], text)
    assert.match(unread[0]?.because ?? '', because, text)
  }
})

test('statuses and judgements are beyond the records', (t) => {
  if (!weights) return t.skip('no weights of the parser')
  for (const [text, beyond] of BEYOND) assert.equal(told(text).unread[0]?.beyond, beyond, text)
})

test('ranks said in passing are claims of their own', (t) => {
  if (!weights) return t.skip('no weights of the parser')
  for (const [text, is] of [
    ['In 2009 Helen Clark visited Tonga, the only prime minister of New Zealand to do so.', 'only'],
    ['Helen Clark visited Tonga in 2009, the first prime minister of New Zealand to do so.', 'first'],
    ['Helen Clark visited Tonga, becoming the first prime minister of New Zealand to do so.', 'first'],
    ['Helen Clark is the only prime minister of New Zealand to have visited Tonga.', 'only'],
  ] as const) {
    const rank = told(text).claims.find((c) => c.is === is)
    const visitor = rank?.roles.visitor
    assert.equal(visitor && 'label' in visitor ? visitor.label : undefined, 'prime minister of NZL', text)
    assert.equal(rank?.unread, undefined, text)
  }
})
