import type { Row } from './answer.ts'
import { type Context, julian, spell, when } from './context.ts'
import { officeOf } from './office.ts'
import { idIn, itemOf, labelOf, rankOf, textOf } from './value.ts'

const keyOf = (row: Row): string => `${row.state?.value} ${row.property?.value}`

/** States and properties of which one statement is preferred: of the others an end that is not told is only missing. */
export const preferredIn = (rows: readonly Row[]): ReadonlySet<string> =>
  new Set(rows.filter((row) => rankOf(row) === 'preferred').map(keyOf))

/**
 * Who held which of a state's highest offices, from when to when. A list of heads of state is kept up: who has no end there
 * still serves. That a person's own statement lacks an end says nothing.
 */
export function tellTenure(ctx: Context, row: Row, file: string, preferred: ReadonlySet<string>) {
  const locator = idIn(row.tenure) ?? 'a statement'
  const rank = rankOf(row)
  const holder = itemOf(row, 'person')
  if (rank === 'deprecated' || holder?.is !== 'value') return
  const state = ctx.state(row, 'state', file)
  const label = labelOf(row, 'position')
  const held = state && label ? officeOf(label, textOf(row, 'role') ?? '', state) : undefined
  if (!state || !held) {
    if (state)
      ctx.find(
        'unknown-office',
        file,
        locator,
        `${label ?? 'an office without a name'}: not known which office this is; nothing is filed for it`,
      )
    return
  }
  const person = ctx.person(row, 'person', file)
  if (!person) return
  const [start, end] = [ctx.time(row, 'start', file, locator), ctx.time(row, 'end', file, locator)]
  const [from, to] = [when(start), when(end)]
  const listed = row.property?.value !== 'P39' && (rank === 'preferred' || !preferred.has(keyOf(row)))
  const open = end?.is === 'none' || (end === undefined && listed)
  const tell = (step: string, time: string) =>
    ctx.tell(
      { kind: 'office', roles: { person, title: held.title, state, office: held.office, step }, when: time },
      locator,
      holder.value,
      julian(start, end),
    )
  if (from && (to || open)) tell('serving', spell(from, to))
  else if (from) tell('took-office', from)
  else if (to) tell('left', to)
  else
    ctx.find('undated', file, locator, `${labelOf(row, 'person')}, ${label}: no time is told; nothing is filed for it`)
}
