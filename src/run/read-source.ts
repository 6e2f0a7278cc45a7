import { resolve } from '../atlas/index.ts'
import type { Claim, Filler } from '../model/claim.ts'
import type { NewFact } from '../model/fact.ts'
import type { EntityId } from '../model/ids.ts'
import { type Days, daysOf } from '../model/when.ts'
import { read } from '../read/index.ts'
import type { Prose, Told } from '../sources/source.ts'
import { documentOf } from './document.ts'

/** Told facts with those that are read from a source's prose; what both tell of a day is kept as first told. */
export function withReadings(told: Told): Told {
  if (!told.prose?.length) return told
  const known = new Set(told.facts.map(keyOf))
  const facts = [...told.facts]
  for (const fact of told.prose.flatMap(factsIn)) {
    if (known.has(keyOf(fact))) continue
    known.add(keyOf(fact))
    facts.push(fact)
  }
  return { ...told, facts }
}

const keyOf = ({ kind, roles, when }: NewFact): string =>
  JSON.stringify([
    kind,
    Object.entries(roles)
      .filter(([name]) => name !== 'place')
      .sort(),
    when,
  ])

const USA = 'state:USA'

/** What a paragraph about a country tells of its relations with the United States and of missions, dated. */
export function factsIn(prose: Prose): NewFact[] {
  const doc = documentOf(prose.text)
  return read(doc).claims.flatMap((claim) => {
    const days = claim.when && daysOf(claim.when)
    const roles = days && isPlain(claim) ? rolesOf(claim, prose, days) : undefined
    return roles ? [factOf(claim, prose, roles)] : []
  })
}

/** Said outright of one event that took place, on a day or in a month. */
const isPlain = (claim: Claim): boolean =>
  claim.is === 'so' &&
  claim.modality === 'happened' &&
  !claim.unread &&
  !claim.beyond &&
  !claim.mentioned &&
  /^\d{4}-\d{2}/.test(claim.when ?? '') &&
  !claim.when?.includes('/')

function rolesOf(claim: Claim, prose: Prose, days: Days): NewFact['roles'] | undefined {
  const step = labelOf(claim.roles.step)
  if (claim.kind === 'relations' && STEPS.has(step)) {
    const parties = idsOf(claim.roles.between)
    const other = parties.includes(USA) ? partnerOf(parties, prose, claim.quote, days) : undefined
    return other ? { between: [other, USA].sort(), step } : undefined
  }
  if (claim.kind !== 'mission' || !['opened', 'closed'].includes(step)) return undefined
  const [sender, host, type] = [idsOf(claim.roles.sender)[0], idsOf(claim.roles.host), labelOf(claim.roles.type)]
  const other = sender === USA ? partnerOf([...host, USA], prose, claim.quote, days) : undefined
  return other && TYPES.has(type) ? { sender: USA, host: other, type, step } : undefined
}

const STEPS = new Set(['established', 'recognised', 'suspended', 'severed', 'restored'])
const TYPES = new Set(['embassy', 'legation', 'consulate', 'office', 'interests section'])

/** The state that the article means on the day, where it is the other party by any of the country's names. */
function partnerOf(parties: readonly EntityId[], prose: Prose, quote: string, days: Days): EntityId | undefined {
  const others = parties.filter((id) => id !== USA)
  const own = prose.about(quote, days.from)
  const named = new Set([own, ...resolve(prose.country).map(({ id }) => id)])
  return others.length === 1 && named.has(others[0]) ? own : undefined
}

const each = (filler: Filler | undefined) => (!filler ? [] : filler.is === 'list' ? filler.of : [filler])
const idsOf = (filler: Filler | undefined): EntityId[] =>
  each(filler).flatMap((one) => (one.is === 'entity' ? [one.id] : []))
const labelOf = (filler: Filler | undefined): string => each(filler)[0]?.label ?? ''

const factOf = (claim: Claim, prose: Prose, roles: NewFact['roles']): NewFact => ({
  kind: claim.kind,
  roles,
  when: claim.when,
  telling: 'yes',
  modality: 'happened',
  standing: 'data',
  note: `Read from prose by the rule ${claim.rules[0] ?? 'unknown'}.`,
  cite: { ...prose.cite, quote: claim.quote, start: claim.span.start, end: claim.span.end },
})
