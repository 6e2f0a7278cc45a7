import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datedSentence, datesIn } from '../../src/sources/historian/dated.ts'
import { headingOf } from '../../src/sources/historian/headings.ts'
import { historianRdcr } from '../../src/sources/historian-rdcr.ts'
import { line, pick, real, tellOf } from './shared.ts'

const HEADINGS: [heading: string, events: string][] = [
  ['Establishment of Diplomatic Relations, 1848.', '1848 relations established'],
  [
    'Establishment of Diplomatic Relations and the U.S. Embassy in Nassau, 1973.',
    '1973 relations established, embassy opened',
  ],
  ['Elevation of Status of Legation in Quito to Embassy, 1942.', '1942 embassy opened raised'],
  ['Diplomatic Relations Reestablished, 1969.', '1969 relations restored'],
  ['Diplomatic Relations Severed by Sudan, 1967.', '1967 relations severed'],
  ['Relations Interrupted, 1912.', '1912 relations suspended'],
  ['American Embassy Closed, 1919.', '1919 embassy closed'],
  ['U.S. Recognition of Belizean Independence, 1981.', '1981 relations recognised'],
  ['Algerian Recognition of the United States, 1795.', '1795 '],
  ['Establishment of the Australian Legation in the United States, 1940.', '1940 '],
  ['Embassy Moved to Belmopan, 2006.', '2006 '],
  ['Cessation of Relations with Imperial Germany, 1917.', '1917 '],
  ['Interruption of Relations, 1917-1922.', ' relations suspended'],
]

for (const [heading, expected] of HEADINGS)
  test(`a heading: ${heading}`, () => {
    const { events, year = '' } = headingOf(heading, 'Ruritania')
    const words = events.map(({ kind, type, step, raised }) =>
      [type ?? kind, step, raised && 'raised'].filter(Boolean).join(' '),
    )
    assert.equal(`${year} ${words.join(', ')}`, expected)
  })

const SENTENCES: [heading: string, paragraph: string, when: string | undefined][] = [
  [
    'Elevation of American Legation to Embassy Status, 1948.',
    'On May 1, 1948, J. Roe was promoted to Ambassador. The U.S. Legation was raised to Embassy status on June 5, 1948, after talks in 1947.',
    '1948-06-05',
  ],
  [
    'Elevation of American Legation to Embassy Status, 1948.',
    'On July 9, 1948, the White House announced the elevation of the legation to embassy status.',
    '1948-07-09',
  ],
  [
    'Establishment of the American Legation, 1906.',
    'J. Roe was appointed Minister on June 22, 1906, and presented his credentials on August 13.',
    '1906-08-13',
  ],
  [
    'Establishment of Diplomatic Relations, 1966.',
    'On April 9, 1966, Ambassador J. Roe presented his credentials to Ruritania; he remained resident at Colombo.',
    '1966-04-09',
  ],
  [
    'Diplomatic Relations Interrupted, 1944.',
    'The president broke relations with Germany and Japan on January 26, 1944.',
    undefined,
  ],
  ['Closure of the American Embassy, 1989.', 'The Embassy would be closed on January 30, 1989.', undefined],
]

for (const [heading, paragraph, when] of SENTENCES)
  test(`a date: ${paragraph.slice(0, 60)}`, () => {
    const { events, year } = headingOf(heading, 'Ruritania')
    const found = datedSentence(paragraph, events[0]!, year, 'Ruritania')
    assert.equal(found?.when, when)
    if (found) assert.equal(paragraph.slice(found.start, found.start + found.quote.length), found.quote)
  })

test('dates in words', () => {
  assert.deepEqual(
    datesIn('on 4 March 1861, in May 1862, on February 30, 1863, and on June 2').map(({ when }) => when),
    ['1861-03-04', '1862-05', '1863-06-02'],
  )
})

