/** Nouns that several kinds ask for, as lemmas. */
export const TIES = 'relation|tie|link|relationship|relations|ties|links'
export const PACTS =
  'agreement|treaty|accord|pact|deal|memorandum|memoranda|mou|mous|protocol|convention|truce|ceasefire|cease-fire|armistice|communiqué|communique|concordat|arrangement|entente'
export const POSTS = 'embassy|consulate|mission|office|legation|representation|section|chancery|nunciature|commission'
export const MEASURES =
  'sanction|tariff|embargo|ban|restriction|duty|blockade|boycott|sanctions|tariffs|counter-sanction|counter-tariff|countermeasure'
export const GOODS =
  'aid|assistance|help|loan|grant|fund|funding|weapon|arm|arms|troop|equipment|vaccine|dose|relief|food|training|money|dollar|supply|credit|refuge|shelter|asylum|package|ammunition|missile|tank|aircraft|material|medicine|scholarship|doctor|medic|nurse|adviser|advisor|support|fuel|oil|gas|grain|wheat|million|billion|$|€|£|¥|expertise|service|donation|contribution|shipment|ventilator|kit|test|helicopter|jet|fighter|line|euro|pound|yen|yuan|peso|rupee|crown|krona|franc|soldier|personnel|force|rescuer|team|teams|sum|trillion|brigade|battalion|battery|system|tonnes|litre|barrel|drawdown|tranche|instalment|installment|drone|munition|howitzer|rifle|vehicle|ship|boat|rice|ton|tonne'
export const TALKS =
  'talk|meeting|summit|conversation|consultation|call|discussion|dialogue|negotiation|session|conference|talks|ministerial|trilateral|bilateral|round|forum|roundtable|lunch|luncheon|dinner|breakfast'
export const TRIPS = 'visit|trip|tour|stop|travel|journey|stopover|pilgrimage'
