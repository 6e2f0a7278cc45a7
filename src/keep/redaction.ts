import { hash } from 'node:crypto'
import { ChanceryError } from '../model/error.ts'
import type { Fact } from '../model/fact.ts'
import { classOf } from '../model/ids.ts'
import type { Judgement } from '../model/judgement.ts'
import { tellingKey } from '../model/telling.ts'
import { noRecord } from './missing.ts'
import type { Filed } from './record.ts'

/** What is left of a record whose content was taken out for good. Its id, kind and history stay; no read of any day gives it. */
export const TOMBSTONE = '{"redacted":true}'

const MARK = 'redacted:'
/** Under which the acts on a ledger keep that a person was redacted: a hash of the id, since the id itself is left nowhere. */
export const personMark = (id: string): string => `${MARK}${hash('sha256', id).slice(0, 32)}`

/** Ids of records that were redacted, and marks of persons who were. */
export const BURIED = `SELECT id FROM record WHERE sort = 'redacted' UNION ALL SELECT id FROM act WHERE id LIKE '${MARK}%'`

/** What may be filed of what is told: nothing that was redacted, nor anything that has the id of a person who was. */
export function unburied<R extends Pick<Filed, 'id' | 'sort' | 'body'>>(
  records: readonly R[],
  buried: ReadonlySet<string>,
): R[] {
  const persons = [...buried].some((id) => id.startsWith(MARK))
  const known = new Map<string, boolean>()
  const isGone = (person: string): boolean => {
    if (!known.has(person)) known.set(person, buried.has(personMark(person)))
    return known.get(person)!
  }
  const names = ({ sort, body }: R): boolean =>
    OF_PERSON.some((one) => one === sort) && (JSON.stringify(body).match(PERSON) ?? []).some(isGone)
  return records.filter((record) => !buried.has(record.id) && !(persons && names(record)))
}
const PERSON = /person:[\p{L}\p{N}-]+/gu

/** Sorts of records that go with a fact or an article: who held an office or how a roll call went is known by its source. */
const OF_ONE = ['fact', 'document', 'review', 'source', 'coverage'] as const
/** Sorts of records that may name a person by id. */
const OF_PERSON = ['fact', 'name', 'judgement', 'review', 'coverage'] as const

/** A record that may have to go, with its content as text. */
export interface Candidate {
  seq: number
  id: string
  sort: string
  body: string
}

/** What a store looks up for an id: records of these sorts that bear it or are about it; or, of a person, those with it in their content. */
export const lookedUp = (id: string) => {
  const person = classOf(id) === 'person'
  return { person, sorts: person ? OF_PERSON : OF_ONE, doc: id.startsWith('doc:') }
}

/** Of what was looked up, and of all judgements, what goes: also every word on a telling that goes. */
export function toGo(id: string, found: readonly Candidate[], judgements: readonly Candidate[]): Candidate[] {
  const { person } = lookedUp(id)
  const going = person ? found.filter(({ body }) => names(body, id)) : found
  if (!going.length) return []
  const keys = new Set(going.flatMap(({ sort, body }) => (sort === 'fact' ? tellingKey(JSON.parse(body) as Fact) : [])))
  const known = new Set(going.map((record) => record.id))
  const words = judgements.filter(({ id: own, body }) => {
    const { tellings } = JSON.parse(body) as Judgement
    return !known.has(own) && tellings.some((key) => keys.has(key) || key.startsWith(`${id}|`))
  })
  return [...going, ...words]
}

/** Whether a content has an id, and not merely a longer one that begins like it. */
function names(body: string, id: string): boolean {
  for (let at = body.indexOf(id); at >= 0; at = body.indexOf(id, at + 1))
    if (!/[\p{L}\p{N}-]/u.test(body[at + id.length] ?? '')) return true
  return false
}

/** A store's own ways to what redaction needs, within one write. */
export interface Redacting {
  /** What goes with an id, but for what is redacted (`toGo`). */
  about(id: string): Promise<Candidate[]> | Candidate[]
  /** Whether a record, what is about an article, or a person was redacted before. */
  wasRedacted(id: string): Promise<boolean> | boolean
  retract(id: string): Promise<boolean> | boolean
  /** Chains an entry that says so. */
  act(id: string): Promise<void> | void
  /** Puts the tombstone in the place of the content, and takes it out of the indexes. */
  bury(record: Candidate): Promise<void> | void
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
  if (classOf(id) === 'person') await store.act(personMark(id))
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
  if (classOf(id) === 'person') store.act(personMark(id))
  return records.map((record) => record.id)
}

/** What a record is about is blotted out with it where that names somebody; of an article it stays, and tells what went. */
export const subjectLeft = (sort: string): 'kept' | 'gone' =>
  sort === 'name' || sort === 'judgement' ? 'gone' : 'kept'

function nothingLeft(before: boolean, id: string): string[] {
  if (before) return []
  if (classOf(id) === 'person')
    throw new ChanceryError(
      'not-found',
      id,
      'nothing is on record of this person: check the id, or ask chancery person NAME',
    )
  if (id.startsWith('fact:') || id.startsWith('doc:')) throw noRecord(id)
  throw new ChanceryError(
    'unsupported',
    id,
    `${id} cannot be redacted: name a fact (fact:…), an article (doc:…) or a person (person:…)`,
  )
}
