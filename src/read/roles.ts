import { personId, slug } from '../model/ids.ts'
import { definitionOf, type Kind } from '../model/kinds/index.ts'
import { BODY_WORDS, PLACE_WORDS } from './en/titles.ts'
import { ACTING, type Entity, stateEntity } from './entity.ts'
import type { Filled } from './slots.ts'

/** What a role of a kind may hold; `visit.to` also takes a place by name. */
export function accepts(kind: Kind, role: string, e: Entity, f: Filled): boolean {
  const holds = definitionOf(kind).roles[role]?.holds
  const told =
    f.quantity.none ||
    f.quantity.every ||
    f.quantity.count ||
    f.quantity.but ||
    f.quantity.nth ||
    f.quantity.only ||
    f.quantity.inner?.count
  switch (`${kind}.${role}`) {
    case 'office.title':
      return e.type === 'group' && !ENVOYS.test(e.label)
    case 'envoy.title':
      return e.type === 'group' && (ENVOYS.test(e.label) || POSTED.test(e.label))
    case 'vote.voter':
      if (e.form === 'organ' && e.type === 'state') return false
      break
    case 'visit.to':
      if (e.type === 'name' && OF_REGION.test(e.label)) return false
      return e.type === 'state' || e.type === 'name' || (e.type === 'group' && !!told && COUNTRIES.test(e.noun ?? ''))
    case 'visit.visitor':
      return ['person', 'office'].includes(e.type) || (e.type === 'group' && human(e))
    case 'meeting.parties':
      return ['person', 'office', 'state', 'body'].includes(e.type) || (e.type === 'group' && human(e))
  }
  if ((kind === 'relations' || kind === 'agreement') && e.type === 'group' && BANDS.test(e.noun ?? '')) return true
  if (kind === 'relations' && e.type === 'body' && !e.of && STATES_OR_BANDS.test(e.label)) return true
  if (kind === 'sanction' && role === 'target' && e.type === 'name')
    return !isPlace(e.label) && !/\b(?:Terrorists?|Nationals?)\b/.test(e.label)
  if (kind === 'envoy' && role === 'host') return e.type === 'state' || e.type === 'body'
  if (kind === 'statehood') return (e.type === 'state' && e.form !== 'organ' && !(f.np && f.pronoun)) || !!e.described
  if (holds === 'state') return e.type === 'state' || !!e.described || (e.type === 'group' && !!told && stately(e))
  if (kind === 'office' && role === 'person')
    return (
      e.type === 'person' ||
      (e.type === 'state' && f.slot === 'subject' && f.np?.shared !== 'control' && !f.pronoun && e.form === 'name')
    )
  if (kind === 'office' && role === 'state')
    return e.type === 'state' || (e.type === 'body' && /\s|^\p{Lu}{2}/u.test(e.label))
  if (kind === 'envoy' && role === 'person' && e.type === 'group')
    return /^(?:diplomats?|envoys?|ambassadors?)$/.test(e.noun ?? '') && e.of !== undefined
  if (holds === 'person') return e.type === 'person' || (e.type === 'office' && e.of !== undefined)
  // "Food aid to Tigray": a region by its name.
  if (kind === 'aid' && role === 'receiver' && e.type === 'name') return GIVEN_TO.test(f.slot) && !isOfPerson(e.label)
  // "Hosts 5,000 refugees" tells of a community.
  if (kind === 'aid' && role === 'receiver' && f.slot === 'object' && told && HELPED.has(e.noun ?? '')) return false
  if (e.type === 'group' && (kind === 'sanction' || kind === 'aid')) {
    const noun = (e.noun ?? '').toLowerCase()
    if (role === 'target' ? LISTED.has(noun) : ACTORS.has(noun) || (role === 'receiver' && HELPED.has(noun)))
      return true
  }
  if (kind === 'agreement' && f.slot.endsWith('modifier') && e.type !== 'state') return false
  if (
    kind === 'agreement' &&
    e.type === 'group' &&
    ['leaders', 'ministers', 'governments', 'presidents'].includes(e.noun ?? '')
  )
    return true
  if (holds === 'party') {
    return (
      ['person', 'state', 'body', 'people'].includes(e.type) ||
      (e.type === 'office' && !!e.of) ||
      !!e.described ||
      (e.type === 'group' && !!told && stately(e))
    )
  }
  if (kind === 'membership' && role === 'body' && (e.of?.startsWith('state:') || ACTING.test(e.label))) return false
  if (holds === 'body')
    return (
      e.type === 'body' || (e.type === 'name' && !isPlace(e.label)) || (e.type === 'group' && BODYISH.has(e.noun ?? ''))
    )
  if (holds === 'place') return ['name', 'state', 'body'].includes(e.type)
  if (holds === 'people') return e.type === 'people' || e.type === 'group' || e.type === 'state'
  return true
}

