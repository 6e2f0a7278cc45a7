/** Yes, no and abstaining votes as announced. */
export interface Tally {
  yes: number
  no: number
  abstain: number
}

/** A roll call on the embargo, with what the announced result and the United Nations' records tell of it. */
export interface Roll {
  /** `roll:A-RES-70-5`. */
  id: string
  /** `70/5`. */
  resolution: string
  /** `A/RES/70/5`, or the draft where the resolution's number is not known here. */
  document: string
  session: number
  day: string
  tally: Tally
  /** Voters told by name, where the roll-call file lacks them, differs, or has a wrong day. */
  named: Partial<Record<'yes' | 'no' | 'abstain' | 'absent', string[]>>
  url: string
  note?: string
  /** The roll-call file and these records differ on a voter. */
  differs?: true
}

const roll = (
  resolution: string,
  day: string,
  result: string,
  named: Roll['named'] = {},
  note?: string,
  differs?: true,
): Roll => {
  const [yes, no, abstain] = result.split('-').map(Number) as [number, number, number]
  const document = resolution.startsWith('A/') ? resolution : `A/RES/${resolution}`
  const session = Number(/\d+/.exec(document)![0])
  const url = `https://docs.un.org/en/${document}`
  const id = `roll:${document.replaceAll('/', '-')}`
  return { id, resolution, document, session, day, tally: { yes, no, abstain }, named, url, note, differs }
}

const names = (codes: string): string[] => codes.split(' ')

/** Every member but the United States and Israel (no), Moldova and Ukraine (not voting), of the 193. */
const MEMBERS_2018 = names(
  `AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA BRB BRN BTN BWA CAF CAN
CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESP EST ETH FIN FJI FRA FSM GAB
GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ITA JAM JOR JPN KAZ KEN KGZ KHM KIR KNA
KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MOZ MRT MUS MWI MYS NAM
NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRK PRT PRY QAT ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SMR
SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM TLS TON TTO TUN TUR TUV TZA UGA URY UZB VCT VEN VNM VUT WSM
YEM ZAF ZMB ZWE`.replaceAll('\n', ' '),
)

export const ROLLS: readonly Roll[] = [
  roll('47/19', '1992-11-24', '59-3-71', { no: ['USA', 'ISR', 'ROU'] }),
  roll('48/16', '1993-11-03', '88-4-57', { no: ['USA', 'ISR', 'ALB', 'PRY'] }),
  roll('49/9', '1994-10-26', '101-2-48', { no: ['USA', 'ISR'] }),
  roll('50/10', '1995-11-02', '117-3-38', { no: ['USA', 'ISR', 'UZB'] }),
  roll('51/17', '1996-11-12', '137-3-25', { no: ['USA', 'ISR', 'UZB'] }),
  roll('52/10', '1997-11-05', '143-3-17', { no: ['USA', 'ISR', 'UZB'] }),
  roll('53/4', '1998-10-14', '157-2-12', { no: ['USA', 'ISR'] }),
  roll('54/21', '1999-11-09', '155-2-8', { no: ['USA', 'ISR'] }),
  roll('55/20', '2000-11-09', '167-3-4', { no: ['USA', 'ISR', 'MHL'], abstain: ['SLV', 'LVA', 'MAR', 'NIC'] }),
  roll('56/9', '2001-11-27', '167-3-3', { no: ['USA', 'ISR', 'MHL'], abstain: ['LVA', 'FSM', 'NIC'] }),
  roll('57/11', '2002-11-12', '173-3-4', { no: ['USA', 'ISR', 'MHL'], abstain: ['ETH', 'MWI', 'NIC', 'UZB'] }),
  roll('58/7', '2003-11-04', '179-3-2'),
  roll('59/11', '2004-10-28', '179-4-1'),
  roll('60/12', '2005-11-08', '182-4-1'),
  roll('61/11', '2006-11-08', '183-4-1'),
  roll(
    '62/3',
    '2007-10-30',
    '184-4-1',
    { no: ['USA', 'ISR', 'MHL', 'PLW'], abstain: ['FSM'] },
    'The roll-call file has Palau abstaining; the announced result has it voting against.',
    true,
  ),
  roll('63/7', '2008-10-29', '185-3-2'),
  roll('64/6', '2009-10-28', '187-3-2'),
  roll('65/6', '2010-10-26', '187-2-3'),
  roll('66/6', '2011-10-25', '186-2-3'),
  roll('67/4', '2012-11-13', '188-3-2'),
  roll('68/8', '2013-10-29', '188-2-3'),
  roll('69/5', '2014-10-28', '188-2-3'),
  roll('70/5', '2015-10-27', '191-2-0'),
  roll(
    '71/5',
    '2016-10-26',
    '191-0-2',
    { yes: ['ZWE'] },
    'Left out by the roll-call file; 191 in favour and 2 abstaining are all 193 members.',
  ),
  roll('72/4', '2017-11-01', '191-2-0'),
  roll(
    '73/8',
    '2018-11-01',
    '189-2-0',
    { yes: MEMBERS_2018, no: ['USA', 'ISR'], absent: ['MDA', 'UKR'] },
    'Not in the roll-call file: 189 in favour and 2 against are all 193 members but Moldova and Ukraine, who did not vote.',
  ),
  roll('74/7', '2019-11-07', '187-3-2', { absent: ['MDA'] }),
  roll('75/289', '2021-06-23', '184-2-3', { no: ['USA', 'ISR'], abstain: ['BRA', 'COL', 'UKR'] }),
  roll('77/7', '2022-11-03', '185-2-2', { no: ['USA', 'ISR'], abstain: ['BRA', 'UKR'] }),
  roll('78/7', '2023-11-02', '187-2-1', { no: ['USA', 'ISR'], abstain: ['UKR'] }),
  roll('79/7', '2024-10-30', '187-2-1', { no: ['USA', 'ISR'], abstain: ['MDA'] }),
  roll(
    'A/80/L.6',
    '2025-10-29',
    '165-7-12',
    {
      no: names('ARG HUN ISR MKD PRY UKR USA'),
      abstain: names('ALB BIH CRI CZE ECU EST LTU LVA MAR POL ROU'),
    },
    'Told by draft; reports differ on the twelfth abstention (Armenia or the Republic of Moldova), which is left out.',
  ),
]
