import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { describe, test } from 'node:test'
import type { Holder } from '../../src/atlas/types.ts'
import type { Claim, Filler } from '../../src/model/claim.ts'
import { nameOf } from '../../src/model/ids.ts'
import { read } from '../../src/read/index.ts'
import type { Holders } from '../../src/read/ports.ts'
import { readQuestion } from '../../src/read/question.ts'

const weights = existsSync(new URL('../../src/grammar/en/weights.bin', import.meta.url))

/** A small ledger of terms of office. */
const TERMS: readonly Holder[] = [
  ['Tarja Halonen', 'president/FIN', '2000-03-01', '2012-02-29'],
  ['Sauli Niinistö', 'president/FIN', '2012-03-01', '2024-02-29'],
  ['John Hay', 'secretary-of-state/USA', '1898-09-30', '1905-07-01'],
  ['Helen Clark', 'prime-minister/NZL', '1999-12-05', '2008-11-19'],
].map(([name, office, from, to]) => ({
  ...{ person: `person:${name!.split(' ').at(-1)!.toLowerCase()}`, name: name! },
  ...{ office: `office:${office}`, from: from!, to: to! },
}))
const on = (list: readonly Holder[], day?: string): Holder[] =>
  list.filter((h) => !day || (h.from <= day && day <= (h.to ?? '9999')))
const LEDGER: Holders = {
  holders: (office, day) =>
    on(
      TERMS.filter((h) => h.office === office),
      day,
    ),
  offices: (person, day) =>
    on(
      TERMS.filter((h) => h.person === person),
      day,
    ),
  persons: (name) =>
    TERMS.filter((h) => h.name === name || h.name.endsWith(` ${name}`)).map((h) => ({ id: h.person, label: h.name })),
  rolls: () => [],
}

const sayFiller = (f: Filler): string =>
  f.is === 'list'
    ? f.of.map(sayFiller).join('+')
    : f.is === 'set'
      ? `{${f.count?.least ?? ''} ${f.by} ${Object.values(f.of.roles).map(sayFiller).join(' ')}}`
      : f.is === 'entity'
        ? `${f.label}${f.as ? ` as ${nameOf(f.as)}` : ''}`
        : f.label

/** `kind is number roles when modality`, the modality only where a thing neither happened nor holds. */
function say({ kind, is, roles, count, when, modality }: Claim): string {
  const number = count ? `${count.least}${count.most === count.least ? '' : `-${count.most ?? ''}`}` : ''
  const list = Object.entries(roles).map(([role, f]) => `${role}=${sayFiller(f)}`)
  const how = modality === 'happened' || modality === 'holds' ? '' : modality
  return [kind, is, number, ...list, when ?? '', how].filter(Boolean).join(' ')
}

const told = (text: string, date = '2022-05-12'): string[] =>
  read({ id: 'doc:claim', text, date }, LEDGER).claims.map(say)

