import type { Ledger } from '../keep/port.ts'
import type { Outcome } from '../model/verdict.ts'
import { checkerOf } from './check.ts'

export interface Standing {
  outcome: Outcome
  quote: string
  document: string
}

/** The verdict on every claim of every article that is filed, by claim. */
export async function verdictsOfAll(ledger: Ledger, today: string): Promise<Map<string, Standing>> {
  const checker = await checkerOf(ledger)
  const out = new Map<string, Standing>()
  for (const doc of await ledger.documents()) {
    const { claims } = await checker.check(doc, { today })
    for (const { claim, verdict } of claims)
      if (claim.kind !== 'remark')
        out.set(claim.id, { outcome: verdict.outcome, quote: claim.quote, document: doc.title ?? doc.id })
  }
  return out
}
