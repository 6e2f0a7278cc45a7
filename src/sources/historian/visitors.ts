/** A title as told, whether its holder was still to take office, and the rest of the name. */
export interface Visitor {
  title: string
  elect: boolean
  name: string
}

export const MONARCHS = ['King', 'Queen', 'Emperor', 'Sultan', 'Amir', 'Emir', 'Shah', 'Grand Duchess', 'Grand Duke']

/** The office that a title tells; who was acting, or chaired a party or a council, is told to hold none of these. */
export const OFFICES: Readonly<Record<string, string>> = {
  President: 'president',
  'Interim President': 'president',
  'Provisional President': 'president',
  'Prime Minister': 'prime-minister',
  'Interim Prime Minister': 'prime-minister',
  Premier: 'prime-minister',
  Taoiseach: 'prime-minister',
  Chancellor: 'chancellor',
  'Federal Chancellor': 'chancellor',
  'Governor General': 'governor-general',
  Pope: 'pope',
  ...Object.fromEntries(MONARCHS.map((title) => [title, 'monarch'])),
}

const OTHERS = [
  'Acting President',
  'Acting Prime Minister',
  'Vice President',
  'Vice Premier',
  'Chairman',
  'General Secretary',
  'First Secretary',
  'Crown Prince',
  'Regent',
  'Prince',
  'Chief of State',
  'Head of State',
  'Brigadier General',
  'Lieutenant General',
  'General',
  'Junta Member',
  'Sheikh',
  'Sheik',
]
const TITLES = [...Object.keys(OFFICES), ...OTHERS].sort((a, b) => b.length - a.length)

/** Corrects the misprints of titles in the list. */
const printed = (text: string): string =>
  text
    .replace(/^Prime Minist(?:er|ere|r|ster)?(?=[A-Z ])/, 'Prime Minister')
    .replace(/^Prime Minster/, 'Prime Minister')
    .replace(/^Prime Minister(?=\S)/, 'Prime Minister ')
    .replace(/^Premier (?:and|&) Prince/, 'Prince')
    .replace(/(?<= )(?:Dr\.|Archbishop|Viscount) /g, '')
    .replace(/\([^)]{0,300}\) ?/g, '')

/** "President Cossiga and Prime Minister Andreotti" are two visitors. */
export const visitorsIn = (told: string): Visitor[] =>
  told.split(/(?:,| and) (?=Prime Minister|Crown Prince)/).map((part) => visitorOf(printed(part.trim())))

function visitorOf(told: string): Visitor {
  const title = TITLES.find((one) => told.startsWith(one)) ?? ''
  const rest = told.slice(title.length)
  const ahead = /^\s?[-–]\s?(?:elect|designate)\b/i.exec(rest)
  return { title, elect: ahead !== null, name: rest.slice(ahead?.[0].length ?? 0).trim() }
}
