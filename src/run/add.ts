import { createHash } from 'node:crypto'
import type { Added, Ledger } from '../keep/port.ts'
import { Coverage, type Source } from '../model/coverage.ts'
import { ChanceryError } from '../model/error.ts'
import { Fact, type NewFact } from '../model/fact.ts'
import { keyRoles } from '../model/kinds/index.ts'
import { daysOf } from '../model/when.ts'
import { checkRoles } from './add-roles.ts'
import { withoutPersonal } from './personal.ts'

const incorrect = (at: string, message: string) => new ChanceryError('incorrect', at, message)

interface Meta {
  recordedAt: string
  by: string
}

/** A source that a person names when adding a fact or a confirmation. */
const sourceOf = (title: string, url: string | undefined, day: string): Source => ({
  id: `added:${createHash('sha256')
    .update(`${title}|${url ?? ''}`)
    .digest('hex')
    .slice(0, 12)}`,
  title,
  ...(url && { url }),
  licence: 'not stated',
  viewpoint: `as stated by ${title}`,
  asOf: day,
})

type Schema<T> = {
  safeParse(
    value: unknown,
  ): { success: true; data: T } | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } }
}

function parsed<T>(schema: Schema<T>, value: unknown, at: string): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]!
  throw new ChanceryError(
    'incorrect',
    at,
    `${issue.path.join('.') || 'the whole'}: ${issue.message}: see docs/claims.md for the shape of a fact`,
  )
}

/** Adds one fact that a person vouches for, with where it stands and in which words. Throws `incorrect`. */
export async function addFact(
  ledger: Ledger,
  value: unknown,
  at: string,
  cite: { url: string; quote: string },
  meta: Meta,
): Promise<Added> {
  const today = meta.recordedAt.slice(0, 10)
  const source = sourceOf(cite.url, cite.url, today)
  const given = objectOf(value, FACT_KEYS, at)
  const fact = parsed(Fact, { ...given, standing: 'accepted', cite: { source: source.id, ...cite } }, at)
  checkRoles(fact, at, false)
  checkWhole(fact, at)
  checkTime(fact, today, at)
  checkUrl(cite.url)
  checkPersonal(fact, at)
  return ledger.add({ sources: [source], facts: [fact] }, meta)
}

/** Adds what an authority confirms to be the whole of something. Throws `incorrect`. */
export async function addCoverage(ledger: Ledger, value: unknown, at: string, by: string, meta: Meta): Promise<Added> {
  const source = sourceOf(by, undefined, meta.recordedAt.slice(0, 10))
  const given = objectOf(value, COVERAGE_KEYS, at)
  const coverage = parsed(Coverage, { ...given, by, cite: { source: source.id } }, at)
  checkRoles(coverage, at, true)
  if (coverage.from > coverage.to)
    throw incorrect(at, `from ${coverage.from} lies after to ${coverage.to}: change one of them`)
  return ledger.add({ sources: [source], coverage: [coverage] }, meta)
}

const FACT_KEYS = ['kind', 'roles', 'when', 'telling', 'modality', 'amount', 'speaker', 'note']
const COVERAGE_KEYS = ['kind', 'roles', 'from', 'to', 'grade', 'note']

function objectOf(value: unknown, keys: readonly string[], at: string): object {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw incorrect(
      at,
      `no JSON object: write {${keys
        .slice(0, 4)
        .map((k) => JSON.stringify(k))
        .join(',')}}`,
    )
  const unknown = Object.keys(value).filter((key) => !keys.includes(key))
  if (unknown.length) throw incorrect(at, `unknown field ${unknown.join(', ')}: use ${keys.join(', ')}`)
  return value
}

/** Every key role is needed to tell one fact from another. */
function checkWhole({ kind, roles }: Pick<Fact, 'kind' | 'roles'>, at: string): void {
  const lacking = keyRoles(kind).filter((role) => roles[role] === undefined)
  if (lacking.length) throw incorrect(at, `${kind} lacks ${lacking.join(', ')}: say who or what`)
}

const AHEAD = ['planned', 'proposed', 'cancelled']

function checkTime({ when, modality }: Pick<Fact, 'when' | 'modality'>, today: string, at: string): void {
  const days = when === undefined ? undefined : daysOf(when)
  if (days && days.from > today && !AHEAD.includes(modality))
    throw incorrect(at, `${when} lies in the future of ${today}: give a day that was, or "modality":"planned"`)
}

function checkPersonal(fact: NewFact, at: string): void {
  const { left } = withoutPersonal(fact)
  if (left.length)
    throw incorrect(
      at,
      `the ${left.join(' and the ')} tells of a person's religion, ethnicity or health, which is not kept: give words without it`,
    )
}

function checkUrl(url: string): void {
  const protocol = URL.canParse(url) ? new URL(url).protocol : ''
  if (protocol !== 'http:' && protocol !== 'https:')
    throw incorrect('--source', `no web address, ${JSON.stringify(url)}: write one that begins with https://`)
}
