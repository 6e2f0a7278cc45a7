/** What a heading says happened: "Elevation of American Legation to Embassy Status, 1942." */
export interface Announced {
  kind: 'relations' | 'mission'
  step: 'recognised' | 'established' | 'restored' | 'severed' | 'suspended' | 'opened' | 'closed'
  /** Of a mission. */
  type?: 'embassy' | 'legation' | 'consulate' | 'office' | 'interests section'
  /** One mission was made another: the other ended by it. */
  raised?: true
}

export interface Heading {
  events: Announced[]
  /** The one year that it names. */
  year?: string
}

const MISSION = /\b(Embass(?:y|ies)|Legations?|Consulates?(?: General)?|Liaison Office|Interests? Sections?)\b/
const AGAIN = /\b(?:Re-?establish|Resum|Restor|Renew|Re-?open|Return)/i
const ESTABLISHED =
  /\b(?:Re-?)?establish(?:ment|ed|ing)|\b(?:Re-?)?open(?:ing|ed)|\bResum(?:ption|ed)|\bRestor(?:ation|ed)/i
const CLOSED = /\b(?:Clos(?:ure|ed|ing|es)|Suspension of (?:Embassy |U\.S\. Embassy |American Embassy )?|Suspends?)/
const RAISED = /\b(?:Elevat(?:ion|ed)|Rais(?:ed|ing)|Upgrad(?:ed|ing|e))\b/
const SEVERED = /\b(?:Sever(?:ed|ance|ing)|Terminat(?:ion|ed)|Break|Broken)\b/
const SUSPENDED = /\b(?:Suspen(?:sion|ded)|Interrupt(?:ion|ed)|Cessation|Ended)\b/
/** By the United States, or by both; what another state recognised is another fact. */
const RECOGNISED =
  /^(?:(?:Re-)?Recognition of (?!the United|U\.S)|(?:U\.S\.|United States|American|Mutual) Recognition\b)/
const CONSULAR = /\bConsular Relations\b/
const RELATIONS = /\b(?:Diplomatic|Normal|Ambassadorial|Full|Bilateral)? ?Relations\b/
/** Missions of the other side, relations that are not diplomatic, and what is said not to have happened. */
const OTHERS = /\bin the United States\b|\bin Washington\b|\bNo Diplomatic\b|\bmoves?\b|\bmoved\b|\bOther\b/i
const DEMONYM = /\b(?!American\b)[A-Z][a-z]+(?:an|ish|ese|ch|ian|i)\s+(?:Embassy|Legation|Consulate|Mission)\b/

/** What a heading announces of the missions and relations of the United States; nothing of what it does not say plainly. */
export function headingOf(text: string, country: string): Heading {
  const years = new Set([...text.matchAll(/\b1[789]\d\d\b|\b20\d\d\b/g)].map(([year]) => year))
  const [year] = years.size === 1 ? [...years] : []
  if (OTHERS.test(text) || DEMONYM.test(text) || isElsewhere(text, country))
    return { events: [], ...(year && { year }) }
  return { events: eventsOf(text), ...(year && { year }) }
}

/** Relations with somebody other than the article's country ("Cessation of Relations with Imperial Germany"). */
function isElsewhere(text: string, country: string): boolean {
  if (/\bPRC\b/.test(text) && country === 'China') return false
  const other = /\bRelations [Ww]ith (?:the )?(?:Independent |Republic of |Kingdom of )?([A-Z]\w+)/.exec(text)?.[1]
  return other !== undefined && !country.includes(other)
}

function eventsOf(text: string): Announced[] {
  const mission = typeOf(text)
  if (RAISED.test(text) && /Embassy|Legation/.test(text))
    return [
      {
        kind: 'mission',
        step: 'opened',
        type: /(?:to|Embassy)\b.{0,400}Embass|Embassy/.test(text) ? 'embassy' : 'legation',
        raised: true,
      },
    ]
  if (RECOGNISED.test(text)) return [{ kind: 'relations', step: 'recognised' }]
  if (CONSULAR.test(text) && ESTABLISHED.test(text)) return [{ kind: 'mission', step: 'opened', type: 'consulate' }]
  const events: Announced[] = []
  if (RELATIONS.test(text)) {
    if (SEVERED.test(text)) events.push({ kind: 'relations', step: 'severed' })
    else if (SUSPENDED.test(text)) events.push({ kind: 'relations', step: 'suspended' })
    else if (ESTABLISHED.test(text))
      events.push({ kind: 'relations', step: AGAIN.test(text) ? 'restored' : 'established' })
  }
  if (!mission) return events
  if (CLOSED.test(text)) events.push({ kind: 'mission', step: 'closed', type: mission })
  else if (ESTABLISHED.test(text) && !SEVERED.test(text))
    events.push({ kind: 'mission', step: 'opened', type: mission })
  return events
}

const TYPES = { emb: 'embassy', leg: 'legation', con: 'consulate', lia: 'office', int: 'interests section' } as const

function typeOf(text: string): Announced['type'] | undefined {
  const found = MISSION.exec(text)?.[1]?.slice(0, 3).toLowerCase()
  return found ? TYPES[found as keyof typeof TYPES] : undefined
}
