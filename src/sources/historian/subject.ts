import { existed, findNames, predecessors } from '../../atlas/index.ts'
import type { EntityId } from '../../model/ids.ts'
import type { Day } from '../../model/when.ts'
import { stateNamed } from '../state-named.ts'
import type { Article } from './articles.ts'
import { destination } from './countries.ts'

/** States that one article tells of together. */
const SIBLINGS: readonly (readonly EntityId[])[] = [
  ['state:YEM', 'state:YMD'],
  ['state:DEU', 'state:DDR'],
  ['state:CHN', 'state:TWN'],
  ['state:VNM', 'state:south-vietnam', 'state:VDR'],
  ['state:KOR', 'state:PRK'],
]
/** Articles on what no list of states has: a government of 1848 that no state followed. */
const NO_STATE: ReadonlySet<string> = new Set(['federal-government-germany'])

/**
 * The state of which an entry of an article tells on a day: the article's country as of the day, or the part of it that the
 * heading or the sentence names ("American Embassy in Aden (South Yemen)").
 */
export function subjectOf(article: Article, heading: string, sentence: string, day: Day): EntityId | undefined {
  if (NO_STATE.has(article.id)) return undefined
  const bracketed = /\(([A-Z][^()\d]+)\)/.exec(heading)?.[1]
  const part = bracketed ? stateNamed(bracketed, day) : undefined
  const filed = destination(article.id, article.country, day)?.to
  const own = filed?.startsWith('state:') ? filed : stateNamed(article.country, day)
  if (!own) return undefined
  if (part && isSibling(own, part) && existed(part, day)) return part
  const other = existed(own, day) ? undefined : (otherIn(heading.replace(FROM, ''), day) ?? federationOf(own, day))
  if (other) return other
  // An article on a state that ended is of that state alone.
  if (article.ended) return own
  return siblingIn(heading, own, day) ?? siblingIn(sentence, own, day) ?? own
}

/** "Recognition of Estonian Independence *from the USSR*": it is not the other that was recognised. */
const FROM = /\bfrom (?:the )?[A-Z][\s\S]*/

const isSibling = (a: EntityId, b: EntityId): boolean => SIBLINGS.some((one) => one.includes(a) && one.includes(b))

/** Another part of the country that a text names, by itself or its capital, and that is not the first's name as well. */
function siblingIn(text: string, own: EntityId, day: Day): EntityId | undefined {
  const named = findNames(text, day).map(({ candidates }) => candidates.map(({ id }) => id))
  if (named.some((ids) => ids.includes(own))) return undefined
  return named.map(([first]) => first).find((id) => id && id !== own && isSibling(own, id) && existed(id, day))
}

/** The one state that a heading names, where the article's own was not there yet: "Recognition of the Federation …, 1824". */
function otherIn(heading: string, day: Day): EntityId | undefined {
  const named = findNames(heading, day).flatMap(({ candidates }) => candidates[0]?.id ?? [])
  const states = new Set(named.filter((id) => id.startsWith('state:') && id !== 'state:USA' && existed(id, day)))
  return states.size === 1 ? [...states][0] : undefined
}

const FEDERATION: EntityId = 'state:central-america'

/** What is told of five states before they were is told of the federation that they formed. */
const federationOf = (own: EntityId, day: Day): EntityId | undefined =>
  existed(FEDERATION, day) && predecessors(own).includes(FEDERATION) ? FEDERATION : undefined
