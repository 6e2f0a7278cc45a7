import { ChanceryError } from '../model/error.ts'
import { isDay } from '../model/when.ts'
import type { Instant } from './port.ts'

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/

/** An instant, or a day's first moment in UTC. */
export const instantOf = (text: string, at = 'recordedAt'): Instant => parse(text, 'T00:00:00.000Z', at)

/** An instant, or a day's last moment in UTC. */
export const endOf = (text: string, at = 'known-on'): Instant => parse(text, 'T23:59:59.999Z', at)

function parse(text: string, ofDay: string, at: string): Instant {
  if (isDay(text)) return text + ofDay
  const date = INSTANT.test(text) && isDay(text.slice(0, 10)) ? new Date(text) : undefined
  if (date && !Number.isNaN(date.getTime())) return date.toISOString()
  throw new ChanceryError('incorrect', at, `"${text}" is no day or instant: write 2026-11-22 or 2026-11-22T14:50:00Z`)
}
