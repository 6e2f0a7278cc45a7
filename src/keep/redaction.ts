import { ChanceryError } from '../model/error.ts'
import { noRecord } from './missing.ts'

/** What is left of a record whose content was taken out for good. Its id, kind and history stay; no read of any day gives it. */
export const TOMBSTONE = '{"redacted":true}'

/** Sorts of records that can be redacted, for SQL: who held an office or how a roll call went is known by its source. */
export const REDACTABLE = ['fact', 'document', 'review', 'source', 'coverage'] as const

export interface Redactable {
  seq: number
  id: string
}

/** A store's own ways to what redaction needs, within one write. */
export interface Redacting {
  /** The record of an id; of an article also what it tells, its reviews and its description, but for what is redacted. */
  about(id: string): Promise<Redactable[]> | Redactable[]
  /** Whether a record, or what is about an article, was redacted before. */
  wasRedacted(id: string): Promise<boolean> | boolean
  retract(id: string): Promise<boolean> | boolean
  /** Chains an entry that says so. */
  act(id: string): Promise<void> | void
  /** Puts the tombstone in the place of the content, and takes it out of the indexes. */
  bury(record: Redactable): Promise<void> | void
}

/** Takes content out for good; the ids of the records of which only a tombstone is left. Throws `not-found`, `unsupported`. */
export async function redacted(store: Redacting, id: string): Promise<string[]> {
  const records = await store.about(id)
  if (!records.length) return nothingLeft(await store.wasRedacted(id), id)
  for (const record of records) {
    await store.retract(record.id)
    await store.act(record.id)
    await store.bury(record)
  }
  return records.map((record) => record.id)
}

/** The same where a store answers at once. */
export function redactedAtOnce(
  store: { [K in keyof Redacting]: (...args: Parameters<Redacting[K]>) => Awaited<ReturnType<Redacting[K]>> },
  id: string,
): string[] {
  const records = store.about(id)
  if (!records.length) return nothingLeft(store.wasRedacted(id), id)
  for (const record of records) {
    store.retract(record.id)
    store.act(record.id)
    store.bury(record)
  }
  return records.map((record) => record.id)
}

function nothingLeft(before: boolean, id: string): string[] {
  if (before) return []
  if (id.startsWith('fact:') || id.startsWith('doc:')) throw noRecord(id)
  throw new ChanceryError('unsupported', id, `${id} cannot be redacted: name a fact (fact:…) or an article (doc:…)`)
}
