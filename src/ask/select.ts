import type { Fact } from '../model/fact.ts'
import { groupEvents } from '../model/identity.ts'
import type { EntityId } from '../model/ids.ts'
import { definitionOf } from '../model/kinds/index.ts'
import type { Select } from '../model/question.ts'
import { type Days, inside, intersect, meets, minus } from '../model/when.ts'
import { coverOf, idsOf, speaksOf } from './cover.ts'
import { edgeAsked } from './edge.ts'
import { type Entry, type Extent, entryOf, Told } from './extent.ts'
import { member, stateEntry } from './held.ts'
import { asksState, type Fit, fitRoles, fitWindow, least, levelFits, valuesOf } from './match.ts'
import { termsOf as officeTerms } from './office.ts'
import { gapOf, lifetimeOf, partiesOf, type Roles, withEntity } from './pattern.ts'
import type { World } from './world.ts'

/** Whether a pattern had no further facts over the window: by complete lists, or by tellings that there were none. */
function absence(world: World, select: Select, roles: Roles): Entry {
  // Before its told beginning a state may have been visited under another status: that alone refutes nothing.
  const life = lifetimeOf(world, roles)
  if (select.window.to < life.from) return entryOf('open', { gaps: [gapOf(select, roles, select.window)] })
  const window = intersect(select.window, life) ?? select.window
  const cover = coverOf(world, select.kind, roles, window, select.listed)
  const denials = world
    .denials(select.kind)
    .filter((f) => speaksOf(select.kind, f.roles, roles) && meets(world.days(f), window))
  const left = minus(
    window,
    [...cover.runs, ...outOfOffice(world, roles), ...denials.map((f) => world.days(f))].sort((a, b) =>
      a.from < b.from ? -1 : 1,
    ),
  )
  return entryOf(left.length ? 'open' : 'out', {
    against: denials,
    gaps: left.map((days) => gapOf(select, roles, days)),
    coverage: cover.used,
  })
}

/** Days on which the one who is meant is told not to have held the office in which it is asked. */
const outOfOffice = (world: World, roles: Roles): Days[] =>
  Object.values(roles).flatMap((t) => ('id' in t && t.as ? officeTerms(world, t.as, t.id).not : []))

const termsOf = (fact: Fact): Roles =>
  Object.fromEntries(Object.entries(fact.roles).map(([role, v]) => [role, Array.isArray(v) ? { allOf: v } : { id: v }]))

/** Tellings that exclude a fact: an explicit "there was none", or another value of the exclusive role. */
function rivals(world: World, fact: Fact): Fact[] {
  const { exclusive } = definitionOf(fact.kind)
  const denials = world.denials(fact.kind)
  const denied = denials.length
    ? denials.filter(
        (f) => f !== fact && speaksOf(f.kind, f.roles, termsOf(fact)) && inside(world.days(fact), world.days(f)),
      )
    : []
  if (exclusive === undefined) return denied
  const besides = world.besides(fact)
  if (besides.length < 2) return denied
  const others = besides.filter((f) => f.telling !== 'no' && f.roles[exclusive] !== fact.roles[exclusive])
  return [...denied, ...others]
}

interface Match {
  fact: Fact
  fit: Fit
}

interface Candidate extends Match {
  /** The beginning or end that was asked for, where the fact tells a whole spell. */
  edge: string | undefined
}
const candidates = new WeakMap<World, Map<string, readonly Candidate[]>>()

/** The facts whose roles may fit, whenever they took place; a claim and its nearest truths ask the same of many windows. */
function candidatesOf(world: World, select: Select): readonly Candidate[] {
  const known = candidates.get(world) ?? new Map<string, readonly Candidate[]>()
  candidates.set(world, known)
  const { kind, roles, modality, wide } = select
  const key = JSON.stringify([kind, roles, modality, wide])
  const made = known.get(key) ?? findCandidates(world, select)
  known.set(key, made)
  return made
}

