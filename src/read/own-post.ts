import { type Entity, stateEntity } from './entity.ts'
import { type Filled, phrasesIn, type Site } from './slots.ts'

/** "She was sworn in as Director General": in a state's own release a post that names no state is that state's. */
export function ofHouse({ refs, line, clause }: Site, person: Filled[] = [], post: Filled[] = []): Filled[] {
  const { house } = refs
  const own = person[0]?.entities.every((e) => e.type === 'person' && (e.of === undefined || e.of === house))
  const as = phrasesIn(line, clause, 'as')[0]
  if (!house || !own || !as || !post.length || HIGH.test(line.tokens[as.head]!.lemma)) return []
  if (post.some((f) => f.entities.some((e) => e.id === house))) return []
  return [{ slot: 'house', entities: [stateEntity(house, line.tokens[clause.predicate]!)], quantity: {} }]
}
const HIGH = /^(?:president|premier|chancellor|king|queen|emperor|pope|sultan|emir)$/i

/** Titles that the clause itself gives, and that are no envoy's. */
export const domestic = (titles: Filled[] = []): Filled[] =>
  titles.filter((f) => f.slot.startsWith('as') && f.entities.every((e) => !ENVOY.test(e.label)))
/** "The ambassador resigned", "resigned as ambassador": a post abroad, and no office. */
export const postAbroad = ({ line, clause }: Site, persons: Filled[] = []): boolean =>
  persons.some(({ entities }) => entities.some((e) => e.title?.sort === 'envoy')) ||
  phrasesIn(line, clause, 'as').some((np) => ENVOY.test(line.tokens[np.head]!.form))
const ENVOY = /\b(?:ambassador|envoy|consul|high commissioner)\b/i

/** "Turkey recalled *its U.S. ambassador*": sent by who recalls, to the state that the word before the post names. */
export function ofTheRecalling(
  site: Site,
  { person = [], sender = [], host = [] }: Record<string, Filled[]>,
): Record<string, Filled[]> {
  const { line, clause, refs } = site
  const own = clause.objects.some((np) => /^(?:its|his|her)$/i.test(line.tokens[np.tokens[0] ?? np.head]!.form))
  const [who, ...more] = clause.subjects.flatMap((np) => refs.resolve(line, np))
  const [of] = sender.flatMap((f) => f.entities)
  if (!own || !of || host.length || more.length || who?.type !== 'state' || who.id === of.id) return {}
  const sent = ({ as: _, ...e }: Entity): Entity => ({ ...e, of: who.id! })
  const persons = person.map((f) => ({ ...f, entities: f.entities.map(sent) }))
  return { person: persons, sender: [{ slot: 'subject', entities: [who], quantity: {} }], host: sender }
}
