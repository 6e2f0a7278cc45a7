import type { Unread } from '../model/claim.ts'
import { definitionOf } from '../model/kinds/index.ts'
import { overlaps, type Span, within } from '../model/span.ts'
import type { Article, Line } from './article.ts'
import { beyondOf } from './beyond.ts'
import type { Draft } from './draft.ts'
import type { Entity } from './entity.ts'
import { isMentioned, ownTime } from './mentioned.ts'
import { looseRank } from './rank.ts'
import { reachOf, residueOf } from './residue.ts'
import { hedgeOf, retracted } from './retract.ts'
import type { TimeHit } from './when.ts'

/** What is left of a reading once qualifiers are heard: claims that stand, with what narrows them, and what was taken back. */
export function qualified(
  article: Article,
  lines: readonly Line[],
  drafts: readonly Draft[],
): { drafts: Draft[]; unread: Unread[] } {
  const unread: Unread[] = []
  const kept: Draft[] = []
  for (const told of drafts) {
    const d = leftOut(told)
    const because = d ? retracted(d) : 'who is named is left out of what is told'
    if (!d) {
      unread.push(sentence(article, told.match.site.line, because!))
      continue
    }
    if (!because) kept.push(isMentioned(d) ? { ...d, mentioned: true } : d)
    else unread.push(sentence(article, d.match.site.line, because))
  }
  const timed = kept.map((d) => (d.mentioned ? ownTime(d, kept) : d)).map((d, _, all) => withYear(d, all))
  const out = timed.map((d) => {
    const found = judged(d)
      ? undefined
      : (hedgeOf(d) ?? exceptOf(d) ?? residueOf(d) ?? rankOf(d, timed) ?? yearOf(d, timed))
    return found ? { ...d, left: found } : d
  })
  for (const line of lines) {
    if (drafts.some((d) => d.match.site.line === line)) continue
    const found = beyondOf(article, line) ?? supposed(article, line)
    if (found) unread.push(found)
  }
  return { drafts: out, unread: distinct(unread) }
}

/** A stance or a friendship is never judged, whatever narrows it. */
const judged = (d: Draft): boolean => {
  const { opinion } = definitionOf(d.kind)
  return d.kind === 'remark' || (!!d.fixed.step && !!opinion?.includes(d.fixed.step))
}

const sentence = (article: Article, line: Line, because: string): Unread => {
  const span = { start: line.sentence.start, end: line.sentence.end }
  return { span, quote: article.text.slice(span.start, span.end), because }
}
const distinct = (list: readonly Unread[]): Unread[] => [...new Map(list.map((u) => [u.span.start, u])).values()]

/** "If he goes to Kyiv …": nothing of it is told. */
function supposed(article: Article, line: Line): Unread | undefined {
  const mark = line.clauses.find((c) => c.mark === 'if' || c.mark === 'unless' || c.mark === 'whether')?.mark
  const names = line.mentions.some((m) => m.type === 'state' || m.type === 'person' || m.type === 'office')
  return mark && names ? sentence(article, line, `with “${mark}” it is only supposed`) : undefined
}

const LEFT_OUT =
  /(?:\bexcept(?: for)?|\bbut|\bother than|\bapart from|\baside from|\bbesides|\bsave(?: for)?|\bbarring|\bexcluding|\bexception of)\s(?:the )?$/i
/** "No president *but X*", "every member *except Y*": a name left out fills no role; a claim of nothing else is none. */
function leftOut(d: Draft): Draft | undefined {
  const { article, line } = d.match.site
  const out = (e: Entity): boolean =>
    e.span.end > e.span.start &&
    LEFT_OUT.test(article.text.slice(Math.max(line.sentence.start, e.span.start - 24), e.span.start))
  const except = Object.values(d.roles).flat().filter(out)
  if (!except.length || d.kind === 'remark') return d
  const roles = Object.fromEntries(Object.entries(d.roles).map(([r, list]) => [r, list.filter((e) => !out(e))]))
  const empty = Object.keys(roles).some((r) => !roles[r]!.length)
  return empty || d.is === 'so' ? undefined : { ...d, roles, except: d.except ?? except }
}

/** Who is left out of "no state": the reader of records counts without them. */
function exceptOf(d: Draft): Span | undefined {
  return d.is === 'none' && d.except?.length ? d.except[0]!.span : undefined
}

/** A rank in the sentence that no claim was made of narrows the plain claim that it is said of. */
function rankOf(d: Draft, all: readonly Draft[]): Span | undefined {
  const { line } = d.match.site
  if (d.is !== 'so' || d.mentioned) return undefined
  const loose = looseRank(
    line,
    all.filter((o) => o.match.site.line === line),
  )
  return loose &&
    !Object.values(d.roles)
      .flat()
      .some((e) => overlaps(e.span, loose))
    ? loose
    : undefined
}

/** Years that a sentence says and that none of its claims carries. */
function lostYears(d: Draft, all: readonly Draft[]): TimeHit[] {
  const { line, article } = d.match.site
  const told = line.times.filter((t) => /\b\d{4}\b/.test(article.text.slice(t.start, t.end)))
  const carried = all.filter((o) => o.match.site.line === line && o.when).map((o) => o.when!)
  return told.filter((t) => {
    const year = /\b\d{4}\b/.exec(article.text.slice(t.start, t.end))![0]
    return !carried.some((w) => w.includes(year)) && !namesRole(d, t)
  })
}
const namesRole = (d: Draft, t: Span): boolean =>
  Object.values(d.roles)
    .flat()
    .some((e) => overlaps(e.span, t))

/** The one year of a sentence that its one undated claim does not carry is that claim's. */
function withYear(d: Draft, all: readonly Draft[]): Draft {
  const { line } = d.match.site
  if (d.when || d.mentioned || d.kind === 'remark' || !['so', 'count', 'none'].includes(d.is)) return d
  const beside = all.filter((o) => o.match.site.line === line && o.kind !== 'remark')
  const lost = lostYears(d, all)
  if (lost.length !== 1 || beside.some((o) => o.when) || !inReach(d, lost[0]!)) return d
  const when = lost[0]!.at(d.modality === 'planned' || d.modality === 'proposed' ? 'future' : 'past')
  return when ? { ...d, when } : d
}

function yearOf(d: Draft, all: readonly Draft[]): Span | undefined {
  if (d.mentioned || d.is === 'years') return undefined
  const lost = lostYears(d, all).find((t) => inReach(d, t))
  return lost && { start: lost.start, end: lost.end }
}

/** Whether a time stands in the claim's own clause, or in a sentence of one verb. */
function inReach(d: Draft, t: Span): boolean {
  const { line } = d.match.site
  const reach = reachOf(d)
  if (!reach) return false
  const verbs = line.clauses.filter((c) => c.form !== 'noun')
  return verbs.length === 1 || reach.tokens.some((k) => within(t, line.tokens[k]!) || overlaps(t, line.tokens[k]!))
}
