import type { Frames } from '../frame.ts'
import { BODIES } from './membership.ts'

/** Memberships that a noun tells of: "its exit from", "a seat on", "accession to". */
export const membershipNouns: Frames = {
  kind: 'membership',
  frames: [
    {
      on: 'chairmanship|chairpersonship|co-chair|presidency|seat',
      form: 'noun',
      needs: { 'of|in|on': BODIES },
      roles: { state: 'possessor modifier subject', body: 'of in on' },
      fixed: { step: 'member' },
      modality: 'holds',
    },
    {
      on: 'chairmanship|chairpersonship|co-chair|presidency|seat',
      form: 'noun',
      needs: { modifier: BODIES },
      roles: { state: 'possessor subject', body: 'modifier' },
      fixed: { step: 'member' },
      modality: 'holds',
    },
    {
      on: 'role|leadership|participation',
      form: 'noun',
      needs: { 'in|of|within': BODIES },
      roles: { state: 'possessor', body: 'in of within' },
      fixed: { step: 'member' },
      modality: 'holds',
    },
    {
      on: 'commitment|contribution',
      form: 'noun',
      needs: { to: 'coalition' },
      roles: { state: 'possessor', body: 'to' },
      fixed: { step: 'member' },
      modality: 'holds',
    },
    {
      on: 'suspension|expulsion|exclusion',
      form: 'noun',
      roles: { state: 'possessor of modifier', body: 'from' },
      fixed: { step: 'suspended' },
    },
    {
      on: 'role|status|position|place|standing',
      form: 'noun',
      needs: { as: 'ally|member' },
      roles: { state: 'possessor of modifier', body: 'as.modifier as.of as.possessor' },
      fixed: { step: 'member' },
      modality: 'holds',
    },
    {
      on: 'membership',
      form: 'noun',
      roles: { state: 'possessor of', body: 'in modifier of' },
      fixed: { step: 'member' },
      modality: 'holds',
    },
    {
      on: 'withdrawal|exit|departure|expulsion',
      form: 'noun',
      roles: { state: 'possessor of modifier', body: 'from' },
      fixed: { step: 'left' },
    },
    {
      on: 'accession|entry|admission',
      form: 'noun',
      roles: { state: 'possessor of', body: 'to into modifier' },
      fixed: { step: 'joined' },
      modality: 'proposed',
    },
    {
      on: 'path|road|bid|aspiration|ambition|progress|journey|push|quest|drive|hope|way|candidacy|perspective',
      form: 'noun',
      needs: { 'to|toward|towards|for|of': 'membership|accession|integration|entry' },
      roles: {
        state: 'possessor of modifier',
        body: 'to.modifier to.of to.in to.to toward.modifier toward.in towards.modifier towards.in for.modifier for.in of.modifier of.in',
      },
      fixed: { step: 'joined' },
      modality: 'proposed',
    },
    {
      on: 'negotiation|talk|talks|bid|application|candidacy',
      form: 'noun',
      needs: { modifier: 'accession|membership' },
      roles: { state: 'possessor of', body: 'to modifier with for' },
      fixed: { step: 'applied' },
      modality: 'holds',
    },
  ],
  reads: [
    ['They discussed Poland’s OSCE chairmanship.', { state: 'POL', body: 'OSCE', modality: 'holds' }],
    ['They praised Norway’s leadership in the OSCE.', { state: 'NOR', body: 'OSCE', step: 'member' }],
    ['We honor Italy’s role as a vital NATO Ally.', { state: 'ITA', body: 'NATO', step: 'member' }],
    ['They spoke of Georgia’s path to NATO membership.', { state: 'GEO', step: 'joined', modality: 'proposed' }],
    ['The pending exit of Togo from ECOWAS made news.', { state: 'TGO', step: 'left', modality: 'planned' }],
  ],
  ignores: [
    'Norway affirmed its commitment to ASEAN.',
    'Chile spoke with Peru on its seat on the Lake Council.',
    'He praised Kenya’s commitment to the agreement.',
  ],
}
