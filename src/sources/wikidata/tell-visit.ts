import { slug } from '../../model/ids.ts'
import type { Row } from './answer.ts'
import { type Context, julian, spell, when } from './context.ts'
import { idIn, labelOf } from './value.ts'

const single = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined)

/** One visit, from all its rows: who took part and is no citizen of the state visited came to it. */
export function tellVisit(ctx: Context, rows: readonly Row[], file: string) {
  const first = rows[0]!
  const item = idIn(first.visit)
  const hosts = [...new Set(rows.map((row) => ctx.state(row, 'host', file)))].filter((s) => s !== undefined)
  const host = single(hosts)
  if (!item) return
  if (!host)
    return ctx.find(
      'unknown-host',
      file,
      item,
      `${labelOf(first, 'visit')}: ${hosts.length ? 'several states' : 'no state'} visited; nothing is filed for it`,
    )
  const [date, start, end] = [
    ctx.time(first, 'date', file, item),
    ctx.time(first, 'start', file, item),
    ctx.time(first, 'end', file, item),
  ]
  const [on, from, to] = [when(date), when(start), when(end)]
  const time = from && to ? (from === to ? from : spell(from, to)) : (on ?? from)
  if (!time)
    return ctx.find('undated', file, item, `${labelOf(first, 'visit')}: no time is told; nothing is filed for it`)
  const where = labelOf(first, 'place')
  const place = where && slug(where) ? `place:${slug(where)}` : undefined
  if (place) ctx.named(place, where!)
  for (const own of Map.groupBy(rows, (row) => row.person?.value).values()) {
    const citizen = [...new Set(own.map((row) => ctx.state(row, 'citizenship', file)))].filter((s) => s !== undefined)
    if (!citizen.length || citizen.includes(host)) continue
    const visitor = ctx.person(own[0]!, 'person', file)
    if (!visitor) continue
    const home = single(citizen)
    const roles = { visitor, ...(home && { from: home }), to: host, ...(place && { place }) }
    ctx.tell({ kind: 'visit', roles, when: time }, item, item, julian(date, start, end))
  }
}
