import type { Ledger } from '../keep/port.ts'
import type { Source } from '../model/coverage.ts'
import type { Roles } from '../model/fact.ts'
import type { Doubt } from '../model/judgement.ts'
import type { Kind } from '../model/kinds/index.ts'
import { type Standing, verdictsOfAll } from '../run/changes.ts'
import { reconcile } from '../run/reconcile.ts'
import { sayDoubt } from '../show/en/doubt.ts'
import { todayIs } from './options.ts'
import { print } from './output.ts'

/** What was told to the ledger: in words, and the pattern that it bears on. */
export interface Told {
  say: string
  about?: { kind: Kind; roles: Roles }
}

/** Does something to a ledger, and lists the verdicts on the articles filed in it that are other than before. */
export async function withChanges(ledger: Ledger, act: () => Promise<Told>): Promise<void> {
  const before = await verdictsOfAll(ledger, todayIs())
  const { say, about } = await act()
  const { fresh, withdrawn, sources } = await reconcile(ledger, new Date().toISOString())
  const after = await verdictsOfAll(ledger, todayIs())
  const changed = [...after].filter(([id, now]) => before.get(id)?.outcome !== now.outcome)
  const lines = changed.map(
    ([id, now]) => `  ${before.get(id)?.outcome ?? 'new'} → ${now.outcome}: “${now.quote}” (${now.document})`,
  )
  const count = `${changed.length} ${changed.length === 1 ? 'verdict changes' : 'verdicts change'}`
  const head = before.size ? count : 'no article is filed whose verdicts could change'
  const open = about ? stillOpen([...after.values()], about) : []
  await print([say, ...doubtLines(fresh, withdrawn, sources), head, ...lines, ...open, ''].join('\n'))
}

/** What a comparison of the sources changed: lists newly in doubt, and how many doubts went. */
export function doubtLines(fresh: readonly Doubt[], withdrawn: number, sources: ReadonlyMap<string, Source>): string[] {
  const byList = Map.groupBy(fresh, (doubt) => doubt.list.split('|')[0]!)
  const doubts = [...byList].map(([id, own]) => `${sources.get(id)?.title ?? id} is ${sayDoubt(own)}`)
  return [...doubts, ...(withdrawn ? [`${withdrawn} doubt${withdrawn === 1 ? '' : 's'} about lists withdrawn`] : [])]
}

/** Compares what sources tell after something was pulled, and says what follows, unless rows alone are asked for. */
export async function comparison(ledger: Ledger, { format }: { format: 'text' | 'json' }): Promise<void> {
  const { fresh, withdrawn, sources, unsure } = await reconcile(ledger, new Date().toISOString())
  const open = unsure.length ? [`${unsure.length} pairs of tellings may be one event: chancery reconcile`] : []
  const lines = [...doubtLines(fresh, withdrawn, sources), ...open]
  if (lines.length && format === 'text') await print(`${lines.join('\n')}\n`)
}

const MOST = 5

/** What the claims of the same kind, on one of the same, still lack. */
export function stillOpen(all: readonly Standing[], { kind, roles }: NonNullable<Told['about']>): string[] {
  const told = new Set(Object.values(roles).flat())
  const open = all.filter(
    ({ kind: k, missing }) =>
      k === kind &&
      missing &&
      Object.values(missing.gap.roles)
        .flat()
        .some((id) => told.has(id)),
  )
  const lines = open.slice(0, MOST).map(({ quote, missing }) => `  “${quote}”: ${missing!.say}`)
  const more = open.length - lines.length
  return lines.length ? ['still not covered:', ...lines, ...(more ? [`  and ${more} more`] : [])] : []
}