const TABLE: readonly (readonly [string, ...string[]])[] = [
  [
    'Two countries abstained in October 2016 on the resolution on the Cuban embargo.',
    'vote count 2 voter=countries roll=resolution on the Cuban embargo choice=abstain 2016-10',
  ],
  [
    'Three states voted against the resolution on Namibia in 1978.',
    'vote count 3 voter=states roll=resolution on Namibia choice=no 1978',
  ],
  [
    'Peru and Chile signed a treaty, and the two countries restored diplomatic relations in 1929.',
    'agreement so between=PER+CHL topic=treaty step=signed',
    'relations so between=PER+CHL step=restored 1929',
  ],
  [
    'The Federal Government of Somalia recalled its ambassador to Kenya.',
    'envoy so person=ambassador of SOM title=ambassador sender=SOM host=KEN step=recalled',
  ],
  [
    'French President Emmanuel Macron will travel to Istanbul and Ankara, then to Kyoto in May 2023.',
    'visit so visitor=Emmanuel Macron as president/FRA from=FRA to=TUR place=Istanbul+Ankara 2023-05 planned',
    'visit so visitor=Emmanuel Macron as president/FRA from=FRA to=JPN place=Kyoto 2023-05 planned',
  ],
  [
    'U.S. President Richard Nixon visited Kiev and Leningrad in 1972.',
    'visit so visitor=Richard Nixon as president/USA from=USA to=SUN place=Kiev+Leningrad 1972',
  ],
  [
    'French President Emmanuel Macron visited Marseille.',
    'visit so visitor=Emmanuel Macron as president/FRA from=FRA to=Marseille',
  ],
  [
    'Norway hopes to deepen this cooperation through the opening of a Norwegian embassy in Peru.',
    'mission so sender=NOR host=PER step=opened type=embassy proposed',
    'relations so between=NOR+PER step=upgraded proposed',
  ],
  [
    'The minister is currently travelling; he spoke after Mary Bell left office as prime minister of Fiji.',
    'office so person=Mary Bell title=prime minister state=FJI step=left',
  ],
  [
    'The French president spoke of his planned trip to Chad, which was cancelled.',
    'visit so visitor=president of FRA from=FRA to=TCD cancelled',
  ],
  ['Poland reopened its consulate in Lviv.', 'mission so sender=POL host=UKR place=Lviv step=opened type=consulate'],
  [
    'The Government of Chad broke off diplomatic relations with the Government of Libya.',
    'relations so between=TCD+LBY step=severed',
  ],
  [
    'On behalf of the United States of America, I congratulate the people and Government of Rwanda as you celebrate 60 years of independence.',
    'statehood years 60 state=RWA step=independence 1962',
  ],
  [
    'I congratulate the people of Togo on the 62nd anniversary of your independence.',
    'statehood years 62 state=TGO step=independence 1960',
  ],
  [
    'Golda Meir was prime minister of Israel in 1971.',
    'office so person=Golda Meir title=prime minister state=ISR step=serving 1971',
  ],
  [
    'Helmut Kohl was chancellor of Germany in 1985.',
    'office so person=Helmut Kohl title=chancellor state=DEU step=serving 1985',
  ],
  [
    'Urho Kekkonen was president of Finland until his death in 1986.',
    'office so person=Urho Kekkonen title=president state=FIN step=serving /1986',
  ],
  [
    'Tarja Halonen served as president of Finland from 2000 to 2012.',
    'office so person=Tarja Halonen title=president state=FIN step=serving 2000/2012',
  ],
  [
    'Sauli Niinistö has been president of Finland since 2012.',
    'office so person=Sauli Niinistö title=president state=FIN step=serving 2012/2022-05-12',
  ],
  [
    'Sauli Niinistö succeeded Tarja Halonen as president of Finland.',
    'office so person=Sauli Niinistö title=president state=FIN step=took-office',
    'office first person=Sauli Niinistö title=president state=FIN step=took-office',
  ],
  [
    'Tarja Halonen became president on 1 March 2000.',
    'office so person=Tarja Halonen title=president state=FIN step=took-office 2000-03-01',
  ],
  [
    'Tarja Halonen was the first president to visit Tonga.',
    'visit so visitor=Tarja Halonen as president/FIN from=FIN to=TON',
    'visit first visitor=president of FIN from=FIN to=TON',
  ],
  [
    'John Hay was secretary of state in 1900.',
    'office so person=John Hay title=secretary of state state=USA step=serving 1900',
  ],
  [
    'John Hay was the first secretary of state to visit Peru.',
    'visit so visitor=John Hay as secretary-of-state/USA from=USA to=PER',
    'visit first visitor=secretary of state of USA from=USA to=PER',
  ],
  [
    'No secretary of state visited Fiji between 1945 and 2015.',
    'visit none visitor=secretary of state of USA from=USA to=FJI 1945/2015',
  ],
  [
    'No US secretaries of state have visited Fiji.',
    'visit none visitor=secretary of state of USA from=USA to=FJI /2022-05-12',
  ],
  ['No Finnish presidents have visited Tonga.', 'visit none visitor=president of FIN from=FIN to=TON /2022-05-12'],
  ['Four Finnish presidents have visited Chile.', 'visit count 4 visitor=president of FIN from=FIN to=CHL'],
  [
    'Anna Tamm was Estonian ambassador to Japan in 1994.',
    'envoy so person=Anna Tamm title=ambassador sender=EST host=JPN step=serving 1994',
  ],
  [
    "Anna Tamm has been Estonia's ambassador to Japan since 2018.",
    'envoy so person=Anna Tamm title=ambassador sender=EST host=JPN step=serving 2018/2022-05-12',
  ],
  [
    'President Tarja Halonen severed relations with Tonga on 4 May 2004.',
    'relations so between=FIN+TON step=severed 2004-05-04',
  ],
  ['Prime Minister Helen Clark recognised Kosovo in 2008.', 'relations so between=NZL+XKX step=recognised 2008'],
  ['Yugoslavia ceased to exist in 1992.', 'statehood so state=YUG step=dissolved 1992'],
  [
    'The Finnish embassy in Accra reopened in March 2019.',
    'mission so sender=FIN host=GHA place=Accra step=opened type=embassy 2019-03',
  ],
  [
    "Norway's embassy in Kabul closed in 2021.",
    'mission so sender=NOR host=AFG place=Kabul step=closed type=embassy 2021',
  ],
  ['Ghana became independent 65 years ago.', 'statehood so state=GHA step=independence 1957'],
  ['Ghana is 65 years old.', 'statehood years 65 state=GHA step=founded 1957'],
  [
    'Sauli Niinistö was the first sitting Finnish president to set foot in Bolivia.',
    'visit so visitor=Sauli Niinistö as president/FIN from=FIN to=BOL',
    'visit first visitor=president of FIN from=FIN to=BOL',
  ],
  ['Finland applied to join NATO in 2022.', 'membership so state=FIN body=NATO step=applied 2022'],
  [
    'Georgia applied to become a member of the European Union in 2022.',
    'membership so state=GEO body=European Union step=applied 2022',
  ],
  ['Relations between Peru and Spain ended in 1864.', 'relations so between=PER+ESP step=severed 1864'],
  ['Diplomatic relations between Chad and Sudan resumed in 2006.', 'relations so between=TCD+SDN step=restored 2006'],
  ['Relations between Greece and Turkey improved in 1999.', 'relations so between=GRC+TUR step=upgraded 1999'],
  ['Relations between Mali and France deteriorated in 2021.', 'relations so between=MLI+FRA step=strained 2021'],
  [
    'In 2021 Bhutan agreed to establish diplomatic relations with Oman.',
    'relations so between=BTN+OMN step=established 2021 proposed',
  ],
  ['Charles de Gaulle visited Moscow in 1966.', 'visit so visitor=Charles de Gaulle to=SUN place=Moscow 1966'],
  ['Russia voted against the resolution in 1956.', 'vote so voter=SUN roll=resolution choice=no 1956'],
  ['In 1961 Belgrade recognised Algeria.', 'relations so between=YUG+DZA step=recognised 1961'],
  ['China voted for the resolution in 1947.', 'vote so voter=CHN roll=resolution choice=yes 1947'],
  ['Willy Brandt visited Moscow in 1995.', 'visit so visitor=Willy Brandt to=RUS place=Moscow 1995'],
  ["Norway voted against Cuba's resolution in 1992.", "vote so voter=NOR roll=Cuba's resolution choice=no 1992"],
  [
    'Only 2 of 10 countries that abstained have relations with Tonga.',
    'relations count 2 between={10 voter abstain}+TON step=held',
    'vote count 10 voter=countries choice=abstain',
  ],
  [
    'None of the five states that abstained recognises Kosovo.',
    'relations none between={5 voter abstain}+XKX step=recognised',
    'vote count 5 voter=states choice=abstain',
  ],
  ['Nine of the 15 members voted for the resolution.', 'vote count 9 voter=members roll=resolution choice=yes'],
  [
    "Chad and Libya expelled each other's diplomats in 2005.",
    'envoy so person=diplomats of TCD sender=TCD host=LBY step=expelled 2005',
    'envoy so person=diplomats of LBY sender=LBY host=TCD step=expelled 2005',
  ],
  [
    'Egypt and Jordan recalled their ambassadors from Israel in 2000.',
    'envoy so person=ambassador of EGY title=ambassador sender=EGY host=ISR step=recalled 2000',
    'envoy so person=ambassador of JOR title=ambassador sender=JOR host=ISR step=recalled 2000',
  ],
  [
    'Ghana ended relations with Israel in 1973 and restored them in 1994.',
    'relations so between=GHA+ISR step=restored 1994',
    'relations so between=GHA+ISR step=severed 1973',
  ],
  ['Tarja Halonen travelled to Havana in 1975.', 'visit so visitor=Tarja Halonen to=CUB place=Havana 1975'],
  [
    'The embassy of Japan in Lima opened in 1921.',
    'mission so sender=JPN host=PER place=Lima step=opened type=embassy 1921',
  ],
  [
    'Mali and Niger suspended ties and restored them in 2012.',
    'relations so between=MLI+NER step=restored 2012',
    'relations so between=MLI+NER step=suspended',
  ],
  ['East Germany ceased to exist in 1990.', 'statehood so state=DDR step=dissolved 1990'],
  [
    'The president of Finland visited Peru in 2005.',
    'visit so visitor=Tarja Halonen as president/FIN from=FIN to=PER 2005',
  ],
  ['Helen Clark stepped foot in Tuvalu in 2004.', 'visit so visitor=Helen Clark from=NZL to=TUV 2004'],
  ['Zambia became independent in 1964.', 'statehood so state=ZMB step=independence 1964'],
  [
    'The United States secretary of state visited Chad in 1972.',
    'visit so visitor=secretary of state of USA from=USA to=TCD 1972',
  ],
  ['The foreign ministers of Estonia and Norway met in Oslo.', 'meeting so parties=EST+NOR place=Oslo'],
  [
    'Norway and Iceland are NATO allies.',
    'relations so between=NOR+ISL step=friendly',
    'membership so state=NOR body=NATO step=member',
    'membership so state=ISL body=NATO step=member',
  ],
  ['The United States and Italy remain close friends and vital allies.', 'relations so between=USA+ITA step=friendly'],
  ['Peru and Chile remain close friends.', 'relations so between=PER+CHL step=friendly'],
  ['Rhodesia declared independence in 1965.', 'statehood so state=ZWE step=independence 1965'],
  ['Five Norwegian prime ministers have visited Peru.', 'visit count 5 visitor=prime minister of NOR from=NOR to=PER'],
  [
    'Only three of the eight countries that abstained have ties with Chad.',
    'relations count 3 between={8 voter abstain}+TCD step=held',
    'vote count 8 voter=countries choice=abstain',
  ],
  [
    "Sweden's embassy in Havana was closed in 1975.",
    'mission so sender=SWE host=CUB place=Havana step=closed type=embassy 1975',
  ],
  ['Kenya applied to join BRICS in 2021.', 'membership so state=KEN body=BRICS step=applied 2021'],
  ['Slovenia became independent 31 years ago.', 'statehood so state=SVN step=independence 1991'],
  ['Prague recognised Israel in 1948.', 'relations so between=CSK+ISR step=recognised 1948'],
  ['Relations between Oman and Qatar warmed in 2019.', 'relations so between=OMN+QAT step=upgraded 2019'],
  [
    'President Tarja Halonen of Finland was to visit Chad in March 2009, but the trip was postponed.',
    'visit so visitor=Tarja Halonen as president/FIN from=FIN to=TCD 2009-03 cancelled',
  ],
  [
    'President Tarja Halonen of Finland will visit Chad, although her trip to Togo may be cancelled.',
    'visit so visitor=Tarja Halonen as president/FIN from=FIN to=TCD planned',
    'visit so visitor=Tarja Halonen as president/FIN from=FIN to=TGO planned',
  ],
  [
    'Chad recalled its Peruvian ambassador, Ana Ruiz, in 2011.',
    'envoy so person=Ana Ruiz title=ambassador sender=TCD host=PER step=recalled 2011',
  ],
  [
    'Ana Ruiz, Peru’s ambassador to Chad, resigned in 2011.',
    'envoy so person=Ana Ruiz as ambassador/PER title=ambassador sender=PER host=TCD step=left 2011',
    'envoy so person=Ana Ruiz title=ambassador sender=PER host=TCD step=serving',
  ],
  [
    'Ana Ruiz has served as Peru’s ambassador to Chad, Togo and Mali.',
    'envoy so person=Ana Ruiz title=ambassador sender=PER host=TCD step=serving',
    'envoy so person=Ana Ruiz title=ambassador sender=PER host=TGO step=serving',
    'envoy so person=Ana Ruiz title=ambassador sender=PER host=MLI step=serving',
  ],
  [
    'Oman threatened to sever ties with Qatar.',
    'relations so between=OMN+QAT step=severed proposed',
    'remark so speaker=OMN stance=threaten',
  ],
  ['Iceland recognised the independence of Fiji in 1970.', 'relations so between=ISL+FJI step=recognised 1970'],
  [
    'Nauru and Palau recalled their ambassadors in 2011.',
    'envoy so person=ambassador of NRU title=ambassador sender=NRU step=recalled 2011',
    'envoy so person=ambassador of PLW title=ambassador sender=PLW step=recalled 2011',
  ],
  [
    'The first president of Finland to visit Tonga was Tarja Halonen in 2003.',
    'visit so visitor=Tarja Halonen as president/FIN from=FIN to=TON 2003',
    'visit first visitor=president of FIN from=FIN to=TON',
  ],
  [
    'The last secretary of state to visit Peru was John Hay.',
    'visit so visitor=John Hay as secretary-of-state/USA from=USA to=PER',
    'visit last visitor=secretary of state of USA from=USA to=PER',
  ],
  [
    'The only Norwegian king to visit Chile was King Harald.',
    'visit so visitor=Harald as monarch/NOR from=NOR to=CHL',
    'visit only visitor=king of NOR from=NOR to=CHL',
  ],
  ['There is no Israeli embassy in Iraq.', 'mission so sender=ISR host=IRQ step=exists type=embassy denied'],
  ['There is a Finnish embassy in Ghana.', 'mission so sender=FIN host=GHA step=exists type=embassy'],
  ['There are no diplomatic relations between Bolivia and Israel.', 'relations so between=BOL+ISR step=held denied'],
  ['There were no relations between Chad and Israel in 1980.', 'relations so between=TCD+ISR step=held 1980 denied'],
  [
    'Caroline Kennedy was appointed ambassador to Australia in 2022.',
    'envoy so person=Caroline Kennedy title=ambassador host=AUS step=appointed 2022',
  ],
  [
    'Chile appointed Anna Tamm ambassador to Peru.',
    'envoy so person=Anna Tamm title=ambassador sender=CHL host=PER step=appointed',
  ],
  [
    "Mexico's ambassador to Peru was expelled in 2022.",
    'envoy so person=ambassador of MEX title=ambassador sender=MEX host=PER step=expelled 2022',
  ],
  ['Cuba sent doctors to Angola in 1975.', 'aid so giver=CUB receiver=AGO what=doctors step=delivered 1975'],
  ['Former President Tarja Halonen visited Cuba in 2014.', 'visit so visitor=Tarja Halonen from=FIN to=CUB 2014'],
  [
    'Former Finnish President Tarja Halonen visited Cuba in 2014.',
    'visit so visitor=Tarja Halonen from=FIN to=CUB 2014',
  ],
  [
    'Then-President Tarja Halonen visited Poland in 2007.',
    'visit so visitor=Tarja Halonen as president/FIN from=FIN to=POL 2007',
  ],
  [
    'Only one Finnish president has visited Cuba since 1959.',
    'visit count 1 visitor=president of FIN from=FIN to=CUB 1959/2022-05-12',
  ],
  [
    'The Holy See established diplomatic relations with Malta in 1965.',
    'relations so between=VAT+MLT step=established 1965',
  ],
  ['The Holy See recognised Croatia in 1992.', 'relations so between=VAT+HRV step=recognised 1992'],
  [
    'Relations between Mexico and the Holy See were restored in 1992.',
    'relations so between=MEX+VAT step=restored 1992',
  ],
  ['Ex-president Tarja Halonen met Helen Clark.', 'meeting so parties=Tarja Halonen+Helen Clark'],
  ['China lent Zambia $3 billion.', 'aid so giver=CHN receiver=ZMB what=$3 billion step=delivered'],
  ['Poland handed Ukraine 14 tanks.', 'aid so giver=POL receiver=UKR what=tanks step=delivered'],
  ["Russia's Vladimir Putin, born in 1952, visited Cuba.", 'visit so visitor=Vladimir Putin to=CUB'],
]

