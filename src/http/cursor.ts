import { z } from '@hono/zod-openapi'
import { ChanceryError } from '../model/error.ts'

/** How a long list is asked for in parts. */
export const Paged = {
  limit: z.coerce.number().int().min(1).max(1000).default(100).openapi({ description: 'at most so many, up to 1,000' }),
  cursor: z.string().max(400).optional().openapi({ description: 'where the part before ended: its `next`' }),
}

/** A place in a list, as it goes over the wire: opaque, and only for the list that gave it. */
export const cursorOf = (list: string, at: string): string => Buffer.from(`${list}\n${at}`).toString('base64url')

/** The place of a cursor. Throws `incorrect` for one that no list of that name gave. */
export function placeOf(list: string, cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined
  const [name, ...at] = Buffer.from(cursor, 'base64url').toString('utf8').split('\n')
  if (name === list && at.length && cursorOf(list, at.join('\n')) === cursor) return at.join('\n')
  throw noCursor()
}

const noCursor = (): ChanceryError =>
  new ChanceryError('incorrect', 'query.cursor', 'no cursor of this list: give the `next` of the part before')

/** The place of a cursor in a list whose places are numbers. Throws `incorrect`. */
export function numberOf(list: string, cursor: string | undefined): number | undefined {
  const place = placeOf(list, cursor)
  if (place === undefined) return undefined
  if (/^\d{1,15}$/.test(place)) return Number(place)
  throw noCursor()
}

/** A part of a list whose items have keys, in order of these; `next` where more follow. */
export function partOf<T>(
  list: string,
  items: readonly T[],
  keyOf: (item: T) => string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): { items: T[]; next?: string } {
  const after = placeOf(list, cursor)
  const from = after === undefined ? 0 : items.findIndex((item) => keyOf(item) > after)
  if (from < 0) return { items: [] }
  const part = items.slice(from, from + limit)
  const last = part.at(-1)
  const more = from + limit < items.length
  return { items: part, ...(more && last !== undefined && { next: cursorOf(list, keyOf(last)) }) }
}
