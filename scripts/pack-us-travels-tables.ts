import { ChanceryError } from '../src/model/error.ts'

/** The usual full name of each traveller whose record is filed under a fuller or shorter one. */
export const USUAL_NAMES: Record<string, string> = {
  'acheson-dean-gooderham': 'Dean Acheson',
  'albright-madeleine-korbel': 'Madeleine Albright',
  'baker-james-addison': 'James Baker',
  'biden-joseph-r': 'Joe Biden',
  'blinken-antony-j': 'Antony Blinken',
  'bush-george-h-w': 'George H. W. Bush',
  'bush-george-w': 'George W. Bush',
  'byrnes-james-francis': 'James F. Byrnes',
  'carter-jimmy': 'Jimmy Carter',
  'christopher-warren-minor': 'Warren Christopher',
  'clinton-hillary-rodham': 'Hillary Clinton',
  'clinton-william-j': 'Bill Clinton',
  'colby-bainbridge': 'Bainbridge Colby',
  'coolidge-calvin': 'Calvin Coolidge',
  'dulles-john-foster': 'John Foster Dulles',
  'eisenhower-dwight-d': 'Dwight D. Eisenhower',
  'ford-gerald-r': 'Gerald Ford',
  'haig-alexander-meigs': 'Alexander Haig',
  'harding-warren-g': 'Warren G. Harding',
  'hay-john-milton': 'John Hay',
  'herter-christian-archibald': 'Christian Herter',
  'hoover-herbert-c': 'Herbert Hoover',
  'hughes-charles-evans': 'Charles Evans Hughes',
  'hull-cordell': 'Cordell Hull',
  'johnson-lyndon-b': 'Lyndon B. Johnson',
  'kellogg-frank-billings': 'Frank B. Kellogg',
  'kennedy-john-f': 'John F. Kennedy',
  'kerry-john-forbes': 'John Kerry',
  'kissinger-henry-a': 'Henry Kissinger',
  'knox-philander-chase': 'Philander C. Knox',
  'lansing-robert': 'Robert Lansing',
  'marshall-george-catlett': 'George Marshall',
  'muskie-edmund-sixtus': 'Edmund Muskie',
  'nixon-richard-m': 'Richard Nixon',
  'obama-barack': 'Barack Obama',
  'pompeo-michael-r': 'Mike Pompeo',
  'powell-colin-luther': 'Colin Powell',
  'reagan-ronald': 'Ronald Reagan',
  'rice-condoleezza': 'Condoleezza Rice',
  'rogers-william-pierce': 'William P. Rogers',
  'roosevelt-franklin-d': 'Franklin D. Roosevelt',
  'roosevelt-theodore': 'Theodore Roosevelt',
  'root-elihu': 'Elihu Root',
  'rubio-marco': 'Marco Rubio',
  'rusk-david-dean': 'Dean Rusk',
  'seward-william-henry': 'William H. Seward',
  'shultz-george-pratt': 'George Shultz',
  'stettinius-edward-reilly': 'Edward Stettinius',
  'stimson-henry-lewis': 'Henry L. Stimson',
  'taft-william-howard': 'William Howard Taft',
  'tillerson-rex-w': 'Rex Tillerson',
  'truman-harry-s': 'Harry S. Truman',
  'trump-donald-j': 'Donald Trump',
  'vance-cyrus-roberts': 'Cyrus Vance',
  'wilson-woodrow': 'Woodrow Wilson',
}

