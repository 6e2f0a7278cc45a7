import type { Unread } from '../model/claim.ts'
import { definitionOf } from '../model/kinds/index.ts'
import { overlaps, type Span, within } from '../model/span.ts'
import { withAlone } from './alone.ts'
import type { Article, Line } from './article.ts'
import { beyondOf } from './beyond.ts'
import { capacityIn, inCapacity } from './capacity.ts'
import type { Draft } from './draft.ts'
import { SUPPOSING } from './en/qualifiers.ts'
import type { Entity } from './entity.ts'
import { withFirstTime, withNow } from './first-time.ts'
import { isMentioned, ownTime } from './mentioned.ts'
import { onlyThought } from './only-thought.ts'
import { looseRank } from './rank.ts'
import { withClass } from './ranked-class.ts'
import { reachOf, residueOf } from './residue.ts'
import { hedgeOf, retracted } from './retract.ts'
import { withSince } from './since.ts'
import { withPredecessor } from './succession.ts'
import { otherYear, unheardOf } from './unheard.ts'
import type { TimeHit } from './when.ts'

/** What is left of a reading once qualifiers are heard: claims that stand, with what narrows them, and what was taken back. */
export function qualified(
  article: Article,
  lines: readonly Line[],
  drafts: readonly Draft[],
): { drafts: Draft[]; unread: Unread[] } {
  const byLine = Map.groupBy(drafts, (d) => d.match.site.line)
  const told = new Set<string>()
  const read = [...byLine].map(([line, here]) => ofLine(article, line, here, told))
  const silent = lines.filter((line) => !byLine.has(line))
  const beyond = silent.flatMap((line) => beyondOf(article, line) ?? supposed(article, line) ?? [])
  return { drafts: read.flatMap((r) => r.drafts), unread: [...read.flatMap((r) => r.unread), ...beyond] }
}

/** The claims of one sentence; `told` gathers what has been told so far. */
function ofLine(article: Article, line: Line, here: readonly Draft[], told: Set<string>) {
  const kept: Draft[] = []
  let because: string | undefined
  for (const said of here.flatMap(withPredecessor)) {
    const d = leftOut(withNow(withSince(withClass(inCapacity(withFirstTime(withAlone(said)))))))
    const back = d ? retracted(d) : 'who is named is left out of what is told'
    if (d && !back) kept.push(isMentioned(d) ? { ...d, mentioned: true } : d)
    because ??= back
  }
  const timed = kept.map((d) => (d.mentioned ? ownTime(d, kept) : d)).map((d, _, all) => withYear(d, all))
  const asides = timed.every(isCircumstance) ? timed.map((d) => ({ ...d, mentioned: true as const })) : timed
  const drafts = asides.map((d) => {
    const left = judged(d)
      ? undefined
      : d.is === 'years'
        ? otherYear(d)
        : (d.left ?? narrowing(d, timed, told.has(contentOf(d))))
    told.add(contentOf(d))
    return left ? { ...d, left } : d
  })
  return { drafts, unread: because ? [sentence(article, line, because)] : [] }
}

const narrowing = (d: Draft, all: readonly Draft[], told: boolean): Span | undefined =>
  hedged(d) ??
  exceptOf(d) ??
  numberLeftOut(d) ??
  beyondSince(residueOf(d, told, exceptions(all)), all) ??
  rankOf(d, all) ??
  yearOf(d, all) ??
  onlyThought(d) ??
  unheardOf(d, all)

/** "While he was president" is a hedge only where the claim does not hold it. */
function hedged(d: Draft): Span | undefined {
  const hedge = hedgeOf(d)
  const capacity = hedge && capacityIn(d)
  if (hedge && d.kind === 'office' && overlaps(hedge, d.span)) return undefined
  return capacity && within(hedge, capacity) ? undefined : hedge
}

/** "… when Clinton was president": of a sentence of which nothing else is read. */
const isCircumstance = (d: Draft): boolean =>
  d.kind === 'office' && (d.match.site.clause.mark === 'when' || d.match.site.clause.mark === 'while')

/** "The first in 50 years": words of the claim of rank beside it. */
const beyondSince = (left: Span | undefined, all: readonly Draft[]): Span | undefined =>
  left && all.some((o) => o.since && within(left, o.span)) ? undefined : left

const exceptions = (all: readonly Draft[]): Span[] => all.flatMap((o) => (o.except ?? []).map((e) => e.span))

/** What "again" says over: the kind with who takes part, wherever and whenever. */
const contentOf = (d: Draft): string =>
  JSON.stringify([
    d.kind,
    ...['visitor', 'to', 'parties', 'between'].map((r) => (d.roles[r] ?? []).map((e) => e.id).toSorted()),
  ])

/** A stance or a friendship is never judged, whatever narrows it. */
const judged = (d: Draft): boolean => {
  const { opinion } = definitionOf(d.kind)
  return d.kind === 'remark' || (!!d.fixed.step && !!opinion?.includes(d.fixed.step))
}