const article = (id: string, title: string, ...entries: [heading: string, text: string][]) => ({
  [`articles/${id}.xml`]:
    `<TEI><teiHeader><title type="short">${title}</title></teiHeader><text><body><div type="section" xml:id="diplomatic-relations">` +
    `<head>Diplomatic Relations</head>${entries.map(([head, p]) => `<div type="timeline"><head>${head}</head><p>${p}</p></div>`).join('')}` +
    '</div></body></text></TEI>',
})

test('an elevation opens an embassy and ends a legation, with the sentence that says so', () => {
  const told = tellOf(
    historianRdcr,
    article('ecuador', 'Ecuador', [
      'Legation Raised to Embassy, 1942.',
      'The Legation was raised to <hi>Embassy</hi> on March 5, 1942. More.',
    ]),
  )
  assert.deepEqual(told.facts.map(line), [
    'state:USA state:ECU embassy opened 1942-03-05',
    'state:USA state:ECU legation closed 1942-03-05',
  ])
  assert.equal(told.facts[0]?.cite.quote, 'The Legation was raised to Embassy on March 5, 1942.')
  assert.equal(told.prose?.length, 1)
})

test('a part of a divided country is that part', () => {
  const aden = 'The U.S. Embassy in Aden was established on December 7, 1967.'
  const told = tellOf(
    historianRdcr,
    article('yemen', 'Yemen', ['Establishment of American Embassy in Aden (South Yemen), 1967.', aden]),
  )
  assert.deepEqual(told.facts.map(line), ['state:USA state:YMD embassy place:aden opened 1967-12-07'])
})

test('what is told of a state before it was is told of who was there, or a finding', () => {
  const text = 'The United States recognized the Federation on August 4, 1824.'
  const heading = 'United States Recognition of the Federation of Central American States, 1824.'
  const told = tellOf(historianRdcr, {
    ...article('guatemala', 'Guatemala', [heading, text]),
    ...article('laos', 'Laos', [
      'U.S. Recognition of Laotian Independence, 1950.',
      'The United States recognized Laos on February 7, 1950.',
    ]),
  })
  assert.deepEqual(told.facts.map(line), [
    'state:USA state:central-america recognised 1824-08-04',
    'state:LAO state:USA recognised 1950-02-07',
  ])
  assert.deepEqual(
    told.findings.map(({ kind }) => kind),
    ['outside-existence'],
  )
})

test('a decision announced dates what it was about; a heading of two events tells both; nobody is recognised by whom another left', () => {
  const told = tellOf(historianRdcr, {
    ...article('georgia', 'Georgia', [
      'Establishment of Diplomatic Relations, 1992.',
      'Diplomatic relations were established on March 24, 1992, when the President announced the decision in a statement.',
    ]),
    ...article('china', 'China', [
      'Establishment of Diplomatic Relations with PRC/Termination of Diplomatic Relations with the Republic of China, 1979.',
      'On January 1, 1979, the United States recognized the PRC and established diplomatic relations with it.',
    ]),
    ...article('estonia', 'Estonia', [
      'Recognition of Estonian Independence from the USSR, 1991.',
      'The U.S. recognized the restoration of Estonia’s independence on September 2, 1991.',
    ]),
  })
  assert.deepEqual(told.facts.map(line), [
    'state:CHN state:USA established 1979-01-01',
    'state:CHN state:USA recognised 1979-01-01',
    'state:EST state:USA recognised 1991-09-02',
    'state:GEO state:USA established 1992-03-24',
  ])
})

test('the real articles', (t) => {
  const told = real(t, historianRdcr)
  if (!told) return
  assert.equal(told.rows, 1593)
  const ecuador = pick(told, { roles: { host: 'state:ECU' } }).map(line)
  assert.ok(ecuador.includes('state:USA state:ECU embassy place:quito opened 1942-03-05'), ecuador.join('\n'))
  assert.deepEqual(
    pick(told, { kind: 'relations', roles: { between: 'state:ECU', step: 'established' } }).map(({ when }) => when),
    ['1848-08-12'],
  )
  assert.deepEqual(
    told.facts.filter(({ roles }) => [roles.between].flat().includes('state:VDR')),
    [],
  )
})