/** "The European continent": a word of a name, and no place. */
const OF_REGION = /^(?:European|African|Asian|American)$/

/** Where those stand who get something. */
const GIVEN_TO = /(?:^|\.)(?:to|for)$/
const isOfPerson = (label: string): boolean => /\d/.test(label) || (/\s/.test(label) && !isPlace(label))
/** Whom measures are taken against, without a state that is named. */
const LISTED = new Set(
  'individuals persons nationals citizens officials entities companies firms banks vessels ships organizations organisations groups leaders people networks members prisons oligarchs militias firms businesses enablers airlines subsidiaries associates yachts judges'.split(
    ' ',
  ),
)
/** Who gives or takes measures, without a state that is named. */
const ACTORS = new Set('donors leaders governments countries nations states economies allies partners'.split(' '))
/** Who is helped, without a state that is named. */
const HELPED = new Set(
  'refugees returnees migrants evacuees victims survivors civilians rebels militias fighters forces communities'.split(
    ' ',
  ),
)
/** Armed groups, which states back. */
const BANDS = /^(?:militias?|rebels?|insurgents?|separatists?|paramilitaries|fighters)$/i
/** Bodies of states, and armed movements, that have relations as states have. */
const STATES_OR_BANDS =
  /^(?:the )?(?:European Union|EU|NATO|ASEAN|Association of Southeast Asian Nations|African Union|AU|OAS|Organization of American States|OIC|Organization of Islamic Cooperation|GCC|Gulf Cooperation Council|CARICOM|ECOWAS|Mercosur|Lima Group|Arab League|League of Arab States|Pacific Islands Forum|Houthis?|Hezbollah|Hamas|Taliban|Polisario Front)$/i
const ARMED = /^(?:forces|troops|soldiers|servicemen|army|armies|navy|military|police|pilots|marines)$/i
const COUNTRIES = /^(?:states|countries|nations)$/i
const STATELY =
  /\b(?:states?|countr(?:y|ies)|nations?|members?|governments?|powers?|democracies|economies|allies|neighbou?rs|signatories|parties|ones|others|two|three|four|five|six|seven|eight|nine|ten|none|rest)\b/i
const stately = (e: Entity): boolean => STATELY.test(e.label) || (e.noun !== undefined && /^[\d,]+$/.test(e.noun))
const HUMAN =
  /\b(?:delegations?|officials?|leaders?|ministers?|presidents?|people|team|group|counterparts?|representatives?|diplomats?|members|envoys?|ambassadors?|students?|soldiers|troops|forces|lawmakers|senators|businessm[ae]n|executives|experts|heads?|officers?|monarchs?|king|prince|chiefs?|commanders?|authorities|congressm[ae]n|parliamentarians|mps|pilgrims|tourists|visitors|youths?|advocates|activists|alumn[ia]e?|entrepreneurs|journalists|staff|personnel|survivors|scholars|citizens|stakeholders|parliamentarians|women|community|communities|families|partners|allies|businesses|mothers|fathers|parents|m[ae]n|workers|educators|teachers|volunteers|refugees|veterans|residents|farmers|victims|children)\b/i
/** Told by its head noun: "officials" of "officials of the ministry". */
export const human = (e: Entity): boolean => HUMAN.test(e.noun ?? '')

const BODYISH = new Set([
  'coalition',
  'alliance',
  'union',
  'bloc',
  'organisation',
  'organization',
  'group',
  'court',
  'league',
  'treaty',
  'area',
  'force',
  'task',
])
const isPlace = (label: string): boolean => PLACE_WORDS.has(label.toLowerCase().split(' ').at(-1) ?? '')

const ENVOYS = /\b(?:ambassador|envoy|chargé|consul)\b/i
const POSTED =
  /\b(?:(?:special|permanent|high|personal) representative|high commissioner|attaché|nuncio|minister[- ]counsell?or|diplomat|mission)\b/i

