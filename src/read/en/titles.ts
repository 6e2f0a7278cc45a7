import { bareTitle, byField, endsByField, opensByField } from './portfolio.ts'

/** Offices as the text names them. `office` titles make `office:<slug>/<state>`; others only mark a person. */
export interface Title {
  /** Lower case, singular. */
  words: string
  sort: 'head' | 'minister' | 'envoy' | 'official' | 'style'
  gender?: 'm' | 'f'
}

const list = (sort: Title['sort'], text: string, gender?: 'm' | 'f'): Title[] =>
  text.split('|').map((words) => ({ words: words.trim(), sort, ...(gender ? { gender } : {}) }))

export const TITLES: readonly Title[] = [
  ...list(
    'head',
    'president | prime minister | premier | chancellor | taoiseach | head of state | head of government | monarch',
  ),
  ...list('head', 'king | emperor | sultan | emir | amir | pope | shah | crown prince', 'm'),
  ...list('head', 'queen | empress', 'f'),
  ...list('head', 'vice president | deputy prime minister | governor-general | governor general | supreme leader'),
  ...list(
    'minister',
    'foreign minister | foreign secretary | secretary of state | secretary of defense | defense secretary',
  ),
  ...list('minister', 'defence minister | defense minister | finance minister | interior minister | trade minister'),
  ...list(
    'minister',
    'minister of foreign affairs | minister of defense | minister of defence | minister for foreign affairs',
  ),
  ...list(
    'minister',
    'home secretary | treasury secretary | secretary of the treasury | attorney general | minister | secretary',
  ),
  ...list(
    'minister',
    'deputy secretary | deputy secretary of state | assistant secretary | assistant secretary of state',
  ),
  ...list(
    'minister',
    'under secretary | undersecretary | principal deputy assistant secretary | deputy assistant secretary',
  ),
  ...list(
    'minister',
    'deputy foreign minister | deputy minister | vice minister | vice foreign minister | first vice foreign minister | first deputy foreign minister | first deputy minister | national security adviser',
  ),
  ...list('minister', 'national security advisor | national security council | special presidential envoy'),
  ...list(
    'envoy',
    "ambassador | charge d’affaires | chargé d’affaires | chargé d'affaires | charge d'affaires | consul general",
  ),
  ...list(
    'envoy',
    'peace envoy | climate envoy | trade envoy | special climate envoy | consul | high commissioner | envoy | special envoy | ambassador at large | ambassador-at-large | special representative | permanent representative',
  ),
  ...list(
    'official',
    'secretary-general | secretary general | commissioner | chair | chairman | chairwoman | chairperson',
  ),
  ...list(
    'official',
    'director | director general | director-general | general secretary | governor | mayor | senator',
  ),
  ...list(
    'official',
    'congressman | congresswoman | representative | spokesman | spokeswoman | spokesperson | speaker',
  ),
  ...list(
    'official',
    'leader | deputy | commander | chief | adviser | advisor | counselor | administrator | coordinator',
  ),
  ...list(
    'official',
    'president-elect | prime minister-designate | deputy secretary general | chief of staff | high representative | press secretary | assistant to the president | justice | judge',
  ),
  ...list(
    'official',
    'chief constable | lord | baron | lawmaker | mp | professor | bishop | archbishop | cardinal | rabbi',
  ),
  ...list(
    'official',
    'general | major general | lieutenant general | lt. gen. | gen. | admiral | colonel | captain | major',
  ),
  ...list('official', 'first lady | second lady', 'f'),
  ...list('official', 'first gentleman | second gentleman', 'm'),
  ...list('style', 'dr. | dr | sheikh | shaikh | ayatollah | sayyid | imam | hon. | the honorable | father | justice'),
  ...list('style', 'mr. | mr | sir | prince | duke', 'm'),
  ...list('style', 'mrs. | mrs | ms. | ms | miss | princess | dame | lady | duchess | sheikha', 'f'),
]
/** Titles that one state alone gives, where its name is left out. */
export const OWNERS: Readonly<Record<string, string>> = {
  'secretary of state': 'state:USA',
  'deputy secretary of state': 'state:USA',
  'assistant secretary of state': 'state:USA',
  'secretary of defense': 'state:USA',
  'secretary of the treasury': 'state:USA',
  'treasury secretary': 'state:USA',
}
/** "Under Secretary of State for Political Affairs" goes with the office that its words begin with. */
const UNDER_STATE = /^(?:acting )?(?:(?:principal )?(?:deputy )?assistant|under|deputy) secretary of state\b/
export const ownerOfTitle = (words: string): string | undefined =>
  OWNERS[words] ?? (UNDER_STATE.test(words) ? 'state:USA' : undefined)
