import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Document } from '../model/claim.ts'
import { ChanceryError } from '../model/error.ts'
import { isDay } from '../model/when.ts'

/** A document of a text as decoded; its id is a hash of that text. Throws `incorrect` for a date that is no day. */
export function documentOf(text: string, about: Omit<Document, 'id' | 'text'> = {}): Document {
  if (about.date !== undefined && !isDay(about.date))
    throw new ChanceryError('incorrect', 'date', `no day, ${JSON.stringify(about.date)}: write YYYY-MM-DD`)
  const id = `doc:${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
  const known = Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined))
  return { id, text, ...known }
}

const FIELDS = ['title', 'date', 'outlet', 'source'] as const

/**
 * What `NAME.meta.json` beside an article says of it; nothing where there is no such file. Throws `incorrect` for one that is no
 * JSON object or whose date is no day.
 */
export function metaBeside(path: string): Omit<Document, 'id' | 'text'> {
  if (path === '-') return {}
  const file = `${path.replace(/\.[^./\\]*$/, '')}.meta.json`
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return {}
  }
  return metaOf(text, file)
}

function metaOf(text: string, file: string): Omit<Document, 'id' | 'text'> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new ChanceryError('incorrect', file, 'no JSON: write {"title","date","outlet","source"}')
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new ChanceryError('incorrect', file, 'no JSON object: write {"title","date","outlet","source"}')
  const given = value as Record<string, unknown>
  const meta = Object.fromEntries(FIELDS.flatMap((f) => (typeof given[f] === 'string' ? [[f, given[f]]] : [])))
  if (meta.date !== undefined && !isDay(String(meta.date)))
    throw new ChanceryError('incorrect', file, `the date ${JSON.stringify(meta.date)} is no day: write YYYY-MM-DD`)
  return meta
}
