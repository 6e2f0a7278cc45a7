import type { Ledger } from '../keep/port.ts'
import { classOf } from '../model/ids.ts'
import { KIND_NAMES } from '../model/kinds/index.ts'

export interface Redacted {
  /** Ids of the records of which a tombstone is left. */
  gone: string[]
  /** Of a person: articles and facts on others whose words have the name; they stay until they are redacted themselves. */
  named: string[]
}

/**
 * Takes a fact, an article with all that it tells, or all that has a person's id out of a ledger for good. A tombstone stays, with who
 * decided, when and why. Throws `not-found`, `unsupported`.
 */
export async function redact(
  ledger: Ledger,
  id: string,
  why: string,
  meta: { recordedAt: string; by: string },
): Promise<Redacted> {
  const asked = id.trim()
  const names = classOf(asked) === 'person' ? await namesOf(ledger, asked) : []
  const gone = await ledger.redact(asked, { ...meta, note: `redacted: ${why}` })
  return { gone, named: names.length ? await naming(ledger, names) : [] }
}

/** Names of more than one word: one alone is borne by too many. */
async function namesOf(ledger: Ledger, id: string): Promise<string[]> {
  const known = (await ledger.allNames()).find((name) => name.id === id)
  return known ? [known.label, ...known.aliases].filter((name) => name.trim().includes(' ')) : []
}

async function naming(ledger: Ledger, names: readonly string[]): Promise<string[]> {
  const has = (text: string | undefined) => text !== undefined && names.some((name) => text.includes(name))
  const articles = (await ledger.documents()).filter((doc) => has(doc.text) || has(doc.title))
  const kinds = KIND_NAMES.filter((kind) => kind !== 'vote').map((kind) => ({ kind }))
  const { facts } = await ledger.fetch(kinds)
  const told = facts.filter(({ cite, note }) => has(cite.quote) || has(note))
  return [...articles, ...told].map((record) => record.id)
}
