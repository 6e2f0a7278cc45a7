import type { Claim } from '../../model/claim.ts'
import { classOf } from '../../model/ids.ts'
import { definitionOf, type Kind } from '../../model/kinds/index.ts'
import type { Verdict } from '../../model/verdict.ts'
import type { Label } from '../en/label.ts'
import type { DraftField, ReadClaim } from './read-types.ts'

/**
 * The fact that would bear on a claim, to be filled in by who found it: what the claim or its gap fixes is filled in already. A
 * claim about an office leaves open who held it.
 */
export function draftOf(claim: Claim, verdict: Verdict, label: Label): Pick<ReadClaim, 'draft'> {
  if (claim.kind === 'remark' || claim.beyond) return {}
  const gap = verdict.readings[0]?.parts.flatMap((p) => p.answer.gaps)[0]
  const kind: Kind = gap?.kind ?? claim.kind
  const { roles, meaning } = definitionOf(kind)
  const told = claim.is === 'so' && kind === claim.kind
  const fields = Object.entries(roles).map(([role, definition]): DraftField => {
    const known = gap ? [gap.roles[role] ?? []].flat() : idsOf(claim, role).filter((id) => classOf(id) === 'state')
    const ids = told ? idsOf(claim, role) : known
    const value = ids.filter((id) => classOf(id) !== 'office' || !told)
    const offices = value.filter((id) => classOf(id) === 'office')
    return {
      role,
      holds: definition.holds,
      required: definition.key === true,
      list: definition.list === true,
      ...(definition.values && { values: definition.values }),
      value: value.filter((id) => classOf(id) !== 'office').map((id) => ({ id, label: label(id) })),
      ...(offices[0] && { hint: `a ${label(offices[0])}` }),
    }
  })
  return { draft: { kind, meaning, fields, ...(told && claim.when && { when: claim.when }) } }
}

function idsOf(claim: Claim, role: string): string[] {
  const filler = claim.roles[role]
  const list = !filler ? [] : filler.is === 'list' ? filler.of : [filler]
  return list.flatMap((f) => (f.is === 'entity' ? [f.id] : f.is === 'words' ? [f.label] : []))
}
