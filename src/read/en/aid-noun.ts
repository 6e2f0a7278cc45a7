import type { Frames } from '../frame.ts'
import { DONORS, FORCES, FUNDS, SUMS } from './aid.ts'
import { GOODS } from './nouns.ts'

const DONATED = 'to of.to of.for in'
const CONTINUED = 'ongoing|continued|continuing|sustained'

/** Aid that a noun tells of: "the delivery of grain to Malawi", "the largest donor". */
export const aidNouns: Frames = {
  kind: 'aid',
  frames: [
    {
      on: 'withdrawal|pullout|pull-out|drawdown|departure',
      form: 'noun',
      needs: { of: FORCES },
      roles: { giver: 'possessor of.modifier of.possessor by', receiver: 'from of.from', what: 'of' },
      fixed: { step: 'stopped' },
    },
    {
      on: 'withholding|suspension|freeze|freezing|halt|halting|termination|blocking|cut|cutoff',
      form: 'noun',
      needs: { 'of|in|to': FUNDS },
      roles: { giver: 'possessor modifier by of.modifier', receiver: 'of.to of.for to for in.to', what: 'of in to' },
      must: ['receiver'],
      fixed: { step: 'stopped' },
    },
    {
      on: 'announcement|pledge|commitment|offer|promise|approval|authorization|authorisation',
      form: 'noun',
      needs: { of: GOODS },
      roles: {
        giver: 'possessor modifier by from',
        receiver: 'to for of.to of.for of.in.for of.in.to aim',
        what: 'of',
      },
      fixed: { step: 'pledged' },
      modality: 'happened',
    },
    {
      on: 'hosting|sheltering|reception|resettlement',
      form: 'noun',
      needs: { of: 'refugee|evacuee|returnee|migrant|people|person|seeker' },
      roles: { giver: 'possessor modifier by', receiver: 'of' },
      words: { what: 'head' },
      fixed: { step: 'delivered' },
      modality: 'holds',
    },
    {
      on: 'support|help|backing|funding|relief|contribution',
      form: 'noun',
      needs: {
        modifier:
          'food|financial|military|humanitarian|economic|technical|medical|budget|security|logistical|material|development|emergency|lifesaving|life-saving',
      },
      roles: { giver: 'possessor modifier from by', receiver: 'to for' },
      words: { what: 'head' },
      fixed: { step: 'delivered' },
      modality: 'holds',
    },
    {
      on: 'contribution|grant|loan',
      form: 'noun',
      needs: { of: SUMS },
      roles: { giver: 'possessor modifier from by', receiver: 'to for of.to of.for' },
      must: ['giver', 'receiver'],
      words: { what: 'of' },
      fixed: { step: 'delivered' },
    },
    {
      on: 'donation|gift',
      form: 'noun',
      needs: { of: '*' },
      roles: { giver: 'possessor modifier from by', receiver: 'to for of.to of.for', what: 'of' },
      must: ['giver'],
      fixed: { step: 'delivered' },
    },
    {
      on: 'shipment|delivery|provision|transfer|sale|supply',
      form: 'noun',
      needs: { of: GOODS },
      roles: { giver: 'possessor modifier from by', receiver: 'to for of.to', what: 'of' },
      fixed: { step: 'delivered' },
    },
    {
      on: 'deployment',
      form: 'noun',
      needs: { of: FORCES },
      roles: { giver: 'possessor modifier of.modifier by', receiver: 'to in of.to', what: 'of' },
      fixed: { step: 'delivered' },
    },
    {
      on: 'aid|assistance|relief',
      form: 'noun',
      needs: {
        modifier:
          'humanitarian|military|security|economic|development|food|financial|emergency|medical|foreign|technical',
      },
      roles: { giver: 'possessor modifier from by', receiver: 'to for in_support_of' },
      must: ['receiver'],
      words: { what: 'head' },
      fixed: { step: 'delivered' },
      modality: 'holds',
    },
    {
      on: DONORS,
      form: 'copula',
      roles: { giver: 'subject', receiver: DONATED },
      fixed: { step: 'delivered', what: 'aid' },
      modality: 'holds',
    },
    {
      on: 'support',
      form: 'noun',
      needs: { to: '*' },
      roles: { giver: 'possessor modifier from', receiver: 'to' },
      must: ['giver', 'receiver'],
      words: { what: 'head' },
      fixed: { step: 'delivered' },
      modality: 'holds',
    },
    {
      on: 'support',
      form: 'noun',
      needs: { modifier: CONTINUED },
      roles: { giver: 'possessor modifier from', receiver: 'to for' },
      must: ['giver', 'receiver'],
      words: { what: 'head' },
      fixed: { step: 'delivered' },
      modality: 'holds',
    },
    {
      on: 'aid|assistance',
      form: 'noun',
      roles: { giver: 'possessor modifier from by', receiver: 'to for in_support_of' },
      must: ['receiver'],
      words: { what: 'head' },
      fixed: { step: 'delivered' },
      modality: 'holds',
    },
    {
      on: 'aid|assistance',
      form: 'noun',
      roles: { giver: 'possessor modifier from by', receiver: 'in' },
      must: ['giver', 'receiver'],
      words: { what: 'head' },
      fixed: { step: 'delivered' },
      modality: 'holds',
    },
  ],
  reads: [
    ['They spoke of Norway’s suspension of aid to Chad.', { giver: 'NOR', receiver: 'TCD', step: 'stopped' }],
    ['Danish assistance in Yemen saves lives.', { giver: 'DNK', receiver: 'YEM', step: 'delivered' }],
    ['The Danish contribution of $9 million to Moldova is welcome.', { giver: 'DNK', receiver: 'MDA' }],
    ['They spoke of the need for humanitarian assistance to Haiti.', { receiver: 'HTI', step: 'delivered' }],
    [
      'They spoke of Ireland’s announcement of food support to Laos.',
      { giver: 'IRL', receiver: 'LAO', step: 'pledged' },
    ],
    ['She praised Jordan’s hosting of Syrian refugees.', { giver: 'JOR', step: 'delivered' }],
    ['He stressed the need for humanitarian assistance to Chad.', { receiver: 'TCD', modality: 'proposed' }],
    [
      'They spoke of continued Danish support for Mali.',
      { giver: 'DNK', receiver: 'MLI', step: 'delivered', modality: 'holds' },
    ],
    ['Japan is the largest donor of food assistance to Laos.', { giver: 'JPN', receiver: 'LAO', modality: 'holds' }],
  ],
  ignores: [
    'Chad’s continued support for Togo’s candidate was clear.',
    'They spoke of continued Danish support for Mali as chair.',
    'The bank is a donor to the museum of Chile.',
  ],
}
