import { hash } from 'node:crypto'
import { canonical } from './content.ts'
import type { Decision, Instant } from './port.ts'

/** All that one transaction did. A filing or withdrawal is of a record, by its id, for an author. */
export interface Deed {
  seq: number
  at: Instant
  by: string
  note: string | null
  filed: [id: string, by: string][]
  withdrawn: [id: string, by: string][]
  decided?: [id: string, decision: Decision]
  /** What was done to a vote of a ballot, or to what it covers. */
  acted?: [id: string, act: Decision | 'retract']
}

/** Before the first transaction. */
export const FIRST_LINK = ''

/**
 * The link of a transaction in the chain: a hash of what it did and of the link before, so that nothing that was done can be changed,
 * left out or put in between without a trace. Records stand in it by their ids, which are hashes of their content.
 */
export function linkOf(before: string, deed: Deed): string {
  const { filed, withdrawn } = deed
  return hash('sha256', `${before}\n${canonical({ ...deed, filed: inOrder(filed), withdrawn: inOrder(withdrawn) })}`)
}

const inOrder = (pairs: readonly [string, string][]): string[] =>
  pairs.map(([id, by]) => `${id} ${by}`).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))

/** Rows of a ledger's tables, as far as they tell what was done. */
export interface Done {
  transactions: readonly { seq: number; at: string; by: string; note: string | null }[]
  filings: Iterable<{ id: string; by: string; added: number; retracted: number }>
  decisions: readonly { tx: number; id: string; decision: string }[]
  acts: readonly { tx: number; id: string; act: string }[]
}

/** What each transaction did, oldest first. */
export function deedsOf({ transactions, filings, decisions, acts }: Done): Deed[] {
  const deeds = new Map<number, Deed>()
  for (const { seq, at, by, note } of transactions.toSorted((a, b) => a.seq - b.seq))
    deeds.set(seq, { seq, at, by, note, filed: [], withdrawn: [] })
  for (const { id, by, added, retracted } of filings) {
    deeds.get(added)?.filed.push([id, by])
    deeds.get(retracted)?.withdrawn.push([id, by])
  }
  for (const { tx, id, decision } of decisions) if (deeds.has(tx)) deeds.get(tx)!.decided = [id, decision as Decision]
  for (const { tx, id, act } of acts) if (deeds.has(tx)) deeds.get(tx)!.acted = [id, act as Decision]
  return [...deeds.values()]
}

/** The links of deeds, oldest first. */
export function linksOf(deeds: readonly Deed[]): { tx: number; hash: string }[] {
  let before = FIRST_LINK
  return deeds.map((deed) => {
    before = linkOf(before, deed)
    return { tx: deed.seq, hash: before }
  })
}
