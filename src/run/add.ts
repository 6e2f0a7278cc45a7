import { createHash } from 'node:crypto'
import type { Added, Ledger } from '../keep/port.ts'
import { Coverage, type Source } from '../model/coverage.ts'
import { ChanceryError } from '../model/error.ts'
import { Fact } from '../model/fact.ts'
import { definitionOf } from '../model/kinds/index.ts'

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

function checkRoles(kind: Fact['kind'], roles: Fact['roles'], at: string): void {
  const known = definitionOf(kind).roles
  for (const [name, value] of Object.entries(roles)) {
    const role = known[name]
    if (!role)
      throw new ChanceryError('incorrect', at, `${kind} has no role ${name}: use ${Object.keys(known).join(', ')}`)
    if (role.values && ![value].flat().every((v) => role.values!.includes(v)))
      throw new ChanceryError(
        'incorrect',
        at,
        `${name} cannot be ${JSON.stringify(value)}: use ${role.values.join(', ')}`,
      )
  }
}

/** Adds one fact that a person vouches for, with where it stands and in which words. Throws `incorrect`. */
export async function addFact(
  ledger: Ledger,
  value: unknown,
  at: string,
  cite: { url: string; quote: string },
  meta: Meta,
): Promise<Added> {
  const source = sourceOf(cite.url, cite.url, meta.recordedAt.slice(0, 10))
  const given = value !== null && typeof value === 'object' ? value : {}
  const fact = parsed(Fact, { ...given, standing: 'accepted', cite: { source: source.id, ...cite } }, at)
  checkRoles(fact.kind, fact.roles, at)
  return ledger.add({ sources: [source], facts: [fact] }, meta)
}

/** Adds what an authority confirms to be the whole of something. Throws `incorrect`. */
export async function addCoverage(ledger: Ledger, value: unknown, at: string, by: string, meta: Meta): Promise<Added> {
  const source = sourceOf(by, undefined, meta.recordedAt.slice(0, 10))
  const given = value !== null && typeof value === 'object' ? value : {}
  const coverage = parsed(Coverage, { ...given, by, cite: { source: source.id } }, at)
  checkRoles(coverage.kind, coverage.roles, at)
  return ledger.add({ sources: [source], coverage: [coverage] }, meta)
}