const BY_WORDS: ReadonlyMap<string, Title> = new Map(TITLES.map((title) => [title.words, title]))
/** The longest title, in words. */
export const LONGEST_TITLE = 12

const LAST_WORDS: ReadonlySet<string> = new Set(TITLES.map(({ words }) => words.split(' ').at(-1)!))
/** Whether a title may end with a word. */
export const endsTitle = (word: string): boolean => {
  const low = word.toLowerCase().replace(/^(?:then|ex|former)-/, '')
  return LAST_WORDS.has(low) || LAST_WORDS.has(SINGULARS[low] ?? '') || endsByField(low)
}
const FIRST_WORDS: ReadonlySet<string> = new Set(TITLES.map(({ words }) => words.split(' ')[0]!))
/** Whether a title may begin with a word; cheap, for a scan that asks it of every word. */
export const opensTitle = (word: string): boolean => {
  const low = word.toLowerCase().replace(/^(?:then|ex|former)-/, '')
  return (
    FIRST_WORDS.has(low) ||
    FIRST_WORDS.has(SINGULARS[low] ?? '') ||
    opensByField(low) ||
    /-(?:designate|elect)$/.test(low)
  )
}

const SINGULARS: Readonly<Record<string, string>> = {
  presidents: 'president',
  ministers: 'minister',
  premiers: 'premier',
  chancellors: 'chancellor',
  ambassadors: 'ambassador',
  kings: 'king',
  secretaries: 'secretary',
  leaders: 'leader',
  consuls: 'consul',
  envoys: 'envoy',
  queens: 'queen',
  emperors: 'emperor',
  popes: 'pope',
  chairmen: 'chairman',
  commissioners: 'commissioner',
}
/** The title of these words, in the singular; a plural stands before several names ("Presidents A and B"). */
export function titleOf(words: readonly string[]): Title | undefined {
  const last = words.at(-1)?.toLowerCase() ?? ''
  const singular = (w: string, i: number): string => (words[i + 1]?.toLowerCase() === 'of' ? (SINGULARS[w] ?? w) : w)
  const text = [
    ...words
      .slice(0, -1)
      .map((w) => w.toLowerCase())
      .map(singular),
    SINGULARS[last] ?? last,
  ]
    .join(' ')
    .replaceAll('’', '’')
    .replace(/^(?:then|ex|former)-/, '')
  return BY_WORDS.get(text) ?? byField(words) ?? ranked(words, text)
}

/** "Alternate Prime Minister", "National Security Advisor-designate": the title under the rank. */
function ranked(words: readonly string[], text: string): Title | undefined {
  const bare = bareTitle(words).join(' ').toLowerCase()
  const base = bare === text ? undefined : BY_WORDS.get(bare)
  return base && base.sort !== 'style' ? { ...base, words: text } : undefined
}
/** "ex-president", "then-president", "former": the office is past. */
export const FORMER = new Set(['former', 'ex', 'late', 'erstwhile', 'outgoing', 'past', 'then'])

/** Words that end the name of a body, so that a run of capitalised words with one is no person. */
export const BODY_WORDS = new Set(
  `academy administration agency alliance assembly association authority bank base battalion board brigade bureau cabinet center centre chamber
church coalition college command commission committee commonwealth community company confederation conference congress constitution convention
corporation corps council court delegation democrats department directorate embassy federation force forces forum foundation front fund
government group guard house initiative institute institution international knesset league mission ministry movement museum nations
navy network observatory office operations organisation organization pact parliament partnership party police post program programme project
radio republic reserve school secretariat senate service services society staff state states summit supreme system team television
times today treaty tribunal trust union united university week`.split(/\s+/),
)
/** Words that end the name of a place. */
export const PLACE_WORDS = new Set(
  `airport avenue bank bay beach bridge canal cape city coast desert east falls field garden gulf heights hill hills hospital island islands
lake memorial mosque mount mountain mountains north ocean palace park peninsula plain plaza point port region ridge river road sea shrine
square strait street strip temple tower town valley village wall west`.split(/\s+/),
)
