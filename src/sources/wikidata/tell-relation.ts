import { lifetime } from '../../atlas/index.ts'
import type { EntityId } from '../../model/ids.ts'
import { daysOf, meets } from '../../model/when.ts'
import type { Row } from './answer.ts'
import { type Context, julian, spell, when } from './context.ts'
import { idIn, itemOf, rankOf } from './value.ts'

/** A day on which one of the two ceased to exist: then its relations ended with it, and nobody severed them. */
const endedWith = (states: readonly EntityId[], end: string): boolean => {
  const days = daysOf(end)
  return !!days && states.some((s) => meets({ from: lifetime(s)?.to ?? '', to: lifetime(s)?.to ?? '' }, days))
}

/** P530: since when two states have relations, and until when. Each item tells its own side; neither is made the other's. */
export function tellRelation(ctx: Context, row: Row, file: string, asked: string) {
  const locator = idIn(row.relation) ?? 'a statement'
  const item = itemOf(row, 'subject')
  if (rankOf(row) === 'deprecated' || item?.is !== 'value') return
  const other = itemOf(row, 'object')
  if (other?.is === 'none' || other?.is === 'some')
    return ctx.find(
      'no-counterpart',
      file,
      locator,
      `${locator}: relations with ${other.is === 'none' ? 'nobody' : 'somebody unknown'}: nothing is filed for it`,
    )
  const [a, b] = [ctx.state(row, 'subject', file), ctx.state(row, 'object', file)]
  if (!a || !b) return
  if (a === b)
    return ctx.find(
      'same-state',
      file,
      locator,
      `${locator}: relations of ${a} with itself, by another item: nothing is filed for it`,
    )
  const between = [a, b].sort()
  const [start, end] = [ctx.time(row, 'start', file, locator), ctx.time(row, 'end', file, locator)]
  const [from, to] = [when(start), when(end)]
  const note = julian(start, end)
  const tell = (step: string, time: string | undefined) =>
    ctx.tell({ kind: 'relations', roles: { between, step }, ...(time && { when: time }) }, locator, item.value, note)
  if (from) tell('established', from)
  if (to && !endedWith(between, to)) tell('severed', to)
  if (from && to) tell('held', spell(from, to))
  else if (end?.is === 'some') tell('severed', spell(from, asked))
  else if (end?.is === 'none') tell('held', from ? spell(from, asked) : asked)
  else if (!from && !to) tell('held', undefined)
}
