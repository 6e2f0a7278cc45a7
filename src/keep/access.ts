import { createHash } from 'node:crypto'
import { ChanceryError } from '../model/error.ts'
import type { Instant } from './port.ts'

/** What a token lets its bearer do; each allows what stands before it. */
export const SCOPES = ['read', 'review', 'admin'] as const
export type Scope = (typeof SCOPES)[number]

/** Leave to use a server of this ledger, as the ledger keeps it: never the secret that was given out. */
export interface Token {
  /** `token:` and twelve digits. */
  id: string
  /** Who bears it; decisions made with it are theirs. */
  name: string
  scope: Scope
  created: Instant
  /** From this instant on it lets nobody in. */
  expires: Instant
  revoked?: Instant
}

/** Who may use a server of this ledger. It is no part of the record: not chained, not copied, not exported. */
export interface Access {
  /** Keeps a token under the hash of its secret. Throws `conflict` for one that is there. */
  add(token: Token, hash: string): Promise<void>
  /** The token of a secret's hash, also one that is revoked or expired. */
  find(hash: string): Promise<Token | undefined>
  /** Every token, in order of their making. */
  list(): Promise<Token[]>
  /** Ends a token at an instant; `false` if it was revoked before. Throws `not-found`. */
  revoke(id: string, at: Instant): Promise<boolean>
}

/**
 * The hash of a secret of 256 random bits, under which it is kept. A plain SHA-256: such a secret cannot be guessed, so that slow
 * hashing, which protects what people choose, would only let a stranger keep the server busy.
 */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export const noToken = (id: string): ChanceryError =>
  new ChanceryError('not-found', id, `there is no token ${id}: see chancery token list`)

export const sameToken = (id: string): ChanceryError =>
  new ChanceryError('conflict', id, `the token ${id} is there already: make another`)

/** A row of the table of tokens. */
export type TokenRow = Record<'id' | 'name' | 'scope' | 'created' | 'expires', string> & { revoked: string | null }

export const tokenOf = ({ id, name, scope, created, expires, revoked }: TokenRow): Token => ({
  ...{ id, name, scope: scope as Scope, created, expires },
  ...(revoked !== null && { revoked }),
})
