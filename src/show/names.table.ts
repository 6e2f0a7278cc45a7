import type { EntityId } from '../model/ids.ts'

/** A name or territory on which states differ: our own plain name, and who says what, with the act in which they say it. */
export interface Case {
  id: EntityId
  /** Our own plain name, where the atlas has none. */
  name?: string
  note: string
}

/** The United Nations' forms where ours is another: a double name stands for both. Compiled from UNTERM and lists of the Secretariat. */
export const UN_NAMES: Readonly<Record<EntityId, string>> = {
  'place:falkland-islands': 'Falkland Islands (Malvinas)',
}

/**
 * ISO 3166-1 English short names where they differ from the United Nations' short form, in reading order and without "(the)".
 * ISO writes them so; an entry there says nothing of status. Compiled from the ISO 3166 Online Browsing Platform.
 */
export const ISO_NAMES: Readonly<Record<EntityId, string>> = {
  'state:TWN': 'Taiwan (Province of China)',
  'state:PSE': 'Palestine, State of',
  'state:KOR': 'Korea (the Republic of)',
  'state:PRK': "Korea (the Democratic People's Republic of)",
  'state:COD': 'Congo (the Democratic Republic of the)',
  'state:COG': 'Congo',
  'state:MDA': 'Moldova (the Republic of)',
  'state:TZA': 'Tanzania, the United Republic of',
  'state:NLD': 'Netherlands (Kingdom of the)',
  'state:FSM': 'Micronesia (Federated States of)',
  'place:falkland-islands': 'Falkland Islands [Malvinas]',
  'place:western-sahara': 'Western Sahara',
}

