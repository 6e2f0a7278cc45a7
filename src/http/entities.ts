import type { Ledger } from '../keep/port.ts'
import { type Entities, entitiesOf } from '../run/entities.ts'

const kept = new WeakMap<Ledger, { head: number; entities: Promise<Entities> }>()

/** The entities of a ledger, loaded once for each state of it. */
export async function entitiesFor(ledger: Ledger): Promise<Entities> {
  const head = await ledger.head()
  const known = kept.get(ledger)
  if (known?.head === head) return known.entities
  const made = { head, entities: entitiesOf(ledger) }
  kept.set(ledger, made)
  made.entities.catch(() => kept.get(ledger) === made && kept.delete(ledger))
  return made.entities
}
