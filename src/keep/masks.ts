import type { EntityId } from '../model/ids.ts'
import { CHOICES, keyOf, voteKey } from './ballots.ts'

/** Which votes of a ballot's key are in force: by voter's number, a bit a choice. */
export interface Mask {
  source: string
  bits: Uint8Array
}

export function mergedBits(known: Uint8Array | undefined, choices: Uint8Array): Uint8Array {
  const bits = new Uint8Array(Math.max(known?.length ?? 0, choices.length))
  if (known) bits.set(known)
  for (const [n, choice] of choices.entries()) if (choice) bits[n]! |= 1 << (choice - 1)
  return bits
}

/** How many votes of `a` are not in `b`. */
export function lacking(a: Uint8Array | undefined, b: Uint8Array | undefined): number {
  let count = 0
  for (const [n, bits] of (a ?? []).entries()) for (let rest = bits & ~(b?.[n] ?? 0); rest; rest &= rest - 1) count++
  return count
}

/** Takes a withdrawn vote out. */
export function clearVote(masks: ReadonlyMap<string, Mask>, id: string, voters: readonly EntityId[]): void {
  const bits = masks.get(keyOf(id))?.bits
  if (!bits || !id.startsWith('fact:')) return
  for (let n = 0; n < bits.length; n++)
    for (const [i, choice] of CHOICES.entries())
      if (bits[n]! & (1 << i) && id.endsWith(voteKey(voters[n]!, choice))) bits[n]! &= ~(1 << i)
}
