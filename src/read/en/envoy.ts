import type { Frames } from '../frame.ts'

const ENVOYS = 'ambassador|envoy|diplomat|consul|attaché|chargé|representative'
export const envoy: Frames = {
  kind: 'envoy',
  frames: [
    {
      on: 'present|submit',
      form: 'verb',
      needs: { object: 'credential|credentials' },
      roles: { person: 'subject', sender: 'subject^of', host: 'subject^to to^of to' },
      must: ['person'],
      fixed: { step: 'accredited' },
    },
    {
      on: 'recall|withdraw',
      form: 'verb',
      needs: { object: ENVOYS },
      roles: { person: 'object', sender: 'object^of subject', host: 'object^to from object.to in object.in' },
      must: ['person'],
      fixed: { step: 'recalled' },
    },
    {
      on: 'expel|eject|deport|kick out',
      form: 'verb',
      roles: { person: 'object', sender: 'object^of object.modifier', host: 'object^to subject from' },
      must: ['person'],
      needs: { object: ENVOYS },
      fixed: { step: 'expelled' },
    },
    {
      on: 'declare',
      form: 'verb',
      needs: { object: ENVOYS },
      roles: { person: 'object', sender: 'object^of object.modifier', host: 'object^to subject' },
      must: ['person'],
      fixed: { step: 'expelled' },
    },
    {
      on: 'summon|call in',
      form: 'verb',
      needs: { object: ENVOYS },
      roles: { person: 'object', sender: 'object^of object.modifier', host: 'subject' },
      must: ['person'],
      fixed: { step: 'summoned' },
    },
    {
      on: 'appoint|nominate|name|designate|confirm',
      form: 'verb',
      needs: { 'as|predicative|to|object': ENVOYS },
      roles: {
        person: 'object',
        sender: 'subject predicative^of as^of object^of',
        host: 'to as.to predicative^to as^to object^to object.to',
      },
      must: ['person'],
      fixed: { step: 'appointed' },
    },
    {
      on: 'serve|act',
      form: 'verb',
      needs: { as: ENVOYS },
      roles: { person: 'subject', sender: 'as^of as.of at.modifier at.possessor', host: 'as^to as.to at.in to in' },
      must: ['person', 'sender'],
      fixed: { step: 'serving' },
    },
    {
      on: 'serve|act',
      form: 'verb',
      needs: { as: ENVOYS },
      roles: { person: 'subject', host: 'as^to as.to to' },
      must: ['person', 'host'],
      fixed: { step: 'serving' },
    },
    {
      on: 'assume|take up|take',
      form: 'verb',
      needs: { object: 'duty|post|position', as: ENVOYS },
      roles: { person: 'subject', sender: 'as^of as.of', host: 'as^to as.to to in' },
      must: ['person'],
      fixed: { step: 'serving' },
    },
    {
      on: 'ambassador|envoy|consul',
      form: 'copula',
      roles: { person: 'subject', sender: 'head^of of possessor modifier', host: 'head^to to in' },
      must: ['person'],
      fixed: { step: 'serving' },
    },
  ],
  reads: [
    [
      'Minister Anna Tamm has served as Ambassador to Bangladesh.',
      { person: 'Anna Tamm', host: 'BGD', step: 'serving' },
    ],
    ['Chad recalled its ambassador from Sudan.', { sender: 'TCD', host: 'SDN', step: 'recalled' }],
    [
      'Estonian Ambassador to Japan Anna Tamm spoke first.',
      { person: 'Anna Tamm', sender: 'EST', host: 'JPN', step: 'serving' },
    ],
    [
      'Egypt summoned the Swedish ambassador on Monday.',
      { person: 'ambassador of SWE', host: 'EGY', step: 'summoned' },
    ],
  ],
  ignores: ['She is an ambassador for the charity.'],
}