/** Kinds whose parties are states also when a president or an organ acts for them. */
const FOR_STATE = new Set([
  'agreement.between',
  'relations.between',
  'membership.state',
  'mission.sender',
  'mission.host',
  'vote.voter',
  'aid.giver',
  'sanction.target',
  'sanction.by',
])

/** An entity as a role of a kind holds it. */
export function asRole(kind: Kind, role: string, e: Entity): Entity {
  if (kind === 'visit' && role === 'visitor' && e.type === 'state' && e.acting && !ARMED.test(e.acting.noun))
    return { type: 'group', ...e.acting, span: e.span, of: e.id! }
  if (kind === 'visit' && role === 'to' && e.type === 'name' && e.of?.startsWith('state:'))
    return { ...stateEntity(e.of, e.span), word: e.label, form: 'place' }
  if (e.form === 'metonym' && e.word && (role === 'place' || (kind === 'visit' && role === 'to'))) {
    return { type: 'name', id: `place:${slug(e.word)}`, label: e.word, span: e.span }
  }
  if (kind === 'sanction' && e.type === 'group' && e.of?.startsWith('state:')) return stateEntity(e.of, e.span)
  if (kind === 'aid' && e.type === 'group' && e.of?.startsWith('state:') && ARMED.test(e.noun ?? ''))
    return stateEntity(e.of, e.span)
  if (kind === 'aid' && e.type === 'group' && e.of?.startsWith('state:') && isOfState(role, e.noun ?? ''))
    return stateEntity(e.of, e.span)
  if (kind === 'mission' && role === 'sender' && e.type === 'body' && e.of?.startsWith('state:') && POST.test(e.label))
    return stateEntity(e.of, e.span)
  if (kind === 'mission' && role === 'host' && e.at) return stateEntity(e.at, e.span)
  if (kind === 'meeting' && e.type === 'group' && e.noun === 'diplomats' && e.of?.startsWith('state:'))
    return stateEntity(e.of, e.span)
  if (kind === 'sanction' && role === 'target' && e.type === 'person') return e
  if (kind === 'office' && role === 'person' && e.type === 'name' && isFullName(e.label))
    return { ...e, type: 'person', id: personId(e.label) }
  if (kind === 'vote' && LEGISLATORS.test(e.label)) return e
  if (kind === 'membership' && e.title?.sort === 'official') return e
  if (kind === 'membership' && role === 'state' && e.type === 'person' && e.title?.sort !== 'head') return e
  const home = e.of ?? (e.type === 'body' && ACTING.test(e.label) ? e.at : undefined)
  const stands = ['person', 'office', 'body'].includes(e.type) && home?.startsWith('state:')
  if (e.type === 'body' && !ACTING.test(e.label)) return e
  return stands && FOR_STATE.has(`${kind}.${role}`) ? stateEntity(home!, e.span) : e
}

/** Who votes at home, and not for the state. */
const LEGISLATORS =
  /\b(?:lawmaker|legislator|deput(?:y|ie)|senator|congress|parliamentarian|member|councillor|mp)(?:s|man|men|woman|women)?\b/i

/** "The Israeli Liaison Office" is Israel's. */
const POST = /(?:^| )(?:Embassy|Consulate|Consulate General|Liaison Office|Legation|Interests Section|Chancery)$/

/** A people, its organs and what serves it are helped as their state; "Togo's candidate" is not. */
const isOfState = (role: string, noun: string): boolean =>
  (role === 'receiver' ? SERVING : GIVING).has(noun.toLowerCase())
const GIVING = new Set(['people', 'taxpayers', 'public'])
const SERVING = new Set(
  `people population public government authorities ministry ministries military army navy police forces troops guard soldiers defenders
  defense defence needs recovery capacity capability capabilities sector system economy budget institutions hospitals schools agencies services farmers families women children youth civilians`.split(
    /\s+/,
  ),
)

/** Two to four capitalised words, none of them a place's or a body's: who takes an office may be named nowhere else. */
const isFullName = (label: string): boolean => {
  const words = label.split(' ')
  return (
    words.length > 1 &&
    words.length < 5 &&
    words.every((w) =>
      /^\p{Lu}(?=[\p{L}.’'-]*\p{Ll})[\p{L}.’'-]*$|^(?:al|bin|de|da|van|von|der|del|di|la)$|^\p{Lu}\.$/u.test(w),
    ) &&
    !words.some((w) => PLACE_WORDS.has(w.toLowerCase()) || BODY_WORDS.has(w.toLowerCase()))
  )
}
