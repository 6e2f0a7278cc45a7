import { createHash } from 'node:crypto'
import type { Access, Scope, Token } from '../../src/keep/access.ts'
import { issueToken } from '../../src/run/token.ts'

export const BEARERS = ['none', 'read', 'review', 'admin', 'revoked', 'expired', 'unknown'] as const
export type Bearer = (typeof BEARERS)[number]

const NOW = new Date('2026-11-22T10:00:00Z')

/** A secret of each sort of bearer; the revoked and the expired would be of scope `admin`. */
export async function secrets(access: Access): Promise<Record<Bearer, string | undefined>> {
  const of = async (scope: Scope, name: string = scope, expires = '2027-01-31') =>
    await issueToken(access, { name, scope, expires }, NOW)
  const revoked = await of('admin', 'revoked')
  await access.revoke(revoked.token.id, NOW.toISOString())
  const expired = `chancery_${'e'.repeat(43)}`
  const past: Token = {
    ...{ id: 'token:expired', name: 'expired', scope: 'admin' },
    ...{ created: '2026-01-01T00:00:00.000Z', expires: '2026-11-22T00:00:00.000Z' },
  }
  await access.add(past, createHash('sha256').update(expired).digest('hex'))
  return {
    none: undefined,
    read: (await of('read')).secret,
    review: (await of('review')).secret,
    admin: (await of('admin')).secret,
    revoked: revoked.secret,
    expired,
    unknown: `chancery_${'u'.repeat(43)}`,
  }
}