/** Compiled for Chancery from the resolutions, treaties and statements named; each says who states what, and none who is right. */
export const CASES: readonly Case[] = [
  {
    id: 'state:TWN',
    note: 'Governed from Taipei by the authorities of the Republic of China. The People’s Republic of China states that it is its province. General Assembly resolution 2758 (XXVI) of 1971 gave the seat of China to the representatives of the People’s Republic; the United Nations Secretariat writes “Taiwan, Province of China”, as does ISO 3166.',
  },
  {
    id: 'state:CHN',
    note: 'The seat of China at the United Nations was held for the Republic of China until 25 October 1971, and has been held for the People’s Republic since (resolution 2758 (XXVI)).',
  },
  {
    id: 'state:XKX',
    note: 'Its assembly declared independence on 17 February 2008. Serbia states that it is its province; some states have recognised it, others have not. The United Nations refers to it in the context of Security Council resolution 1244 (1999).',
  },
  {
    id: 'place:western-sahara',
    note: 'On the United Nations list of Non-Self-Governing Territories since 1963. Morocco states that it is its territory; the Frente Polisario proclaimed the Sahrawi Arab Democratic Republic in 1976.',
  },
  {
    id: 'state:sahrawi',
    note: 'Proclaimed by the Frente Polisario on 27 February 1976; a member of the African Union. Morocco states that the territory is its own. It has no seat at the United Nations.',
  },
  {
    id: 'state:PSE',
    note: 'A non-member observer State at the United Nations since 29 November 2012 (General Assembly resolution 67/19). Some states have recognised it, others have not.',
  },
  {
    id: 'place:jerusalem',
    name: 'Jerusalem',
    note: 'Israel states that it is its capital (law of 30 July 1980); Palestine states that East Jerusalem is its own. Security Council resolution 478 (1980) does not recognise that law. Named here as a place.',
  },
  {
    id: 'place:east-jerusalem',
    note: 'Held by Israel since June 1967, which applies its law there. Security Council resolutions 252 (1968) and 478 (1980) do not recognise a change of status; Palestine states that it is its capital.',
  },
  {
    id: 'place:west-bank',
    note: 'Held by Israel since June 1967; the Palestinian Authority has administered parts since 1994. Israeli authorities write “Judea and Samaria”; the United Nations writes “Occupied Palestinian Territory”, with Gaza.',
  },
  {
    id: 'place:gaza-strip',
    note: 'Held by Israel from June 1967 to September 2005. The United Nations writes “Occupied Palestinian Territory”, with the West Bank; Israel states that it ended its presence in 2005.',
  },
  {
    id: 'place:golan-heights',
    note: 'Held by Israel since June 1967, which applied its law there in 1981; Security Council resolution 497 (1981) calls that null and void. Syria states that it is its territory; the United States recognised Israel’s sovereignty on 25 March 2019.',
  },
  {
    id: 'place:shebaa-farms',
    name: 'Shebaa Farms',
    note: 'Held by Israel since June 1967. Lebanon states that they are its territory, Israel that they belong with the Golan Heights.',
  },
  {
    id: 'place:temple-mount',
    name: 'Temple Mount / al-Haram al-Sharif',
    note: 'Both names are in use; neither is preferred here.',
  },
  {
    id: 'place:crimea',
    note: 'Held by the Russian Federation since 2014, which states that it acceded to it on 18 March 2014. Ukraine states that it is its territory; General Assembly resolution 68/262 (2014) does not recognise a change of its status.',
  },
  {
    id: 'place:sevastopol',
    name: 'Sevastopol',
    note: 'As for Crimea; General Assembly resolution 68/262 (2014) names both.',
  },
  {
    id: 'place:donetsk-peoples-republic',
    note: 'Proclaimed in 2014; the Russian Federation states that it acceded to it in September 2022. Ukraine states that it is its territory; General Assembly resolution ES-11/4 (2022) declares the accession invalid.',
  },
  {
    id: 'place:luhansk-peoples-republic',
    note: 'Proclaimed in 2014; the Russian Federation states that it acceded to it in September 2022. Ukraine states that it is its territory; General Assembly resolution ES-11/4 (2022) declares the accession invalid.',
  },
  {
    id: 'state:abkhazia',
    note: 'Recognised as a state by the Russian Federation on 26 August 2008 and by some others. Georgia states that it is its territory; the United Nations writes “Abkhazia, Georgia”.',
  },
  {
    id: 'state:south-ossetia',
    note: 'Recognised as a state by the Russian Federation on 26 August 2008 and by some others. Georgia states that it is its territory.',
  },
  {
    id: 'state:transnistria',
    note: 'Proclaimed on 2 September 1990. The Republic of Moldova states that it is its territory; no member of the United Nations has recognised it.',
  },
  {
    id: 'state:nagorno-karabakh',
    note: 'A republic was proclaimed on 2 September 1991, and its institutions were declared dissolved by 1 January 2024. Azerbaijan states that the territory is its own; Security Council resolutions of 1993 speak of a region of Azerbaijan.',
  },
  {
    id: 'state:northern-cyprus',
    note: 'Proclaimed on 15 November 1983 and recognised by Türkiye. Cyprus states that it is its territory; Security Council resolution 541 (1983) considers the declaration legally invalid.',
  },
  {
    id: 'state:CYP',
    note: 'A member of the United Nations since 1960. Türkiye does not recognise its government, and writes “Greek Cypriot Administration”.',
  },
  {
    id: 'state:somaliland',
    note: 'Declared its independence on 18 May 1991. Somalia states that it is its territory; the United Nations and the African Union treat it as part of Somalia in their own documents.',
  },
  {
    id: 'place:falkland-islands',
    note: 'Administered by the United Kingdom. Argentina states that they are its territory, under the name Islas Malvinas. On the list of Non-Self-Governing Territories; General Assembly resolution 2065 (XX) of 1965 notes a dispute.',
  },
  {
    id: 'place:south-georgia-and-the-south-sandwich-islands',
    note: 'Administered by the United Kingdom. Argentina states that they are its territory, under the name Islas Georgias del Sur y Sandwich del Sur.',
  },
  {
    id: 'place:gibraltar',
    note: 'Administered by the United Kingdom under the Treaty of Utrecht of 1713. Spain states a claim; on the list of Non-Self-Governing Territories since 1946.',
  },
  { id: 'place:ceuta', name: 'Ceuta', note: 'Administered by Spain as an autonomous city. Morocco states a claim.' },
  {
    id: 'place:melilla',
    name: 'Melilla',
    note: 'Administered by Spain as an autonomous city. Morocco states a claim.',
  },
  {
    id: 'place:british-indian-ocean-territory',
    note: 'Administered by the United Kingdom under that name; Mauritius states that the Chagos Archipelago is its territory, as General Assembly resolution 73/295 (2019) affirms after an advisory opinion of the International Court of Justice. The two signed a treaty on it on 22 May 2025.',
  },
  {
    id: 'place:mayotte',
    note: 'Administered by France as a department. The Comoros state that it is their territory; General Assembly resolution 3385 (XXX) of 1975 names it among the islands of the Comoros.',
  },
  {
    id: 'place:new-caledonia',
    note: 'Administered by France. On the list of Non-Self-Governing Territories again since 1986.',
  },
  {
    id: 'place:french-polynesia',
    note: 'Administered by France. On the list of Non-Self-Governing Territories again since 2013, which France does not accept.',
  },
  {
    id: 'place:guantanamo-bay',
    name: 'Guantanamo Bay',
    note: 'Held by the United States under a lease of 1903. Cuba states that the lease is not valid.',
  },
  {
    id: 'place:essequibo',
    name: 'Essequibo',
    note: 'Administered by Guyana under an award of 1899. Venezuela states that it is its territory, as Guayana Esequiba; a case between them is before the International Court of Justice.',
  },
  {
    id: 'place:olivenza',
    name: 'Olivenza',
    note: 'Administered by Spain. Portugal does not recognise that it is Spain’s.',
  },
  {
    id: 'place:kashmir',
    note: 'India and Pakistan each administer a part, and each states a claim to more; China administers Aksai Chin. Security Council resolution 47 (1948) and later ones concern it. Lines on maps here follow nobody’s claim.',
  },
  { id: 'place:aksai-chin', name: 'Aksai Chin', note: 'Administered by China. India states that it is its territory.' },
  {
    id: 'place:arunachal-pradesh',
    name: 'Arunachal Pradesh',
    note: 'Administered by India as a state. China states that it is its territory, under the name Zangnan.',
  },
  {
    id: 'place:tibet',
    note: 'Administered by China as the Tibet Autonomous Region; exile institutions in India state otherwise of its status.',
  },
  {
    id: 'place:hong-kong',
    note: 'A special administrative region since 1 July 1997, under the Joint Declaration of China and the United Kingdom of 1984. The United Nations writes “China, Hong Kong Special Administrative Region”.',
  },
  {
    id: 'place:macao',
    note: 'A special administrative region since 20 December 1999, under the Joint Declaration of China and Portugal of 1987. The United Nations writes “China, Macao Special Administrative Region”.',
  },
  {
    id: 'place:spratly-islands',
    note: 'Brunei, China, Malaysia, the Philippines, Viet Nam and the authorities in Taipei state claims to all or some of them.',
  },
  {
    id: 'place:paracel-islands',
    note: 'Held by China since 1974. Viet Nam and the authorities in Taipei state claims.',
  },
  {
    id: 'place:scarborough-shoal',
    name: 'Scarborough Shoal',
    note: 'China, the Philippines and the authorities in Taipei state claims.',
  },
  {
    id: 'place:senkaku-islands',
    note: 'Administered by Japan under that name. China states that they are its territory, as Diaoyu Islands; so do the authorities in Taipei.',
  },
  {
    id: 'place:liancourt-rocks',
    name: 'Liancourt Rocks',
    note: 'Administered by the Republic of Korea as Dokdo. Japan states that they are its territory, as Takeshima.',
  },
  {
    id: 'place:kuril-islands',
    note: 'Administered by the Russian Federation. Japan states that the four southernmost are its territory, as Northern Territories.',
  },
  {
    id: 'place:sea-of-japan',
    name: 'Sea of Japan',
    note: 'The United Nations Secretariat writes “Sea of Japan”; the Republic of Korea writes “East Sea”.',
  },
  {
    id: 'place:persian-gulf',
    name: 'Persian Gulf',
    note: 'The United Nations Secretariat writes “Persian Gulf”; Arab states write “Arabian Gulf”.',
  },
  {
    id: 'place:abu-musa',
    name: 'Abu Musa',
    note: 'Held by Iran, with the Greater and Lesser Tunbs, since 1971. The United Arab Emirates state that the islands are their territory.',
  },
  {
    id: 'place:abyei',
    name: 'Abyei',
    note: 'Sudan and South Sudan each state a claim; under a special administrative status by their agreement of 2005, with a United Nations force since 2011.',
  },
  {
    id: 'place:halaib-triangle',
    name: 'Halaib Triangle',
    note: 'Administered by Egypt. Sudan states that it is its territory.',
  },
  { id: 'place:ilemi-triangle', name: 'Ilemi Triangle', note: 'Administered by Kenya. South Sudan states a claim.' },
  {
    id: 'place:antarctica',
    note: 'Seven states claim parts; the Antarctic Treaty of 1959 leaves claims as they were, and adds none.',
  },
  {
    id: 'state:MKD',
    note: 'So named since 12 February 2019, under an agreement with Greece of 17 June 2018. At the United Nations “The former Yugoslav Republic of Macedonia” from 8 April 1993; some states had used the constitutional name.',
  },
  {
    id: 'state:MMR',
    note: 'So named by its government since 18 June 1989, and at the United Nations. Some states and persons write “Burma”.',
  },
  {
    id: 'state:KOR',
    note: 'A member of the United Nations since 17 September 1991, as is the Democratic People’s Republic of Korea. The constitution of each speaks for the whole peninsula.',
  },
  {
    id: 'state:PRK',
    note: 'A member of the United Nations since 17 September 1991, as is the Republic of Korea. The constitution of each speaks for the whole peninsula.',
  },
  {
    id: 'state:VAT',
    note: 'The Holy See is a subject of international law and a permanent observer at the United Nations; the State of the City of the Vatican was founded with it in 1929. ISO 3166 lists the Holy See.',
  },
  {
    id: 'state:COK',
    note: 'Self-governing in free association with New Zealand; no member of the United Nations, whose Secretary-General accepts its treaties. Some states have recognised it as a state.',
  },
  {
    id: 'state:NIU',
    note: 'Self-governing in free association with New Zealand; no member of the United Nations, whose Secretary-General accepts its treaties. Some states have recognised it as a state.',
  },
  {
    id: 'state:TUR',
    note: 'So written at the United Nations since 1 June 2022, at its government’s request; “Turkey” before.',
  },
  { id: 'state:SWZ', note: 'So named since 19 April 2018; “Swaziland” before.' },
  { id: 'state:tibet', note: 'Governed from Lhasa from 1912 to 1951; China states that it was not a state.' },
]
