import type { ReadView } from '../../../src/show/views/read.ts'
import type { ReadClaim } from '../../../src/show/views/read-types.ts'

type Outcome = ReadClaim['outcome']

/** A run of the article's text under one mark or none; `ends` are the claims whose words end here. */
export interface Run {
  start: number
  end: number
  claim?: string
  outcome?: Outcome
  ends: ReadClaim[]
}

interface Piece {
  start: number
  end: number
  claim: ReadClaim
  outcome: Outcome
}

/** A remark is marked only where it is chosen: praise and thanks are no matter of record. */
const shown = (claim: ReadClaim, chosen: string | undefined): boolean =>
  claim.id === chosen || (!claim.remark && claim.review?.is !== 'rejected')

/** Each part of a claim under its own outcome; where several cover the same words, the narrowest, and of these the worst. */
export function runsOf(view: ReadView, chosen?: string): Run[][] {
  const claims = view.claims.filter((claim) => shown(claim, chosen))
  const pieces = claims.flatMap((claim): Piece[] => [
    { start: claim.start, end: claim.end, claim, outcome: claim.outcome },
    ...claim.parts.map(({ start, end, outcome }) => ({ start, end, claim, outcome })),
  ])
  return paragraphs(view.document.text).map((span) => runsIn(span, pieces, claims))
}

/** The spans of lines with words in them. */
function paragraphs(text: string): { start: number; end: number }[] {
  const out: { start: number; end: number }[] = []
  for (const match of text.matchAll(/[^\r\n]*\S[^\r\n]*/g))
    out.push({ start: match.index, end: match.index + match[0].length })
  return out
}

function runsIn(span: { start: number; end: number }, all: readonly Piece[], claims: readonly ReadClaim[]): Run[] {
  const pieces = all.filter((p) => p.start < span.end && p.end > span.start)
  const ends = claims.filter((c) => c.end > span.start && c.end <= span.end)
  const inner = [...pieces.flatMap((p) => [p.start, p.end]), ...ends.map((c) => c.end)]
  const cuts = [span.start, ...inner.filter((at) => at > span.start && at < span.end), span.end]
  const at = [...new Set(cuts)].sort((a, b) => a - b)
  return at.slice(1).map((end, i) => {
    const start = at[i]!
    const over = pieces.filter((p) => p.start <= start && p.end >= end)
    over.sort((a, b) => a.end - a.start - (b.end - b.start) || a.claim.n - b.claim.n)
    const [best] = over
    const closing = ends.filter((c) => c.end === end)
    return { start, end, ...(best && { claim: best.claim.id, outcome: best.outcome }), ends: closing }
  })
}
