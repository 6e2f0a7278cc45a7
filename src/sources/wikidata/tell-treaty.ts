import { daysOf } from '../../model/when.ts'
import type { Row } from './answer.ts'
import { type Context, julian, spell, when } from './context.ts'
import { idIn, labelOf } from './value.ts'

/** One treaty, from all its rows: who signed it, when, and from when it is in force. */
export function tellTreaty(ctx: Context, rows: readonly Row[], file: string) {
  const first = rows[0]!
  const item = idIn(first.treaty)
  const topic = labelOf(first, 'treaty')
  if (!item || !topic)
    return ctx.find('no-label', file, item, `${item ?? 'a treaty'} has no English name: nothing is filed for it`)
  const states = rows.map((row) => ctx.state(row, 'signatory', file))
  const between = [...new Set(states.filter((s) => s !== undefined))].sort()
  if (between.length < 2) return
  const [date, force] = [ctx.time(first, 'date', file, item), ctx.time(first, 'force', file, item)]
  const signatures = [...new Set(rows.flatMap((row) => when(ctx.time(row, 'signed', file, item)) ?? []))].sort()
  const others =
    new Set(rows.map((row) => row.signatory?.value)).size -
    new Set(states.flatMap((s, i) => (s ? [rows[i]!.signatory?.value] : []))).size
  const note = [
    julian(date, force),
    others > 0 ? `With ${others} other signator${others === 1 ? 'y' : 'ies'}.` : undefined,
  ]
    .filter(Boolean)
    .join(' ')
  const tell = (step: string, time: string | undefined) =>
    ctx.tell(
      { kind: 'agreement', roles: { between, topic, step }, ...(time && { when: time }) },
      item,
      item,
      note || undefined,
    )
  tell('signed', when(date) ?? spanOf(signatures))
  const since = when(force)
  if (since) tell('in-force', since)
}

/** The one time of all signatures, or from the first to the last of them. */
function spanOf(signatures: readonly string[]): string | undefined {
  if (signatures.length < 2) return signatures[0]
  const whole = spell(signatures[0], signatures.at(-1))
  return daysOf(whole) ? whole : undefined
}
