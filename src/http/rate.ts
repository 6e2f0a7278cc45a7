import type { Context, MiddlewareHandler } from 'hono'
import type { Carried } from './access.ts'
import { Denied } from './problem.ts'

export interface Bucket {
  left: number
  at: number
}

/**
 * How much each of many may take: `perMinute` at once, refilled evenly. `take` gives 0, or the seconds until it may be asked again.
 * Who was quiet for a minute is forgotten; more than `most` at a time are not told apart.
 */
export class Rates {
  readonly #buckets = new Map<string, Bucket>()
  readonly #perMinute: number
  readonly #most: number
  constructor(perMinute: number, most = 100_000) {
    this.#perMinute = perMinute
    this.#most = most
  }

  take(who: string, now: number): number {
    const bucket = this.#bucket(who, now)
    const gone = Math.max(0, now - bucket.at)
    bucket.left = Math.min(this.#perMinute, bucket.left + (gone * this.#perMinute) / 60_000)
    bucket.at = Math.max(now, bucket.at)
    if (bucket.left >= 1) {
      bucket.left -= 1
      return 0
    }
    return Math.max(1, Math.ceil(((1 - bucket.left) * 60) / this.#perMinute))
  }

  #bucket(who: string, now: number): Bucket {
    const known = this.#buckets.get(who)
    if (known) return known
    if (this.#buckets.size >= this.#most) this.#sweep(now)
    if (this.#buckets.size >= this.#most) return this.#bucketOf('', now)
    return this.#bucketOf(who, now)
  }

  #bucketOf(who: string, now: number): Bucket {
    const bucket = this.#buckets.get(who) ?? { left: this.#perMinute, at: now }
    this.#buckets.set(who, bucket)
    return bucket
  }

  #sweep(now: number): void {
    for (const [who, { at }] of this.#buckets) if (now - at > 60_000) this.#buckets.delete(who)
  }
}

/** The address of who asks, where the request came by a socket. */
export function addressOf(c: Context): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  return incoming?.socket?.remoteAddress ?? 'nowhere'
}

const tooMany = (seconds: number, at: string, what: string): Denied =>
  new Denied('too-many', at, `${what}: ask again in ${seconds} s`, {
    headers: { 'retry-after': String(seconds) },
    more: { retryAfter: seconds },
  })

/** Wrong tokens that an address may try in a minute. A right one is let in whatever others tried. */
const WRONG_TOKENS = 20

/** Counts a wrong token of an address; throws where these are too many, in the place of what is wrong with it. */
export type WrongToken = (c: Context) => void

export function wrongTokens(): WrongToken {
  const rates = new Rates(WRONG_TOKENS)
  return (c) => {
    const wait = rates.take(addressOf(c), performance.now())
    if (wait) throw tooMany(wait, 'authorization', 'too many tokens that are none')
  }
}

/** At most so many requests a minute of one token, or of one address where nobody needs a token. */
export function limited(perMinute: number): MiddlewareHandler<Carried> {
  const rates = new Rates(perMinute)
  return async (c, next) => {
    // The page's own files cost nothing, and behind a proxy everybody has one address.
    if (c.req.path.startsWith('/assets/')) return next()
    const who = c.get('bearer')?.id ?? addressOf(c)
    const wait = rates.take(who, performance.now())
    if (wait) throw tooMany(wait, 'rate', `more than ${perMinute} requests a minute`)
    await next()
  }
}
