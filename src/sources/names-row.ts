import { classOf, type EntityId } from '../model/ids.ts'
import { type Day, isDay } from '../model/when.ts'
import { listOf } from './fact-row.ts'
import type { Row } from './table.ts'

/** How a pack calls an entity; `day` is the day of a roll call. */
export interface NamedEntity {
  id: EntityId
  label: string
  aliases: string[]
  day?: Day
}

export function nameOfRow(row: Row): NamedEntity {
  const [id, label, day] = [row.get('id'), row.get('label'), row.get('day')]
  if (!classOf(id)) throw row.wrong('id', `"${id}" is no id: write for example person:barack-obama`)
  if (!label) throw row.wrong('label', 'the label is missing')
  if (day && !isDay(day)) throw row.wrong('day', `"${day}" is no day: write YYYY-MM-DD`)
  return { id, label, aliases: listOf(row.get('aliases')), ...(day && { day }) }
}
