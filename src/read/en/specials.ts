import type { Article, Line } from '../article.ts'
import type { Draft } from '../draft.ts'
import type { Match } from '../match.ts'
import type { References } from '../reference.ts'
import type { Memory } from '../together.ts'
import { alliesNamed } from './ally.ts'
import { envoysNamed } from './apposition.ts'
import { backed } from './backed.ts'
import { communities } from './community.ts'
import { companions } from './companions.ts'
import { datedPacts } from './dated-pact.ts'
import { delegations } from './delegation.ts'
import { echoes } from './echo.ts'
import { postsNamed } from './embassy.ts'
import { guests } from './guests.ts'
import { itinerary } from './itinerary.ts'
import { membersNamed } from './member.ts'
import { postsCounted } from './posts-counted.ts'
import { presence } from './presence.ts'
import { statusQuotes } from './status.ts'
import { tallies } from './tally.ts'
import { whoWasFirst } from './who-first.ts'
import { years } from './years.ts'

/** A sentence with all that frames have made of it. */
export interface Scene {
  article: Article
  refs: References
  line: Line
  matches: readonly Match[]
  drafts: readonly Draft[]
  memory: Memory
}

/** Claims that numbers and appositions make without a predicate of their own. */
export const specials = (scene: Scene): Draft[] => [
  ...years(scene),
  ...communities(scene),
  ...delegations(scene),
  ...tallies(scene),
  ...itinerary(scene),
  ...presence(scene),
  ...backed(scene),
  ...envoysNamed(scene),
  ...statusQuotes(scene),
  ...datedPacts(scene),
  ...echoes(scene),
  ...guests(scene),
  ...alliesNamed(scene),
  ...membersNamed(scene),
  ...postsNamed(scene),
  ...postsCounted(scene),
  ...whoWasFirst(scene),
  ...companions(scene),
]