function findCandidates(world: World, select: Select): readonly Candidate[] {
  const { exclusive } = definitionOf(select.kind)
  const { [exclusive ?? '']: value, ...others } = select.roles
  if (!exclusive || !value || !Object.keys(others).length) return searched(world, select)
  // Which of a voter's thousands of votes are meant is found out once for all choices.
  const fits = new Map<unknown, Fit>()
  const out: Candidate[] = []
  for (const c of candidatesOf(world, { ...select, roles: others })) {
    const chosen = c.fact.roles[exclusive]
    const own = fits.get(chosen) ?? fitRoles(world, c.fact, { [exclusive]: value }, member)
    fits.set(chosen, own)
    if (own !== 'never') out.push(own === 'certain' ? c : { ...c, fit: least([c.fit, own]) })
  }
  return out
}

function searched(world: World, select: Select): Candidate[] {
  const out: Candidate[] = []
  const wanted = select.modality ?? 'happened'
  for (const fact of world.of(select.kind)) {
    if (fact.telling === 'no' || !levelFits(fact, select)) continue
    if (
      wanted === 'cancelled' ? fact.modality !== 'cancelled' : fact.modality !== 'happened' && fact.modality !== 'holds'
    )
      continue
    const edge = edgeAsked(fact, select)
    const fit = fitRoles(world, fact, select.roles, member, edge ? ['step'] : [])
    if (fit !== 'never') out.push({ fact, fit, edge })
  }
  return out
}

function matches(world: World, select: Select): Match[] {
  const out: Match[] = []
  for (const candidate of candidatesOf(world, select)) {
    const { fact, fit, edge } = candidate
    const window = fitWindow(world, edge ? { ...fact, when: edge } : fact, select.window)
    if (window === 'never' || (select.begun && world.days(fact).from < select.window.from)) continue
    out.push(window === 'certain' ? candidate : { fact, fit: least([window, fit]) })
  }
  return out
}

/** `none`: what holds where nothing is told, worked out when it is needed. */
function marked(world: World, found: readonly Match[], none: () => Entry): Entry {
  const [one] = found
  if (found.length === 1 && one!.fit === 'certain') {
    const against = rivals(world, one!.fact)
    return new Told(against.length ? 'both' : 'in', [one!.fact], against, none)
  }
  const certain = found.filter((m) => m.fit === 'certain').map((m) => m.fact)
  const against = certain.map((f) => rivals(world, f))
  const clear = certain.filter((_, i) => !against[i]!.length)
  if (clear.length) return new Told('in', clear, [], none)
  if (certain.length) return new Told('both', certain, against.flat(), none)
  if (!found.length) return none()
  const facts = found.map((m) => m.fact)
  return entryOf('open', { for: facts, gaps: none().gaps, coverage: none().coverage })
}

/** That a plan was called off is told out by the event taking place at its time, and by nothing else. */
function wentAhead(world: World, { modality: _, ...select }: Select): Entry {
  const happened = matches(world, select).filter((m) => m.fit === 'certain')
  if (happened.length) return entryOf('out', { against: happened.map((m) => m.fact) })
  return entryOf('open', { gaps: [gapOf(select, select.roles, select.window)] })
}

/** The facts themselves: several tellings of one event are one member, named by the first telling's id. */
export function selectEvents(world: World, select: Select): Extent {
  const found = matches(world, select)
  const fits = new Map(found.map((m) => [m.fact, m.fit]))
  const groups = new Map(
    groupEvents(
      found.map((m) => m.fact),
      world.judgements,
    ).map((group) => [group[0]!.id, group]),
  )
  const rest = select.modality === 'cancelled' ? wentAhead(world, select) : absence(world, select, select.roles)
  return {
    named: [...groups.keys()],
    entry: (id) => {
      const group = groups.get(id)
      if (!group) return rest
      return marked(
        world,
        group.map((fact) => ({ fact, fit: fits.get(fact)! })),
        () => rest,
      )
    },
    rest,
  }
}

