const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Nouns for those who act for a state: with a state beside them they are the state. */
export const ORGANS =
  set(`government governments official officials authority authorities administration ministry ministries embassy
  regime cabinet foreign-ministry leadership leader leaders side delegation representative representatives
  counterpart counterparts minister ministers state states foreign-office navy navies army armies air-force troops`)
/** Nouns for a state or states without a name. */
export const STATE_NOUNS =
  set(`country countries nation nations state states side sides government governments capital capitals
  neighbour neighbours neighbor neighbors party parties republic kingdom people peoples`)
/** Whether words point back to the two states spoken of: "both", "our", "the two", "these two", not "two" alone. */
export const pointsBack = (words: readonly string[]): boolean =>
  words.some((w, i) => w === 'both' || w === 'our' || (w === 'two' && POINTERS.has(words[i - 1] ?? '')))
const POINTERS = set('the these those')

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
  ofac: 'USA',
  'office of foreign assets control': 'USA',
  'department of the treasury': 'USA',
  'treasury department': 'USA',
  'bureau of overseas buildings operations': 'USA',
  obo: 'USA',
  'department of commerce': 'USA',
  'department of homeland security': 'USA',
  'customs and border protection': 'USA',
  'department of defense': 'USA',
  'office of the spokesperson': 'USA',
  'department spokesperson': 'USA',
  department: 'USA',
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

/** Words that begin a sentence with a capital and are no part of the name that follows. */
export const OPENERS: ReadonlySet<string> = new Set(
  `additionally afterward afterwards consequently elsewhere formerly furthermore hence nonetheless originally overall previously separately
similarly soon specifically subsequently ultimately undeterred unsurprisingly a about according across after again against all along already also although amid among an and another any around as at back because
before behind below beside besides between beyond both but by can could currently despite did do does due during each earlier either even
every few finally first following for from furthermore given had has have he her here his how however i if in indeed instead into is it its
just last later like many meanwhile more moreover most much my near nearly neither never nevertheless next no none nor not nothing now of off
on once one only onto or other our out over perhaps please prior rather recently second she should since so some still such than that the
their then there therefore these they this those though three through throughout thus to today together toward towards two under unlike until
upon us was we were what when where whereas whether which while who whom whose why will with within without would yesterday yet you your`.split(
    /\s+/,
  ),
)
