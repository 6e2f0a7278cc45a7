import { slug } from '../../model/ids.ts'
import type { Row } from './answer.ts'
import { type Context, julian, spell, when } from './context.ts'
import { idIn, labelOf } from './value.ts'

const TYPES: readonly [RegExp, string][] = [
  [/embassy|high commission/i, 'embassy'],
  [/consulate/i, 'consulate'],
  [/interests section/i, 'interests section'],
  [/office/i, 'office'],
]

/** Whose mission stands in which state. An item without dates tells that it is or was there, and not when. */
export function tellEmbassy(ctx: Context, row: Row, file: string) {
  const item = idIn(row.embassy)
  const [sender, host] = [ctx.state(row, 'sender', file), ctx.state(row, 'host', file)]
  if (!item || !sender || !host || sender === host) return
  const type = TYPES.find(([words]) => words.test(labelOf(row, 'class') ?? ''))?.[1]
  const where = labelOf(row, 'place')
  const place = where && slug(where) ? `place:${slug(where)}` : undefined
  if (place) ctx.named(place, where!)
  const [start, end] = [ctx.time(row, 'start', file, item), ctx.time(row, 'end', file, item)]
  const [from, to] = [when(start), when(end)]
  const tell = (step: string, time?: string) =>
    ctx.tell(
      {
        kind: 'mission',
        roles: { sender, host, ...(type && { type }), ...(place && { place }), step },
        ...(time && { when: time }),
      },
      item,
      item,
      julian(start, end),
    )
  if (from && to) tell('exists', spell(from, to))
  else if (from) tell('opened', from)
  else if (to) tell('closed', to)
  else tell('exists')
}
