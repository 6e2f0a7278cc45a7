import type { Kind } from '../../model/kinds/index.ts'
import { agreement } from './agreement.ts'
import { aid } from './aid.ts'
import { community } from './community.ts'
import { envoy } from './envoy.ts'
import { meeting } from './meeting.ts'
import { membership } from './membership.ts'
import { mission } from './mission.ts'
import { occupancy } from './occupancy.ts'
import { office } from './office.ts'
import type { KindPhrases } from './phrases.ts'
import { relations } from './relations.ts'
import { remark } from './remark.ts'
import { sanction } from './sanction.ts'
import { statehood } from './statehood.ts'
import { visit } from './visit.ts'
import { vote } from './vote.ts'

export const PHRASES: Readonly<Record<Kind, KindPhrases>> = {
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
}
