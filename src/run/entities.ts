import { codeOf, existed, labelOf, lifetime, listCode, predecessors, resolve, successors } from '../atlas/index.ts'
import { allStates } from '../atlas/states.ts'
import { nameKey } from '../keep/names.ts'
import type { Ledger, Name } from '../keep/port.ts'
import { classOf, type EntityClass, type EntityId } from '../model/ids.ts'
import { type Day, EVER } from '../model/when.ts'
import { labels } from '../show/en/label.ts'

/** Whom or what the ledger or the atlas knows, as it is called. */
export interface Entity {
  id: EntityId
  class: EntityClass
  label: string
  aliases: readonly string[]
  /** Of a roll call, the day or month of the vote. */
  day?: Day
}

/** An entity with what the atlas knows of it. */
export interface EntityMore extends Entity {
  codes?: { iso3?: string; cow?: string; gw?: string }
  /** Of a state: from the first day on which a list of states has it to the last; no `to`: it is there still. */
  existed?: { from: Day; to?: Day }
  predecessors?: EntityId[]
  successors?: EntityId[]
}

/** An entity that a name may mean. */
export interface Match extends Entity {
  /** 100: it is called so, and no other is; down to 1. */
  score: number
  why: string
}

export interface Sought {
  classes?: readonly EntityClass[]
  /** A state by the names of that day; one that did not exist then is left out. */
  on?: Day
  most: number
}

/** Every entity that the ledger or the atlas knows, by id. */
export interface Entities {
  all: readonly Entity[]
  get(id: EntityId): EntityMore | undefined
  search(words: string, sought: Sought): Match[]
  /** Entities one of whose names, or one of its words, begins so; whole names first. */
  beginning(letters: string, sought: Sought): Entity[]
}

/** Loads the entities: names as recorded, states of the atlas, and offices that somebody is on record as holding. */
export async function entitiesOf(ledger: Ledger, knownOn?: string): Promise<Entities> {
  const at = knownOn ? { knownOn } : {}
  const names = await ledger.allNames(at)
  const { facts } = await ledger.fetch([{ kind: 'office' }], at)
  const offices = new Set(facts.flatMap(({ roles: { office } }) => (typeof office === 'string' ? [office] : [])))
  const label = labels(new Map(names.map((n) => [n.id, n.label])))
  const known = new Map<EntityId, Entity>()
  const add = (id: EntityId, more: Partial<Name> = {}): void => {
    const kind = classOf(id)
    if (!kind || kind === 'doc' || kind === 'fact') return
    const { label: own = label(id), aliases = [], day } = more
    known.set(id, { id, class: kind, label: own, aliases, ...(day && { day }) })
  }
  for (const { id } of allStates()) add(id, { label: labelOf(id) })
  for (const id of offices) add(id)
  for (const name of names) add(name.id, name)
  const all = [...known.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const index = indexOf(all)
  return {
    all,
    get: (id) => {
      const entity = known.get(id)
      return entity && { ...entity, ...(entity.class === 'state' && ofState(id)) }
    },
    search: (words, sought) => searched(words, sought, known, index),
    beginning: (letters, sought) => begun(letters, sought, index),
  }
}

function ofState(id: EntityId): Partial<EntityMore> {
  const [life, cow, gw] = [lifetime(id), listCode(id, 'cow'), listCode(id, 'gw')]
  const iso3 = codeOf(id)
  return {
    codes: { ...(/^[A-Z]{3}$/.test(iso3) && { iso3 }), ...(cow && { cow }), ...(gw && { gw }) },
    ...(life && { existed: { from: life.from, ...(life.to !== EVER.to && { to: life.to }) } }),
    predecessors: predecessors(id),
    successors: successors(id),
  }
}

interface Index {
  /** Entities by a whole name, and by each word of one. */
  whole: ReadonlyMap<string, readonly Entity[]>
  words: ReadonlyMap<string, readonly Entity[]>
}

function indexOf(all: readonly Entity[]): Index {
  const [whole, words] = [new Map<string, Entity[]>(), new Map<string, Entity[]>()]
  const put = (map: Map<string, Entity[]>, key: string, entity: Entity): void => {
    const list = map.get(key)
    if (!list) map.set(key, [entity])
    else if (list.at(-1) !== entity) list.push(entity)
  }
  for (const entity of all)
    for (const name of [entity.label, ...entity.aliases]) {
      const key = nameKey(name)
      if (!key) continue
      put(whole, key, entity)
      for (const word of key.split('-')) put(words, word, entity)
    }
  return { whole, words }
}

const LONGEST = 300
/** Words so common that they alone find nothing. */
const SLIGHT = new Set(['of', 'the', 'and', 'to', 'in', 'for', 'on', 'de', 'la', 'al', 'el'])

function searched(
  text: string,
  { classes, on, most }: Sought,
  known: ReadonlyMap<EntityId, Entity>,
  index: Index,
): Match[] {
  const found = new Map<EntityId, Match>()
  const offer = (entity: Entity | undefined, score: number, why: string): void => {
    if (!entity || (classes && !classes.includes(entity.class))) return
    if (on && entity.class === 'state' && !existed(entity.id, on)) return
    const before = found.get(entity.id)
    if (!before || before.score < score) found.set(entity.id, { ...entity, score: Math.round(score), why })
  }
  const words = text.slice(0, LONGEST).trim()
  const key = nameKey(words)
  offer(known.get(words), 100, 'id')
  for (const { id, score, why } of resolve(words, on)) offer(known.get(id), 100 * Math.min(1, score), why)
  for (const entity of index.whole.get(key) ?? []) offer(entity, entity.label === words ? 100 : 95, 'name')
  const parts = [...new Set(key.split('-'))].filter((word) => word && !SLIGHT.has(word))
  for (const [entity, share] of sharing(parts, index)) offer(entity, 90 * share, 'words')
  const ranked = [...found.values()].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
  return ranked.slice(0, most)
}

function begun(letters: string, { classes, most }: Sought, { whole, words }: Index): Entity[] {
  const key = nameKey(letters.slice(0, LONGEST))
  const found = new Set<Entity>()
  if (!key) return []
  for (const map of [whole, words])
    for (const [name, entities] of map) {
      if (!name.startsWith(key)) continue
      for (const entity of entities) if (!classes || classes.includes(entity.class)) found.add(entity)
      if (found.size >= MOST_COMPARED) break
    }
  return [...found].slice(0, most)
}

/** At most so many entities are compared word by word. */
const MOST_COMPARED = 5000

/** Entities that share words with those asked for, with the share of the words of both. */
function sharing(parts: readonly string[], { words }: Index): [Entity, number][] {
  const hits = new Map<Entity, number>()
  for (const word of parts.slice(0, 12))
    for (const entity of (words.get(word) ?? []).slice(0, MOST_COMPARED)) hits.set(entity, (hits.get(entity) ?? 0) + 1)
  return [...hits].map(([entity, shared]) => {
    const sizes = [entity.label, ...entity.aliases].map(
      (name) =>
        nameKey(name)
          .split('-')
          .filter((w) => !SLIGHT.has(w)).length,
    )
    const size = Math.max(shared, Math.min(...sizes.filter((n) => n > 0)))
    return [entity, (2 * shared) / (parts.length + size)]
  })
}
