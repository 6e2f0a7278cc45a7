import { distinct, type Entity } from './entity.ts'
import { enclosing, type Filled, fill, phrasesIn, type Site } from './slots.ts'

const RECEIVING = new Set(['welcome', 'host', 'receive', 'greet'])
/** "The foreign minister of Oman, Badr al Busaidi" is one person, whatever the tree makes of the comma. */
export function withoutTitles(found: Filled[]): Filled[] {
  const persons = found.flatMap((f) => f.entities.filter((e) => e.type === 'person'))
  const named = (e: Filled['entities'][number]) =>
    e.type === 'office' && persons.some((p) => p.span.start >= e.span.end && p.span.start - e.span.end <= 2)
  return found
    .map((f) => ({ ...f, entities: f.entities.filter((e) => !named(e)) }))
    .filter((f) => f.entities.length > 0)
}

/** A meeting needs two sides, or a group or body that meets. */
export function unmet(site: Site, roles: Record<string, Filled[]>): string | undefined {
  const parties = distinct((roles.parties ?? []).flatMap((f) => f.entities))
  const { clause } = site
  const sided = ['with', 'object'].some((slot) => phrasesIn(site.line, clause, slot).length > 0)
  const others = (roles.parties ?? []).some((f) => f.slot !== 'subject')
  if (clause.form === 'verb' && sided && !others && !RECEIVING.has(clause.lemma)) return 'somebody on the other side'
  const things = clause.lemma === 'meet' && clause.voice === 'active' && clause.objects.length > 0
  const received = RECEIVING.has(clause.lemma) && clause.form === 'verb'
  if (
    received &&
    !(roles.parties ?? []).some(
      (f) => f.slot === 'object' && f.entities.some((e) => e.type !== 'state' && e.type !== 'body'),
    )
  ) {
    return 'somebody who is received'
  }
  if (things && !(roles.parties ?? []).some((f) => f.slot === 'object')) return 'somebody who is met'
  if (parties.length > 1 || ((clause.form === 'noun' || clause.lemma === 'meet') && parties[0]?.type === 'body'))
    return undefined
  const group =
    parties[0]?.type === 'group' && parties[0].plural && parties[0].of === undefined && clause.objects.length === 0
  return group && clause.lemma === 'meet' ? undefined : 'a second party'
}

/** "Will travel to Algiers *for meetings with* A": who travels meets, when and as the journey is told. */
export function heldWithin(site: Site, roles: Record<string, Filled[]>): true | undefined {
  const { line, clause } = site
  const found = roles.parties ?? []
  if (clause.form !== 'noun' || !found.length || found.some((f) => !['with'].includes(f.slot))) return undefined
  const outer = enclosing(line, clause)
  const serves =
    outer &&
    ['for', 'during', 'at', 'in', 'after', 'following', 'on'].some((prep) =>
      phrasesIn(line, outer, prep).some((np) => np.head === clause.predicate || np.tokens.includes(clause.predicate)),
    )
  if (!outer || !serves) return undefined
  const who = fill(site, 'outer').map((f) => ({
    ...f,
    entities: f.entities.filter((e) => ['person', 'state', 'office'].includes(e.type)),
  }))
  const some = who.filter((f) => f.entities.length > 0)
  if (!some.length) return undefined
  roles.parties = [...some, ...found]
  return serves && phrasesIn(line, outer, 'for').some((np) => np.tokens.includes(clause.predicate)) ? true : undefined
}

/** "With President A and other officials": unnamed groups beside named persons are dropped. */
export function namedAlone(found: readonly Filled[]): Filled[] {
  const sides = new Map<string, Entity[]>()
  for (const f of found) sides.set(f.slot, [...(sides.get(f.slot) ?? []), ...f.entities])
  return found
    .map((f) => {
      const persons = sides.get(f.slot)!.filter((e) => e.type === 'person')
      const own = new Set(persons.map((p) => p.of))
      return {
        ...f,
        entities: f.entities.filter(
          (e) => !persons.length || !isUnnamed(e) || !(own.has(e.id) || own.has(e.of) || e.of === undefined),
        ),
      }
    })
    .filter((f) => f.entities.length > 0)
}
/** A group by its words, or officials who stand for their state. */
const isUnnamed = (e: Entity): boolean => e.type === 'group' || (e.type === 'state' && e.form === 'organ')
