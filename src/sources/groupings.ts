import { groupOf, groupsHeld, labelOf, type Membership, memberships, spells } from '../atlas/index.ts'
import type { NewCoverage, Source } from '../model/coverage.ts'
import type { NewFact } from '../model/fact.ts'
import type { EntityId } from '../model/ids.ts'
import { addDays, type Day, type Days, EVER, intersect } from '../model/when.ts'
import type { NamedEntity } from './names-row.ts'

/** To which day the atlas's lists of members were compiled. */
const COMPILED: Day = '2025-10-31'
const SOURCE: Source = {
  id: 'groupings',
  title: 'Groupings of states',
  licence: 'Apache-2.0',
  viewpoint:
    'as compiled for Chancery from the founding treaties and the bodies’ own lists; regions by the definition named',
  asOf: COMPILED,
}

export interface Groupings {
  sources: Source[]
  facts: NewFact[]
  coverage: NewCoverage[]
  names: NamedEntity[]
}

/**
 * Who belonged when to each body and region of the atlas, as memberships that a ledger keeps: so that "Arab states" or "members
 * of the European Union" is a set like any other. Each list is whole to the day it was compiled.
 */
export function groupings(): Groupings {
  const groups = groupsHeld().filter((group) => memberships(group).length > 0)
  return {
    sources: [SOURCE],
    facts: groups.flatMap((group) => memberships(group).flatMap((row) => factOf(group, row))),
    coverage: groups.map(coverageOf),
    names: groups.map((id) => ({ id, label: groupOf(id)?.label ?? labelOf(id) ?? id, aliases: [] })),
  }
}

const cite = { source: SOURCE.id, locator: 'members' }

/** A region has a state for as long as the state exists. */
const factOf = (group: EntityId, { state, from, to, seat }: Membership): NewFact[] =>
  (seat ? [{ from, to }] : livesOf(state).flatMap((life) => intersect(life, { from, to }) ?? []))
    .filter((days) => days.from <= COMPILED)
    .map(({ from: first, to: last }) => {
      const when = `${first === EVER.from ? '' : first}/${last > COMPILED ? '' : last}`
      const roles = { state, body: group, step: 'member' }
      return { kind: 'membership', roles, when, telling: 'yes', modality: 'happened', standing: 'data', cite }
    })

/** The periods in which any list has the state, run together. */
function livesOf(state: EntityId): Days[] {
  const out: Days[] = []
  for (const { from, to } of spells(state).toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = out.at(-1)
    if (last && from <= addDays(last.to, 1)) last.to = to > last.to ? to : last.to
    else out.push({ from, to })
  }
  return out
}

/** Members that are no states (territories, other bodies), whom the lists leave out: their number is not that of the members. */
const BESIDES: Readonly<Record<EntityId, string>> = {
  'body:apec': 'Hong Kong, China',
  'body:g20': 'the European Union and the African Union',
  'body:caricom': 'Montserrat',
  'body:nordic-council': 'the Faroe Islands, Greenland and Åland',
  'body:pacific-islands-forum': 'French Polynesia and New Caledonia',
}

function coverageOf(group: EntityId): NewCoverage {
  const besides = BESIDES[group]
  const definition = groupOf(group)?.definition
  const note = [
    definition && `Definition: ${definition}`,
    besides && `Leaves out members that are no states: ${besides}.`,
  ]
  return {
    ...{ kind: 'membership', roles: { body: group }, from: EVER.from, to: COMPILED },
    grade: besides ? 'complete-but' : 'complete',
    by: 'the compilers of the atlas',
    ...(note.some(Boolean) && { note: note.filter(Boolean).join('. ') }),
    cite,
  }
}