const sentence = (article: Article, line: Line, because: string): Unread => {
  const span = { start: line.sentence.start, end: line.sentence.end }
  return { span, quote: article.text.slice(span.start, span.end), because }
}

/** "If he goes to Kyiv …": nothing of it is told. */
function supposed(article: Article, line: Line): Unread | undefined {
  const mark = line.clauses.find((c) => SUPPOSING.has(c.mark ?? ''))?.mark
  const names = line.mentions.some((m) => m.type === 'state' || m.type === 'person' || m.type === 'office')
  return mark && names ? sentence(article, line, `with “${mark}” it is only supposed`) : undefined
}

const LEFT_OUT =
  /(?:\bexcept(?: for)?|\bbut|\bother than|\bapart from|\baside from|\bbesides|\bsave(?: for)?|\bbarring|\bexcluding|\bexception of|\brather than)\s(?:the )?$/i
/** "No president *but X*", "every member *except Y*": a name left out fills no role; a claim of nothing else is none. */
function leftOut(d: Draft): Draft | undefined {
  const { article, line } = d.match.site
  const out = (e: Entity): boolean =>
    e.type !== 'group' &&
    e.span.end > e.span.start &&
    LEFT_OUT.test(article.text.slice(Math.max(line.sentence.start, e.span.start - 24), e.span.start))
  const except = Object.values(d.roles).flat().filter(out)
  if (!except.length || d.kind === 'remark' || d.match.site.clause.modifies) return d
  const roles = Object.fromEntries(Object.entries(d.roles).map(([r, list]) => [r, list.filter((e) => !out(e))]))
  const empty = Object.keys(roles).some((r) => !roles[r]!.length)
  return empty || d.is === 'so' ? undefined : { ...d, roles, except: d.except ?? except }
}

/** Who is left out of "no state": the reader of records counts without them. */
function exceptOf(d: Draft): Span | undefined {
  if (d.is === 'none' && d.except?.length && !ofHolders(d)) return d.except[0]!.span
  const group = Object.values(d.roles)
    .flat()
    .find((e) => e.type === 'group' && EXCEPTING.test(e.label))
  return group && group.span.end > group.span.start ? group.span : undefined
}
/** "No president *except Ana Ruiz*": persons, of the visits of an office's holders, are taken out by name. */
const ofHolders = (d: Draft): boolean =>
  d.kind === 'visit' &&
  !!d.roles.visitor?.every((e) => e.type === 'office') &&
  !!d.except?.every((e) => e.type === 'person' && e.id !== undefined)

/** "All but two members": who the two are is not told. */
function numberLeftOut(d: Draft): Span | undefined {
  const but =
    d.is === 'every' &&
    !d.except?.length &&
    Object.values(d.match.roles)
      .flat()
      .find((f) => f.quantity.but)
  return but ? but.np?.span : undefined
}
const EXCEPTING = / (?:other than|except|but|besides|apart from|excluding) /i

/** A rank in the sentence that no claim was made of narrows the plain claim that it is said of. */
function rankOf(d: Draft, all: readonly Draft[]): Span | undefined {
  const { line } = d.match.site
  if (d.is !== 'so' || d.mentioned) return undefined
  const loose = looseRank(line, all, d.kind !== 'meeting' && d.modality !== 'planned')
  return loose &&
    !Object.values(d.roles)
      .flat()
      .some((e) => e.span.start <= loose.at && loose.at < e.span.end)
    ? { start: loose.start, end: loose.end }
    : undefined
}

/** Years that a sentence says and that none of its claims carries. */
function lostYears(d: Draft, all: readonly Draft[]): TimeHit[] {
  const { line, article } = d.match.site
  const told = line.times.filter((t) => /\b\d{4}\b/.test(article.text.slice(t.start, t.end)))
  const carried = all.filter((o) => o.when).map((o) => o.when!)
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
  if (d.when || d.mentioned || d.kind === 'remark' || !['so', 'count', 'none'].includes(d.is)) return d
  const beside = all.filter((o) => o.kind !== 'remark')
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
  if (parted(line, reach.home.predicate, t)) return false
  const verbs = line.clauses.filter((c) => c.form !== 'noun')
  return verbs.length === 1 || reach.tokens.some((k) => within(t, line.tokens[k]!) || overlaps(t, line.tokens[k]!))
}

/** "…, and Mali did so in 1995": another verb after "and" stands between. */
function parted(line: Line, predicate: number, t: Span): boolean {
  const to = line.tokens.findIndex((x) => x.start >= t.start)
  const between = line.tokens.slice(predicate + 1, Math.max(predicate + 1, to))
  const and = between.findIndex((x) => x.upos === 'CCONJ')
  return and >= 0 && between.slice(and).some((x) => x.upos === 'VERB' || x.upos === 'AUX')
}
