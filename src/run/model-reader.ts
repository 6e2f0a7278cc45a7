import type { Claim, Document, Reading } from '../model/claim.ts'
import { ChanceryError } from '../model/error.ts'
import { keyRoles } from '../model/kinds/index.ts'
import { overlaps } from '../model/span.ts'
import { askModel, type ModelEndpoint } from '../net/model.ts'
import type { Holders } from '../read/index.ts'
import { instructions, type Proposals, proposed } from '../read/proposed/index.ts'
import { readDocument } from './read.ts'

export type ReaderName = 'rules' | 'model' | 'both'

/** What was read, and how many rows of a model the article did not bear out, by reason. */
export interface ModelReading extends Reading {
  dropped: Proposals['dropped']
}

/** In characters: what is longer does not fit a model's answer. */
const LONGEST = 60_000

/**
 * Reads a document with a model, alone or beside the rules. A model only proposes: what the article does not bear out word for
 * word is dropped and counted. With `both`, each claim says who read it. Throws what `askModel` throws.
 */
export async function readWithModel(
  doc: Document,
  holders: Holders,
  reader: Exclude<ReaderName, 'rules'>,
  endpoint: ModelEndpoint,
): Promise<ModelReading> {
  if (doc.text.length > LONGEST)
    throw new ChanceryError(
      'incorrect',
      doc.id,
      `longer than ${LONGEST} characters: use --reader rules, or a part of it`,
    )
  const answer = await askModel(endpoint, instructions(), promptOf(doc))
  const { claims, dropped } = proposed(doc, rowsIn(answer), `model ${endpoint.model}`, holders)
  if (reader === 'model') return { claims: claims.map((c) => ({ ...c, readers: ['model'] })), unread: [], dropped }
  const rules = readDocument(doc, holders)
  return { claims: joined(rules.claims, claims), unread: rules.unread, dropped }
}

const promptOf = ({ date, title, text }: Document): string =>
  [`Date of the article: ${date ?? 'not known'}`, ...(title ? [`Title: ${title}`] : []), 'Article:', text].join('\n')

function rowsIn(answer: unknown): unknown[] {
  const rows = Array.isArray(answer) ? answer : (answer as { rows?: unknown } | null)?.rows
  return Array.isArray(rows) ? rows : [answer]
}

/** The claims of the rules, marked where the model agrees, and what the model alone read, in text order. */
function joined(rules: readonly Claim[], model: readonly Claim[]): Claim[] {
  const matched = new Set<Claim>()
  const ours = rules.map((claim): Claim => {
    const same = model.find((m) => !matched.has(m) && alike(claim, m))
    if (same) matched.add(same)
    return { ...claim, readers: same ? ['rules', 'model'] : ['rules'] }
  })
  const theirs = model.filter((m) => !matched.has(m)).map((m): Claim => ({ ...m, readers: ['model'] }))
  return [...ours, ...theirs].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
}

/** Tell the same of the same: kind, what is said of the set, modality and key roles, on words that overlap. */
const alike = (a: Claim, b: Claim): boolean =>
  a.kind === b.kind &&
  a.is === b.is &&
  a.modality === b.modality &&
  overlaps(a.span, b.span) &&
  keyRoles(a.kind).every((role) => keyOf(a, role) === keyOf(b, role))

const keyOf = ({ roles }: Claim, role: string): string => {
  const filler = roles[role]
  const list = filler === undefined ? [] : filler.is === 'list' ? filler.of : [filler]
  return list
    .map((f) => (f.is === 'entity' ? f.id : f.label))
    .sort()
    .join(' ')
}
