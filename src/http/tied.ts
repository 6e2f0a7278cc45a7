import type { Ledger } from '../keep/port.ts'
import { Pool, type PoolOptions } from './pool.ts'
import { forget, onForget } from './services.ts'

/** Threads on a ledger: what one of them or the process writes, all load anew. */
export function tiedPool(ledger: Ledger, options: Omit<PoolOptions, 'forgotten'>): Pool {
  const pool = new Pool({ ...options, forgotten: () => forget(ledger) })
  onForget(ledger, () => pool.forget())
  return pool
}
