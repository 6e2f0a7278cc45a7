const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Nouns for those who act for a state: with a state beside them they are the state. */
export const ORGANS =
  set(`government governments official officials authority authorities administration ministry ministries embassy
  regime cabinet foreign-ministry diplomat diplomats leadership leader leaders side delegation representative representatives
  counterpart counterparts minister ministers state states foreign-office`)
/** Nouns for a state or states without a name. */
export const STATE_NOUNS =
  set(`country countries nation nations state states side sides government governments capital capitals
  neighbour neighbours neighbor neighbors party parties republic kingdom people peoples`)
/** Words before them that point back to the two states spoken of. */
export const BOTH = set('two both our')
export const GROUP_NOUNS = set(
  `delegation delegations entourage group team trio pair officials leaders men women visitors party`,
)
export const OFFICE_NOUNS = set(
  `president minister premier chancellor king queen ambassador leader secretary envoy predecessor`,
)
/** Nouns for residents, told by number. */
export const PEOPLE_NOUNS =
  set(`population community minority diaspora people souls nationals citizens residents expatriates
  immigrants migrants refugees members`)
export const HE = set('he him his himself')
export const SHE = set('she her hers herself')
export const THEY = set('they them their theirs themselves')
export const IT = set('it its itself')
export const WE = set('we us our ours ourselves')
export const I_WORDS = set('i me my mine myself')

/** Organs that a name alone places in their state, by ISO code. */
export const ORGAN_OF: Readonly<Record<string, string>> = {
  'department of state': 'USA',
  'state department': 'USA',
  'us state department': 'USA',
  'white house': 'USA',
  pentagon: 'USA',
  'department of defense': 'USA',
  'office of the spokesperson': 'USA',
  'trump administration': 'USA',
  'biden administration': 'USA',
  'obama administration': 'USA',
  'bush administration': 'USA',
  'clinton administration': 'USA',
  'reagan administration': 'USA',
  kremlin: 'RUS',
  'downing street': 'GBR',
  'foreign office': 'GBR',
  whitehall: 'GBR',
  'buckingham palace': 'GBR',
  'élysée palace': 'FRA',
  élysée: 'FRA',
  elysee: 'FRA',
  'quai d’orsay': 'FRA',
  knesset: 'ISR',
  bundestag: 'DEU',
  'state duma': 'RUS',
  'blue house': 'KOR',
  zhongnanhai: 'CHN',
}
