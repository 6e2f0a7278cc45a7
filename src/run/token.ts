import { randomBytes } from 'node:crypto'
import { type Access, hashOfSecret, type Scope, type Token } from '../keep/access.ts'
import { ChanceryError } from '../model/error.ts'
import { isDay } from '../model/when.ts'

/** What a secret starts with, so that programs which look for leaked secrets find it. */
const PREFIX = 'chancery_'
const SECRET = /^chancery_[\w-]{43}$/
const DAY_MS = 24 * 3600 * 1000
const LONGEST_NAME = 120

export interface Issued {
  token: Token
  /** Given out once, and kept nowhere. */
  secret: string
}

/** Makes a token of 256 random bits. Throws `incorrect` for an end that is past, or a name that is empty. */
export async function issueToken(
  access: Access,
  asked: { name: string; scope: Scope; expires: string },
  now: Date,
): Promise<Issued> {
  const name = asked.name.trim()
  if (!name || name.length > LONGEST_NAME)
    throw new ChanceryError('incorrect', '--for', `name who bears it, in at most ${LONGEST_NAME} letters`)
  const secret = PREFIX + randomBytes(32).toString('base64url')
  const hash = hashOfSecret(secret)
  const expires = endOf(asked.expires, now)
  const token: Token = {
    ...{ id: `token:${hash.slice(0, 12)}`, name, scope: asked.scope },
    ...{ created: now.toISOString(), expires },
  }
  await access.add(token, hash)
  return { token, secret }
}

/** A day (the token serves until its end, in UTC), or so many days as `90d`. */
function endOf(text: string, now: Date): string {
  const days = /^(\d{1,4})d$/.exec(text)?.[1]
  const end = days
    ? new Date(now.getTime() + Number(days) * DAY_MS)
    : isDay(text)
      ? new Date(Date.parse(text) + DAY_MS)
      : undefined
  if (!end)
    throw new ChanceryError('incorrect', '--expires', `no end, ${JSON.stringify(text)}: write 2027-01-31 or 90d`)
  if (end <= now) throw new ChanceryError('incorrect', '--expires', `${text} is past: name a day to come`)
  return end.toISOString()
}

/** Why a secret lets nobody in, or the token that it is of. */
export type Admission = { token: Token } | { refused: 'unknown' | 'revoked' | 'expired' }

/** Looks a secret up at an instant. The store is asked each time, so that a token ends the moment it is revoked. */
export async function admit(access: Access, secret: string, now: string): Promise<Admission> {
  const token = SECRET.test(secret) ? await access.find(hashOfSecret(secret)) : undefined
  if (!token) return { refused: 'unknown' }
  if (token.revoked !== undefined) return { refused: 'revoked' }
  return token.expires <= now ? { refused: 'expired' } : { token }
}
