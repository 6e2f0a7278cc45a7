import type { Coverage, Source } from '../model/coverage.ts'
import type { Fact } from '../model/fact.ts'
import { groupEvents } from '../model/identity.ts'
import type { EntityId } from '../model/ids.ts'
import type { Judgement } from '../model/judgement.ts'
import { definitionOf, type Kind } from '../model/kinds/index.ts'
import { definite, type Label } from './en/label.ts'
import { sayFact } from './en/say.ts'
import { statedBy } from './en/stated.ts'
import { dates, point } from './en/time.ts'
import { wrap } from './wrap.ts'

export interface Dossier {
  pair: readonly [EntityId, EntityId]
  facts: readonly { kind: Kind; facts: readonly Fact[] }[]
  coverage: readonly Coverage[]
  alike: { both: readonly EntityId[]; alike: readonly EntityId[] }
  sources: ReadonlyMap<string, Source>
  judgements: readonly Judgement[]
}

const TITLES: Partial<Record<Kind, string>> = {
  statehood: 'The two states',
  relations: 'Relations',
  visit: 'Visits',
  meeting: 'Meetings',
  agreement: 'Agreements',
  mission: 'Missions',
  envoy: 'Envoys',
  membership: 'Memberships',
  community: 'Communities',
  aid: 'Aid',
  sanction: 'Sanctions',
}

interface Shown {
  fact: Fact
  others: Fact[]
}

const titleOf = (source: Source | undefined, id: string): string => source?.title ?? id

/** A dossier as text: facts by kind in the order of time, each with its source, and what the ledger covers and does not. */
export function dossierText(dossier: Dossier, label: Label, width: number, strong: (text: string) => string): string {
  const [a, b] = dossier.pair.map((id) => label(id))
  const cited = new Map<string, number>()
  const number = (id: string) => {
    if (!cited.has(id)) cited.set(id, cited.size + 1)
    return cited.get(id)
  }
  const out = [strong(`${a} and ${b}`)]
  for (const { kind, facts } of dossier.facts) {
    out.push('', strong(TITLES[kind] ?? kind))
    for (const { fact, others } of eventsIn(kind, facts, dossier.judgements)) {
      const standing = fact.standing === 'reported' ? ' (reported, not accepted)' : ''
      const marks = new Set([fact, ...others].map((f) => toldBy(f, fact, number)))
      const say = `${sayFact(fact, label, false)}${standing} ${[...marks].join(' ')}`
      const [first = '', ...rest] = wrap(say, width - 30)
      out.push(`  ${dates(fact.when).padEnd(26)}  ${first}`, ...rest.map((line) => ' '.repeat(30) + line))
    }
  }
  if (!dossier.facts.length) out.push('', `The ledger holds nothing of ${definite(a!)} and ${definite(b!)} together.`)
  out.push('', strong('At the United Nations'), ...wrap(alikeText(dossier.alike), width - 2).map((l) => `  ${l}`))
  out.push('', strong('What is covered'), ...coverage(dossier, width))
  if (cited.size) {
    out.push('', strong('Sources'))
    for (const [id, n] of cited)
      out.push(
        ...wrap(
          `[${n}] ${titleOf(dossier.sources.get(id), id)}, ${dossier.sources.get(id)?.viewpoint ?? 'no viewpoint stated'}`,
          width - 2,
        ).map((l) => `  ${l}`),
      )
  }
  return `${out.join('\n')}\n`
}

/** An event with its tellings, the most exact of which speaks for it; of a state of affairs, what is told in the same words. */
function eventsIn(kind: Kind, facts: readonly Fact[], judgements: readonly Judgement[]): Shown[] {
  if (definitionOf(kind).nature !== 'event') return alikeIn(facts)
  const groups = Map.groupBy(facts, (fact) => `${fact.telling} ${fact.modality}`).values()
  const events = [...groups].flatMap((same) => groupEvents(same, judgements))
  const told = events.map((group) => {
    const fact = group.reduce((best, other) => (exactness(other) > exactness(best) ? other : best))
    return { fact, others: group.filter((other) => other !== fact) }
  })
  return told.sort((a, b) => ((a.fact.when ?? '9999') < (b.fact.when ?? '9999') ? -1 : 1))
}

const alikeIn = (facts: readonly Fact[]): Shown[] => {
  const content = ({ roles, when, telling, modality, amount, standing }: Fact) =>
    JSON.stringify([Object.entries(roles).sort(), when, telling, modality, amount, standing])
  return [...Map.groupBy(facts, content).values()].map(([fact, ...others]) => ({ fact: fact!, others }))
}

/** A telling that counts before a mere report, then a time to the day, then the longer stay, then the place. */
function exactness({ standing, when = '', roles }: Fact): number {
  const toTheDay = when.split('/').every((part) => part.length === 10)
  return (standing === 'reported' ? 0 : 100) + (toTheDay ? 40 + when.length : when.length) + (roles.place ? 1 : 0)
}

/** "[3]"; a telling that dates the event otherwise says how. */
function toldBy(fact: Fact, main: Fact, number: (id: string) => number | undefined): string {
  const otherwise = fact.when === main.when ? [] : [fact.when ? dates(fact.when) : 'undated']
  const reported = fact.standing === 'reported' && main.standing !== 'reported' ? ['reported'] : []
  return `[${[number(fact.cite.source), ...otherwise, ...reported].join(': ')}]`
}

/** The share with the counts that it is made of; where no roll calls are held, that is said. */
function alikeText({ both, alike }: Dossier['alike']): string {
  if (both.length === 0) return 'No roll calls are held here in which both took part.'
  const [n, of] = [alike, both].map((list) => list.length.toLocaleString('en-US'))
  const share = `${((100 * alike.length) / both.length).toFixed(1)} %`
  return `They chose alike in ${n} of the ${of} roll calls held here in which both took part (${share}).`
}

function coverage(dossier: Dossier, width: number): string[] {
  const lines = dossier.coverage.map(
    (c) =>
      `${TITLES[c.kind] ?? c.kind}: ${c.grade === 'complete' ? 'whole' : c.grade}, ${point(c.from)} to ${point(c.to)}, ${statedBy({ by: c.by, ...(c.doubts && { doubts: c.doubts }) })}`,
  )
  const covered = new Set(dossier.coverage.map((c) => c.kind))
  const open = (['relations', 'visit', 'mission', 'envoy', 'agreement'] as const).filter((kind) => !covered.has(kind))
  const missing = open.length
    ? [
        `No list is known to be whole for: ${open.map((k) => (TITLES[k] ?? k).toLowerCase()).join(', ')}. What is absent here may still have happened.`,
      ]
    : []
  return [...new Set([...lines, ...missing])].flatMap((l) => wrap(l, width - 2).map((w) => `  ${w}`))
}
