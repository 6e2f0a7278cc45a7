import { createHash } from 'node:crypto'
import { findNames } from '../../atlas/index.ts'
import { clausesOf } from '../../grammar/clauses/index.ts'
import { entities } from '../../grammar/entities/index.ts'
import { analyse } from '../../grammar/index.ts'
import type { Claim, Document, Filler, Named, Worded } from '../../model/claim.ts'
import { definitionOf, keyRoles } from '../../model/kinds/index.ts'
import type { RoleDefinition } from '../../model/kinds/kind.ts'
import { daysOf } from '../../model/when.ts'
import { type Article, articleOf } from '../article.ts'
import { type Holders, NOBODY } from '../ports.ts'
import { type Names, namesOf } from './names.ts'
import { ProposedRow } from './schema.ts'

export { instructions, ProposedRow } from './schema.ts'

/** Why a proposed row was not taken. */
export const DROPPED = ['shape', 'quote', 'role', 'name', 'value', 'time', 'speaker', 'repeated'] as const
export type Dropped = (typeof DROPPED)[number]

export interface Proposals {
  claims: Claim[]
  /** How many rows fell for each reason. */
  dropped: Partial<Record<Dropped, number>>
}

/**
 * Turns rows that something else proposes (a language model) into claims, and drops every row that the article does not bear
 * out: its quote must stand in the text word for word, every name in a role must be named in the article and resolve, closed
 * values must be of their list, a time must be one. What is dropped is counted by its reason. Never throws.
 */
export function proposed(doc: Document, rows: readonly unknown[], by: string, holders: Holders = NOBODY): Proposals {
  const article = articleOf(doc, holders, {
    analyse: (text) => analyse(text),
    clausesOf,
    findNames,
    entities,
  })
  const names = namesOf(article)
  const claims = new Map<string, Claim>()
  const dropped: Proposals['dropped'] = {}
  for (const row of rows) {
    const claim = claimOf(article, names, row, by)
    const reason = typeof claim === 'string' ? claim : claims.has(claim.id) ? 'repeated' : undefined
    if (reason) dropped[reason] = (dropped[reason] ?? 0) + 1
    else claims.set((claim as Claim).id, claim as Claim)
  }
  return { claims: [...claims.values()].sort((a, b) => a.span.start - b.span.start), dropped }
}

function claimOf({ doc }: Article, names: Names, value: unknown, by: string): Claim | Dropped {
  const parsed = ProposedRow.safeParse(value)
  if (!parsed.success) return 'shape'
  const row = parsed.data
  const start = doc.text.indexOf(row.quote)
  if (start < 0 || !/\p{L}/u.test(row.quote)) return 'quote'
  const roles = rolesOf(row, names)
  if (typeof roles === 'string') return roles
  if (row.when && !daysOf(row.when)) return 'time'
  const speaker = row.speaker ? names.find(row.speaker) : undefined
  if (row.speaker ? !speaker : row.voice !== 'narrator') return 'speaker'
  const except = (row.except ?? []).map((name) => names.find(name))
  if (except.includes(undefined)) return 'name'
  const content = {
    ...{ kind: row.kind, is: row.is ?? ('so' as const), roles },
    ...(row.count && { count: row.count }),
    ...(except.length > 0 && { except: except as Named[] }),
    ...(row.when && { when: row.when }),
    ...{ modality: row.modality, voice: row.voice, ...(speaker && { speaker }) },
    ...{ span: { start, end: start + row.quote.length }, quote: row.quote },
    ...(row.kind === 'remark' && { beyond: 'opinion' as const }),
  }
  const hash = createHash('sha256')
    .update(JSON.stringify([doc.id, content]))
    .digest('hex')
  return { id: `claim:${hash.slice(0, 16)}`, ...content, rules: [by] }
}

function rolesOf(row: ProposedRow, names: Names): Record<string, Filler> | Dropped {
  const { roles } = definitionOf(row.kind)
  const out: Record<string, Filler> = {}
  for (const [name, value] of Object.entries(row.roles)) {
    const role = roles[name]
    const values = [value].flat().filter((v) => v.trim() !== '')
    if (!role || (values.length > 1 && !role.list)) return 'role'
    if (values.length === 0) continue
    const fillers = values.map((v) => fillerOf(role, v, names))
    if (fillers.includes(undefined)) return role.holds === 'closed' ? 'value' : 'name'
    out[name] = fillers.length === 1 ? fillers[0]! : { is: 'list', of: fillers as Named[] }
  }
  return keyRoles(row.kind).some((role) => out[role]) ? out : 'role'
}

function fillerOf(role: RoleDefinition, value: string, names: Names): Named | Worded | undefined {
  if (role.holds === 'closed') return role.values?.includes(value) ? { is: 'words', label: value } : undefined
  if (role.holds === 'label' || role.holds === 'roll') return names.words(value)
  const found = names.find(value)
  if (role.holds !== 'state') return found ?? (role.holds === 'people' ? names.words(value) : undefined)
  return found?.id.startsWith('state:') ? found : undefined
}
