import { distinct, type Entity, stateEntity } from './entity.ts'
import { enclosing, type Filled, fill, phrasesIn, type Site } from './slots.ts'
import { turnSpeakers } from './speaker.ts'

const RECEIVING = new Set(['welcome', 'host', 'receive', 'greet'])
/** "The foreign minister of Oman, Badr al Busaidi" is one person, whatever the tree makes of the comma. */
export function withoutTitles(found: Filled[], text: string): Filled[] {
  const persons = found.flatMap((f) => f.entities.filter((e) => e.type === 'person'))
  const named = (e: Filled['entities'][number]) =>
    e.type === 'office' &&
    persons.some(
      (p) =>
        (p.span.start >= e.span.end && p.span.start - e.span.end <= 2) ||
        (p.span.end <= e.span.start && /^, (?:the|an?|its|[^,;.]{0,40}’s) /.test(text.slice(p.span.end, e.span.start))),
    )
  return found
    .map((f) => ({ ...f, entities: f.entities.filter((e) => !named(e)) }))
    .filter((f) => f.entities.length > 0)
}

/** Bodies whose meetings are between states. */
const OF_STATES =
  /\b(?:Nations|UN|Summit|Union|[EA]U|NATO|ASEAN|APEC|G-?\d+|Council of Europe|Security Council|General Assembly|Human Rights Council|Commonwealth|League|OPEC|OSCE|OAS|BRICS|Quad|Alliance|Cooperation|World|International Monetary|Community|CARICOM|ECOWAS|Mercosur|Forum|Coalition|Conference of)\b/i
/** "Called on the parties *to leave*": a request. */
const asksOf = ({ line, clause }: Site): boolean =>
  line.clauses.some((c) => c.mark === 'to' && (c.governor === clause.id || c.host === clause.id))

/** A call is paid to somebody, not to a state. */
const unseen = (roles: Record<string, Filled[]>): string | undefined =>
  (roles.parties ?? []).some(
    (f) =>
      f.slot !== 'subject' && f.entities.some((e) => e.type === 'person' || e.type === 'office' || e.form === 'organ'),
  )
    ? undefined
    : 'somebody who is called on'

const ONE_TO_ONE = new Set(['meet', 'call', 'phone', 'telephone'])
/** A meeting needs two sides, or a group or body that meets. */
export function unmet(
  site: Site,
  roles: Record<string, Filled[]>,
  needs: Readonly<Record<string, string>> = {},
): string | undefined {
  const parties = distinct((roles.parties ?? []).flatMap((f) => f.entities))
  const { clause } = site
  const facing = ONE_TO_ONE.has(clause.lemma) ? ['with', 'object'] : ['with']
  const sided = facing.some((slot) => phrasesIn(site.line, clause, slot).length > 0)
  const others = (roles.parties ?? []).some((f) => f.slot !== 'subject')
  if (clause.form === 'verb' && sided && !others && !RECEIVING.has(clause.lemma)) return 'somebody on the other side'
  if (/^call (?:up)?on$/.test(clause.lemma) || needs['on|upon'])
    return asksOf(site) ? 'a visit, not a request' : unseen(roles)
  if (clause.lemma === 'call' && clause.form === 'verb' && !rings(site, roles)) return 'somebody who is rung up'
  if (clause.lemma === 'see' && !rings(site, roles)) return 'somebody who is seen'
  const withPersons = (roles.parties ?? []).some(
    (f) => f.slot === 'with' && f.entities.every((e) => ['person', 'office', 'group'].includes(e.type)),
  )
  if (clause.lemma === 'discuss' && needs.with && !withPersons) return 'somebody on the other side'
  const vague = (roles.parties ?? []).filter((f) => f.slot === 'with').flatMap((f) => f.entities)
  if (
    clause.lemma === 'engage' &&
    vague.length > 0 &&
    vague.every((e) => /\b(?:partners|allies|community)$/i.test(e.label))
  )
    return 'somebody who is named'
  if (clause.lemma === 'engage' && !(roles.parties ?? []).some((f) => f.slot === 'with'))
    return 'somebody on the other side'
  const things = clause.lemma === 'meet' && clause.voice === 'active' && clause.objects.length > 0
  const received = RECEIVING.has(clause.lemma) && clause.form === 'verb' && !/^[^!]/.test(needs.object ?? '')
  if (
    received &&
    !(roles.parties ?? []).some(
      (f) => f.slot === 'object' && f.entities.some((e) => e.type !== 'state' && e.type !== 'body'),
    )
  ) {
    return 'somebody who is received'
  }
  if (things && !(roles.parties ?? []).some((f) => f.slot === 'object')) return 'somebody who is met'
  const alone = parties[0]?.type === 'body' && OF_STATES.test(parties[0].label)
  if (parties.length > 1 || ((clause.form === 'noun' || clause.lemma === 'meet') && alone)) return undefined
  const group =
    parties[0]?.type === 'group' && parties[0].plural && parties[0].of === undefined && clause.objects.length === 0
  return group && clause.lemma === 'meet' ? undefined : 'a second party'
}

