import type { Claim } from '../../model/claim.ts'

/** Root codes of CAMEO (Schrodt 2012) that relations between states fall under. */
export type CameoRoot = 1 | 2 | 3 | 4 | 5 | 7 | 8 | 11 | 12 | 13 | 16

/** The event types of PLOVER (Open Event Data Alliance) that its manual gives for CAMEO's roots; PLOVER has none for statements. */
export const PLOVER: Readonly<Record<CameoRoot, string | null>> = {
  1: null,
  2: 'REQUEST',
  3: 'AGREE',
  4: 'CONSULT',
  5: 'SUPPORT',
  7: 'AID',
  8: 'CONCEDE',
  11: 'ACCUSE',
  12: 'REJECT',
  13: 'THREATEN',
  16: 'SANCTION',
}

type Roots = Readonly<Record<string, CameoRoot>>

const BY_STEP: Readonly<Partial<Record<Claim['kind'], Roots>>> = {
  relations: {
    ...{ established: 5, recognised: 5, upgraded: 5, restored: 5 },
    ...{ downgraded: 16, suspended: 16, severed: 16 },
  },
  agreement: { proposed: 3, negotiating: 4, signed: 5, ratified: 5, 'in-force': 5, suspended: 16, ended: 16 },
  mission: { announced: 3, opened: 5, closed: 16 },
  envoy: { appointed: 5, accredited: 5, recalled: 16, expelled: 16, summoned: 11 },
  aid: { offered: 3, pledged: 3, delivered: 7, stopped: 16 },
  sanction: { threatened: 13, imposed: 16, extended: 16, lifted: 8 },
  remark: {
    ...{ praise: 5, thank: 5, support: 5, offer: 3, promise: 3, urge: 2 },
    ...{ criticise: 11, accuse: 11, threaten: 13, deny: 12, say: 1 },
  },
}

/**
 * The CAMEO root of a claim, or `undefined` where it tells no event: a state of affairs, something denied or called off. What
 * is planned or proposed is an intent to cooperate, or a threat where the act is hostile.
 */
export function rootOf(claim: Claim): CameoRoot | undefined {
  if (claim.modality === 'denied' || claim.modality === 'cancelled') return undefined
  const done = doneRoot(claim)
  if (done === undefined || claim.modality === 'happened' || claim.modality === 'holds') return done
  if (claim.kind === 'remark') return done
  return done === 16 || done === 13 ? 13 : 3
}

function doneRoot(claim: Claim): CameoRoot | undefined {
  if (claim.kind === 'visit' || claim.kind === 'meeting') return 4
  const value = claim.roles[claim.kind === 'remark' ? 'stance' : 'step']
  return value?.is === 'words' ? BY_STEP[claim.kind]?.[value.label] : undefined
}
