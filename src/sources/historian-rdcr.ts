import { cityState, existed, statesOfCapital } from '../atlas/index.ts'
import type { NewCoverage } from '../model/coverage.ts'
import { type EntityId, slug } from '../model/ids.ts'
import { type Day, daysOf, type When } from '../model/when.ts'
import { type Article, articlesIn, type Entry } from './historian/articles.ts'
import { type DatedSentence, datedSentence, datesIn } from './historian/dated.ts'
import { type Announced, headingOf } from './historian/headings.ts'
import { CC0, listOf, SITE, VIEWPOINT } from './historian/office.ts'
import { subjectOf } from './historian/subject.ts'
import { folderWith } from './recognise.ts'
import type { Files, OpenSource, Prose, Told } from './source.ts'
import { type Draft, nothingTold, tellFact } from './telling.ts'

/** Most articles were written by then; some tell later events. */
const LAST = '2009-12-31'

/** Recognition of, and relations with, each country by the United States, told in dated prose. */
export const historianRdcr: OpenSource = {
  name: 'historian-rdcr',
  title:
    'A Guide to the United States’ History of Recognition, Diplomatic, and Consular Relations, by Country, since 1776',
  holds:
    'recognition, relations and missions of the United States with 228 countries since 1776, read from prose with quotes',
  viewpoint: VIEWPOINT,
  licence: CC0,
  covers: 'what its articles tell, mostly written by 2009; what they do not mention is not thereby denied',
  faults: [
    'It is prose: facts are read from dated headings with the sentence that dates them, and from sentences alone.',
    'Most articles end with 2009; what changed since is told for some countries only.',
    'An event is told by whoever did it: a recognition is no establishment of relations.',
  ],
  megabytes: 2,
  recommended: true,
  publisher: {
    kind: 'repository',
    repository: 'HistoryAtState/rdcr',
    commit: 'f2f7092067485e80b425436ecec36ae202669631',
    paths: ['articles/'],
  },
  recognise: (files) => folderWith(files, ['hsg-rdcr', 'rdcr', ''], ['articles/']),
  tell,
}

/** The first day of the lists of states. */
const LISTED = '1816-01-01'
const IN_SUMMARY = /^summary/

function tell(files: Files): Told {
  const told = nothingTold()
  const articles = articlesIn(files)
  for (const article of articles)
    for (const entry of article.entries) if (!IN_SUMMARY.test(entry.section)) tellEntry(told, article, entry)
  told.rows = articles.reduce((sum, { entries }) => sum + entries.length, 0)
  const last = told.facts.reduce((day, { when = '' }) => (when.length === 10 && when > day ? when : day), LAST)
  told.sources = [listOf('hsg-rdcr', historianRdcr.title, 'countries', last)]
  told.coverage = [COVERAGE]
  return { ...told, prose: articles.flatMap(proseOf) }
}

const cite = (article: Article, entry: Entry, quote?: string): Draft['cite'] => ({
  source: 'hsg-rdcr',
  url: `${SITE}/countries/${article.id}`,
  ...(quote && { quote }),
  locator: `${article.id}: ${entry.heading || entry.section}`,
})

/** What a heading announces, dated by the sentence under it that tells so. */
function tellEntry(told: Told, article: Article, entry: Entry): void {
  const { year } = headingOf(entry.heading, article.country)
  // "Establishment of Relations with the one/Termination of Relations with the other, 1979".
  const announced = entry.heading.split(/\/(?=[A-Z])/).flatMap((part) => headingOf(part, article.country).events)
  for (const event of announced) {
    const found = entry.paragraphs.flatMap((text) => datedSentence(text, event, year, article.country) ?? [])[0]
    const day = found && daysOf(found.when)!.from
    const host = day && subjectOf(article, entry.heading, found.quote, day)
    if (host && day >= LISTED && !existed(host, day))
      told.findings.push({
        kind: 'outside-existence',
        file: article.file,
        locator: entry.heading,
        message: `${article.country}: no list of states has ${host} on ${found.when}; the event is kept`,
      })
    if (found && host)
      for (const draft of draftsOf(article, entry, event, found, host)) tellFact(told, draft, article.file)
    else if (found)
      told.findings.push({
        kind: 'unknown-state',
        file: article.file,
        locator: entry.heading,
        message: `${article.country} names nobody in ${found.when}; the event is left out`,
      })
  }
}

function draftsOf(article: Article, entry: Entry, event: Announced, found: DatedSentence, host: EntityId): Draft[] {
  const rest = { when: found.when as When, cite: cite(article, entry, found.quote) }
  if (event.kind === 'relations') {
    const steps = TELLS_RECOGNITION.test(found.quote) ? [event.step, 'recognised'] : [event.step]
    return [...new Set(steps)].map((step) => ({
      ...{ kind: 'relations', roles: { between: [host, 'state:USA'].sort(), step } },
      ...rest,
    }))
  }
  const place = placeIn(entry.heading, host, found.when)
  const mission = (type: string, step: string, note?: string): Draft => ({
    kind: 'mission',
    roles: { sender: 'state:USA', host, type, ...(place && { place }), step },
    ...rest,
    ...(note && { note }),
  })
  const type = event.type ?? 'embassy'
  return event.raised
    ? [mission(type, 'opened', 'Raised from a legation.'), mission('legation', 'closed', 'Raised to an embassy.')]
    : [mission(type, event.step)]
}

/** "Informed him that the United States recognized the Government of …": beside what the heading announces. */
const TELLS_RECOGNITION =
  /\bthat the United States recogni[sz]e[sd]\b|\bthe United States recogni[sz]ed [^,;.]{2,60} and established\b/

/** Paragraphs that tell of missions or relations with a date to the month; reading takes time. */
const TELLS = /\b(?:embass|legation|relations|interests section|liaison office|recogni[sz])/i
const isTelling = (text: string): boolean => TELLS.test(text) && datesIn(text).length > 0

const IN_PLACE =
  /\b(?:Embassy|Legation|Consulate(?: General)?|Section|Office)\b.*? (?:in|at|near) ([A-Z][\p{L}’'.-]+(?: [A-Z][\p{L}’'.-]+)*)/u

/** The city that a heading names, where the atlas knows it as one of the host's: "Elevation of Legation in Quito to Embassy". */
function placeIn(heading: string, host: EntityId, when: When): EntityId | undefined {
  const name = IN_PLACE.exec(heading)?.[1]?.replace(/\.$/, '')
  const day = daysOf(when)!.from
  const isThere = name && (cityState(name, day) === host || statesOfCapital(name, day).includes(host))
  return isThere ? `place:${slug(name)}` : undefined
}

const proseOf = (article: Article): Prose[] =>
  article.entries
    .filter(({ section }) => !IN_SUMMARY.test(section))
    .flatMap((entry) =>
      entry.paragraphs.filter(isTelling).map((text) => ({
        text,
        about: (sentence: string, day: Day) => subjectOf(article, entry.heading, sentence, day),
        country: article.country,
        file: article.file,
        cite: cite(article, entry),
      })),
    )

const COVERAGE: NewCoverage = {
  kind: 'relations',
  roles: { between: ['state:USA'] },
  from: '1776-07-04',
  to: LAST,
  grade: 'lower-bound',
  by: 'Office of the Historian, United States Department of State',
  note: 'Prose about each country; it does not say that nothing else happened.',
  cite: { source: 'hsg-rdcr', url: `${SITE}/countries` },
}
