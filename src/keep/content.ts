import { hash } from 'node:crypto'

/** JSON with sorted keys, without absent values: the same content gives the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, v]) => v !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`
}

/** The first 128 bits of the SHA-256 of a text, in hexadecimal. */
export const hashOf = (text: string): string => hash('sha256', text).slice(0, 32)
