import { findNames } from '../atlas/index.ts'
import { clausesOf } from '../grammar/clauses/index.ts'
import { entities } from '../grammar/entities/index.ts'
import { analyse } from '../grammar/index.ts'
import type { Claim, Document, Reading } from '../model/claim.ts'
import { articleOf } from './article.ts'
import { FORMS, PAST } from './en/past.ts'
import { finish } from './finish.ts'
import { withGroups } from './group-set.ts'
import { mend } from './mend.ts'
import { mendTree } from './mend-tree.ts'
import { type Holders, NOBODY } from './ports.ts'
import { referencesOf } from './reference.ts'
import { settleRolls } from './rolls.ts'
import { readArticle } from './sentence.ts'
import { withSurnames } from './surname.ts'
import { type Derivation, derive } from './why.ts'

export type { Holders, KnownName } from './ports.ts'
export { NOBODY } from './ports.ts'
export { toRow } from './row.ts'
export type { Derivation } from './why.ts'

/** The grammar and the atlas, as reading takes them. */
export const TOOLS = {
  analyse: (text: string) => analyse(text).map((s) => mend(mendTree(s), PAST, FORMS)),
  clausesOf,
  findNames,
  entities,
}

/**
 * Reads a document into claims with exact spans. `doc.date` absent: relative times stay absent. `holders` says what a ledger
 * knows of persons, offices and roll calls; without it the text's own names are all there is.
 */
export function read(doc: Document, holders: Holders = NOBODY): Reading {
  const article = articleOf(doc, holders, TOOLS)
  const refs = referencesOf(article)
  const { drafts, unread } = readArticle(article, refs)
  const claims: Claim[] = settleRolls(article, finish(article, drafts)).map((c) =>
    withSurnames(withGroups(c, holders), holders),
  )
  return {
    claims: claims.map((c) => exact(c.unread ? { ...c, unread: exact(c.unread, doc) } : c, doc)),
    unread: unread.map((u) => exact(u, doc)),
  }
}

/** A quote is what the document has, with its line ends. */
const exact = <T extends Pick<Claim, 'span' | 'quote'>>(told: T, { text }: Document): T => ({
  ...told,
  quote: text.slice(told.span.start, told.span.end),
})

/** How a sentence is read: tokens, names, clauses, the frames tried and what each lacked. */
export const why = (sentence: string, date?: string, holders?: Holders): Derivation =>
  derive(sentence, date, holders, TOOLS)
