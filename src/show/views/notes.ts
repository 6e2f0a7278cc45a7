import type { Claim } from '../../model/claim.ts'
import type { Verdict } from '../../model/verdict.ts'
import { sayDoubts } from '../en/doubt.ts'
import { definite, type Label, listed } from '../en/label.ts'
import { point } from '../en/time.ts'
import { cited, type ShownFact, showVerdict } from '../verdict.ts'
import { OUTCOME_WORDS } from './outcome.ts'

/** One line under a claim: by what it fails, what is missing, whom to ask, what is true, how it stands today. */
export interface Note {
  /** Absent: a reason, said as it is. */
  is?: 'against' | 'they are' | 'missing' | 'ask' | 'true' | 'today'
  say: string
}

export const sayNote = ({ is, say }: Note): string => (is ? `${is}: ${say}` : say)

/** One fact a member: for the line, the finest date suffices. */
const briefly = (facts: readonly ShownFact[]): ShownFact[] => [
  ...new Map(
    [...facts].sort((a, b) => (a.when?.length ?? 0) - (b.when?.length ?? 0)).map((f) => [f.entity, f]),
  ).values(),
]

/** What is said of a claim in a line each; of one that holds, nothing unless today differs. */
export function notesOf(claim: Claim, verdict: Verdict, label: Label, source: (id: string) => string): Note[] {
  const shown = showVerdict(claim, verdict, label)
  const out: Note[] = []
  if (verdict.outcome === 'refuted' || verdict.outcome === 'disputed') {
    const [first, ...more] = briefly(shown.against)
    const counted = countedBy(verdict, label)
    if (first) out.push({ is: 'against', say: `${cited(first, source)}${more.length ? `; ${more.length} more` : ''}` })
    else if (counted.length) out.push({ is: 'they are', say: listed(counted, 12) })
    else out.push({ say: `the lists are whole and do not have it: ${coverageOf(verdict, source)}` })
  }
  if (verdict.outcome === 'not-covered') {
    const gap = shown.missing[0]
    const doubts = sayDoubts(verdict, source).map((say) => ({ say }))
    if (gap) out.push({ is: 'missing', say: gap.say }, ...doubts, { is: 'ask', say: gap.who })
    else if (shown.reason) out.push({ say: shown.reason })
  }
  if (verdict.outcome === 'not-understood' && shown.reason) out.push({ say: shown.reason })
  if (verdict.outcome !== 'supported' && shown.nearest) out.push({ is: 'true', say: shown.nearest })
  const { today } = shown
  if (today.verdict !== verdict.outcome)
    out.push({ is: 'today', say: `${OUTCOME_WORDS[today.verdict]} (as known on ${point(today.on)})` })
  return out
}

/** Who is counted, where a count fails: its counter-example is the list itself. */
export function countedBy(verdict: Verdict, label: Label): string[] {
  const part = verdict.readings[0]!.parts.find((p) => p.question.measure === 'count' && p.answer.outcome === 'refuted')
  return (part?.answer.members ?? []).filter((id) => !id.startsWith('fact:')).map((id) => definite(label(id)))
}

/** The sources whose lists are whole where a verdict needs them. */
export const coverageOf = (verdict: Verdict, source: (id: string) => string): string =>
  listed(
    [...new Set(verdict.readings[0]!.parts.flatMap((p) => p.answer.coverage.map((c) => source(c.cite.source))))],
    4,
  )
