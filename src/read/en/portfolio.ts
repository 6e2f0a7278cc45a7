import type { Title } from './titles.ts'

/** Fields of government that a minister or secretary is named by. */
const FIELDS = new Set(
  `affairs african atrocity children citizenship counterterrorism criminal cultural educational girls global hostage humanitarian intelligence narcotics nonproliferation nuclear partnership partnerships peace political-military racial religious stabilization operations trafficking victims arms asian central civilian control democracy eastern eurasian european growth hemisphere multilateral near oceanian oceans organization
organizations pacific population refugees scientific south state verification western agriculture aviation budget business civil climate commerce communications construction cooperation culture defence defense
development digital diaspora disaster economic economics economy education electricity employment energy environment environmental european expatriates
export external family finance fisheries food freedom freedoms foreign forestry gender health higher home homeland housing human immigration industry information
infrastructure integration interior internal international investment irrigation justice labor labour land law local management maritime
migration military mines minerals mining national natural oil parliamentary petroleum planning political population power public railways
constitutional consular decentralization digitalization endowments entrepreneurship innovation interregional islamic legal legislative lands
equality emergency emergencies fuel gas housing hydrocarbons livestock mobility municipal ocean planning ports promotion protection reconstruction regional religious reform relations resources rights rural science security social sport sports strategic technology
telecommunications tourism trade transport transportation treasury urban veterans territorial territories transformation transition villages water wildlife welfare women works youth`.split(
    /\s+/,
  ),
)
/** Ranks before a title that leave its sort alone. */
const RANKS = new Set(
  'acting alternate assistant associate chief deputy executive first interim joint lead permanent principal second senior state under union vice'.split(
    ' ',
  ),
)
const HEADS: Readonly<Record<string, Title['sort']>> = {
  minister: 'minister',
  secretary: 'minister',
  undersecretary: 'minister',
  ministers: 'minister',
  commissioner: 'official',
  director: 'official',
  coordinator: 'official',
  adviser: 'official',
  advisor: 'official',
  envoy: 'envoy',
  'ambassador-at-large': 'envoy',
}
const LINKS = new Set(['of', 'for', 'and', '&', 'the'])
/** "Chief Operating Officer", "Executive Director": ends that no name has. */
const ENDS = new Set(['officer', 'counsel', 'councilor', 'councillor', 'counselor', 'rapporteur', 'attaché'])

/** Whether words are an office by its field: "minister of public security", "deputy economy minister", "acting chief operating officer". */
export function byField(words: readonly string[]): Title | undefined {
  const low = words.join(' ').toLowerCase().replace('ambassador at large', 'ambassador-at-large').split(' ')
  let from = 0
  while (from < low.length - 1 && isRank(words[from]!)) from++
  const rest = low.slice(from)
  const last = rest.at(-1)!
  const title = (sort: Title['sort']): Title => ({
    words: low.join(' ').replace(/s$/, (s) => (last in PLURAL ? '' : s)),
    sort,
  })
  if (rest.length > 1 && last in HEADS && rest.slice(0, -1).every((w) => isField(w) || w === 'and'))
    return title(HEADS[last]!)
  const complement = rest.length > 2 && rest[0]! in HEADS && (rest[1] === 'of' || rest[1] === 'for')
  if (complement && isField(last) && rest.slice(2).every((w) => isField(w) || LINKS.has(w)))
    return title(HEADS[rest[0]!]!)
  return ENDS.has(last) &&
    low.length > 1 &&
    rest.slice(0, -1).every((w) => isField(w) || w === 'operating' || w === 'legal')
    ? title('official')
    : undefined
}
const PLURAL: Readonly<Record<string, true>> = { ministers: true }
export const isField = (word: string): boolean => FIELDS.has(word.replace(/,$/, ''))

/** "The first king" is no rank, "First Secretary" is one. */
const isRank = (word: string): boolean =>
  /^(?:first|second|joint|state|under|lead|union|near)$/.test(word) ? false : RANKS.has(word.toLowerCase())

/** Words without ranks before and "-designate" after, by which a title may be known. */
export function bareTitle(words: readonly string[]): string[] {
  let from = 0
  while (from < words.length - 1 && isRank(words[from]!)) from++
  const out = words.slice(from)
  return [...out.slice(0, -1), out.at(-1)!.replace(/-(?:designate|elect)$/i, '')]
}

export const endsByField = (low: string): boolean =>
  low in HEADS || FIELDS.has(low) || ENDS.has(low) || /-(?:designate|elect)$/.test(low)
export const opensByField = (low: string): boolean => RANKS.has(low) || FIELDS.has(low) || low in HEADS