/** The entities in a role of the facts. */
export function selectEntities(world: World, select: Select, by: string): Extent {
  const of = asksState(select.kind, select.roles) ? selectHolders(world, select, by) : selectDoers(world, select, by)
  if (!definitionOf(select.kind).roles[by]?.list) return of
  // Nobody is the other party to itself.
  const given = partiesOf(select.roles[by]) ?? []
  return { ...of, entry: (id) => (given.includes(id) ? entryOf('out') : of.entry(id)) }
}

/** Worked out once, when it is first asked for. */
function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function selectDoers(world: World, select: Select, by: string): Extent {
  const given = partiesOf(select.roles[by]) ?? []
  const found = matches(world, select)
  const { exclusive } = definitionOf(select.kind)
  const byId = new Map<EntityId, Match[]>()
  for (const m of found) for (const id of valuesOf(m.fact, by)) if (!given.includes(id)) enter(byId, id, m)
  const others =
    exclusive && select.roles[exclusive] ? doersOf(world, select, by, exclusive) : new Map<string, Fact[]>()
  const rest = absence(world, select, select.roles)
  return {
    named: [...new Set([...byId.keys(), ...others.keys()])],
    entry: (id) => {
      const none = lazily(() => absence(world, select, withEntity(select, by, id)))
      const own = byId.get(id) ?? []
      if (own.length) return marked(world, own, none)
      const rival = others.get(id)
      return rival ? new Told('out', [], rival, none) : none()
    },
    rest,
  }
}

/** Entities told in the same role with another value of the exclusive role ("voted no" excludes "voted yes"). */
function doersOf(world: World, select: Select, by: string, exclusive: string): Map<string, Fact[]> {
  const { [exclusive]: _, ...roles } = select.roles
  const wanted = idsOf(select.roles[exclusive]!) ?? []
  const out = new Map<string, Fact[]>()
  for (const { fact, fit } of matches(world, { ...select, roles }))
    if (fit === 'certain' && !wanted.includes(String(fact.roles[exclusive])))
      enter(out, valuesOf(fact, by)[0] ?? '', fact)
  return out
}

function enter<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key)
  if (group) group.push(value)
  else groups.set(key, [value])
}

interface Tellings {
  facts: readonly Fact[]
  /** Of these, those whose roles may fit. */
  fitting: readonly Fact[]
}
const tellings = new WeakMap<World, Map<string, Tellings>>()

/** What is told of a state of affairs, whatever the days that are asked about. */
function tellingsOf(world: World, select: Select): Tellings {
  const known = tellings.get(world) ?? new Map<string, Tellings>()
  tellings.set(world, known)
  const key = JSON.stringify([select.kind, select.roles, select.wide])
  const made = known.get(key) ?? findTellings(world, select)
  known.set(key, made)
  return made
}

function findTellings(world: World, select: Select): Tellings {
  const facts = world
    .of(select.kind)
    .filter((f) => levelFits(f, select) && f.modality !== 'planned' && f.modality !== 'cancelled')
  return { facts, fitting: facts.filter((f) => fitRoles(world, f, select.roles, member) !== 'never') }
}

function selectHolders(world: World, select: Select, by: string): Extent {
  const given = partiesOf(select.roles[by]) ?? []
  const { step: _, ...subject } = select.roles
  const { facts, fitting } = tellingsOf(world, { ...select, roles: subject })
  const named = fitting.flatMap((f) => valuesOf(f, by)).filter((id) => !given.includes(id))
  // One more party asks for less: what does not fit without it does not fit with it.
  const narrower = !subject[by] || definitionOf(select.kind).roles[by]?.list
  const entry = (id: EntityId) =>
    stateEntry(world, select, withEntity({ ...select, roles: subject }, by, id), narrower ? fitting : facts, [id])
  return { named: [...new Set(named)], entry, rest: stateEntry(world, select, subject, [], undefined) }
}