/** Alpha-3 codes by the publisher's country id; a territory that was a dependency stands under its sovereign. */
const COUNTRIES =
  `afghanistan AFG albania ALB algeria DZA angola AGO argentina ARG armenia ARM australia AUS austria AUT
azerbaijan AZE bahamas BHS bahrain BHR bangladesh BGD barbados BRB belarus BLR belgium BEL benin BEN bolivia BOL
bosnia-herzegovina BIH botswana BWA brazil BRA brunei BRN bulgaria BGR burma MMR cambodia KHM cameroon CMR canada CAN
cape-verde CPV chad TCD chile CHL china CHN colombia COL congo-democratic-republic COD congo-kinshasa COD cook-islands COK
costa-rica CRI cote-divoire CIV croatia HRV cuba CUB cyprus CYP czech-republic CZE czechia CZE czechoslovakia CSK denmark DNK
djibouti DJI dominican-republic DOM ecuador ECU egypt EGY el-salvador SLV estonia EST ethiopia ETH fiji FJI finland FIN
france FRA gabon GAB georgia GEO german-democratic-republic DDR germany DEU ghana GHA greece GRC grenada GRD guatemala GTM
guinea GIN guyana GUY haiti HTI holy-see VAT honduras HND hungary HUN iceland ISL india IND indonesia IDN iran IRN iraq IRQ
ireland IRL israel ISR italy ITA jamaica JAM japan JPN jordan JOR kazakhstan KAZ kenya KEN korea-north PRK korea-south KOR
kosovo XKX kuwait KWT kyrgyzstan KGZ laos LAO latvia LVA lebanon LBN liberia LBR libya LBY lithuania LTU luxembourg LUX
macedonia MKD malawi MWI malaysia MYS maldives MDV mali MLI malta MLT marshall-islands MHL mauritius MUS mexico MEX
micronesia FSM moldova MDA mongolia MNG montenegro MNE morocco MAR namibia NAM nepal NPL netherlands NLD
netherlands-antilles NLD new-zealand NZL nicaragua NIC niger NER nigeria NGA north-macedonia MKD norway NOR oman OMN
pakistan PAK palau PLW palestinian-authority PSE panama PAN papua-new-guinea PNG paraguay PRY peru PER philippines PHL
poland POL portugal PRT qatar QAT romania ROU russia RUS rwanda RWA saint-lucia LCA samoa WSM saudi-arabia SAU senegal SEN
serbia SRB sierra-leone SLE singapore SGP slovakia SVK slovenia SVN solomon-islands SLB somalia SOM south-africa ZAF
south-sudan SSD spain ESP sri-lanka LKA sudan SDN suriname SUR sweden SWE switzerland CHE syria SYR taiwan TWN tajikistan TJK
tanzania TZA thailand THA timor-leste TLS togo TGO tonga TON trinidad-and-tobago TTO tunisia TUN turkey TUR turkiye TUR
turkmenistan TKM uganda UGA ukraine UKR united-arab-emirates ARE united-kingdom GBR uruguay URY uzbekistan UZB venezuela VEN
vietnam VNM west-bank PSE yemen YEM yugoslavia YUG zambia ZMB zimbabwe ZWE antigua-barbuda ATG belize BLZ burkina-faso BFA burundi BDI
central-african-republic CAF comoros COM congo-republic COG dominica DMA equatorial-guinea GNQ eritrea ERI eswatini SWZ
french-polynesia PYF gambia GMB guinea-bissau GNB kiribati KIR korea KOR lesotho LSO liechtenstein LIE madagascar MDG
mauritania MRT monaco MCO mozambique MOZ nauru NRU new-caledonia NCL niue NIU saint-kitts-nevis KNA
saint-vincent-grenadines VCT sao-tome-and-principe STP seychelles SYC somoa WSM swaziland SWZ tuvalu TUV`.split(/\s+/)

const CODES: Record<string, string> = Object.fromEntries(
  COUNTRIES.flatMap((name, at) => (at % 2 === 0 ? [[name, COUNTRIES[at + 1]!]] : [])),
)

const NOTES: Record<string, string> = {
  'Yugoslavia (Kosovo)': 'Kosovo, then under United Nations administration.',
  'Serbia-Montenegro (Kosovo)': 'Kosovo, then under United Nations administration.',
  'Palestinian Authority': 'Palestinian Authority, as the publisher names it.',
  'West Bank': 'West Bank, as the publisher names it.',
  'Denmark (Greenland)': 'Greenland.',
  'Netherlands Antilles': 'Netherlands Antilles, part of the Kingdom of the Netherlands.',
  'United Kingdom (Northern Ireland)': 'Northern Ireland.',
  'United Kingdom (Wales)': 'Wales.',
  'Southern Rhodesia (Zimbabwe)': 'Southern Rhodesia, under United Kingdom sovereignty by the United Nations.',
  'Republic of China': 'Republic of China.',
  Byelorussia: 'Days before the end of the Soviet Union.',
  Kirghizia: 'Days before the end of the Soviet Union.',
}

/** Territories that the publisher files under their own name while another state ruled them: the day of independence. */
const DEPENDENT: readonly [id: string, until: string, note: string][] = [
  ['morocco', '1956-03-02', 'French protectorate.'],
  ['tunisia', '1956-03-20', 'French protectorate.'],
  ['suriname', '1975-11-25', 'Part of the Kingdom of the Netherlands.'],
  ['palau', '1994-10-01', 'United Nations trust territory under the United States.'],
]

/** Where a trip led: the state, or a place of no state, as of its day, and what must be said of it. */
export function destination(id: string, name: string, day: string): { to: string; note?: string } {
  const note = NOTES[name]
  if (id === 'antarctica') return { to: 'place:antarctica' }
  if (name === 'U.S.S.R.' && day <= '1991-12-26') return { to: 'state:SUN' }
  if (name === 'U.S.S.R.') return { to: 'state:RUS', note: 'Filed under the U.S.S.R., which had ended.' }
  const ruled = DEPENDENT.find(([state, until]) => id === state && day < until)
  if (ruled) return { to: `state:${CODES[id]}`, note: ruled[2] }
  if (name.endsWith('(Kosovo)') || (id === 'serbia' && day < '2003-02-04')) return { to: 'state:YUG', note }
  if (id === 'serbia' && day < '2006-06-03') return { to: 'state:SCG' }
  if (name.startsWith('Southern Rhodesia')) return { to: 'state:GBR', note }
  if (id === 'vietnam' && day < '1975-04-30')
    return { to: 'state:south-vietnam', note: 'Republic of Vietnam (the South).' }
  if (id === 'yemen' && day < '1990-05-22') return { to: 'state:YEM', note: 'Yemen Arab Republic (the North).' }
  if (id === 'germany' && day < '1990-10-03' && day >= '1949-05-23')
    return { to: 'state:DEU', note: 'Federal Republic of Germany (the West).' }
  const code = CODES[id]
  if (!code)
    throw new ChanceryError(
      'unsupported',
      'pack-us-travels-tables.ts',
      `no code for the country ${id}: add it to the table`,
    )
  return { to: `state:${code}`, note }
}
