/** A simpler form of a name, to be tried where the name itself is in no table. */
export interface Variant {
  name: string
  /** What was done, as it is told; empty where the name stays the same name. */
  because: string
  /** How far the form is trusted, between 0 and 1. */
  trust: number
}

/** Words that say what sort of state or government is meant and leave the state the same. */
const SORT =
  "(?:(?:former|united|islamic|democratic|socialist|people[’']?s|federal|federative|federated|arab|soviet|independent|sovereign|oriental|bolivarian|plurinational|hashemite|co-?operative|provisional|constitutional|overseas|grand|first|second|third|fourth|fifth) )*" +
  '(?:republic|kingdom|states?|commonwealth|federation|confederation|union|empire|(?:co-?)?principality|duchy|sultanate|emirate|dominion|gov(?:ernmen)?t|nation|territory|collectivity|country|province|islands?)'
/** The same in Spanish, French, Portuguese, Italian and German. */
const FOREIGN =
  /^(?:la |el |le |les |il |die |das )?(?:rep[uú]blica|r[ée]publique|repubblica|republik|reino|royaume|regno|k[öo]nigreich|estado|[ée]tat|stato|staat|uni[óo]n|federaci[óo]n|principado|principaut[ée])(?: [\p{L}'-]+){0,3}? (?:de la|de los|de las|della|dello|degli|del|dell'|do|da|dos|de|du|des|d['’]|di|von|vom) ?(?:la |l['’]|les )?/iu
/** Words before a name that tell of its time or rule and leave the state the same: "present-day Iraq". */
const EPITHET =
  /^(?:the )?(?:present-day|modern-day|modern|today['’]s|then|neighbou?ring|nearby|independent|newly independent|post-war|postwar|pre-war|prewar|wartime|post-independence|post-apartheid|apartheid-era|Soviet-era|communist|Communist|revolutionary|Hashemite|Ba['’]?athist|Khmer Rouge|Taliban-ruled|Taliban-run|war-torn|oil-rich|landlocked|Islamist|royalist|republican|monarchist) |^(?:the )?(?:then|ex|former|one-time|onetime)[- ]/
const INITIALS = /^(?:[A-Z] ){1,4}[A-Z]$/
const REGIME = new RegExp(`^(?:the )?${SORT} of (?:the )?`, 'i')
/** "Republic Moldova", which lacks its "of". */
const UNLINKED = new RegExp(`^(?:the )?(${SORT}) (?!of\\b)(.+)$`, 'i')
const ONLY_SORT = new RegExp(`^(?:the )?${SORT}(?: of)?(?: the)?$`, 'i')
const GOVERNMENT =
  /^(?:the )?(.{2,60}?)(?:[’']s?)? (?:government|authorities|state|republic|administration|regime|nation)$/i
const ARTICLE = /^(?:the|an?) /i
const DIRECTION = /^(.+?)[ -](north|south|east|west)(?:ern)?$/i

const SHORT: Readonly<Record<string, string>> = {
  rep: 'Republic',
  dem: 'Democratic',
  fed: 'Federal',
  is: 'Islands',
  isl: 'Islamic',
  n: 'North',
  s: 'South',
  e: 'East',
  w: 'West',
  eq: 'Equatorial',
  cent: 'Central',
  govt: 'Government',
  sts: 'States',
  pr: 'Province',
  terr: 'Territory',
  kgdm: 'Kingdom',
}

/** "Czech Rep." as "Czech Republic", "S. Sudan" as "South Sudan". */
const expanded = (name: string): string =>
  name.replace(/\b([A-Za-z]{1,4})\.(?= |,|\)|$)/g, (whole, word: string) => SHORT[word.toLowerCase()] ?? whole)

const BRACKETS = /^([^()[\]]{1,80})[([]([^()[\]]{1,80})[)\]]\s*$/

/** A name in two parts: "Korea, Republic of", "Korea (Republic of)", "Italy/Sardinia". */
export function parts(name: string): [string, string] | undefined {
  const brackets = BRACKETS.exec(name)
  if (brackets) return [brackets[1]!.trim(), brackets[2]!.trim()]
  const cut = [name.lastIndexOf(','), name.indexOf('/')].find((at) => at > 0)
  if (!cut) return undefined
  const [head, tail] = [name.slice(0, cut).trim(), name.slice(cut + 1).trim()]
  return head && tail ? [head, tail] : undefined
}

/** Simpler forms of a name, the safest first. */
export function variants(name: string): Variant[] {
  const found: Variant[] = []
  const add = (text: string | undefined, because: string, trust: number) => {
    if (text && text !== name) found.push({ name: text, because, trust })
  }
  add(expanded(name), '', 1)
  add(name.replace(/ ?\(the\)/i, ''), '', 1)
  const two = parts(name)
  if (two) add(`${two[1]} ${two[0]}`, '', 1)
  add(name.replace(ARTICLE, ''), '', 1)
  add(name.replace(DIRECTION, '$2 $1'), '', 1)
  if (two && ONLY_SORT.test(two[1])) add(two[0], 'formal name', 0.8)
  add(name.replace(REGIME, ''), 'formal name', 0.8)
  add(name.replace(FOREIGN, ''), 'formal name', 0.8)
  add(name.replace(EPITHET, ''), '', 0.9)
  add(name.replace(/^(?:la )?(?:rep[uú]blica|république|repubblica) /iu, ''), 'formal name', 0.7)
  if (INITIALS.test(name)) add(name.replaceAll(' ', ''), '', 1)
  add(name.replace(UNLINKED, '$1 of the $2'), '', 1)
  add(GOVERNMENT.exec(name)?.[1], 'government', 0.9)
  return found
}
