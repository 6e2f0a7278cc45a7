import type { Article } from './article.ts'
import type { Draft } from './draft.ts'

/** What only the whole article settles. */
export function settle(_article: Article, drafts: readonly Draft[]): Draft[] {
  return [...drafts]
}
