import type { EntityId } from '../model/ids.ts'
import type { Word } from './fold.ts'
import type { NameHit } from './types.ts'

/** Names that two bear, of whom a text mostly means the one that it also names otherwise. */
const SHARED: ReadonlySet<string> = new Set(['congo', 'congolese', 'dominican', 'dominicans', 'georgia'])

/** Words that a text about a part of the United States has and one about the state of that name has not. */
const CUES: Readonly<Record<EntityId, ReadonlySet<string>>> = {
  'place:georgia': new Set(
    'atlanta savannah augusta macon kemp ossoff warnock bulldogs alabama tennessee governor lieutenant statehouse gop county counties'.split(
      ' ',
    ),
  ),
}

/** So many characters on either side of a name may hold a cue. */
const REACH = 1200

/** Where the cues of each place stand in a text. */
const cuesIn = (words: readonly Word[]): Map<EntityId, number[]> =>
  new Map(
    Object.entries(CUES).map(([id, cues]) => [id, words.flatMap((word) => (cues.has(word.key) ? [word.start] : []))]),
  )

/** Whether some of the ascending numbers lies within reach of `at`. */
function isNear(sorted: readonly number[], at: number): boolean {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < at - REACH) low = middle + 1
    else high = middle
  }
  return low < sorted.length && sorted[low]! <= at + REACH
}

/** Whom the text names beyond doubt. */
function certain(hits: readonly NameHit[]): Set<EntityId> {
  const named = new Set<EntityId>()
  for (const { candidates } of hits) if (candidates.length === 1) named.add(candidates[0]!.id)
  return named
}

const first = (hit: NameHit, id: EntityId): NameHit => {
  const [chosen] = hit.candidates.filter((c) => c.id === id)
  const rest = hit.candidates.filter((c) => c.id !== id)
  return chosen
    ? { ...hit, candidates: [{ ...chosen, why: `${chosen.why}, named otherwise in the text` }, ...rest] }
    : hit
}

/**
 * Puts first, of those that share a name, the one that the rest of the text speaks of: "Congo" beside "Kinshasa". Where it
 * speaks of both or neither, the order stays.
 */
export function settled(text: string, words: readonly Word[], hits: NameHit[]): NameHit[] {
  let named: Set<EntityId> | undefined
  let cues: Map<EntityId, number[]> | undefined
  return hits.map((hit) => {
    if (hit.candidates.length < 2 || !SHARED.has(text.slice(hit.start, hit.end).toLowerCase())) return hit
    named ??= certain(hits)
    cues ??= cuesIn(words)
    const spoken = hit.candidates.filter(({ id }) => named!.has(id) || isNear(cues!.get(id) ?? [], hit.start))
    return spoken.length === 1 && spoken[0] !== hit.candidates[0] ? first(hit, spoken[0]!.id) : hit
  })
}

/** Names of states that are given names too, and what may follow them in a name of the state's own. */
const GIVEN: ReadonlySet<string> = new Set(['jordan', 'chad', 'georgia'])
const OFFICIAL: ReadonlySet<string> = new Set(
  'king queen prince princess crown president prime foreign finance interior defence defense minister ministry government army armed air navy national royal central bank parliament supreme high federal constitutional electoral red valley river times basin football federation university airlines airways olympic team embassy ambassador petroleum phosphate dream tech military police customs news state strategic investment chamber sunday monday tuesday wednesday thursday friday saturday january february march april may june july august september october november december and'.split(
    ' ',
  ),
)

/** "Chad Smith", "Jordan Henderson": a given name with a surname after it. */
export function isGivenName(words: readonly Word[], first: number, last: number): boolean {
  const [name, next] = [words[first]!, words[last + 1]]
  if (first !== last || !GIVEN.has(name.key) || name.possessive || name.upper) return false
  return !!next?.capital && !next.upper && next.gap === 'space' && !OFFICIAL.has(next.key)
}

const AMERICAN: ReadonlySet<string> = new Set(
  'alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming ontario queensland tasmania'.split(
    ' ',
  ),
)
const AMERICAN_TWO: ReadonlySet<string> = new Set([
  ...['new hampshire', 'new jersey', 'new mexico', 'new york', 'north carolina', 'north dakota', 'rhode island'],
  ...['south carolina', 'south dakota', 'west virginia', 'new south wales'],
])

/** Names of states and capitals that towns elsewhere bear. */
const TOWNS: ReadonlySet<string> = new Set(
  'amsterdam athens belfast belgrade berlin bogota bolivia brazil cairo canton china cuba delhi denmark dublin edinburgh egypt florence geneva havana holland jamaica jordan lebanon lima lisbon london madrid manila mexico milan moscow naples norway odessa oslo ottawa palestine panama paris peru poland prague rome rotterdam scotland sofia stockholm sweden troy vienna warsaw'.split(
    ' ',
  ),
)

/** "Peru, Illinois", "Paris, Texas": a town of that name. */
export function isTown(words: readonly Word[], last: number): boolean {
  const [next, after] = [words[last + 1], words[last + 2]]
  if (!TOWNS.has(words[last]!.key)) return false
  if (next?.gap !== 'comma' || !next.capital || words[last]!.possessive) return false
  return AMERICAN.has(next.key) || (after?.gap === 'space' && AMERICAN_TWO.has(`${next.key} ${after.key}`))
}
