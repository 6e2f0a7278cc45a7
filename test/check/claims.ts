import type { Claim, Described, Filler, Is, Named, Worded } from '../../src/model/claim.ts'
import type { Amount } from '../../src/model/fact.ts'
import type { Kind } from '../../src/model/kinds/index.ts'

/** Claims written by hand, in a line each, so that checking is tested apart from reading. */
export const state = (code: string): Named => ({ is: 'entity', id: `state:${code}`, label: code })
export const entity = (id: string): Named => ({ is: 'entity', id, label: id })
export const words = (label: string): Worded => ({ is: 'words', label })
export const list = (...of: (Named | Described | Worded)[]): Filler => ({ is: 'list', of })
export const exactly = (n: number): Amount => ({ least: n, most: n })

/** "The ten that abstained": voters of a roll by choice. */
export const votersOf = (roll: Named, choice: string, count?: number): Described => ({
  is: 'set',
  label: `those that chose ${choice}`,
  by: 'voter',
  of: { kind: 'vote', roles: { roll, choice: words(choice) } },
  ...(count !== undefined && { count: exactly(count) }),
})

let serial = 0
export const claim = (kind: Kind, is: Is, roles: Record<string, Filler>, more: Partial<Claim> = {}): Claim => {
  const n = ++serial
  return {
    id: `claim:${n}`,
    kind,
    is,
    roles,
    modality: 'happened',
    voice: 'narrator',
    span: { start: n * 100, end: n * 100 + 90 },
    quote: '',
    rules: [],
    ...more,
  }
}
