import type { Pattern } from '../ask/snapshot.ts'
import type { NewCoverage } from '../model/coverage.ts'
import type { NewFact, Roles } from '../model/fact.ts'
import { classOf } from '../model/ids.ts'

export const valuesOf = (roles: Roles, role: string): readonly string[] => {
  const value = Object.hasOwn(roles, role) ? roles[role] : undefined
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}

/** Whether every role that the pattern lists holds one of its ids. */
export function matches(pattern: Pattern, fact: NewFact): boolean {
  if (fact.kind !== pattern.kind) return false
  return Object.entries(pattern.roles ?? {}).every(([role, ids]) =>
    valuesOf(fact.roles, role).some((value) => ids.includes(value)),
  )
}

/**
 * Whether coverage may bear on a pattern. It is left out only where both name values of one class for a role and share
 * none: coverage of whoever was president may bear on a person by name.
 */
export function bears(pattern: Pattern, coverage: NewCoverage): boolean {
  if (coverage.kind !== pattern.kind) return false
  return Object.entries(pattern.roles ?? {}).every(([role, ids]) => {
    const covered = valuesOf(coverage.roles, role)
    return (
      covered.length === 0 || covered.some((value) => ids.some((id) => id === value || classOf(id) !== classOf(value)))
    )
  })
}
