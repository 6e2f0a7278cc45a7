/** Nouns that several kinds ask for, as lemmas. */
export const TIES = 'relation|tie|link|relationship|relations|ties|links'
export const PACTS =
  'agreement|treaty|accord|pact|deal|memorandum|protocol|convention|truce|ceasefire|cease-fire|armistice|communiqué|charter|compact|concordat'
export const POSTS = 'embassy|consulate|mission|office|legation|delegation|representation|section'
export const MEASURES = 'sanction|tariff|embargo|ban|restriction|duty|blockade|boycott|sanctions|tariffs'
export const GOODS =
  'aid|assistance|help|loan|grant|fund|funding|weapon|arm|arms|troop|equipment|vaccine|dose|relief|food|training|money|dollar|supply|credit|refuge|shelter|asylum|package|ammunition|missile|tank|aircraft|material|medicine|scholarship|doctor|medic|nurse|adviser|advisor|support|fuel|oil|gas|grain|wheat|million|billion|$|€|£|¥|expertise|service'
export const TALKS =
  'talk|meeting|summit|conversation|consultation|call|discussion|dialogue|negotiation|session|conference|talks'
export const TRIPS = 'visit|trip|tour|stop|travel|journey|stopover|pilgrimage'
