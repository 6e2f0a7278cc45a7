import { agreement } from './agreement.ts'
import { aid } from './aid.ts'
import { community } from './community.ts'
import { envoy } from './envoy.ts'
import type { KindDefinition } from './kind.ts'
import { meeting } from './meeting.ts'
import { membership } from './membership.ts'
import { mission } from './mission.ts'
import { occupancy } from './occupancy.ts'
import { office } from './office.ts'
import { relations } from './relations.ts'
import { remark } from './remark.ts'
import { sanction } from './sanction.ts'
import { statehood } from './statehood.ts'
import { visit } from './visit.ts'
import { vote } from './vote.ts'

/** Every kind by its name. */
export const KINDS = {
  visit,
  meeting,
  vote,
  relations,
  agreement,
  mission,
  envoy,
  office,
  statehood,
  membership,
  community,
  aid,
  sanction,
  remark,
  occupancy,
} as const

export type Kind = keyof typeof KINDS
export const KIND_NAMES = Object.keys(KINDS) as Kind[]
export const definitionOf = (kind: Kind): KindDefinition => KINDS[kind]
export const isKind = (text: string): text is Kind => Object.hasOwn(KINDS, text)
/** The roles that tell one fact of a kind from another. */
export const keyRoles = (kind: Kind): readonly string[] => KEY_ROLES[kind]
const KEY_ROLES = Object.fromEntries(
  KIND_NAMES.map((kind) => [
    kind,
    Object.entries(definitionOf(kind).roles).flatMap(([name, role]) => (role.key ? [name] : [])),
  ]),
) as unknown as Readonly<Record<Kind, readonly string[]>>