/** Questions, how each is asked, and what the statement in its place claims; 17 stands for the number asked. */
const ASKED: readonly (readonly [string, string, ...string[]])[] = [
  ['How many Finnish presidents visited Tonga?', 'how-many', 'visit count 17 visitor=president of FIN from=FIN to=TON'],
  ['Which Finnish presidents visited Ecuador?', 'which', 'visit count 17 visitor=president of FIN from=FIN to=ECU'],
  ['Which states has Tarja Halonen visited?', 'which', 'visit count 17 visitor=Tarja Halonen to=states'],
  [
    'Which countries did Tarja Halonen visit in 2004?',
    'which',
    'visit count 17 visitor=Tarja Halonen from=FIN to=countries 2004',
  ],
  [
    'Where did Tarja Halonen go in March 2006?',
    'where',
    'visit count 17 visitor=Tarja Halonen from=FIN to=states 2006-03',
  ],
  ['Has any Israeli president visited Brazil?', 'whether', 'visit so visitor=president of ISR from=ISR to=BRA'],
  ['How did Canada vote on Resolution 1973?', 'when', 'vote so voter=CAN roll=Resolution 1973'],
]

describe('one sentence, all that it claims', () => {
  for (const [sentence, ...expected] of TABLE)
    test(sentence, (t) => {
      if (!weights) return t.skip('no weights of the parser')
      assert.deepEqual(told(sentence).toSorted(), expected.toSorted())
    })

  test('a title that the person does not hold yet is kept', (t) => {
    if (!weights) return t.skip('no weights of the parser')
    assert.deepEqual(told('President Tarja Halonen visited Sweden.', '2000-02-10'), [
      'visit so visitor=Tarja Halonen as president/FIN from=FIN to=SWE',
    ])
  })
})

describe('questions', () => {
  for (const [question, form, ...expected] of ASKED)
    test(question, (t) => {
      if (!weights) return t.skip('no weights of the parser')
      const read = readQuestion(question, { id: 'doc:question', date: '2022-05-12' }, LEDGER)
      assert.deepEqual([read.form, ...read.claims.map(say)], [form, ...expected])
    })
})
