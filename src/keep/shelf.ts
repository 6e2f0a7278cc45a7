import type { Ballot } from '../model/ballot.ts'
import type { Fact } from '../model/fact.ts'
import type { EntityId } from '../model/ids.ts'
import { type Act, Book, ballotKey, CHOICES, type Leaf } from './ballots.ts'

interface KeptBallot {
  body: unknown
  filings: readonly { added: number; retracted: number }[]
}

/** Ballots as records in memory, as a book. */
export function bookOf(records: Iterable<KeptBallot>, acts: readonly Act[]): Book {
  const voters: EntityId[] = []
  const numbers = new Map<EntityId, number>()
  const numberOf = (voter: EntityId): number => {
    const known = numbers.get(voter)
    if (known !== undefined) return known
    numbers.set(voter, voters.push(voter) - 1)
    return voters.length - 1
  }
  const leaves = [...records].map(({ body, filings }): Leaf => {
    const { votes, ...head } = body as Ballot
    const numbered = votes.map(([voter, choice]) => [numberOf(voter), CHOICES.indexOf(choice as 'yes') + 1])
    const choices = new Uint8Array(Math.max(0, ...numbered.map(([n]) => n! + 1)))
    for (const [n, choice] of numbered) choices[n!] = choice!
    return { key: ballotKey(head), head, choices, filings }
  })
  return new Book(leaves, voters, acts)
}

/** How many votes of `a` are not in `b`. */
export const countLacking = (a?: ReadonlyMap<string, string>, b?: ReadonlyMap<string, string>): number =>
  [...(a?.keys() ?? [])].filter((id) => !b?.has(id)).length

/** Facts whose id is not among others. */
export const without = (facts: readonly Fact[], others: readonly Fact[]): Fact[] => {
  const known = new Set(others.map((fact) => fact.id))
  return facts.filter((fact) => !known.has(fact.id))
}