/** "Called President A to discuss …", "will see President A on Monday": where nothing says what A is called, or seen to do. */
function rings({ line, clause }: Site, roles: Record<string, Filled[]>): boolean {
  const of = (slot: string) => (roles.parties ?? []).filter((f) => f.slot === slot).flatMap((f) => f.entities)
  const [from, to] = [of('subject'), of('object')]
  const last = Math.max(...clause.objects.flatMap((o) => line.mentionAt[o.head]?.end ?? o.span.end))
  const next = line.tokens.find((t) => t.start >= last)?.form.toLowerCase() ?? '.'
  const official = (e: Entity) => e.type === 'person' && (e.of !== undefined || e.title !== undefined)
  return from.some(official) && to.some(official) && clause.predicatives.length === 0 && AFTER_CALL.has(next)
}
const AFTER_CALL = new Set(
  '. , to about on today yesterday tomorrow following after and over by from in at next this again later when during'.split(
    ' ',
  ),
)

/** "In Chad, she will meet with government officials": theirs is the state where they are met. */
export function atHome(site: Site, found: Filled[]): Filled[] {
  const { line, clause } = site
  const unnamed = (e: Entity) => e.type === 'group' && e.of === undefined && GOVERNING.test(e.label)
  if (!found.some((f) => f.slot !== 'subject' && f.entities.some(unnamed))) return found
  const place =
    fill(site, 'in')
      .flatMap((f) => f.entities)
      .find((e) => e.type === 'state') ?? openingState(line)
  if (!place || clause.form !== 'verb') return found
  return found.map((f) =>
    f.slot === 'subject'
      ? f
      : { ...f, entities: f.entities.map((e) => (unnamed(e) ? { ...place, span: e.span, form: 'organ' } : e)) },
  )
}
const GOVERNING =
  /\bgovernment\b|^(?:senior |local |host |national )*(?:officials|counterparts|leaders|authorities|ministers)$/i

/** "In Djibouti, …": the state that opens the sentence. */
function openingState(line: Site['line']): Entity | undefined {
  const k = line.tokens.slice(0, 3).findIndex((t) => t.form.toLowerCase() === 'in')
  const m = k < 0 ? undefined : line.mentionAt[k + 1]
  return m?.type === 'state' ? stateEntity(m.id, m) : undefined
}

/** "We have spoken by phone" in a transcript of two: both. */
export function bothSpeakers({ article, line }: Site, found: Filled[]): Filled[] {
  const we = found.length === 1 && found[0]!.np && /^(?:we|us)$/i.test(line.tokens[found[0]!.np.head]!.form)
  const speakers = we ? turnSpeakers(article) : []
  return speakers.length === 2 ? [{ ...found[0]!, entities: speakers }] : found
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
  return outer.tense === 'future' || phrasesIn(line, outer, 'for').some((np) => np.tokens.includes(clause.predicate))
    ? true
    : undefined
}

/** "With President A and other officials": unnamed groups beside named persons are dropped. */
export function namedAlone(all: readonly Filled[], article: Site['article']): Filled[] {
  const found = own(all, article)
  const sides = new Map<string, Entity[]>()
  const persons = found
    .filter((f) => f.slot === 'subject')
    .flatMap((f) => f.entities.filter((e) => e.type === 'person'))
  if (persons.length > 1 && found.some((f) => f.slot === 'object.modifier'))
    return namedAlone(
      all.filter((f) => f.slot !== 'object.modifier'),
      article,
    )
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
/** "Met with U.S. Embassy staff": those of one's own state are no other side by the state's name. */
function own(found: readonly Filled[], article: Site['article']): Filled[] {
  const homes = new Set(found.flatMap((f) => f.entities).flatMap((e) => (e.type === 'person' ? [e.of] : [])))
  return found.map((f) => ({
    ...f,
    entities: f.entities.map(
      (e): Entity =>
        e.type === 'state' && e.form === 'organ' && homes.has(e.id)
          ? {
              type: 'group',
              label: article.text.slice(e.span.start, e.span.end),
              span: e.span,
              noun: 'officials',
              plural: true,
              of: e.id!,
            }
          : e,
    ),
  }))
}
/** A group by its words, or officials who stand for their state. */
const isUnnamed = (e: Entity): boolean => e.type === 'group' || (e.type === 'state' && e.form === 'organ')
