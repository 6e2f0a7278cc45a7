import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Ledger } from '../../src/keep/port.ts'
import { type Checker, checkerOf, outcomeOf } from '../../src/run/check.ts'
import { documentOf } from '../../src/run/document.ts'
import { openLedger } from '../../src/run/ledger.ts'

/** Sentences that invite a wrong verdict, with the verdict that would be wrong: right or open will do, this will not. */
const NEVER_SUPPORTED = [
  'Barack Obama and Emmanuel Macron visited Cuba in 2016.',
  'Calvin Coolidge and Fidel Castro visited Cuba in 1928.',
  'Ecuador joined the European Union and the United Nations.',
  'The United States celebrates the 61st anniversary of its independence.',
  'Margaret Thatcher was not prime minister of Britain in 1985.',
  'Helmut Kohl was not chancellor of Germany.',
  'Yugoslavia was not a member of the Non-Aligned Movement.',
  'The United States had no embassy in the Soviet Union.',
  'Carlos Julio Arosemena was president of Ecuador in 1979.',
  'Both German states voted against the partition of Palestine.',
  'Herbert Hoover was the first sitting president of the United States to visit Ecuador.',
  'The United States lifted its embargo on Cuba in 2015.',
  'Ecuador and Israel signed a defence treaty in 2022.',
  'Slovakia has been independent since 1989.',
  'Tony Blair succeeded Margaret Thatcher as prime minister of Britain.',
  'Ecuador did not vote for the partition of Palestine.',
  'Cuba never voted against the partition of Palestine.',
  'No U.S. president visited Moscow before 1990.',
  'Venezuela has never had diplomatic relations with Israel.',
  'Cuba has never had diplomatic relations with Israel.',
  'Angela Merkel was never chancellor of Germany.',
  'Egypt has always had diplomatic relations with Israel.',
  'Bill Clinton visited Israel in October 1994, the first U.S. president to do so.',
  'Barack Obama is the only U.S. president to have visited Cuba.',
  'Herbert Hoover visited Argentina as president.',
  'Barack Obama visited Cuba as a senator.',
  'Jimmy Carter visited Israel before Richard Nixon did.',
  'Jordan established diplomatic relations with Israel before Egypt.',
  'The United States broke off relations with Cuba under President Carter.',
  'Barack Obama visited Cuba with Donald Trump.',
  'Mike Pompeo visited Israel more often than any other country.',
  'The Vatican established diplomatic relations with Israel in 1950.',
  "Obama's visit to Cuba was a mistake.",
  "Critics say Obama's visit to Cuba achieved nothing.",
  'It is false that Obama visited Cuba in 2016.',
  'Nobody believes that Obama visited Cuba in 2016.',
  'Obama denied that he had visited Cuba in 2014.',
  "Barack Obama's trip to Hiroshima angered China.",
  'The General Assembly has condemned the U.S. embargo on Cuba 29 times.',
  'Barack Obama visited Israel three times as president.',
  'Bill Clinton visited Israel four times as president in the 1980s.',
  'Barack Obama visited Cuba on his first foreign trip as president.',
  'Barack Obama visited Cuba in the 19th century.',
  'Angela Merkel was chancellor of Germany for 30 years.',
  'Angela Merkel was chancellor of Germany from 2000 to 2021.',
  'Angela Merkel was chancellor of Germany from 2005 until 2019.',
  'Angela Merkel was chancellor of Germany when the Berlin Wall fell.',
  'Jimmy Carter visited Cuba as president.',
  'Barack Obama was the first U.S. president to visit Israel in 20 years.',
  'Barack Obama was the first U.S. president to visit Cuba since Jimmy Carter.',
  'No sitting U.S. president has visited Israel since Richard Nixon.',
  'David Ben-Gurion visited Washington in 1953.',
  'Golda Meir served as prime minister until 1979.',
  'Czechoslovakia still existed when Bill Clinton was president.',
  'Bill Clinton was the first sitting U.S. president to visit Vietnam.',
  'Bill Clinton was the first U.S. president to visit Ukraine.',
  'Jordan was the first Arab country to establish diplomatic relations with Israel.',
  'Egypt was the first country to establish diplomatic relations with Israel.',
  'Brazil was the only Latin American country to vote for the partition of Palestine.',
  'Egypt was the only Arab country to vote against the partition of Palestine.',
]
const NEVER_REFUTED = [
  'Italy marks the 75th anniversary of the founding of the Italian Republic.',
  'China marks the 72nd anniversary of the founding of the People’s Republic of China.',
  'On behalf of the United States of America, I congratulate the people and Government of Jamaica as you celebrate 60 years of independence.',
  'APEC has 21 members.',
  'The G20 has 20 members.',
  'In 2022, the United States commemorates 100 years of diplomatic relations with Lithuania.',
  'Tony Blair was not prime minister of Britain in 1995.',
  'Golda Meir was prime minister of Israel.',
  'Gerald Ford was president of the United States.',
  'No US president has visited Panama since 2015.',
  'Barack Obama is the only president of the United States to have visited Laos.',
  'George W. Bush was the only U.S. president to visit Mongolia.',
  'No president of the United States had visited Cuba since Calvin Coolidge.',
  'No US president visited Cuba between Coolidge and Obama.',
  'Franklin D. Roosevelt visited Jamaica in 1940.',
  'Hillary Clinton was the first secretary of state to visit Laos since John Foster Dulles.',
  'No sitting U.S. president visited India between 1978 and 2000.',
  'The Soviet Union voted for the partition of Palestine.',
  'Russia voted for the partition of Palestine.',
  'The Republic of China abstained on the partition of Palestine.',
  'Spain did not establish relations with Israel until 1986.',
  'The United States had no diplomatic relations with Cuba between 1961 and 2015.',
  'George H. W. Bush was the last U.S. president to visit Japan before Clinton.',
  'No U.S. president except Calvin Coolidge visited Cuba before Obama.',
  'Donald Trump was the first U.S. president to fly directly from Saudi Arabia to Israel.',
  'Two countries abstained in October 2016 on the resolution on the U.S. embargo against Cuba.',
  'Charles de Gaulle was president of France in 1968.',
  'The United States almost severed relations with Cuba in 1959.',
  'Obama nearly visited Cuba in 2014.',
  'It is false that Cuba voted for the partition of Palestine.',
  'Mikhail Gorbachev visited Washington in December 1987.',
  'Barack Obama visited Cuba once as president.',
  'Barack Obama was the first sitting U.S. president to visit Cuba since Calvin Coolidge.',
  'Barack Obama was the first sitting U.S. president to visit Cuba in nearly 90 years.',
  'Bill Clinton was the first president to visit India since Jimmy Carter.',
  'Bush visited Tbilisi in 2005.',
  'Golda Meir served as prime minister of Israel until 1974.',
  'John Kerry visited Cuba in August 2015, the first secretary of state to do so since 1945.',
  'Bahrain and the United Arab Emirates established diplomatic relations with Israel in 2020.',
  "France withdrew from NATO's military command in 1966.",
  'Lyndon Johnson never visited Britain as president.',
  'Richard Nixon visited Ukraine in 1972.',
  'Lyndon Johnson was the first sitting U.S. president to visit Vietnam.',
  'Cuba was the only Latin American country to vote against the partition of Palestine.',
  'The partition of Palestine was adopted by 33 votes to 13, with 10 abstentions.',
  'Jimmy Carter never visited Cuba as president.',
  'No U.S. president visited Cuba before 1928.',
  'No sitting U.S. president visited Israel before 1974.',
  'Angela Merkel was chancellor of Germany from 2005 to 2021.',
  'Four U.S. presidents visited India in the 20th century.',
]

describe('traps', () => {
  let ledger: Ledger
  let checker: Checker
  before(async () => {
    ledger = await openLedger({ path: ':memory:' })
    checker = await checkerOf(ledger)
  })
  after(() => ledger.close())
  const outcome = async (text: string) =>
    outcomeOf(await checker.check(documentOf(text, { date: '2022-05-12' }), { today: '2026-11-22' }))
  for (const text of NEVER_SUPPORTED)
    test(`not supported: ${text}`, async () => assert.notEqual(await outcome(text), 'supported'))
  for (const text of NEVER_REFUTED)
    test(`not refuted: ${text}`, async () => assert.notEqual(await outcome(text), 'refuted'))
})
