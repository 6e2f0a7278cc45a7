import type { Claim, Document, Filler, Named } from '../../model/claim.ts'
import { classOf, nameOf, stateOfOffice } from '../../model/ids.ts'
import { type CameoRoot, PLOVER, rootOf } from './cameo.ts'
import type { FlatRow, Reader } from './row.ts'

/** Which role acts and which is acted on; two-sided kinds act both ways. */
const SIDES: Readonly<Partial<Record<Claim['kind'], readonly [source: string, target: string]>>> = {
  visit: ['visitor', 'to'],
  meeting: ['parties', 'parties'],
  relations: ['between', 'between'],
  agreement: ['between', 'between'],
  mission: ['sender', 'host'],
  aid: ['giver', 'receiver'],
  sanction: ['by', 'target'],
  remark: ['speaker', 'about'],
}
/** What is done to an envoy, the host does to the sender; an appointment is the sender's. */
const BY_HOST: ReadonlySet<string> = new Set(['expelled', 'summoned', 'accredited'])

/**
 * Claims as dyadic events for comparison with event data sets: one row for each source and target state, with the CAMEO root
 * and the PLOVER type. A claim whose states the article leaves open, that tells no event (a count, an office, a membership)
 * or denies one gives none.
 */
export function eventRows(doc: Document, claims: readonly Claim[], reader: Reader): FlatRow[] {
  const homes = homesOf(claims)
  return claims.flatMap((claim) => {
    const root = claim.is === 'so' ? rootOf(claim) : undefined
    return root === undefined ? [] : pairsOf(claim, homes).map((pair) => eventRow(doc, claim, root, pair, reader))
  })
}

type Pair = readonly [source: string, target: string]

const eventRow = (doc: Document, claim: Claim, root: CameoRoot, pair: Pair, reader: Reader): FlatRow => ({
  ...{ document: doc.id, written: doc.date ?? null, claim: claim.id, when: claim.when ?? null },
  ...{ source_state: pair[0], target_state: pair[1], cameo: root, plover: PLOVER[root] },
  ...{ kind: claim.kind, modality: claim.modality, voice: claim.voice, speaker: claim.speaker?.label ?? null },
  ...{ start: claim.span.start, end: claim.span.end, quote: claim.quote, reader: reader.version },
})

function pairsOf(claim: Claim, homes: ReadonlyMap<string, string>): Pair[] {
  const states = (role: string): string[] => statesOf(claim.roles[role], homes)
  if (claim.kind === 'envoy') {
    const sides = [states('sender'), states('host')] as const
    const step = claim.roles.step
    const byHost = step?.is === 'words' && BY_HOST.has(step.label)
    return crossed(byHost ? sides[1] : sides[0], byHost ? sides[0] : sides[1])
  }
  const sides = SIDES[claim.kind]
  return sides ? crossed(states(sides[0]), states(sides[1])) : []
}

const crossed = (sources: readonly string[], targets: readonly string[]): Pair[] =>
  sources.flatMap((source) => targets.filter((target) => target !== source).map((target): Pair => [source, target]))

/** The states of persons as the article tells them anywhere: by an office that they hold. */
function homesOf(claims: readonly Claim[]): Map<string, string> {
  const named = claims.flatMap((c) => [...Object.values(c.roles), ...(c.speaker ? [c.speaker] : [])]).flatMap(eachOf)
  const homes = named.flatMap((n): [string, string][] => {
    const state = n.as === undefined ? undefined : stateOfOffice(n.as)
    return state ? [[n.id, nameOf(state)]] : []
  })
  return new Map(homes)
}

const eachOf = (filler: Filler): Named[] =>
  (filler.is === 'list' ? filler.of : [filler]).flatMap((f) => (f.is === 'entity' ? [f] : []))

const statesOf = (filler: Filler | undefined, homes: ReadonlyMap<string, string>): string[] => [
  ...new Set(filler ? eachOf(filler).flatMap((named) => stateOf(named, homes) ?? []) : []),
]

/** ISO 3166 alpha-3, in force or withdrawn. */
function stateOf({ id, as }: Named, homes: ReadonlyMap<string, string>): string | undefined {
  const cls = classOf(id)
  if (cls === 'state' || cls === 'seat') return nameOf(id)
  const office = cls === 'office' ? stateOfOffice(id) : as && stateOfOffice(as)
  return office ? nameOf(office) : homes.get(id)
}
