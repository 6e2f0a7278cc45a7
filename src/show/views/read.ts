import type { Document, Unread } from '../../model/claim.ts'
import type { Outcome } from '../../model/verdict.ts'
import { point } from '../en/time.ts'
import { OUTCOME_MARKS, OUTCOME_WORDS } from './outcome.ts'
import { claimView } from './read-claim.ts'
import type { Article, ReadClaim } from './read-types.ts'

/** A checked article as the page shows it: its text as published, and every claim, worst first. */
export interface ReadView {
  document: Document
  /** The days that the verdicts speak for, and in words. */
  asOf: string
  asOfSay: string
  today: string
  counts: { outcome: Outcome; word: string; mark: string; n: number }[]
  claims: ReadClaim[]
  unread: { start: number; end: number; quote: string; because: string }[]
}

export function readView(article: Article): ReadView {
  const claims = article.claims.map((checked, i) => claimView(checked, i + 1, article))
  const judged = claims.filter((c) => !c.remark && c.review?.is !== 'rejected')
  return {
    document: article.doc,
    asOf: article.times.asOf,
    asOfSay: point(article.times.asOf),
    today: article.times.today,
    counts: (Object.keys(OUTCOME_WORDS) as Outcome[]).flatMap((outcome) => {
      const n = judged.filter((c) => c.outcome === outcome).length
      return n ? [{ outcome, word: OUTCOME_WORDS[outcome], mark: OUTCOME_MARKS[outcome], n }] : []
    }),
    claims,
    unread: article.unread.map(unreadView),
  }
}

const unreadView = ({ span, quote, because }: Unread) => ({ start: span.start, end: span.end, quote, because })
