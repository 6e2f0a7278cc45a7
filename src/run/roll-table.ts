import type { Ledger } from '../keep/port.ts'
import type { BallotTable } from '../model/ballot.ts'
import type { Fact } from '../model/fact.ts'
import type { EntityId } from '../model/ids.ts'

/**
 * Every roll call in force as a table: those kept packed, and those whose votes were told one by one. Of the latter, where some
 * are packed, those that the ledger knows by name; `ids` are the names that it has, where they were loaded before.
 */
export async function rollTable(
  ledger: Ledger,
  { knownOn, ids }: { knownOn?: string | undefined; ids?: Iterable<EntityId> | undefined },
): Promise<BallotTable> {
  const at = knownOn ? { knownOn } : {}
  const packed = await ledger.ballots(at)
  const known = new Set(packed.columns.map((c) => c.roll))
  const all = ids ?? (await ledger.allNames(at)).map(({ id }) => id)
  const named: EntityId[] = []
  for (const id of all) if (id.startsWith('roll:') && !known.has(id)) named.push(id)
  if (known.size && !named.length) return packed
  const { facts } = await ledger.fetch([known.size ? { kind: 'vote', roles: { roll: named } } : { kind: 'vote' }], at)
  const single = facts.filter((f) => f.telling === 'yes' && f.standing !== 'reported' && f.when)
  return single.length ? mergedOnce(packed, single) : packed
}

const made = new WeakMap<BallotTable, { of: string; table: BallotTable }>()
/** The same table for the same votes, so that what is counted of it is counted once. */
function mergedOnce(packed: BallotTable, single: readonly Fact[]): BallotTable {
  const of = single.map((f) => `${f.id} ${f.standing}`).join('\n')
  const known = made.get(packed)
  if (known?.of === of) return known.table
  const table = merged(packed, single)
  made.set(packed, { of, table })
  return table
}

/** One column for each roll call and source told singly; the more exact time where its votes differ. */
function merged(packed: BallotTable, facts: readonly Fact[]): BallotTable {
  const voters = [...new Set([...packed.voters, ...facts.map((f) => String(f.roles.voter))])]
  const places = new Map<EntityId, number>(voters.map((voter, i) => [voter, i]))
  const single = [...Map.groupBy(facts, (f) => `${f.roles.roll} ${f.cite.source}`).values()].map((votes) => ({
    roll: String(votes[0]!.roles.roll),
    when: votes.reduce((best, f) => (f.when!.length > best.length ? f.when! : best), ''),
    source: votes[0]!.cite.source,
    choiceOf: new Map(votes.map((f) => [places.get(String(f.roles.voter))!, String(f.roles.choice)])),
  }))
  const columns = [
    ...packed.columns.map((column, from) => ({ ...column, from, choiceOf: undefined })),
    ...single.map((column) => ({ ...column, from: -1 })),
  ].sort((x, y) => (x.when < y.when ? -1 : x.when > y.when ? 1 : 0))
  const names = [...new Set([...packed.names, ...facts.map((f) => String(f.roles.choice))])]
  const choices = new Uint8Array(voters.length * columns.length)
  const width = packed.columns.length
  for (const [n, { from, choiceOf }] of columns.entries()) {
    if (from >= 0)
      for (let v = 0; v < packed.voters.length; v++) choices[v * columns.length + n] = packed.choices[v * width + from]!
    else for (const [v, choice] of choiceOf!) choices[v * columns.length + n] = names.indexOf(choice) + 1
  }
  return { voters, columns: columns.map(({ roll, when, source }) => ({ roll, when, source })), choices, names }
}
