import { createHash } from 'node:crypto'
import type { Claim, Filler, Named } from '../model/claim.ts'
import { definitionOf } from '../model/kinds/index.ts'
import type { Span } from '../model/span.ts'
import type { Article } from './article.ts'
import type { Draft } from './draft.ts'
import { listRole } from './emit.ts'
import { type Entity, fillerOf, fillersOf, stateEntity } from './entity.ts'
import { asPlace, hostsOf } from './hosts.ts'
import { speakerId } from './speaker.ts'

/** Drafts as claims: one for each value of a role that holds one, without repeats, in text order. */
export function finish(article: Article, drafts: readonly Draft[]): Claim[] {
  const out = new Map<string, Claim>()
  for (const d of drafts.flatMap((d) => hostsOf(article, d)).flatMap(single)) {
    const claim = claimOf(article, d)
    if (claim && !out.has(claim.id)) out.set(claim.id, claim)
  }
  return [...out.values()].toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
}

/** A role that takes one value takes one claim for each. */
function single(d: Draft): Draft[] {
  const role = Object.keys(d.roles).find((r) => !listRole(d.kind, r) && d.roles[r]!.length > 1 && isKey(d, r))
  if (!role) return [d]
  return d.roles[role]!.flatMap((e) => single({ ...d, roles: { ...d.roles, [role]: [e] } }))
}
/** Roles that tell one event from another; an envoy to two states holds two posts. */
const isKey = (d: Draft, role: string): boolean =>
  !!definitionOf(d.kind).roles[role]?.key || (d.kind === 'envoy' && role === 'host')

function claimOf(article: Article, d: Draft): Claim | undefined {
  const span = trim(article.text, d.span)
  const quote = article.text.slice(span.start, span.end)
  const speaker = d.attribution.speaker ? namedOf(d.attribution.speaker) : undefined
  if (d.attribution.voice !== 'narrator' && !speaker) return undefined
  const roles: Record<string, Filler> = {}
  for (const [role, raw] of Object.entries(withOrigin(d))) {
    const list = role === 'place' ? raw.map(asPlace) : raw
    if (list.length) roles[role] = listRole(d.kind, role) ? fillersOf(list) : fillerOf(list[0]!)
  }
  for (const [role, label] of Object.entries(d.fixed)) roles[role] = { is: 'words', label }
  const content = {
    ...{ kind: d.kind, is: d.is, roles },
    ...(d.count && { count: d.count }),
    ...(d.except?.length && { except: d.except.map(namedOf) }),
    ...(d.when && { when: d.when }),
    ...(d.since && { since: d.since }),
    modality: d.modality,
    ...{ voice: d.attribution.voice, ...(speaker && { speaker }) },
    ...{ span, quote },
    ...beyondOf(d, quote),
  }
  const left = d.left && { unread: { span: d.left, quote: article.text.slice(d.left.start, d.left.end) } }
  const marks = { ...left, ...(d.mentioned && { mentioned: d.mentioned }) }
  return { id: `claim:${hash([article.doc.id, content])}`, ...content, ...marks, rules: d.rules }
}

/** A visit with the state that the visitor comes from. */
function withOrigin(d: Draft): Record<string, Entity[]> {
  if (d.kind !== 'visit') return d.roles
  const to = d.roles.to?.[0]
  const of = d.roles.visitor?.map((v) => v.of).find((x) => x?.startsWith('state:') && x !== to?.id)
  const { visitor, ...rest } = d.roles
  return { ...(visitor && { visitor }), ...(of && { from: [stateEntity(of, d.span)] }), ...rest }
}

const STATUS = /\b(?:capital of|part of|belongs? to|sovereignty over|occupied|annex\w*|disputed)\b/i
/** Why the content is no matter of fact: who holds what on a status, or a stance. */
const beyondOf = (d: Draft, quote: string): Pick<Claim, 'beyond'> =>
  d.kind === 'remark' ? { beyond: STATUS.test(quote) ? 'status' : 'opinion' } : {}

const namedOf = (e: Entity): Named => ({
  is: 'entity',
  id: speakerId(e),
  label: e.label,
  ...(e.span.end > e.span.start && { span: e.span }),
})
const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)

/** Spaces and loose punctuation at the edges are no part of a quote. */
function trim(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && /[\s,;:.–—]/.test(text[start]!)) start++
  while (end > start && /[\s,;:–—]/.test(text[end - 1]!)) end--
  if (text[end - 1] === '.' && !/\p{Lu}\.$/u.test(text.slice(start, end))) end--
  return { start, end }
}
