import type { Claim } from '../model/claim.ts'
import { classOf } from '../model/ids.ts'
import type { Select, SetExpr } from '../model/question.ts'
import type { Days } from '../model/when.ts'
import { part } from './part.ts'
import type { Proposal } from './propose.ts'
import { selectOf, subjectRole } from './single.ts'
import { type At, namedOf, windowOf } from './terms.ts'

const [TAKEN, HELD] = ['those who took the office in that time', 'those who held it at any time in it']

/**
 * "Every president since 1974 has visited Israel, except two": the holders of the office in the window, or those who took it then, without
 * those who did it in office. `undefined` where the claim is not of the holders of one office.
 */
export function partsOfEveryHolder(claim: Claim, at: At): Proposal[] | undefined {
  const by = subjectRole(claim)
  const office = by ? namedOf(claim.roles[by]).filter((n) => classOf(n.id) === 'office') : []
  const [one] = office
  if (!by || !one || office.length > 1 || claim.kind !== 'visit') return undefined
  const window = windowOf(claim.when, at, claim.quote)
  const base = selectOf(claim, at, window)
  const did: Select = { ...base, roles: { ...base.roles, [by]: { office: one.id } }, by }
  const except = (claim.except ?? []).map((n) => n.id).filter((id) => classOf(id) === 'person')
  const without = (roles: Select['roles']) => {
    const holders: Select = {
      op: 'select',
      kind: 'office',
      roles: { office: { id: one.id }, ...roles },
      window,
      by: 'person',
    }
    const set: SetExpr = { op: 'minus', from: holders, less: did }
    return [part(claim, { measure: 'exactly', set, expects: except })]
  }
  if (claim.when === undefined) return [{ parts: without({}) }]
  return [
    { definition: TAKEN, parts: without({ step: { id: 'took-office' } }) },
    { definition: HELD, parts: without({}) },
  ]
}

/**
 * "No president except Ana Ruiz has visited Israel": of those who did it as holders of the office, these and no others. `undefined`
 * where nobody is excepted, or the claim is of no office.
 */
export function partsOfNoHolderBut(claim: Claim, at: At, window: Days): Proposal[] | undefined {
  const by = subjectRole(claim)
  const office = by ? namedOf(claim.roles[by]).find((n) => classOf(n.id) === 'office') : undefined
  const except = (claim.except ?? []).map((n) => n.id)
  if (!by || !office || !except.length || except.some((id) => classOf(id) !== 'person')) return undefined
  const base = selectOf(claim, at, window)
  const did: Select = { ...base, roles: { ...base.roles, [by]: { office: office.id } }, by }
  return [{ parts: [part(claim, { measure: 'exactly', set: did, expects: except })] }]
}
