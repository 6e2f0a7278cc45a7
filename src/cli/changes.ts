import type { Ledger } from '../keep/port.ts'
import { verdictsOfAll } from '../run/changes.ts'
import { todayIs } from './options.ts'
import { print } from './output.ts'

/** Does something to a ledger, and lists the verdicts on the articles filed in it that are other than before. */
export async function withChanges(ledger: Ledger, act: () => Promise<string>): Promise<void> {
  const before = await verdictsOfAll(ledger, todayIs())
  const said = await act()
  const after = await verdictsOfAll(ledger, todayIs())
  const changed = [...after].filter(([id, now]) => before.get(id)?.outcome !== now.outcome)
  const lines = changed.map(
    ([id, now]) => `  ${before.get(id)?.outcome ?? 'new'} → ${now.outcome}: “${now.quote}” (${now.document})`,
  )
  await print(
    [
      said,
      before.size ? `${changed.length} verdicts change` : 'no article is filed whose verdicts could change',
      ...lines,
      '',
    ].join('\n'),
  )
}
