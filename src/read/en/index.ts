import type { Frames } from '../frame.ts'
import type { Rule } from '../match.ts'
import { agreement } from './agreement.ts'
import { agreementNouns } from './agreement-noun.ts'
import { aid } from './aid.ts'
import { aidNouns } from './aid-noun.ts'
import { aidSums } from './aid-sum.ts'
import { envoy } from './envoy.ts'
import { friendship } from './friendship.ts'
import { meeting } from './meeting.ts'
import { membership } from './membership.ts'
import { membershipNouns } from './membership-noun.ts'
import { mission } from './mission.ts'
import { office } from './office.ts'
import { officeNouns } from './office-noun.ts'
import { relations } from './relations.ts'
import { sanction } from './sanction.ts'
import { sanctionLists } from './sanction-list.ts'
import { sanctionNouns } from './sanction-noun.ts'
import { statehood } from './statehood.ts'
import { visit } from './visit.ts'
import { vote } from './vote.ts'

/** The English frames, a kind in one file or two. */
export const ENGLISH: readonly Frames[] = [
  visit,
  meeting,
  vote,
  relations,
  friendship,
  agreement,
  agreementNouns,
  mission,
  envoy,
  office,
  statehood,
  membership,
  membershipNouns,
  officeNouns,
  aid,
  aidSums,
  aidNouns,
  sanction,
  sanctionLists,
  sanctionNouns,
]

/** Frames by what calls for them: form and lemma of the predicate. */
export const RULES: ReadonlyMap<string, readonly Rule[]> = index()

function index(): Map<string, Rule[]> {
  const out = new Map<string, Rule[]>()
  const numbers = new Map<string, number>()
  for (const { kind, frames } of ENGLISH) {
    frames.forEach((frame) => {
      const n = (numbers.get(kind) ?? 0) + 1
      numbers.set(kind, n)
      for (const lemma of frame.on.split('|')) {
        const key = `${frame.form} ${lemma}`
        const name = `${kind}/${n} ${frame.form} ${frame.on.split('|')[0]}${frame.fixed?.step ? ` → ${frame.fixed.step}` : ''}`
        out.set(key, [...(out.get(key) ?? []), { name, kind, frame }])
      }
    })
  }
  return out
}
