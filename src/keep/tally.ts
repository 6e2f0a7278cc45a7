import { lacking, type Mask } from './masks.ts'
import type { Filed } from './record.ts'

/** How the votes in force changed. */
export function countVotes(before: ReadonlyMap<string, Mask>, after: ReadonlyMap<string, Mask>, tally: Tally) {
  const changed = { added: 0, retracted: 0 }
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(key), after.get(key)]
    const [added, retracted] = [lacking(is?.bits, was?.bits), lacking(was?.bits, is?.bits)]
    tally.count({ kind: 'vote', source: (is ?? was)!.source, standing: 'data' }, added - retracted)
    changed.added += added
    changed.retracted += retracted
  }
  return changed
}

type Counted = Pick<Filed, 'kind' | 'source' | 'standing'>

/** How a write changes the number of facts in force. */
export class Tally {
  readonly #changes = new Map<string, Counted & { n: number }>()

  count({ kind, source, standing }: Counted, by: number): void {
    const key = JSON.stringify([kind, source, standing])
    const known = this.#changes.get(key) ?? { kind, source, standing, n: 0 }
    this.#changes.set(key, { ...known, n: known.n + by })
  }

  changes(): (Counted & { n: number })[] {
    return [...this.#changes.values()]
  }
}
