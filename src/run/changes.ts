import type { Ledger } from '../keep/port.ts'
import type { Kind } from '../model/kinds/index.ts'
import type { Gap, Outcome, Verdict } from '../model/verdict.ts'
import { labels } from '../show/en/label.ts'
import { sayGap } from '../show/en/say.ts'
import { batchesOf } from './batches.ts'
import { checkerOf, type Labels } from './check.ts'

export interface Standing {
  outcome: Outcome
  quote: string
  document: string
  kind: Kind
  /** For a claim that is not covered: the first thing that no source tells, and in words. */
  missing?: { gap: Gap; say: string }
}

/** The verdict on every claim of every article that is filed, by claim; an authority's own releases are evidence, and not watched. */
export async function verdictsOfAll(ledger: Ledger, today: string, knownOn?: string): Promise<Map<string, Standing>> {
  const checker = await checkerOf(ledger, knownOn)
  const out = new Map<string, Standing>()
  const authorities = new Set((await batchesOf(ledger)).map(({ note }) => note.authority))
  for (const doc of await ledger.documents()) {
    if (doc.outlet && authorities.has(doc.outlet)) continue
    const { claims, labels: known } = await checker.check(doc, { today, ...(knownOn && { knownOn }) })
    for (const { claim, verdict } of claims)
      if (claim.kind !== 'remark')
        out.set(claim.id, {
          outcome: verdict.outcome,
          quote: claim.quote,
          document: doc.title ?? doc.id,
          kind: claim.kind,
          ...missingOf(verdict, known),
        })
  }
  return out
}

function missingOf(verdict: Verdict, known: Labels): Pick<Standing, 'missing'> {
  const gap =
    verdict.outcome === 'not-covered' ? verdict.readings[0]?.parts.flatMap((p) => p.answer.gaps)[0] : undefined
  if (!gap) return {}
  const { say, who } = sayGap(gap, labels(known))
  return { missing: { gap, say: `${say}. Ask ${who}` } }
}

/** A verdict on a filed article that is other than it was. */
export interface Changed {
  claim: string
  quote: string
  document: string
  before?: Outcome
  now: Outcome
}

/** The verdicts on filed articles, one of them aside, that what was recorded after an instant changed. */
export async function changedSince(
  ledger: Ledger,
  instant: string,
  today: string,
  besides?: string,
): Promise<Changed[]> {
  const others = (await ledger.documents()).filter((doc) => doc.id !== besides)
  if (!others.length) return []
  const before = await verdictsOfAll(ledger, today, instant)
  const after = await verdictsOfAll(ledger, today)
  return [...after].flatMap(([claim, { outcome: now, quote, document }]) => {
    const was = before.get(claim)?.outcome
    return was === now ? [] : [{ claim, quote, document, ...(was && { before: was }), now }]
  })
}
