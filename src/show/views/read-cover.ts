import type { Claim } from '../../model/claim.ts'
import type { Coverage } from '../../model/coverage.ts'
import type { Question, SetExpr } from '../../model/question.ts'
import type { CheckedPart, Gap, Verdict } from '../../model/verdict.ts'
import { type Days, EVER, yearOf } from '../../model/when.ts'
import { PHRASES } from '../en/kinds.ts'
import type { Label } from '../en/label.ts'
import { sayGap, wordsOf } from '../en/say.ts'
import { statedBy } from '../en/stated.ts'
import { point, years } from '../en/time.ts'
import { showVerdict } from '../verdict.ts'
import type { Article, GapView, ListUsed, YearsAsked } from './read-types.ts'

const parts = (verdict: Verdict) => verdict.readings[0]!.parts

/** The lists said to be whole that a verdict rests on, or that lie near what it lacks; each once. */
export function listsOf(verdict: Verdict, { sources }: Article): ListUsed[] {
  const used = new Map(parts(verdict).flatMap((p) => p.answer.coverage.map((c) => [c.id, c] as const)))
  return [...used.values()].map((c) => {
    const source = sources.get(c.cite.source)
    return {
      title: source?.title ?? c.cite.source,
      ...(source && { viewpoint: source.viewpoint }),
      kind: c.kind,
      from: c.from,
      to: c.to,
      say: span(c),
      stated: statedBy(c),
      ...(source?.url && /^https?:\/\//.test(source.url) && { url: source.url }),
    }
  })
}

const span = ({ from, to }: Pick<Coverage, 'from' | 'to'>): string =>
  `${from === EVER.from ? 'from the beginning' : point(from)} to ${to === EVER.to ? 'any time' : point(to)}`

/**
 * Every window that a question looks into, once each, with the gaps of the first pattern that lacks coverage; a window of a roll call
 * is no matter of years.
 */
export function yearsAsked(verdict: Verdict): YearsAsked[] {
  const asked = parts(verdict)
    .filter(restsOnCoverage)
    .flatMap(({ question, answer }) =>
      windowsOf(question, answer.gaps.length ? undefined : answer.coverage).map(
        (window): YearsAsked => ({ ...bounds(window), gaps: gapsIn(window, answer.gaps) }),
      ),
    )
  return [...new Map(asked.map((a) => [JSON.stringify(a), a])).values()]
}

/** A witness or a counter-example needs no coverage; only what an absence decides, or leaves open, says which years are covered. */
function restsOnCoverage({ question, answer }: CheckedPart): boolean {
  if (answer.gaps.length) return true
  const shown = answer.outcome === 'refuted' || answer.outcome === 'disputed' ? answer.against : []
  const byWitness = answer.witnesses.length > 0 && (question.measure === 'any' || question.measure === 'includes')
  return shown.length === 0 && !byWitness && windowsOf(question, answer.coverage).length > 0
}

const gapsIn = (window: Days, gaps: readonly Gap[]): YearsAsked['gaps'] => {
  const [first] = gaps
  const alike = gaps.filter((g) => g.kind === first!.kind && JSON.stringify(g.roles) === JSON.stringify(first!.roles))
  const inside = alike.filter((g) => g.from <= window.to && g.to >= window.from).map(bounds)
  return [...new Map(inside.map((g) => [g.say, g])).values()].sort((a, b) => (a.from ?? 0) - (b.from ?? 0))
}

const bounds = (days: Days): { from?: number; to?: number; say: string } => ({
  ...(days.from !== EVER.from && { from: yearOf(days.from) }),
  ...(days.to !== EVER.to && { to: yearOf(days.to) }),
  say: days.from === EVER.from && days.to !== EVER.to ? `up to ${yearOf(days.to)}` : years(days),
})

/** The windows of a question's selections; with `lists`, of those whose kind a list speaks of. */
function windowsOf(question: Question, lists?: readonly Coverage[]): Days[] {
  const out: Days[] = []
  const open: SetExpr[] = [question.set]
  for (let set = open.pop(); set; set = open.pop()) {
    if (set.op === 'select') {
      const { kind, window } = set
      if (kind !== 'vote' && (!lists || lists.some((list) => list.kind === kind))) out.push(window)
    } else if (set.op === 'and' || set.op === 'or') open.push(...set.of)
    else if (set.op === 'minus') open.push(set.from, set.less)
    else if (set.op === 'occupants') open.push(set.of)
  }
  return out
}

/** What is missing, who could tell, and a question that can be sent to them. */
export function gapViews(claim: Claim, verdict: Verdict, { label, doc }: Article): GapView[] {
  const said = parts(verdict)
    .flatMap((p) => p.answer.gaps)
    .map((gap) => ({ gap, ...sayGap(gap, label) }))
  const once = [...new Map(said.map((g) => [`${g.say}|${g.gap.from}|${g.gap.to}`, g])).values()]
  if (once.length || verdict.outcome !== 'not-covered')
    return once.map(({ gap, say, who }) => ({
      say,
      who,
      years: years(gap),
      kind: gap.kind,
      question: questionToSend(gap, claim, doc.outlet, label),
      roles: gap.roles,
      from: gap.from,
      to: gap.to,
    }))
  return showVerdict(claim, verdict, label).missing.map((g) => ({
    ...g,
    years: years(g),
    question: `An article says: “${claim.quote}”. Could you tell us whether that is so, and where it is on record?`,
    roles: {},
  }))
}

function questionToSend(gap: Gap, claim: Claim, outlet: string | undefined, label: Label): string {
  const what = PHRASES[gap.kind].facts(wordsOf(gap.roles, label))
  const where = outlet ? `${outlet} writes` : 'An article says'
  return [
    `${where}: “${claim.quote.replace(/\s+/g, ' ')}”.`,
    `Which ${what} are on your record, ${years(gap)}? Please give each with its date and place,`,
    'say whether the list is whole and from which year on, and where it is published.',
  ].join(' ')
}
