import { memoryLedger } from '../../src/keep/memory.ts'
import type { Ledger } from '../../src/keep/port.ts'
import type { NewFact } from '../../src/model/fact.ts'
import { covers, on, source, told } from '../keep/stores.ts'

const cite = (source: string, more: Partial<NewFact['cite']> = {}) => ({ cite: { source, ...more } })
const serving = (person: string, office: string, state: string, when: string): NewFact =>
  told(
    'office',
    {
      person: `person:${person}`,
      title: office,
      state: `state:${state}`,
      office: `office:${office}/${state}`,
      step: 'serving',
    },
    when,
    cite('list'),
  )
const trip = (person: string, to: string, when: string, more: Partial<NewFact> = {}): NewFact =>
  told('visit', { visitor: `person:${person}`, to: `state:${to}` }, when, more)
const pair = ['state:ECU', 'state:PER']

/** Two states with a little of everything, told by a list, a ministry and a paper. */
export const FACTS: readonly NewFact[] = [
  serving('ana-able', 'president', 'ECU', '2001-01-15/2005-01-15'),
  serving('berta-brave', 'president', 'PER', '2002-07-28/'),
  serving('carla-calm', 'foreign-minister', 'ECU', '2002/'),
  told('relations', { between: pair, step: 'established' }, '1832', cite('list', { locator: 'row 1' })),
  told('relations', { between: pair, step: 'severed' }, '1910-04-04', cite('ministry')),
  told(
    'relations',
    { between: pair, step: 'restored' },
    '1911',
    cite('ministry', { quote: 'Relations were restored in 1911.' }),
  ),
  told('relations', { between: pair, step: 'held' }, '1911/2003-12-31', cite('ministry')),
  trip('ana-able', 'PER', '2002-03-01/2002-03-03', cite('list', { locator: 'row 7' })),
  trip('ana-able', 'PER', '2002-03-02', {
    ...cite('doc:paper', { quote: 'Able was received in Lima.', url: 'https://news.example/1' }),
    standing: 'accepted',
  }),
  trip(
    'berta-brave',
    'ECU',
    '2003-05-24',
    cite('ministry', { quote: 'La presidenta Brave llegó a Quito', url: 'https://ministry.example/2003' }),
  ),
  trip('carla-calm', 'PER', '2003-11', { ...cite('doc:paper'), standing: 'reported' }),
  trip('berta-brave', 'ECU', '2004-02', { ...cite('ministry'), modality: 'planned' }),
  told(
    'meeting',
    { parties: ['person:ana-able', 'person:berta-brave'], place: 'place:quito' },
    '2003-05-24',
    cite('ministry'),
  ),
  told('agreement', { between: pair, topic: 'water', step: 'signed' }, '1999-06-01', cite('list')),
  told('mission', { sender: 'state:ECU', host: 'state:PER', type: 'embassy', step: 'opened' }, '1950', cite('list')),
  told(
    'mission',
    { sender: 'state:ECU', host: 'state:PER', type: 'embassy', step: 'opened' },
    '1957-06-18',
    cite('ministry'),
  ),
  told(
    'envoy',
    { person: 'person:dora-deft', sender: 'state:PER', host: 'state:ECU', title: 'ambassador', step: 'serving' },
    '2003',
    cite('list'),
  ),
  told(
    'membership',
    { state: 'state:ECU', body: 'body:organization-of-american-states', step: 'member' },
    '1951/',
    cite('list'),
  ),
  told(
    'membership',
    { state: 'state:PER', body: 'body:organization-of-american-states', step: 'member' },
    '1954/',
    cite('list'),
  ),
  told('community', { people: 'people:peruvian', host: 'state:ECU' }, '2001', {
    ...cite('list'),
    amount: { least: 5000, most: 6000 },
  }),
]

export const SOURCES = [
  source('list', { title: 'The great list', url: 'https://list.example/', asOf: '2004-01-01' }),
  source('ministry', { title: 'The ministry', viewpoint: 'as stated by Ecuador', asOf: '2004-01-01' }),
  source('doc:paper', {
    title: 'A paper: <b>Able</b> in Lima',
    viewpoint: 'as reported by a paper',
    asOf: '2002-03-03',
  }),
]

const NAMES = ['ana-able', 'berta-brave', 'carla-calm', 'dora-deft'].map((name) => ({
  id: `person:${name}`,
  label: name.replace(/(^|-)(\w)/g, (_, gap: string, letter: string) => (gap ? ' ' : '') + letter.toUpperCase()),
  aliases: [],
}))

const VOTES = ['yes', 'no', 'abstain', 'yes', 'yes', 'no', 'yes', 'yes', 'abstain', 'yes', 'no', 'yes']

/** A ledger with these facts, recorded on a day. */
export async function briefed(facts: readonly NewFact[] = FACTS, day = '2004-01-02'): Promise<Ledger> {
  const ledger = memoryLedger()
  const coverage = [
    {
      ...covers('visit', { visitor: 'office:president/PER', to: 'state:ECU' }, '0000-01-01', '2004-01-01'),
      cite: { source: 'ministry' },
      by: 'the ministry',
    },
    { ...covers('office', { office: 'office:president/PER' }, '0000-01-01', '2004-01-01'), cite: { source: 'list' } },
    {
      ...covers('relations', { between: pair }, '1830-01-01', '2003-12-31'),
      cite: { source: 'ministry' },
      by: 'the ministry',
    },
  ]
  const ballots = VOTES.map((choice, i) => ({
    ...{ roll: `roll:R-${i}`, when: `2003-${String(i + 1).padStart(2, '0')}-05`, source: 'list', locator: `roll ${i}` },
    votes: [
      ['seat:ECU', choice],
      ['seat:PER', 'yes'],
    ] as [string, string][],
  }))
  await ledger.add({ facts, sources: SOURCES, coverage, names: NAMES, ballots }, on(day))
  return ledger
}
